"""Which system packages are found missing; the script is loaded by its path, as briefing.sh does."""

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture
def script(checkout: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("system_packages", checkout / "packaging" / "system_packages.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_missing_packages_when_nothing_loads_then_all_of_the_groups(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(script, "loads", lambda library: False)
    monkeypatch.setattr(script, "font_folders", lambda: [tmp_path])
    monkeypatch.setenv("PATH", "")

    found = script.missing_packages(["qt", "x11", "wayland", "tests"])

    assert (
        found
        == (
            "libegl1 libgl1 libfontconfig1 libxkbcommon0 libdbus-1-3 libglib2.0-0 fonts-dejavu-core "
            "libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 "
            "libxcb-shape0 libxcb-xkb1 libwayland-client0 libwayland-cursor0 libwayland-egl1 "
            "xvfb xauth dbus gnome-keyring"
        ).split()
    )


def test_missing_packages_when_all_loads_and_a_font_is_there_then_none(
    script: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "truetype").mkdir()
    (tmp_path / "truetype" / "A.TTF").touch()
    monkeypatch.setattr(script, "loads", lambda library: True)
    monkeypatch.setattr(script, "font_folders", lambda: [tmp_path])

    assert script.missing_packages(["qt", "x11"]) == []


def test_loads_tells_a_library_from_none(script: ModuleType) -> None:
    assert not script.loads("libthere-is-no-such-thing.so.0")


def test_script_with_an_unknown_group_then_refuses(checkout: Path) -> None:
    command = [sys.executable, str(checkout / "packaging" / "system_packages.py"), "gtk"]

    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "gtk" in done.stderr
