"""Place or government: capitals in sentences of our own, half of which act and half of which lie somewhere."""

from __future__ import annotations

import functools
from pathlib import Path

import pytest

from briefing_app.analysis.engine import Engine
from briefing_app.domain.analysis import AnalysisRequest

_SENTENCES = Path(__file__).with_name("seats.txt")


@functools.cache
def _read() -> dict[str, list[bool]]:
    """Return by "+" (government) and "-" (place) whether each sentence was read so."""
    right: dict[str, list[bool]] = {"+": [], "-": []}
    for line in _SENTENCES.read_text("utf-8").splitlines():
        if line.startswith("#"):
            continue
        name, _, text = line[1:].partition(" | ")
        at = text.index(name)
        request = AnalysisRequest(text=text, paragraphs=())
        mention = next(one for one in Engine.load().analyse(request).mentions if one.start <= at < one.end)
        right[line[0]].append(mention.key.startswith(("country:", "org:")) == (line[0] == "+"))
    return right


@pytest.mark.parametrize("kind", ["+", "-"])
def test_capitals_are_told_from_the_governments_in_them(kind: str) -> None:
    right = _read()[kind]
    assert len(right) > 60
    assert sum(right) / len(right) >= 0.98
