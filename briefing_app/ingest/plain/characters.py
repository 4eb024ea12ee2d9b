"""Characters that canonical text never holds, taken out of a decoded input with their trace."""

from __future__ import annotations

import re

from briefing_app.ingest.traced import Edit, Traced

# Line ends of every kind, and what is dropped: NUL and other controls, soft hyphens, lone
# surrogates, the non-characters that Qt keeps for itself, stray byte order marks.
_ODD = re.compile(
    "(\r\n?|[\x0b\x0c\x85\u2028\u2029])|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\ufeff\ufdd0\ufdd1\ud800-\udfff]"
)
_SOFT_WRAP = re.compile("\xad[ \t]{0,8}(?:\r\n?|\n)[ \t]{0,40}(?=\\w)")


def tidy(text: Traced) -> Traced:
    """Return the text with line ends as LF and without what canonical text never holds."""
    soft = [Edit(found.start(), found.end()) for found in _SOFT_WRAP.finditer(text.text)]
    text = text.edit(soft)
    edits = []
    for found in _ODD.finditer(text.text):
        line_end = found.group(1)
        if line_end == "\n":
            continue
        edits.append(Edit(found.start(), found.end(), "\n" if line_end else ""))
    return text.edit(edits)


def tidy_text(text: str) -> str:
    """Do the same to text that needs no trace, in one line."""
    return text if text.isprintable() else _ODD.sub(_replacement, text)  # what is odd is never printable


def _replacement(found: re.Match[str]) -> str:
    return "\n" if found.group(1) else ""
