"""Every action, key and setting is documented, as it is."""

from __future__ import annotations

import pytest

from briefing_app.settings import SETTINGS
from briefing_app.ui.actions import ACTIONS
from tests.docs.pages import DOCS, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_page_when_its_table_changed_then_made_anew(name: str) -> None:
    assert (DOCS / name).read_text("utf-8") == PAGES[name](), "python -m tests.docs.pages writes it"


def test_actions_when_declared_then_documented_with_their_keys() -> None:
    page = (DOCS / "keys.md").read_text("utf-8")
    missing = [one.id for one in ACTIONS if one.description not in page]
    missing += [f"{one.id} {key}" for one in ACTIONS for key in one.keys if f"**{key}**" not in page]
    assert missing == []


def test_settings_when_declared_then_documented() -> None:
    page = (DOCS / "settings.md").read_text("utf-8")
    assert [one.key for one in SETTINGS if f"`{one.key}`" not in page] == []
