"""Footnotes after the Chicago Manual's notes style (17th edition, 14.191-14.207)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.export.citing import author, joined, locator, persons, titled
from briefing_app.export.dates import american_date

if TYPE_CHECKING:
    from briefing_app.domain.note import Citation


class Chicago:
    """``Author, “Title,” Publication, Month D, YYYY, para. N, URL``; later ``Surname, “Short Title,” para. N``."""

    def first(self, citation: Citation) -> str:
        """Return the full note; the day of access only where nothing else dates the source."""
        names = persons(author(citation)) if author(citation) else []
        who = _list([f"{given} {surname}".strip() for given, surname in names])
        title = titled(citation.title) if citation.title.strip() else ""
        where = citation.site.strip()
        when = american_date(citation.published) if citation.published else "n.d."
        if not citation.published and citation.accessed:
            when = f"n.d., retrieved {american_date(citation.accessed)}"
        head = [who, title, where] if who else [where, title]
        return joined([*head, when, locator(citation), citation.url.strip()])

    def later(self, citation: Citation, short_title: str) -> str:
        """Return surname, short title and place."""
        names = persons(author(citation)) if author(citation) else []
        who = _list([surname for _, surname in names]) or citation.site.strip()
        title = titled(short_title, "," if locator(citation) else "") if short_title else ""
        return joined([who, title, locator(citation)])


def _list(names: list[str]) -> str:
    if len(names) > 3:
        return f"{names[0]} et al."
    if len(names) > 2:
        return f"{', '.join(names[:-1])}, and {names[-1]}"
    return " and ".join(names)
