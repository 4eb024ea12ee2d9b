"""Corrections as JSON Lines, and back: one line an article, a ruling on a name, or an actor of the library's own."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.actors import OwnActor
from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.domain.gold import GoldArticle, GoldName
from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

FORMAT = 1
WARNING = "Holds the text of articles and what was decided in them."
_KINDS = {"article": GoldArticle, "name": GoldName, "actor": OwnActor}


@dataclass(frozen=True, slots=True)
class Corrections:
    """What a file of corrections holds."""

    articles: tuple[GoldArticle, ...] = ()
    names: tuple[GoldName, ...] = ()
    actors: tuple[OwnActor, ...] = ()


def lines(parts: Iterable[GoldArticle | GoldName | OwnActor]) -> Iterator[str]:
    """Give the lines of a file, the first of them saying what it is."""
    yield _line({"record": "corrections", "format": FORMAT, "program": "Briefing Reader", "note": WARNING})
    names = {kind: name for name, kind in _KINDS.items()}
    for part in parts:
        plain = to_plain(part)
        assert isinstance(plain, dict)
        yield _line({"record": names[type(part)], **plain})


def read(text: Iterable[str]) -> Corrections:
    """Return what `lines` wrote; InputError names the line that is none."""
    found: dict[str, list[object]] = {name: [] for name in _KINDS}
    for number, line in enumerate(text, 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
            kind = row.pop("record")
            if kind == "corrections":
                _check_format(row)
            else:
                found[kind].append(from_plain(_KINDS[kind], row))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise InputError(f"Line {number} is no correction of Briefing Reader.") from error
    return Corrections(*(tuple(found[name]) for name in _KINDS))  # type: ignore[arg-type]  # by kind, in this order


def _check_format(head: dict[str, object]) -> None:
    if head.get("format") != FORMAT:
        raise InputError(
            f"This file of corrections has format {head.get('format')}; this release reads format {FORMAT}.",
            hint="Export it anew with this release.",
        )


def _line(row: dict[str, object]) -> str:
    text = json.dumps(row, ensure_ascii=False)
    return text.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
