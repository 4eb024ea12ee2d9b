"""The panel of positions: what it shows of a dossier, and what review does to suggestions."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.domain.entity import Status
from briefing_app.domain.position import Stance, Trend
from briefing_app.errors import UserError
from briefing_app.jobs.runner import Job
from briefing_app.ui.panels.cards.pieces import CHOOSE
from briefing_app.ui.panels.positions.cards import (
    ACCEPT,
    DELETE,
    DISMISS,
    EDIT,
    EXPAND,
    OVERRIDE,
    WITHDRAW,
    card_of,
    spoken,
    suggestion_tip,
)
from briefing_app.ui.panels.positions.presenter import PositionsPresenter
from briefing_app.ui.panels.positions.rows import (
    EvidenceRow,
    HiddenRow,
    MoreRow,
    PartyChip,
    PositionRow,
    Row,
    SilentRow,
    SuggestionRow,
    suggestion_key,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.position import Position, Statement
    from tests.ui.panels.stage import Stage


@dataclass
class Page:
    """Keeps what the presenter asked for."""

    chips: tuple[PartyChip, ...] = ()
    active: str = ""
    rows: tuple[Row, ...] = ()
    current: str = ""
    empty: tuple[str, str] = ("", "")
    button: str = ""
    asked: list[tuple[Any, ...]] = field(default_factory=list)

    def show_chips(self, chips: Sequence[PartyChip], active: str) -> None:
        self.chips, self.active = tuple(chips), active

    def show_rows(self, rows: Sequence[Row], current: str) -> None:
        self.rows, self.current = tuple(rows), current or self.current

    def show_empty(self, title: str, text: str, button: str = "") -> None:
        self.empty = (title, text)
        self.button = button

    def reveal(self, start: int, end: int) -> None:
        self.asked.append(("reveal", start, end))

    def open_elsewhere(self, article: str, start: int, end: int) -> None:
        self.asked.append(("open", article, start, end))

    def edit(self, statement: Statement) -> None:
        self.asked.append(("edit", statement.id))

    def override(self, dossier: str, position: Position) -> None:
        self.asked.append(("override", dossier, position.issue))


@dataclass
class Play:
    """A presenter on its page over a library; it hears of changes as the panel does."""

    stage: Stage
    page: Page
    presenter: PositionsPresenter

    def again(self) -> None:
        """Show the article as it is now, as the panel does after each change."""
        self.presenter.show(self.stage.open(), self.stage.dossier)

    def suggestions(self) -> list[SuggestionRow]:
        return [row for row in self.page.rows if isinstance(row, SuggestionRow)]


@pytest.fixture
def play(stage: Stage) -> Play:
    page = Page()
    presenter = PositionsPresenter(stage.context, page)
    presenter.show(stage.open(), stage.dossier)
    return Play(stage, page, presenter)


def test_parties_when_shown_then_those_of_the_dossier_first_and_strangers_without_colour(play: Play) -> None:
    assert [(chip.name, chip.colour, chip.count, chip.open) for chip in play.page.chips] == [
        ("Eastland", "red", 3, 2),
        ("Southmark", "gold", 1, 1),
        ("Northland", "blue", 0, 0),
        ("Lowport", "", 1, 1),
    ]
    assert play.page.active == "Eastland"


def test_rows_when_shown_then_positions_suggestions_silence_and_what_is_left(play: Play) -> None:
    kinds = [type(row) for row in play.page.rows]
    assert kinds == [PositionRow, SuggestionRow, SuggestionRow, SilentRow, MoreRow]
    position, silent, more = play.page.rows[0], play.page.rows[3], play.page.rows[4]
    assert isinstance(position, PositionRow)
    assert (position.position.stance, position.position.trend) == (Stance.UNDECIDED, Trend.SOFTENED)
    assert position.position.previous is Stance.REJECTS
    assert isinstance(silent, SilentRow)
    assert (silent.issues, silent.searched) == (("Prisoners",), 2)
    assert isinstance(more, MoreRow)
    assert more.parties == (("Southmark", 1), ("Lowport", 1))


def test_hidden_when_not_certain_enough_then_told_and_shown_on_demand(play: Play) -> None:
    count = len(play.suggestions())
    before = {row.statement.id for row in play.suggestions()}
    play.stage.services.certainty.set(0.85, None)
    play.again()
    hidden = [row for row in play.page.rows if isinstance(row, HiddenRow)]
    assert len(hidden) == 1
    assert len(play.suggestions()) < count
    assert "less certain suggestion" in spoken(hidden[0])
    assert "show" in str(card_of(hidden[0]))
    play.presenter.do("hidden", CHOOSE)
    assert {row.statement.id for row in play.suggestions()} == before
    play.again()
    assert {row.statement.id for row in play.suggestions()} == before
    play.stage.store.undo()
    play.again()
    assert not any(isinstance(row, HiddenRow) for row in play.page.rows)


def test_hidden_when_nothing_else_is_there_then_the_empty_page_offers_to_show_it(play: Play) -> None:
    play.stage.services.dossiers.take([play.stage.later], play.stage.dossier)
    play.stage.services.statements.delete([one.id for one in play.stage.open().statements if one.status.counts])
    play.stage.services.certainty.set(1.0, None)
    play.presenter.show(play.stage.open(), "")
    assert play.page.empty[0] == "Nothing certain enough"
    assert play.page.button == "Show them"
    play.presenter.uncover()
    assert play.suggestions()


def test_silence_when_party_has_no_position_then_card_says_how_many_articles_were_searched(play: Play) -> None:
    play.presenter.choose_party("Northland")
    (silent,) = (row for row in play.page.rows if isinstance(row, SilentRow))
    assert silent.issues == ("Format of talks", "Strait", "Prisoners")
    assert "No stated position (searched 2 articles)" in str(card_of(silent))


def test_card_when_position_moved_then_sign_and_word_and_warning(play: Play) -> None:
    card = card_of(play.page.rows[0])
    assert "▲ softened 21 Dec" in str(card)
    assert "· 2 sources" in str(card)
    assert "tone=<Tone.WARNING" in str(card.pieces[0])
    assert "Mara Quill, reported · 21 Dec 2025 · hedged (reportedly)" in str(card)


def test_accept_when_pressed_then_confirmed_and_the_next_is_current(play: Play) -> None:
    first, second = play.suggestions()
    play.presenter.do(first.key, ACCEPT)
    assert play.stage.services.statements.get(first.statement.id).status is Status.CONFIRMED
    assert play.page.current == second.key
    assert play.stage.sentences[-1] == "Suggestion accepted."
    play.again()
    assert [row.key for row in play.suggestions()] == [second.key]
    assert play.page.current == second.key


def test_accept_when_last_of_a_party_then_what_is_left_of_others_is_current_and_leads_there(play: Play) -> None:
    for row in play.suggestions():
        play.presenter.do(row.key, ACCEPT)
    play.again()
    assert play.page.current == "more"
    play.presenter.do("more", ACCEPT)
    assert play.page.active == "Southmark"
    assert play.page.current == play.suggestions()[0].key


def test_dismiss_when_pressed_then_rejected_and_undo_brings_it_back(play: Play) -> None:
    row = play.suggestions()[0]
    play.presenter.do(row.key, DISMISS)
    assert play.stage.services.statements.get(row.statement.id).status is Status.REJECTED
    play.stage.store.undo()
    play.again()
    assert row.key in [one.key for one in play.suggestions()]


def test_edit_when_pressed_then_the_editor_is_asked_for(play: Play) -> None:
    row = play.suggestions()[0]
    play.presenter.do(row.key, EDIT)
    assert play.page.asked == [("edit", row.statement.id)]


def test_accept_sure_when_chosen_then_only_those_above_the_line_of_all_parties(play: Play) -> None:
    assert [one.confidence for one in play.presenter.sure()] == [0.9, 0.85, 0.9]
    play.presenter.accept_sure()
    assert [one.confidence for one in play.stage.suggestions()] == [0.5]
    assert play.stage.sentences[-1] == "3 suggestions accepted."
    play.stage.store.undo()
    assert len(play.stage.suggestions()) == 4


def test_dismiss_shown_when_chosen_then_other_parties_keep_theirs(play: Play) -> None:
    play.presenter.dismiss_shown()
    assert {one.parties for one in play.stage.suggestions()} == {("Lowport",), ("Southmark",)}


def test_expand_when_asked_then_what_was_said_before_with_the_title_of_other_articles(play: Play) -> None:
    play.presenter.do(play.page.rows[0].key, EXPAND)
    evidence = [row for row in play.page.rows if isinstance(row, EvidenceRow)]
    assert [(row.statement.stance, row.title) for row in evidence] == [
        (Stance.REJECTS, "Round one"),
    ]
    play.presenter.do(play.page.rows[0].key, EXPAND)
    assert not any(isinstance(row, EvidenceRow) for row in play.page.rows)


def test_choose_when_evidence_is_here_then_revealed_and_elsewhere_then_opened(play: Play) -> None:
    play.presenter.do(play.page.rows[0].key, CHOOSE)
    assert play.page.asked[-1] == ("reveal", *play.stage.span("a third chair “has not been discussed”"))
    play.presenter.do(play.page.rows[0].key, EXPAND)
    other = next(row for row in play.page.rows if isinstance(row, EvidenceRow) and row.title)
    play.presenter.do(other.key, CHOOSE)
    start, end = play.stage.span(
        "The chamber rejects any third chair at this table, its speaker said.", play.stage.earlier
    )
    assert play.page.asked[-1:] == [("open", play.stage.earlier, start, end)]


def test_enter_when_on_a_position_then_it_is_revealed(play: Play) -> None:
    play.presenter.do(play.page.rows[0].key, ACCEPT)
    assert play.page.asked[-1][0] == "reveal"


def test_hear_when_a_statement_is_added_elsewhere_then_positions_follow(play: Play) -> None:
    stage = play.stage
    stage.context.changes.changed.connect(play.presenter.hear)
    stage.state(
        "Eastland", "Prisoners", Stance.OFFERS, "The chamber demands", stage.earlier, paraphrase="An exchange of all"
    )
    names = [row.position.issue for row in play.page.rows if isinstance(row, PositionRow)]
    assert names == ["Format of talks", "Prisoners"]


def test_suggested_position_when_nobody_confirmed_it_in_another_article_then_marked_so(play: Play) -> None:
    stage = play.stage
    play.presenter.show(stage.open(stage.earlier), stage.dossier)
    strait = next(row for row in play.page.rows if isinstance(row, PositionRow) and row.position.issue == "Strait")
    assert strait.suggested
    assert strait.title == "Round two"
    assert card_of(strait).suggested
    assert "suggested · 1 source" in str(card_of(strait))


def test_article_without_dossier_when_shown_then_its_own_statements_count(play: Play) -> None:
    stage = play.stage
    stage.services.dossiers.take([stage.later], stage.dossier)
    play.presenter.show(stage.open(), "")
    assert [(chip.name, chip.colour) for chip in play.page.chips] == [
        ("Eastland", ""),
        ("Lowport", ""),
        ("Southmark", ""),
    ]
    assert [type(row) for row in play.page.rows] == [PositionRow, SuggestionRow, SuggestionRow, MoreRow]


def test_dossier_when_no_article_is_open_then_its_positions_without_suggestions_of_an_article(play: Play) -> None:
    play.presenter.show(None, play.stage.dossier)
    assert play.page.chips[0] == PartyChip("Eastland", "red", 2, 0)
    assert play.suggestions() == []


def test_empty_when_nothing_is_open_then_it_says_what_to_do(bare: Stage) -> None:
    page = Page()
    PositionsPresenter(bare.context, page).show(None, "")
    assert page.empty == ("No article open", "Open an article to see what each party holds.")


def test_accept_when_the_library_refuses_then_it_is_said_and_can_be_tried_again(
    play: Play, monkeypatch: pytest.MonkeyPatch
) -> None:
    row, tried = play.suggestions()[0], []

    def refuse(ids: Sequence[str]) -> None:
        tried.append(ids)
        raise UserError("The disk is full.")

    monkeypatch.setattr(play.stage.services.statements, "accept", refuse)
    play.presenter.do(row.key, ACCEPT)
    play.presenter.do(row.key, ACCEPT)
    assert tried == [[row.statement.id]] * 2
    assert play.stage.sentences == ["The disk is full."] * 2


def test_tip_when_hovering_a_suggestion_then_why_and_how_sure(play: Play) -> None:
    assert suggestion_tip(play.suggestions()[0].statement) == "“The chamber ” says so.\nSure to 50 %."


def test_spoken_when_conflicting_then_the_word_is_said(play: Play) -> None:
    row = play.page.rows[0]
    assert isinstance(row, PositionRow)
    conflicting = replace(row, position=replace(row.position, trend=Trend.CONFLICTING))
    assert "conflicting" in spoken(conflicting)
    assert "? conflicting" in str(card_of(conflicting))


def test_key_when_made_from_the_id_then_that_of_the_row(play: Play) -> None:
    assert suggestion_key(play.suggestions()[0].statement.id) == play.suggestions()[0].key


class Later:
    """A runner that keeps the answers of reads until they are asked for."""

    def __init__(self) -> None:
        self.waiting: list[Callable[[], None]] = []

    def read(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None] | None = None,
        *,
        failed: Callable[[Exception], None] | None = None,
        key: str = "",
    ) -> Job:
        del failed, key
        self.waiting.append(lambda: then(work()) if then is not None else None)
        return Job()

    write = read


def test_answer_when_it_comes_for_an_article_no_longer_open_then_dropped(stage: Stage) -> None:
    page, later = Page(), Later()
    presenter = PositionsPresenter(replace(stage.context, runner=later), page)
    presenter.show(stage.open(), stage.dossier)
    presenter.show(None, "")
    for answer in later.waiting:
        answer()
    assert page.chips == ()
    assert page.empty[0] == "No article open"


def test_menu_when_asked_of_each_row_then_what_fits_it(play: Play) -> None:
    position, suggestion = play.page.rows[0], play.suggestions()[0]
    texts = [deed.text for deed in play.presenter.deeds(position.key)]
    assert texts == ["Show in the text", "Show earlier statements", "Edit…", "Delete statement", "Read it otherwise…"]
    texts = [deed.text for deed in play.presenter.deeds(suggestion.key)]
    assert texts == ["Accept", "Edit…", "Dismiss", "Show in the text"]
    assert play.presenter.deeds("more") == ()


def test_delete_when_chosen_on_a_position_then_its_current_statement_goes_and_the_one_before_counts(play: Play) -> None:
    play.stage.context.changes.changed.connect(play.presenter.hear)
    play.presenter.do(play.page.rows[0].key, DELETE)
    position = play.page.rows[0]
    assert isinstance(position, PositionRow)
    assert (position.position.stance, play.stage.sentences) == (Stance.REJECTS, ["Statement deleted."])


def test_a_position_when_read_otherwise_then_told_as_the_readers_own_and_returned_from(play: Play) -> None:
    row = next(row for row in play.page.rows if isinstance(row, PositionRow))
    play.presenter.do(row.key, OVERRIDE)
    assert play.page.asked[-1] == ("override", play.stage.dossier, row.position.issue)
    place = play.stage.dossier, row.position.party, row.position.issue
    play.stage.services.positions.override(*place, Stance.OFFERS, "They hinted at it.")
    play.again()
    own = next(one for one in play.page.rows if one.key == row.key)
    assert isinstance(own, PositionRow)
    assert own.position.stance is Stance.OFFERS
    assert f"They hinted at it. Statements add up to: {row.position.stance}." in spoken(own)
    assert any("They hinted at it" in getattr(piece, "text", "") for piece in card_of(own).pieces)
    play.presenter.do(row.key, WITHDRAW)
    play.again()
    assert next(one for one in play.page.rows if one.key == row.key) == row
