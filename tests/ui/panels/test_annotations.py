"""The panel of marks: order, filters, notes, and what became of passages."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.domain.anchor import AnchorState
from briefing_app.ui.panels.annotations.model import DELETE, KEEP, REANCHOR, STATES, AnnotationModel, NoteRow
from briefing_app.ui.panels.annotations.presenter import NOTE, AnnotationsPresenter, Order
from briefing_app.ui.panels.cards.pieces import CHOOSE, Deeds

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.ui.panels.stage import Stage


@dataclass
class Page:
    """Keeps what the presenter asked for."""

    rows: tuple[NoteRow, ...] = ()
    count: int = 0
    filters: tuple[Any, ...] = ()
    empty: str = ""
    asked: list[tuple[Any, ...]] = field(default_factory=list)

    def show_filters(self, types: Sequence[tuple[str, int]], tags: Sequence[tuple[str, int]], chosen: str) -> None:
        self.filters = (list(types), list(tags), chosen)

    def show_rows(self, rows: Sequence[NoteRow], count: int) -> None:
        self.rows, self.count = tuple(rows), count

    def show_empty(self, title: str, text: str) -> None:
        self.empty = f"{title}. {text}"

    def reveal(self, start: int, end: int) -> None:
        self.asked.append((start, end))

    def edit_note(self, key: str) -> None:
        self.asked.append((key,))

    def reanchor(self, key: str) -> None:
        self.asked.append(("reanchor", key))

    def types(self) -> list[str]:
        return [row.annotation.type for row in self.rows]


@pytest.fixture
def page() -> Page:
    return Page()


@pytest.fixture
def presenter(stage: Stage, page: Page) -> AnnotationsPresenter:
    made = AnnotationsPresenter(stage.context, page)
    made.show(stage.open())
    return made


def test_marks_when_sorted_then_by_place_type_or_time(presenter: AnnotationsPresenter, page: Page) -> None:
    assert page.types() == ["Claim", "Concession", "Figure"]
    presenter.sort(Order.TYPE)
    assert page.types() == ["Claim", "Figure", "Concession"]
    newest = replace(page.rows[1].annotation, modified="2030-01-01T00:00:00+00:00")
    article = presenter._article
    assert article is not None
    presenter.sort(Order.TIME)
    presenter.show(replace(article, annotations=(*(one for one in article.annotations if one.id != newest.id), newest)))
    assert page.types()[0] == "Figure"


def test_filter_when_chosen_then_only_that_type_or_tag(presenter: AnnotationsPresenter, page: Page) -> None:
    assert page.filters == (
        [("Claim", 1), ("Figure", 1), ("Concession", 1)],
        [("finance", 1), ("red-line", 1)],
        "",
    )
    presenter.filter("tag:red-line")
    assert page.types() == ["Concession"]
    presenter.filter("type:Claim")
    assert page.types() == ["Claim"]
    assert page.count == 3


def test_filter_when_its_last_mark_goes_then_all_are_shown_again(
    stage: Stage, presenter: AnnotationsPresenter, page: Page
) -> None:
    presenter.filter("type:Claim")
    presenter.do(page.rows[0].key, DELETE)
    presenter.show(stage.open())
    assert page.types() == ["Concession", "Figure"]
    assert stage.sentences == ["Highlight deleted."]


def test_choose_when_anchored_then_revealed_and_orphan_then_said(
    stage: Stage, presenter: AnnotationsPresenter, page: Page
) -> None:
    presenter.do(page.rows[0].key, CHOOSE)
    assert page.asked == [stage.span("Two days of talks")]
    article = stage.open()
    lost = replace(article.annotations[0], anchor=replace(article.annotations[0].anchor, state=AnchorState.ORPHAN))
    presenter.show(replace(article, annotations=(lost,)))
    presenter.do(lost.id, CHOOSE)
    assert len(page.asked) == 1
    assert stage.sentences == ["This passage has no certain place in the text any more; the mark is kept."]


@pytest.mark.parametrize("state", list(STATES))
def test_card_when_the_text_changed_then_it_says_so(
    state: AnchorState, presenter: AnnotationsPresenter, page: Page
) -> None:
    one = page.rows[0].annotation
    row = NoteRow(replace(one, anchor=replace(one.anchor, state=state)))
    assert STATES[state] in str(AnnotationModel().card(row))
    assert STATES[state] in AnnotationModel().spoken(row)


def test_edit_when_asked_then_the_field_opens_and_what_was_written_is_kept(
    stage: Stage, presenter: AnnotationsPresenter, page: Page
) -> None:
    key = page.rows[0].key
    presenter.do(key, NOTE)
    assert page.asked == [(key,)]
    presenter.set_note(key, "Which days?")
    presenter.set_tags(key, "timing, #talks")
    presenter.set_type(key, "Question")
    kept = stage.services.annotating.get(key)
    assert (kept.note, set(kept.tags), kept.type) == ("Which days?", {"timing", "talks"}, "Question")


def test_model_when_a_note_is_set_then_asked_for_only_where_it_differs(
    page: Page, presenter: AnnotationsPresenter
) -> None:
    model, heard = AnnotationModel(), []
    model.show(page.rows)
    model.note_changed.connect(lambda key, note: heard.append((key, note)))
    model.setData(model.index(1), " A condition, no refusal. ")
    assert heard == []
    model.setData(model.index(0), "New")
    assert heard == [(page.rows[0].key, "New")]


def test_empty_when_nothing_is_marked_then_it_says_how(
    stage: Stage, presenter: AnnotationsPresenter, page: Page
) -> None:
    presenter.show(stage.open(stage.earlier))
    assert page.empty == ("Nothing marked yet. Select a passage and press H to highlight it, N to write a note on it.")


def test_passage_when_changed_then_keep_reanchor_or_delete_are_offered(
    stage: Stage, presenter: AnnotationsPresenter, page: Page
) -> None:
    one = stage.open().annotations[0]
    model = AnnotationModel()
    offered = {}
    for state in AnchorState:
        row = NoteRow(replace(one, anchor=replace(one.anchor, state=state)))
        deeds = [piece for piece in model.card(row).pieces if isinstance(piece, Deeds)]
        offered[state] = [deed.id for piece in deeds for deed in piece.deeds]
    assert offered == {
        AnchorState.ANCHORED: [],
        AnchorState.CHANGED: [KEEP, REANCHOR, DELETE],
        AnchorState.AMBIGUOUS: [REANCHOR, DELETE],
        AnchorState.ORPHAN: [REANCHOR, DELETE],
    }
    with stage.store.write("As a new version does") as work:
        work.annotations.update(replace(one, anchor=replace(one.anchor, state=AnchorState.CHANGED)))
    presenter.do(one.id, KEEP)
    assert stage.services.annotating.get(one.id).anchor.state is AnchorState.ANCHORED
    presenter.do(one.id, REANCHOR)
    assert page.asked[-1] == ("reanchor", one.id)
