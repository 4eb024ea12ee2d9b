"""No regular expression of ingest takes more than linear time, and neither do the functions over them."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import time
from typing import TYPE_CHECKING

import pytest

import briefing_app.ingest
from briefing_app.ingest.clean import clean
from briefing_app.ingest.html.depth import flattened
from briefing_app.ingest.sanitise import sanitise

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZE = 3_000
SOON = 0.05  # CPU seconds; what ends sooner at twice the size needs no ratio
WORST = 2.6
# Repeated, these make the worst cases of patterns: words, blanks, brackets, marks of every kind.
SEEDS = (
    "a¦ ¦\n¦\t¦.¦-¦1¦A¦é¦_¦*¦`¦[¦(¦<¦>¦|¦/¦:¦#¦=¦~¦\\¦a ¦A ¦A b ¦a, ¦a. ¦1. ¦- ¦> ¦* ¦a\n¦\n\n¦<a ¦<!--¦"
    "<?xml ¦](¦[a](¦![a](¦**a¦_a¦`a¦| a ¦a/b¦a|¦photo ¦photo: a ¦(a ap ¦(file ¦share on ¦find out more ¦"
    "read ¦please ¦and but so please ¦if you like a, ¦comments ¦in the comments ¦the following points ¦"
    "a: ¦get the a ¦for more a ¦watch a ¦follow a ¦1 min ¦tags: a, ¦by a ¦By Ab ¦GENEVA, ¦2025-¦12.¦"
    "1 march ¦march 1 ¦home > ¦&amp;¦url: http://¦/* <![CDATA[¦charset¦display: ¦is a a a ¦Ã¦â€¦"
    "Ab Cd is a ¦a's ¦...¦?!¦“¦\"¦http://a¦a@b ¦you ¦views expressed ¦looking for a? get ¦"
    "Ab Cd and ¦Ab reported from ¦from: a | ¦tel +1 ¦download a ¦here is all ¦end of ¦{{¦【¦\xad\n"
).split("¦")


def _patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    for module in pkgutil.walk_packages(briefing_app.ingest.__path__, "briefing_app.ingest."):
        for name, value in vars(importlib.import_module(module.name)).items():
            for number, one in enumerate(_flat(value)):
                yield f"{module.name.removeprefix('briefing_app.ingest.')}.{name}.{number}", one


def _flat(value: object) -> Iterator[re.Pattern[str] | re.Pattern[bytes]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list)):
        for one in value:
            yield from _flat(one)


PATTERNS = dict(_patterns())


def _seconds(work: Callable[[], object]) -> float:
    """Time a function without the garbage collector, whose sweeps fall on one call and not on the next."""
    gc.disable()
    try:
        began = time.process_time()
        work()
        return time.process_time() - began
    finally:
        gc.enable()


def _is_linear(work: Callable[[int], Callable[[], object]]) -> bool:
    """Say whether twice the input takes at most `WORST` times as long, in the best of three tries."""
    double = _seconds(work(2))
    if double <= SOON:
        return True
    for _ in range(4):
        single = min(_seconds(work(1)), _seconds(work(1)))
        double = min(double, _seconds(work(2)))
        if double <= SOON or double <= WORST * single:
            return True
    return False


def _searches(pattern: re.Pattern[str] | re.Pattern[bytes], seed: str) -> Callable[[int], Callable[[], object]]:
    def sized(times: int) -> Callable[[], object]:
        text = (seed * (SIZE // len(seed) + 1))[:SIZE] * times + "\x01"
        return _run(pattern, text)

    return sized


def _run(pattern: re.Pattern[str] | re.Pattern[bytes], text: str) -> Callable[[], object]:
    def work() -> object:
        if isinstance(pattern.pattern, str):
            return [*re.finditer(pattern, text)], re.fullmatch(pattern, text)
        return [*re.finditer(pattern, text.encode())]

    return work


def test_patterns_when_collected_then_there_are_many() -> None:
    assert len(PATTERNS) > 150


@pytest.mark.parametrize("name", sorted(PATTERNS))
def test_pattern_when_fed_its_worst_then_linear(name: str) -> None:
    for seed in SEEDS:
        assert _is_linear(_searches(PATTERNS[name], seed)), seed


HOSTILE = {
    "one long line": "word " * 3_333,
    "one long word": "w" * 16_666,
    "many lines": "a\n" * 8_333,
    "many paragraphs": "The sides met.\n\n" * 1_000,
    "many headings": "Comments\n\n" * 1_666,
    "many lead-ins": "Here are the key points:\n\n" * 666,
    "many calls": "Find out more about it. " * 666,
    "many quotes": "“He said. " * 1_666,
    "many dates": "1 March 2025\n" * 1_333,
    "many bullets": "- item\n" * 2_333,
    "many marks": "Ã©â€™" * 3_000,
    "many brackets": "[a (b {c " * 1_666,
    "many carriage returns": "a\r\nb\r" * 2_666,
    "many emphases": "**a _b_ `c` " * 1_333,
}


@pytest.mark.parametrize("name", [*HOSTILE])
@pytest.mark.parametrize("ending", ["txt", "md", "html"])
def test_clean_when_input_grows_then_time_grows_with_it(name: str, ending: str) -> None:
    def sized(times: int) -> Callable[[], object]:
        text = HOSTILE[name] * times
        data = (f"<html><body><p>{text}</p></body></html>" if ending == "html" else text).encode()
        return lambda: clean(data, f"a.{ending}")

    assert _is_linear(sized)


@pytest.mark.parametrize(
    "seed", ["<div>", "<p>a", "</div>", "<b><i>", "<table><tr><td>", "<a href=x>", "&#", "<!", "<li><ul>"]
)
def test_sanitise_when_input_grows_then_time_grows_with_it(seed: str) -> None:
    assert _is_linear(lambda times: lambda: sanitise(seed * (4_000 * times)))
    assert _is_linear(lambda times: lambda: flattened(seed * (10_000 * times)))
