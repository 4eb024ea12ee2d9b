"""Inputs that are no ordinary files: each one sentence, none opened that should not be, and no name lost."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.importing import Outcome
from briefing_app.errors import InputError
from briefing_app.jobs.bulk import Bulk, Switch
from briefing_app.services import files
from briefing_app.services.files import path_of, read_input, size_of, storable, walked

if TYPE_CHECKING:
    from briefing_app.services.services import Services

posix = pytest.mark.skipif(os.name == "nt", reason="names there are no bytes, and there are no pipes in folders")
TEXT = b"Talks\n\nNorway rejected the draft on Monday.\n"
ODD = os.fsdecode(b"caf\xe9.txt")


@posix
def test_import_when_the_folder_holds_anything_then_a_sentence_each_and_every_file(
    services: Services, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    (folder / "sub").mkdir(parents=True)
    (folder / ODD).write_bytes(TEXT)
    (folder / "ok.txt").write_bytes(TEXT.replace(b"Norway", b"Iceland"))
    os.mkfifo(folder / "pipe")
    for name, target in {"loop": "loop", "nowhere": "none.txt", "zero": "/dev/zero", "sub/up": ".."}.items():
        (folder / name).symlink_to(target)
    run = services.importing.runs.begin([str(folder)])
    Bulk(services.importing, run, Switch(), readers=2).run(lambda _: None)
    told = {Path(one.source).name: one for one in services.importing.runs.outcomes(run.id)}
    assert {name for name, one in told.items() if one.outcome is Outcome.IMPORTED} == {"caf%E9.txt", "ok.txt"}
    assert {name: one.reason.split(str(folder))[1] for name, one in told.items() if one.reason} == {
        "pipe": "/pipe is not a regular file and was left alone.",
        "loop": "/loop is a link that leads to no file; check it.",
        "nowhere": "/nowhere is a link that leads to no file; check it.",
        "zero": "/zero is not a regular file and was left alone.",
        "up": "/sub/up is a link to a folder, which is not followed; import that folder itself.",
    }
    again = services.importing.runs.again([str(folder)])
    assert again is None


@posix
@given(st.binary(min_size=1, max_size=20).filter(lambda name: b"\0" not in name and b"/" not in name))
def test_storable_whatever_the_name_then_text_that_leads_back_to_it(name: bytes) -> None:
    place = f"/folder/{os.fsdecode(name)}"
    stored = storable(place)
    assert stored.encode("utf-8")
    assert os.fsencode(path_of(stored)) == os.fsencode(place)


@posix
def test_walked_when_the_name_of_a_folder_is_no_text_then_its_files(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"\xff")
    folder.mkdir()
    (folder / "a.txt").write_bytes(TEXT)
    (place,) = walked([storable(str(folder))])
    assert read_input(place) == TEXT
    assert read_input("a.txt", storable(str(folder))) == TEXT
    assert size_of("a.txt", storable(str(folder))) == len(TEXT)


def test_walked_when_a_folder_may_not_be_read_then_it_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    closed = tmp_path / "in" / "closed"
    closed.mkdir(parents=True)
    (tmp_path / "in" / "a.txt").write_bytes(TEXT)
    whole = os.scandir

    def scandir(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return whole(path)

    monkeypatch.setattr(os, "scandir", scandir)
    monkeypatch.setattr(os, "access", lambda *_: False)
    places = list(walked([str(tmp_path / "in")]))
    assert places == [str(tmp_path / "in" / "a.txt"), str(closed)]
    with pytest.raises(InputError, match=r"The folder .*closed may not be read by you"):
        read_input(str(closed))


def test_read_input_when_a_file_is_being_written_then_said_and_when_it_lies_still_then_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "growing.txt"
    file.write_bytes(TEXT)
    whole, grown = os.fstat, 0

    def fstat(handle: int) -> os.stat_result:
        nonlocal grown
        if grown < 4:
            grown += 1
            os.truncate(file, len(TEXT) + grown)
        return whole(handle)

    monkeypatch.setattr(os, "fstat", fstat)
    with pytest.raises(InputError, match="is being written to; import it again when that is done"):
        read_input(str(file))
    assert read_input(str(file)).startswith(TEXT)


def test_read_input_when_too_large_then_refused_without_all_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "LARGEST", 10)
    (tmp_path / "a.txt").write_bytes(b"x" * 11)
    with pytest.raises(InputError, match="larger than 256 MB"):
        read_input(str(tmp_path / "a.txt"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"x" * 11)))
    with pytest.raises(InputError, match="standard input is larger"):
        read_input("-")


def test_read_input_when_the_file_has_vanished_then_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="There is no file"):
        read_input(str(tmp_path / "gone.txt"))


def test_read_input_when_a_link_leads_elsewhere_then_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("not for the library")
    folder = tmp_path / "unpacked"
    folder.mkdir()
    (folder / "article.txt").symlink_to(secret)
    (place,) = walked([str(folder)])
    with pytest.raises(InputError, match="is a link to a file elsewhere"):
        read_input(place)


def test_read_input_when_a_link_stays_in_its_folder_then_read(tmp_path: Path) -> None:
    (tmp_path / "first.txt").write_text("words")
    (tmp_path / "second.txt").symlink_to("first.txt")
    assert read_input(str(tmp_path / "second.txt")) == b"words"


def test_read_input_when_only_the_folder_is_reached_by_a_link_then_read(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "real" / "first.txt").write_text("words")
    (tmp_path / "way").symlink_to("real")
    assert read_input(str(tmp_path / "way" / "first.txt")) == b"words"
