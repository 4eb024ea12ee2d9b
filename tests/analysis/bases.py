"""A small actor base and short ways to ask the engine, for tests."""

from __future__ import annotations

from typing import Any

from briefing_app.analysis.actors import ActorBase
from briefing_app.analysis.engine import Engine
from briefing_app.domain.analysis import Analysis, AnalysisRequest


def country(code: str, name: str, adjective: str, capital: str, *aliases: dict[str, Any]) -> dict[str, Any]:
    """Return a country's row."""
    return {
        "key": f"country:{code}", "name": name, "kind": "GPE", "parent": None,
        "aliases": [
            {"text": adjective, "type": "demonym", "label": "NORP"},
            {"text": f"{adjective}s", "type": "demonym", "label": "NORP"},
            {"text": capital, "type": "metonym", "when": "acting"},
            *aliases,
        ],
    }  # fmt: skip


def city(name: str, code: str) -> dict[str, Any]:
    """Return a city's row."""
    key = f"city:{name.lower()}"
    return {"key": key, "name": name, "kind": "GPE", "parent": f"country:{code}", "aliases": []}


ROWS: list[dict[str, Any]] = [
    country("RU", "Russia", "Russian", "Moscow", {"text": "Kremlin", "type": "metonym", "label": "ORG"}),
    country("UA", "Ukraine", "Ukrainian", "Kyiv"),
    country("KE", "Kenya", "Kenyan", "Nairobi"),
    country("UG", "Uganda", "Ugandan", "Kampala"),
    city("Moscow", "RU"),
    city("Nairobi", "KE"),
    city("Kampala", "UG"),
    {"key": "org:eu", "name": "European Union", "kind": "ORG", "parent": None,
     "aliases": [{"text": "EU", "type": "acronym"}]},
    {"key": "person:ann-okoth", "name": "Ann Okoth", "kind": "PERSON", "parent": "country:KE",
     "aliases": [{"text": "Okoth", "type": "surname"}],
     "offices": [{"title": "president", "role": "head_of_state", "actor": "country:KE",
                  "from": "2024-01", "to": None}]},
    {"key": "person:old-king", "name": "Otto King", "kind": "PERSON", "parent": "country:KE", "aliases": [],
     "offices": [{"title": "president", "role": "head_of_state", "actor": "country:KE",
                  "from": "2010", "to": "2024-01"}]},
]  # fmt: skip
TOPICS: list[dict[str, Any]] = [
    {"key": "issue:ceasefire", "name": "Ceasefire", "words": ["ceasefire", "truce"], "parent": None, "family": ""},
    {"key": "issue:quota", "name": "Fishing quotas", "words": ["quota", "fishing quota"], "parent": None, "family": ""},
]
BASE = ActorBase.from_rows(ROWS, TOPICS)
ENGINE = Engine(BASE)


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Return the spans of the lines of a text."""
    spans: list[tuple[int, int]] = []
    position = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((position, position + len(line)))
        position += len(line) + 1
    return tuple(spans)


def analyse(text: str, **more: Any) -> Analysis:  # noqa: ANN401 - the fields of a request
    """Analyse a text over the small base, published on 18 March 2026, in English."""
    fields: dict[str, Any] = {"published": "2026-03-18", "language": "en", **more}
    return ENGINE.analyse(AnalysisRequest(text, paragraphs(text), **fields))


def names(text: str, **more: Any) -> list[tuple[str, str, str]]:  # noqa: ANN401
    """Return (label, text, canonical) of the mentions of names and values."""
    return [(m.label.value, m.text, m.canonical) for m in analyse(text, **more).mentions]


def stances(text: str, **more: Any) -> list[tuple[str, str]]:  # noqa: ANN401
    """Return (parties, stance) of the statements."""
    return [("; ".join(s.parties), s.stance.value) for s in analyse(text, **more).statements]
