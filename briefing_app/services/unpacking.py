"""Reading a body that a server may have compressed: never more of it than is allowed, however small it was packed."""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ENCODINGS = "gzip, deflate"
"""What a server may send, as it stands in Accept-Encoding."""
_EITHER = zlib.MAX_WBITS | 32
"""Window bits by which zlib tells gzip from zlib by itself."""


def unpacked(parts: Iterable[bytes], encoding: str, most: int) -> Iterator[bytes]:
    """Yield the body of ``parts`` as it was before its server packed it by ``encoding``.

    A part is never more than ``most`` bytes and one: whoever adds them up can stop in time. InputError for an
    encoding that was not asked for, such as two one in the other, and for damaged data.
    """
    named = encoding.strip().casefold()
    if named in ("", "identity"):
        yield from parts
    elif named in ("gzip", "x-gzip", "deflate"):
        yield from _inflated(parts, most)
    else:
        raise InputError("The page came packed in a way that was not asked for; save it and import the file.")


def _inflated(parts: Iterable[bytes], most: int) -> Iterator[bytes]:
    inflater = zlib.decompressobj(_EITHER)
    first = True
    for part in parts:
        data = part
        while data:
            try:
                yield inflater.decompress(data, most + 1)
            except zlib.error as error:
                if not first:
                    raise InputError("The page arrived damaged; try again later.") from error
                inflater = zlib.decompressobj(-zlib.MAX_WBITS)  # some servers mean the bare stream by "deflate"
                first = False
                continue
            first = False
            data = inflater.unconsumed_tail
            if inflater.eof:
                data = inflater.unused_data
                inflater = zlib.decompressobj(_EITHER)
