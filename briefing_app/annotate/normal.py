"""Text as two people would agree that it is the same: forms, quotes, dashes and spaces made alike, offsets kept."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

_ALIKE = {
    **dict.fromkeys("‘’‚‛`´′ʼ", "'"),
    **dict.fromkeys("“”„‟«»″", '"'),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff*_", ""),
    "…": "...",
}


@dataclass(frozen=True, slots=True)
class Normalised:
    """Normalised ``text`` and, for each of its characters, the offset in the original it came from."""

    text: str
    origin: tuple[int, ...] | range
    length: int

    def original_start(self, offset: int) -> int:
        """Return the original offset of the character at ``offset``."""
        return self.origin[offset] if offset < len(self.origin) else self.length

    def original_end(self, offset: int) -> int:
        """Return the original offset just behind the character before ``offset``."""
        return self.origin[offset - 1] + 1 if offset else 0


def normalised(text: str) -> Normalised:
    """Return ``text`` in compatibility form with plain quotes and dashes and single spaces."""
    parts: list[str] = []
    origin: list[int] = []
    space = True
    for place, character in enumerate(text):
        plain = _ALIKE.get(character)
        if plain is None:
            plain = character if character < "\x7f" else unicodedata.normalize("NFKC", character)
        for one in plain:
            if one.isspace():
                if space:
                    continue
                space = True
                parts.append(" ")
            else:
                space = False
                parts.append(one)
            origin.append(place)
    return Normalised("".join(parts), tuple(origin), len(text))
