"""Capitalised runs of words, and what their grammar says they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.money import CURRENCY_CODES
from briefing_app.analysis.name_lexicon import (
    ACRONYM_STOP,
    AGENCY_WORDS,
    FIRST_NAMES,
    HEADS,
    NOT_NAMES,
    OPEN_HEADS,
    ROLE_NOUNS,
    TITLE_MODIFIERS,
    TITLE_TAILS,
    TITLES,
    WEAK_HEADS,
)
from briefing_app.analysis.run_bounds import JOINTS, Known, Piece, is_opening, run_end, starts
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Sentence, Token

_SAYING = frozenset(
    (
        "said says told added warned argued noted insisted explained stressed recalled tweeted wrote"
        " asked replied announced who whose"
    ).split()
)


_LAST_WORDS = frozenset("radio television team railways railway".split())
_KINDS_OF_GOVERNMENT = frozenset("royal provisional transitional interim federal regional".split())


class _Reader:
    """Reads one run."""

    def __init__(self, tokens: list[Token], known: Known) -> None:
        self.tokens = tokens
        self.known = known

    def read(self, first: int, last: int) -> list[Piece]:
        """Return the pieces of tokens ``first`` to ``last``: what stands before, after and without titles."""
        title = self._title(first, last)
        if title is None:
            return self._plain(first, last)
        start, end = title
        pieces = self._plain(first, start) if start > first else []
        while end < last and self.tokens[end].lower in (*JOINTS, ".", "'", "’"):
            end += 1
        if end >= last:
            return pieces
        joined = self.tokens[end - 1].lower in JOINTS
        behind = self.read(end, last) if joined else self._person_behind(end, last)
        return pieces + behind

    def _title(self, first: int, last: int) -> tuple[int, int] | None:
        """Return the span of the first title in the run, with the words that belong to it."""
        for at in range(first, last):
            word = self.tokens[at].lower
            if word not in TITLES:
                continue
            if at + 1 < last and self.tokens[at + 1].lower in HEADS and word in ("general", "chief", "high", "major"):
                continue
            start = at
            while start > first and (
                self.tokens[start - 1].lower in TITLE_MODIFIERS or self.tokens[start - 1].lower in TITLES
            ):
                if self.tokens[start - 1].start in self.known.named and self.tokens[start - 1].lower not in TITLES:
                    break
                start -= 1
            end = self._title_end(at + 1, last)
            for tail in TITLE_TAILS:
                if tuple(t.lower for t in self.tokens[end : end + len(tail)]) == tail:
                    end += len(tail)
                    break
            if end < last and self.tokens[end].text == ".":
                end += 1
            return start, end
        return None

    def _title_end(self, end: int, last: int) -> int:
        """Return where a title ends that goes on: "Deputy Foreign Minister", "Prime Minister and Defence Minister"."""
        while end < last:
            at = end
            while at < last and self.tokens[at].lower in TITLE_MODIFIERS:
                at += 1
            if at >= last or self.tokens[at].lower not in TITLES:
                return end
            end = at + 1
        return end

    def _person_behind(self, first: int, last: int) -> list[Piece]:
        """Read what stands right behind a title: a person, and maybe a name behind the person."""
        named = self.known.named.get(self.tokens[first].start)
        if named and named[1] is not EntityKind.PERSON and last - first == 1:
            return []
        if named and named[1] in (EntityKind.GPE, EntityKind.ORG) and self.tokens[first].lower not in FIRST_NAMES:
            return self._plain(first, last)
        if HEADS.get(self.tokens[last - 1].lower) and last - first > 1 and self.tokens[first].lower not in FIRST_NAMES:
            return self._plain(first, last)
        end = first
        while end < last and self.tokens[end].lower not in JOINTS and end - first < 5:
            end += 1
        if end > first and not self.tokens[first].text.isupper():
            rest = self._plain(end + 1, last) if end + 1 < last else []
            return [Piece(first, end, EntityKind.PERSON, "A name behind a title."), *rest]
        return self._plain(first, last)

    def _plain(self, first: int, last: int) -> list[Piece]:
        while last > first and (self.tokens[last - 1].lower in JOINTS or not self.tokens[last - 1].text[0].isalnum()):
            last -= 1
        while first < last and (self.tokens[first].lower in JOINTS or not self.tokens[first].is_word):
            first += 1
        if first >= last:
            return []
        headed = None if self.tokens[last - 1].lower in _LAST_WORDS else self._headed(first, last)
        if headed:
            return headed
        agency = self._agency(first, last)
        if agency is not None:
            return [agency]
        split = self._split_named(first, last)
        if split is not None:
            return split
        joint = next(
            (i for i in range(first, last) if self.tokens[i].lower in ("and", "of", "for", "on", "against")), 0
        )
        if joint:
            return self._plain(first, joint) + self._plain(joint + 1, last)
        return self._unheaded(first, last)

    def _agency(self, first: int, last: int) -> Piece | None:
        """Read "Global Affairs X", "X Negotiation Team" and "Royal Government of X" whole."""
        words = [token.lower for token in self.tokens[first:last]]
        if len(words) < 2 or not AGENCY_WORDS & set(words) or any(word in JOINTS for word in words):
            return None
        if "government" in words and words[0] not in _KINDS_OF_GOVERNMENT:
            return None
        if "government" in words and words[-1] == "government" and self._of_name(last):
            last = self._of_name(last)
        return Piece(first, last, EntityKind.ORG, "A name built of agency words.")

    def _of_name(self, at: int) -> int:
        """Return where the known name behind "of" at ``at`` ends, 0 if there is none."""
        tokens = self.tokens
        if at + 1 >= len(tokens) or tokens[at].lower != "of":
            return 0
        at += 2 if tokens[at + 1].lower == "the" else 1
        named = self.known.named.get(tokens[at].start) if at < len(tokens) else None
        if named is None:
            return 0
        while at < len(tokens) and tokens[at].start < named[0]:
            at += 1
        return at

    def _headed(self, first: int, last: int) -> list[Piece] | None:
        """Read a run that holds a head noun: Ministry, Treaty, Airport ..."""
        heads = [i for i in range(first, last) if self.tokens[i].lower in HEADS]
        if not heads:
            return None
        opened = [i for i in heads if i + 1 < last and self.tokens[i + 1].lower in JOINTS]
        if opened and self.tokens[opened[0]].lower in OPEN_HEADS:
            head = opened[0]
            end = self._open_end(head, last)
        else:
            head = heads[-1] if not opened else heads[0]
            end = head + 1
        word = self.tokens[head].lower
        label = HEADS[word]
        begin = self._left_edge(first, head)
        if end - begin == 1 and (word in WEAK_HEADS or begin == 0 or self._plain_word(begin)):
            return self._plain(end, last) if end < last else []
        if word in WEAK_HEADS - {"group", "front"} and end - begin == 2 and self._only_place(begin, head):
            return self._plain(end, last) if end < last else []
        if label is EntityKind.EVENT and end - begin == 1:
            return []
        before = self._plain(first, begin) if begin > first else []
        behind = self._plain(end, last) if end < last else []
        return [*before, Piece(begin, end, label, f"A name built on “{self.tokens[head].text}”."), *behind]

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
            if word == "and" and at + 1 < last:
                next_name = at + 2 if self.tokens[at + 1].lower == "the" and at + 2 < last else at + 1
                starts = self.known.named.get(self.tokens[next_name].start)
                another = self.tokens[at + 1].lower in HEADS and self.tokens[at + 1].lower in OPEN_HEADS
                headed = next_name > at + 1 and any(t.lower in HEADS for t in self.tokens[next_name:last])
                if (starts and starts[1] is not EntityKind.NORP) or another or headed:
                    break
            if word not in JOINTS:
                end = at + 1
            at += 1
        return end

    def _left_edge(self, first: int, head: int) -> int:
        """Return where the name that ends in ``head`` starts, behind a joining word that is not its own."""
        for at in range(head - 1, first - 1, -1):
            word = self.tokens[at].lower
            if word in ("of", "for", "on", "in", "to", "the"):
                return at + 1
            if word == "and":
                left = self.known.named.get(self.tokens[at - 1].start) if at > first else None
                if left or at - 1 < first or (at - 1 == first and head - at == 1):
                    return at + 1
        return first

    def _split_named(self, first: int, last: int) -> list[Piece] | None:
        """Leave what the base knows to it and read the rest; None where it knows nothing here."""
        for at in range(first, last):
            named = self.known.named.get(self.tokens[at].start)
            if not named:
                continue
            end = at
            while end < last and self.tokens[end].end <= named[0]:
                end += 1
            if end == at:
                continue
            if named[1] in (EntityKind.GPE, EntityKind.PERSON) and self.tokens[at].lower in FIRST_NAMES and end < last:
                return None
            if named[1] is EntityKind.PERSON and at > first and end - at == 1:
                return None
            before = self._plain(first, at) if at > first else []
            return before + (self._plain(end, last) if end < last else [])
        return None

    def _unheaded(self, first: int, last: int) -> list[Piece]:
        words = self.tokens[first:last]
        size = last - first
        if size == 1:
            return self._single(first)
        if any(word.text.isdigit() for word in words):
            return []
        if (words[0].lower in FIRST_NAMES or words[1].text == ".") and size <= 5:
            return [Piece(first, last, EntityKind.PERSON, "A first name and a surname.")]
        if size <= 4 and self._is_person(first, last):
            return [Piece(first, last, EntityKind.PERSON, "A name in the place of a person's.")]
        if self._after_place_word(first):
            return [Piece(first, last, EntityKind.GPE, "A name where a place stands.", False)]
        if all(word.lower in self.known.lower for word in words):
            return []
        article = first > 0 and self.tokens[first - 1].lower == "the"
        if size == 2 and not article and not any(w.text.isupper() or w.lower in self.known.lower for w in words):
            return [Piece(first, last, EntityKind.PERSON, "Two capitalised words.", False)]
        return [Piece(first, last, EntityKind.ORG, "A capitalised name.", False)]

    def _is_person(self, first: int, last: int) -> bool:
        before = self.tokens[first - 1].lower if first else ""
        if before == "," and first > 1:
            before = self.tokens[first - 2].lower
        after = self.tokens[last].lower if last < len(self.tokens) else ""
        comma_who = after == "," and last + 1 < len(self.tokens) and self.tokens[last + 1].lower in (
            "who", "a", "an", "the", "head", "director", "chair", "president", "spokesperson", "chief",
            "senior", "whose"
        )  # fmt: skip
        return before in ROLE_NOUNS or after in _SAYING or before in ("said", "says") or comma_who

    def _after_place_word(self, first: int) -> bool:
        return first > 0 and self.tokens[first - 1].lower in ("in", "near", "outside", "at")

    def _single(self, index: int) -> list[Piece]:
        token = self.tokens[index]
        word = token.text
        if token.lower in NOT_NAMES | AGENCY_WORDS or token.lower in FUNCTION_WORDS or len(word) < 2:
            return []
        if word.isupper() or (sum(c.isupper() for c in word) >= 2 and len(word) <= 7):
            known = word not in ACRONYM_STOP and word.isalpha() and word not in CURRENCY_CODES
            return [Piece(index, index + 1, EntityKind.ORG, "An acronym.", False)] if known else []
        if token.lower in self.known.lower or token.lower in TITLE_MODIFIERS:
            return []
        before = self.tokens[index - 1].lower if index else ""
        after = self.tokens[index + 1].lower if index + 1 < len(self.tokens) else ""
        if before in ROLE_NOUNS or after in _SAYING or before in ("said", "says"):
            return [Piece(index, index + 1, EntityKind.PERSON, "A name in the place of a person's.", False)]
        if before in ("in", "near", "outside", "at") or (
            before == "of"
            and index > 1
            and self.tokens[index - 2].lower in ("city", "town", "port", "village", "capital")
        ):
            return [Piece(index, index + 1, EntityKind.GPE, "A name where a place stands.", False)]
        if before in ("and", ",") and index > 1:
            named = self.known.named.get(self.tokens[index - 2].start)
            if named and named[1] is EntityKind.GPE:
                return [Piece(index, index + 1, EntityKind.GPE, "A name in a list of places.", False)]
        if is_opening(self.tokens, index) and word not in self.known.inner:
            return []
        if word not in self.known.repeated:
            return []
        return [Piece(index, index + 1, EntityKind.ORG, "A capitalised name.", False)]


def find_pieces(sentence: Sentence, known: Known) -> list[Piece]:
    """Return the names that the grammar of capitalised runs shows in a sentence."""
    tokens = sentence.tokens
    pieces: list[Piece] = []
    index = 0
    while index < len(tokens):
        if not starts(tokens, index, known):
            index += 1
            continue
        last = run_end(tokens, index)
        pieces.extend(_Reader(tokens, known).read(index, last))
        index = last
    return pieces
