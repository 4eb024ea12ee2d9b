"""The presenter without a window: what is read, what is shown, and how little is done again."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.domain.article import RemovalState
from briefing_app.domain.changes import EVERYTHING, Changes, Kind
from briefing_app.domain.entity import Status
from briefing_app.errors import UserError
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.presenter import ReaderPresenter
from tests.ui.reader.factory import Stage, annotation, full_article, make_article, make_stage

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.ui.reader.highlights import Mark
    from briefing_app.ui.reader.page import Page


class FakePage:
    """Writes down what it was asked to show."""

    def __init__(self) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.layers: dict[Layer, Sequence[Mark]] = {}

    def show_nothing(self) -> None:
        self.asked.append(("nothing",))

    def show_loading(self) -> None:
        self.asked.append(("loading",))

    def show_text(self, article: OpenArticle, page: Page, offset: int | None) -> None:
        self.asked.append(("text", article.article.id, page.positions.text, offset))

    def show_head(self, article: OpenArticle) -> None:
        self.asked.append(("head", article.article.title))

    def show_notes(self, annotations: Sequence[Annotation]) -> None:
        self.asked.append(("notes", len(annotations)))

    def put(self, layer: Layer, marks: Sequence[Mark]) -> None:
        self.layers[layer] = marks
        self.asked.append(("put", layer, len(marks)))

    def add_mark(self, layer: Layer, mark: Mark) -> None:
        self.asked.append(("add", layer, mark.ref))

    def drop_mark(self, layer: Layer, mark: Mark) -> None:
        self.asked.append(("drop", layer, mark.ref))

    def article_arrived(self, article: OpenArticle) -> None:
        self.asked.append(("arrived", article.article.id))

    def told(self, kind: str) -> list[tuple[Any, ...]]:
        return [one for one in self.asked if one[0] == kind]


@pytest.fixture
def page() -> FakePage:
    return FakePage()


@pytest.fixture
def presenter(stage: Stage, page: FakePage) -> ReaderPresenter:
    made = ReaderPresenter(stage.context, page)
    stage.context.changes.changed.connect(made.hear)
    return made


def test_open_shows_text_layers_and_notes_and_marks_the_article_read(
    presenter: ReaderPresenter, page: FakePage, stage: Stage
) -> None:
    presenter.open("a1")
    assert page.asked[0] == ("loading",)
    assert len(page.told("text")) == 1
    assert {layer: len(marks) for layer, marks in page.layers.items()} == {
        Layer.ANNOTATION: 3,
        Layer.ENTITY: 9,
        Layer.EVIDENCE: 1,
    }
    assert ("notes", 3) in page.asked
    assert ("opened", "a1") in stage.library.calls


def test_open_restores_the_reading_position_of_the_article(qtbot: QtBot, tmp_path: Path, page: FakePage) -> None:
    del qtbot
    stage = make_stage(tmp_path, replace(make_article(), position=77))
    ReaderPresenter(stage.context, page).open("a1")
    assert page.told("text")[0][3] == 77


def test_open_of_what_is_not_there_says_so_and_shows_nothing(
    stage: Stage, page: FakePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    presenter = ReaderPresenter(stage.context, page)

    def refuse(article_id: str) -> OpenArticle:
        raise UserError(f"There is no article {article_id}.")

    monkeypatch.setattr(stage.library, "open_article", refuse)
    with qtbot.waitSignal(stage.context.messages.said):
        presenter.open("zz")
    assert page.asked[-1] == ("nothing",)
    assert stage.said[0].sentence == "There is no article zz."


def test_a_highlight_more_adds_one_mark_and_builds_no_text(
    presenter: ReaderPresenter, page: FakePage, stage: Stage
) -> None:
    presenter.open("a1")
    page.asked.clear()
    made = stage.library.highlight("a1", 0, 8, "Quote")
    assert ("add", Layer.ANNOTATION, made.id) in page.asked
    assert page.told("text") == page.told("drop") == page.told("put") == []
    assert page.told("arrived")


def test_a_highlight_of_another_type_is_one_mark_out_and_one_in(
    presenter: ReaderPresenter, page: FakePage, stage: Stage
) -> None:
    presenter.open("a1")
    ident = full_id(presenter)
    page.asked.clear()
    stage.library.edit(ident, type="Question")
    assert len(page.told("add")) == len(page.told("drop")) == 1


def test_a_note_changed_moves_no_mark(presenter: ReaderPresenter, page: FakePage, stage: Stage) -> None:
    presenter.open("a1")
    page.asked.clear()
    stage.library.edit(full_id(presenter), note="Other words")
    assert page.told("add") == page.told("drop") == page.told("put") == []
    assert ("notes", 3) in page.asked


def test_text_put_back_shows_the_text_again_in_its_place(
    presenter: ReaderPresenter, page: FakePage, stage: Stage
) -> None:
    presenter.open("a1")
    page.asked.clear()
    stage.library.set_removal("r1", False)
    (shown,) = page.told("text")
    assert "Subscribe" in shown[2]
    assert shown[3] is None


def test_a_change_elsewhere_is_not_read(presenter: ReaderPresenter, page: FakePage, stage: Stage) -> None:
    presenter.open("a1")
    page.asked.clear()
    stage.library.calls.clear()
    presenter.hear(Changes("x", kinds=frozenset({Kind.ANNOTATION}), articles=frozenset({"other"})))
    presenter.hear(Changes("x", kinds=frozenset({Kind.NOTE})))
    assert stage.library.calls == []
    presenter.hear(EVERYTHING)
    presenter.hear(Changes("x", kinds=frozenset({Kind.DOSSIER})))
    assert stage.library.calls == [("open", "a1"), ("open", "a1")]


def test_a_dossier_recoloured_recolours_names(presenter: ReaderPresenter, page: FakePage, stage: Stage) -> None:
    presenter.open("a1")
    assert {mark.colour for mark in page.layers[Layer.ENTITY]} == {"", "red", "gold", "blue", "violet"}
    article = stage.library.articles[next(iter(stage.library.articles))]
    stage.library.change("a1", Kind.DOSSIER, dossiers=(replace(article.dossiers[0], parties=()),))
    assert {mark.colour for mark in page.layers[Layer.ENTITY]} == {""}


def test_dismissed_statements_and_rejected_names_have_no_mark(
    presenter: ReaderPresenter, page: FakePage, stage: Stage
) -> None:
    presenter.open("a1")
    old = full_article()
    stage.library.change("a1", Kind.STATEMENT, statements=(replace(old.statements[0], status=Status.REJECTED),))
    assert page.layers[Layer.EVIDENCE] == []


def test_removed_text_opens_in_place_and_closes_again(presenter: ReaderPresenter, page: FakePage) -> None:
    presenter.open("a1")
    assert presenter.page is not None
    presenter.open_strip(presenter.page.strips[0])
    assert "Subscribe" in page.told("text")[-1][2]
    presenter.close_strip(presenter.page.strips[0])
    assert "Subscribe" not in page.told("text")[-1][2]
    presenter.open_all_strips()
    assert "best stories" in page.told("text")[-1][2]
    presenter.open_all_strips()
    assert "best stories" not in page.told("text")[-1][2]


def test_another_article_forgets_what_was_opened(qtbot: QtBot, tmp_path: Path, page: FakePage) -> None:
    del qtbot
    stage = make_stage(tmp_path, full_article(), make_article(ident="b2"))
    presenter = ReaderPresenter(stage.context, page)
    presenter.open("a1")
    presenter.open_all_strips()
    presenter.open("b2")
    presenter.open("a1")
    assert "Subscribe" not in page.told("text")[-1][2]


def test_marks_of_orphans_are_not_made(qtbot: QtBot, tmp_path: Path, page: FakePage) -> None:
    del qtbot
    from briefing_app.domain.anchor import AnchorState

    article = make_article()
    lost = annotation(article, "Southmark")
    lost = replace(lost, anchor=replace(lost.anchor, state=AnchorState.ORPHAN))
    stage = make_stage(tmp_path, replace(article, annotations=(lost,)))
    ReaderPresenter(stage.context, page).open("a1")
    assert page.layers[Layer.ANNOTATION] == []


def full_id(presenter: ReaderPresenter) -> str:
    assert presenter.article is not None
    assert presenter.article.removals[0].state is RemovalState.HIDDEN
    return presenter.article.annotations[0].id
