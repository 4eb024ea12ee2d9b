"""Author-date citations after APA (7th edition), with the reference list they point into."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.export.citing import author, locator, persons
from briefing_app.export.dates import american_date, date_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.domain.note import Citation


@dataclass(frozen=True, slots=True)
class Apa:
    """``Surname (2025a), para. N``; the list has the rest. ``letters`` tell works of one author and year apart."""

    letters: Mapping[str, str] = field(default_factory=dict)
    works: tuple[Citation, ...] = ()

    def knowing(self, citations: Iterable[Citation]) -> Apa:
        """Return the style with its letters given out over all works that will be cited."""
        works: dict[str, Citation] = {}
        for one in citations:
            works.setdefault(one.article, one)
        groups: dict[tuple[str, str], list[Citation]] = {}
        for work in works.values():
            groups.setdefault((_cited_name(work), _year(work)), []).append(work)
        letters: dict[str, str] = {}
        for group in groups.values():
            if len(group) > 1:
                ordered = sorted(group, key=lambda work: (work.published, work.title.casefold(), work.article))
                letters.update((work.article, _letter(work, index)) for index, work in enumerate(ordered))
        return Apa(letters, tuple(works.values()))

    def first(self, citation: Citation) -> str:
        """Return name, year and place."""
        year = f"{_year(citation)}{self.letters.get(citation.article, '')}"
        place = locator(citation)
        return f"{_cited_name(citation)}, {year}" + (f", {place}" if place else "")

    def later(self, citation: Citation, short_title: str) -> str:
        """Return the same as at first: author-date citations have one form."""
        del short_title
        return self.first(citation)

    def references(self) -> list[str]:
        """Return the reference list in alphabetical order."""
        ordered = sorted(self.works, key=lambda work: (_listed_name(work).casefold(), work.published, work.title))
        return [self._reference(work) for work in ordered]

    def _reference(self, work: Citation) -> str:
        letter = self.letters.get(work.article, "")
        year, month, day = date_parts(work.published)
        when = f"n.d.{letter}" if not year else f"{year}{letter}"
        if month:
            when += f", {month} {int(day)}" if day else f", {month}"
        name = _listed_name(work)
        site = work.site.strip() if author(work) else ""
        title = work.title.strip().rstrip(".") if work.title.strip() != name else ""
        text = f"{name.rstrip('.')}. ({when})."
        for part in (title, site):
            if part:
                text += f" {part}" if part.endswith(("?", "!")) else f" {part}."
        if work.url.strip():
            retrieved = not work.published and work.accessed
            text += f" Retrieved {american_date(work.accessed)}, from {work.url}" if retrieved else f" {work.url}"
        return text


def _year(work: Citation) -> str:
    return date_parts(work.published)[0] or "n.d."


def _letter(work: Citation, index: int) -> str:
    mark = chr(ord("a") + index) if index < 26 else str(index + 1)
    return mark if work.published else f"-{mark}"


def _cited_name(work: Citation) -> str:
    name = author(work)
    if not name:
        return work.site.strip() or f"“{work.title.strip()}”"
    surnames = [surname for _, surname in persons(name)]
    if len(surnames) > 2:
        return f"{surnames[0]} et al."
    return " & ".join(surnames)


def _listed_name(work: Citation) -> str:
    name = author(work)
    if not name:
        return work.site.strip() or work.title.strip()
    listed = [f"{surname}, {_initials(given)}" if given else surname for given, surname in persons(name)]
    if len(listed) > 1:
        return f"{', '.join(listed[:-1])}, & {listed[-1]}"
    return listed[0] if listed else name


def _initials(given: str) -> str:
    return " ".join(f"{name[0].upper()}." for name in given.split())
