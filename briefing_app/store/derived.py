"""Columns that follow from others of the same row: sort keys, name keys, the text of a note."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing_app.domain.addresses import page_key
from briefing_app.store.codec import load
from briefing_app.store.keys import name_key, sort_key

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Row = Mapping[str, object]
    Rule = tuple[tuple[str, ...], Callable[[Row], dict[str, object]]]


def _article(row: Row) -> dict[str, object]:
    return {
        "title_key": sort_key(str(row["title"])),
        "site_key": sort_key(str(row["site"])),
        "dated": row["published"] or row["imported_at"],
        "page_key": page_key(str(row["url"])),
    }


def _named(row: Row) -> dict[str, object]:
    return {"name_key": name_key(str(row["name"]))}


def _note(row: Row) -> dict[str, object]:
    return {"body": body_of(load(str(row["sections"])))}


def body_of(sections: Mapping[str, str]) -> str:
    """Return a note's Markdown as one text: its sections in order of their keys, one blank line between."""
    return "\n\n".join(sections[key] for key in sorted(sections))


_RULES: Final[dict[str, Rule]] = {
    "articles": (("title", "site", "published", "imported_at", "url"), _article),
    "dossiers": (("name",), _named),
    "issues": (("name",), _named),
    "tags": (("name",), _named),
    "notes": (("sections",), _note),
}


def derive(table: str, row: Row, changed: Mapping[str, object] | None = None) -> dict[str, object]:
    """Return the derived columns of a row of `table`; nothing when no column of `changed` matters for them."""
    rule = _RULES.get(table)
    if rule is None:
        return {}
    inputs, compute = rule
    if changed is not None and not any(name in changed for name in inputs):
        return {}
    return compute(row)
