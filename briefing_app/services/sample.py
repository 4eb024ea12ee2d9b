"""The sample library: two invented negotiations, brought in the way a reader would bring in his own."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing_app import paths
from briefing_app.domain.annotation import Tag
from briefing_app.domain.codec import from_plain
from briefing_app.domain.dossier import Dossier, Issue, Party
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import DossierId, TagId, new_id
from briefing_app.domain.position import Mark, Stance
from briefing_app.domain.reading import StatementEdit
from briefing_app.errors import ProgramError

if TYPE_CHECKING:
    from briefing_app.services.services import Services

Told = dict[str, Any]


def fill_with_sample(services: Services) -> None:
    """Fill an empty library with the sample."""
    sample = json.loads(paths.resource("sample", "sample.json").read_text("utf-8"))
    dossiers = {one["name"]: _dossier(services, one) for one in sample["dossiers"]}
    for one in sample["tags"]:
        services.annotating.save_tag(from_plain(Tag, {"id": TagId(new_id()), **one}))
    articles: dict[int, str] = {}
    for file in sorted(paths.resource("sample", "articles").glob("*.html")):
        number = int(file.name[:2])
        told = sample["articles"][f"{number:02d}"]
        outcome = services.importing.import_bytes(file.read_bytes(), file.name, [dossiers[told["dossier"]].id])
        services.importing.analyse(outcome.article)
        articles[number] = outcome.article
        _set_state(services, outcome.article, told)
    for one in sample["statements"]:
        _statement(services, articles[one["article"]], one)
    for one in sample["annotations"]:
        article = articles[one["article"]]
        start, end = _place(services, article, one["quote"])
        services.annotating.highlight(article, start, end, one["type"], one.get("note", ""), one.get("tags", ()))
    _note(services, dossiers, sample["note_of"])


def _dossier(services: Services, told: Told) -> Dossier:
    made = services.dossiers.add(told["name"])
    return services.dossiers.save(
        replace(
            made,
            description=told["description"],
            marking=told["marking"],
            parties=tuple(from_plain(Party, one) for one in told["parties"]),
            issues=tuple(from_plain(Issue, one) for one in told["issues"]),
        )
    )


def _set_state(services: Services, article: str, told: Told) -> None:
    services.reading.set_metadata(article, {"reliability": told["reliability"], "marking": "TLP:CLEAR"})
    if told["read"]:
        services.reading.mark_read([article])
    if told["starred"]:
        services.reading.star([article])


def _statement(services: Services, article: str, told: Told) -> None:
    """Record a confirmed statement, and dismiss the machine's suggestions for the same words and party."""
    start, end = _place(services, article, told["quote"])
    services.statements.add(
        StatementEdit(
            article=article,
            spans=((start, end),),
            parties=tuple(told["parties"]),
            issue=told["issue"],
            stance=Stance(told["stance"]),
            paraphrase=told["paraphrase"],
            speaker=told.get("speaker", ""),
            hedges=tuple(told.get("hedges", ())),
            attribution_level=told.get("attribution_level", 3),
            said_on=told.get("said_on", ""),
            marks=tuple(Mark(one) for one in told.get("marks", ())),
        )
    )
    covered = [
        one.id
        for one in services.reading.open_article(article).statements
        if one.status is Status.SUGGESTED
        and set(one.parties) & set(told["parties"])
        and any(anchor.start < end and start < anchor.end for anchor in one.evidence)
    ]
    if covered:
        services.statements.dismiss(covered)


def _place(services: Services, article: str, quote: str) -> tuple[int, int]:
    start = services.reading.open_article(article).version.text.find(quote)
    if start < 0:
        raise ProgramError(f"the sample quotes what its article does not say: {quote[:40]}")
    return start, start + len(quote)


def _note(services: Services, dossiers: dict[str, Dossier], told: Told) -> None:
    note = services.notes.new(DossierId(dossiers[told["dossier"]].id))
    services.notes.save(
        replace(note, title=told["title"], as_of=told["as_of"], fields=told["fields"], sections=told["sections"])
    )
