"""The window's program in the test's process: what it shows first, how it opens and unlocks, how it ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from briefing_app.desktop.app import Desktop
from briefing_app.errors import UserError
from briefing_app.services.opening import Opener
from briefing_app.services.secrets import Keyring
from briefing_app.settings import Settings
from briefing_app.store.store import Store
from briefing_app.ui.shell.wishes import LibraryWish, WishKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

PASSPHRASE = "a right and long passphrase"


@pytest.fixture
def desktop(qtbot: QtBot, user_folders: Path, qapp: QApplication) -> Iterator[Desktop]:
    """Give a program in the test's process, and the process its own looks back afterwards."""
    style, palette, font, sheet = qapp.style().name(), qapp.palette(), qapp.font(), qapp.styleSheet()
    made = Desktop(Settings(user_folders / "settings.json"))
    qtbot.addWidget(made.window)
    yield made
    made.end()
    made.window.close()
    QApplication.processEvents()
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setPalette(palette)
    qapp.setFont(font)


def field(desktop: Desktop) -> QLineEdit | None:
    fields = desktop.window.findChildren(QLineEdit)
    return next((one for one in fields if one.isVisible() and one.accessibleName() == "Passphrase"), None)


def given(desktop: Desktop, words: str) -> None:
    found = field(desktop)
    assert found is not None
    found.setText(words)
    QTest.keyClick(found, Qt.Key.Key_Return)


def page_error(desktop: Desktop) -> str:
    page = desktop.window._page
    return page.error.text() if page is not None else ""


def is_open(desktop: Desktop) -> bool:
    return desktop.session is not None


def test_start_when_library_is_plain_then_it_is_open_after_the_first_paint(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    Store.create(tmp_path / "plain.brief").close()
    assert desktop.start(tmp_path / "plain.brief")
    assert not is_open(desktop)
    with qtbot.waitSignal(desktop.window.ready, timeout=20_000):
        desktop.window.show()
    assert desktop.session is not None
    assert desktop.session.path == tmp_path / "plain.brief"


def test_start_when_library_is_encrypted_then_only_the_right_passphrase_opens_it(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    path = tmp_path / "secret.brief"
    Opener(Keyring()).create(path, PASSPHRASE).close()
    assert desktop.start(path)
    desktop.window.show()
    qtbot.waitUntil(lambda: field(desktop) is not None, timeout=10_000)
    given(desktop, "a wrong and long passphrase")
    qtbot.waitUntil(lambda: "not the one" in page_error(desktop), timeout=20_000)
    assert not is_open(desktop)
    with qtbot.waitSignal(desktop.window.ready, timeout=20_000):
        given(desktop, PASSPHRASE)
    assert desktop.session is not None
    assert desktop.session.store.encrypted


@pytest.mark.parametrize("content", [None, b"no library at all, just some notes of mine. " * 30])
def test_start_when_library_is_missing_or_foreign_then_the_start_page_says_so(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "other.brief"
    if content is not None:
        path.write_bytes(content)
    assert desktop.start(path)
    desktop.window.show()
    qtbot.waitUntil(lambda: "other.brief" in page_error(desktop), timeout=20_000)
    assert desktop.session is None
    assert (path.read_bytes() if path.exists() else None) == content


def test_start_when_another_window_has_the_library_then_false(desktop: Desktop, tmp_path: Path) -> None:
    from briefing_app.desktop.instance import Instance

    Store.create(tmp_path / "held.brief").close()
    other = Instance(tmp_path / "held.brief")
    assert other.take()
    try:
        assert not desktop.start(tmp_path / "held.brief")
    finally:
        other.release()


def test_wanted_library_when_an_address_is_named_then_a_sentence(user_folders: Path) -> None:
    from briefing_app.desktop.app import wanted_library

    settings = Settings(user_folders / "settings.json")
    with pytest.raises(UserError, match="PostgreSQL"):
        wanted_library("postgresql://host/db", settings)
    assert wanted_library("", settings) is None


def test_wish_when_another_library_is_made_and_opened_then_the_window_follows(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    assert desktop.start(None)
    desktop.window.show()
    for wish in (
        LibraryWish(WishKind.CREATE, tmp_path / "one.brief"),
        LibraryWish(WishKind.CREATE, tmp_path / "two.brief", PASSPHRASE),
        LibraryWish(WishKind.OPEN, tmp_path / "one.brief"),
    ):
        with qtbot.waitSignal(desktop.window.ready, timeout=30_000):
            desktop.window.wished.emit(wish)
        assert desktop.session is not None
        assert desktop.session.path == wish.path
        assert desktop.session.store.encrypted is (wish.passphrase is not None)


def test_wish_when_the_new_library_exists_already_then_the_open_one_stays(
    qtbot: QtBot, desktop: Desktop, tmp_path: Path
) -> None:
    (tmp_path / "taken.brief").write_text("mine")
    Store.create(tmp_path / "open.brief").close()
    assert desktop.start(tmp_path / "open.brief")
    with qtbot.waitSignal(desktop.window.ready, timeout=20_000):
        desktop.window.show()
    with qtbot.waitSignal(desktop.messages.said, timeout=20_000):
        desktop.window.wished.emit(LibraryWish(WishKind.CREATE, tmp_path / "taken.brief"))
    assert desktop.session is not None
    assert desktop.session.path == tmp_path / "open.brief"
    assert (tmp_path / "taken.brief").read_text() == "mine"
