"""The presenter over a real library, without a window."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.domain.entity import Status
from briefing_app.domain.position import Stance
from briefing_app.errors import LibraryLocked
from briefing_app.jobs.runner import Runner
from briefing_app.ui.note.evidence import EvidenceRow, HeadingRow, NewsRow
from briefing_app.ui.note.parts import HEADER
from briefing_app.ui.note.presenter import Emptiness, NotePresenter
from tests.ui.note.factory import add_article, add_statement

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from briefing_app.domain.note import Note, Section
    from briefing_app.ui.note.evidence import Row
    from briefing_app.ui.note.outline import CheckRow, OutlineRow
    from briefing_app.ui.note.state import Draft, NoteState
    from tests.ui.note.factory import Stage

WRONG = "We assess with high confidence that a text is likely."


class Page:
    """Remembers what it was asked to show."""

    def __init__(self) -> None:
        self.why: Emptiness | None = None
        self.state: NoteState | None = None
        self.outline: dict[str, OutlineRow] = {}
        self.checks: tuple[CheckRow, ...] = ()
        self.evidence: list[Row] = []
        self.draft: Draft | None = None
        self.section = ""
        self.saved = True

    def show_empty(self, why: Emptiness) -> None:
        self.why = why

    def show_state(self, state: NoteState) -> None:
        self.why, self.state = None, state

    def show_outline(self, rows: tuple[OutlineRow, ...], checks: tuple[CheckRow, ...]) -> None:
        self.outline, self.checks = {row.key: row for row in rows}, checks

    def show_evidence(self, rows: list[Row]) -> None:
        self.evidence = rows

    def show_section(self, key: str, section: Section | None, *, go: bool) -> None:
        self.section = key

    def open_editor(self, draft: Draft) -> None:
        self.draft = draft

    def renew_editor(self, draft: Draft) -> None:
        self.draft = draft

    def close_editor(self) -> None:
        self.draft = None

    def show_saved(self, *, saved: bool) -> None:
        self.saved = saved

    def cards(self) -> list[EvidenceRow]:
        return [row for row in self.evidence if isinstance(row, EvidenceRow)]

    def headings(self) -> list[str]:
        return [row.text for row in self.evidence if isinstance(row, HeadingRow)]

    def news(self) -> list[NewsRow]:
        return [row for row in self.evidence if isinstance(row, NewsRow)]


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def presenter(stage: Stage, page: Page) -> NotePresenter:
    """Give a presenter that shows a note just started."""
    presenter = NotePresenter(stage.context, page)
    stage.context.changes.changed.connect(presenter.hear)
    presenter.show_dossier(stage.dossier)
    presenter.start()
    return presenter


def write(presenter: NotePresenter, key: str, text: str) -> None:
    presenter.drafting.edit(key)
    presenter.drafting.type({key: text})
    presenter.drafting.done()


def shown(presenter: NotePresenter, key: str) -> str:
    section = presenter.shown_section(key)
    assert section is not None
    return "".join(run.text for one in section.content for run in getattr(one, "runs", ()))


# --- empty states


def test_reload_without_a_dossier_then_no_dossier_is_told(bare: Stage, page: Page) -> None:
    NotePresenter(bare.context, page).reload()
    assert page.why is Emptiness.NO_DOSSIER


def test_show_dossier_without_articles_then_that_is_told(bare: Stage, page: Page) -> None:
    dossier = bare.services.dossiers.add("Herring talks")
    NotePresenter(bare.context, page).show_dossier(str(dossier.id))
    assert page.why is Emptiness.NO_ARTICLES


def test_show_dossier_without_a_note_then_one_can_be_started(stage: Stage, page: Page) -> None:
    presenter = NotePresenter(stage.context, page)
    presenter.show_dossier(stage.dossier)
    told = page.why
    presenter.start()
    assert (told, page.why) == (Emptiness.NO_NOTE, None)
    assert stage.note().title == "Delta settlement talks: state of the talks"


def test_begin_before_the_dossier_was_read_then_its_note_is_started_once_it_is(
    stage: Stage, page: Page, qtbot: QtBot
) -> None:
    waiting: list[Callable[[], None]] = []
    runner = Runner(waiting.append, stage.context.messages.warn)
    presenter = NotePresenter(replace(stage.context, runner=runner), page)
    presenter.show_dossier(stage.dossier)
    presenter.begin()
    deliver = partial(deliver_all, waiting)
    qtbot.waitUntil(lambda: deliver() and page.state is not None)
    runner.end()
    assert len(stage.services.notes.all(stage.dossier)) == 1


def deliver_all(waiting: list[Callable[[], None]]) -> bool:
    while waiting:
        waiting.pop(0)()
    return True


def test_hear_when_the_dossier_is_deleted_then_nothing_is_shown(
    stage: Stage, page: Page, presenter: NotePresenter
) -> None:
    stage.services.dossiers.delete(stage.dossier)
    assert page.why is Emptiness.NO_DOSSIER


# --- outline and checks


def test_outline_of_a_new_note_then_each_section_tells_its_state(page: Page, presenter: NotePresenter) -> None:
    assert page.outline["bluf"].state == "to write"
    assert page.outline["positions"].state == "5 cells"
    assert page.outline["status"].state == "3"
    assert page.outline["lines"].state == "off"
    assert "options" not in page.outline
    assert any(row.key == "unconfirmed" and row.text == "2 items unconfirmed †" for row in page.checks)


def test_outline_when_likelihood_meets_confidence_then_the_section_warns(page: Page, presenter: NotePresenter) -> None:
    write(presenter, "considerations", WRONG)
    assert page.outline["considerations"].state == "1 warning"
    first = page.checks[0]
    assert (first.section, first.warns) == ("considerations", True)
    assert first.text.startswith("Likelihood and confidence in one sentence")


def test_outline_when_the_note_is_for_decision_then_options_appear(page: Page, presenter: NotePresenter) -> None:
    presenter.drafting.edit(HEADER)
    presenter.drafting.type({**presenter.drafting.draft.texts, "purpose": "for decision"})  # type: ignore[union-attr]
    presenter.drafting.done()
    assert {"options", "recommendation"} <= page.outline.keys()


# --- writing


def test_type_then_the_page_shows_it_and_the_library_does_not(
    stage: Stage, page: Page, presenter: NotePresenter
) -> None:
    presenter.drafting.edit("bluf")
    presenter.drafting.type({"bluf": "Nothing has moved."})
    presenter.drafting.preview()
    assert shown(presenter, "bluf") == "Nothing has moved."
    assert page.saved is False
    assert stage.note().sections == {}


def test_done_then_the_library_holds_the_text_as_one_step(stage: Stage, page: Page, presenter: NotePresenter) -> None:
    write(presenter, "bluf", "Nothing has moved.")
    assert stage.note().sections == {"bluf": "Nothing has moved."}
    assert page.draft is None
    assert page.outline["bluf"].state == "yours"
    stage.store.undo()
    assert stage.note().sections == {}
    assert page.outline["bluf"].state == "to write"


def test_edit_another_section_then_the_open_one_is_saved_first(stage: Stage, presenter: NotePresenter) -> None:
    presenter.drafting.edit("bluf")
    presenter.drafting.type({"bluf": "One."})
    presenter.drafting.edit("issue_statement")
    assert stage.note().sections == {"bluf": "One."}
    assert presenter.drafting.draft is not None
    assert presenter.drafting.draft.key == "issue_statement"


def test_cancel_then_the_text_is_as_before_and_undo_brings_back_what_was_typed(
    stage: Stage, page: Page, presenter: NotePresenter
) -> None:
    write(presenter, "bluf", "Before.")
    presenter.drafting.edit("bluf")
    presenter.drafting.type({"bluf": "Typed."})
    presenter.drafting.cancel()
    assert page.draft is None
    assert stage.note().sections == {"bluf": "Before."}
    assert "Text put back as it was." in stage.sentences
    stage.store.undo()
    assert stage.note().sections == {"bluf": "Typed."}


def test_cancel_when_nothing_was_typed_then_nothing_is_saved(stage: Stage, presenter: NotePresenter) -> None:
    before = stage.note()
    presenter.drafting.edit("bluf")
    presenter.drafting.cancel()
    assert stage.note() == before


def test_save_when_the_library_refuses_then_the_editor_keeps_the_text(
    stage: Stage, page: Page, presenter: NotePresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter.drafting.edit("bluf")
    presenter.drafting.type({"bluf": "Worth keeping."})

    def refuse(note: Note) -> Note:
        raise LibraryLocked("The library is locked by another program.")

    monkeypatch.setattr(stage.services.notes, "save", refuse, raising=False)
    presenter.drafting.done()
    assert "The library is locked by another program." in stage.sentences
    assert presenter.drafting.draft is not None
    assert presenter.drafting.draft.texts == {"bluf": "Worth keeping."}
    monkeypatch.undo()
    presenter.drafting.done()
    assert stage.note().sections == {"bluf": "Worth keeping."}


def test_show_dossier_when_saving_fails_then_the_text_stays_open(
    stage: Stage, page: Page, presenter: NotePresenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = stage.services.dossiers.add("Herring talks")
    presenter.drafting.edit("bluf")
    presenter.drafting.type({"bluf": "Worth keeping."})

    def refuse(note: Note) -> Note:
        raise LibraryLocked("The library is locked by another program.")

    monkeypatch.setattr(stage.services.notes, "save", refuse, raising=False)
    presenter.show_dossier(str(other.id))
    assert presenter.dossier_id == stage.dossier
    assert presenter.drafting.dirty


def test_undo_elsewhere_while_the_editor_is_open_then_it_shows_the_text_undone(
    stage: Stage, page: Page, presenter: NotePresenter
) -> None:
    presenter.drafting.edit("bluf")
    presenter.drafting.type({"bluf": "Saved by the clock."})
    presenter.drafting.save()
    stage.store.undo()
    assert page.draft is not None
    assert page.draft.texts == {"bluf": ""}
    assert page.saved is True


def test_change_elsewhere_while_something_is_typed_then_the_typed_text_stays(
    stage: Stage, presenter: NotePresenter
) -> None:
    presenter.drafting.edit("bluf")
    presenter.drafting.type({"bluf": "Mine."})
    note = stage.note()
    stage.services.notes.save(replace(note, sections={"bluf": "Theirs."}))
    assert presenter.drafting.draft is not None
    assert presenter.drafting.draft.texts == {"bluf": "Mine."}


def test_deeds_while_something_is_typed_then_both_are_kept(stage: Stage, presenter: NotePresenter) -> None:
    presenter.drafting.edit("bluf")
    presenter.drafting.type({"bluf": "Mine."})
    presenter.deeds.set_handling("TLP:AMBER")
    presenter.drafting.done()
    note = stage.note()
    assert (note.sections, note.fields["handling"]) == ({"bluf": "Mine."}, "TLP:AMBER")


# --- generated sections


def test_take_over_then_the_section_says_the_same_and_is_the_users(
    stage: Stage, page: Page, presenter: NotePresenter
) -> None:
    before = shown(presenter, "status")
    section = presenter.shown_section("status")
    assert section is not None
    presenter.drafting.take_over("status")
    presenter.drafting.done()
    after = presenter.shown_section("status")
    assert after is not None
    assert (after.origin, after.evidence) == ("user", section.evidence)
    assert shown(presenter, "status") == before
    assert page.outline["status"].mine


def test_take_over_then_escape_leaves_the_section_generated(stage: Stage, presenter: NotePresenter) -> None:
    before = stage.note()
    presenter.drafting.take_over("positions")
    presenter.drafting.cancel()
    assert stage.note() == before
    assert not presenter.writes("positions")


def test_give_back_then_the_section_is_generated_again_and_undo_keeps_the_users(
    stage: Stage, page: Page, presenter: NotePresenter
) -> None:
    presenter.drafting.take_over("status")
    presenter.drafting.type({"status": "My own words."})
    presenter.drafting.done()
    presenter.drafting.give_back("status")
    assert not presenter.writes("status")
    assert "The section is generated again." in stage.sentences
    stage.store.undo()
    assert shown(presenter, "status") == "My own words."


# --- evidence


def test_choose_a_generated_section_then_its_evidence_comes_first(page: Page, presenter: NotePresenter) -> None:
    presenter.choose("status")
    section = presenter.shown_section("status")
    assert section is not None
    assert [row.key for row in page.cards()][: len(section.evidence)] == list(section.evidence)
    assert page.headings() == ["Evidence for this section", "Other evidence"]
    assert page.cards()[0].numbers == (1,)
    assert page.cards()[0].grade == "B2"


def test_find_evidence_then_only_cards_with_all_words_stay(page: Page, presenter: NotePresenter) -> None:
    presenter.find_evidence("southmark TRANSFER")
    assert [row.statement.parties for row in page.cards()] == [("Southmark",)]
    presenter.find_evidence("no such words")
    assert page.cards() == []


def test_accept_then_the_dagger_goes(stage: Stage, page: Page, presenter: NotePresenter) -> None:
    presenter.deeds.accept(str(stage.statement("Lowport", "Assets").id))
    assert stage.statement("Lowport", "Assets").status is Status.CONFIRMED
    assert any(row.text == "1 item unconfirmed †" for row in page.checks)
    assert "Statement confirmed." in stage.sentences


def test_set_include_to_confirmed_then_suggestions_leave_note_and_column(page: Page, presenter: NotePresenter) -> None:
    presenter.deeds.set_include("confirmed")
    assert {row.statement.status for row in page.cards()} == {Status.CONFIRMED}
    assert page.outline["positions"].state == "3 cells"


def test_set_as_of_then_later_evidence_does_not_count(page: Page, presenter: NotePresenter) -> None:
    presenter.deeds.set_as_of("2025-12-17")
    assert [row.statement.parties for row in page.cards()] == [("Northland",)]
    assert page.state is not None
    assert page.state.briefing is not None
    assert page.state.briefing.as_of == "17 December 2025"


# --- what is new


@pytest.fixture
def later(stage: Stage, presenter: NotePresenter, monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Give a function that adds evidence made after the note was saved."""

    def add() -> None:
        monkeypatch.setattr("tests.ui.note.factory.new_id", lambda: "7fffffff-ffff-7000-8000-000000000001")
        quote = "Northland now offers guarantees at once."
        article = add_article(stage, "Northland moves", "Wire desk", "2025-12-23", [quote])
        add_statement(stage, article, "Northland", "Guarantees", Stance.OFFERS, quote, "guarantees at once")

    return add


