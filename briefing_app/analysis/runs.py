"""Capitalised runs of words, and what their grammar says they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.head_words import HEADS, LEADS, OPEN_HEADS, PERSON_NOUNS, PROPER_WORDS, SURNAMES, WEAK_HEADS
from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.money import CURRENCY_CODES
from briefing_app.analysis.name_lexicon import (
    ACRONYM_STOP,
    AGENCY_WORDS,
    FIRST_NAMES,
    NOT_NAMES,
    ROLE_NOUNS,
    TITLE_MODIFIERS,
)
from briefing_app.analysis.placing import is_english, is_first_name, label_of, looks_personal
from briefing_app.analysis.run_bounds import JOINTS, Known, Piece, is_opening, run_end, starts
from briefing_app.analysis.titles import title_span
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Sentence, Token

_LAST_WORDS = frozenset("radio television team railways".split())
_KINDS_OF_GOVERNMENT = frozenset("royal provisional transitional interim federal regional".split())
_DIRECTIONS = frozenset(
    "north south east west northern southern eastern western central upper lower greater downtown inner outer"
    " northeast northwest southeast southwest northeastern northwestern southeastern southwestern mainland rural"
    " metropolitan occupied federal".split()
)
_AROUND_BANKS = frozenset("around over off near across along beneath under on at".split())
_LISTED = frozenset((EntityKind.ORG, EntityKind.PERSON, EntityKind.GPE))
_SHIPPING = frozenset("passenger shipping steamship cruise ferry container cargo express maritime packet".split())
_PEOPLE = frozenset((EntityKind.PERSON, EntityKind.NORP))


class _Reader:
    """Reads one run."""

    def __init__(self, tokens: list[Token], known: Known, beside: EntityKind | None = None) -> None:
        self.tokens = tokens
        self.known = known
        self.beside = beside

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
        if any(self.tokens[i].text == "&" for i in range(first + 1, last - 1)) and last - first <= 5:
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
            before = self._split_named(begin, head + 1) if end == head + 1 and head > begin else None
            return [*(self._plain(first, begin) if begin > first else []), *(before or []), *behind]
        label = self._label_of_head(begin, head, end)
        before = self._plain(first, begin) if begin > first else []
        return [*before, Piece(begin, end, label, f"A name built on “{self.tokens[head].text}”."), *behind]

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

    # --- names without one --------------------------------------------------------------------------

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
            known = word not in ACRONYM_STOP and word.isalpha() and word not in CURRENCY_CODES
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
            if named and named[1] is EntityKind.GPE and not english:
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


_VERBS = frozenset(
    "is was has had will would says said can could may might did does became came went left met won lost got made"
    " took gave told also later then who".split()
)


def find_persons(sentence: Sentence, known: Known) -> list[Piece]:
    """Return the persons in a heading or a line of names, where capitals say nothing: by first names and titles."""
    tokens = sentence.tokens
    kept = []
    for piece in find_pieces(sentence, known):
        words = [token for token in tokens[piece.first : piece.last] if token.is_word]
        personal = len(words) > 1 and is_first_name(words[0]) and not any(is_english(word) for word in words)
        if piece.label is EntityKind.PERSON and personal and len(words) < 4:
            kept.append(piece)
    return kept


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
        beside = pieces[-1].label if pieces and pieces[-1].last == index - 1 else None
        pieces.extend(_Reader(tokens, known, beside).read(index, last))
        index = last
    return pieces
