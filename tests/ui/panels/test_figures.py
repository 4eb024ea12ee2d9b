"""The panel of figures: values as people read them, and where they stand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.entity import FigureKind
from briefing_app.domain.figures import Sighting, Sightings
from briefing_app.ui.panels.cards.pieces import CHOOSE
from briefing_app.ui.panels.figures.model import FigureModel, FigureRow, also_words
from briefing_app.ui.panels.figures.presenter import FiguresPresenter, rows_of
from briefing_app.ui.panels.figures.values import amount, readable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.ui.panels.stage import Stage


@dataclass
class Page:
    """Keeps what the presenter asked for."""

    rows: tuple[FigureRow, ...] = ()
    count: int = 0
    kinds: list[tuple[FigureKind, int]] = field(default_factory=list)
    empty: tuple[str, str, str] = ("", "", "")
    asked: list[tuple[Any, ...]] = field(default_factory=list)

    def show_kinds(self, kinds: Sequence[tuple[FigureKind, int]], chosen: FigureKind | None) -> None:
        self.kinds = list(kinds)

    def show_rows(self, rows: Sequence[FigureRow], count: int) -> None:
        self.rows, self.count = tuple(rows), count

    def show_empty(self, title: str, text: str, button: str) -> None:
        self.empty = (title, text, button)

    def reveal(self, start: int, end: int) -> None:
        self.asked.append((start, end))


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        (FigureKind.MONEY, "EUR 90000000000", "€90 billion"),
        (FigureKind.MONEY, "USD 1350000", "$1.35 million"),
        (FigureKind.MONEY, "USD 250", "$250"),
        (FigureKind.MONEY, "CHF 12500", "CHF 12,500"),
        (FigureKind.MONEY, "USD 2000000000/USD 3000000000", "$2 billion to $3 billion"),
        (FigureKind.MONEY, "USD 2000000000/3000000000", "$2 billion to $3 billion"),
        (FigureKind.PERCENT, "75%", "75 %"),
        (FigureKind.PERCENT, "10%/15%", "10 % to 15 %"),
        (FigureKind.NUMBER, "1200000", "1.2 million"),
        (FigureKind.NUMBER, "800", "800"),
        (FigureKind.DATE, "2025-12-22", "22 Dec 2025"),
        (FigureKind.DATE, "2025-12", "Dec 2025"),
        (FigureKind.DATE, "2025-12-22/2025-12-24", "22 Dec 2025 to 24 Dec 2025"),
        (FigureKind.MONEY, "nonsense", "nonsense"),
    ],
)
def test_value_when_normalised_then_readable(kind: FigureKind, value: str, words: str) -> None:
    assert readable(kind, value) == words


@given(st.integers(min_value=0, max_value=10**15))
def test_amount_when_any_whole_number_then_its_size_is_told(number: int) -> None:
    words = amount(str(number)).split()
    scale = {"million": 10**6, "billion": 10**9, "trillion": 10**12}.get(words[-1], 1)
    told = float(words[0].replace(",", "")) * scale
    assert told == pytest.approx(number, rel=1e-3, abs=0.001)


@given(st.sampled_from(list(FigureKind)), st.text())
def test_readable_when_given_anything_then_never_fails(kind: FigureKind, value: str) -> None:
    assert isinstance(readable(kind, value), str)


def test_rows_when_read_then_in_text_order_with_sentence_and_own_marks(stage: Stage) -> None:
    rows = rows_of(stage.open())
    assert [(row.kind, row.headline) for row in rows] == [
        (FigureKind.DATE, "Sunday → 21 Dec 2025"),
        (None, "borrowing €40 billion on the markets"),
        (FigureKind.MONEY, "€40 billion"),
        (FigureKind.PERCENT, "80 %"),
    ]
    money = rows[2]
    assert (money.measures, money.claimed_by, money.paragraph) == ("borrowing on the markets", "ministers", 3)
    assert money.sentence.startswith("Ministers settled on borrowing")
    assert rows[0].sentence == "Two days of talks closed on Sunday."
    assert "according to ministers" in str(FigureModel().card(money))


def test_card_when_the_sentence_is_long_then_its_quotation_begins_shortly_before_the_figure() -> None:
    before = "After a night in which every delegation had spoken twice, the ministers of the nine coastal countries "
    sentence = f"{before}settled on €40 billion for the harbours."
    row = FigureRow(FigureKind.MONEY, 0, 11, "€40 billion", "EUR 40000000000", sentence=sentence)
    late = str(FigureModel().card(replace(row, at=sentence.index("€40"))))
    assert "“…nine coastal countries settled on €40 billion for the harbours.”" in late
    assert "“After a night" in str(FigureModel().card(row))


def test_rows_when_read_then_know_where_in_the_sentence_the_figure_stands(stage: Stage) -> None:
    rows = rows_of(stage.open())
    assert all(row.sentence[row.at : row.at + len(row.text)] == row.text for row in rows)


def test_rows_when_the_passage_is_hidden_then_left_out(stage: Stage) -> None:
    stage.services.reading.hide_passage(stage.later, *stage.span("80 percent of points"))
    assert FigureKind.PERCENT not in [row.kind for row in rows_of(stage.open())]


def test_kind_when_chosen_then_only_its_figures_and_choose_reveals(stage: Stage) -> None:
    page = Page()
    presenter = FiguresPresenter(page)
    presenter.show(stage.open())
    assert page.kinds == [(FigureKind.MONEY, 1), (FigureKind.PERCENT, 1), (FigureKind.DATE, 1)]
    presenter.choose_kind(FigureKind.MONEY)
    assert [row.value for row in page.rows] == ["EUR 40000000000"]
    assert page.count == 4
    presenter.do(page.rows[0].key, CHOOSE)
    assert page.asked == [stage.span("€40 billion")]


def test_empty_when_there_are_none_then_says_how_they_come_and_explains_on_request(stage: Stage) -> None:
    page = Page()
    presenter = FiguresPresenter(page)
    presenter.show(stage.open(stage.earlier))
    assert page.empty[0] == "No figures in this article yet"
    with stage.store.write("Analyse", undoable=False) as work:
        version = work.articles.current_version(stage.earlier)
        plain = stage.open().analysis
        assert plain is not None
        work.articles.put_analysis(version.id, type(plain)(version.text_hash, "test 1", "en"), ())
    presenter.show(stage.open(stage.earlier))
    assert page.empty[1] == (
        "Sums, percentages and counts appear here as they are found. Select one in the text and press 3 to add it."
    )
    assert page.empty[2] == "How figures are tracked"
    presenter.explain()
    assert page.empty[0] == "How figures are tracked"
    presenter.explain()
    assert page.empty[0] == "No figures in this article yet"


def test_figure_when_in_other_articles_then_the_card_says_in_how_many_and_since_when(stage: Stage) -> None:
    page = Page()
    presenter = FiguresPresenter(page)
    presenter.show(stage.open())
    article = stage.later
    where = Sightings((Sighting("a", "Round one", "2025-12-14"), Sighting("b", "Round zero", "2025-12-20")))
    key = (FigureKind.MONEY, "EUR 40000000000", "borrowing on the markets")
    presenter.add_sightings("another", {key: where})
    assert all(not row.also for row in page.rows)
    presenter.add_sightings(article, {key: where})
    (money,) = [row for row in page.rows if row.kind is FigureKind.MONEY]
    assert money.also == "also in 2 articles, since 14 Dec 2025"
    model = FigureModel()
    assert money.also in str(model.card(money))
    assert money.also in model.spoken(money)
    assert "Also in: Round one" in model.tip(money)
    assert also_words(Sightings((Sighting("a", "Undated"),))) == "also in 1 article"


def test_date_when_the_text_spells_it_out_then_no_arrow() -> None:
    assert FigureRow(FigureKind.DATE, 0, 1, "15 December 2026", "2026-12-15").headline == "15 Dec 2026"
    assert FigureRow(FigureKind.DATE, 0, 1, "15 December", "2026-12-15").headline == "15 December → 15 Dec 2026"
