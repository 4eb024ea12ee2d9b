"""How large an input may be, and the sentences that refuse one."""

from __future__ import annotations

from briefing_app.errors import InputError

MAX_BYTES = 50 * 1000 * 1000
"""Largest file that is read at all."""

MAX_TEXT = 16 * 1024 * 1024
"""Largest decoded plain text, in bytes of UTF-8; a longer one is refused, never cut."""

MAX_HTML_TEXT = MAX_TEXT
"""Largest main text of a page."""

MAX_TAGS = 400_000
"""Tags of a page; above it parsing costs more than any article is worth."""


def check_bytes(data: bytes, source: str) -> None:
    """Refuse an empty input and one over the byte limit."""
    if not data:
        raise InputError(f"“{source}” is empty.", hint="There is nothing to import in it.")
    if len(data) > MAX_BYTES:
        raise InputError(
            f"“{source}” is too large: {len(data) / 1e6:.0f} MB, at most {MAX_BYTES / 1e6:.0f} MB can be read.",
            hint="Split it and import the parts.",
        )


def check_text(text: str, source: str) -> None:
    """Refuse text over the limit."""
    if len(text) > MAX_TEXT or (len(text) > MAX_TEXT // 4 and len(text.encode()) > MAX_TEXT):
        raise InputError(
            f"“{source}” holds too much text: more than {MAX_TEXT // (1024 * 1024)} MiB.",
            hint="Split it and import the parts.",
        )


def check_blank(text: str, source: str) -> None:
    """Refuse text that holds nothing to read."""
    if not text or text.isspace():
        raise InputError(f"“{source}” holds no text.", hint="There is nothing to import in it.")
