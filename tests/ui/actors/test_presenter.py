"""What the window of actors writes, without a window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.actor_card import Origin
from briefing_app.domain.entity import EntityKind
from briefing_app.ui.actors.presenter import HOLDS, SORT, TEXT, UNTIL, ActorsPresenter
from briefing_app.ui.actors.words import SCOPES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.actor_card import ActorCard, ActorRow, NameLine, Occurrences
    from tests.ui.panels.stage import Stage


class Page:
    """Remembers what it was asked to show."""

    def __init__(self) -> None:
        self.rows: list[ActorRow] = []
        self.card: ActorCard | None = None
        self.found: Occurrences | None = None
        self.sentences: list[str] = []
        self.errors: list[str] = []

    def show_list(self, rows: Sequence[ActorRow], words: str) -> None:
        del words
        self.rows = list(rows)

    def show_card(self, card: ActorCard) -> None:
        self.card = card

    def show_occurrences(self, key: str, found: Occurrences) -> None:
        del key
        self.found = found

    def show_nobody(self) -> None:
        self.card = None

    def told(self, sentence: str) -> None:
        self.sentences.append(sentence)

    def refuse(self, error: Exception) -> None:
        self.errors.append(str(error))

    def shown(self) -> ActorCard:
        """Return the card shown."""
        assert self.card is not None
        return self.card

    def line(self, text: str) -> NameLine:
        return next(one for one in self.shown().names if one.text == text)


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def presenter(stage: Stage, page: Page) -> ActorsPresenter:
    made = ActorsPresenter(stage.context, page)
    stage.context.changes.changed.connect(made.hear)
    made.start()
    return made


def test_all_actors_are_listed_and_found_by_any_name(presenter: ActorsPresenter, page: Page) -> None:
    assert len(page.rows) > 4000
    presenter.search("Kreml")
    assert ("country:RU", "Kremlin") in {(row.key, row.found) for row in page.rows}


def test_an_actor_is_added_found_in_the_list_and_shown(presenter: ActorsPresenter, page: Page) -> None:
    presenter.add("Skerry Board", EntityKind.ORG)
    assert (page.shown().name, page.shown().shipped) == ("Skerry Board", False)
    assert page.rows[0].own
    assert page.found is not None
    assert page.found.articles == 1
    presenter.undo()
    assert page.card is None
    assert not page.rows[0].own


def test_a_name_is_written_cell_by_cell(presenter: ActorsPresenter, page: Page) -> None:
    presenter.open("country:NO")
    presenter.write_name(None, TEXT, "the Fjord State")
    presenter.write_name(page.line("the Fjord State"), SORT, "nickname")
    presenter.write_name(page.line("the Fjord State"), HOLDS, SCOPES["acting"])
    presenter.write_name(page.line("the Fjord State"), UNTIL, "2026")
    presenter.write_name(page.line("the Fjord State"), TEXT, "the Fjord Kingdom")
    line = page.line("the Fjord Kingdom")
    assert (line.kind, line.scope, line.until, line.origin) == ("nickname", "acting", "2026", Origin.YOURS)
    assert all(one.text != "the Fjord State" for one in page.shown().names)


def test_a_bad_date_is_refused_and_nothing_changes(presenter: ActorsPresenter, page: Page) -> None:
    presenter.open("country:NO")
    before = page.card
    presenter.write_name(page.line("Norwegians"), UNTIL, "in May")
    assert "is no date" in page.errors[0]
    presenter.open("country:NO")
    assert page.card == before


def test_a_shipped_name_is_taken_away_and_given_back(presenter: ActorsPresenter, page: Page) -> None:
    presenter.open("country:NO")
    presenter.take_name(page.line("Norwegians"))
    assert page.line("Norwegians").origin is Origin.TAKEN
    presenter.take_name(page.line("Norwegians"))
    assert page.line("Norwegians").origin is Origin.SHIPPED


def test_merge_shows_the_one_that_stays_and_split_parts_them(presenter: ActorsPresenter, page: Page) -> None:
    presenter.add("Skerry Board", EntityKind.ORG)
    board = page.shown().key
    presenter.merge(board, "country:NO")
    assert page.shown().key == "country:NO"
    assert page.line("Skerry Board").origin is Origin.MERGED
    presenter.take_name(page.line("Skerry Board"))
    assert "split the two" in page.errors[-1]
    presenter.split(board)
    assert page.shown().merged == ()


def test_an_office_is_written_and_taken_away(presenter: ActorsPresenter, page: Page) -> None:
    presenter.add("Torill Vassmo", EntityKind.PERSON, "country:NO")
    presenter.write_office(None, 0, "chief negotiator")
    (office,) = page.shown().offices
    assert (office.title, office.actor_name) == ("chief negotiator", "Norway")
    presenter.write_office(office, 2, "2024-05")
    presenter.write_office(page.shown().offices[0], 1, "Iceland", "country:IS")
    (office,) = page.shown().offices
    assert (office.actor_name, office.since) == ("Iceland", "2024-05")
    presenter.take_office(office)
    assert page.shown().offices == ()


def test_forgetting_makes_a_shipped_actor_as_shipped_and_deletes_an_own_one(
    presenter: ActorsPresenter, page: Page
) -> None:
    presenter.open("country:NO")
    before = page.card
    presenter.rename("Kingdom of Norway")
    assert page.shown().name == "Kingdom of Norway"
    presenter.forget()
    assert page.card == before
    presenter.add("Skerry Board", EntityKind.ORG)
    presenter.forget()
    assert page.card is None
    assert all(row.name != "Skerry Board" for row in page.rows)


def test_words_that_are_never_a_name_are_ruled_so(presenter: ActorsPresenter, stage: Stage) -> None:
    presenter.never("Norway")
    assert [one.text for one in stage.services.entities.rulings()] == ["Norway"]
