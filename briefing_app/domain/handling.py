"""Handling marks: TLP 2.0, exactly, and free national markings beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class TlpLabel:
    """A label of the Traffic Light Protocol 2.0: ``rank`` rises with strictness, colours are those FIRST prescribes."""

    name: str
    rank: int
    foreground: str
    background: str = "#000000"


TLP: tuple[TlpLabel, ...] = (
    TlpLabel("TLP:CLEAR", 0, "#FFFFFF"),
    TlpLabel("TLP:GREEN", 1, "#33FF00"),
    TlpLabel("TLP:AMBER", 2, "#FFC000"),
    TlpLabel("TLP:AMBER+STRICT", 3, "#FFC000"),
    TlpLabel("TLP:RED", 4, "#FF2B2B"),
)
"""The five labels, freest first."""

_BY_NAME = {label.name: label for label in TLP}
_TLP = re.compile(r"\bTLP\s*:\s*(AMBER\s*\+\s*STRICT|RED|AMBER|GREEN|CLEAR|WHITE)(?![A-Z+])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Marking:
    """A handling mark: a TLP label, a national marking in words, or both; empty when neither is set."""

    tlp: TlpLabel | None = None
    national: str = ""

    def __str__(self) -> str:
        """Return the mark as printed: capitals, the label without a space."""
        return " ".join(part for part in (self.tlp.name if self.tlp else "", self.national) if part)


def marking(text: str) -> Marking:
    """Read a handling mark from what somebody typed: ``tlp: amber, restricted`` is TLP:AMBER RESTRICTED.

    The old TLP:WHITE is read as TLP:CLEAR.
    """
    match = _TLP.search(text)
    if not match:
        return Marking(None, _words(text))
    name = re.sub(r"\s", "", match[1]).upper()
    label = _BY_NAME["TLP:CLEAR" if name == "WHITE" else f"TLP:{name}"]
    return Marking(label, _words(f"{text[: match.start()]} {text[match.end() :]}"))


def strictest(texts: Iterable[str]) -> str:
    """Return the strictest TLP label among marks, as printed; empty where none carries one."""
    labels = [label for label in (marking(text).tlp for text in texts) if label]
    return max(labels, key=lambda label: label.rank).name if labels else ""


def lower_than(mark: str, source: str) -> bool:
    """Say whether ``mark`` protects less than ``source``: a freer label, none at all, or its national marking lost.

    No label is as free as TLP:CLEAR. National markings have no order known here; one counts as kept when the
    other mark names it too.
    """
    ours, theirs = marking(mark), marking(source)
    if _rank(ours) < _rank(theirs):
        return True
    return bool(theirs.national) and theirs.national not in ours.national


def _rank(mark: Marking) -> int:
    return mark.tlp.rank if mark.tlp else 0


def _words(text: str) -> str:
    return " ".join(text.split()).strip(" ,;/-–—").upper()
