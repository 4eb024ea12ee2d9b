"""What became of the inputs of an import, as a table: JSON Lines for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from briefing_app.export import neutral

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.importing import ImportOutcome

COLUMNS = ("source", "outcome", "article", "title", "reason")


def outcome_record(outcome: ImportOutcome) -> dict[str, str | None]:
    """Return one input as a record; null where there is nothing to say."""
    return {
        "source": outcome.source,
        "outcome": outcome.outcome.value,
        "article": outcome.article or None,
        "title": outcome.title or None,
        "reason": outcome.reason or None,
    }


def outcomes_json(outcomes: Iterable[ImportOutcome]) -> str:
    """Return the inputs as JSON, one a line."""
    lines = (json.dumps(outcome_record(one), ensure_ascii=False) for one in outcomes)
    return "".join(f"{line}\n" for line in lines).encode("utf-8", "backslashreplace").decode()


def outcomes_csv(outcomes: Iterable[ImportOutcome]) -> str:
    """Return one line an input; nothing in it is a formula, whatever a file or a title is called."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in outcomes:
        record = outcome_record(one)
        writer.writerow([neutral.cell(record[column] or "") for column in COLUMNS])
    return out.getvalue().encode("utf-8", "backslashreplace").decode()
