"""Readers' own readings of positions, as the library keeps them: a setting for each dossier, party and issue."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.domain.issue_names import folded
from briefing_app.domain.position import Override

if TYPE_CHECKING:
    from briefing_app.store.session import Reader


def key_of(dossier_id: str, party: str, issue: str) -> str:
    """Return the key of the setting that holds a reading."""
    place = hashlib.sha256(f"{folded(party)}\x1f{folded(issue)}".encode("utf-8", "replace")).hexdigest()[:20]
    return f"{_prefix(dossier_id)}{place}"


def overrides_of(reader: Reader, dossier_id: str) -> tuple[Override, ...]:
    """Return the readings of a dossier in the order they were first made; one that is damaged is passed over."""
    found: list[Override] = []
    for value in reader.settings.under(_prefix(dossier_id)).values():
        try:
            found.append(from_plain(Override, json.loads(value)))
        except (ValueError, KeyError, TypeError):
            continue
    return tuple(found)


def written(override: Override) -> str:
    """Return a reading as its setting holds it."""
    return json.dumps(to_plain(override), ensure_ascii=False)


def _prefix(dossier_id: str) -> str:
    return f"override:{dossier_id}:"
