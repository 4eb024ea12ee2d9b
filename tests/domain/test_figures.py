from __future__ import annotations

import pytest

from briefing_app.domain.entity import Figure, FigureKind
from briefing_app.domain.figures import Sighting, is_tracked, same_figure, sightings


def figure(value: str, measures: str = "", kind: FigureKind = FigureKind.MONEY) -> Figure:
    """Return a figure of a value."""
    return Figure(kind, 0, 1, value, value, measures)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (figure("EUR 90000000000"), figure("EUR 90000000000", "loan to Ukraine"), True),
        (figure("EUR 5000000", "aid for farmers"), figure("EUR 5000000", "farmers’ aid"), True),
        (figure("EUR 5000000", "aid for farmers"), figure("EUR 5000000", "new bridges"), False),
        (figure("EUR 5000000"), figure("USD 5000000"), False),
        (figure("12400", kind=FigureKind.NUMBER), figure("12400", "boats", FigureKind.NUMBER), True),
        (figure("40", kind=FigureKind.NUMBER), figure("40", "boats", FigureKind.NUMBER), False),
        (figure("12%", "of the catch", FigureKind.PERCENT), figure("12%", "catch", FigureKind.PERCENT), True),
        (figure("12%", kind=FigureKind.PERCENT), figure("12%", "catch", FigureKind.PERCENT), False),
        (figure("2026-03-18", kind=FigureKind.DATE), figure("2026-03-18", kind=FigureKind.DATE), False),
    ],
)
def test_two_figures_are_one_when_value_and_matter_agree(one: Figure, other: Figure, same: bool) -> None:
    assert same_figure(one, other) is same
    assert same_figure(other, one) is same


def test_dates_and_tiny_counts_are_not_followed() -> None:
    assert not is_tracked(figure("2026-03-18", kind=FigureKind.DATE))
    assert not is_tracked(figure("3", kind=FigureKind.NUMBER))
    assert is_tracked(figure("35%", kind=FigureKind.PERCENT))


def test_sightings_are_oldest_first_and_each_article_once() -> None:
    money = figure("USD 250000000", "loan")
    others = [
        (Sighting("b", "Second", "2026-03-02"), [money, money]),
        (Sighting("c", "Undated"), [money]),
        (Sighting("a", "First", "2026-03-01"), [figure("USD 250000000")]),
        (Sighting("d", "Other", "2026-02-01"), [figure("USD 1")]),
    ]
    found = sightings(money, others)
    assert [one.article for one in found.articles] == ["a", "b", "c"]
    assert found.since == "2026-03-01"
    assert sightings(money, []).since == ""
