"""The evidence column as values: what the chosen section cites, what is new, and what else could be cited."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.derive import counts, reported_by, said_or_reported
from briefing_app.ui.note.news import NewPosition, new_positions
from briefing_app.ui.note.parts import HEADER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing_app.domain.briefing_input import Source
    from briefing_app.domain.note import Briefing
    from briefing_app.domain.position import Statement
    from briefing_app.ui.note.state import NoteState

MOST = 150
"""Most cards of other evidence; the filter finds the rest."""


@dataclass(frozen=True, slots=True)
class HeadingRow:
    """A label above cards."""

    text: str

    @property
    def key(self) -> str:
        """Return the row's key."""
        return f"heading:{self.text}"


@dataclass(frozen=True, slots=True)
class WordsRow:
    """A sentence where there are no cards."""

    text: str

    @property
    def key(self) -> str:
        """Return the row's key."""
        return f"words:{self.text}"


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A statement that can be cited: ``numbers`` are the footnotes that cite it, ``citing`` whether a text is open."""

    statement: Statement
    place: str = ""
    grade: str = ""
    numbers: tuple[int, ...] = ()
    citing: bool = False

    @property
    def key(self) -> str:
        """Return the statement's id."""
        return str(self.statement.id)


@dataclass(frozen=True, slots=True)
class NewsRow:
    """A position that moved, or was said again, since the note was last saved."""

    new: NewPosition

    @property
    def key(self) -> str:
        """Return the row's key."""
        return self.new.key


@dataclass(frozen=True, slots=True)
class SeenRow:
    """What takes the news as read."""

    key: str = "seen"


Row = HeadingRow | WordsRow | EvidenceRow | NewsRow | SeenRow


def evidence_rows(state: NoteState, section: str, since: str, *, needle: str = "", citing: bool = False) -> list[Row]:
    """Return the rows of the evidence column for a section; ``needle`` keeps what holds all its words."""
    note, briefing = state.note, state.briefing
    if note is None or briefing is None or state.material is None:
        return []
    usable = [one for one in state.statements if counts(one, note.include) and reported_by(one.reported_on, note.as_of)]
    numbers = _numbers(briefing)
    by_id = {str(one.id): one for one in usable}
    cited = [by_id[one] for one in _cited(briefing, section) if one in by_id]
    others = sorted((one for one in usable if one not in cited), key=_newest, reverse=True)
    place = _Places(state.material.sources, numbers, citing)
    words = needle.casefold().split()
    rows: list[Row] = []
    kept: list[Row] = [place.row(one) for one in cited if place.holds(one, words)]
    if section != HEADER and not (words and not kept):
        rows.append(HeadingRow("Evidence for this section"))
        rows += kept or [WordsRow("This section cites nothing yet.")]
    if not words:
        rows += _news(state, since)
    rest = [place.row(one) for one in others if place.holds(one, words)]
    if rest:
        rows += [HeadingRow("Other evidence" if section != HEADER else "Evidence"), *rest[:MOST]]
        if len(rest) > MOST:
            rows.append(WordsRow(f"{len(rest) - MOST} more; type above to find them."))
    elif words and not kept:
        rows.append(WordsRow("No evidence holds these words."))
    elif not usable:
        rows.append(WordsRow("No statements yet. Open an article and accept suggestions, or make statements there."))
    return rows


def _news(state: NoteState, since: str) -> list[Row]:
    if state.dossier is None or state.note is None or state.material is None:
        return []
    texts = {article: source.identity for article, source in state.material.sources.items()}
    found = new_positions(
        state.dossier, state.statements, since, as_of=state.note.as_of, include=state.note.include, texts=texts
    )
    if not found:
        return []
    return [HeadingRow("New since this note was last saved"), *(NewsRow(one) for one in found), SeenRow()]


def _cited(briefing: Briefing, section: str) -> tuple[str, ...]:
    if section == "sources":
        return tuple(dict.fromkeys(one.statement for note in briefing.footnotes for one in note.citations))
    return next((one.evidence for one in briefing.sections if one.key == section), ())


def _numbers(briefing: Briefing) -> dict[str, tuple[int, ...]]:
    numbers: dict[str, tuple[int, ...]] = {}
    for note in briefing.footnotes:
        for one in note.citations:
            if one.statement and note.number not in numbers.get(one.statement, ()):
                numbers[one.statement] = (*numbers.get(one.statement, ()), note.number)
    return numbers


def _newest(statement: Statement) -> tuple[str, int]:
    return said_or_reported(statement), statement.seq


@dataclass(frozen=True, slots=True)
class _Places:
    """Makes rows of statements with what their articles tell."""

    sources: Mapping[str, Source]
    numbers: dict[str, tuple[int, ...]]
    citing: bool

    def row(self, statement: Statement) -> EvidenceRow:
        source = self.sources.get(statement.article)
        letter = statement.reliability or (source.reliability if source else "")
        digit = str(statement.credibility) if letter and 1 <= statement.credibility <= 6 else ""
        place = (source.site or source.author) if source else ""
        return EvidenceRow(statement, place, letter + digit, self.numbers.get(str(statement.id), ()), self.citing)

    def holds(self, statement: Statement, words: list[str]) -> bool:
        if not words:
            return True
        source = self.sources.get(statement.article)
        texts = (*statement.parties, statement.issue, statement.stance, statement.paraphrase, statement.speaker)
        quotes = (anchor.exact for anchor in statement.evidence)
        text = " ".join((*texts, *quotes, source.site if source else "", source.title if source else "")).casefold()
        return all(word in text for word in words)
