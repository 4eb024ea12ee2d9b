"""Where one was: kept as texts, and taken back with a pinch of salt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.listing import WITH_REF, ListQuery, Scope, Sort
from briefing_app.settings import Settings
from briefing_app.ui.shell.session import VIEWS, Session, open_first_page, session_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.panels.stage import Stage


@given(
    scope=st.sampled_from([one for one in Scope if one not in WITH_REF]),
    sort=st.sampled_from(list(Sort)),
    article=st.text(),
    view=st.sampled_from(VIEWS),
)
def test_session_when_recorded_then_comes_back(scope: Scope, sort: Sort, article: str, view: str) -> None:
    session = Session(ListQuery(scope, sort=sort), article, view)
    assert Session.of(session.record()) == session


def test_session_when_search_and_filter_were_on_then_they_are_not_kept() -> None:
    session = Session(ListQuery(Scope.DOSSIER, "d1", text="secret words", unread=True), "a")
    assert Session.of(session.record()).query == ListQuery(Scope.DOSSIER, "d1")


@given(st.dictionaries(st.sampled_from(["scope", "ref", "sort", "article", "view", "other"]), st.text()))
def test_session_when_the_record_is_nonsense_then_a_session_all_the_same(record: dict[str, str]) -> None:
    session = Session.of(record)
    assert session.view in VIEWS
    assert session.query.scope in Scope


def test_first_page_when_dossier_is_gone_then_all_articles(stage: Stage, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.json")
    path = stage.store.path
    settings.set_record("sessions", str(path), Session(ListQuery(Scope.DOSSIER, "gone")).record())
    page = open_first_page(path, None, settings)
    assert page.query == ListQuery()
    page.source.close()


def test_first_page_when_dossier_is_there_then_back_in_it(stage: Stage, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "s.json")
    path = stage.store.path
    was = Session(ListQuery(Scope.DOSSIER, stage.dossier), stage.later, "note")
    settings.set_record("sessions", str(path), was.record())
    page = open_first_page(path, None, settings)
    assert (page.query.ref, page.article, page.view) == (stage.dossier, stage.later, "note")
    assert session_of(settings, path) == was
    page.source.close()
