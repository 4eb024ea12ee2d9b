"""Drives the real program in a process of its own: the acts of a script, run by the program's event loop.

``python -m tests.e2e.window first|second LIBRARY FOLDER`` prints one JSON line at the end. The scripts use the
window as a person does, by its fields, keys and dialogs, never the services behind it.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QFileDialog,
    QInputDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from briefing_app.__main__ import main
from briefing_app.desktop.app import application
from briefing_app.ui.editors.dossier import DossierEditor
from briefing_app.ui.shell.main_window import MainWindow

if TYPE_CHECKING:
    from briefing_app.domain.reading import OpenArticle

Report = dict[str, Any]
Script = Generator[Callable[[], Any], None, Report]
W = TypeVar("W", bound=QWidget)
LOOK = 25
PATIENCE = 40_000
PASSAGE = "would not accept a quota below 12 percent"
ARTICLE = """Herring talks end without a deal

Norway rejected the Icelandic proposal on Monday. The Norwegian foreign minister said in Oslo that his country
would not accept a quota below 12 percent.

Iceland demanded that the season open in May, its prime minister said.

The European Union offered 30 million euros to the coastal towns.
"""


class Driver(QObject):
    """Runs a script. What it yields is a question, asked again until the answer is true; then the script goes on."""

    def __init__(self, script: Script) -> None:
        super().__init__()
        self.report: Report = {}
        self._script = script
        self._question: Callable[[], Any] = bool
        self._left = 0
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self._look)

    def start(self) -> None:
        """Begin; called once the event loop runs."""
        self._question = next(self._script)
        self._left = PATIENCE // LOOK
        self._timer.start()

    def _look(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self._stop({"stuck": self._question.__code__.co_firstlineno, "focus": repr(QApplication.focusWidget())})
            return
        if not self._question():
            return
        self._timer.stop()
        try:
            self._question = self._script.send(None)
        except StopIteration as end:
            self._stop(end.value)
        except Exception as error:  # noqa: BLE001 - told to the test, which fails on it
            self._stop({"failed": repr(error)})
        else:
            self._left = PATIENCE // LOOK
            self._timer.start()

    def _stop(self, report: Report) -> None:
        self._timer.stop()
        self.report = report
        if set(report) & {"stuck", "failed"}:
            QApplication.exit(70)


def window() -> MainWindow:
    """Return the program's window."""
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, MainWindow))


def shown(kind: type[W], name: str = "") -> W | None:
    """Return the visible widget of a kind, and of an accessible name if one is given."""
    for widget in QApplication.allWidgets():
        if isinstance(widget, kind) and widget.isVisible() and (not name or widget.accessibleName() == name):
            return widget
    return None


def found(kind: type[W], name: str = "") -> W:
    """Return the visible widget, which must be there."""
    widget = shown(kind, name)
    assert widget is not None, f"no {kind.__name__} “{name}”"
    return widget


def press(widget: QWidget, keys: str) -> None:
    """Press a key, with its modifiers, on a widget that takes the focus first, in a window that has it."""
    widget.activateWindow()
    QTest.qWaitForWindowActive(widget.window(), 2000)
    widget.setFocus()
    *modifiers, key = keys.split("+")
    code = getattr(Qt.Key, f"Key_{key}")
    pressed = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        pressed |= getattr(Qt.KeyboardModifier, f"{modifier}Modifier")
    QTest.keyClick(widget, code, pressed)


def act(action: str) -> None:
    """Run an action by its name, as the menu and the palette do."""
    window().actions_.perform(action)


def opened() -> OpenArticle:
    """Return what the reader shows."""
    desk = window().desk
    assert desk is not None
    assert desk.panels.open is not None
    return desk.panels.open


def ready() -> bool:
    """Say whether every panel is built."""
    desk = window().desk
    return desk is not None and desk.panels.reader is not None and desk.panels.side is not None


def analysed() -> bool:
    """Say whether the article shown has been analysed."""
    desk = window().desk
    shown_now = desk.panels.open if desk is not None else None
    return shown_now is not None and shown_now.analysis is not None


def select(words: str) -> QWidget:
    """Select words in the reader, as with the mouse, and return the text widget."""
    from briefing_app.ui.reader.surface import ReadingSurface

    surface = found(ReadingSurface)
    surface.setFocus()
    cursor = surface.document().find(words)
    assert not cursor.isNull(), f"“{words}” is not on the page"
    surface.setTextCursor(cursor)
    return surface


