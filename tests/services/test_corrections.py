"""Corrections are gold: exported whole, read back the same; certainty hides, tells and is undone."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.actors import OwnAlias
from briefing_app.domain.certainty import Curve
from briefing_app.domain.entity import EntityKind, Status
from briefing_app.domain.gold import Verdict
from briefing_app.domain.reading import StatementEdit
from briefing_app.errors import InputError, UserError
from briefing_app.export.corrections import lines, read

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.services.services import Services


def test_every_decision_is_exported_and_read_back_the_same(services: Services, article: str, tmp_path: Path) -> None:
    first, second, third = services.reading.open_article(article).statements[:3]
    services.statements.accept([first.id])
    services.statements.edit(second.id, replace(StatementEdit.of(second), paraphrase="In my words"))
    services.statements.dismiss([third.id])
    services.entities.rule_means("Oslo", "Norway", EntityKind.GPE, "country:NO", article)
    services.entities.rule_never("Monday")
    services.entities.rule_never("Iceland")
    services.actors.add_name("country:NO", OwnAlias("the Fjord State"))
    services.statements.add(replace(StatementEdit.of(first), paraphrase="Seen by me"))
    path = tmp_path / "gold.jsonl"
    assert services.corrections.export(path) == services.corrections.count() == 1
    with path.open(encoding="utf-8") as file:
        found = read(file)
    assert list(found.articles) + list(found.names) + list(found.actors) == list(services.corrections.gold())
    (gold,) = found.articles
    assert [one.verdict for one in gold.statements] == [
        Verdict.ACCEPTED,
        Verdict.EDITED,
        Verdict.REJECTED,
        Verdict.WRITTEN,
    ]
    for one in gold.statements:
        assert all(gold.text[passage.start : passage.end] == passage.text for passage in one.evidence)
    assert {(one.text, one.verdict, one.name) for one in gold.spans} >= {
        ("Oslo", Verdict.EDITED, "Norway"),
        ("Iceland", Verdict.REJECTED, ""),
    }
    assert all(gold.text[one.start : one.end] == one.text for one in gold.spans)
    assert gold.statements[0].source
    assert gold.hidden
    head = json.loads(path.read_text("utf-8").splitlines()[0])
    assert (head["record"], head["format"]) == ("corrections", 1)
    assert "text of articles" in head["note"]


def test_a_library_without_decisions_gives_the_head_alone(services: Services, article: str) -> None:
    assert article
    assert len(list(lines(services.corrections.gold()))) == 1
    assert services.corrections.count() == 0


@pytest.mark.parametrize("line", ["no json", "[]", '{"record": "poem"}', '{"record": "article"}', '{"a": 1}'])
def test_a_line_that_is_none_is_named(line: str) -> None:
    with pytest.raises(InputError, match="Line 1 is no correction"):
        read([line])


def test_a_later_format_is_refused() -> None:
    with pytest.raises(InputError, match="format 9"):
        read(['{"record": "corrections", "format": 9}'])


def test_a_file_that_cannot_be_written_is_said(services: Services, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="could not be written"):
        services.corrections.export(tmp_path / "none" / "gold.jsonl")


def test_a_suggestion_accepted_and_deleted_later_does_not_come_back(services: Services, article: str) -> None:
    first = services.reading.open_article(article).statements[0]
    count = len(services.reading.open_article(article).statements)
    services.statements.accept([first.id])
    services.statements.delete([first.id])
    services.importing.analyse(article)
    after = {one.id: one.status for one in services.reading.open_article(article).statements}
    assert len(after) == count
    assert after[first.id] is Status.REJECTED


# --- certainty ------------------------------------------------------------------------------------------


def test_uncertain_suggestions_are_hidden_told_and_shown_again(services: Services, article: str) -> None:
    dossier = services.dossiers.add("Herring")
    services.dossiers.put([article], str(dossier.id))
    before = services.reading.open_article(article)
    assert before.statements
    assert before.unsure == ()
    services.certainty.set(1.0, None)
    opened = services.reading.open_article(article)
    assert opened.statements == ()
    assert opened.unsure == before.statements
    matrix = services.positions.matrix(str(dossier.id))
    assert all(not cell.evidence for cell in matrix.cells.values())
    services.store.undo()
    assert services.reading.open_article(article).statements == before.statements


def test_what_is_decided_is_shown_whatever_its_certainty(services: Services, article: str) -> None:
    first = services.reading.open_article(article).statements[0]
    services.statements.accept([first.id])
    services.certainty.set(1.0, None)
    assert [one.id for one in services.reading.open_article(article).statements] == [first.id]


def test_the_view_tells_what_a_choice_would_hide(services: Services, article: str) -> None:
    count = len(services.reading.open_article(article).statements)
    view = services.certainty.view()
    assert (view.decisions, view.proposed, len(view.open)) == (0, None, count)
    assert view.hidden(0.0, None) == 0
    assert view.hidden(1.0, None) == count
    assert view.hidden(0.5, Curve((0.0,), (0.1,))) == count


def test_a_curve_changes_what_is_shown_and_nothing_that_is_kept(services: Services, article: str) -> None:
    before = services.reading.open_article(article).statements
    services.certainty.set(0.0, Curve((0.0,), (0.25,), 60))
    assert {one.confidence for one in services.reading.open_article(article).statements} == {0.25}
    assert services.statements.get(before[0].id).confidence == before[0].confidence
    services.certainty.set(0.0, None)
    assert services.reading.open_article(article).statements == before


def test_a_least_that_is_no_share_is_refused(services: Services) -> None:
    with pytest.raises(InputError, match="between 0 and 100"):
        services.certainty.set(1.5, None)


# --- what a person decided, as a property ---------------------------------------------------------------

STEP = st.tuples(
    st.sampled_from(["accept", "dismiss", "edit", "rename", "merge", "name", "analyse"]), st.integers(0, 9)
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, min_size=1, max_size=7))
def test_no_analysis_touches_what_was_decided_and_nothing_rejected_returns(
    services: Services, article: str, steps: list[tuple[str, int]]
) -> None:
    with services.store.write("Begin anew", undoable=False) as work:
        work.statements.delete([one.id for one in work.statements.of_article(article)])
        for actor in work.actors.own():
            work.actors.forget(actor.key)
    services.importing.analyse(article)
    decided: dict[str, tuple[Status, str]] = {}
    rejected: set[tuple[int, int, str, str]] = set()
    for number, (deed, place) in enumerate(steps):
        listed = [one for one in services.reading.open_article(article).statements if one.status is Status.SUGGESTED]
        one = listed[place % len(listed)] if listed else None
        match deed:
            case "accept" if one is not None:
                services.statements.accept([one.id])
                decided[one.id] = (Status.CONFIRMED, one.paraphrase)
            case "dismiss" if one is not None:
                services.statements.dismiss([one.id])
                decided[one.id] = (Status.REJECTED, one.paraphrase)
                rejected.add((one.evidence[0].start, one.evidence[0].end, one.issue, one.stance.value))
            case "edit" if one is not None:
                services.statements.edit(one.id, replace(StatementEdit.of(one), paraphrase=f"Mine {number}"))
                decided[one.id] = (Status.EDITED, f"Mine {number}")
            case "rename":
                services.actors.rename(("country:NO", "country:IS")[place % 2], f"Land {number}")
            case "merge" if number == 0:
                services.actors.merge("country:IS", "country:NO")
            case "name":
                services.actors.add_name("country:NO", OwnAlias(f"Name {number}"))
            case _:
                services.importing.analyse(article)
    services.importing.analyse(article)
    after = {str(one.id): one for one in services.reading.open_article(article).statements}
    for ident, (status, paraphrase) in decided.items():
        assert (after[ident].status, after[ident].paraphrase) == (status, paraphrase)
    fresh = [one for one in after.values() if one.status is Status.SUGGESTED]
    again = {(one.evidence[0].start, one.evidence[0].end, one.issue, one.stance.value) for one in fresh}
    assert not again & rejected
