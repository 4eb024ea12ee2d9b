"""MHTML: a page saved with its pictures in one MIME file; its main page is read, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.ingest.readers.found import Inner
from briefing_app.ingest.readers.mime import Mail, Part, read_mime

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def read_mhtml(data: bytes, name: str) -> Inner:
    """Read the main page of a saved page."""
    mail = read_mime(data, name)
    pages = [part for part in mail.parts if part.media_type in _PAGES and part.data.strip()]
    if not pages:
        raise InputError(f"“{name}” is a saved page without a page in it.", hint="Save it again in the browser.")
    saved_from = mail.head("snapshot-content-location") or mail.head("content-location")
    part = _main(pages, mail, saved_from)
    url = next((one for one in (saved_from, part.place) if one.startswith(("http://", "https://"))), "")
    return Inner(part.data, "text/html", part.charset, url[:2000])


def _main(pages: Sequence[Part], mail: Mail, saved_from: str) -> Part:
    for part in pages:
        if (mail.start and part.content_id == mail.start) or (saved_from and part.place == saved_from):
            return part
    return pages[0]
