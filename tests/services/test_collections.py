"""Taking in the items of collections: articles with their marks, or a sentence why not."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.collection import Item, Quoted
from briefing_app.domain.importing import Outcome
from briefing_app.services.collections import original_of
from tests.ingest.collections import samples
from tests.ingest.collections.samples import BODY, URL

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.domain.importing import ImportOutcome
    from briefing_app.services.services import Services


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "given"
    made.mkdir()
    return made


def imported(services: Services, folder: Path, data: bytes) -> list[ImportOutcome]:
    place = folder / "export"
    place.write_bytes(data)
    return list(services.importing.import_each(str(place)))


def marks(services: Services, article: str) -> list[tuple[str, str, tuple[str, ...], str]]:
    view = services.reading.open_article(article)
    return [(one.anchor.exact, one.note, one.tags, one.type) for one in view.annotations]


def test_import_when_item_has_its_page_then_article_as_its_source_tells(services: Services, folder: Path) -> None:
    first, second = imported(services, folder, samples.RSS)
    assert (first.outcome, second.outcome) == (Outcome.IMPORTED, Outcome.REFUSED)
    view = services.reading.open_article(first.article)
    article = view.article
    assert (article.title, article.author, article.site) == ("Herring talks & cod", "Ane Berg", "North Sea Post")
    assert (article.url, article.published) == (URL, "2026-11-16")
    assert view.version.text.startswith("Norway rejected a quota of 12 percent.")
    assert first.reason == "Its tags: fish."


def test_import_when_only_an_address_then_refused_with_what_to_do(services: Services, folder: Path) -> None:
    first, second = imported(services, folder, samples.POCKET)
    assert first.outcome is Outcome.REFUSED
    assert first.reason == (
        f"Only its address is known: {URL}; import the address to fetch the page. Its tags: fish, talks."
    )
    assert second.source.endswith("export#2")
    assert services.importing.waiting() == []


def test_import_when_passages_were_marked_then_annotations(services: Services, folder: Path) -> None:
    (outcome,) = imported(services, folder, samples.OMNIVORE)
    assert outcome.outcome is Outcome.IMPORTED
    assert outcome.reason == ""
    found = marks(services, outcome.article)
    assert ("rejected a quota", "Really?", ("quota",), "Quote") in found
    assert ("Norway rejected a quota of 12 percent.", "", ("fish",), "Note") in found
    article = services.reading.open_article(outcome.article).article
    assert (article.read, article.archived, article.starred) == (True, True, False)


def test_import_when_a_passage_is_not_found_then_it_is_told_whole(services: Services, folder: Path) -> None:
    value = json.loads(samples.WALLABAG)
    value[0]["annotations"] = [{"quote": "The minister wept in Reykjavik", "text": "Check this"}]
    (outcome,) = imported(services, folder, json.dumps(value).encode())
    assert outcome.outcome is Outcome.IMPORTED
    assert "“The minister wept in Reykjavik” (note: Check this) was not found in the text." in outcome.reason


def test_import_when_only_passages_are_known_then_they_are_the_text(services: Services, folder: Path) -> None:
    (outcome,) = imported(services, folder, samples.READWISE)
    assert outcome.outcome is Outcome.IMPORTED
    assert outcome.reason == f"Only its marked passages are known; import {URL} to fetch the page."
    assert [one[:2] for one in marks(services, outcome.article)] == [
        ("Norway rejected a quota", "Really?"),
        ("the season, open in May", ""),
    ]


def test_import_when_page_is_in_the_library_then_marks_are_put_on_it_once(services: Services, folder: Path) -> None:
    page = imported(services, folder, samples.JSON_FEED)[0]
    (marked,) = imported(services, folder, samples.HYPOTHESIS)
    assert (marked.outcome, marked.article) == (Outcome.UPDATED, page.article)
    assert ("rejected a quota", "Really?", ("fish",), "Quote") in marks(services, page.article)
    (again,) = imported(services, folder, samples.HYPOTHESIS)
    assert again.outcome is Outcome.DUPLICATE
    assert len(marks(services, page.article)) == 2


def test_import_when_done_again_then_duplicate(services: Services, folder: Path) -> None:
    imported(services, folder, samples.ATOM)
    again = imported(services, folder, samples.ATOM)
    assert [one.outcome for one in again] == [Outcome.DUPLICATE, Outcome.DUPLICATE]


def test_import_any_when_file_of_many_then_one_outcome_for_all(services: Services, folder: Path) -> None:
    place = folder / "feed.xml"
    place.write_bytes(samples.RSS)
    outcome = services.importing.import_any(str(place))
    assert outcome.outcome is Outcome.IMPORTED
    assert outcome.reason.startswith("2 items: 1 imported, 1 refused. Only its address is known")


def test_import_when_list_of_feeds_then_told_where_it_belongs(services: Services, folder: Path) -> None:
    (outcome,) = imported(services, folder, samples.OPML)
    assert outcome.outcome is Outcome.REFUSED
    assert "feeds add" in outcome.reason


def test_import_when_undone_then_the_article_is_in_the_trash(services: Services, folder: Path) -> None:
    (outcome,) = imported(services, folder, samples.WALLABAG)
    services.store.undo("desktop")
    assert services.reading.open_article(outcome.article).article.trashed_at


def test_import_when_item_is_hostile_then_nothing_active_is_shown(services: Services, folder: Path) -> None:
    evil = b"<p onclick='x()'>Norway rejected it.</p><script>x()</script><img src='http://t.example/p.gif'>"
    data = samples.RSS.replace(BODY.encode(), evil)
    outcome = imported(services, folder, data)[0]
    shown = services.reading.open_article(outcome.article).version.html
    assert "Norway rejected it." in shown
    assert not any(word in shown for word in ("script", "onclick", "img", "t.example"))


def test_original_when_made_of_text_then_signs_of_markup_stay_text() -> None:
    page = original_of(Item(title="A < B & C", text="3 < 4\n\n<script>x</script>")).decode()
    assert "<h1>A &lt; B &amp; C</h1>" in page
    assert "<p>3 &lt; 4</p>" in page
    assert "<script>" not in page
    assert original_of(Item(title="A", highlights=(Quoted("q"),)))
    assert original_of(Item(title="A", url=URL)) == b""
