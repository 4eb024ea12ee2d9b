"""The sample library: whole, alive, and free of loose ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.position import Trend
from briefing_app.services.sample import fill_with_sample

if TYPE_CHECKING:
    from briefing_app.services.services import Services


@pytest.fixture
def sample(services: Services) -> Services:
    fill_with_sample(services)
    return services


def test_sample_when_made_then_every_part_is_there(sample: Services) -> None:
    mackerel, plastics = sample.dossiers.all()
    assert mackerel.articles + plastics.articles == 12
    assert len(sample.annotating.of_dossier(None)) >= 12
    matrix = sample.positions.matrix(mackerel.id, "2026-11-16", include="confirmed")
    share = matrix.cells["Norway", "Norwegian share"]
    assert share.trend is Trend.SOFTENED
    assert [one.stance.value for one in share.evidence] == ["demands", "conditional", "supports"]
    briefing = sample.notes.compose(sample.notes.all(mackerel.id)[0])
    assert len(briefing.footnotes) >= 5
    assert sample.store.check() == []


def test_sample_when_undone_step_by_step_then_the_note_goes_first(sample: Services) -> None:
    assert sample.store.undo_label() == "Save note"
