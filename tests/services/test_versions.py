"""The same page again: its marks move with the words, or say honestly that they cannot."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.anchor import AnchorState
from briefing_app.domain.entity import Status
from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.domain.position import Stance
from briefing_app.domain.reading import StatementEdit
from briefing_app.errors import InputError
from tests.annotate import farm

if TYPE_CHECKING:
    from briefing_app.services.services import Services

URL = "https://harbour.example/talks/herring"
PARAGRAPHS = (
    "Delegations from Norway and Iceland left Oslo on Monday without an agreement on herring quotas.",
    "Norway rejected a quota of 12 percent, its foreign minister said after the session in the old town hall.",
    "Iceland demanded that the season open in May and that inspectors stay away from its smaller harbours.",
    "The European Union offered 30 million euros to the coastal towns if both sides signed by 15 March 2026.",
)
MORE = "A further round was called for Friday, when the mediator will put a fresh paper on the table in Bergen."


def page(*paragraphs: str, title: str = "Herring talks end", extra: str = "", link: str = URL) -> bytes:
    body = "".join(f"<p{extra}>{one}</p>" for one in paragraphs)
    head = f"<title>{title}</title><link rel='canonical' href='{link}'>"
    return f"<html><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>".encode()


def take(services: Services, *paragraphs: str, **fields: str) -> ImportOutcome:
    outcome = services.importing.import_bytes(page(*paragraphs, **fields), "page.html")
    if outcome.outcome in (Outcome.IMPORTED, Outcome.UPDATED):
        services.importing.analyse(outcome.article)
    return outcome


def mark(services: Services, article: str, words: str) -> str:
    start = services.reading.open_article(article).version.text.index(words)
    return services.annotating.highlight(article, start, start + len(words)).id


def state_of(services: Services, annotation: str) -> tuple[AnchorState, str]:
    anchor = services.annotating.get(annotation).anchor
    return anchor.state, anchor.exact


@pytest.fixture
def first(services: Services) -> str:
    outcome = take(services, *PARAGRAPHS)
    assert outcome.outcome is Outcome.IMPORTED
    return outcome.article


@pytest.mark.parametrize(
    "link",
    [URL + "/", URL + "#top", "https://Harbour.Example/talks/herring?utm_source=x&fbclid=1", URL.replace("s:", ":")],
)
def test_import_when_the_same_page_has_more_text_then_a_new_version(services: Services, first: str, link: str) -> None:
    again = take(services, *PARAGRAPHS, MORE, link=link)
    assert (again.outcome, again.article) == (Outcome.UPDATED, first)
    view = services.reading.open_article(first)
    assert MORE in view.version.text
    assert services.reading.open_article(first).versions == 2
    with services.store.read() as reader:
        assert reader.articles.original(view.version.id) == page(*PARAGRAPHS, MORE, link=link)


@pytest.mark.parametrize("link", [URL + "-2", URL + "?page=2", "https://harbour.example/", "https://other.example/a"])
def test_import_when_another_page_then_another_article(services: Services, first: str, link: str) -> None:
    assert take(services, *PARAGRAPHS, MORE, link=link).article != first


def test_import_when_only_markup_differs_then_duplicate(services: Services, first: str) -> None:
    dossier = services.dossiers.add("Herring")
    data = page(*PARAGRAPHS, extra=" class='lead'")
    again = services.importing.import_bytes(data, "page.html", [dossier.id])
    assert (again.outcome, again.article) == (Outcome.DUPLICATE, first)
    assert services.dossiers.get(dossier.id).articles == 1
    assert services.reading.open_article(first).versions == 1


def test_import_when_files_have_no_address_then_each_is_an_article(services: Services) -> None:
    one = services.importing.import_bytes("\n\n".join(PARAGRAPHS).encode(), "a.txt")
    two = services.importing.import_bytes("\n\n".join((*PARAGRAPHS, MORE)).encode(), "a.txt")
    assert (one.outcome, two.outcome) == (Outcome.IMPORTED, Outcome.IMPORTED)
    assert one.article != two.article


def test_import_when_page_goes_back_to_its_old_words_then_a_version_again(services: Services, first: str) -> None:
    take(services, *PARAGRAPHS, MORE)
    assert take(services, *PARAGRAPHS).outcome is Outcome.UPDATED
    assert services.reading.open_article(first).versions == 3
    assert [one.kind for one in services.reading.whats_new(first)] == ["removed"]


def test_new_version_when_user_set_fields_then_they_stay(services: Services, first: str) -> None:
    services.reading.set_metadata(first, {"title": "My title"})
    again = take(services, *PARAGRAPHS, MORE, title="Herring talks go on")
    assert again.outcome is Outcome.UPDATED
    assert services.reading.open_article(first).article.title == "My title"


def test_new_version_when_passages_stay_change_and_go_then_each_says_so(services: Services, first: str) -> None:
    kept = mark(services, first, "without an agreement on herring quotas")
    changed = mark(services, first, "Iceland demanded that the season open in May")
    gone = mark(services, first, "offered 30 million euros to the coastal towns")
    again = take(
        services,
        "The mediators added a new first paragraph about the weather over the fjord and the mood in the room.",
        *PARAGRAPHS[:2],
        PARAGRAPHS[2].replace("season open in May", "season start in May"),
    )
    view = services.reading.open_article(first)
    assert state_of(services, kept) == (AnchorState.ANCHORED, "without an agreement on herring quotas")
    assert state_of(services, changed) == (AnchorState.CHANGED, "Iceland demanded that the season start in May")
    assert state_of(services, gone) == (AnchorState.ORPHAN, "offered 30 million euros to the coastal towns")
    assert "1 marked passage changed and waits for you to confirm" in again.reason
    assert "1 marked passage has no certain place any more." in again.reason
    for one in view.annotations:
        assert one.version == view.version.id
        if one.anchor.placed:
            assert view.version.text[one.anchor.start : one.anchor.end] == one.anchor.exact
            assert one.anchor.text_hash == view.version.text_hash


def test_new_version_when_undone_then_old_anchors_and_suggestions_are_back(services: Services, first: str) -> None:
    mark(services, first, "Iceland demanded that the season open in May")
    before = services.reading.open_article(first)
    take(services, MORE, *PARAGRAPHS[:2])
    assert services.reading.open_article(first).annotations[0].anchor.state is AnchorState.ORPHAN
    assert services.store.undo_label() == "New version"
    services.store.undo()
    after = services.reading.open_article(first)
    assert (after.version, after.annotations) == (before.version, before.annotations)
    assert after.statements == before.statements
    assert services.reading.open_article(first).versions == 1
    services.store.redo()
    assert services.reading.open_article(first).annotations[0].anchor.state is AnchorState.ORPHAN
    assert first in services.importing.waiting()
    assert services.store.check() == []


def test_new_version_when_undone_then_the_same_bytes_make_it_again(services: Services, first: str) -> None:
    take(services, *PARAGRAPHS, MORE)
    services.store.undo()
    assert take(services, *PARAGRAPHS, MORE).outcome is Outcome.UPDATED
    assert services.reading.open_article(first).versions == 2
    assert [one.kind for one in services.reading.whats_new(first)] == ["added"]


def test_new_version_when_passage_comes_back_then_anchored_again(services: Services, first: str) -> None:
    ident = mark(services, first, "offered 30 million euros to the coastal towns")
    take(services, *PARAGRAPHS[:3])
    assert state_of(services, ident)[0] is AnchorState.ORPHAN
    take(services, MORE, *PARAGRAPHS)
    assert state_of(services, ident) == (AnchorState.ANCHORED, "offered 30 million euros to the coastal towns")


def test_statement_when_new_version_then_evidence_moves_and_no_suggestion_repeats_it(
    services: Services, first: str
) -> None:
    suggested = services.reading.open_article(first).statements
    assert len(suggested) >= 2, "the analysis suggests statements here"
    services.statements.accept([suggested[0].id])
    services.statements.dismiss([suggested[1].id])
    take(services, MORE, *PARAGRAPHS)
    view = services.reading.open_article(first)
    assert all(one.version == view.version.id for one in view.statements)
    accepted = services.statements.get(suggested[0].id)
    assert view.version.text[accepted.evidence[0].start : accepted.evidence[0].end] == suggested[0].evidence[0].exact
    assert services.statements.get(suggested[1].id).status is Status.REJECTED
    told = [(one.parties, one.issue, one.stance, one.evidence[0].exact) for one in view.statements]
    assert len(told) == len(set(told)), "what was ruled on is not suggested anew"


def test_statement_when_its_evidence_is_gone_then_it_can_be_edited_and_keeps_its_quote(
    services: Services, first: str
) -> None:
    text = services.reading.open_article(first).version.text
    start = text.index("The European Union offered")
    spans = ((start, start + 50),)
    made = services.statements.add(StatementEdit(first, spans, ("European Union",), "Aid", Stance.OFFERS))
    take(services, *PARAGRAPHS[:3])
    lost = services.statements.get(made.id)
    assert (lost.evidence[0].state, lost.evidence[0].exact) == (AnchorState.ORPHAN, text[start : start + 50])
    edited = services.statements.edit(made.id, StatementEdit.of(lost))
    assert edited.evidence == lost.evidence


def test_hidden_passage_when_new_version_then_stays_hidden(services: Services, first: str) -> None:
    text = services.reading.open_article(first).version.text
    start = text.index(PARAGRAPHS[2])
    services.reading.hide_passage(first, start, start + len(PARAGRAPHS[2]))
    take(services, MORE, *PARAGRAPHS)
    view = services.reading.open_article(first)
    hidden = [view.version.text[one.start : one.end] for one in view.removals if one.origin == "user"]
    assert hidden == [PARAGRAPHS[2]]


def test_anchor_when_confirmed_or_moved_then_anchored_and_undoable(services: Services, first: str) -> None:
    changed = mark(services, first, "Iceland demanded that the season open in May")
    gone = mark(services, first, "offered 30 million euros to the coastal towns")
    take(services, *PARAGRAPHS[:2], PARAGRAPHS[2].replace("season open in May", "season start in May"))
    assert services.annotating.confirm_anchor(changed).anchor.state is AnchorState.ANCHORED
    services.store.undo()
    assert state_of(services, changed)[0] is AnchorState.CHANGED
    with pytest.raises(InputError, match="no place"):
        services.annotating.confirm_anchor(gone)
    moved = services.annotating.reanchor(gone, 0, 7)
    assert services.annotating.get(gone).anchor == moved.anchor
    assert moved.anchor.state is AnchorState.ANCHORED
    services.store.undo()
    assert state_of(services, gone)[0] is AnchorState.ORPHAN


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("edit", [farm.deleted, farm.inserted, farm.tidied, farm.one_word])
def test_carry_over_when_farm_edits_then_never_a_wrong_place(services: Services, edit: object, seed: int) -> None:
    case = edit(5000 + seed, 0)  # type: ignore[operator]
    article = services.importing.import_bytes(page(*case.old.split("\n\n")), "page.html").article
    ident = mark(services, article, case.quote)
    others = [
        mark(services, article, case.old[a:b]) for a, b in random.Random(seed).sample(farm.sentences(case.old), 4)
    ]
    again = services.importing.import_bytes(page(*case.new.split("\n\n")), "page.html")
    assert again.outcome is Outcome.UPDATED
    text = services.reading.open_article(article).version.text
    anchor = services.annotating.get(ident).anchor
    if case.expected is None:
        assert not anchor.placed
    else:
        assert text[anchor.start : anchor.end] == case.new[slice(*case.expected)]
    for other in others:
        kept = services.annotating.get(other).anchor
        assert not kept.placed or text[kept.start : kept.end] == kept.exact
