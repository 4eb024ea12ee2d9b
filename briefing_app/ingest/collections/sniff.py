"""A look at the first bytes: may this be a collection? Cheap enough to ask of every input."""

from __future__ import annotations

import re

_HEAD = 4096
_XML = re.compile(r"<(?:rss|feed|entry|opml|(?:\w{1,20}:)?RDF|(?:\w{1,20}:)?feed)[\s>]", re.I)
_PAGES = re.compile(r"<!DOCTYPE NETSCAPE-Bookmark-file|<title>\s{0,9}Pocket Export\s{0,9}</title>", re.I)
_BIBTEX = re.compile(r"(?:\A|\n)[ \t]{0,20}@\s{0,9}[A-Za-z]{3,20}\s{0,9}[{(]")
_WIDE = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


def head_of(data: bytes) -> str:
    """Return the first characters of a file, whatever its encoding."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return data[2 : 2 * _HEAD].decode(encoding, "replace")
    return data[:_HEAD].decode("utf-8-sig", "replace")


def may_be_collection(data: bytes) -> bool:
    """Say whether it is worth looking closely; never no for a collection, sometimes yes for a document."""
    if data.startswith(b"PK\x03\x04"):
        return b"[Content_Types].xml" not in data and not data[30:80].startswith(b"mimetype")
    head = head_of(data)
    start = head.lstrip()
    if start.startswith(("{", "[")):
        return True
    if start.startswith("<"):
        return bool(_PAGES.search(head) or (_XML.search(head) and not re.match(r"<(?:!doctype )?html\b", start, re.I)))
    line = start.partition("\n")[0].casefold()
    if (
        ("url" in line and ("time_added" in line or "selection" in line))
        or line.strip().strip('"') == "highlight"
        or ("highlight" in line and "," in line)
    ):
        return True
    return start.startswith("TY  - ") or bool(_BIBTEX.search(head))
