"""The formats a note can be written in, found by the file's suffix.

A format is a module with ``write(briefing)``; one more is one more row here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefing_app.errors import UserError
from briefing_app.export import html, markdown

if TYPE_CHECKING:
    from collections.abc import Callable
    from os import PathLike

    from briefing_app.domain.note import Briefing


@dataclass(frozen=True, slots=True)
class Format:
    """A file format: its name for people, its suffixes (the first is the usual one) and what makes its bytes."""

    name: str
    suffixes: tuple[str, ...]
    write: Callable[[Briefing], bytes]


def _text(write: Callable[[Briefing], str]) -> Callable[[Briefing], bytes]:
    def written(briefing: Briefing) -> bytes:
        return write(briefing).encode("utf-8")

    return written


FORMATS: tuple[Format, ...] = (
    Format("Markdown", (".md", ".markdown"), _text(markdown.write)),
    Format("HTML", (".html", ".htm"), _text(html.write)),
)
"""All formats, in the order in which menus offer them."""


def format_for(path: str | PathLike[str]) -> Format:
    """Return the format that a file's suffix asks for, in any case; a `UserError` names the ones there are."""
    suffix = PurePath(path).suffix.casefold()
    for one in FORMATS:
        if suffix in one.suffixes:
            return one
    known = " or ".join(one.suffixes[0] for one in FORMATS)
    what = f"A note cannot be written as “{suffix}”." if suffix else f"“{PurePath(path).name}” has no ending."
    raise UserError(what, hint=f"Give the file an ending of {known}.")
