"""Start page, unlock page and the dialog for a new library: what they ask, refuse and tell."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from briefing_app.errors import WrongKey
from briefing_app.settings import Settings
from briefing_app.ui.messages import Messages
from briefing_app.ui.shell.main_window import MainWindow
from briefing_app.ui.shell.new_library import NewLibraryDialog
from briefing_app.ui.shell.start_page import StartPage
from briefing_app.ui.shell.unlock_page import UnlockPage
from briefing_app.ui.shell.wishes import LibraryWish, WishKind
from briefing_app.ui.theme import ThemeHolder

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    made = MainWindow(Settings(tmp_path / "settings.json"), ThemeHolder("light"), Messages())
    qtbot.addWidget(made)
    made.show()
    return made


def test_start_page_when_sample_is_pressed_then_wished(qtbot: QtBot) -> None:
    page = StartPage([])
    qtbot.addWidget(page)
    with qtbot.waitSignal(page.wished) as wished:
        page.sample.click()
    assert wished.args == [LibraryWish(WishKind.SAMPLE)]


def test_start_page_when_libraries_were_opened_then_those_still_there_are_offered(qtbot: QtBot, tmp_path: Path) -> None:
    there = tmp_path / "talks & more.brief"
    there.touch()
    page = StartPage([str(there), str(tmp_path / "gone.brief")])
    qtbot.addWidget(page)
    recent = [one for one in page.findChildren(QAbstractButton) if one.objectName()]
    assert [one.text() for one in recent] == ["talks && more"]
    with qtbot.waitSignal(page.wished) as wished:
        recent[0].click()
    assert wished.args == [LibraryWish(WishKind.OPEN, there)]


def test_unlock_when_passphrase_is_given_then_wished_and_waits(qtbot: QtBot) -> None:
    page = UnlockPage(Path("/home/me/talks.brief"))
    qtbot.addWidget(page)
    QTest.keyClicks(page.secret, "open sesame")
    with qtbot.waitSignal(page.wished) as wished:
        QTest.keyClick(page.secret, Qt.Key.Key_Return)
    assert wished.args == [LibraryWish(WishKind.UNLOCK, Path("/home/me/talks.brief"), "open sesame")]
    assert not page.unlock.isEnabled()


def test_unlock_when_nothing_is_given_then_says_so(qtbot: QtBot) -> None:
    page = UnlockPage(Path("x.brief"))
    qtbot.addWidget(page)
    with qtbot.assertNotEmitted(page.wished):
        page.unlock.click()
    assert not page.error.isHidden()


def test_unlock_when_wrong_then_sentence_and_another_try(window: MainWindow) -> None:
    window.show_unlock(Path("x.brief"))
    page = window.findChild(UnlockPage)
    assert page is not None
    QTest.keyClicks(page.secret, "wrong")
    page.unlock.click()
    window.refuse(WrongKey("This passphrase does not open the library."))
    assert page.error.text() == "This passphrase does not open the library."
    assert page.unlock.isEnabled()
    assert page.secret.selectedText()


def test_window_when_another_library_is_wanted_from_the_locked_page_then_start_page(window: MainWindow) -> None:
    window.show_unlock(Path("x.brief"))
    page = window.findChild(UnlockPage)
    assert page is not None
    page.other_wanted.emit()
    start = window.findChild(StartPage)
    assert start is not None
    assert start.isVisible()


def test_window_when_start_fails_then_the_page_says_why(window: MainWindow) -> None:
    window.show_start("There is no library there.")
    page = window.findChild(StartPage)
    assert page is not None
    assert page.error.text() == "There is no library there."
    assert not page.error.isHidden()


def filled(qtbot: QtBot, path: Path, first: str = "", second: str = "") -> NewLibraryDialog:
    dialog = NewLibraryDialog()
    qtbot.addWidget(dialog)
    dialog.place.setText(str(path))
    if first:
        dialog.encrypted.setChecked(True)
        dialog.first.setText(first)
        dialog.second.setText(second)
    return dialog


def test_new_library_when_plain_then_wished_with_the_ending(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = filled(qtbot, tmp_path / "mine")
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.make.click()
    assert wished.args == [LibraryWish(WishKind.CREATE, tmp_path / "mine.brief")]


def test_new_library_when_encrypted_then_passphrase_comes_along(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = filled(qtbot, tmp_path / "mine.brief", "long enough", "long enough")
    with qtbot.waitSignal(dialog.wished) as wished:
        dialog.make.click()
    assert wished.args[0].passphrase == "long enough"
    assert "long enough" not in repr(dialog.windowTitle())


@pytest.mark.parametrize(
    ("first", "second", "said"),
    [("short", "short", "at least 8"), ("long enough", "long enuogh", "not the same")],
)
def test_new_library_when_passphrases_will_not_do_then_it_says_why(
    qtbot: QtBot, tmp_path: Path, first: str, second: str, said: str
) -> None:
    dialog = filled(qtbot, tmp_path / "mine.brief", first, second)
    assert said in dialog.error.text()
    assert not dialog.make.isEnabled()


def test_new_library_when_no_file_is_named_then_it_asks(qtbot: QtBot) -> None:
    dialog = filled(qtbot, Path("x"))
    dialog.place.clear()
    with qtbot.assertNotEmitted(dialog.wished):
        dialog.make.click()
    assert dialog.error.text() == "Name a file for the library."


def test_new_library_when_its_place_will_not_do_then_it_says_why_and_keeps_the_passphrase(
    qtbot: QtBot, tmp_path: Path
) -> None:
    there = tmp_path / "there.brief"
    there.touch()
    for path, said in ((there, "exists already"), (there / "below.brief", "Nothing can be written in")):
        dialog = filled(qtbot, path, "long enough", "long enough")
        with qtbot.assertNotEmitted(dialog.wished):
            dialog.make.click()
        assert said in dialog.error.text()
        assert dialog.first.text() == "long enough"
