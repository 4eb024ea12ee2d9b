"""Which Debian packages Qt and the tests still need on this machine; for briefing.sh.

Run as a script it prints the missing packages of the named groups on one line and imports
nothing but the standard library (Qt itself would abort where a library is missing):

    python packaging/system_packages.py qt x11 wayland tests

Each library is really loaded, so a package counts as present however it was installed.
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

LIBRARIES: Mapping[str, Mapping[str, str]] = {
    "qt": {
        "libegl1": "libEGL.so.1",
        "libgl1": "libGL.so.1",
        "libfontconfig1": "libfontconfig.so.1",
        "libxkbcommon0": "libxkbcommon.so.0",
        "libdbus-1-3": "libdbus-1.so.3",
        "libglib2.0-0": "libgthread-2.0.so.0",
    },
    "x11": {
        "libxkbcommon-x11-0": "libxkbcommon-x11.so.0",
        "libxcb-cursor0": "libxcb-cursor.so.0",
        "libxcb-icccm4": "libxcb-icccm.so.4",
        "libxcb-image0": "libxcb-image.so.0",
        "libxcb-keysyms1": "libxcb-keysyms.so.1",
        "libxcb-render-util0": "libxcb-render-util.so.0",
        "libxcb-shape0": "libxcb-shape.so.0",
        "libxcb-xkb1": "libxcb-xkb.so.1",
    },
    "wayland": {
        "libwayland-client0": "libwayland-client.so.0",
        "libwayland-cursor0": "libwayland-cursor.so.0",
        "libwayland-egl1": "libwayland-egl.so.1",
    },
}
"""Debian package -> the shared library it is needed for, by group."""

PROGRAMS: Mapping[str, Mapping[str, str]] = {
    "tests": {
        "xvfb": "xvfb-run",
        "xauth": "xauth",
        "dbus": "dbus-run-session",
        "gnome-keyring": "gnome-keyring-daemon",
    },
}
"""Debian package -> the command it is needed for, by group."""

FONT_PACKAGE = "fonts-dejavu-core"
FONT_SUFFIXES = (".ttf", ".otf", ".ttc", ".pfb")


def loads(library: str) -> bool:
    """Tell whether the dynamic linker finds and loads `library`."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def any_font(folders: Iterable[Path]) -> bool:
    """Tell whether there is at least one font file anywhere below `folders`."""
    return any(
        name.lower().endswith(FONT_SUFFIXES) for folder in folders for _, _, names in os.walk(folder) for name in names
    )


def font_folders() -> list[Path]:
    """Give the folders in which fontconfig looks by default."""
    data_home = Path(os.environ.get("XDG_DATA_HOME") or Path("~/.local/share").expanduser())
    return [
        Path("/usr/share/fonts"),
        Path("/usr/local/share/fonts"),
        data_home / "fonts",
        Path("~/.fonts").expanduser(),
    ]


def missing_packages(groups: Iterable[str]) -> list[str]:
    """Give the packages of `groups` that are not there, in the order in which they are listed."""
    missing: list[str] = []
    for group in groups:
        libraries = LIBRARIES.get(group, {})
        missing += [package for package, library in libraries.items() if not loads(library)]
        programs = PROGRAMS.get(group, {})
        missing += [package for package, command in programs.items() if not shutil.which(command)]
        if group == "qt" and not any_font(font_folders()):
            missing.append(FONT_PACKAGE)
    return missing


def main(arguments: list[str]) -> int:
    """Print the missing packages of the named groups; 2 when a group is unknown."""
    unknown = [group for group in arguments if group not in LIBRARIES and group not in PROGRAMS]
    if unknown:
        print(f"unknown group: {' '.join(unknown)}", file=sys.stderr)
        return 2
    print(*missing_packages(arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
