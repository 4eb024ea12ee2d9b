"""Works in the window over an encrypted library: unlock, search, mark, write a note, fail, and be killed.

``python -m tests.e2e.secret_window LIBRARY`` prints ``worked`` and ends itself by SIGKILL in the middle of things.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox

from briefing_app.__main__ import main
from briefing_app.desktop.app import application
from tests.e2e.needles import PASSPHRASE, needle
from tests.e2e.window import Driver, act, analysed, found, press, ready, select, settled, shown, window

if TYPE_CHECKING:
    from tests.e2e.window import Script


class Failed(Exception):
    """Stands for a fault of our own whose message quotes what was read."""


def work() -> Script:
    """Do what a person does, then die."""
    yield lambda: shown(QLineEdit, "Passphrase")
    field = found(QLineEdit, "Passphrase")
    QTest.keyClicks(field, PASSPHRASE)
    press(field, "Return")
    yield ready
    yield settled()
    act("next_article")
    yield analysed
    press(select("stay closed"), "H")
    yield settled()
    press(select("demanded that"), "T")
    yield lambda: shown(QLineEdit, "Tags, parted by commas")
    QTest.keyClicks(found(QLineEdit, "Tags, parted by commas"), needle(190))
    press(found(QLineEdit, "Tags, parted by commas"), "Control+Return")
    yield settled()
    act("search")
    yield settled()
    QTest.keyClicks(window().focusWidget(), needle(24))
    yield settled()
    act("go_all")
    act("write_note")
    yield settled()
    for dialog in (one for one in window().findChildren(QDialog) if one.isVisible()):
        dialog.reject()
    sys.excepthook(Failed, Failed(f"cannot read {needle(7)} of {PASSPHRASE}"), None)
    yield lambda: shown(QMessageBox)
    act("view_reader")
    yield settled()
    window().remember()
    sys.stdout.write("worked\n")
    sys.stdout.flush()
    os.kill(os.getpid(), signal.SIGKILL)
    return {}


if __name__ == "__main__":
    application()
    driver = Driver(work())
    QTimer.singleShot(0, driver.start)
    code = main(["--library", sys.argv[1]])
    sys.stdout.write(f"{driver.report}\n")
    sys.exit(code or 1)
