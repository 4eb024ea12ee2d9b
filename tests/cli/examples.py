"""One example line of every JSON output, made by running the command line; ``docs/cli.md`` shows them.

``python -m tests.cli.examples`` writes them into the document; `tests/cli/test_docs.py` holds it to them.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from unittest import mock

from briefing_app.cli.main import main
from briefing_app.services.fetching import Fetcher, Page
from briefing_app.worker.limits import Confinement

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "cli.md"
ARTICLE = """Herring talks end without a deal

Norway rejected a quota of 12 percent on Monday, its foreign minister said in Oslo.

Read more: ten tips for cheaper herring!
"""
FEED_URL = "https://news.example/feed"
FEED = """<rss version="2.0"><channel><title>North Sea Post</title><item><title>Cod next</title>
<link>https://news.example/cod</link><description>Iceland offered talks on cod.</description></item></channel></rss>"""
ANCHOR = {
    "id": "a1",
    "text": "New first line. Norway rejected a quota of 12 percent.",
    "quote": "rejected a quota",
    "prefix": "Norway ",
    "suffix": " of 12 percent.",
    "start": 7,
    "end": 23,
}
QUOTE = "Norway rejected a quota of 12 percent"
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")
_BLOCK = re.compile(r"(<!-- example: ([a-z-]+) -->\n```json\n).*?(\n```)", re.DOTALL)


def examples() -> dict[str, str]:
    """Return an example line for each name, ids and times made the same for every run."""
    before = Path.cwd()
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        try:
            return {name: _steady(line) for name, line in _made().items()}
        finally:
            os.chdir(before)


def _made() -> dict[str, str]:
    Path("herring.txt").write_text(ARTICLE, "utf-8")
    Path("page.html").write_text("<p onclick='x()'>Kept</p><script>gone()</script>", "utf-8")
    library = ["--library", "herring.brief", "--json"]
    made = {
        "extract": _run("extract", "herring.txt"),
        "sanitise": _run("sanitise", "page.html"),
        "analyse": _run("analyse", "herring.txt", "--published", "2026-11-17"),
        "anchor": _run("anchor", given=json.dumps(ANCHOR) + "\n"),
        "new": _run(*library, "new"),
        "import": _run(*library, "import", "herring.txt", "--dossier", "Herring"),
    }
    made["imports"] = _run(*library, "imports")
    title = "Herring talks end without a deal"
    statement = ["--party", "Norway", "--issue", "Herring quota", "--stance", "rejects", "--said", "2026-11-16"]
    made |= {
        "highlight": _run(*library, "highlight", title, "--quote", QUOTE, "--type", "Quote", "--tag", "quota"),
        "statement": _run(*library, "statement", title, "--quote", QUOTE, *statement),
        "list": _run(*library, "list"),
        "show": _run(*library, "show", title),
        "feeds": _run(*library, "feeds", "add", FEED_URL, "--dossier", "Herring"),
        "search": _run(*library, "search", "quota", "--limit", "1"),
        "dossiers": _run(*library, "dossiers"),
        "annotations": _run(*library, "annotations", "--format", "json"),
        "actors": _run(*library, "actors", "find", "Kreml"),
        "actors-name": _run(*library, "actors", "name", "Norway", "the Fjord State", "--kind", "nickname"),
        "corrections": _run(*library, "corrections"),
        "corrections-learn": _run(*library, "corrections", "learn"),
        "positions": _run(*library, "positions", "--dossier", "Herring", "--as-of", "2026-11-30"),
        "note": _run(*library, "note", "--dossier", "Herring", "--out", "herring.md", "--as-of", "2026-11-30"),
        "batch": _run(*library, "batch", given='{"id": 1, "do": "dossier", "name": "Cod"}\n'),
        "batch-error": _run(*library, "batch", given='{"id": 2, "do": "tag", "annotation": "none", "tag": "x"}\n'),
        "backup": _run(*library, "backup", "herring.backup"),
        "backups": _backups(library),
        "restore": _run("--library", "again.brief", "--json", "restore", "herring.backup"),
    }
    with mock.patch("briefing_app.jobs.walls.standing", return_value=Confinement(True, True, 7)):
        made["check"] = _run(*library, "check")
    fetched = mock.patch.object(Fetcher, "fetch", return_value=Page(FEED_URL, FEED.encode(), "", ""))
    with fetched:
        made["feeds-refresh"] = _run(*library, "feeds", "refresh")
    return made


def _backups(library: list[str]) -> str:
    """List one backup, under the name it would have had at the document's time."""
    _run(*library, "backup")
    row = json.loads(_run(*library, "backups"))
    steady = {"file": "herring.backups/000001.20261117T091403Z.00000001.asked.backup", "bytes": 1048576}
    return json.dumps(row | steady, ensure_ascii=False)


def _run(*words: str, given: str = "") -> str:
    """Return the first line that a command prints."""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), mock.patch.object(sys, "stdin", _Input(given)):
        main(words)
    return printed.getvalue().split("\n", 1)[0]


class _Input(io.TextIOWrapper):
    """Standard input with the bytes behind it."""

    def __init__(self, given: str) -> None:
        super().__init__(io.BytesIO(given.encode()), encoding="utf-8")


def _steady(line: str) -> str:
    ids: dict[str, str] = {}

    def named(match: re.Match[str]) -> str:
        return ids.setdefault(match.group(), f"0198c5d2-0000-7000-8000-{len(ids) + 1:012d}")

    return _TIME.sub("2026-11-17T09:14:03+00:00", _UUID.sub(named, line))


def written(document: str, made: dict[str, str]) -> str:
    """Return the document with every example in its place."""
    return _BLOCK.sub(lambda match: match.group(1) + made[match.group(2)] + match.group(3), document)


def names_in(document: str) -> set[str]:
    """Return the names of the examples that the document shows."""
    return {match.group(2) for match in _BLOCK.finditer(document)}


if __name__ == "__main__":
    DOCUMENT.write_text(written(DOCUMENT.read_text("utf-8"), examples()), "utf-8")
