"""Overriding a position: with a reason only, undone like anything else, told as the reader's own in notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.position import Stance
from briefing_app.errors import InputError
from briefing_app.export import tables
from briefing_app.export.markdown import write

if TYPE_CHECKING:
    from briefing_app.domain.position import Position
    from briefing_app.services.services import Services

REASON = "Its delegates say otherwise in the corridors."


@pytest.fixture
def dossier(services: Services, article: str) -> str:
    made = services.dossiers.add("Herring")
    services.dossiers.put([article], made.id)
    services.statements.accept([one.id for one in services.reading.open_article(article).statements])
    return made.id


def stated(services: Services, dossier: str, party: str = "Norway") -> Position:
    """Return the party's first stated position."""
    return next(one for one in services.positions.matrix(dossier).cells.values() if one.party == party and one.evidence)


def test_a_position_is_overridden_and_returned_to_and_both_are_undone(services: Services, dossier: str) -> None:
    before = stated(services, dossier)
    services.positions.override(dossier, "norway", before.issue.upper(), Stance.CONDITIONAL, REASON, "a  lower quota")
    after = stated(services, dossier)
    assert (after.stance, after.paraphrase, after.derived) == (Stance.CONDITIONAL, "a lower quota", before.stance)
    assert after.override is not None
    assert after.override.reason == REASON
    services.store.undo()
    assert stated(services, dossier) == before
    services.store.redo()
    assert services.positions.withdraw(dossier, "Norway", before.issue)
    assert stated(services, dossier) == before
    assert not services.positions.withdraw(dossier, "Norway", before.issue)
    services.store.undo()
    assert stated(services, dossier) == after


def test_without_a_reason_or_a_stated_position_it_is_refused(services: Services, dossier: str) -> None:
    issue = stated(services, dossier).issue
    with pytest.raises(InputError, match="Say why"):
        services.positions.override(dossier, "Norway", issue, Stance.OFFERS, "  ")
    with pytest.raises(InputError, match="no stated position"):
        services.positions.override(dossier, "Kenya", issue, Stance.OFFERS, REASON)


def test_notes_and_tables_tell_it_as_the_readers_own_with_the_reason(services: Services, dossier: str) -> None:
    issue = stated(services, dossier).issue
    derived = stated(services, dossier).stance
    services.positions.override(dossier, "Norway", issue, Stance.SUPPORTS, REASON, "a lower quota")
    told = f"own reading: {REASON.rstrip('.')}; the evidence: {derived}"
    note = write(services.notes.compose(services.notes.new(dossier)))
    assert note.count(told) == 2
    assert "supports a lower quota" in note
    matrix = services.positions.matrix(dossier)
    record = next(one for one in tables.positions_records(matrix) if one["reason"])
    assert (record["stance"], record["derived"], record["reason"]) == ("supports", str(derived), REASON)
    assert told in tables.positions_markdown(matrix)
    assert REASON in tables.positions_csv(matrix)


def test_a_damaged_reading_is_passed_over(services: Services, dossier: str) -> None:
    with services.store.write("Test") as work:
        work.settings.set(f"override:{dossier}:x", "{broken")
    assert stated(services, dossier).override is None
