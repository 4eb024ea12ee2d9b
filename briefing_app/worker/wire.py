"""Messages between the window and the worker: a JSON head and raw bytes, never pickle.

A frame is two big-endian 32-bit lengths, the head (UTF-8 JSON object) and the blob. A worker that was taken
over by a document can therefore send nothing but data.
"""

from __future__ import annotations

import json
import struct
from typing import Any, BinaryIO

_LENGTHS = struct.Struct(">II")
LARGEST = 1 << 30
"""Most bytes of one head or blob; a longer one is a fault of the sender."""

Head = dict[str, Any]


def send(stream: BinaryIO, head: Head, blob: bytes = b"") -> None:
    """Write one frame and flush it."""
    packed = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    stream.write(_LENGTHS.pack(len(packed), len(blob)))
    stream.write(packed)
    stream.write(blob)
    stream.flush()


def receive(stream: BinaryIO) -> tuple[Head, bytes]:
    """Read one frame; EOFError at the end of the stream or in the middle of a frame."""
    lengths = _exactly(stream, _LENGTHS.size)
    head_length, blob_length = _LENGTHS.unpack(lengths)
    if head_length > LARGEST or blob_length > LARGEST:
        raise EOFError
    head = json.loads(_exactly(stream, head_length).decode("utf-8", "surrogatepass"))
    if not isinstance(head, dict):
        raise EOFError
    return head, _exactly(stream, blob_length)


def _exactly(stream: BinaryIO, count: int) -> bytes:
    parts: list[bytes] = []
    while count:
        part = stream.read(count)
        if not part:
            raise EOFError
        parts.append(part)
        count -= len(part)
    return b"".join(parts)
