"""Words that the side panels share: quotes, counts, and who said something when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.reader.words import date_words, visible

if TYPE_CHECKING:
    from briefing_app.domain.position import Statement

_QUOTES = "“”\"„«»‘’'"


def quoted(text: str, most: int = 260) -> str:
    """Return ``text`` in quotation marks of its own, cut at a word where it is longer than ``most``."""
    flat = visible(" ".join(text.split())).strip(_QUOTES).strip()
    if len(flat) > most:
        flat = flat[:most].rsplit(" ", 1)[0].rstrip(",;:") + " …"
    lead = "…" if flat[:1].islower() else ""
    return f"“{lead}{flat}”"


def day(iso: str) -> str:
    """Return a date as "22 Dec 2025", or "undated"."""
    return date_words(iso, short=True) if iso else "undated"


def near_day(iso: str, beside: str) -> str:
    """Return a date without its year where that is the year of ``beside``: "20 Dec"."""
    words = day(iso)
    return words[: -len(iso[:4]) - 1] if len(iso) >= 10 and iso[:4] == beside[:4] else words


def said_by(statement: Statement, fallback: str = "") -> str:
    """Return who said it, with how we know: "Harbour Palace aide, reported"."""
    who = visible(statement.speaker) or fallback or ", ".join(statement.parties)
    if statement.attribution_level == 4:
        return f"{who}, unnamed source" if statement.speaker else f"unnamed source for {who}"
    if statement.attribution_level == 5:
        return f"{who}, reported"
    return f"{who}, commentary" if statement.attribution_level == 6 else who


def firmness(statement: Statement) -> str:
    """Return "firm", or "hedged" with the words that hedge; empty where only the source makes it less than firm."""
    if statement.hedges:
        return f"hedged ({', '.join(visible(one) for one in statement.hedges[:3])})"
    return "firm" if statement.firm else ""


def source_line(statement: Statement, place: str = "") -> str:
    """Return "who · when · firm", with the place it was published where that is another article."""
    grade = f"{statement.reliability}{statement.credibility}" if statement.reliability and statement.credibility else ""
    parts = (said_by(statement), day(statement.said_on or statement.reported_on), place, grade, firmness(statement))
    return " · ".join(part for part in parts if part)
