"""A reader's own reading of a position: from its day on, only where there is evidence, and the evidence stays."""

from __future__ import annotations

from briefing_app.domain.derive import build_matrix
from briefing_app.domain.dossier import Dossier, Issue, Party
from briefing_app.domain.ids import ArticleId, DossierId, StatementId, VersionId
from briefing_app.domain.overrides import has_newer, overridden
from briefing_app.domain.position import Override, Stance, Statement, Trend

DOSSIER = Dossier(DossierId("d"), "Strait", parties=(Party("Norway"), Party("Iceland")), issues=(Issue("Toll"),))
OWN = Override("norway", "TOLL", Stance.OPPOSES, "The refusal was for the gallery.", "2026-03-10", "a high toll")


def said(day: str, stance: Stance = Stance.REJECTS) -> Statement:
    ids = StatementId(day), VersionId("v"), ArticleId("a")
    return Statement(*ids, ("Norway",), "Toll", stance, (), "any toll", reported_on=day, confidence=1.0)


def test_a_reading_takes_the_place_of_what_statements_add_up_to_and_they_stay() -> None:
    matrix = build_matrix(DOSSIER, [said("2026-03-01")], "2026-03-12")
    cell = overridden(matrix, [OWN]).cells["Norway", "Toll"]
    assert (cell.stance, cell.derived, cell.paraphrase) == (Stance.OPPOSES, Stance.REJECTS, "a high toll")
    assert (cell.trend, cell.override, len(cell.evidence)) == (None, OWN, 1)
    assert matrix.cells["Norway", "Toll"].trend is Trend.NEW


def test_before_its_day_and_without_statements_there_is_none() -> None:
    early = overridden(build_matrix(DOSSIER, [said("2026-03-01")], "2026-03-09"), [OWN])
    assert early.cells["Norway", "Toll"].override is None
    empty = overridden(build_matrix(DOSSIER, [], "2026-03-12"), [OWN])
    assert empty.cells["Norway", "Toll"].stance is None
    other = Override("Kenya", "Toll", Stance.OFFERS, "Because.", "2026-03-01")
    matrix = build_matrix(DOSSIER, [said("2026-03-01")])
    assert overridden(matrix, [other]) == matrix


def test_statements_that_came_later_are_told() -> None:
    old, new = said("2026-03-01"), said("2026-03-11", Stance.OFFERS)
    without = overridden(build_matrix(DOSSIER, [old], "2026-03-12"), [OWN]).cells["Norway", "Toll"]
    newer = overridden(build_matrix(DOSSIER, [old, new], "2026-03-12"), [OWN]).cells["Norway", "Toll"]
    assert (has_newer(without), has_newer(newer)) == (False, True)
    assert (newer.stance, newer.derived) == (Stance.OPPOSES, Stance.OFFERS)


def test_the_same_stance_keeps_the_words_of_the_statement_unless_others_are_given() -> None:
    same = Override("Norway", "Toll", Stance.REJECTS, "Because.", "2026-03-01")
    cell = overridden(build_matrix(DOSSIER, [said("2026-03-01")], "2026-03-12"), [same]).cells["Norway", "Toll"]
    assert cell.paraphrase == "any toll"
