"""PDF: its text by page and place, read by pdfium; nothing is drawn and nothing in it runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefing_app.domain.article import BlockKind
from briefing_app.errors import InputError
from briefing_app.ingest.limits import MAX_TEXT, check_text
from briefing_app.ingest.readers.facts import file_author, file_date, file_title, weighed
from briefing_app.ingest.readers.found import Found
from briefing_app.ingest.readers.pdf_flow import blocks_of_regions, measured
from briefing_app.ingest.readers.pdf_layout import Region, regions_of, with_notes_last, without_running
from briefing_app.ingest.readers.pdf_page import Piece, pieces_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.ingest.blocks import RawBlock

MOST_PAGES = 3_000
_TOP = 12
_LEAST_TITLE, _MOST_TITLE = 8, 250


def read_pdf(data: bytes, name: str) -> Found:
    """Read a document; encrypted ones and pictures of pages are refused with what to do."""
    import pypdfium2

    try:
        document: Any = pypdfium2.PdfDocument(data)
    except (pypdfium2.PdfiumError, ValueError, OSError) as error:
        raise _refusal(str(error), name) from error
    try:
        pages, lost = _pages(document, name)
        said = {str(key): str(value) for key, value in document.get_metadata_dict().items()}
    finally:
        document.close()
    if not any(pieces for pieces, _ in pages):
        raise InputError(
            f"“{name}” holds pictures of pages, no text (a scan).",
            hint="Run text recognition on it and import the result.",
        )
    gutters: set[int] = set()
    regions = [region for pieces in without_running(pages) for region in regions_of(pieces, gutters)]
    measures = measured(regions)
    blocks = blocks_of_regions(with_notes_last(regions, measures.size), measures)
    title = _known_title(blocks, file_title(said.get("Title", "")))
    about, kept = weighed(
        _title_marked(blocks, regions, title),
        title=title,
        author=file_author(said.get("Author", "")),
        published=file_date(*(said.get(key, "").removeprefix("D:")[:8] for key in ("CreationDate", "ModDate"))),
    )
    word = "page" if lost == 1 else "pages"
    return Found(kept, about, warnings=(f"{lost} {word} could not be read.",) if lost else ())


def _refusal(reason: str, name: str) -> InputError:
    if "password" in reason.lower() or "security" in reason.lower():
        return InputError(f"“{name}” is protected by a password.", hint="Save it without one and import that.")
    return InputError(f"“{name}” is a damaged PDF that cannot be opened.", hint="Fetch it again.")


def _pages(document: Any, name: str) -> tuple[list[tuple[list[Piece], float]], int]:  # noqa: ANN401
    """Return the pieces and height of each page, and how many pages could not be read."""
    import pypdfium2

    if len(document) > MOST_PAGES:
        raise InputError(
            f"“{name}” has {len(document):,} pages, more than {MOST_PAGES:,}.", hint="Split it and import the parts."
        )
    found: list[tuple[list[Piece], float]] = []
    size = lost = 0
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            lost += 1
            continue
        try:
            pieces = pieces_of(page)
            found.append((pieces, float(page.get_height()) or 842.0))
        except pypdfium2.PdfiumError:
            lost += 1
        finally:
            page.close()
        size += sum(len(piece.text) for piece in pieces)
        if size > MAX_TEXT:
            check_text("x" * (MAX_TEXT + 1), name)
    return found, lost


def _known_title(blocks: Sequence[RawBlock], title: str) -> str:
    """Write the title of the properties as the page does, where it stands near the top of the first."""
    wanted = _letters(title)
    for block in blocks[:_TOP]:
        if wanted and _letters(block.text) == wanted:
            return block.text
    return title


def _title_marked(blocks: list[RawBlock], regions: Sequence[Region], title: str) -> list[RawBlock]:
    """Mark the heading in the largest type near the top, unless the title of the properties stands there."""
    wanted = _letters(title)
    if wanted and wanted in _letters(" ".join(one.text for one in blocks[:_TOP])):
        return _merged(blocks, wanted)
    large = [
        at
        for at, one in enumerate(blocks[:_TOP])
        if one.kind is BlockKind.HEADING and one.level <= 2 and _LEAST_TITLE <= len(one.text) <= _MOST_TITLE
    ]
    if not large or not regions:
        return blocks
    first = min(large, key=lambda at: (blocks[at].level, at))
    return [replace(one, hint="title") if at == first else one for at, one in enumerate(blocks)]


def _merged(blocks: list[RawBlock], wanted: str) -> list[RawBlock]:
    """Drop the blocks that together are the title, which stood on several lines."""
    for start in range(min(_TOP, len(blocks))):
        gathered = ""
        for end in range(start, min(start + 5, len(blocks))):
            gathered += _letters(blocks[end].text)
            if gathered == wanted and end > start:
                return [*blocks[:start], *blocks[end + 1 :]]
            if not wanted.startswith(gathered):
                break
    return blocks


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())
