"""The header block and the handling mark."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.handling import marking, strictest
from briefing_app.export.dates import long_date, moment
from briefing_app.export.t1.template import HEADER_FIELDS, MORE_FIELDS

if TYPE_CHECKING:
    from briefing_app.domain.briefing_input import BriefingInput


def header(given: BriefingInput) -> tuple[tuple[str, str], ...]:
    """Return the lines of the header block that have something to say, label and text."""
    values = {key: " ".join(value.split()) for key, value in given.note.fields.items()}
    values["date"] = long_date(values.get("date", "") or given.as_of)
    values["deadline"] = moment(values.get("deadline", ""))
    values["purpose"] = "decision" if is_for_decision(given) else "information"
    return tuple((label, values[key]) for key, label in (*HEADER_FIELDS, *MORE_FIELDS) if values.get(key))


def is_for_decision(given: BriefingInput) -> bool:
    """Say whether the note is made for a decision, and so has options and a recommendation."""
    return "decision" in given.note.fields.get("purpose", "").casefold()


def title(given: BriefingInput) -> str:
    """Return the note's title."""
    return (
        " ".join((given.note.fields.get("title") or given.note.title).split()) or f"{given.dossier.name}: briefing note"
    )


def handling(given: BriefingInput) -> str:
    """Return the handling mark: the note's own, else the dossier's, else the strictest among its sources."""
    fields = given.note.fields
    chosen = fields.get("handling", given.dossier.marking)
    return str(marking(chosen)) or (
        "" if "handling" in fields else strictest(one.marking for one in given.sources.values())
    )
