"""What the way to the first paint may import: nothing heavy, and the list is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.shell.first_paint import measure

if TYPE_CHECKING:
    from pathlib import Path

HEAVY = (
    "sqlalchemy",
    "alembic",
    "spacy",
    "trafilatura",
    "lxml",
    "docx",
    "keyring",
    "httpx",
    "markdown",
    "jinja2",
    "dateparser",
    "ahocorasick_rs",
    "rapidfuzz",
    "cryptography",
    "argon2",
    "nh3",
    "briefing_app.services",
    "briefing_app.store.store",
    "briefing_app.ingest",
    "briefing_app.analysis",
    "briefing_app.ui.reader",
    "briefing_app.ui.panels",
    "briefing_app.ui.note",
    "briefing_app.ui.editors",
    "PySide6.QtNetwork",
)

ENUMS = 90
"""Enums of Qt that the first paint may build; the namespace ``Qt`` alone has more than ninety."""


@pytest.mark.slow
def test_first_paint_when_reached_then_nothing_heavy_is_imported(tmp_path: Path) -> None:
    from briefing_app.store.store import Store

    library = tmp_path / "small.brief"
    Store.create(library).close()
    start = measure(str(library), tmp_path)
    assert "briefing_app.store.listing" in start.modules
    assert [name for name in HEAVY if name in start.modules] == []
    assert start.enums <= ENUMS
