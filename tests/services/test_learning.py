"""Learning over a library: what is gathered, adopted, used everywhere, undone and returned from."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.learning import Learnt, Measure, Part, Scoring, Trial
from briefing_app.errors import UserError

if TYPE_CHECKING:
    from briefing_app.services.services import Services

AGAINST_ICELAND = Learnt(
    (Trial(Part.SUGGESTIONS, 40, 12, Measure(12, 6, 12, 6, 0), Measure(90, 80, 80), allowed=True, reason="Better."),),
    Scoring(("party Iceland",), (-9.0,)),
)


def test_decisions_and_corrected_names_become_lessons(services: Services, article: str) -> None:
    first, second, third = services.reading.open_article(article).statements[:3]
    services.statements.accept([first.id])
    services.statements.dismiss([second.id])
    services.entities.rule_never("Monday")
    services.entities.rule_means("the coastal towns", "Norway", "GPE")
    (lesson,) = services.learning.lessons()
    assert [one.right for one in lesson.suggestions] == [True, False]
    assert "party Norway" in lesson.suggestions[0].features
    assert [lesson.request.text[one.start : one.end] for one in lesson.names] == ["Monday"]
    assert not lesson.request.rulings
    view = services.learning.view()
    assert (view.decisions, view.dismissed, view.names, view.adopted) == (2, 1, 1, {})
    services.statements.delete([third.id])


def test_with_few_decisions_it_is_said_that_there_is_too_little(services: Services, article: str) -> None:
    services.statements.accept([services.reading.open_article(article).statements[0].id])
    learnt = services.learning.learn()
    assert learnt.allowed == ()
    assert "30 decisions on suggestions are needed, 1 are there" in learnt.trial(Part.SUGGESTIONS).reason
    with pytest.raises(UserError, match=r"Nothing was adopted\. There is too little"):
        services.learning.adopt(learnt)
    assert services.store.undo_label() != "Learn from decisions"


def test_what_is_adopted_hides_what_is_likely_wrong_everywhere_and_is_undone(services: Services, article: str) -> None:
    dossier = services.dossiers.add("Herring")
    services.dossiers.put([article], dossier.id)
    before = services.reading.open_article(article)
    named = {party for one in before.statements for party in one.parties}
    assert "Iceland" in named
    assert services.learning.adopt(AGAINST_ICELAND) == (Part.SUGGESTIONS,)
    after = services.reading.open_article(article)
    assert {one.id for one in after.unsure} == {one.id for one in before.statements if "Iceland" in one.parties}
    assert "Iceland" not in services.positions.matrix(dossier.id).parties
    assert services.learning.view().uses(Part.SUGGESTIONS) == AGAINST_ICELAND
    services.store.undo()
    assert services.reading.open_article(article).statements == before.statements
    services.store.redo()
    assert services.learning.forget()
    assert services.reading.open_article(article).statements == before.statements
    assert not services.learning.forget()


def test_what_a_person_decided_on_stays_whatever_was_learnt(services: Services, article: str) -> None:
    ids = [one.id for one in services.reading.open_article(article).statements if "Iceland" in one.parties]
    services.statements.accept(ids)
    services.learning.adopt(AGAINST_ICELAND)
    assert set(ids) <= {one.id for one in services.reading.open_article(article).statements}


def test_only_what_is_allowed_is_adopted(services: Services) -> None:
    names = Trial(Part.NAMES, 20, 6, reason="It is worse.")
    both = replace(AGAINST_ICELAND, trials=(*AGAINST_ICELAND.trials, names), names="x", model="m")
    assert services.learning.adopt(both) == (Part.SUGGESTIONS,)
    assert services.learning.view().uses(Part.NAMES) is None
    with pytest.raises(UserError, match="It is worse"):
        services.learning.adopt(both, [Part.NAMES])


def test_a_change_of_what_names_learnt_has_their_articles_analysed_again(services: Services, article: str) -> None:
    assert services.importing.waiting() == []
    trial = Trial(Part.NAMES, 20, 6, Measure(6, 0, 6, 6), Measure(9, 9, 9), allowed=True, reason="Better.")
    services.learning.adopt(Learnt((trial,), names="eA==", model="rules 1"))
    assert services.importing.waiting() == [article]
    services.store.undo()
    assert services.importing.waiting() == []
    with services.store.write("Analyse", undoable=False) as work:
        version = work.articles.get(article).version
        analysis = work.articles.analysis(version)
        assert analysis is not None
        work.articles.put_analysis(version, replace(analysis, engine="rules 1, taught 12345678, more"), ())
    assert services.importing.waiting() == [article]


def test_a_library_whose_lessons_cannot_be_read_is_as_shipped(services: Services, article: str) -> None:
    with services.store.write("Test") as work:
        work.settings.set("learnt.suggestions", "{broken")
    assert services.learning.view().uses(Part.SUGGESTIONS) is None
    assert services.reading.open_article(article).statements
