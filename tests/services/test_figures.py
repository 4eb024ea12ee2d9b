"""Figures followed through the articles of a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.entity import FigureKind

if TYPE_CHECKING:
    from briefing_app.services.services import Services

FIRST = "Fish talks open\n\nNorway offered 30 million euros to the coastal towns, it said on Monday in Oslo."
SECOND = "Fish talks go on\n\nThe towns want the 30 million euros at once, their mayors said after a long night."
OTHER = "Grain talks\n\nPoland paid 30 million euros for a new harbour crane, the ministry of transport said."


def add(services: Services, name: str, text: str, dossier: str = "") -> str:
    """Import and analyse a text as an article and return its id."""
    outcome = services.importing.import_bytes(text.encode(), f"{name}.txt", [dossier] if dossier else [])
    services.importing.analyse(outcome.article)
    return outcome.article


def test_figure_when_in_other_articles_of_the_dossier_then_told_with_them(services: Services) -> None:
    dossier = str(services.dossiers.add("Fish").id)
    first = add(services, "first", FIRST, dossier)
    second = add(services, "second", SECOND, dossier)
    add(services, "other", OTHER)
    found = services.figures.elsewhere(first)
    (where,) = [one for (kind, _, _), one in found.items() if kind is FigureKind.MONEY]
    assert [one.article for one in where.articles] == [second]
    services.reading.trash([second])
    assert services.figures.elsewhere(first) == {}


def test_article_without_analysis_or_figures_has_no_sightings(services: Services) -> None:
    plain = add(services, "plain", "A quiet day\n\nNothing was decided on the coast, people said.")
    assert services.figures.elsewhere(plain) == {}
