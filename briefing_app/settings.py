"""The user's settings, declared once as data; the file, the menus and the docs are made from that.

They lie in one JSON file in the config folder and belong to the user, not to a library. A file that cannot be
read is set aside and the defaults hold; a value of the wrong type counts as its default.
"""

from __future__ import annotations

import json
import os
import threading
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from briefing_app import paths
from briefing_app.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Value: TypeAlias = "str | int | bool | list[str] | dict[str, str] | dict[str, dict[str, str]]"
FILE_NAME = "settings.json"
RECENT = 8
"""Most libraries remembered."""
FEED_TIMES: dict[str, int] = {"only when asked": 0, "30 minutes": 30, "1 hour": 60, "3 hours": 180, "1 day": 1440}
"""How often feeds may be looked into by themselves, in minutes; 0 is never."""


class Kind(StrEnum):
    """Types of setting."""

    TEXT = "text"
    NUMBER = "number"
    FLAG = "yes or no"
    TEXTS = "list of texts"
    MAP = "names and texts"
    RECORDS = "names and records"


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting: what it is called, what it may hold, and what holds when nothing was set.

    ``choices`` limits a text, ``low`` and ``high`` a number. ``state`` marks what the window remembers by itself.
    """

    key: str
    kind: Kind
    default: Value
    description: str
    choices: tuple[str, ...] = ()
    low: int = 0
    high: int = 1_000_000
    state: bool = False

    def accepts(self, value: object) -> bool:
        """Say whether ``value`` may be kept under this key."""
        match self.kind:
            case Kind.TEXT:
                return isinstance(value, str) and (not self.choices or value in self.choices)
            case Kind.NUMBER:
                return isinstance(value, int) and not isinstance(value, bool) and self.low <= value <= self.high
            case Kind.FLAG:
                return isinstance(value, bool)
            case Kind.TEXTS:
                return isinstance(value, list) and all(isinstance(one, str) for one in value)
            case Kind.MAP:
                return _is_map(value)
            case Kind.RECORDS:
                return isinstance(value, dict) and all(
                    isinstance(key, str) and _is_map(one) for key, one in value.items()
                )


def _is_map(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(one, str) for pair in value.items() for one in pair)


SETTINGS: tuple[Setting, ...] = (
    Setting("theme", Kind.TEXT, "system", "Colours of the window.", ("system", "light", "dark")),
    Setting("reading.width", Kind.NUMBER, 66, "Width of the reading text in characters.", low=45, high=80),
    Setting("reading.text_size", Kind.NUMBER, 17, "Size of the reading text in pixels.", low=11, high=48),
    Setting("reading.highlights", Kind.FLAG, True, "Whether marks are shown in the text."),
    Setting(
        "list.sort",
        Kind.TEXT,
        "newest",
        "Order of the article list.",
        ("newest", "oldest", "imported", "title", "source"),
    ),
    Setting(
        "analysis.pipeline",
        Kind.TEXT,
        "",
        "Name of an installed spaCy pipeline that finds names in place of the program's own model.",
    ),
    Setting("network.offline", Kind.FLAG, False, "Whether nothing may be fetched: no page, no feed."),
    Setting(
        "network.allowed_hosts",
        Kind.TEXTS,
        [],
        "Hosts on this machine or a private network that pages and feeds may be fetched from all the same.",
    ),
    Setting(
        "feeds.every",
        Kind.TEXT,
        "only when asked",
        "How often feeds are looked into while the window is open.",
        tuple(FEED_TIMES),
    ),
    Setting("watch.folders", Kind.RECORDS, {}, "Folders watched for new files, by library."),
    Setting("keys", Kind.MAP, {}, "Keys of your own, by the name of the action; several are parted by a space."),
    Setting("libraries.recent", Kind.TEXTS, [], "Libraries opened lately, the latest first.", state=True),
    Setting("window.geometry", Kind.TEXT, "", "Place and size of the window.", state=True),
    Setting("window.columns", Kind.MAP, {}, "Widths of the columns.", state=True),
    Setting("window.nav", Kind.FLAG, True, "Whether the library column is shown.", state=True),
    Setting("window.side", Kind.FLAG, True, "Whether the side panel is shown.", state=True),
    Setting("window.tab", Kind.TEXT, "positions", "The side panel's tab.", state=True),
    Setting("folders", Kind.MAP, {}, "Folders last used in file dialogs, by purpose.", state=True),
    Setting("sessions", Kind.RECORDS, {}, "Where you were, by library.", state=True),
)
DECLARED: dict[str, Setting] = {one.key: one for one in SETTINGS}


class Settings:
    """Settings in memory, kept in a file. ``problem`` is a sentence when the file could not be read, else empty."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file or paths.config_folder() / FILE_NAME
        self.problem = ""
        self._turn = threading.Lock()
        self._texts = self._written = 0
        self._values: dict[str, object] = self._read()

    def text(self, key: str) -> str:
        """Return a text."""
        value = self._value(key)
        return value if isinstance(value, str) else ""

    def number(self, key: str) -> int:
        """Return a whole number."""
        value = self._value(key)
        return value if isinstance(value, int) else 0

    def flag(self, key: str) -> bool:
        """Return yes or no."""
        return self._value(key) is True

    def texts(self, key: str) -> list[str]:
        """Return a list of texts; changing it changes nothing here."""
        value = self._value(key)
        return [str(one) for one in value] if isinstance(value, list) else []

    def map(self, key: str) -> dict[str, str]:
        """Return texts by name; changing it changes nothing here."""
        value = self._value(key)
        return {name: one for name, one in value.items() if isinstance(one, str)} if isinstance(value, dict) else {}

    def record(self, key: str, name: str) -> dict[str, str]:
        """Return one record of a setting that holds records; empty when there is none of that name."""
        value = self._value(key)
        found = value.get(name, {}) if isinstance(value, dict) else {}
        return dict(found) if isinstance(found, dict) else {}

    def set(self, key: str, value: Value) -> None:
        """Change a setting and write the file; UserError when the key or value is none, or the disk refuses."""
        if self._take(key, value):
            self.save()

    def remember(self, values: Mapping[str, Value], *, wait: bool) -> None:
        """Change several settings and write the file once; without ``wait`` on a thread, and a disk may refuse.

        A disk at work takes a tenth of a second for it, which no window should be away for.
        """
        changed = [key for key, value in values.items() if self._take(key, value)]
        if not changed:
            return
        if wait:
            self.save()
            return
        threading.Thread(target=self._save_quietly, args=self._text(), name="settings", daemon=True).start()

    def set_record(self, key: str, name: str, record: dict[str, str]) -> None:
        """Change one record of a setting that holds records, and write the file."""
        self.set(key, self.with_record(key, name, record))

    def with_record(self, key: str, name: str, record: dict[str, str]) -> dict[str, dict[str, str]]:
        """Return a setting that holds records with one of them changed."""
        value = self._value(key)
        kept = (
            {one: dict(other) for one, other in value.items() if isinstance(other, dict)}
            if isinstance(value, dict)
            else {}
        )
        return kept | {name: record}

    def opened(self, library: str) -> None:
        """Remember ``library`` as the latest one opened."""
        others = [one for one in self.texts("libraries.recent") if one != library]
        self.set("libraries.recent", [library, *others][:RECENT])

    def save(self) -> None:
        """Write the file as a whole or not at all; UserError when the disk refuses."""
        self._write(*self._text())

    def _take(self, key: str, value: Value) -> bool:
        """Change a setting in memory; return whether it was another."""
        declared = DECLARED.get(key)
        if declared is None or not declared.accepts(value):
            raise UserError(f"“{value}” cannot be the setting {key}.")
        if self._value(key) == value:
            return False
        self._values[key] = value
        return True

    def _text(self) -> tuple[str, int]:
        """Return what the file is to hold, and its number: an older one is never written over a newer."""
        self._texts += 1
        return json.dumps(self._values, ensure_ascii=False, indent=1, sort_keys=True), self._texts

    def _save_quietly(self, text: str, number: int) -> None:
        with suppress(UserError):
            self._write(text, number)

    def _write(self, text: str, number: int) -> None:
        with self._turn:
            if number > self._written:
                self._write_file(text)
                self._written = number

    def _write_file(self, text: str) -> None:
        fresh = self._file.with_name(f".{self._file.name}.{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            with open(fresh, "w", encoding="utf-8") as out:
                out.write(text)
                out.flush()
                os.fsync(out.fileno())
            fresh.replace(self._file)
        except OSError as error:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            reason = error.strerror or str(error)
            raise UserError(f"The settings could not be written to {self._file}: {reason}.") from error

    def _value(self, key: str) -> object:
        declared = DECLARED[key]
        value = self._values.get(key, declared.default)
        return value if declared.accepts(value) else declared.default

    def _read(self) -> dict[str, object]:
        try:
            loaded = json.loads(self._file.read_text("utf-8"))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            return self._set_aside(error)
        return loaded if isinstance(loaded, dict) else self._set_aside(ValueError("not a record"))

    def _set_aside(self, error: Exception) -> dict[str, object]:
        aside = self._file.with_suffix(".unreadable.json")
        try:
            self._file.replace(aside)
            self.problem = f"The settings could not be read and were set aside as {aside.name}; the defaults hold."
        except OSError:
            self.problem = f"The settings in {self._file} could not be read ({error}); the defaults hold."
        return {}
