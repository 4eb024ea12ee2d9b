"""A library of its own for each test, with a thinker that needs no process."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.analysis.engine import Engine
from briefing_app.ingest.clean import clean
from briefing_app.ingest.collections.discovery import feeds_of_page
from briefing_app.ingest.collections.expand import expand
from briefing_app.services.services import Services
from briefing_app.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from briefing_app.domain.analysis import Analysis, AnalysisRequest
    from briefing_app.domain.article import CleanDocument
    from briefing_app.domain.collection import Collection

ARTICLE = """Herring talks end without a deal

Delegations from Norway and Iceland left Oslo on Monday without an agreement on herring.

Norway rejected a quota of 12 percent, its foreign minister said. Iceland demanded that the season open in May.

Read more: ten tips for cheaper herring!

The European Union offered 30 million euros to the coastal towns if both sides signed by 15 March 2026.
"""


class InProcess:
    """Cleans and analyses in the process of the test."""

    def __init__(self) -> None:
        self._engine = Engine()

    def clean(
        self,
        data: bytes,
        source: str,
        *,
        media_type: str = "",
        charset: str = "",
        url: str = "",
        site_rules: Sequence[tuple[str, str]] = (),
    ) -> CleanDocument:
        return clean(data, source, media_type=media_type, charset=charset, url=url, site_rules=site_rules)

    def expand(self, data: bytes, source: str) -> Collection | None:
        return expand(data, source)

    def discover(self, data: bytes, url: str, charset: str = "") -> Collection:
        return feeds_of_page(data, url, charset)

    def analyse(self, request: AnalysisRequest) -> Analysis:
        return self._engine.analyse(request)


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
