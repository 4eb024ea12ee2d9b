"""Nothing that a file holds harms the program: refused in a sentence, or read, soon, touching no other file."""

from __future__ import annotations

import io
import random
import subprocess
import sys
import time
import zipfile
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing_app.errors import InputError
from briefing_app.ingest.clean import clean
from briefing_app.jobs.pool import WorkerPool
from tests.ingest.readers.hostile import CANARY, hostile_files
from tests.ingest.readers.samples import zipped
from tests.ingest.readers.test_readers import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILES = hostile_files()
LONGEST = 15.0
REFUSED = [
    name for name in FILES if name.startswith(("xxe", "laughs", "quadratic", "parameter", "bomb", "overlap", "members"))
]
SIGNATURES = (
    *(b"PK\x03\x04", b"%PDF-1.7\n", b"{\\rtf1 ", b"\x1f\x8b\x08\0", b"WARC/1.0\r\n", b""),
    b"From: a\nTo: b\nMIME-Version: 1.0\n",
    b"Snapshot-Content-Location: http://x.example/\nContent-Type: multipart/related; boundary=b\n",
)


@pytest.fixture(scope="module")
def pool() -> Iterator[WorkerPool]:
    made = WorkerPool()
    made.warm()
    yield made
    made.end()


def test_hostile_files_when_counted_then_at_least_sixty() -> None:
    assert len(FILES) >= 60


@pytest.mark.parametrize("name", FILES)
def test_clean_when_hostile_then_a_sentence_or_a_text_in_time(name: str, pool: WorkerPool) -> None:
    started = time.monotonic()
    try:
        said = pool.clean(FILES[name], name).text
    except InputError as error:
        said = str(error)
    assert said.strip()
    assert "limits of memory and time" not in said, "the worker died of it"
    assert "more memory" not in said
    assert time.monotonic() - started < LONGEST


@pytest.mark.parametrize("name", REFUSED)
def test_clean_when_made_to_harm_then_refused(name: str) -> None:
    with pytest.raises(InputError):
        clean(FILES[name], name)


def test_clean_when_hostile_then_no_file_is_opened_and_no_connection_made(tmp_path: Path) -> None:
    for number, (name, data) in enumerate(FILES.items()):
        tmp_path.joinpath(f"{number:03}-{name}").write_bytes(data)
    script = (
        "import sys, pathlib\n"
        "from briefing_app.ingest.clean import clean\n"
        "from briefing_app.errors import InputError\n"
        "from tests.ingest.readers.test_readers import ALL\n"
        "for name, data in ALL.items(): clean(data, name)\n"
        "files = [(one.name, one.read_bytes()) for one in sorted(pathlib.Path(sys.argv[1]).iterdir())]\n"
        "seen = []\n"
        "def watch(event, arguments):\n"
        "    if event in ('open', 'socket.connect', 'socket.getaddrinfo', 'subprocess.Popen', 'os.listdir'):\n"
        "        if not str(arguments[0]).endswith(('.py', '.pyc')): seen.append((event, str(arguments[0])))\n"
        "sys.addaudithook(watch)\n"
        "for name, data in files:\n"
        "    try: clean(data, name)\n"
        "    except InputError: pass\n"
        "bad = [one for one in seen if 'site-packages' not in one[1] and 'lib/python' not in one[1]]\n"
        "print(bad[:5])\n"
    )
    run = subprocess.run([sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False)
    assert run.stderr == ""
    assert run.stdout.strip() == "[]"
    assert CANARY not in run.stdout


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(SIGNATURES), st.binary(max_size=600))
def test_clean_when_random_bytes_behind_a_signature_then_input_error_or_text(signature: bytes, data: bytes) -> None:
    _only_sentences(signature + data, "a.bin")


@settings(max_examples=250, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(sorted(ALL)), st.integers(0, 2**32), st.sampled_from(["flip", "cut", "drop", "double"]))
def test_clean_when_a_valid_file_is_damaged_then_input_error_or_text(name: str, seed: int, damage: str) -> None:
    _only_sentences(_damaged(ALL[name], random.Random(seed), damage), name)


@settings(max_examples=150, suppress_health_check=list(HealthCheck))
@given(st.sampled_from(["a.docx", "a.odt", "a.epub"]), st.integers(0, 2**32), st.sampled_from(["flip", "cut", "drop"]))
def test_clean_when_a_part_of_an_archive_is_damaged_then_input_error_or_text(name: str, seed: int, damage: str) -> None:
    chance = random.Random(seed)
    archive = zipfile.ZipFile(io.BytesIO(ALL[name]))
    parts: dict[str, bytes | str] = {one: archive.read(one) for one in archive.namelist()}
    chosen = chance.choice([one for one in parts if one != "mimetype"])
    parts[chosen] = _damaged(archive.read(chosen), chance, damage)
    _only_sentences(zipped(parts), name)


def _damaged(data: bytes, chance: random.Random, damage: str) -> bytes:
    changed = bytearray(data)
    at = chance.randrange(len(data))
    size = chance.randrange(1, 60)
    if damage == "cut":
        return data[:at]
    if damage == "drop":
        return data[:at] + data[at + size :]
    if damage == "double":
        return data[: at + size] + data[at:]
    for _ in range(size):
        changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _only_sentences(data: bytes, name: str) -> None:
    try:
        document = clean(data, name)
        said = document.text
    except InputError as error:
        said = error.sentence
    assert said.strip()
    assert "\ufdd0" not in said
