"""What is told of the walls around the worker."""

from __future__ import annotations

import sys

import pytest

from briefing_app.jobs import walls
from briefing_app.worker.limits import Confinement


def test_standing_when_asked_then_a_real_worker_answers() -> None:
    standing = walls.standing()
    assert standing.limits or sys.platform == "win32"


@pytest.mark.parametrize(
    ("standing", "told"),
    [
        (Confinement(), "(audit hook; the system offers no more)."),
        (
            Confinement(limits=True, seccomp=True, landlock=7),
            "(audit hook, limits of the system, Landlock, filter of system calls).",
        ),
        (Confinement(limits=True, namespace=True), "(audit hook, limits of the system, network of its own)."),
    ],
)
def test_sentence_when_walls_stand_then_each_is_named(standing: Confinement, told: str) -> None:
    assert walls.sentence(walls.names(standing)).endswith(told)
