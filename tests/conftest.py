"""Set-up shared by all tests: no screen, no user folders, no keyring of the user's.

The environment is set before anything of ours or of Qt is imported, and child processes
inherit it, so that a test of the real program is as private as one of a function.
"""

import atexit
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest

CHECKOUT = Path(__file__).resolve().parent.parent

_PRIVATE = Path(tempfile.mkdtemp(prefix="briefing-tests-"))
atexit.register(shutil.rmtree, _PRIVATE, ignore_errors=True)

for _kind in ("DATA", "CONFIG", "CACHE", "STATE"):
    _folder = _PRIVATE / _kind.lower()
    _folder.mkdir()
    os.environ[f"XDG_{_kind}_HOME"] = str(_folder)
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
os.environ.pop("BRIEFING_PASSPHRASE_FILE", None)

# Other processes share the machine, so a slow example is no failure; what fails is told in full.
hypothesis.settings.register_profile("briefing", deadline=None, print_blob=True)
hypothesis.settings.load_profile("briefing")


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Give the folder of pyproject.toml."""
    return CHECKOUT


@pytest.fixture
def user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give this test, and its child processes, user folders of its own below one folder."""
    home = tmp_path / "home"
    for kind in ("data", "config", "cache", "state"):
        folder = home / kind
        folder.mkdir(parents=True)
        monkeypatch.setenv(f"XDG_{kind.upper()}_HOME", str(folder))
    return home


@pytest.fixture
def secret_service(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Give this test the real Secret Service that `briefing.sh test` starts, unlocked and empty.

    Skips where pytest was started by hand: the user's own keyring is never touched.
    """
    if not os.environ.get("BRIEFING_TEST_SECRET_SERVICE"):
        pytest.skip("needs the private keyring of ./briefing.sh test")
    import keyring
    from keyring.core import load_keyring

    before = keyring.get_keyring()
    monkeypatch.delenv("PYTHON_KEYRING_BACKEND")
    keyring.set_keyring(load_keyring("keyring.backends.SecretService.Keyring"))
    yield
    keyring.set_keyring(before)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name, above the closing line, the steps of briefing.sh that failed before pytest began."""
    failed = os.environ.get("BRIEFING_FAILED_STEPS")
    if failed:
        terminalreporter.section("the run fails", red=True)
        terminalreporter.write_line(f"Failed before the tests: {failed} (see above)")
