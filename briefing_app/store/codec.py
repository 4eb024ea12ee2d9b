"""Values in columns: compact JSON for lists, zlib for what is long, ISO 8601 for moments."""

from __future__ import annotations

import json
import zlib
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

LEVEL = 6
"""zlib's own balance; level 9 costs three times the time for one hundredth of the size."""


def encoder(*, ascii_only: bool, sort_keys: bool) -> Callable[[object], str]:
    """Return what writes JSON without white space, made once: `JSONEncoder` makes its own anew for each value."""
    plain = json.JSONEncoder(ensure_ascii=ascii_only, separators=(",", ":"), sort_keys=sort_keys)
    make = getattr(json.encoder, "c_make_encoder", None)
    if make is None:  # a Python without it
        return plain.encode
    quoted = json.encoder.encode_basestring_ascii if ascii_only else json.encoder.encode_basestring
    parts = make({}, plain.default, quoted, None, ":", ",", sort_keys, False, True)

    def encode(value: object) -> str:
        return "".join(parts(value, 0))

    return encode


_encode = encoder(ascii_only=False, sort_keys=True)


def now() -> str:
    """Return this moment in UTC to the millisecond, as `2026-11-22T15:02:03.123Z`."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def dump(value: object) -> str:
    """Write `value` (JSON types only) without white space; equal values give equal text."""
    return _encode(value)


def load(text: str) -> Any:  # noqa: ANN401  # a JSON border: the caller knows the shape he wrote
    """Read what `dump` wrote."""
    return json.loads(text)


def names(text: str) -> tuple[str, ...]:
    """Read a JSON list of words as `dump` wrote it; most are empty."""
    return () if text == "[]" else tuple(load(text))


def squeeze(text: str) -> bytes:
    """Compress text; an empty one takes no bytes at all."""
    return zlib.compress(text.encode(), LEVEL) if text else b""


def unsqueeze(data: bytes) -> str:
    """Give back what `squeeze` took."""
    return zlib.decompress(data).decode() if data else ""
