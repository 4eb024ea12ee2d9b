"""The way from bytes to the reader that is for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.errors import InputError
from briefing_app.ingest.limits import check_bytes
from briefing_app.ingest.readers.found import Found, Inner
from briefing_app.ingest.readers.kinds import kind_of
from briefing_app.ingest.recognise import Media

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[bytes, str], Found | Inner]

_PART_OF_ARCHIVE = 128 * 1024 * 1024


def read_document(data: bytes, name: str) -> tuple[Media, Found | Inner] | None:
    """Read what is no bare text; None for that. What a compressed file holds is read if it is no archive itself."""
    kind = kind_of(data, name)
    if kind is None:
        return None
    if kind is not Media.GZIP:
        return kind, _reader(kind)(data, name)
    unpacked = _unpacked(data, name)
    within = kind_of(unpacked, name.removesuffix(".gz"))
    if within in {Media.GZIP, Media.DOCX, Media.ODT, Media.EPUB}:
        raise InputError(f"“{name}” is packed more than once.", hint="Unpack it and import what is in it.")
    if within is None:
        check_bytes(unpacked, name)
        return Media.GZIP, Inner(unpacked)
    return within, _reader(within)(unpacked, name)


def _unpacked(data: bytes, name: str) -> bytes:
    from briefing_app.ingest.readers.inflating import inflate

    if inflate(data, name, most=16, part=True).startswith(b"WARC/"):
        return inflate(data, name, most=_PART_OF_ARCHIVE, part=True)
    return inflate(data, name)


def _reader(kind: Media) -> Reader:
    """Return the reader of a kind; each is loaded when it is first needed."""
    if kind is Media.DOCX:
        from briefing_app.ingest.readers.docx import read_docx

        return read_docx
    if kind is Media.ODT:
        from briefing_app.ingest.readers.odt import read_odt

        return read_odt
    if kind is Media.EPUB:
        from briefing_app.ingest.readers.epub import read_epub

        return read_epub
    if kind is Media.PDF:
        from briefing_app.ingest.readers.pdf import read_pdf

        return read_pdf
    if kind is Media.RTF:
        from briefing_app.ingest.readers.rtf import read_rtf

        return read_rtf
    if kind is Media.EML:
        from briefing_app.ingest.readers.mail import read_mail

        return read_mail
    if kind is Media.MHTML:
        from briefing_app.ingest.readers.mhtml import read_mhtml

        return read_mhtml
    from briefing_app.ingest.readers.warc import read_warc

    return read_warc
