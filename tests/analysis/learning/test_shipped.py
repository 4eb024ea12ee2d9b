"""The shipped set is sound, and its halves never meet."""

from __future__ import annotations

from briefing_app.analysis.learning.shipped import shipped_set, to_measure, to_remember
from briefing_app.analysis.models.tags import LABELS
from briefing_app.domain.position import Stance


def test_every_label_of_the_shipped_set_stands_in_its_text() -> None:
    assert len(shipped_set()) >= 30
    for one in shipped_set():
        text = one.request.text
        assert one.names
        assert one.statements
        for start, end, label in one.names:
            assert text[start:end].strip() == text[start:end] != ""
            assert label in LABELS
        for start, end, parties, stance in one.statements:
            assert 0 <= start < end <= len(text)
            assert parties
            assert Stance(stance)


def test_what_is_measured_is_never_learnt_from() -> None:
    learnt, measured = ({one.request.text for one in half()} for half in (to_remember, to_measure))
    assert not learnt & measured
    assert len(learnt | measured) == len(shipped_set())
