"""`import` and `imports`: one line an input, going on after a stop, the list for later."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.services.import_runs import TAKEN_BEFORE, Read
from briefing_app.services.importing import ImportService
from briefing_app.services.services import Services
from briefing_app.store.store import Store
from tests.thinkers import InProcess

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.cli.conftest import Cli

TEXT = "Talks number {0}\n\nThe ministers met for the {0}th time and agreed on the minutes of the last meeting.\n"


def files(tmp_path: Path) -> list[str]:
    folder = tmp_path / "in"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(TEXT.format(number), "utf-8")
    (folder / "=empty.txt").write_bytes(b"")
    return sorted(f"in/{one.name}" for one in folder.iterdir())


def interrupted(tmp_path: Path, *, done: int) -> None:
    """Leave an import of the folder behind of which ``done`` inputs are settled, as a kill would."""
    store = Store.open(tmp_path / "l.brief")
    services = Services.over(store, InProcess(), session="cli")
    runs = services.importing.runs
    begun = runs.begin(["in"])
    for item in runs.waiting(begun.id, 0, done):
        reading = services.importing.intake.open(item.place) if not item.place.endswith("empty.txt") else None
        for _, thing in reading.things if reading else [(0, ImportOutcome(item.place, Outcome.REFUSED, reason="-"))]:
            runs.keep(begun.id, [Read(item.seq, 0, thing, reading.sha256 if reading else "")], [])
    store.close()


def test_import_when_the_same_is_asked_again_after_a_stop_then_every_input_once(library: Cli, tmp_path: Path) -> None:
    sources = files(tmp_path)
    interrupted(tmp_path, done=3)
    ended = library("import", "in")
    assert ended.code == 1
    assert "3 of 5 inputs were done before" in ended.err
    told = {row["source"]: row for row in ended.rows}
    assert sorted(told) == sources
    assert [told[one]["outcome"] for one in sources] == ["duplicate"] * 3 + ["imported", "refused"]
    assert told["in/0.txt"]["reason"] == TAKEN_BEFORE
    assert len(ended.rows) == 5
    assert len(library("list").rows) == 5
    assert [row["outcome"] for row in library("import", "in/0.txt").rows] == ["duplicate"]


def test_resume_when_an_import_was_interrupted_then_the_rest_comes_in_and_then_there_is_none(
    library: Cli, tmp_path: Path
) -> None:
    files(tmp_path)
    interrupted(tmp_path, done=2)
    assert [row["state"] for row in library("imports").rows] == ["interrupted", "done"]
    ended = library("import", "--resume")
    assert ended.code == 1
    assert sorted(row["outcome"] for row in ended.rows) == ["duplicate"] * 2 + ["imported"] * 2 + ["refused"]
    assert len(library("list").rows) == 5
    again = library("import", "--resume")
    assert (again.code, again.rows) == (0, [])
    assert "nothing to go on with" in again.err


def test_import_when_nothing_or_both_are_named_then_wrong_usage(library: Cli) -> None:
    assert library("import").code == 2
    assert library("import", "x.txt", "--resume").code == 2


def test_imports_when_listed_and_exported_then_outcomes_without_formulas(library: Cli, tmp_path: Path) -> None:
    files(tmp_path)
    library("import", "in")
    first, second = library("imports").rows
    assert (first["number"], first["state"], first["inputs"]) == (1, "done", 5)
    assert first["counts"] == {"imported": 4, "refused": 1}
    assert second["places"] == ["herring.txt"]
    refused = library("imports", "1", "--outcome", "refused").rows
    assert [row["source"] for row in refused] == ["in/=empty.txt"]
    assert refused[0]["reason"].endswith(".")
    assert library("imports", first["id"]).rows == [*library("imports", "1", "--outcome", "imported").rows, *refused]
    assert library("imports", "1", "--out", "o.csv").code == 0
    rows = list(csv.DictReader(io.StringIO((tmp_path / "o.csv").read_text("utf-8"))))
    assert [row["outcome"] for row in rows] == ["imported"] * 4 + ["refused"]
    missing = library("imports", "9")
    assert missing.code == 1
    assert "no import “9”" in missing.err


def test_import_when_analysis_is_put_off_then_show_makes_up_for_it(library: Cli, tmp_path: Path) -> None:
    (tmp_path / "cod.txt").write_text(
        "Cod\n\nNorway rejected the draft on Monday, its foreign minister said.\n", "utf-8"
    )
    (row,) = library("import", "cod.txt", "--analysis", "later").rows
    store = Store.open(tmp_path / "l.brief")
    with store.read() as reader:
        assert reader.articles.unanalysed() == [row["article"]]
    store.close()
    (shown,) = library("show", row["article"]).rows
    assert any(one["canonical"] == "Norway" for one in shown["mentions"])


def test_import_when_many_come_in_then_all_are_analysed_and_what_was_put_off_before_too(
    library: Cli, tmp_path: Path
) -> None:
    (tmp_path / "cod.txt").write_text("Cod\n\nNorway rejected the draft on Monday.\n", "utf-8")
    put_off = library("import", "cod.txt", "--analysis", "later")
    assert "1 article is still to be analysed" in put_off.err
    (tmp_path / "many").mkdir()
    for number in range(60):
        (tmp_path / "many" / f"{number}.txt").write_text(TEXT.format(number), "utf-8")
    ended = library("import", "many")
    assert "earlier imports put off is made up for; articles: 1." in ended.err
    assert "backed up before this import" in ended.err
    assert len(ended.rows) == 60
    store = Store.open(tmp_path / "l.brief")
    with store.read() as reader:
        assert reader.articles.unanalysed() == []
    store.close()


def test_resume_when_only_the_analysis_was_put_off_then_it_is_done(library: Cli, tmp_path: Path) -> None:
    (tmp_path / "cod.txt").write_text("Cod\n\nNorway rejected the draft on Monday.\n", "utf-8")
    library("import", "cod.txt", "--analysis", "later")
    ended = library("import", "--resume")
    assert (ended.code, ended.rows) == (0, [])
    store = Store.open(tmp_path / "l.brief")
    with store.read() as reader:
        assert reader.articles.unanalysed() == []
    store.close()


def test_import_when_stopped_in_the_analysis_then_says_what_is_still_to_do(
    library: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    files(tmp_path)

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(ImportService, "analyse", stopped)
    ended = library("import", "in")
    assert ended.code == 130
    assert "4 articles are still to be analysed: “import --resume” does it, or the window." in ended.err
    assert len(ended.rows) == 5


def test_outcome_when_its_file_is_named_like_a_formula_then_neutral_in_the_table() -> None:
    from briefing_app.export.imports import outcomes_csv, outcomes_json

    bad = ImportOutcome("=cmd|' /C calc'!A0", Outcome.REFUSED, title="@SUM(1)", reason="+1\ud800")
    (row,) = csv.DictReader(io.StringIO(outcomes_csv([bad])))
    assert not row["source"].startswith("=")
    assert not row["title"].startswith("@")
    assert not row["reason"].startswith("+")
    assert outcomes_json([bad]).count("\n") == 1


def unanalysed(tmp_path: Path) -> list[str]:
    store = Store.open(tmp_path / "l.brief")
    with store.read() as reader:
        waiting = reader.articles.unanalysed()
    store.close()
    return waiting


def test_commands_when_analysis_was_put_off_then_each_waits_for_what_it_needs(library: Cli, tmp_path: Path) -> None:
    for name in ("cod", "eel"):
        text = f"{name}\n\nNorway rejected the {name} draft on Monday, its foreign minister said.\n"
        (tmp_path / f"{name}.txt").write_text(text, "utf-8")
    (cod,) = library("import", "cod.txt", "--dossier", "Cod", "--analysis", "later").rows
    (eel,) = library("import", "eel.txt", "--analysis", "later").rows
    assert set(unanalysed(tmp_path)) == {cod["article"], eel["article"]}
    assert any(row["party"] == "Norway" for row in library("positions", "--dossier", "Cod").rows)
    assert unanalysed(tmp_path) == [eel["article"]]
    library("search", "draft")
    assert unanalysed(tmp_path) == [eel["article"]]
    assert library("search", "party:Norway").rows
    assert unanalysed(tmp_path) == []
