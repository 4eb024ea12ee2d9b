"""Telling the same article again: by its bytes, and by its words."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_SPACE = re.compile(r"\s+")


def bytes_hash(data: bytes) -> str:
    """Return the SHA-256 of original bytes: equal means the very same file."""
    return hashlib.sha256(data).hexdigest()


def text_hash(text: str) -> str:
    """Return the SHA-256 of canonical text: equal means the same version."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def words_hash(text: str) -> str:
    """Return a hash that spacing, quotation marks, dashes and letter case do not change."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = _SPACE.sub(" ", "".join(sign if sign.isalnum() else " " for sign in folded)).strip()
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()