def test_hear_of_newer_evidence_then_it_is_listed_as_new(
    stage: Stage, page: Page, presenter: NotePresenter, later: Callable[[], None]
) -> None:
    assert page.news() == []
    later()
    (new,) = page.news()
    assert (new.new.position.party, new.new.before, new.new.before_day) == (
        "Northland",
        Stance.CONDITIONAL,
        "2025-12-16",
    )


def test_newer_evidence_when_something_is_saved_then_it_stays_listed_until_it_is_seen(
    stage: Stage, page: Page, presenter: NotePresenter, later: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    later()
    write(presenter, "bluf", "Still the same sitting.")
    assert len(page.news()) == 1
    monkeypatch.setattr("briefing_app.services.notes.now", lambda: "9999-01-01T00:00:00+00:00")
    monkeypatch.setattr("briefing_app.store.repositories.notes.now", lambda: "9999-01-01T00:00:00+00:00")
    presenter.take_as_seen()
    assert page.news() == []


# --- notes


def test_start_twice_then_the_dossier_has_two_and_each_can_be_opened(
    stage: Stage, page: Page, presenter: NotePresenter
) -> None:
    first = stage.note()
    presenter.start()
    assert presenter.note is not None
    assert presenter.note.id != first.id
    presenter.open_note(str(first.id))
    assert presenter.note.id == first.id
    assert page.state is not None
    assert len(page.state.notes) == 2


def test_delete_then_undo_brings_the_note_back(stage: Stage, page: Page, presenter: NotePresenter) -> None:
    presenter.deeds.delete()
    told = page.why
    stage.store.undo()
    assert (told, page.why) == (Emptiness.NO_NOTE, None)


def test_restore_then_the_words_of_the_earlier_version_are_back(stage: Stage, presenter: NotePresenter) -> None:
    write(presenter, "bluf", "First.")
    write(presenter, "bluf", "Second.")
    versions: list[Any] = []
    presenter.deeds.history(versions.extend)
    assert [one.revision for one in versions] == [3, 2, 1]
    presenter.deeds.restore(versions[1])
    assert stage.note().sections == {"bluf": "First."}


def test_passage_of_a_footnote_then_article_and_span_are_the_statements(stage: Stage, presenter: NotePresenter) -> None:
    statement = stage.statement("Eastland", "Territory")
    anchor = statement.evidence[0]
    assert presenter.passage_of(1) == (statement.article, anchor.start, anchor.end)
    assert presenter.passage_of(99) is None
