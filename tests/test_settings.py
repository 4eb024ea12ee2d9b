"""Settings: declared, typed, kept in a file that is written whole or not at all."""

from __future__ import annotations

import json
import threading
from functools import partial
from typing import TYPE_CHECKING, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.errors import UserError
from briefing_app.settings import DECLARED, RECENT, SETTINGS, Settings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


@pytest.mark.parametrize("key", sorted(DECLARED))
def test_setting_when_declared_then_its_default_is_acceptable_and_it_is_described(key: str) -> None:
    assert DECLARED[key].accepts(DECLARED[key].default)
    assert DECLARED[key].description.endswith(".")


def test_set_when_reopened_then_kept(file: Path) -> None:
    Settings(file).set("theme", "dark")
    assert Settings(file).text("theme") == "dark"


def test_set_when_value_is_of_another_type_then_refused(file: Path) -> None:
    settings = Settings(file)
    for key, value in (("theme", "mauve"), ("reading.width", 200), ("reading.width", True), ("nonsense", "x")):
        with pytest.raises(UserError, match="cannot be the setting"):
            settings.set(key, value)


def test_file_when_malformed_then_set_aside_and_defaults_hold(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text("{ not json", "utf-8")
    settings = Settings(file)
    assert settings.text("theme") == "system"
    assert "set aside" in settings.problem
    assert file.with_suffix(".unreadable.json").read_text("utf-8") == "{ not json"


def test_file_when_a_value_is_wrong_then_only_that_one_is_default(file: Path) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(json.dumps({"theme": 7, "reading.width": 70, "of a later release": 1}), "utf-8")
    settings = Settings(file)
    assert (settings.text("theme"), settings.number("reading.width")) == ("system", 70)
    settings.set("reading.text_size", 20)
    assert json.loads(file.read_text("utf-8"))["of a later release"] == 1


def test_save_when_folder_cannot_be_made_then_sentence_and_no_leftover(tmp_path: Path) -> None:
    blocker = tmp_path / "file"
    blocker.write_text("", "utf-8")
    with pytest.raises(UserError, match="could not be written"):
        Settings(blocker / "settings.json").set("theme", "dark")


def test_opened_when_many_then_latest_first_and_few(file: Path) -> None:
    settings = Settings(file)
    for number in range(RECENT + 3):
        settings.opened(f"/l/{number}")
    settings.opened("/l/5")
    assert settings.texts("libraries.recent")[0] == "/l/5"
    assert len(settings.texts("libraries.recent")) == RECENT


def test_record_when_set_then_others_stay(file: Path) -> None:
    settings = Settings(file)
    settings.set_record("sessions", "a", {"view": "note"})
    settings.set_record("sessions", "b", {"view": "reader"})
    assert Settings(file).record("sessions", "a") == {"view": "note"}
    assert settings.record("sessions", "c") == {}


@given(
    content=st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_file_when_any_json_then_every_setting_has_an_acceptable_value(
    content: object, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("s") / "settings.json"
    held = content if isinstance(content, dict) else {one.key: content for one in SETTINGS}
    file.write_text(json.dumps(held), "utf-8")
    settings = Settings(file)
    settings.text("theme"), settings.number("reading.width"), settings.flag("window.nav")
    assert 45 <= settings.number("reading.width") <= 80
    assert settings.text("theme") in ("system", "light", "dark")
    assert isinstance(settings.map("keys"), dict)


def test_remember_when_several_change_then_one_file_and_without_waiting_too(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "settings.json")
    settings.remember({"theme": "dark", "window.nav": False}, wait=True)
    assert Settings(tmp_path / "settings.json").text("theme") == "dark"
    settings.remember({"theme": "light"}, wait=False)
    for thread in threading.enumerate():
        if thread.name == "settings":
            thread.join(10)
    again = Settings(tmp_path / "settings.json")
    assert (again.text("theme"), again.flag("window.nav")) == ("light", False)
    with pytest.raises(UserError, match="cannot be the setting"):
        settings.remember({"theme": "pink"}, wait=True)


class Held:
    """A thread that runs when it is let go."""

    all: ClassVar[list[Held]] = []

    def __init__(self, *, target: Callable[..., None], args: tuple[object, ...], **_: object) -> None:
        self.go = partial(target, *args)

    def start(self) -> None:
        self.all.append(self)


def test_remember_when_an_older_text_comes_late_then_the_newer_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(tmp_path / "settings.json")
    with monkeypatch.context() as patched:
        patched.setattr(threading, "Thread", Held)
        settings.remember({"theme": "dark"}, wait=False)
    settings.set("theme", "light")
    Held.all.pop().go()
    assert Settings(tmp_path / "settings.json").text("theme") == "light"
