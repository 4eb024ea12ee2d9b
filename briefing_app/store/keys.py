"""What lists sort and compare by: text without case, accents and leading punctuation."""

from __future__ import annotations

import unicodedata


def name_key(name: str) -> str:
    """Return what makes two names the same name: case, compatibility forms and outer space do not count."""
    return unicodedata.normalize("NFKC", " ".join(name.split())).casefold()


def sort_key(text: str) -> str:
    """Return the text by which a title or a site sorts: *“Élan” renewed* stands under *elan renewed*."""
    if text.isascii():
        plain = text.lower()
    else:
        decomposed = unicodedata.normalize("NFKD", text)
        plain = "".join(char for char in decomposed if not unicodedata.combining(char)).casefold()
    start = next((index for index, char in enumerate(plain) if char.isalnum()), 0)
    return plain[start:].strip()
