"""The panel of names: grouping, stepping, filtering, rulings and new parties."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.domain.entity import EntityKind
from briefing_app.ui.panels.cards.pieces import CHOOSE
from briefing_app.ui.panels.entities.grouping import Group, group_names
from briefing_app.ui.panels.entities.model import EntityModel, HeadingRow, NameRow, Row, other_surfaces
from briefing_app.ui.panels.entities.presenter import CHANGE, NEXT, PREVIOUS, EntitiesPresenter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.entity import Mention
    from tests.ui.panels.stage import Stage

EASTLAND = "name:country:EL"


@dataclass
class Page:
    """Keeps what the presenter asked for."""

    rows: tuple[Row, ...] = ()
    names: int = 0
    empty: str = ""
    asked: list[tuple[Any, ...]] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def show_rows(self, rows: Sequence[Row], names: int) -> None:
        self.rows, self.names = tuple(rows), names

    def show_empty(self, title: str, text: str) -> None:
        self.empty = f"{title}. {text}"

    def reveal(self, start: int, end: int) -> None:
        self.asked.append((start, end))

    def say(self, words: str) -> None:
        self.said.append(words)

    def change(self, mention: Mention) -> None:
        self.asked.append((mention.text, mention.start))

    def shown(self) -> list[str]:
        return [row.text if isinstance(row, HeadingRow) else row.named.name for row in self.rows]


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def presenter(stage: Stage, page: Page) -> EntitiesPresenter:
    made = EntitiesPresenter(stage.context, page)
    made.show(stage.open(), stage.dossier)
    return made


def test_names_when_shown_then_by_group_with_all_their_words_and_the_party_colour(
    presenter: EntitiesPresenter, page: Page
) -> None:
    assert page.shown() == [
        "People",
        "Mara Quill",
        "Organisations",
        "Union",
        "Countries and places",
        "Eastland",
        "Lowport",
        "Southmark",
    ]
    assert page.names == 5
    eastland = presenter.named(EASTLAND)
    assert eastland is not None
    assert (eastland.group, eastland.colour, eastland.surfaces) == (Group.PLACES, "red", ("the chamber", "The chamber"))
    assert other_surfaces(eastland) == "the chamber, The chamber"


def test_values_when_grouped_then_left_to_the_figures(stage: Stage) -> None:
    assert "2025-12-21" not in [one.name for one in group_names(stage.open())]


def test_hidden_text_when_grouped_then_its_names_are_not_listed(stage: Stage) -> None:
    stage.services.reading.hide_passage(stage.later, *stage.span("Lowport would pay only"))
    assert "Lowport" not in [one.name for one in group_names(stage.open())]


def test_choose_when_repeated_then_steps_through_the_mentions_and_begins_again(
    stage: Stage, presenter: EntitiesPresenter, page: Page
) -> None:
    for deed in (CHOOSE, NEXT, NEXT, PREVIOUS):
        presenter.do(EASTLAND, deed)
    first = stage.span("the chamber")
    second = stage.span("The chamber")
    assert page.asked == [first, second, first, second]
    (row,) = (row for row in page.rows if row.key == EASTLAND)
    assert isinstance(row, NameRow)
    assert row.place == 2
    assert row.why == row.named.mentions[1].why
    model = EntityModel()
    assert row.why in str(model.card(row))
    assert row.why in model.spoken(row)
    assert row.why not in str(model.card(NameRow(row.named)))
    assert page.said == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]
    assert "2 of 2" in str(EntityModel().card(row))


def test_previous_when_pressed_first_then_the_last_mention(
    stage: Stage, presenter: EntitiesPresenter, page: Page
) -> None:
    presenter.do(EASTLAND, PREVIOUS)
    assert page.asked == [stage.span("The chamber")]


def test_filter_when_typed_then_names_and_words_of_the_text_match(presenter: EntitiesPresenter, page: Page) -> None:
    presenter.filter("CHAMB")
    assert page.shown() == ["Countries and places", "Eastland"]
    presenter.filter("nobody")
    assert page.shown() == []
    assert page.names == 5


def test_change_when_asked_then_the_mention_stepped_to(stage: Stage, presenter: EntitiesPresenter, page: Page) -> None:
    presenter.do(EASTLAND, NEXT)
    presenter.do(EASTLAND, NEXT)
    presenter.do(EASTLAND, CHANGE)
    assert page.asked[-1] == ("The chamber", stage.span("The chamber")[0])


def test_never_when_ruled_then_gone_from_the_article_and_undo_offered(
    stage: Stage, presenter: EntitiesPresenter
) -> None:
    presenter.never("Lowport", here_only=True)
    assert stage.services.entities.rulings()[0].article == stage.later
    presenter.never("Union")
    assert not {"Lowport", "Union"}.intersection(one.name for one in group_names(stage.open()))
    assert stage.sentences[-1] == "“Union” is no longer a name."


def test_make_party_when_asked_then_in_the_dossier_with_a_free_colour(
    stage: Stage, presenter: EntitiesPresenter
) -> None:
    named = presenter.named("name:city:lowport")
    assert named is not None
    presenter.make_party(named)
    party = stage.services.dossiers.get(stage.dossier).parties[-1]
    assert (party.name, party.key, party.colour) == ("Lowport", "city:lowport", "violet")
    stage.store.undo()
    assert len(stage.services.dossiers.get(stage.dossier).parties) == 3


def test_kind_when_nobody_known_then_by_the_label_of_most_mentions(stage: Stage) -> None:
    southmark = next(one for one in group_names(stage.open()) if one.name == "Southmark")
    assert southmark.mentions[0].label is EntityKind.GPE
    assert southmark.group is Group.PLACES


def test_empty_when_there_is_no_analysis_then_it_says_when_names_appear(
    stage: Stage, presenter: EntitiesPresenter, page: Page
) -> None:
    presenter.show(stage.open(stage.earlier), stage.dossier)
    assert page.empty == "No names yet. They appear when the article has been analysed."
