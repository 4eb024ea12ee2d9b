"""The same page again, through the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

PAGE = """<html><head><title>Herring talks</title><link rel="canonical" href="https://harbour.example/news/7{tail}">
</head><body><article><h1>Herring talks</h1>
<p>Norway rejected a quota of 12 percent on Monday, its foreign minister said in Oslo after the session.</p>
<p>Iceland demanded that the season open in {month} and that inspectors stay away from its harbours.</p>{more}
</article></body></html>"""
MORE = "<p>A further round was called for Friday, when the mediator will put a fresh paper on the table.</p>"
QUOTE = "Iceland demanded that the season open in May"


def test_import_when_page_comes_again_then_updated_with_changes_and_states(library: Cli, tmp_path: Path) -> None:
    (tmp_path / "one.html").write_text(PAGE.format(tail="", month="May", more=""), "utf-8")
    (tmp_path / "two.html").write_text(PAGE.format(tail="?utm_source=mail", month="June", more=MORE), "utf-8")
    first = library("import", "one.html").rows[0]
    kept = library("highlight", first["article"], "--quote", "Norway rejected a quota").rows[0]
    library("highlight", first["article"], "--quote", QUOTE)
    shown = library("show", first["article"]).rows[0]
    assert (shown["versions"], shown["changes"]) == (1, [])
    again = library("import", "two.html").rows[0]
    assert (again["outcome"], again["article"]) == ("updated", first["article"])
    shown = library("show", first["article"]).rows[0]
    assert shown["versions"] == 2
    assert [(one["kind"], one["old"].strip(), one["text"].strip()) for one in shown["changes"]] == [
        ("changed", "May", "June"),
        ("added", "", MORE[3:-4]),
    ]
    for one in shown["changes"]:
        assert shown["text"][one["start"] : one["end"]] == one["text"]
    states = {one["id"]: one["state"] for one in shown["annotations"]}
    assert states.pop(kept["id"]) == "anchored"
    assert set(states.values()) <= {"changed", "orphan"}
    assert all(one["evidence"][0]["state"] for one in shown["statements"])
    assert library("import", "two.html").rows[0]["outcome"] == "duplicate"
