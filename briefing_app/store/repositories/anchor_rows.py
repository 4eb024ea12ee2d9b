"""Anchors as columns: the same for annotations and for the evidence of statements."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefing_app.domain.anchor import Anchor, AnchorState
from briefing_app.store.codec import dump, names

if TYPE_CHECKING:
    from collections.abc import Mapping

_SAME = ("start", "end", "exact", "prefix", "suffix", "text_hash", "paragraph", "block_hash")


def anchor(row: Mapping[str, Any]) -> Anchor:
    """Make an anchor of a row that has the anchor columns."""
    return Anchor(
        **{name: row[name] for name in _SAME},
        tokens=names(row["tokens"]),
        state=AnchorState(row["anchor_state"]),
    )


def columns(value: Anchor) -> dict[str, Any]:
    """Give the anchor columns of an anchor."""
    same: dict[str, Any] = {name: getattr(value, name) for name in _SAME}
    return {**same, "tokens": dump(list(value.tokens)), "anchor_state": value.state.value}
