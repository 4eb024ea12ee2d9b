"""Names without a head noun: persons, places and bodies told by their words and by what stands around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.currencies import CODES, WORDS_TOO
from briefing_app.analysis.head_nouns import HeadNouns
from briefing_app.analysis.head_words import HEADS, PERSON_NOUNS, PROPER_WORDS
from briefing_app.analysis.lexicon import FUNCTION_WORDS, MONTHS, WEEKDAYS
from briefing_app.analysis.name_lexicon import (
    ACRONYM_STOP,
    AGENCY_WORDS,
    FIRST_NAMES,
    NOT_NAMES,
    ROLE_NOUNS,
    TEXT_KINDS,
    TITLE_MODIFIERS,
)
from briefing_app.analysis.placing import is_english, is_first_name, label_of, looks_personal
from briefing_app.analysis.run_bounds import JOINTS, Piece, is_opening
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower greater downtown inner outer"
    " northeast northwest southeast southwest northeastern northwestern southeastern southwestern mainland rural"
    " metropolitan occupied federal".split()
)
_AROUND_BANKS = frozenset("around over off near across along beneath under on at".split())
_LISTED = frozenset((EntityKind.ORG, EntityKind.PERSON, EntityKind.GPE))
_TRUST = frozenset(
    (
        "trust confidence believe believes believed faith interest interests interested invest invests role part hope"
        " hopes named shares stake stakes for as than and or with"
    ).split()
)
"""Words before "in" where no place follows: "confidence in", "a stake in"."""
_VERBS = frozenset(
    "is was has had will would says said can could may might did does became came went left met won lost got made"
    " took gave told also later then who".split()
)


class Loose(HeadNouns):
    """Reads the parts of a run that have no head noun."""

    def _is_place_of_body(self, first: int, last: int) -> bool:
        """Read "Clean Rivers Kenya": plain words and a country, with no comma between, name a body."""
        words = self.tokens[first : last - 1]
        plural = bool(words) and words[-1].lower in HEADS and words[-1].lower.endswith("s")
        return len(words) == 2 and plural and self._joined_place(first, last - 1)

    def _is_team(self, first: int, last: int) -> bool:
        """Read "New York Yankees" and "Boston Red Sox": one or two words in the plural behind a place."""
        words = self.tokens[first:last]
        if not 1 <= len(words) <= 2 or not words[-1].lower.endswith(("s", "sox")) or words[-1].lower in HEADS:
            return False
        never = PROPER_WORDS | NOT_NAMES | JOINTS | TITLE_MODIFIERS
        return not any(w.start in self.known.named or w.text.isupper() or w.lower in never for w in words)

    def _joined_place(self, first: int, at: int) -> bool:
        """Say whether the words in front of a place make one name with it: "Power Shift Africa"."""
        words = self.tokens[first:at]
        if not words or len(words) > 3 or any(not w.is_word or w.lower in JOINTS | _DIRECTIONS for w in words):
            return False
        if any(
            w.start in self.known.named or w.lower in TITLE_MODIFIERS | NOT_NAMES or w.text.isupper() for w in words
        ):
            return False
        if len(words) == 1 and (is_opening(self.tokens, first) or self.tokens[first - 1].text == ","):
            return False
        return not (is_opening(self.tokens, first) and is_english(words[0]))

    def _unheaded(self, first: int, last: int) -> list[Piece]:
        words = self.tokens[first:last]
        size = last - first
        if size == 1:
            return self._single(first)
        if any(word.text.isdigit() for word in words):
            return []
        if self._is_described(first, last) or self._is_introduced(first, last):
            return self._unheaded(first + 1, last)
        if self._is_paper(first, last):
            return [Piece(first, last, EntityKind.ORG, "For whom somebody asks.", False)]
        if self._is_whereabouts(first, last):
            return [Piece(first, last, EntityKind.GPE, "A name where a place stands.")]
        if (words[0].lower in FIRST_NAMES or words[1].text == ".") and size <= 5 and self._before_raw(first) != "the":
            return [Piece(first, last, EntityKind.PERSON, "A first name and a surname.")]
        if looks_personal(self.tokens, first, last):
            return [Piece(first, last, EntityKind.PERSON, "A first name and a surname.")]
        seen = label_of(self.tokens, first, last, self.known) if size <= 4 else None
        if seen is not None:
            return [Piece(first, last, seen[0], seen[2], seen[1])]
        if all(word.lower in self.known.lower for word in words):
            return []
        english = [is_english(word) for word in words if word.is_word]
        article = self._before_raw(first) == "the"
        if all(english) and (is_opening(self.tokens, first) or (size == 2 and not article)):
            return []
        shouted = any(w.text.isupper() and len(w.text) > 1 for w in words)
        if size <= 4 and not article and not shouted and not english[-1] and not all(english[1:]):
            return [Piece(first, last, EntityKind.PERSON, "Two capitalised words.", False)]
        return [Piece(first, last, EntityKind.ORG, "A capitalised name.", False)]

    def _is_whereabouts(self, first: int, last: int) -> bool:
        """Read "near Serr Um Qadd" and "in Bir Wadhul": where things are no person stands, whatever the name."""
        words = self.tokens[first:last]
        if len(words) > 3 or all(map(is_english, words)) or any(not _can_be_place(word) for word in words):
            return False
        seen = label_of(self.tokens, first, last, self.known)
        if seen is not None and seen[0] is EntityKind.ORG:
            return False
        before = self._before_raw(first)
        owned = last < len(self.tokens) and self.tokens[last].lower in ("'s", "’s")
        if before in ("near", "outside", "around", "throughout"):
            return not owned
        earlier = self.tokens[first - 2].lower if first > 1 else ""
        foreign = not any(map(is_english, words))
        if before == "in" and foreign and not owned and not earlier.endswith(("ed", "ing")):
            return earlier not in _TRUST and not is_first_name(words[-1])
        return before == "and" and foreign and self.beside is EntityKind.GPE and not is_first_name(words[0])

    def _is_described(self, first: int, last: int) -> bool:
        """Say whether the first word only says what a person is: "Photographer Ann Lee"."""
        word = self.tokens[first]
        if last - first < 3 or not is_english(word) or not is_first_name(self.tokens[first + 1]):
            return False
        role = word.lower in ROLE_NOUNS | PERSON_NOUNS or word.lower.endswith(("ist", "er", "or", "ian", "ant", "ent"))
        return role and not is_first_name(word)

    def _is_introduced(self, first: int, last: int) -> bool:
        """Read "Rival Oceanex declined": the first word of a sentence is no part of the name."""
        word = self.tokens[first]
        if last - first != 2 or not is_opening(self.tokens, first) or not is_english(word):
            return False
        return not is_first_name(word) and not is_english(self.tokens[first + 1])

    def _is_paper(self, first: int, last: int) -> bool:
        """Read "Ingrid Tveit, Dagsposten." at the head of a question: behind the person stands the paper."""
        after = self.tokens[last].text if last < len(self.tokens) else ""
        return (
            self.beside is EntityKind.PERSON and self._before_raw(first) == "," and after == "."
            and len(self.tokens) <= 11 and last + 1 == len(self.tokens)
        )  # fmt: skip

    def _before_raw(self, first: int) -> str:
        return self.tokens[first - 1].lower if first else ""

    def _single(self, index: int) -> list[Piece]:
        token = self.tokens[index]
        word = token.text
        if token.lower in NOT_NAMES | AGENCY_WORDS | PROPER_WORDS or token.lower in FUNCTION_WORDS or len(word) < 2:
            return []
        if word.isupper() or (sum(c.isupper() for c in word) >= 2 and len(word) <= 7):
            known = (
                token.lower not in TEXT_KINDS
                and word not in ACRONYM_STOP
                and word.isalpha()
                and word not in CODES - WORDS_TOO
            )
            return [Piece(index, index + 1, EntityKind.ORG, "An acronym.", False)] if known else []
        if token.lower in self.known.lower or token.lower in TITLE_MODIFIERS:
            return []
        if self._is_paper(index, index + 1):
            return [Piece(index, index + 1, EntityKind.ORG, "For whom somebody asks.", False)]
        english = is_english(token)
        opening = is_opening(self.tokens, index)
        seen = label_of(self.tokens, index, index + 1, self.known)
        if seen is not None and not (opening and english) and not (english and seen[0] is EntityKind.GPE):
            return [Piece(index, index + 1, seen[0], seen[2], False)]
        before = self._before_raw(index)
        if before in ("and", ",", "or") and self.beside in _LISTED and not english:
            return [Piece(index, index + 1, self.beside, "A name beside another.", False)]
        if before in ("and", ",") and index > 1:
            named = self.known.named.get(self.tokens[index - 2].start)
            if named and named[1] in (EntityKind.GPE, EntityKind.LOC) and not english:
                return [Piece(index, index + 1, EntityKind.GPE, "A name in a list of places.", False)]
        if opening and (english or word not in self.known.inner):
            return self._opener(index) if not english else []
        if not english and before != "the" and is_first_name(token):
            return [Piece(index, index + 1, EntityKind.PERSON, "A first name alone.", False)]
        if word not in self.known.repeated:
            return []
        kind = (
            EntityKind.GPE if before in ("of", "from", "to", "between", "off", "via", "across") else EntityKind.PERSON
        )
        kind = EntityKind.ORG if english or before == "the" else kind
        return [Piece(index, index + 1, kind, "A capitalised name.", False)]

    def _opener(self, index: int) -> list[Piece]:
        """Read a name that is the first word of a sentence: no English word, and a verb or a comma behind it."""
        following = self.tokens[index + 1] if index + 1 < len(self.tokens) else None
        if following is None or not self.tokens[index].text[1:].islower() or len(self.tokens[index].text) < 4:
            return []
        word = following.lower
        if following.text in (",", ".", "?") and is_first_name(self.tokens[index]):
            return [Piece(index, index + 1, EntityKind.PERSON, "A first name alone.", False)]
        verb = word.endswith(("ed", "ought")) or word in _VERBS or word in ("'s", "’s")
        return [Piece(index, index + 1, EntityKind.PERSON, "A name before a verb.", False)] if verb else []


def _can_be_place(token: Token) -> bool:
    return token.is_word and len(token.text) > 1 and token.lower not in MONTHS and token.lower not in WEEKDAYS
