"""Makes resources/learning/articles.jsonl of the half of the dev set that rules may be tuned on.

Run `python -m tests.analysis.make_shipped_set` when that half has grown.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing_app import paths
from tests.analysis.devset_reader import VALUES, read_devset

if TYPE_CHECKING:
    from tests.analysis.devset_reader import Gold


def line_of(gold: Gold) -> str:
    """Return one article as a line of the file."""
    statements = [
        [one.start, one.end, sorted(name.strip().casefold() for name in one.party.split(";")), one.stance]
        for one in gold.statements
    ]
    row = {
        "text": gold.text,
        "title": gold.head.get("title", ""),
        "published": gold.head.get("published", ""),
        "site": gold.head.get("site", ""),
        "author": gold.head.get("author", ""),
        "names": [[one.start, one.end, one.label] for one in gold.mentions if one.label not in VALUES],
        "free": [list(span) for span in gold.free],
        "statements": statements,
    }
    return json.dumps(row, ensure_ascii=False)


def main() -> None:
    """Write the file."""
    lines = [line_of(gold) for gold in read_devset("tune")]
    paths.resource("learning", "articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
