"""Hostile collections: each is refused with a sentence or read within its limits, and nothing else happens."""

from __future__ import annotations

import io
import json
import random
import stat
import struct
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.domain.codec import from_plain, to_plain
from briefing_app.domain.collection import Collection
from briefing_app.errors import InputError
from briefing_app.ingest.collections.expand import expand
from tests.ingest.collections.samples import ALL, OPML, RSS, zipped

if TYPE_CHECKING:
    from pathlib import Path

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))


def _bomb(name: str, size: int) -> bytes:
    return zipped({name: b"\0" * size})


def _lying(data: bytes, said: int) -> bytes:
    """Make a zip say that its first member unpacks to ``said`` bytes, in both its headers."""
    changed = bytearray(data)
    struct.pack_into("<I", changed, 22, said)
    struct.pack_into("<I", changed, data.index(b"PK\x01\x02") + 24, said)
    return bytes(changed)


def _linked() -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        info = zipfile.ZipInfo("content/a.html")
        info.create_system = 3
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/passwd")
        archive.writestr("metadata_0.json", "[]")
    return packed.getvalue()


def _overlapping() -> bytes:
    data = zipped({"metadata_0.json": b"[]", "a.csv": b"x" * 40})
    first, second = (place for place in range(len(data)) if data.startswith(b"PK\x01\x02", place))
    changed = bytearray(data)
    changed[second + 42 : second + 46] = changed[first + 42 : first + 46]
    return bytes(changed)


REFUSED = {
    "xxe": b'<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><title>&x;</title></channel></rss>',
    "laughs": f'<!DOCTYPE rss [<!ENTITY l0 "lol">{LAUGHS}]><rss><channel><title>&l9;</title></channel></rss>'.encode(),
    "xxe-opml": b'<!DOCTYPE opml [<!ENTITY % x SYSTEM "http://127.0.0.1/x"> %x;]>' + OPML.partition(b"?>")[2],
    "xxe-utf16": '<!DOCTYPE rss [<!ENTITY x "y">]><rss><channel/></rss>'.encode("utf-16"),
    "deep": b"[" * 200_000 + b"]" * 200_000,
    "deep-records": b'{"a":' * 200_000 + b"1" + b"}" * 200_000,
    "cut-json": ALL["wallabag"][:-20],
    "bomb": _bomb("metadata_0.json", 300 << 20),
    "ratio": _bomb("metadata_0.json", 20 << 20),
    "lying": _lying(_bomb("metadata_0.json", 4 << 20), 10),
    "members": zipped({f"{n}.csv": b"" for n in range(10_001)}),
    "slip": zipped({"../../metadata_0.json": b"[]"}),
    "absolute": zipped({"/etc/metadata_0.json": b"[]"}),
    "drive": zipped({"C:\\metadata_0.json": b"[]"}),
    "link": _linked(),
    "overlap": _overlapping(),
    "cut-zip": ALL["omnivore"][:-40],
    "huge-field": b"url,title,time_added\n" + b'"' + b"x" * (5 << 20) + b'",a,1\n',
}


@pytest.mark.parametrize("name", REFUSED)
def test_expand_when_hostile_then_a_sentence_soon(name: str) -> None:
    began = time.process_time()
    with pytest.raises(InputError, match=r"^“x”.*\."):
        expand(REFUSED[name], "x")
    assert time.process_time() - began < 5


def test_expand_when_feed_is_nested_beyond_reason_then_read_or_refused() -> None:
    deep = b"<rss><channel><title>A</title>" + b"<outline>" * 100_000
    began = time.process_time()
    _survives(deep)
    assert time.process_time() - began < 5


def test_expand_when_macros_of_a_bibliography_grow_without_end_then_they_are_cut() -> None:
    doubling = b'@string{a0 = "' + b"x" * 50 + b'"}'
    doubling += b"".join(b"@string{a%d = a%d # a%d}" % (n, n - 1, n - 1) for n in range(1, 60))
    found = expand(doubling + b"\n@misc{k, title = a59}", "x")
    assert found is not None
    assert len(found.items[0].title) <= 10_000


def test_expand_when_bibliography_never_closes_then_time_stays_linear() -> None:
    began = time.process_time()
    expand(b"@misc{k, title = {" + b"{" * 500_000, "x")
    expand(b"@misc{k,\n" + b"@misc{k, title = {a\n" * 30_000, "x")
    assert time.process_time() - began < 5


def test_expand_when_item_holds_active_content_then_it_is_only_text(tmp_path: Path) -> None:
    found = expand(RSS.replace(b"https://news.example/bare", b"file:///etc/passwd"), "x")
    assert found is not None
    assert found.items[1].url == ""


@pytest.mark.parametrize("name", ALL)
def test_collection_when_it_crosses_to_another_process_then_the_same(name: str) -> None:
    found = expand(ALL[name], name)
    assert found == from_plain(Collection, json.loads(json.dumps(to_plain(found))))


@given(data=st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace"))))
@settings(max_examples=300, deadline=None)
def test_expand_when_any_bytes_then_nothing_but_an_input_error(data: bytes) -> None:
    _survives(data)
    for start in (
        b"<!DOCTYPE NETSCAPE-Bookmark-file-1>",
        b"@misc{k,",
        b"url,time_added\n",
        b"PK\x03\x04",
        b"<rss>",
        b"<feed>",
        b"[{",
        b'{"version":"https://jsonfeed.org/version/1",',
        b"TY  - ",
    ):
        _survives(start + data)


@pytest.mark.parametrize("name", ALL)
@given(seed=st.integers(0, 2**32))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_expand_when_a_file_is_mutated_then_nothing_but_an_input_error(name: str, seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(ALL[name])
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(data) or 1)
        match chance.randrange(4):
            case 0:
                data[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del data[place : place + chance.randint(1, 40)]
            case 2:
                data[place:place] = data[place : place + chance.randint(1, 200)]
            case _:
                data[place:place] = chance.choice(
                    [b"null", b"[]", b"{}", b"1e999", b'"', b"<", b"&", b"-1", b"\xff\xfe"]
                )
        if not data:
            break
    _survives(bytes(data))


@pytest.mark.parametrize("name", [one for one in ALL if ALL[one][:1] in b"[{"])
@given(
    junk=st.recursive(st.none() | st.booleans() | st.floats() | st.text(max_size=5), st.lists, max_leaves=4),
    seed=st.integers(),
)
@settings(max_examples=60, deadline=None)
def test_expand_when_a_json_value_is_of_another_type_then_nothing_but_an_input_error(
    name: str, junk: object, seed: int
) -> None:
    chance = random.Random(seed)
    value = json.loads(ALL[name])
    holder = value
    while True:
        keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
        if not keys:
            break
        key = chance.choice(keys)
        inner = holder[key]
        if chance.random() < 0.25 or not isinstance(inner, (dict, list)):
            holder[key] = junk
            break
        holder = inner
    _survives(json.dumps(value).encode())


def _survives(data: bytes) -> None:
    try:
        found = expand(data, "x")
    except InputError as error:
        found, sentence = None, str(error)
        if not sentence.endswith("."):
            raise
    assert found is None or all(one.url == "" or one.url.lower().startswith("http") for one in found.items)
