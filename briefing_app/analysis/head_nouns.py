"""The head nouns of capitalised runs: whether one makes a name, of what kind, and where that starts and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.head_words import HEADS, OPEN_HEADS, SURNAMES, WEAK_HEADS
from briefing_app.analysis.placing import is_english, is_first_name
from briefing_app.analysis.run_bounds import JOINTS, Known, is_opening
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_AROUND_BANKS = frozenset("around over off near across along beneath under on at".split())
_SHIPPING = frozenset("passenger shipping steamship cruise ferry container cargo express maritime packet".split())
_INSIDE = frozenset("at in inside into outside near to from behind".split())
_PEOPLE = frozenset((EntityKind.PERSON, EntityKind.NORP))


class HeadNouns:
    """Weighs the head nouns of one run."""

    def __init__(self, tokens: list[Token], known: Known, beside: EntityKind | None = None) -> None:
        self.tokens = tokens
        self.known = known
        self.beside = beside

    def _is_surname(self, first: int, head: int) -> bool:
        """Tell "Anita Hill" from "Capitol Hill"."""
        if self.tokens[head].lower not in SURNAMES or head == first:
            return False
        before = self.tokens[head - 1]
        if self.tokens[first].start in self.known.named and self.known.named[self.tokens[first].start][1] in _PEOPLE:
            return self.known.named[self.tokens[first].start][1] is EntityKind.PERSON
        article = first > 0 and self.tokens[first - 1].lower == "the"
        initial = before.text == "." and head - first > 2
        return not article and (initial or (head - first <= 2 and is_first_name(self.tokens[first])
                                            and head - first == 1))  # fmt: skip

    def _shares_head(self, at: int, last: int) -> bool:
        """Say whether "A and B Council" may be one body: the first word is no whole name by itself."""
        return at + 2 < last and self.tokens[at].lower in WEAK_HEADS and at > 0 and not self.tokens[at - 1].is_capital

    def _counts(self, begin: int, head: int, end: int) -> bool:
        """Say whether a head noun and its words make a name."""
        word = self.tokens[head].lower
        size = end - begin
        if size == 1:
            return not (word in WEAK_HEADS or begin == 0 or self._plain_word(begin) or self._is_late(word))
        if word not in WEAK_HEADS:
            return True
        own = [t for t in self.tokens[begin:head] if t.is_word and t.lower not in JOINTS]
        if size == 2 and self._only_place(begin, head):
            return word in ("group", "front") or HEADS[word] in (EntityKind.LAW, EntityKind.FAC, EntityKind.LOC)
        if HEADS[word] is EntityKind.LAW and size == 2 and is_english(self.tokens[begin]):
            return not is_opening(self.tokens, begin) and self.tokens[begin - 1].lower in ("the", "its", "'s", "’s")
        if end > head + 1 or len(own) > 1:
            return True
        return bool(own) and not is_opening(self.tokens, begin) | (own[0].lower in self.known.lower)

    def _is_late(self, word: str) -> bool:
        """Say whether a head noun alone is too general: only the older, commoner ones stand for one body."""
        return HEADS[word] in (EntityKind.LOC, EntityKind.FAC, EntityKind.GPE, EntityKind.EVENT)

    def _label_of_head(self, begin: int, head: int, end: int) -> EntityKind:
        word = self.tokens[head].lower
        if word == "bank" and end == head + 1 and self._before(begin) in _AROUND_BANKS:
            return EntityKind.LOC
        if word == "conference" and end > head + 1 and self.tokens[head + 1].lower == "on":
            return HEADS[word]
        if word == "line" and self.tokens[head - 1].lower in _SHIPPING:
            return EntityKind.ORG
        if word == "line" and {"train", "trains", "railway", "rail", "station", "metro", "track", "passengers"} & {
            token.lower for token in self.tokens
        }:
            return EntityKind.FAC
        if word == "house" and end == head + 1 and self._before(begin) in _INSIDE:
            return EntityKind.FAC
        if word in ("republic", "kingdom") and end > head + 1:
            return EntityKind.GPE
        return HEADS[word]

    def _before(self, index: int) -> str:
        """Return the word in front of a token, articles skipped."""
        at = index - 1
        while at >= 0 and self.tokens[at].lower == "the":
            at -= 1
        return self.tokens[at].lower if at >= 0 else ""

    def _plain_word(self, index: int) -> bool:
        return is_opening(self.tokens, index) or self.tokens[index].lower in ("talks", "war")

    def _only_place(self, begin: int, head: int) -> bool:
        return self.tokens[begin].start in self.known.named and head == begin + 1

    def _open_end(self, head: int, last: int) -> int:
        """Return where "Ministry of Trade and Industry" ends: not at a second name behind "and"."""
        at = head + 1
        end = head + 1
        while at < last:
            word = self.tokens[at].lower
            if word in ("and", "&") and at + 1 < last and self._another(at + 1, last):
                break
            if word not in JOINTS:
                end = at + 1
            at += 1
        return end

    def _another(self, at: int, last: int) -> bool:
        """Say whether a second name starts behind "and": it is known, or has a head noun of its own."""
        article = self.tokens[at].lower == "the"
        at += article
        if at >= last:
            return False
        named = self.known.named.get(self.tokens[at].start)
        if named and named[1] is not EntityKind.NORP:
            return True
        if self.tokens[at].lower in HEADS and self.tokens[at].lower in OPEN_HEADS:
            return True
        for index in range(at, last):
            word = self.tokens[index].lower
            if word in JOINTS:
                return False
            if word in HEADS and (article or (word not in WEAK_HEADS and index > at + 1)):
                return True
        return False

    def _left_edge(self, first: int, head: int) -> int:
        """Return where the name that ends in ``head`` starts, behind a joining word that is not its own."""
        for at in range(head - 1, first - 1, -1):
            word = self.tokens[at].lower
            if word in ("of", "for", "on", "in", "to", "the"):
                return at + 1
            if word in ("and", "&"):
                left = self.known.named.get(self.tokens[at - 1].start) if at > first else None
                another = at > first and self.tokens[at - 1].lower in HEADS
                if left or another or at - 1 < first or (at - 1 == first and head - at == 1):
                    return at + 1
        return first
