"""The bytes of an import as the library keeps them: hashed and compressed, once, before the unit of work begins."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

from briefing_app.store.codec import LEVEL


@dataclass(frozen=True, slots=True)
class Original:
    """Compressed bytes, with the hash and the size of what they were made from."""

    sha256: str
    size: int
    data: bytes

    @classmethod
    def of(cls, data: bytes) -> Original:
        """Hash and compress bytes; other threads of Python go on meanwhile."""
        return cls(hashlib.sha256(data).hexdigest(), len(data), zlib.compress(data, LEVEL))
