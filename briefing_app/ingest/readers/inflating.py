"""Guarded unpacking of gzip and deflate streams."""

from __future__ import annotations

import zlib

from briefing_app.errors import InputError
from briefing_app.ingest.readers.zipped import MOST_RATIO, MOST_UNPACKED, SMALL, damaged

_CHUNK = 256 * 1024
_GZIP, _EITHER, _RAW = 31, 47, -15


def inflate(data: bytes, name: str, *, most: int = MOST_UNPACKED, part: bool = False) -> bytes:
    """Unpack a gzip file of one or many members; ``part`` gives its first ``most`` bytes instead of a refusal."""
    found = bytearray()
    while data[:2] == b"\x1f\x8b":
        stream = zlib.decompressobj(_GZIP)
        waiting = data
        while not stream.eof:
            try:
                chunk = stream.decompress(waiting, _CHUNK)
            except zlib.error as error:
                if part and found:
                    return bytes(found)
                raise damaged(name) from error
            waiting = stream.unconsumed_tail
            found += chunk
            _check(len(found), len(data), name)
            if len(found) > most:
                if part:
                    return bytes(found)
                raise InputError(f"“{name}” unpacks to more than {most // (1024 * 1024)} MiB.", hint=_ADVICE)
            if not chunk and not waiting and not stream.eof:
                if part and found:
                    return bytes(found)
                raise damaged(name)
        data = stream.unused_data
    return bytes(found)


def inflate_body(data: bytes, name: str) -> bytes:
    """Unpack the body of a web answer that is gzip, zlib or bare deflate."""
    for kind in (_EITHER, _RAW):
        stream = zlib.decompressobj(kind)
        try:
            found = stream.decompress(data, MOST_UNPACKED // 4)
        except zlib.error:
            continue
        _check(len(found), len(data), name)
        return found
    raise damaged(name)


def _check(size: int, packed: int, name: str) -> None:
    if size > SMALL and size > MOST_RATIO * max(packed, 1):
        raise InputError(f"“{name}” unpacks to more than {MOST_RATIO} times its size.", hint=_ADVICE)


_ADVICE = "Such files are made to harm; import it only from a source you trust, saved anew."
