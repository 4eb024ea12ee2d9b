"""A library of its own for each test, with a thinker that needs no process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.services.services import Services
from briefing_app.store.store import Store
from tests.thinkers import InProcess

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ARTICLE = """Herring talks end without a deal

Delegations from Norway and Iceland left Oslo on Monday without an agreement on herring.

Norway rejected a quota of 12 percent, its foreign minister said. Iceland demanded that the season open in May.

Read more: ten tips for cheaper herring!

The European Union offered 30 million euros to the coastal towns if both sides signed by 15 March 2026.
"""


@pytest.fixture(scope="session")
def thinker() -> InProcess:
    return InProcess()


@pytest.fixture
def services(tmp_path: Path, thinker: InProcess) -> Iterator[Services]:
    store = Store.create(tmp_path / "library.brief")
    yield Services.over(store, thinker)
    store.close()


@pytest.fixture
def article(services: Services) -> str:
    """Give the id of an imported and analysed article."""
    outcome = services.importing.import_bytes(ARTICLE.encode(), "herring.txt")
    services.importing.analyse(outcome.article)
    return outcome.article
