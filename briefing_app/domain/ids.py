"""Identifiers: UUIDv7 text, sortable by the moment of making and safe to merge between libraries."""

from __future__ import annotations

import os
import threading
import time
from typing import NewType

ArticleId = NewType("ArticleId", str)
VersionId = NewType("VersionId", str)
DossierId = NewType("DossierId", str)
EntityId = NewType("EntityId", str)
StatementId = NewType("StatementId", str)
AnnotationId = NewType("AnnotationId", str)
TagId = NewType("TagId", str)
NoteId = NewType("NoteId", str)

_lock = threading.Lock()
_last = 0


def new_id() -> str:
    """Return a new UUIDv7 as 36 lower-case characters; within a process each is greater than the one before.

    Layout per RFC 9562, section 5.7: 48 bits of Unix milliseconds, then 12 bits of sub-millisecond
    counter and 62 random bits.
    """
    global _last
    with _lock:
        stamp = time.time_ns() * 4096 // 1_000_000
        _last = stamp = max(stamp, _last + 1)
    milliseconds, fraction = divmod(stamp, 4096)
    random_bits = int.from_bytes(os.urandom(8), "big") >> 2
    value = (milliseconds & (2**48 - 1)) << 80 | 0x7 << 76 | fraction << 64 | 0b10 << 62 | random_bits
    digits = f"{value:032x}"
    return f"{digits[:8]}-{digits[8:12]}-{digits[12:16]}-{digits[16:20]}-{digits[20:]}"
