"""What a reader does, on a real library: each act is one step, and undo takes it back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.dossier import Issue, Party
from briefing_app.domain.entity import Status
from briefing_app.domain.importing import Outcome
from briefing_app.domain.position import Stance
from briefing_app.domain.reading import StatementEdit
from briefing_app.errors import InputError, LimitError, UserError
from tests.services.conftest import ARTICLE

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.domain.analysis import Analysis, AnalysisRequest
    from briefing_app.services.services import Services
    from tests.thinkers import InProcess


def span_of(services: Services, article: str, words: str) -> tuple[int, int]:
    start = services.reading.open_article(article).version.text.index(words)
    return start, start + len(words)


def edit_of(services: Services, article: str, **fields: object) -> StatementEdit:
    spans = (span_of(services, article, "Norway rejected a quota of 12 percent"),)
    plain = StatementEdit(article, spans, ("Norway",), "Herring quota", Stance.REJECTS)
    return replace(plain, **fields)  # type: ignore[arg-type]


def test_import_when_the_same_bytes_again_then_duplicate_and_out_of_the_trash(services: Services, article: str) -> None:
    services.reading.trash([article])
    dossier = services.dossiers.add("Herring")
    again = services.importing.import_bytes(ARTICLE.encode(), "copy.txt", [dossier.id])
    assert (again.outcome, again.article) == (Outcome.DUPLICATE, article)
    assert services.reading.open_article(article).article.trashed_at == ""
    assert services.dossiers.get(dossier.id).articles == 1


def test_open_article_when_analysed_then_layers_are_there(services: Services, article: str) -> None:
    view = services.reading.open_article(article)
    assert view.article.title == "Herring talks end without a deal"
    assert view.analysis is not None
    assert {"Norway", "Iceland", "European Union"} <= {mention.canonical for mention in view.analysis.mentions}
    assert [view.version.text[one.start : one.end].strip() for one in view.removals] == [
        "Read more: ten tips for cheaper herring!"
    ]


def test_proposal_when_issues_keep_coming_up_then_they_join_the_dossiers_own(services: Services, article: str) -> None:
    dossier = services.dossiers.add("Herring")
    services.dossiers.put([article], dossier.id)
    services.dossiers.save(replace(dossier, issues=(Issue("Quota"),)))
    for label in ("Herring quota", "Closed season", "Season closed", "Observers"):
        services.statements.add(edit_of(services, article, issue=label))
    proposed = services.dossiers.proposal(dossier.id).issues
    assert Issue("Closed season", ("season closed",)) in proposed
    assert {"Herring quota", "Observers"}.isdisjoint(one.name for one in proposed)


def test_highlight_when_undone_and_redone_then_gone_and_back(services: Services, article: str) -> None:
    start, end = span_of(services, article, "without an agreement")
    made = services.annotating.highlight(article, start, end, "Quote", "A **note**", ["#herring", "herring", " fish "])
    assert made.tags == ("herring", "fish")
    assert services.reading.open_article(article).annotations[0].anchor.exact == "without an agreement"
    services.store.undo()
    assert services.reading.open_article(article).annotations == ()
    services.store.redo()
    assert services.reading.open_article(article).annotations[0].note == "A **note**"


def test_highlight_when_span_is_empty_then_a_sentence(services: Services, article: str) -> None:
    with pytest.raises(InputError, match="no text between"):
        services.annotating.highlight(article, 5, 5)


def test_tags_when_added_renamed_and_removed_then_follow(services: Services, article: str) -> None:
    made = services.annotating.highlight(article, *span_of(services, article, "herring"), tags=["fish"])
    services.annotating.add_tag([made.id], "quota")
    (quota,) = [tag for tag in services.annotating.tags() if tag.name == "quota"]
    services.annotating.save_tag(replace(quota, name="quotas"), "quota")
    assert set(services.annotating.get(made.id).tags) == {"fish", "quotas"}
    services.annotating.remove_tag([made.id], "fish")
    assert services.annotating.get(made.id).tags == ("quotas",)


def test_tag_when_typed_in_other_letters_then_the_one_there_is(services: Services, article: str) -> None:
    first = services.annotating.highlight(article, *span_of(services, article, "herring"), tags=["Quota"])
    second = services.annotating.highlight(article, *span_of(services, article, "Norway"), tags=["quota"])
    services.annotating.add_tag([first.id], "QUOTA")
    assert [services.annotating.get(one.id).tags for one in (first, second)] == [("Quota",), ("Quota",)]
    assert [(tag.name, tag.count) for tag in services.annotating.tags()] == [("Quota", 2)]


def test_statement_when_added_then_confirmed_with_evidence(services: Services, article: str) -> None:
    made = services.statements.add(edit_of(services, article))
    assert made.status is Status.CONFIRMED
    assert made.evidence[0].exact == "Norway rejected a quota of 12 percent"
    assert made.reported_on == services.reading.open_article(article).article.published


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [({"parties": ()}, "needs a party"), ({"issue": " "}, "needs an issue"), ({"spans": ()}, "needs evidence")],
)
def test_statement_when_something_is_missing_then_a_sentence(
    services: Services, article: str, fields: dict[str, object], sentence: str
) -> None:
    with pytest.raises(InputError, match=sentence):
        services.statements.add(edit_of(services, article, **fields))


def test_suggestion_when_dismissed_then_never_returns(services: Services, article: str) -> None:
    suggested = services.reading.open_article(article).statements
    assert suggested, "the analysis suggests statements here"
    services.statements.dismiss([suggested[0].id])
    services.importing.analyse(article)
    after = {one.stable_key: one.status for one in services.reading.open_article(article).statements}
    assert after[suggested[0].stable_key] is Status.REJECTED
    assert set(after) == {one.stable_key for one in suggested}


def test_suggestion_when_accepted_then_survives_another_analysis(services: Services, article: str) -> None:
    first = services.reading.open_article(article).statements[0]
    services.statements.accept([first.id])
    services.importing.analyse(article)
    assert services.statements.get(first.id).status is Status.CONFIRMED


def test_ruling_when_never_then_mentions_vanish_and_undo_brings_them_back(services: Services, article: str) -> None:
    def named() -> set[str]:
        analysis = services.reading.open_article(article).analysis
        assert analysis is not None
        return {mention.text for mention in analysis.mentions}

    assert "Oslo" in named()
    services.entities.rule_never("Oslo")
    assert "Oslo" not in named()
    services.entities.rule_means("herring", "Atlantic herring", "ORG")
    assert "herring" in named()
    services.store.undo()
    services.store.undo()
    assert "Oslo" in named()
    assert "herring" not in named()


def test_metadata_when_set_then_the_users_own(services: Services, article: str) -> None:
    services.reading.set_metadata(article, {"author": "A. Writer", "reliability": "B"})
    kept = services.reading.open_article(article).article
    assert (kept.author, kept.reliability, kept.user_fields) == ("A. Writer", "B", frozenset({"author"}))
    with pytest.raises(InputError, match="no field"):
        services.reading.set_metadata(article, {"colour": "red"})


def test_removal_when_put_back_then_shown_and_hidden_again_by_undo(services: Services, article: str) -> None:
    (removal,) = services.reading.open_article(article).removals
    services.reading.set_removal(removal.id, hidden=False)
    assert services.reading.open_article(article).removals[0].state.value == "restored"
    services.store.undo()
    assert services.reading.open_article(article).removals[0].state.value == "hidden"


def test_passage_when_hidden_always_then_hidden_in_the_sites_next_article(services: Services, article: str) -> None:
    services.reading.set_metadata(article, {"site": "Harbour News"})
    start, end = span_of(services, article, "Iceland demanded that the season open in May.")
    services.reading.hide_passage(article, start, end, always=True)
    with services.store.read() as reader:
        assert reader.articles.site_rules() == (("Harbour News", "Iceland demanded that the season open in May."),)


def test_dossier_when_saved_with_repeats_then_a_sentence(services: Services) -> None:
    dossier = services.dossiers.add("Herring")
    with pytest.raises(InputError, match="stands twice"):
        services.dossiers.save(replace(dossier, issues=(Issue("Quota"), Issue("quota"))))
    with pytest.raises(InputError, match="already"):
        services.dossiers.add(" Herring ")
    saved = services.dossiers.save(replace(dossier, parties=(Party("Norway"), Party("Iceland"))))
    assert [party.name for party in services.dossiers.get(saved.id).parties] == ["Norway", "Iceland"]


def test_matrix_when_dossier_names_nothing_then_proposed_from_statements(services: Services, article: str) -> None:
    dossier = services.dossiers.add("Herring")
    services.dossiers.put([article], dossier.id)
    services.statements.add(edit_of(services, article))
    matrix = services.positions.matrix(dossier.id, include="confirmed")
    assert (matrix.parties, matrix.issues) == (("Norway",), ("Herring quota",))
    assert matrix.cells["Norway", "Herring quota"].stance is Stance.REJECTS


def test_note_when_exported_then_file_and_library_hold_it(services: Services, article: str, tmp_path: Path) -> None:
    dossier = services.dossiers.add("Herring")
    services.dossiers.put([article], dossier.id)
    services.statements.add(edit_of(services, article))
    note = services.notes.new(dossier.id)
    saved = services.notes.save(replace(note, sections={"bluf": "Nothing has moved."}))
    assert saved.revision == note.revision + 1
    for ending in ("md", "html"):
        target = tmp_path / f"note.{ending}"
        services.notes.export(saved, target)
        assert "Nothing has moved." in target.read_text("utf-8")
    with pytest.raises(UserError, match="docx"):
        services.notes.export(saved, tmp_path / "note.docx")
    assert [one.id for one in services.notes.all(dossier.id)] == [note.id]


@pytest.mark.parametrize("deaths", [1, 9])
def test_analyse_when_an_article_is_too_much_then_it_is_given_up_and_said(
    services: Services, article: str, thinker: InProcess, monkeypatch: pytest.MonkeyPatch, deaths: int
) -> None:
    plain, asked = thinker.analyse, iter([True] * deaths + [False] * 9)

    def dying(request: AnalysisRequest) -> Analysis:
        if next(asked):
            raise LimitError("It could not be read within the limits.")
        return plain(request)

    monkeypatch.setattr(thinker, "analyse", dying)
    services.importing.analyse(article)
    analysis = services.reading.open_article(article).analysis
    assert analysis is not None
    assert bool(analysis.mentions) is (deaths == 1)
    assert bool(analysis.limits) is (deaths > 1)
    assert article not in services.importing.waiting()


def test_import_any_when_file_is_missing_or_empty_then_refused_with_reason(services: Services, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    for place in (tmp_path / "none.txt", empty, tmp_path):
        outcome = services.importing.import_any(str(place))
        assert outcome.outcome is Outcome.REFUSED
        assert outcome.reason.endswith(".")
