"""Two hundred words that may stand nowhere but in the encrypted library, and the look for them in every file."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

COUNT = 200
PASSPHRASE = "needlepassphrase of the tests 0199"


def needle(number: int) -> str:
    """Return one of the words; they stem from no language and hold no part of each other."""
    return f"qz{number:03d}{'bcdfghjklm'[number % 10]}{'npqrstvwxz'[number // 10 % 10]}ux"


def needles() -> list[str]:
    """Return all of them."""
    return [needle(number) for number in range(COUNT)]


def article(number: int) -> str:
    """Return the text of an article, some needles in its title and its paragraphs."""
    words = [needle(number * 20 + place) for place in range(20)]
    return (
        f"Norway and {words[0].title()} talk about {words[1]}\n\n"
        f"Norway rejected the {words[2]} proposal of {words[3].title()}, its foreign minister said in Oslo.\n\n"
        f"Iceland demanded that {' '.join(words[4:12])} stay closed until June. “{' '.join(words[12:])},” it said.\n"
    )


def found_in(folder: Path, secrets: Iterable[bytes], spared: Iterable[Path] = ()) -> list[str]:
    """Return which files below ``folder`` hold or are named by one of ``secrets``, and by which."""
    wanted = list(secrets)
    left_out = tuple(spared)
    found = []
    for path in sorted(folder.rglob("*")):
        if any(path.is_relative_to(one) for one in left_out) or not path.is_file():
            continue
        data = path.read_bytes().lower() + str(path.relative_to(folder)).encode().lower()
        found += [f"{path.relative_to(folder)}: {one!r}" for one in wanted if one.lower() in data]
    return found


def spellings(words: Iterable[str]) -> Iterator[bytes]:
    """Give each word as UTF-8 and as UTF-16, which Qt and Windows write."""
    for word in words:
        yield word.encode()
        yield word.encode("utf-16-le")


def key_spellings(key: bytes) -> Iterator[bytes]:
    """Give a key as it is, in hexadecimal and in base64."""
    yield from (key, key.hex().encode(), base64.b64encode(key), base64.urlsafe_b64encode(key))
