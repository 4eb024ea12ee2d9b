"""Printing: JSON lines for programs, plain lines for people."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping

from briefing_app.domain.tricks import visible
from briefing_app.faults import without_secrets

Row = Mapping[str, object]


def print_json(row: object) -> None:
    """Print one JSON value on one line and flush it."""
    sys.stdout.write(json_text(row) + "\n")
    sys.stdout.flush()


def json_text(row: object) -> str:
    """Return JSON on one line; what cannot be encoded (a lone surrogate) is escaped."""
    text = json.dumps(row, ensure_ascii=False)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(row)
    return text


def print_line(text: str) -> None:
    """Print one line for people."""
    sys.stdout.write(visible(text).encode("utf-8", "replace").decode("utf-8") + "\n")


def print_result(row: Row, sentence: str, *, as_json: bool) -> None:
    """Print the one result of a command, for programs or for people."""
    if as_json:
        print_json(row)
    else:
        print_line(sentence)


def print_rows(rows: Iterable[Row], *, as_json: bool, columns: tuple[str, ...]) -> None:
    """Print rows as JSON lines, or the named columns parted by two spaces."""
    for row in rows:
        if as_json:
            print_json(row)
        else:
            print_line("  ".join(str(row.get(column, "")) for column in columns))


def say(sentence: str) -> None:
    """Say something besides the results, on standard error; no title's control characters, no address's secrets."""
    sys.stderr.write(visible(without_secrets(sentence)) + "\n")
    sys.stderr.flush()


class Progress:
    """A bar on standard error while long work runs there; silent where nobody looks."""

    def __init__(self, total: int, what: str) -> None:
        self._total, self._what, self._done = total, what, 0
        self._shown = sys.stderr.isatty() and total > 1

    def step(self) -> None:
        """Count one more."""
        self._done += 1
        if self._shown:
            filled = 24 * self._done // self._total
            bar = "#" * filled + "." * (24 - filled)
            sys.stderr.write(f"\r[{bar}] {self._done}/{self._total} {self._what}")
            sys.stderr.flush()

    def end(self) -> None:
        """Take the bar away."""
        if self._shown:
            sys.stderr.write("\r" + " " * 60 + "\r")
            sys.stderr.flush()
