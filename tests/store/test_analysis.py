"""Analysis and its suggestions: what nobody touched gives way, what somebody ruled stays."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.analysis import Analysis
from briefing_app.domain.entity import EntityKind, Figure, FigureKind, Mention, Status
from briefing_app.domain.position import Mark, Stance, StatementDraft
from tests.store.factories import import_one, statement

if TYPE_CHECKING:
    from briefing_app.store.store import Store

ANALYSIS = Analysis(
    text_hash="0" * 64,
    engine="rules 1",
    language="en",
    mentions=(Mention(4, 9, EntityKind.GPE, "Ardan", "Ardania", "country:AR", "gazetteer", "Its name.", 0.9),),
    figures=(Figure(FigureKind.MONEY, 1, 5, "€90bn", "EUR 90000000000", "aid", "Belmora"),),
    statements=(
        StatementDraft(
            ("A", "B"), "Grain", Stance.OFFERS, 0, 9, hedges=("may",), marks=(Mark.CONCESSION,), keys=("", "b")
        ),
    ),
    limits=("English only",),
)


def test_analysis_comes_back_as_it_was(store: Store) -> None:
    article = import_one(store)
    with store.read() as reader:
        assert reader.articles.analysis(article.version) is None
    for _ in range(2):
        with store.write("Analyse", origin="machine", undoable=False) as work:
            work.articles.put_analysis(article.version, ANALYSIS, ())
    with store.read() as reader:
        assert reader.articles.analysis(article.version) == ANALYSIS


def test_put_analysis_replaces_untouched_suggestions_only(store: Store) -> None:
    article = import_one(store)
    quotes = ("Belmora refused", "the harbour", "the envoy said", "Talks on", "arrived on Monday")
    first = [statement(article, quote) for quote in quotes]
    with store.write("Analyse", origin="machine", undoable=False) as work:
        work.articles.put_analysis(article.version, ANALYSIS, first)
    with store.write("Rule") as work:
        work.statements.set_status([first[0].id], Status.CONFIRMED)
        work.statements.set_status([first[1].id], Status.REJECTED)
        work.statements.update(replace(first[2], status=Status.EDITED, issue="Mine"))
    again = [statement(article, quote, paraphrase="Found anew") for quote in quotes[:4]]
    with store.write("Analyse", origin="machine", undoable=False) as work:
        work.articles.put_analysis(article.version, ANALYSIS, again)
    with store.read() as reader:
        found = {one.id: one for one in reader.statements.of_article(article.id)}
    assert set(found) == {one.id for one in first[:4]}, "ids stay, what was not found again is gone"
    assert [found[one.id].status for one in first[:4]] == ["confirmed", "rejected", "edited", "suggested"]
    assert [found[one.id].paraphrase for one in first[:4]] == ["", "", "", "Found anew"]
    assert found[first[2].id].issue == "Mine"


def test_put_analysis_when_nothing_is_new_then_no_statement_is_touched(store: Store) -> None:
    from briefing_app.domain.changes import Kind

    article = import_one(store)
    first = [statement(article)]
    for expected in (True, False):
        with store.write("Analyse", origin="machine", undoable=False) as work:
            work.articles.put_analysis(article.version, ANALYSIS, first)
        assert (Kind.STATEMENT in work.changes.kinds) is expected
        assert work.changes.ids[Kind.ANALYSIS] == {article.id}


def test_delete_when_an_annotation_was_made_with_the_statement_then_the_annotation_stays(store: Store) -> None:
    from tests.store.factories import annotation

    article = import_one(store)
    with store.write("State") as work:
        made = work.statements.add(statement(article, keys=("country:BE",)))
        mark = work.annotations.add(annotation(article, statement=made.id))
        assert work.statements.get(made.id).keys == ("country:BE",)
        work.statements.delete([made.id])
        assert work.annotations.get(mark.id).statement == ""
