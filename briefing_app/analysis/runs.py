"""Capitalised runs of words, and what their grammar says they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.head_words import HEADS, LEADS, OPEN_HEADS, SURNAMES, TITLES
from briefing_app.analysis.loose_names import Loose
from briefing_app.analysis.name_lexicon import (
    AGENCY_WORDS,
    TITLE_MODIFIERS,
)
from briefing_app.analysis.placing import is_english, is_first_name, looks_personal
from briefing_app.analysis.run_bounds import JOINTS, Known, Piece, is_opening, run_end, starts
from briefing_app.analysis.titles import title_span
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Sentence

_FIRST_WORDS = frozenset("radio television team club group fc".split())
_LAST_WORDS = frozenset("radio television team railways".split())
LONGEST_RUN = 80
"""Most tokens of one run that are read together: no name is as long, and a page of capitals would take far too long."""
_KINDS_OF_GOVERNMENT = frozenset("royal provisional transitional interim federal regional".split())


class _Reader(Loose):
    """Reads one run."""

    def read(self, first: int, last: int) -> list[Piece]:
        """Return the pieces of tokens ``first`` to ``last``: what stands before, after and without titles."""
        title = title_span(self.tokens, first, last, self.known)
        if title is None:
            return self._plain(first, last)
        start, end = title
        if self._is_office(first, start):
            return self._plain(first, last)
        pieces = self._plain(first, start) if start > first else []
        while end < last and self.tokens[end].lower in (*JOINTS, ".", "'", "’"):
            end += 1
        if end >= last:
            return pieces
        joined = self.tokens[end - 1].lower in JOINTS
        behind = self.read(end, last) if joined else self._person_behind(end, last)
        return pieces + behind

    def _is_office(self, first: int, start: int) -> bool:
        """Say whether the title belongs to a body's name: "Office of the Special Envoy"."""
        at = start - 1
        while at > first and self.tokens[at].lower in JOINTS:
            at -= 1
        joined = at < start - 1 and self.tokens[start - 1].lower in ("of", "the", "for")
        return joined and self.tokens[at].lower in ("office", "ministry", "department", "bureau", "court", "council")

    def _person_behind(self, first: int, last: int) -> list[Piece]:
        """Read what stands right behind a title: a person, and maybe a name behind the person."""
        named = self.known.named.get(self.tokens[first].start)
        if named and named[1] is not EntityKind.PERSON and last - first == 1:
            return []
        if named and named[1] in (EntityKind.GPE, EntityKind.ORG) and not is_first_name(self.tokens[first]):
            return self.read(first, last)
        head = self.tokens[last - 1].lower
        if head in HEADS and last - first > 1 and head not in SURNAMES and not is_first_name(self.tokens[first]):
            return self.read(first, last)
        end = first
        words = 0
        while end < last and self.tokens[end].lower not in JOINTS and words < 5:
            words += self.tokens[end].is_word
            end += 1
        if end > first and not (self.tokens[first].text.isupper() and len(self.tokens[first].text) > 1):
            rest = self.read(end + 1, last) if end + 1 < last else []
            return [Piece(first, end, EntityKind.PERSON, "A name behind a title."), *rest]
        return self._plain(first, last)

    def _plain(self, first: int, last: int) -> list[Piece]:
        while last > first and (self.tokens[last - 1].lower in JOINTS or not self.tokens[last - 1].text[0].isalnum()):
            last -= 1
        while first < last and (self.tokens[first].lower in JOINTS or not self.tokens[first].is_word):
            first += 1
        if first >= last or self._is_shouting(first, last):
            return []
        led = self._led(first, last)
        if led is not None:
            return led
        ended = self.known.named.get(self.tokens[last - 1].start)
        if ended and ended[1] is EntityKind.GPE and self._is_place_of_body(first, last):
            return [Piece(first, last, EntityKind.ORG, "A name that a place belongs to.")]
        headed = None if self.tokens[last - 1].lower in _LAST_WORDS else self._headed(first, last)
        if headed is not None:
            return headed
        agency = self._agency(first, last)
        if agency is not None:
            return [agency]
        split = self._split_named(first, last)
        if split is not None:
            return split
        partner = next((i for i in range(first + 1, last - 1) if self.tokens[i].text == "&"), 0)
        if partner and looks_personal(self.tokens, first, partner) and looks_personal(self.tokens, partner + 1, last):
            return self._plain(first, partner) + self._plain(partner + 1, last)
        if partner and last - first <= 5:
            return [Piece(first, last, EntityKind.ORG, "A firm of partners.")]
        joint = next(
            (i for i in range(first, last) if self.tokens[i].lower in ("and", "of", "for", "on", "against", "&")), 0
        )
        if joint:
            return self._plain(first, joint) + self._plain(joint + 1, last)
        return self._unheaded(first, last)

    def _is_shouting(self, first: int, last: int) -> bool:
        """Say whether English words stand here in capitals: a heading, no name."""
        words = [token for token in self.tokens[first:last] if token.is_word and token.lower not in JOINTS]
        return bool(words) and all(
            token.text.isupper() and len(token.text) > 2 and is_english(token) for token in words
        )  # fmt: skip

    def _led(self, first: int, last: int) -> list[Piece] | None:
        """Read "Mount Elgon", "Fort Dixon", "Rue de la Paix": a word in front tells what is named."""
        token = self.tokens[first]
        kind = LEADS.get(token.lower)
        if kind is None or token.start in self.known.named or last - first < 2:
            return None
        if (
            is_opening(self.tokens, first)
            and is_english(token)
            and (token.lower in ("new", "upper", "lower") or is_english(self.tokens[first + 1]))
        ):
            return None
        if kind is EntityKind.ORG and token.lower not in ("banco", "diario") and is_english(token):
            return None
        if any(word.lower in HEADS and word.lower not in SURNAMES for word in self.tokens[first + 1 : last]):
            return None
        if kind is EntityKind.GPE and (token.lower in ("new", "upper", "lower", "st", "saint") and last - first > 3):
            return None
        if kind is EntityKind.GPE and is_english(self.tokens[first + 1]) and token.lower != "port":
            return None
        end = first + 2
        small = self.tokens[first + 1].lower in ("de", "la", "des", "du", "del")
        small = small or kind is EntityKind.ORG
        while end < last and (small or end - first < 4) and self.tokens[end].lower not in JOINTS:
            end += 1
        behind = self.read(end, last) if end < last else []
        return [Piece(first, end, kind, f"A name that starts with “{token.text}”."), *behind]

    def _agency(self, first: int, last: int) -> Piece | None:
        """Read "Global Affairs X", "X Negotiation Team" and "Royal Government of X" whole."""
        words = [token.lower for token in self.tokens[first:last]]
        if len(words) < 2 or not AGENCY_WORDS & set(words) or any(word in JOINTS for word in words):
            return None
        if words[-1] == "affairs" and all(word in TITLE_MODIFIERS or word == "affairs" for word in words):
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

    # --- names with a head noun ---------------------------------------------------------------------

    def _headed(self, first: int, last: int) -> list[Piece] | None:
        """Read a run that holds a head noun: Ministry, Treaty, Airport ..."""
        heads = [i for i in range(first, last) if self.tokens[i].lower in HEADS and not self._is_surname(first, i)]
        if not heads:
            return None
        opened = [i for i in heads if i + 1 < last and self.tokens[i + 1].lower in JOINTS]
        closed = next((i for i in opened if self.tokens[i + 1].lower in ("and", "&")), None)
        if closed is not None and closed == opened[0] and not self._shares_head(closed, last):
            head, end = closed, closed + 1
        elif opened and self.tokens[opened[0]].lower in OPEN_HEADS:
            head = opened[0]
            end = self._open_end(head, last)
        else:
            head = heads[-1] if not opened else heads[0]
            while head + 1 in heads:
                head += 1
            end = head + 1
        begin = self._left_edge(first, head)
        behind = self.read(end, last) if end < last else []
        if not self._counts(begin, head, end):
            if self.tokens[first].lower in _FIRST_WORDS and begin == first and end == first + 1 < last:
                return None
            before = self._split_named(begin, head + 1) if end == head + 1 and head > begin else None
            return [*(self._plain(first, begin) if begin > first else []), *(before or []), *behind]
        label = self._label_of_head(begin, head, end)
        before = self._plain(first, begin) if begin > first else []
        return [*before, Piece(begin, end, label, f"A name built on “{self.tokens[head].text}”."), *behind]

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
            if named[1] in (EntityKind.GPE, EntityKind.PERSON) and is_first_name(self.tokens[at]) and end < last:
                return None
            if named[1] is EntityKind.PERSON and at > first and end - at == 1:
                return None
            if named[1] in (EntityKind.GPE, EntityKind.LOC) and end == last and self._joined_place(first, at):
                kind = EntityKind.PERSON if is_first_name(self.tokens[first]) else EntityKind.ORG
                return [Piece(first, last, kind, "A name that a place belongs to.", kind is EntityKind.ORG)]
            if named[1] is EntityKind.GPE and at == first and self._is_team(end, last):
                return [Piece(first, last, EntityKind.ORG, "A team of a place.")]
            before = self._plain(first, at) if at > first else []
            return before + (self.read(end, last) if end < last else [])
        return None


def find_persons(sentence: Sentence, known: Known) -> list[Piece]:
    """Return the persons in a heading or a line of names, where capitals say nothing: by first names and titles."""
    tokens = sentence.tokens
    kept = []
    for piece in find_pieces(sentence, known):
        words = [token for token in tokens[piece.first : piece.last] if token.is_word]
        titled = piece.first > 1 and tokens[piece.first - 1].lower in TITLES
        first = bool(words) and (titled or is_first_name(words[0]))
        personal = len(words) > 1 and first and not any(is_english(word) for word in words)
        if piece.label is EntityKind.PERSON and personal and len(words) < 4:
            kept.append(piece)
    return kept


def find_pieces(sentence: Sentence, known: Known) -> list[Piece]:
    """Return the names that the grammar of capitalised runs shows in a sentence."""
    tokens = sentence.tokens
    pieces: list[Piece] = []
    index = end = 0
    while index < len(tokens):
        if not starts(tokens, index, known):
            index += 1
            continue
        end = end if index < end else run_end(tokens, index)
        last = min(end, index + LONGEST_RUN)
        beside = pieces[-1].label if pieces and pieces[-1].last == index - 1 else None
        pieces.extend(_Reader(tokens, known, beside).read(index, last))
        index = last
    return pieces
