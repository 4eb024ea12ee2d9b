"""Positions and annotations as tables: JSON for programs, CSV for spreadsheets, Markdown for people."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING

from briefing_app.export import markdown, neutral
from briefing_app.export.dates import short_date
from briefing_app.export.evidence import grade_of, source_for
from briefing_app.export.own import reason

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.briefing_input import Source
    from briefing_app.domain.position import Matrix, Position, Statement

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]

_POSITION_COLUMNS = (
    "party issue stance paraphrase trend previous since as_of sources firm searched evidence_id article_id version para"
    " quote prefix suffix speaker channel attribution_level hedge said_on reported_on reliability credibility marks"
    " status derived reason"
).split()
_ANNOTATION_COLUMNS = (
    "id article_id title site published url version type quote prefix suffix start end para tags note created modified"
    " statement"
).split()


def positions_records(matrix: Matrix) -> list[dict[str, Plain]]:
    """Return a record for each cell, issue by issue; a cell without evidence has null for stance and trend."""
    return [
        _cell(matrix.cells[party, issue])
        for issue in matrix.issues
        for party in matrix.parties
        if (party, issue) in matrix.cells
    ]


def positions_json(matrix: Matrix) -> str:
    """Return the cells as JSON, one a line."""
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in positions_records(matrix))


def positions_csv(matrix: Matrix, *, bom: bool = False) -> str:
    """Return one line a cell with all fields of its latest evidence; ``bom`` for spreadsheets that want one."""
    rows = []
    for record in positions_records(matrix):
        evidence = record.pop("evidence")
        latest = evidence[-1] if isinstance(evidence, list) and evidence else {}
        rows.append({**(latest if isinstance(latest, dict) else {}), **record})
    return _csv(_POSITION_COLUMNS, rows, bom=bom)


def positions_markdown(matrix: Matrix) -> str:
    """Return the matrix as a pipe table: issues in rows, parties in columns."""
    header = ["Issue", *(markdown.escape(party) for party in matrix.parties)]
    rows = [
        [markdown.escape(issue), *(_shown(matrix.cells.get((party, issue))) for party in matrix.parties)]
        for issue in matrix.issues
    ]
    return markdown.table(header, rows) + "\n"


def annotations_records(annotations: Iterable[Annotation], sources: Mapping[str, Source]) -> list[dict[str, Plain]]:
    """Return a record for each annotation with its passage and its article."""
    return [_annotation(one, source_for(one.article, sources)) for one in annotations]


def annotations_json(annotations: Iterable[Annotation], sources: Mapping[str, Source]) -> str:
    """Return the annotations as JSON, one a line."""
    records = annotations_records(annotations, sources)
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records)


def annotations_csv(annotations: Iterable[Annotation], sources: Mapping[str, Source], *, bom: bool = False) -> str:
    """Return one line an annotation."""
    return _csv(_ANNOTATION_COLUMNS, annotations_records(annotations, sources), bom=bom)


def annotations_markdown(annotations: Sequence[Annotation], sources: Mapping[str, Source]) -> str:
    """Return the annotations by article: the passage as a quotation, then type, tags and note."""
    blocks: list[str] = []
    by_article: dict[str, list[Annotation]] = {}
    for one in annotations:
        by_article.setdefault(one.article, []).append(one)
    for article, group in by_article.items():
        source = source_for(article, sources)
        about = ", ".join(part for part in (source.author, source.site, short_date(source.published)) if part)
        blocks.append(f"## {markdown.escape_start(source.title)}")
        blocks.extend([markdown.escape_start(about)] if about else [])
        for one in sorted(group, key=lambda each: (each.anchor.start, each.seq)):
            blocks.append(f"> {markdown.escape_start(one.anchor.exact)}")
            tags = "".join(f" · {tag}" for tag in one.tags)
            para = f", para. {one.anchor.paragraph}" if one.anchor.paragraph else ""
            blocks.append(markdown.escape_start(f"{one.type}{para}{tags}"))
            blocks.extend(markdown.escape_start(line) for line in one.note.splitlines() if line.strip())
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _cell(position: Position) -> dict[str, Plain]:
    return {
        "party": position.party,
        "issue": position.issue,
        "stance": position.stance.value if position.stance else None,
        "paraphrase": position.paraphrase,
        "trend": position.trend.value if position.trend else None,
        "as_of": position.as_of,
        "sources": position.sources,
        "firm": position.firm,
        "previous": position.previous.value if position.previous else None,
        "since": position.since,
        "searched": position.searched,
        "derived": position.derived.value if position.derived else None,
        "reason": position.override.reason if position.override else "",
        "evidence": [_evidence(one) for one in position.evidence],
    }


def _evidence(statement: Statement) -> dict[str, Plain]:
    anchor = statement.evidence[0] if statement.evidence else None
    return {
        "evidence_id": statement.id,
        "article_id": statement.article,
        "version": statement.version,
        "para": anchor.paragraph if anchor else None,
        "quote": anchor.exact if anchor else "",
        "prefix": anchor.prefix if anchor else "",
        "suffix": anchor.suffix if anchor else "",
        "speaker": statement.speaker,
        "party": "; ".join(statement.parties),
        "issue": statement.issue,
        "stance": statement.stance.value,
        "paraphrase": statement.paraphrase,
        "channel": statement.channel,
        "attribution_level": statement.attribution_level,
        "hedge": list(statement.hedges),
        "said_on": statement.said_on,
        "reported_on": statement.reported_on,
        "reliability": statement.reliability,
        "credibility": statement.credibility,
        "marks": [one.value for one in statement.marks],
        "status": statement.status.value,
    }


def _annotation(one: Annotation, source: Source) -> dict[str, Plain]:
    return {
        "id": one.id,
        "article_id": one.article,
        "title": source.title,
        "site": source.site,
        "published": source.published,
        "url": source.url,
        "version": one.version,
        "type": one.type,
        "quote": one.anchor.exact,
        "prefix": one.anchor.prefix,
        "suffix": one.anchor.suffix,
        "start": one.anchor.start,
        "end": one.anchor.end,
        "para": one.anchor.paragraph,
        "tags": list(one.tags),
        "note": one.note,
        "created": one.created,
        "modified": one.modified,
        "statement": one.statement,
    }


def _shown(position: Position | None) -> str:
    """Return a cell of the matrix: stance, paraphrase, trend, date, grade, and a dagger where unconfirmed."""
    current = position.current if position else None
    if position is None or current is None or position.stance is None:
        return f"No stated position (searched {position.searched if position else 0} articles)"
    grade = grade_of(current.reliability, current.credibility)
    parts = [
        f"**{position.stance.value}**" + (f": {markdown.escape(position.paraphrase)}" if position.paraphrase else ""),
        position.trend.sign if position.trend else "",
        markdown.escape(short_date((current.said_on or current.reported_on)[:10])),
        f"\\[{grade}\\]" if grade else "",
        "" if current.status.counts else "†",
        f"*{markdown.escape(reason(position).strip())}*" if position.override else "",
    ]
    return " ".join(part for part in parts if part)


def _csv(columns: Sequence[str], rows: Iterable[Mapping[str, Plain]], *, bom: bool) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([neutral.cell(_flat(row.get(column))) for column in columns])
    return ("\ufeff" if bom else "") + out.getvalue()


def _flat(value: Plain) -> str:
    if isinstance(value, list):
        return "; ".join(_flat(one) for one in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value)
