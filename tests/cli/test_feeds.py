"""`feeds` and files of many things on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unittest import mock

import pytest

from briefing_app.services.fetching import Fetcher, Page
from briefing_app.services.patience import Answered
from tests.cli.examples import FEED, FEED_URL

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

POCKET = "title,url,time_added,tags,status\nCod,https://news.example/cod,1763284443,,unread\n"


def test_feeds_when_added_refreshed_and_removed_then_each_answers(library: Cli) -> None:
    assert library("feeds").rows == []
    added = library("feeds", "add", "--dossier", "Herring", FEED_URL)
    assert (added.code, added.rows[0]["dossier"]) == (0, "Herring")
    with mock.patch.object(Fetcher, "fetch", return_value=Page(FEED_URL, FEED.encode(), "", "")):
        first, again = library("feeds", "refresh"), library("feeds", "refresh", FEED_URL, "--full")
    assert [one["outcome"] for one in first.rows[0]["items"]] == ["imported"]
    assert again.rows[0]["items"] == []
    assert [row["title"] for row in library("list", "--dossier", "Herring").rows][0:2].count("Cod next") == 1
    assert library("feeds", "remove", FEED_URL).code == 0
    assert library("feeds", "list").rows == []


def test_feeds_when_found_edited_and_exported_then_each_answers(library: Cli, tmp_path: Path) -> None:
    page = Page(
        "https://news.example/", b'<link rel=alternate type="application/rss+xml" href=/feed title=All>', "", ""
    )
    with mock.patch.object(Fetcher, "fetch", return_value=page):
        assert library("feeds", "find", "news.example").rows == [{"title": "All", "url": FEED_URL}]
    library("feeds", "add", FEED_URL)
    edited = library("feeds", "edit", FEED_URL, "--name", "Mine", "--folder", "Fish", "--dossier", "Herring", "--full")
    assert [edited.rows[0][key] for key in ("title", "folder", "dossier", "full")] == ["Mine", "Fish", "Herring", True]
    again = library("feeds", "edit", FEED_URL, "--dossier", "", "--no-full")
    assert [again.rows[0][key] for key in ("title", "folder", "dossier", "full")] == ["Mine", "Fish", "", False]
    assert library("feeds", "edit", "https://other.example/").code == 1
    assert library("feeds", "export", "feeds.opml").code == 0
    assert f'xmlUrl="{FEED_URL}"' in (tmp_path / "feeds.opml").read_text("utf-8")
    library("feeds", "remove", FEED_URL)
    assert library("feeds", "add", "feeds.opml").rows[0]["folder"] == "Fish"


def test_feeds_when_one_has_moved_and_then_ended_then_told_and_it_goes_back(library: Cli) -> None:
    moved = "https://news.example/new"
    library("feeds", "add", FEED_URL)
    with mock.patch.object(Fetcher, "fetch", return_value=Page(moved, FEED.encode(), "", "", moved=moved)):
        (row,) = library("feeds", "refresh").rows
    assert row["url"] == moved
    assert "has moved for good" in row["reason"]
    assert library("feeds", "back", moved).rows[0]["url"] == FEED_URL
    with mock.patch.object(Fetcher, "fetch", side_effect=Answered("It answered 410 Gone.", 410)):
        first, again = library("feeds", "refresh"), library("feeds", "refresh")
    assert (first.code, first.rows[0]["outcome"]) == (1, "failed")
    assert (again.code, again.rows[0]["outcome"]) == (0, "skipped")
    assert "not asked any more" in again.rows[0]["reason"]


def test_feeds_when_a_look_fails_then_named_and_exit_1(library: Cli) -> None:
    library("feeds", "add", "http://127.0.0.1:9/feed")
    ended = library("feeds", "refresh")
    assert ended.code == 1
    assert "private network" in ended.rows[0]["reason"]


@pytest.mark.parametrize("words", [("add",), ("remove",), ("nonsense",), ("list", "x")])
def test_feeds_when_used_wrongly_then_exit_2(library: Cli, words: tuple[str, ...]) -> None:
    assert library("feeds", *words).code == 2


def test_import_when_file_of_many_then_a_line_for_each(library: Cli, tmp_path: Path) -> None:
    (tmp_path / "pocket").write_text(POCKET, "utf-8")
    (tmp_path / "feed").write_text(FEED, "utf-8")
    ended = library("import", "pocket", "feed")
    assert ended.code == 1
    assert [(row["source"], row["outcome"]) for row in ended.rows] == [("pocket#1", "refused"), ("feed#1", "imported")]
    assert ended.rows[0]["reason"] == (
        "Only its address is known: https://news.example/cod; import the address to fetch the page."
    )
