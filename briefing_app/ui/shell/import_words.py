"""What is said of an import: how far it is, how long it takes, what became of it."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.importing import ImportOutcome, ImportRun, Outcome, RunState
from briefing_app.domain.tricks import visible
from briefing_app.ui.counted import counted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.jobs.importing import ImportProgress

WORDS = {
    Outcome.IMPORTED: "imported",
    Outcome.UPDATED: "updated",
    Outcome.DUPLICATE: "already there",
    Outcome.REFUSED: "refused",
    Outcome.FAILED: "failed",
}
STATES = {RunState.OPEN: "not finished", RunState.DONE: "done", RunState.CANCELLED: "cancelled"}
_MINUTE, _HOUR = 60, 3600


def counts_of(outcomes: Sequence[ImportOutcome]) -> dict[Outcome, int]:
    """Return how many inputs ended in each way."""
    return {kind: sum(one.outcome is kind for one in outcomes) for kind in WORDS}


def summed_up(counts: Mapping[Outcome, int], *, left: int = 0) -> str:
    """Return an import in one sentence, such as “12 imported, 1 already there, 2 refused.”; ``left`` were left out."""
    parts = [f"{counts[kind]:,} {word}" for kind, word in WORDS.items() if counts.get(kind)]
    parts += [f"{left:,} left out"] if left else []
    return f"{', '.join(parts)}." if parts else "Nothing was imported."


def progress_words(progress: ImportProgress, *, paused: bool = False) -> str:
    """Return how far an import is and what it is at."""
    verb = "Import held" if paused else "Importing"
    of = f"{min(progress.done + (not paused), progress.total):,} of {progress.total:,}" if progress.total else ""
    if paused and of:
        of = f"at {of}"
    place = progress.current
    name = place if "://" in place else Path(place).name
    return " · ".join(part for part in (f"{verb} {of}".strip(), "" if paused else name) if part)


def pace_words(progress: ImportProgress) -> str:
    """Return pace and time left; nothing while they would be a guess."""
    troubles = f"{progress.troubles:,} not taken in" if progress.troubles else ""
    rate = _rate(progress.rate) if progress.rate else ""
    left = "" if progress.remaining is None or progress.done >= progress.total else _left(progress.remaining)
    return " · ".join(part for part in (troubles, rate, left) if part)


def interrupted_words(run: ImportRun) -> str:
    """Return what is offered of an import that was cut short."""
    return f"An import was interrupted after {run.total - run.waiting:,} of {run.total:,} files."


def continue_words(run: ImportRun) -> str:
    """Return the name of the button that goes on with an import."""
    return f"Continue the import of {counted(run.waiting, 'file')}"


def run_words(run: ImportRun) -> str:
    """Return an import as a list names it: when, what, how it ended."""
    try:
        when = datetime.fromisoformat(run.started).astimezone().strftime("%-d %b %Y, %H:%M")
    except ValueError:
        when = run.started
    first = run.places[0] if run.places else ""
    name = first if "://" in first else Path(first).name or first
    more = f" and {len(run.places) - 1:,} more" if len(run.places) > 1 else ""
    inputs = counted(run.total, "input")
    return f"{when} · {visible(name)}{more} · {inputs}, {STATES[run.state]}"


def _rate(rate: float) -> str:
    if rate >= 1:
        return f"{rate:,.0f} a second"
    return f"{max(1, round(rate * _MINUTE)):,} a minute"


def _left(seconds: float) -> str:
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"about {round(seconds / 10) * 10:.0f} s left"
    if seconds < _HOUR:
        return f"about {max(1, round(seconds / _MINUTE)):.0f} min left"
    hours, minutes = divmod(round(seconds / _MINUTE / 5) * 5, 60)
    return f"about {hours} h {minutes} min left" if minutes else f"about {hours} h left"
