"""Titles, names, tags and file names of strangers: shown as they are written, never as markup, and hiding nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QInputDialog

from briefing_app.desktop import crash
from briefing_app.domain.actors import OwnAlias, OwnOffice
from briefing_app.domain.collection import FeedLink
from briefing_app.domain.dossier import Issue, Party
from briefing_app.domain.entity import EntityKind, Mention
from briefing_app.domain.importing import Outcome
from briefing_app.domain.position import Stance
from briefing_app.errors import InputError
from briefing_app.ui.reader.links import LinkDialog, LinkTarget
from briefing_app.ui.shell.imports_dialog import ImportsDialog
from tests.ui.panels.stage import EARLIER, LATER, Stage, full_stage
from tests.ui.shell.conftest import outcome, show
from tests.ui.shell.walking import MARKUP, TITLE, Painted, hiding, rich, shown_texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.shell.conftest import Show


@pytest.fixture
def hostile(qtbot: QtBot, tmp_path: Path) -> Iterator[Stage]:
    """A library in which everything a stranger or a file may name is called by markup and a reversed name."""
    del qtbot
    folder = tmp_path / "<b>folder"
    folder.mkdir()
    stage = full_stage(folder)
    services = stage.services
    services.reading.set_metadata(
        stage.later, {"title": TITLE, "author": TITLE, "site": TITLE, "url": "https://a.test"}
    )
    services.reading.set_metadata(stage.earlier, {"title": f"{TITLE} 2", "site": TITLE})
    dossier = replace(
        services.dossiers.get(stage.dossier),
        name=TITLE,
        parties=(Party(TITLE, colour="red"), Party(f"{TITLE} 2", colour="gold")),
        issues=(Issue(TITLE), Issue(f"{TITLE} 2")),
    )
    services.dossiers.save(dossier)
    services.annotating.highlight(
        stage.later, *stage.span("Two days of talks"), "Claim", TITLE, (TITLE.replace(",", ""),)
    )
    for issue in (TITLE, f"{TITLE} 2"):
        stage.state(
            TITLE, issue, Stance.REJECTS, EARLIER[0], stage.earlier, paraphrase=TITLE, speaker=TITLE, hedges=(TITLE,)
        )
        stage.state(TITLE, issue, Stance.SUPPORTS, LATER[0], stage.later, paraphrase=TITLE, speaker=TITLE)
    services.feeds.add_links((FeedLink(TITLE, "https://a.test/feed", TITLE), FeedLink(TITLE, "https://b.test/feed")))
    actor = services.actors.add(TITLE.replace(",", ""), EntityKind.PERSON)
    services.actors.add_name(actor.key, OwnAlias(f"{TITLE} again"))
    services.actors.add_office(actor.key, OwnOffice(TITLE, "country:NO"))
    yield stage
    stage.store.close()


@pytest.fixture
def window(qtbot: QtBot, hostile: Stage, painted: Painted) -> Iterator[Show]:
    del painted
    made = show(qtbot, hostile)
    made.desk.open_article(hostile.later)
    qtbot.waitUntil(lambda: made.desk.panels.open is not None)
    yield made
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog):
            widget.reject()
    made.window.release()


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> Painted:
    return Painted(monkeypatch)


def assert_plain(painted: Painted) -> None:
    for widget in QApplication.topLevelWidgets():
        if widget.isVisible():
            widget.grab()
    assert rich(shown_texts()) == []
    assert hiding(shown_texts()) == []
    assert [text for text in painted.texts if "\u202e" in text] == []


def test_walk_when_a_label_or_a_list_takes_markup_then_it_is_found(qtbot: QtBot) -> None:
    from PySide6.QtWidgets import QLabel, QListWidget

    label, listed = QLabel(TITLE), QListWidget()
    listed.addItem("x")
    listed.item(0).setToolTip(TITLE)
    qtbot.addWidget(label)
    qtbot.addWidget(listed)
    assert len(rich(shown_texts())) == 2
    assert len(hiding(shown_texts())) == 2


@pytest.mark.parametrize("panel", ["panel_positions", "panel_entities", "panel_annotations", "panel_figures"])
def test_window_when_everything_is_called_by_markup_then_it_is_shown_as_written(
    window: Show, painted: Painted, panel: str
) -> None:
    window.do(panel)
    QApplication.processEvents()
    assert_plain(painted)
    assert any(MARKUP[:8] in text for text in painted.texts)


def test_places_when_their_names_are_markup_then_shown_as_written(window: Show, painted: Painted) -> None:
    window.body.library.go_to_dossier(window.stage.dossier)
    QApplication.processEvents()
    assert_plain(painted)


@pytest.mark.parametrize(
    "actions",
    [
        "edit_dossier delete_dossier new_dossier",
        "palette key_sheet about new_library import filter show_removed",
        "edit_metadata statement alias",
        "annotate",
        "tag",
        "view_note",
        "feeds",
        "watch_folder",
        "actors",
        "decide_names",
        "certainty imports",
    ],
)
def test_actions_when_all_is_called_by_markup_then_their_dialogs_show_it_as_written(
    window: Show, painted: Painted, actions: str
) -> None:
    window.body.library.go_to_dossier(window.stage.dossier)
    window.desk.open_article(window.stage.later)
    for action in actions.split():
        window.do(action)
    QApplication.processEvents()
    assert_plain(painted)


def test_note_when_its_statements_are_called_by_markup_then_shown_as_written(window: Show, painted: Painted) -> None:
    window.body.library.go_to_dossier(window.stage.dossier)
    window.do("write_note")
    notes = window.stage.services.notes
    note = notes.all(window.stage.dossier)[0] if notes.all(window.stage.dossier) else notes.new(window.stage.dossier)
    notes.save(replace(note, title=TITLE))
    window.desk.show_note(note.id) if hasattr(window.desk, "show_note") else window.do("view_note")
    QApplication.processEvents()
    assert_plain(painted)


def test_boxes_when_they_tell_of_markup_then_shown_as_written(qtbot: QtBot, window: Show, painted: Painted) -> None:
    stage = window.stage
    stage.context.messages.warn(InputError(f"{TITLE} cannot be read.", hint=TITLE))
    link = LinkDialog(LinkTarget(f"https://a.test/{TITLE}", TITLE), window.window)
    link.open()
    with stage.store.write("Import", undoable=False) as work:
        run = work.imports.begin([TITLE], [f"/tmp/{TITLE}.html"], folder="/", dossiers=[], session="")
        (item,) = work.imports.waiting(run)
        work.imports.settle(item.seq, outcome("", Outcome.REFUSED, reason=TITLE, title=TITLE))
    ImportsDialog(stage.context, run, window.window).open()
    crash.show(ValueError(TITLE), window.window)
    del qtbot
    assert_plain(painted)


def test_mention_when_its_name_is_markup_then_its_dialog_shows_it_as_written(window: Show, painted: Painted) -> None:
    from briefing_app.ui.editors.mention import MentionDialog

    mention = Mention(0, 8, EntityKind.PERSON, TITLE, TITLE, "person:x", "names", TITLE, 0.9)
    MentionDialog(window.stage.context, mention, window.stage.later, window.window).open()
    assert_plain(painted)
    assert not [one for one in window.window.findChildren(QInputDialog) if one.isVisible()]
