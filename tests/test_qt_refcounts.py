"""PySide6 keeps count: 6.12.0 on Python 3.11 lost a reference to None with each void call.

The program would abort after some thousand calls; pyproject.toml keeps that release out.
"""

import sys

import pytest
from PySide6.QtCore import QObject, QTimer, Signal

ROUNDS = 1_000
NOISE = 100


class Emitter(QObject):
    """Emits, and hears itself by a slot that returns nothing."""

    happened = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.heard = 0
        self.happened.connect(self.hear)

    def hear(self, told: bool) -> None:
        self.heard += told


@pytest.mark.parametrize("singleton", [None, True], ids=["None", "True"])
def test_references_after_a_thousand_emits_do_not_drift(qapp: object, singleton: bool | None) -> None:
    emitter = Emitter()
    timer = QTimer()
    emitter.happened.emit(True)
    before = sys.getrefcount(singleton)

    for _ in range(ROUNDS):
        emitter.happened.emit(True)
        timer.setSingleShot(True)
        timer.isSingleShot()

    assert abs(sys.getrefcount(singleton) - before) < NOISE
    assert emitter.heard == ROUNDS + 1
