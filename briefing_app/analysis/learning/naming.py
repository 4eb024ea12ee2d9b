"""Learning what is a name: the last layer of the names model, taught by corrected names.

All other words of the same sentences, and those of our own articles, are taught as the shipped model has them, so that
nothing else is forgotten. Only the layer that makes tags of what the networks see is taught: tens of corrections are
enough for it, and far too few for more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from briefing_app.analysis.learning.measuring import measured, parted, verdict
from briefing_app.analysis.learning.shipped import to_measure, to_remember
from briefing_app.analysis.models.names import NamesModel
from briefing_app.analysis.models.network import joined, softmax, spaced
from briefing_app.analysis.models.network import parted as by_sequence
from briefing_app.analysis.models.tags import LABELS, TAGS, tags_of
from briefing_app.analysis.models.taught import model_taught, taught_layer, written
from briefing_app.analysis.page import make_page
from briefing_app.domain.learning import Part, Trial

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from briefing_app.analysis.engine import Engine
    from briefing_app.analysis.page import Token
    from briefing_app.domain.analysis import Analysis, AnalysisRequest
    from briefing_app.domain.learning import Lesson, TaughtName

    Floats = NDArray[np.float32]

LEAST = 15
"""Fewest different names to learn from."""
LEAST_HELD = 5
"""Fewest different names in the articles held out that the others do not have."""
OWN = 4.0
"""Weight of a corrected name beside a word that is to stay as it is, over all its places."""
EVERY = 4
"""Of the words without a capital so many to one are kept in mind."""


def learn_names(lessons: Sequence[Lesson], engine: Engine) -> tuple[Trial, str]:
    """Learn from the names of some articles and measure on the others; ("", no layers) where there is too little.

    The engine must have the shipped names model.
    """
    taught, held = parted([one for one in lessons if one.names])
    known = {text for lesson in taught for text in _texts(lesson)}
    asked = {text for lesson in held for text in _texts(lesson)} - known
    count = len(known | asked)
    lacking = _lacking(count, len(asked))
    model = engine.names.learned
    assert isinstance(model, NamesModel)
    if lacking:
        return Trial(Part.NAMES, count, len(asked), reason=lacking), ""
    layers = written(_layers(taught, engine, model))
    after = engine.with_names(model_taught(model, layers))
    own = measured(_answers(held, asked, engine, after))
    shipped = measured(_shipped_answers(engine, after))
    allowed, reason = verdict(own, shipped)
    return Trial(Part.NAMES, count, len(asked), own, shipped, allowed, reason), layers


def _lacking(count: int, held: int) -> str:
    if count < LEAST:
        return f"There is too little to learn from: {LEAST} corrected names are needed, {count} are there."
    if held < LEAST_HELD:
        return "There is too little to learn from: the corrected names lie in too few articles to hold some out."
    return ""


def _texts(lesson: Lesson) -> set[str]:
    return {lesson.request.text[one.start : one.end] for one in lesson.names}


def _layers(lessons: Sequence[Lesson], engine: Engine, model: NamesModel) -> list[tuple[Floats, Floats]]:
    """Return the taught last layer of each network of the model."""
    places = Counter(lesson.request.text[one.start : one.end] for lesson in lessons for one in lesson.names)
    material = [_read(lesson.request, lesson.names, places, engine, model) for lesson in lessons]
    material += [_read(one.request, (), places, engine, model) for one in to_remember()]
    tags = np.concatenate([one[1] for one in material])
    weight = np.concatenate([one[2] for one in material])
    kept = weight > 0
    layers = []
    for at, network in enumerate(model.network.members):
        seen = np.concatenate([one[0][at] for one in material])[kept]
        # What is to stay is taught as this network has it, not as a label: its doubts are worth keeping too.
        wanted = _as_it_is(network.last, network.last_bias, seen)
        named = tags[kept] >= 0
        wanted[named] = np.eye(len(TAGS), dtype=np.float32)[tags[kept][named]]
        layers.append(taught_layer(network, seen, wanted, weight[kept]))
    return layers


def _as_it_is(last: Floats, bias: Floats, seen: Floats) -> Floats:
    return softmax(seen @ last + bias)


def _read(
    request: AnalysisRequest, names: Sequence[TaughtName], places: Counter[str], engine: Engine, model: NamesModel
) -> tuple[list[Floats], NDArray[np.int64], Floats]:
    """Return for the words of an article what each network sees, the tag that is taught (-1: none) and its weight."""
    page = make_page(request)
    tokens, rows, meanings = model.laid(page, engine.names.gazetteer.find(page, request.published[:10]))
    if not tokens:
        empty = np.zeros((0, model.network.members[0].last.shape[0]), dtype=np.float32)
        return [empty] * len(model.network.members), np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.float32)
    ids, vectors = joined(rows), spaced(meanings)
    seen = [np.concatenate(by_sequence(one.hidden(ids, vectors), rows)) for one in model.network.members]
    flat = [token for group in tokens for token in group]
    tags, weight = _taught_tags(flat, names, request.text, places)
    return seen, tags, weight


def _taught_tags(
    tokens: Sequence[Token], names: Sequence[TaughtName], text: str, places: Counter[str]
) -> tuple[NDArray[np.int64], Floats]:
    spans = [(one.start, one.end, one.label) for one in names if one.label in LABELS]
    labels = tags_of(tokens, spans)
    tags = np.full(len(tokens), -1, dtype=np.int64)
    weight = np.asarray([float(one.is_capital or not at % EVERY) for at, one in enumerate(tokens)], dtype=np.float32)
    for one in names:
        inside = [at for at, token in enumerate(tokens) if one.start <= token.start and token.end <= one.end]
        for at in inside:
            if labels[at] >= 0:
                tags[at], weight[at] = labels[at], OWN / places[text[one.start : one.end]] ** 0.5
    return tags, weight


def _answers(lessons: Sequence[Lesson], asked: set[str], before: Engine, after: Engine) -> Iterator[tuple[bool, bool]]:
    """Give for each different name held out whether most of its places are right, before and after."""
    right: dict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)
    for lesson in lessons:
        request = replace(lesson.request, rulings=())
        results = before.analyse(request), after.analyse(request)
        for one in lesson.names:
            text = request.text[one.start : one.end]
            if text in asked:
                right[text, one.label].append((_is_right(one, results[0]), _is_right(one, results[1])))
    for found in right.values():
        yield tuple(2 * sum(one[way] for one in found) > len(found) for way in (0, 1))  # type: ignore[misc]  # a pair


def _is_right(name: TaughtName, result: Analysis) -> bool:
    """Say whether an analysis has a name as a reader has it."""
    if not name.label:
        return not any((one.start, one.end) == (name.start, name.end) for one in result.mentions)
    return any((one.start, one.end, one.label.value) == (name.start, name.end, name.label) for one in result.mentions)


def _shipped_answers(before: Engine, after: Engine) -> Iterator[tuple[bool, bool]]:
    """Give for everything that is or was taken for a name in our articles whether it is right, before and after."""
    for article in to_measure():
        wanted = set(article.names)
        ways = [_found(engine.analyse(article.request), article.free, wanted) for engine in (before, after)]
        for one in sorted(wanted | ways[0] | ways[1]):
            yield (one in ways[0]) == (one in wanted), (one in ways[1]) == (one in wanted)


def _found(
    result: Analysis, free: Sequence[tuple[int, int]], wanted: set[tuple[int, int, str]]
) -> set[tuple[int, int, str]]:
    spans = {(one.start, one.end, one.label.value) for one in result.mentions if not one.label.is_value}
    return {one for one in spans if one in wanted or not any(start < one[1] and one[0] < end for start, end in free)}
