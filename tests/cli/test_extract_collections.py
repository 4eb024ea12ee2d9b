"""`extract` on a file of many things: a row for each that has a text, a sentence for those that have none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

FEED = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>Quay Post</title>'
    "<item><title>The dam</title><link>http://q.example/1</link>"
    "<description>&lt;p&gt;The dam was opened on Tuesday.&lt;/p&gt;</description></item>"
    "<item><title>The bridge</title><description>The bridge stays closed until Friday.</description></item>"
    "{more}</channel></rss>"
)


def test_extract_when_a_feed_then_a_row_an_item(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED.format(more=""))
    ended = cli("extract", "feed.xml")
    assert ended.code == 0
    assert [(row["item"], row["title"], row["text"]) for row in ended.rows] == [
        (1, "The dam", "The dam was opened on Tuesday."),
        (2, "The bridge", "The bridge stays closed until Friday."),
    ]


def test_extract_when_items_have_no_text_then_it_says_so(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(
        FEED.format(more="<item><title>Bare</title><link>http://q.example/3</link></item>")
    )
    ended = cli("extract", "feed.xml")
    assert ended.code == 1
    assert len(ended.rows) == 2
    assert "1 of 3 items" in ended.err


def test_extract_when_out_is_given_then_items_have_numbered_files(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FEED.format(more=""))
    assert cli("extract", "feed.xml", "--out", "out").code == 0
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names == ["feed.xml.1.json", "feed.xml.2.json"]
    assert json.loads((tmp_path / "out" / names[1]).read_text("utf-8"))["title"] == "The bridge"


def test_extract_when_a_list_of_feeds_then_one_sentence(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "feeds.opml").write_text(
        '<opml version="2.0"><body><outline text="Quay" type="rss" xmlUrl="http://q.example/feed"/></body></opml>'
    )
    ended = cli("extract", "feeds.opml")
    assert ended.code == 1
    assert "holds no text" in ended.err
