"""The documents say what the program does: every JSON output, every command."""

from __future__ import annotations

from briefing_app.cli.main import COMMANDS
from tests.cli.examples import DOCUMENT, examples, names_in, written


def test_examples_when_made_anew_then_the_document_shows_them() -> None:
    document = DOCUMENT.read_text("utf-8")
    made = examples()
    assert names_in(document) == set(made)
    assert written(document, made) == document, "run: python -m tests.cli.examples"


def test_commands_when_listed_then_each_has_its_heading() -> None:
    document = DOCUMENT.read_text("utf-8")
    missing = [name for name in (*COMMANDS, "screenshot") if f"\n### {name}" not in document]
    assert missing == []
