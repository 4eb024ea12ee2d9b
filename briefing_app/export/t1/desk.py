"""What all sections of the note share while it is written: the input, the footnotes, and what has been used."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from briefing_app.domain.derive import counts, reported_by
from briefing_app.domain.note import Run
from briefing_app.export.dates import moment
from briefing_app.export.evidence import cite_annotation, cite_statement
from briefing_app.export.footnotes import FootnoteBook
from briefing_app.export.t1.template import DAGGER

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.briefing_input import BriefingInput
    from briefing_app.domain.note import Citation
    from briefing_app.domain.position import Position, Statement

NBSP = "\u00a0"
Thing = TypeVar("Thing")


class Desk:
    """The writer's desk: sections ask it for footnote marks, and it keeps count of them."""

    def __init__(self, given: BriefingInput) -> None:
        self.given = given
        self.book = FootnoteBook()
        self.as_of = moment(given.as_of)
        self.unconfirmed: set[int] = set()
        self.unknown: list[str] = []
        self._cited: list[str] = []
        self._statements = {
            str(one.id): one
            for one in given.statements
            if counts(one, given.note.include) and reported_by(one.reported_on, given.as_of)
        }
        self._annotations = {str(one.id): one for one in given.annotations}

    def position(self, party: str, issue: str) -> Position | None:
        """Return a cell of the matrix where there is a stated position, else None."""
        cell = self.given.matrix.cells.get((party, issue))
        return cell if cell is not None and cell.current is not None else None

    def mark(self, statements: Sequence[Statement]) -> tuple[Run, ...]:
        """Return the footnote mark for statements, with a dagger where nobody has confirmed the first of them."""
        citations = [cite_statement(one, self.given.sources) for one in statements]
        self._cited.extend(str(one.id) for one in statements)
        return self.mark_citations(citations, confirmed=statements[0].status.counts)

    def mark_citations(self, citations: Sequence[Citation], *, confirmed: bool) -> tuple[Run, ...]:
        """Return the footnote mark for citations, with a dagger where they are not confirmed."""
        number = self.book.number(citations)
        if not confirmed:
            self.unconfirmed.add(number)
        return self.with_daggers((Run(footnote=number),))

    def with_daggers(self, runs: Sequence[Run]) -> tuple[Run, ...]:
        """Return runs with a dagger behind each footnote mark whose evidence nobody has confirmed."""
        marked: list[Run] = []
        for run in runs:
            marked.append(run)
            if run.footnote in self.unconfirmed:
                marked.append(Run(NBSP + DAGGER))
        return tuple(marked)

    def cite(self, identity: str) -> int:
        """Return the footnote number for what the user cites by id (or eight characters of it); 0 if unknown."""
        statement = _found(self._statements, identity)
        if statement is not None:
            self._cited.append(str(statement.id))
            number = self.book.number([cite_statement(statement, self.given.sources)])
            if not statement.status.counts:
                self.unconfirmed.add(number)
            return number
        annotation = _found(self._annotations, identity)
        if annotation is not None:
            return self.book.number([cite_annotation(annotation, self.given.sources)])
        self.unknown.append(identity)
        return 0

    def take_cited(self) -> tuple[str, ...]:
        """Return the ids of the statements cited since the last call, each once."""
        taken = tuple(dict.fromkeys(self._cited))
        self._cited.clear()
        return taken


def _found(things: dict[str, Thing], identity: str) -> Thing | None:
    """Return what has this id, or the only one whose id begins or ends so (eight characters at least)."""
    if identity in things:
        return things[identity]
    if len(identity) < 8:
        return None
    near = [key for key in things if key.startswith(identity) or key.endswith(identity)]
    return things[near[0]] if len(near) == 1 else None
