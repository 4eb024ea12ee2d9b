"""Everything that can have the focus has a name, in every state of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.ui.shell.conftest import Show, show

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.panels.stage import Stage


def nameless(root: QWidget) -> list[str]:
    """Return widgets below ``root`` that can have the focus and have no name for a screen reader."""
    found = []
    for widget in [root, *root.findChildren(QWidget)]:
        if widget.focusPolicy() is Qt.FocusPolicy.NoFocus or widget.focusProxy() is not None:
            continue
        if isinstance(widget, QLabel) and not widget.text():
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name)
        if not name.strip() and not _inner(widget):
            found.append(f"{type(widget).__name__} {widget.objectName()} in {type(widget.parentWidget()).__name__}")
    return found


def _inner(widget: QWidget) -> bool:
    """Say whether Qt made the widget inside another one that has the name (a scroll area's viewport, say)."""
    parent = widget.parentWidget()
    in_combo = parent is not None and parent.metaObject().className() == "QComboBoxPrivateContainer"
    return widget.objectName().startswith("qt_") or in_combo


def test_window_when_an_article_is_open_then_every_focusable_widget_has_a_name(shown: Show, qtbot: QtBot) -> None:
    shown.desk.open_article(shown.stage.later)
    qtbot.waitUntil(lambda: shown.desk.panels.open is not None)
    assert nameless(shown.window) == []


def test_window_when_the_note_is_shown_then_every_focusable_widget_has_a_name(shown: Show) -> None:
    shown.do("write_note")
    assert nameless(shown.window) == []


def test_window_when_empty_then_every_focusable_widget_has_a_name(qtbot: QtBot, bare: Stage) -> None:
    shown = show(qtbot, bare)
    assert nameless(shown.window) == []
    shown.window.release()


@pytest.mark.parametrize("page", ["start", "unlock"])
def test_page_when_no_library_is_open_then_every_focusable_widget_has_a_name(
    qtbot: QtBot, stage: Stage, tmp_path: Path, page: str
) -> None:
    from briefing_app.ui.shell.main_window import MainWindow

    context = stage.context
    window = MainWindow(context.settings, context.theme, context.messages)
    qtbot.addWidget(window)
    window.show_start() if page == "start" else window.show_unlock(tmp_path / "x.brief")
    assert nameless(window) == []


def test_dialogs_when_made_then_every_focusable_widget_has_a_name(shown: Show, qtbot: QtBot) -> None:
    from briefing_app.ui.library.filter_popover import FilterPopover
    from briefing_app.ui.shell.import_dialog import ImportDialog
    from briefing_app.ui.shell.key_sheet import KeyDialog, KeySheet
    from briefing_app.ui.shell.new_library import NewLibraryDialog

    actions = shown.window.actions_.actions
    dialogs: list[QWidget] = [
        ImportDialog([("d", "D")], ""),
        NewLibraryDialog(),
        KeySheet(actions),
        KeyDialog("import", actions),
        FilterPopover(),
    ]
    for dialog in dialogs:
        qtbot.addWidget(dialog)
        assert nameless(dialog) == []


def test_buttons_when_they_show_a_sign_then_their_name_is_a_word(shown: Show) -> None:
    signs = [
        button.text()
        for button in shown.window.findChildren(QAbstractButton)
        if button.text()
        and not any(letter.isalnum() for letter in button.text())
        and not any(letter.isalpha() for letter in button.accessibleName())
    ]
    assert signs == []


def test_tab_when_pressed_through_the_window_then_columns_from_left_to_right(shown: Show, qtbot: QtBot) -> None:
    shown.desk.open_article(shown.stage.later)
    qtbot.waitUntil(lambda: shown.desk.panels.open is not None)
    panels, library = shown.desk.panels, shown.body.library
    assert panels.reader is not None
    assert panels.side is not None
    columns = [shown.body.top, library.nav, library.column, panels.reader, panels.side]
    order: list[int] = []
    widget: QWidget = shown.body.top.dossier
    for _ in range(400):
        place = next((i for i, one in enumerate(columns) if one is widget or one.isAncestorOf(widget)), -1)
        visible = widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if visible and place >= 0 and (not order or order[-1] != place):
            order.append(place)
        following = widget.nextInFocusChain()
        if following is None or following is shown.body.top.dossier:
            break
        widget = following
    assert order == sorted(order)
    assert set(order) == set(range(len(columns)))