def first(folder: Path) -> Script:
    """Make a dossier, import, highlight, tag, accept a suggestion, write a note, export it, quit."""
    yield ready
    act("new_dossier")
    yield lambda: shown(QInputDialog)
    asked = found(QInputDialog)
    asked.setTextValue("Herring talks")
    press(asked, "Return")
    yield lambda: shown(DossierEditor)
    press(found(DossierEditor), "Control+Return")
    yield lambda: not shown(DossierEditor)
    yield lambda: window().body is not None and window().body.library.dossier  # type: ignore[union-attr]
    act("import")
    yield lambda: shown(QPlainTextEdit, "Pasted text")
    pasted = found(QPlainTextEdit, "Pasted text")
    pasted.setPlainText(ARTICLE)
    press(pasted, "Control+Return")
    yield analysed
    press(select(PASSAGE), "H")
    yield lambda: opened().annotations
    press(select("30 million euros"), "T")
    yield lambda: shown(QLineEdit, "Tags, parted by commas")
    QTest.keyClicks(found(QLineEdit, "Tags, parted by commas"), "money")
    press(found(QLineEdit, "Tags, parted by commas"), "Control+Return")
    yield lambda: any("money" in one.tags for one in opened().annotations)
    act("panel_positions")
    yield lambda: [one for one in opened().statements if one.status.value == "suggested"]
    suggested = len(opened().statements)
    positions = found(QAbstractItemView, "Positions and suggestions")
    for _ in range(positions.model().rowCount() + 1):
        if any(one.status.counts for one in opened().statements):
            break
        press(positions, "Return")
        yield settled()
        press(positions, "Down")
    yield lambda: any(one.status.counts for one in opened().statements)
    act("write_note")
    yield lambda: window().desk.panels.note is not None and window().desk.panels.note.isVisible()  # type: ignore[union-attr]
    yield settled()
    start = next((one for one in QApplication.allWidgets() if isinstance(one, QAbstractButton) and offers(one)), None)
    if start is not None:
        start.click()
        yield settled()
    target = str(folder / "note.md")
    QFileDialog.getSaveFileName = lambda *_args, **_more: (target, "")  # type: ignore[method-assign]
    act("export_note")
    yield lambda: Path(target).exists()
    report = {
        "suggested": suggested,
        "note": Path(target).read_text("utf-8"),
        "annotations": [one.anchor.exact for one in opened().annotations],
    }
    act("quit")
    return report


def offers(button: QAbstractButton) -> bool:
    """Say whether a button offers to start a note."""
    return button.isVisible() and button.text() == "Start a briefing note"


def second(_folder: Path) -> Script:
    """Look whether everything is there, undo one step, quit."""
    yield ready
    yield analysed
    before = opened()
    desk = window().desk
    assert desk is not None
    act("view_note")
    yield lambda: desk.panels.note is not None and desk.panels.note.isVisible()
    act("view_reader")
    undo = window().actions_.actions["undo"]
    yield undo.isEnabled
    labels: list[str] = []
    while undo.isEnabled() and "Tag" not in undo.text() and "Highlight" not in undo.text() and len(labels) < 12:
        labels.append(undo.text())
        label = undo.text()
        act("undo")
        yield lambda label=label: undo.text() != label or not undo.isEnabled()  # type: ignore[misc]
    marks = len(opened().annotations)
    act("undo")
    yield lambda: len(opened().annotations) != marks or _tags(opened()) != _tags(before)
    report = {
        "title": before.article.title,
        "annotations": [one.anchor.exact for one in before.annotations],
        "tags": sorted({tag for one in before.annotations for tag in one.tags}),
        "confirmed": sum(one.status.counts for one in before.statements),
        "dossiers": [one.name for one in before.dossiers],
        "undone": labels,
        "marks": len(opened().annotations),
    }
    act("quit")
    return report


def _tags(article: OpenArticle) -> list[tuple[str, ...]]:
    return [one.tags for one in article.annotations]


def settled() -> Callable[[], bool]:
    """Return a question that is true once the window has had nothing to do for some looks."""
    calm = 0

    def quiet() -> bool:
        nonlocal calm
        desk = window().desk
        busy = desk is not None and desk._context.runner.busy  # type: ignore[attr-defined]
        calm = 0 if busy else calm + 1
        return calm > 4

    return quiet


def run(words: list[str]) -> int:
    """Run the program with a script in it."""
    name, library, folder = words
    application()
    driver = Driver({"first": first, "second": second}[name](Path(folder)))
    QTimer.singleShot(0, driver.start)
    code = main(["--library", library])
    sys.stdout.write(json.dumps(driver.report) + "\n")
    return code


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
