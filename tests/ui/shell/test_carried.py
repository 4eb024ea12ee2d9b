"""What a drag or the clipboard brings to be imported."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication

from briefing_app.ui.shell.carried import carried
from briefing_app.ui.shell.dropping import Dropping
from briefing_app.ui.shell.import_dialog import NEW, ImportDialog
from briefing_app.ui.shell.import_wish import ImportWish
from briefing_app.ui.shell.paste_field import PasteField

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.shell.conftest import Show

PASSAGE = "<h2>Ferry talks</h2><p>Ardania rejects the timetable.</p>"
WORDS = "Ferry talks\n\nArdania rejects the timetable."


def mime(text: str = "", html: str = "", *urls: str) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    if urls:
        made.setUrls([QUrl(one) for one in urls])
    return made


@pytest.mark.parametrize(
    ("brought", "wish"),
    [
        (mime("x", "<a>x</a>", "file:///in/a%20b.txt"), ImportWish(("/in/a b.txt",))),
        (mime("A link", "<a>A link</a>", "https://example.org/a"), ImportWish(("https://example.org/a",))),
        (mime(" https://example.org/a \n"), ImportWish(("https://example.org/a",))),
        (
            mime("https://example.org/a\nhttp://example.org/b"),
            ImportWish(("https://example.org/a", "http://example.org/b")),
        ),
        (mime("See https://example.org/a"), ImportWish(text="See https://example.org/a")),
        (mime(WORDS, PASSAGE), ImportWish(text=PASSAGE, passage=True)),
        (mime(WORDS, f"<nav>Home</nav>{PASSAGE}"), ImportWish(text=f"<nav>Home</nav>{PASSAGE}")),
        (mime(WORDS, "<span>Ferry talks Ardania</span>"), ImportWish(text=WORDS)),
        (mime(WORDS, "", "data:image/png;base64,AAAA"), ImportWish(text=WORDS)),
        (mime("  \n"), None),
        (mime(), None),
    ],
)
def test_carried_when_brought_then_the_best_of_it(brought: QMimeData, wish: ImportWish | None) -> None:
    assert carried(brought) == wish


def test_field_when_a_passage_is_pasted_then_its_build_is_kept_until_it_is_touched(qtbot: QtBot) -> None:
    field = PasteField()
    qtbot.addWidget(field)
    field.insertFromMimeData(mime(WORDS, PASSAGE))
    assert field.toPlainText() == WORDS
    assert field.wish() == ImportWish(text=PASSAGE, passage=True)
    field.insertPlainText("!")
    assert field.wish() is None


def test_field_when_pasted_behind_other_words_then_words_alone(qtbot: QtBot) -> None:
    field = PasteField()
    qtbot.addWidget(field)
    field.setPlainText("My heading\n")
    field.insertFromMimeData(mime(WORDS, PASSAGE))
    assert field.wish() is None


def test_dialog_when_an_address_is_pasted_as_text_then_the_page_is_wished(qtbot: QtBot) -> None:
    dialog = ImportDialog([], "")
    qtbot.addWidget(dialog)
    dialog.text.insertFromMimeData(mime("https://example.org/a"))
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.take.click()
    assert wished.args == [ImportWish(("https://example.org/a",))]


def test_dialog_when_a_new_dossier_is_named_then_wished(qtbot: QtBot) -> None:
    dialog = ImportDialog([("d1", "River talks")], "d1")
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.choose(["/in/a.txt"])
    dialog.dossier.setCurrentIndex(dialog.dossier.findData(NEW))
    dialog.dossier.activated.emit(dialog.dossier.currentIndex())
    assert dialog.name.isVisible()
    with qtbot.assertNotEmitted(dialog.wished):
        dialog.take.click()
    assert dialog.error.text() == "Name the new dossier."
    dialog.name.setText(" Strait talks ")
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.take.click()
    assert wished.args == [ImportWish(("/in/a.txt",), new_dossier="Strait talks")]


def test_import_when_a_new_dossier_is_wished_then_it_is_made_once_and_shown(shown: Show) -> None:
    shown.desk.imports.take(ImportWish(("/in/a.txt",), new_dossier="Strait talks"))
    shown.desk.imports.take(ImportWish(("/in/b.txt",), new_dossier="strait talks"))
    made = [one for one in shown.stage.context.services.dossiers.all() if one.name.casefold() == "strait talks"]
    assert len(made) == 1
    assert shown.window.body is not None
    assert shown.window.body.library.dossier == made[0].id


def test_clipboard_when_it_holds_an_address_then_the_page_is_imported(shown: Show) -> None:
    QGuiApplication.clipboard().setText("https://example.org/a")
    shown.desk.imports.perform("import_clipboard")
    assert shown.importer.started == [(("https://example.org/a",), ())]


def drop(brought: QMimeData, place: QPoint) -> QDropEvent:
    return QDropEvent(
        QPointF(place),
        Qt.DropAction.MoveAction | Qt.DropAction.CopyAction,
        brought,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )


def test_drop_when_over_a_dossier_then_said_and_imported_into_it(shown: Show) -> None:
    body = shown.window.body
    assert body is not None
    dossier, name = body.library.dossiers()[0]
    nav, model = body.library.nav, body.library.nav_model
    row = next(row for row in range(model.rowCount()) if (item := model.item(row)) is not None and item.ref == dossier)
    place = nav.viewport().mapTo(shown.window, nav.visualRect(model.index(row)).center())
    brought = mime(WORDS)
    dropping, event = Dropping(body), drop(brought, place)
    dropping.over(event)
    assert dropping.words.text() == f"Drop to import into {name}"
    assert event.dropAction() is Qt.DropAction.CopyAction
    assert dropping.dropped(event) == ImportWish(text=WORDS, dossier=dossier)
    assert dropping.hint.isHidden()
