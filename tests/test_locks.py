"""The two locks: hashes and nothing but names, one inside the other, and all we ask for in them."""

import re
import tomllib
from pathlib import Path

import pytest

LOCKS = ("requirements.txt", "requirements-dev.txt")


def pins(lock: Path) -> dict[str, str]:
    """Give every pinned line by its text before the hashes, with the hashes behind it."""
    text = lock.read_text(encoding="utf-8").replace("\\\n", " ")
    found = (line.partition("--hash") for line in text.splitlines() if line.strip())
    return {pin.strip(): sign + hashes for pin, sign, hashes in found}


def name(requirement: str) -> str:
    match = re.match(r"[A-Za-z0-9_.-]+", requirement)
    assert match
    return re.sub(r"[-_.]+", "-", match[0]).lower()


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_everything_by_hash_and_names_no_place(checkout: Path, lock: str) -> None:
    for pin, hashes in pins(checkout / lock).items():
        assert re.fullmatch(r"[a-z0-9-]+==[0-9a-z.]+( ; [^/@]+)?", pin)
        assert re.fullmatch(r"(--hash=sha256:[0-9a-f]{64}\s*)+", hashes)


def test_development_lock_holds_the_runtime_lock(checkout: Path) -> None:
    runtime, development = (pins(checkout / lock) for lock in LOCKS)

    assert runtime.items() <= development.items()


def test_locks_hold_what_the_project_asks_for(checkout: Path) -> None:
    project = tomllib.loads((checkout / "pyproject.toml").read_text(encoding="utf-8"))
    runtime, development = ({name(pin) for pin in pins(checkout / lock)} for lock in LOCKS)

    assert {name(wish) for wish in project["project"]["dependencies"]} <= runtime
    assert {name(wish) for wish in project["dependency-groups"]["dev"]} <= development


def test_locks_keep_the_broken_qt_away_from_python_311(checkout: Path) -> None:
    for pin in pins(checkout / "requirements.txt"):
        if pin.startswith(("pyside6", "shiboken6")) and "< '3.12'" in pin:
            assert "==6.12.0" not in pin
