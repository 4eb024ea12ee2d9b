"""No regular expression of the program takes more than linear time on the worst that can be made of itself.

``python -m tests.bench.bench_regex`` tries more of them at greater lengths, for figures.
"""

from __future__ import annotations

import gc
import time

import pytest

from tests.bench.bench_regex import RATIO, own_attacks, patterns, spent

SIZE = 4_000
SOON = 0.05
"""Processor seconds; what ends sooner at twice the size needs no ratio."""
WINDOWS = {
    "briefing_app.analysis.cast:_PAIR": 400,
    "briefing_app.analysis.consistency:_BRACKET": 400,
    "briefing_app.analysis.name_shapes:_SPEAKER": 160,
    "briefing_app.analysis.names:_DATELINE": 70,
    "briefing_app.analysis.names:_GOVERNMENT": 400,
    "briefing_app.analysis.names:_WORD_BEFORE": 24,
}
"""Expressions that are never given a whole text: the most characters they see, a name, a label or what is beside it."""
ANCHORED = frozenset({"briefing_app.analysis.fragments:_BESIDE", "briefing_app.domain.links:_WEB"})
"""Expressions that are asked at the beginning of a text alone."""
MOST = 40
"""Attacks tried of an expression that has many branches; the bench tries all."""
AT_MOST = 0.1
"""Processor seconds that one of those may take."""
PATTERNS = patterns()


def made_of(attack: tuple[str, str, str], size: int) -> str:
    before, repeated, behind = attack
    return before + repeated * (size // len(repeated)) + behind


def some(place: str) -> list[tuple[str, str, str]]:
    """Return attacks on an expression, spread over all its parts."""
    found = sorted(attack for attack in own_attacks(PATTERNS[place]) if attack[1])
    return found[:: max(1, len(found) // MOST)]


def seconds(place: str, text: str) -> float:
    """Return the processor seconds of looking for an expression as the program does."""
    if place not in ANCHORED:
        return spent(PATTERNS[place], text)
    began = time.process_time()
    PATTERNS[place].match(text)
    return time.process_time() - began


def is_linear(place: str, attack: tuple[str, str, str]) -> bool:
    """Say whether twice the text takes at most `RATIO` times as long, in the best of several tries."""
    once, twice = made_of(attack, SIZE), made_of(attack, 2 * SIZE)
    double = seconds(place, twice)
    if double <= SOON:
        return True
    gc.disable()
    try:
        for _ in range(4):
            single = min(seconds(place, once), seconds(place, once))
            double = min(double, seconds(place, twice))
            if double <= SOON or double <= RATIO * single:
                return True
    finally:
        gc.enable()
    return False


def test_patterns_when_collected_then_those_of_every_layer() -> None:
    layers = {place.split(".")[1].split(":")[0] for place in PATTERNS}
    assert {"ingest", "analysis", "annotate", "export", "domain", "services", "store", "ui"} <= layers
    assert len(PATTERNS) > 500
    assert WINDOWS.keys() | ANCHORED <= PATTERNS.keys()


@pytest.mark.parametrize("place", sorted(PATTERNS.keys() - WINDOWS.keys()))
def test_expression_when_fed_what_is_made_of_itself_then_time_grows_with_the_text(place: str) -> None:
    assert [attack for attack in some(place) if not is_linear(place, attack)] == []


@pytest.mark.parametrize("place", sorted(WINDOWS))
def test_expression_when_it_sees_little_then_its_worst_is_soon_over(place: str) -> None:
    for attack in some(place):
        assert seconds(place, made_of(attack, WINDOWS[place])) <= AT_MOST, attack
