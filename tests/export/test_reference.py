"""What the writers make of the talks, held against reference outputs that were read by a person.

`MAY_DIFFER` lists what may differ, and nothing else may. To renew the references after a wanted change, run
``WRITE_REFERENCES=1 pytest tests/export/test_reference.py`` and read the difference.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from briefing_app.export import html, markdown, tables
from briefing_app.export.compose import compose
from tests.export.talks import ANNOTATIONS, SOURCES, talks

FOLDER = Path(__file__).parent.parent / "reference"
MAY_DIFFER: tuple[tuple[str, str], ...] = (
    (r"Prepared with Briefing Reader \S+;", "Prepared with Briefing Reader VERSION;"),
)

OUTPUTS = {
    "briefing-note.md": lambda: markdown.write(compose(talks())),
    "briefing-note.html": lambda: html.write(compose(talks())),
    "briefing-note-decision-chicago.md": lambda: markdown.write(
        compose(
            talks(
                style="chicago-notes",
                fields={"purpose": "for decision", "handling": "TLP:RED, restricted", "deadline": "2026-04-01"},
                sections={
                    "bluf": "Sign.",
                    "options": "1. Sign now\n   - pro: water\n   - con: price\n2. Wait",
                    "recommendation": "Sign *now*.[^statement-05]",
                    "lines": "- We welcome the register.",
                },
            )
        )
    ),
    "briefing-note-apa.html": lambda: html.write(compose(talks(style="apa", include="confirmed"))),
    "briefing-note-empty.md": lambda: markdown.write(
        compose(talks(statements=(), annotations=(), dates=(), figures=(), sections={}))
    ),
    "positions.jsonl": lambda: tables.positions_json(talks().matrix),
    "positions.csv": lambda: tables.positions_csv(talks().matrix),
    "positions.md": lambda: tables.positions_markdown(talks().matrix),
    "annotations.csv": lambda: tables.annotations_csv(ANNOTATIONS, SOURCES),
    "annotations.md": lambda: tables.annotations_markdown(ANNOTATIONS, SOURCES),
}


def settled(text: str) -> str:
    for pattern, name in MAY_DIFFER:
        text = re.sub(pattern, name, text)
    return text


@pytest.mark.parametrize("name", OUTPUTS)
def test_output_is_the_reference(name: str) -> None:
    made = OUTPUTS[name]()
    path = FOLDER / name
    if os.environ.get("WRITE_REFERENCES"):
        path.write_bytes(made.encode("utf-8"))
    assert settled(made) == settled(path.read_bytes().decode("utf-8"))


def test_no_reference_lies_about_unused() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} == set(OUTPUTS)
