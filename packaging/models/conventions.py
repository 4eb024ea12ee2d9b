"""Bringing the labels of the corpora to our conventions, by lists and votes; the cleaner of noisy labels."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from briefing_app.analysis.lexicon import FUNCTION_WORDS, MONTHS, WEEKDAYS
from briefing_app.analysis.name_lexicon import HEADS, TITLE_MODIFIERS, TITLES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.analysis.actors import ActorBase

Piece = tuple[int, int, str]
Marked = tuple[list[str], list[Piece]]
"""Words and the pieces of them that are names: first, last (excluded), label."""

_JOINING = frozenset("of the and for de del la al el bin ibn von van der du & ' - du des al- no. on in".split())
_PLACES = ("GPE", "LOC", "FAC")
_CALENDAR = frozenset((*WEEKDAYS, *MONTHS))


class Conventions:
    """Our conventions over one actor base."""

    def __init__(self, base: ActorBase) -> None:
        self.base = base

    def known(self, text: str) -> str:
        """Return the label of a name that the base knows as one kind of thing, else nothing."""
        labels = {alias.label.value for _, alias in self.base.called(text) if alias.type != "surname"}
        labels -= {"ORG"} if "GPE" in labels else set()
        return labels.pop() if len(labels) == 1 else ""

    def place(self, words: list[str]) -> str:
        """Return GPE, LOC or FAC for a place."""
        known = self.known(" ".join(words))
        if known in _PLACES:
            return known
        for word in (words[-1].lower(), words[0].lower()):
            kind = HEADS.get(word)
            if kind is not None and kind.value in _PLACES and len(words) > 1:
                return kind.value
        return "LOC" if words[0] in ("Mount", "Lake", "Gulf", "Cape", "Mt.") else "GPE"

    def trimmed(self, words: list[str], piece: Piece) -> Piece | None:
        """Cut articles, titles, possessives and words in small letters off the ends of a name; None if none is left."""
        first, last, label = piece
        while first < last and words[last - 1] in ("'s", "'", "’s", "’", ",", ".", "-", '"', "(", ")"):
            last -= 1
        figures = label in ("ORG", "EVENT", "LAW", "MISC")
        while last > first and not _capital(words[last - 1]) and not (figures and words[last - 1][0].isdigit()):
            last -= 1
        while first < last and (not _capital(words[first]) or words[first].lower() in FUNCTION_WORDS):
            if words[first][0].isdigit() and label in ("ORG", "EVENT", "LAW"):
                break
            first += 1
        if label == "PERSON":
            while first < last and _is_title(words, first, last):
                first += 1
            while first < last and words[last - 1].rstrip(".").lower() in TITLES and last - first > 1:
                last -= 1
        text = " ".join(words[first:last])
        if first >= last or text.lower() in _CALENDAR or len(text) < 2:
            return None
        return first, last, label

    def relabelled(self, words: list[str], piece: Piece) -> Piece:
        """Return a piece with the label the base or its head demand."""
        first, last, label = piece
        inside = words[first:last]
        known = self.known(" ".join(inside))
        if known and not (label == "PERSON" and known in ("NORP", "GPE") and last - first > 1):
            return first, last, known
        if label in _PLACES:
            return first, last, self.place(inside)
        head = HEADS.get(inside[-1].lower())
        if label in ("ORG", "MISC", "EVENT") and head is not None and last - first > 1:
            if head.value in ("FAC", "EVENT", "LAW") and inside[-1].lower() not in _COMPANY_WORDS:
                return first, last, head.value
            if label == "MISC" and head.value == "ORG":
                return first, last, "ORG"
        return piece

    def split(self, words: list[str], piece: Piece) -> list[Piece]:
        """Part "Denmark 's Supreme Court" where what stands before the possessive is a name of its own."""
        first, last, label = piece
        for at in range(first + 1, last - 1):
            if words[at] in ("'s", "’s") and self.known(" ".join(words[first:at])) in ("GPE", "LOC", "ORG", "PERSON"):
                return [(first, at, label), *self.split(words, (at + 1, last, label))]
        return [piece]

    def joined(self, words: list[str], pieces: list[Piece]) -> list[Piece]:
        """Make the World Wars whole."""
        made: list[Piece] = []
        for first, last, label in pieces:
            if words[first] in ("II", "I", "Two", "One") and words[max(0, first - 2) : first] == ["World", "War"]:
                made.append((first - 2, last, "EVENT"))
            elif words[first:last] != ["Prime"]:
                made.append((first, last, label))
        return made

    def norps(self, words: list[str], pieces: list[Piece]) -> list[Piece]:
        """Add the nationality words that no piece covers."""
        covered = {at for first, last, _ in pieces for at in range(first, last)}
        made = [
            (at, at + 1, "NORP") for at, word in enumerate(words) if at not in covered and self.known(word) == "NORP"
        ]
        return sorted([*pieces, *made])


_COMPANY_WORDS = frozenset("party union house league club street plant station games hotel port week round".split())


def _capital(word: str) -> bool:
    return word[0].isupper() or (len(word) > 3 and any(c.isupper() for c in word))


def _is_title(words: list[str], first: int, last: int) -> bool:
    word = words[first].rstrip(".").lower()
    if word in TITLES:
        return True
    if word in ("the", "of", "and", "for", "state") and first:
        return True
    behind = any(words[at].rstrip(".").lower() in TITLES for at in range(first + 1, min(first + 4, last)))
    return behind and word in TITLE_MODIFIERS


def voted(sentences: Iterable[Marked], share: float = 0.75, least: int = 5) -> None:
    """Give every place of the same words the label that most of them have, where most are clear."""
    sentences = list(sentences)
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for words, pieces in sentences:
        for first, last, label in pieces:
            votes[" ".join(words[first:last])][label] += 1
    winners = {}
    for text, count in votes.items():
        label, number = count.most_common(1)[0]
        if number >= share * count.total() and count.total() >= least:
            winners[text] = label
    for words, pieces in sentences:
        pieces[:] = [(first, last, winners.get(" ".join(words[first:last]), label)) for first, last, label in pieces]


def pieces_of(tags: list[str], names: dict[str, str]) -> list[Piece]:
    """Return the pieces of B-/I- tags whose labels ``names`` knows, under our labels."""
    made: list[Piece] = []
    at = 0
    while at < len(tags):
        if tags[at] == "O":
            at += 1
            continue
        label = tags[at].partition("-")[2]
        end = at + 1
        while end < len(tags) and tags[end] == f"I-{label}":
            end += 1
        if label in names:
            made.append((at, end, names[label]))
        at = end
    return made
