"""What a drag or the clipboard carries that can be imported: files, addresses, a passage, or plain text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.ui.shell.import_wish import ImportWish

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
MOST_ADDRESSES = 200
"""More lines of addresses than that are rather a text."""


def may_carry(mime: QMimeData) -> bool:
    """Say whether `carried` may find something; cheap, for the time a drag is over the window."""
    return mime.hasUrls() or mime.hasText() or mime.hasHtml()


def carried(mime: QMimeData | None, dossier: str = "") -> ImportWish | None:
    """Return what is to be imported; None when there is nothing that can be.

    A link that is dragged brings words and HTML too, so places win. What was selected in a browser or a word
    processor keeps its headings, lists and tables, unless its HTML is a picture of the text and no more.
    """
    if mime is None:
        return None
    places = tuple(filter(None, (url.toLocalFile() or _web(url.toString()) for url in mime.urls())))
    text = mime.text() if mime.hasText() else ""
    places = places or addresses(text)
    if places:
        return ImportWish(places, dossier=dossier)
    html = mime.html() if mime.hasHtml() else ""
    if has_structure(html):
        return ImportWish(text=html, dossier=dossier, passage=not has_surroundings(html))
    return ImportWish(text=text, dossier=dossier) if text.strip() else None


def addresses(text: str) -> tuple[str, ...]:
    """Return the web addresses when ``text`` is nothing but such, one a line; else none."""
    lines = text.split(maxsplit=MOST_ADDRESSES)
    if len(lines) > MOST_ADDRESSES or not all(_ADDRESS.fullmatch(line) for line in lines):
        return ()
    return tuple(dict.fromkeys(lines))


_BLOCKS = re.compile(r"<(?:p|div|h[1-6]|li|tr|br|blockquote|article|section)\b", re.IGNORECASE)


def has_structure(html: str) -> bool:
    """Say whether HTML tells paragraphs apart; a program that copies code or one run of words tells less than text."""
    return _BLOCKS.search(html) is not None


_AROUND = re.compile(r"<(?:nav|footer|aside)\b|\brole=[\"']?(?:navigation|contentinfo)", re.IGNORECASE)


def has_surroundings(html: str) -> bool:
    """Say whether a whole page was selected, with what stands around its article; it is cleaned as a page then."""
    return _AROUND.search(html) is not None


def _web(address: str) -> str:
    return address if _ADDRESS.fullmatch(address) else ""
