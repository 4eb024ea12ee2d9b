"""Every regular expression of the program against its own worst case: ``python -m tests.bench.bench_regex``.

An attack is made of the expression's own parse tree: what comes before a repetition, then many of what it repeats,
then something that fits nowhere; besides come runs of ordinary characters. Time is the processor's; what takes longer
than linear (time(2n)/time(n) above 2.6) on up to 100 KB is printed with the attack.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
import time
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

import briefing_app
from tests.bench.runs import ORDINARY

if TYPE_CHECKING:
    from collections.abc import Iterator

_CALLS = frozenset({"compile", "search", "match", "fullmatch", "findall", "finditer", "split", "sub", "subn"})
_LOOKS = (codes.ASSERT, codes.ASSERT_NOT)
_DIGIT, _SPACE, _WORD = codes.CATEGORY_DIGIT, codes.CATEGORY_SPACE, codes.CATEGORY_WORD
_NAMED = {_DIGIT: "1", _SPACE: " ", _WORD: "a", codes.CATEGORY_NOT_SPACE: "x"}
SCREEN = 24_000
"""Characters of the first look; two more take twice and four times as many."""
QUICK, SLOW = 0.004, 1.0
"""Processor seconds: what takes less at the first look cannot hurt at 100 KB, what takes more is told at once."""
RATIO = 2.6
_RUNS = (
    *ORDINARY,
    *("-", "]", ">", "<a", "</", "&", "=", "://", "a@", "the ", "Mr ", "de ", "$1 ", "%", "/", "\\", "\u200b"),
)


def patterns() -> dict[str, re.Pattern[str]]:
    """Return each text pattern that a module holds or names in a call, once, by where it was found."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str]]] = {}
    for info in pkgutil.walk_packages(briefing_app.__path__, "briefing_app."):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        held = [one for name, value in vars(module).items() for one in _held(value, name)]
        for place, pattern in [*held, *_called(Path(str(module.__file__)))]:
            if isinstance(pattern.pattern, str):
                found.setdefault((pattern.pattern, pattern.flags), (f"{info.name}:{place}", pattern))
    return dict(found.values())


