"""Parties of a dossier that names none: read once, and anew whenever they may be others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from briefing_app.services import positions, proposing
from briefing_app.services.services import Services
from briefing_app.store.store import Store
from tests.services.conftest import ARTICLE

if TYPE_CHECKING:
    from collections.abc import Collection

    from briefing_app.domain.entity import Status
    from briefing_app.domain.position import Statement
    from briefing_app.store.session import Reader
    from tests.thinkers import InProcess

OTHER = ARTICLE.replace("Norway", "Canada").replace("Iceland", "Japan")


@pytest.fixture
def herring(services: Services) -> str:
    """File an article in a dossier without parties; return the article's id."""
    return brought(services, ARTICLE, services.dossiers.add("Herring").id)


def brought(services: Services, text: str, dossier: str) -> str:
    article = services.importing.import_text(text, [dossier]).article
    services.importing.analyse(article)
    return article


def parties(services: Services, article: str) -> set[str]:
    (dossier,) = services.reading.open_article(article).dossiers
    return {one.name for one in dossier.parties}


def test_parties_when_articles_are_opened_one_after_the_other_then_statements_are_read_once(
    services: Services, herring: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole, asked = positions.shown_of, list[str]()

    def counted(reader: Reader, dossier_id: str, statuses: Collection[Status]) -> tuple[Statement, ...]:
        asked.append(dossier_id)
        return whole(reader, dossier_id, statuses)

    monkeypatch.setattr(proposing, "shown_of", counted)
    assert {"Norway", "Iceland"} <= parties(services, herring)
    services.reading.mark_read([herring], read=True)
    assert {"Norway", "Iceland"} <= parties(services, herring)
    assert len(asked) == 1


def test_parties_when_another_article_came_or_went_then_others(services: Services, herring: str) -> None:
    assert "Canada" not in parties(services, herring)
    second = brought(services, OTHER, services.dossiers.all()[0].id)
    assert "Canada" in parties(services, herring)
    services.reading.trash([second])
    assert "Canada" not in parties(services, herring)
    services.store.undo()
    assert "Canada" in parties(services, herring)


def test_parties_when_its_statements_are_dismissed_then_gone(services: Services, herring: str) -> None:
    found = services.reading.open_article(herring).statements
    services.statements.dismiss([one.id for one in found if "Iceland" in one.parties])
    assert "Iceland" not in parties(services, herring)


def test_parties_when_another_process_wrote_then_others(services: Services, herring: str, thinker: InProcess) -> None:
    assert "Canada" not in parties(services, herring)
    store = Store.open(services.store.path)
    other = Services.over(store, thinker)
    brought(other, OTHER, other.dossiers.all()[0].id)
    store.close()
    assert "Canada" in parties(services, herring)
