"""The page of the watch folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.errors import InputError
from briefing_app.jobs.watching import Watched, WatchNews
from briefing_app.ui.feeds.watch_page import NONE, WORDS, WatchPage
from briefing_app.ui.feeds.watching import WatchPresenter, watch_words
from tests.ui.shell.test_accessibility import nameless

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from briefing_app.jobs.watching import WatchRunner
    from tests.ui.feeds.conftest import Feeding

IN = ImportOutcome("/inbox/a.txt", Outcome.IMPORTED, "1", "Herring\u202etalks")
OUT = ImportOutcome("/inbox/b.bin", Outcome.REFUSED, reason="b.bin is no text.")


class Watcher:
    """Remembers what it was told to watch."""

    def __init__(self) -> None:
        self.watched = Watched()
        self.problem = ""
        self.recent: tuple[ImportOutcome, ...] = ()
        self.prepared: list[tuple[str, bool]] = []

    def prepare(self, folder: str, *, present: bool) -> None:
        if "bad" in folder:
            raise InputError(f"There is no folder {folder}; choose another.")
        self.prepared.append((folder, present))

    def watch(self, folder: str, dossier: str = "") -> None:
        self.watched = Watched(folder, dossier)


@pytest.fixture
def watcher() -> Watcher:
    return Watcher()


@pytest.fixture
def page(qtbot: QtBot) -> WatchPage:
    made = WatchPage()
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.fixture
def presenter(stage: Feeding, page: WatchPage, watcher: Watcher) -> WatchPresenter:
    stage.services.dossiers.add("Herring")
    context = stage.context
    made = WatchPresenter(page, context.services, context.runner, cast("WatchRunner", watcher), context.messages.warn)
    page.folder_wanted.connect(made.watch)
    page.stop_wanted.connect(made.stop)
    page.dossier_wanted.connect(made.file_under)
    made.load()
    return made


def test_page_when_made_then_every_focusable_widget_has_a_name(page: WatchPage, presenter: WatchPresenter) -> None:
    del presenter
    assert nameless(page) == []
    assert set(WORDS) == set(Outcome)


def test_folder_when_chosen_then_watched_with_what_lies_there_or_without(
    page: WatchPage, presenter: WatchPresenter, watcher: Watcher
) -> None:
    del presenter
    assert page.folder.text() == NONE
    assert not page.stop.isVisible()
    page.folder_wanted.emit("/inbox", False)
    assert watcher.prepared == [("/inbox", False)]
    assert watcher.watched == Watched("/inbox")
    assert (page.folder.text(), page.stop.isVisible(), page.choose.isEnabled()) == ("/inbox", True, True)
    page.dossier.setCurrentIndex(1)
    page.dossier.activated.emit(1)
    assert watcher.watched.dossier
    page.folder_wanted.emit("/other", True)
    assert watcher.watched.folder == "/other"
    assert page.dossier.currentText() == "Herring"
    page.stop.click()
    assert watcher.watched == Watched()
    assert page.folder.text() == NONE


def test_folder_when_it_may_not_be_watched_then_said_and_the_old_one_stays(
    page: WatchPage, presenter: WatchPresenter, watcher: Watcher
) -> None:
    del presenter
    watcher.watch("/inbox")
    page.folder_wanted.emit("/bad", True)
    assert "There is no folder /bad" in page.words.text()
    assert watcher.watched.folder == "/inbox"
    assert page.choose.isEnabled()


def test_news_when_files_came_then_listed_with_why_not(
    page: WatchPage, presenter: WatchPresenter, watcher: Watcher
) -> None:
    assert page.quiet.isVisible()
    watcher.recent = (OUT, IN)
    presenter.on_news(WatchNews((IN, OUT)))
    assert [page.list.item(row).text() for row in range(page.list.count())] == [
        "b.bin\nrefused · b.bin is no text.",
        "Herring▫talks\ntaken in",
    ]
    assert not page.quiet.isVisible()
    presenter.on_news(WatchNews(problem="The watch folder /inbox is not there."))
    assert "is not there" in page.words.text()


def test_words_when_files_came_then_one_sentence_and_for_what_was_there_none() -> None:
    known = ImportOutcome("/inbox/c.txt", Outcome.DUPLICATE, "1")
    assert watch_words(WatchNews((known,))) == ""
    assert watch_words(WatchNews((IN, known))) == "1 article taken in from the watch folder."
    assert watch_words(WatchNews((OUT, OUT))) == "2 files could not be taken in; Watch folder says why."
    assert watch_words(WatchNews(problem="Gone.")) == "Gone."


def test_page_when_nobody_watches_then_nothing_happens(stage: Feeding, page: WatchPage, tmp_path: Path) -> None:
    context = stage.context
    made = WatchPresenter(page, context.services, context.runner, None, context.messages.warn)
    made.load()
    made.watch(str(tmp_path), True)
    made.stop()
    made.file_under("d")
    made.on_news(WatchNews())
    assert page.folder.text() == NONE
