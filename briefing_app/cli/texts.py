"""The commands that need no library: extract, sanitise, analyse, anchor."""

from __future__ import annotations

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from briefing_app.cli.output import Progress, json_text, print_json, say
from briefing_app.domain.analysis import AnalysisRequest
from briefing_app.domain.article import BlockKind
from briefing_app.domain.visible import removed_passages, visible_paragraphs
from briefing_app.errors import ProgramError, UserError
from briefing_app.ingest.collections.sniff import may_be_collection
from briefing_app.jobs.pool import WorkerPool
from briefing_app.services.files import read_input, walked, write_whole
from briefing_app.settings import Settings

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable

    from briefing_app.cli.output import Row
    from briefing_app.domain.article import CleanDocument
    from briefing_app.domain.collection import Collection

WORKERS = 2
_LITTLE = 1_000_000
"""Bytes that one process has read before a second one has started."""


def extract(options: Namespace) -> int:
    """Clean each input and print what was kept and what was removed."""
    return _each(options, _extracted)


def sanitise(options: Namespace) -> int:
    """Sanitise each HTML input."""
    return _each(options, _sanitised)


def analyse(options: Namespace) -> int:
    """Clean and analyse each input."""
    return _each(options, _Analyser(options.published or ""), options.pipeline or Settings().text("analysis.pipeline"))


def anchor(_options: Namespace) -> int:
    """Resolve one anchor a line of standard input."""
    from briefing_app.annotate.resolve import resolve_quote

    failed = False
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            asked = json.loads(line)
            found = resolve_quote(
                asked["text"],
                asked["quote"],
                asked.get("prefix") or "",
                asked.get("suffix") or "",
                asked.get("start"),
                asked.get("end"),
                asked.get("old_text"),
            )
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            say(f"Line {number} is no anchor to resolve: {error}.")
            failed = True
            continue
        row = {"id": asked.get("id"), "state": found.state.value, "start": found.start, "end": found.end}
        row["score"] = found.score
        if found.candidates:
            row["candidates"] = [{"start": start, "end": end} for start, end in found.candidates]
        print_json(row)
    return 1 if failed else 0


def _each(options: Namespace, work: Callable[[WorkerPool, str], Row | Rows], pipeline: str = "") -> int:
    places = list(walked(options.paths))
    names = _names(places) if options.out else {}
    progress = Progress(len(places), "read")
    failed = 0
    pool = WorkerPool(_workers(places), pipeline)
    try:
        if pipeline:
            pool.check_pipeline()
        with ThreadPoolExecutor(WORKERS) as threads:
            for place, (row, trouble) in zip(places, threads.map(_safely(pool, work), places), strict=True):
                progress.step()
                if trouble:
                    failed += 1
                    say(f"{place}: {trouble}")
                _put(row, Path(options.out, names[place]) if options.out else None)
    finally:
        pool.end()
        progress.end()
    return 1 if failed else 0


def _workers(places: list[str]) -> int:
    """Return how many processes are worth their start: one for little."""
    files = map(Path, places)
    sizes = (file.stat().st_size if file.is_file() else _LITTLE for file in files)
    return WORKERS if len(places) > 1 and sum(sizes) > _LITTLE else 1


@dataclass(frozen=True, slots=True)
class Rows:
    """The items of a collection, and what is to be said of those that gave none."""

    rows: tuple[Row, ...]
    trouble: str = ""


def _put(found: Row | Rows | None, place: Path | None) -> None:
    """Print a row, or write it to its file; the items of a collection have files of their own, numbered."""
    if isinstance(found, Rows):
        for row in found.rows:
            _put(row, place and place.with_suffix(f".{row['item']}.json"))
    elif found is not None and place is not None:
        write_whole(place, json_text(found) + "\n")
    elif found is not None:
        print_json(found)


def _safely(
    pool: WorkerPool, work: Callable[[WorkerPool, str], Row | Rows]
) -> Callable[[str], tuple[Row | Rows | None, str]]:
    def run(place: str) -> tuple[Row | Rows | None, str]:
        try:
            row = work(pool, place)
            return row, row.trouble if isinstance(row, Rows) else ""
        except UserError as error:
            return None, str(error)
        except ProgramError as error:
            say(str(error))
            return None, "The program failed on this input; please report it."

    return run


def _names(places: list[str]) -> dict[str, str]:
    """Return an output name for each input; a name that stands twice takes its folders in front."""
    taken: set[str] = set()
    names: dict[str, str] = {}
    for place in places:
        parts = PurePath("stdin" if place == "-" else place).parts
        name = parts[-1]
        for depth in range(2, len(parts) + 1):
            if name not in taken:
                break
            name = "_".join(part.strip("/\\:.") or "root" for part in parts[-depth:])
        taken.add(name)
        names[place] = f"{name}.json"
    return names


def _extracted(pool: WorkerPool, place: str) -> Row | Rows:
    data = read_input(place)
    held = pool.expand(data, place) if may_be_collection(data) else None
    return extract_row(pool.clean(data, place)) if held is None else _items(pool, held, place)


def _items(pool: WorkerPool, held: Collection, place: str) -> Rows:
    """Return a row for each item of a collection that has a text."""
    from briefing_app.services.collections import as_told, original_of

    rows: list[Row] = []
    bare = 0
    faults: list[str] = []
    for number, item in enumerate(held.items, 1):
        data = original_of(item)
        if not data:
            bare += 1
            continue
        try:
            document = as_told(pool.clean(data, place, charset="utf-8", url=item.url), item)
        except UserError as error:
            faults.append(f"Item {number}: {error}")
            continue
        rows.append({**extract_row(document), "item": number})
    if bare:
        faults.append(f"{bare} of {len(held.items)} items of this {held.kind} have no text, only an address or less.")
    if not held.items:
        faults.append(f"This {held.kind} holds no text to clean.")
    return Rows(tuple(rows), " ".join(faults))


def extract_row(document: CleanDocument) -> Row:
    """Return the row that `extract` prints of a document."""
    paragraphs = visible_paragraphs(document.text, document.blocks, document.removals, document.title)
    return {
        "source": document.source,
        "title": document.title,
        "author": document.author,
        "date": document.published,
        "site": document.site,
        "language": document.language,
        "text": "\n\n".join(paragraph.text for paragraph in paragraphs),
        "html": document.html,
        "removed": [
            {"text": one.text, "rule": one.rule, "before_paragraph": one.before_paragraph}
            for one in removed_passages(document.text, paragraphs, document.removals)
        ],
    }


def _sanitised(pool: WorkerPool, place: str) -> Row:
    return {"source": place, "html": pool.sanitise(read_input(place).decode("utf-8", "replace"))}


class _Analyser:
    """Cleans and analyses one input, against the date given or the document's own."""

    def __init__(self, published: str) -> None:
        self._published = published

    def __call__(self, pool: WorkerPool, place: str) -> Row:
        from briefing_app.analysis.report import report

        document = pool.clean(read_input(place), place)
        analysis = pool.analyse(request_of(document, self._published))
        return report(PurePath(place).stem, document, analysis)


def request_of(document: CleanDocument, published: str = "") -> AnalysisRequest:
    """Return what the analysis needs to know of a document that is in no library."""
    return AnalysisRequest(
        text=document.text,
        paragraphs=tuple((block.start, block.end) for block in document.blocks),
        hidden=tuple((removal.start, removal.end) for removal in document.removals),
        headings=tuple(place for place, block in enumerate(document.blocks) if block.kind is BlockKind.HEADING),
        title=document.title,
        published=published or document.published,
        language=document.language,
        site=document.site,
        author=document.author,
    )