def _called(file: Path) -> Iterator[tuple[str, re.Pattern[Any]]]:
    """Yield the patterns that stand in calls such as ``re.sub("…", …)``."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and (node.func.value.id, node.func.attr in _CALLS) == ("re", True)
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
        ):
            named = [word.value for word in node.keywords if word.arg == "flags"]
            flags = [*named, *(node.args[1:] if node.func.attr == "compile" else [])]
            yield f"line {node.lineno}", re.compile(node.args[0].value, sum(_flags(one) for one in flags))


def _flags(node: ast.expr) -> int:
    """Return the flags that an expression such as ``re.I | re.M`` names."""
    names = [one.attr for one in ast.walk(node) if isinstance(one, ast.Attribute)]
    return int(sum(getattr(re, name) for name in names))


def _held(value: object, name: str, depth: int = 0) -> Iterator[tuple[str, re.Pattern[Any]]]:
    if isinstance(value, re.Pattern):
        yield name, value
    elif depth < 3 and isinstance(value, (tuple, list, frozenset)):
        for place, one in enumerate(value):
            yield from _held(one, f"{name}[{place}]", depth + 1)
    elif depth < 3 and isinstance(value, dict):
        for key, one in value.items():
            yield from _held(one, f"{name}[{key!r}]", depth + 1)
    elif depth < 3 and not isinstance(value, (str, int, type)):
        for slot in getattr(type(value), "__slots__", ()):
            yield from _held(getattr(value, slot, None), f"{name}.{slot}", depth + 1)


def attacks(pattern: re.Pattern[str]) -> set[tuple[str, str, str]]:
    """Return (before, repeated, behind) triples."""
    return {("", run, "\x00") for run in _RUNS} | own_attacks(pattern)


def own_attacks(pattern: re.Pattern[str]) -> set[tuple[str, str, str]]:
    """Return those that are made of the expression itself."""
    made: set[tuple[str, str, str]] = set()
    try:
        tree = parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)
    except re.error:
        return made
    for before, repeated in _repeats(tree, ""):
        if repeated:
            made |= {(before, repeated, "\x00"), ("", before + repeated, "\x00"), (before, repeated + " ", "\x00")}
            made |= {("", repeated, "\x00!")}
    whole = _sample(tree)
    return made | ({("", whole, "\x00"), ("", whole[:-1], "\x00")} if whole else set())


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401
    for code, argument in tree:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            low, high, inner = argument
            if high > 8:
                yield before, _sample(inner)
                for branch in _branches(inner):
                    yield before, branch
            yield from _repeats(inner, before)
            before += _sample(inner) * low
        else:
            for inner in _inner(code, argument):
                yield from _repeats(inner, before)
            before += _sample([(code, argument)])


def _branches(tree: Any) -> Iterator[str]:  # noqa: ANN401
    for code, argument in tree:
        if code is codes.BRANCH:
            yield from (_sample(one) for one in argument[1])
        elif code is codes.IN:
            yield from (text for item in argument if (text := _of_class([item])))


def _inner(code: Any, argument: Any) -> list[Any]:  # noqa: ANN401
    if code is codes.SUBPATTERN:
        return [argument[3]]
    if code is codes.ATOMIC_GROUP:
        return [argument]
    if code is codes.BRANCH:
        return list(argument[1])
    return [argument[1]] if code in _LOOKS else []


def _sample(tree: Any) -> str:  # noqa: ANN401
    """Return a short text that the tree fits, or nearly."""
    text = ""
    for code, argument in tree:
        if code is codes.LITERAL:
            text += chr(argument)
        elif code is codes.NOT_LITERAL:
            text += "b" if argument != ord("b") else "c"
        elif code is codes.ANY:
            text += "x"
        elif code is codes.IN:
            text += _of_class(argument)
        elif code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            text += _sample(argument[2]) * max(1, min(argument[0], 3))
        elif code is codes.BRANCH:
            text += _sample(argument[1][0])
        else:
            text += "".join(
                _sample(inner) for inner in _inner(code, argument) if code not in (codes.ASSERT, codes.ASSERT_NOT)
            )
    return text


def _of_class(items: Any) -> str:  # noqa: ANN401
    negated = items and items[0][0] is codes.NEGATE
    for code, argument in items:
        if negated:
            break
        if code is codes.LITERAL:
            return chr(argument)
        if code is codes.RANGE:
            return chr(argument[0])
        if code is codes.CATEGORY:
            return _NAMED.get(argument, "-")
    refused = {chr(argument) for code, argument in items if code is codes.LITERAL}
    return next((one for one in "xab1 -." if one not in refused), "x") if negated else ""


def spent(pattern: re.Pattern[str], text: str) -> float:
    """Return the processor seconds of looking for a pattern all through a text."""
    began = time.process_time()
    for _ in pattern.finditer(text):
        pass
    return time.process_time() - began


def worst(pattern: re.Pattern[str]) -> tuple[float, float, int, tuple[str, str, str]]:
    """Return (ratio, seconds, length, attack) of the attack that grows fastest."""
    found = (0.0, 0.0, 0, ("", "", ""))
    for attack in attacks(pattern):
        before, repeated, behind = attack
        if not repeated:
            continue
        times = [spent(pattern, before + repeated * (SCREEN // len(repeated)) + behind)]
        for length in (2 * SCREEN, 4 * SCREEN):
            if times[-1] < QUICK or times[-1] > SLOW or (len(times) > 1 and times[-1] < RATIO * times[-2]):
                break
            times.append(spent(pattern, before + repeated * (length // len(repeated)) + behind))
        ratio = (times[-1] / times[0]) ** (1 / (len(times) - 1)) if len(times) > 1 else 0.0
        ratio = 99.0 if times[0] > SLOW else ratio
        if ratio > max(found[0], RATIO):
            found = (ratio, times[-1], SCREEN << len(times) - 1, attack)
    return found


def main() -> int:
    """Try them all; 1 where one is worse than linear."""
    held = patterns()
    bad = 0
    for place, pattern in held.items():
        ratio, seconds, length, attack = worst(pattern)
        if ratio > RATIO:
            bad += 1
            sys.stdout.write(
                f"{place}: x{ratio:.1f}, {seconds:.2f} s at {length}: {attack!r:.150}\n  {pattern.pattern!r:.300}\n"
            )
            sys.stdout.flush()
    sys.stdout.write(f"{len(held)} expressions, {bad} worse than linear\n")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
