"""The commands on a real library, and `batch` with every one of its verbs."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.domain.entity import NameRuling, RulingKind
from briefing_app.store.store import Store
from tests.cli.examples import QUOTE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.conftest import Cli

TITLE = "Herring talks end without a deal"


def batch(library: Cli, *commands: object) -> list[dict[str, Any]]:
    given = "".join((one if isinstance(one, str) else json.dumps(one)) + "\n" for one in commands)
    return library("batch", given=given).rows


def test_import_when_repeated_then_duplicate_and_exit_0(library: Cli) -> None:
    ended = library("import", "herring.txt")
    assert (ended.code, ended.rows[0]["outcome"]) == (0, "duplicate")


def test_import_when_folder_then_every_file_once(library: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "in" / "deep"
    folder.mkdir(parents=True)
    for number in range(3):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\nIceland demanded {number} more boats on Monday.\n")
    (folder / ".hidden").write_text("not this")
    assert [row["outcome"] for row in library("import", "in").rows] == ["imported"] * 3


def test_actors_when_named_merged_and_split_then_known_by_it_and_printed(library: Cli) -> None:
    assert library("actors", "name", "Norway", "the Fjord State", "--kind", "nickname", "--from", "2024").code == 0
    assert [row["key"] for row in library("actors", "find", "the Fjord").rows] == ["country:NO"]
    made = library("actors", "add", "Skerry Board", "--parent", "Norway").rows[0]
    assert made["parent"] == ["country:NO", "Norway"]
    assert library("actors", "merge", "Skerry Board", "Norway").rows[0]["key"] == "country:NO"
    (row,) = library("actors", "split", "Skerry Board").rows
    assert (row["key"], row["merged"]) == (made["key"], [])
    assert library("actors", "unname", "Norway", "the Fjord State").code == 0
    assert library("actors", "find", "the Fjord").rows == []


@pytest.mark.parametrize(
    "words",
    [
        ("show", "Nobody At All"),
        ("split", "Norway"),
        ("name", "Norway", "X", "--from", "May"),
        ("rename", "Norway", " "),
    ],
)
def test_actors_when_wrong_then_one_sentence(library: Cli, words: tuple[str, ...]) -> None:
    ended = library("actors", *words)
    assert ended.code not in (0, 70)
    assert ended.err.count("\n") <= 2


def test_rulings_when_listed_and_forgotten_then_gone(library: Cli, tmp_path: Path) -> None:
    assert library("actors", "rulings").rows == []
    store = Store.open(tmp_path / "l.brief")
    with store.write("Rule") as work:
        work.entities.add_ruling(NameRuling("Monday", RulingKind.NEVER))
    store.close()
    assert [(row["text"], row["ruling"]) for row in library("actors", "rulings").rows] == [("Monday", "never")]
    assert [row["text"] for row in library("actors", "forget", "Monday").rows] == ["Monday"]
    assert library("actors", "rulings").rows == []
    assert "Nothing was ruled about" in library("actors", "forget", "Monday").err


def test_positions_when_overridden_then_the_readers_own_until_withdrawn(library: Cli) -> None:
    place = ("positions", "--dossier", "Herring", "--party", "Norway", "--issue")
    cell = next(one for one in library("positions", "--dossier", "Herring").rows if one["stance"])
    why = ("--override", "offers", "--reason", "They hinted at it.", "--says", "a lower quota")
    rows = library(*place, cell["issue"], *why).rows
    own = next(one for one in rows if one["reason"])
    assert (own["stance"], own["derived"], own["paraphrase"]) == ("offers", cell["stance"], "a lower quota")
    assert library(*place, cell["issue"], "--override", "offers").code == 1
    assert library("positions", "--dossier", "Herring", "--override", "offers").code == 2
    assert next(one for one in library(*place, cell["issue"], "--withdraw").rows if one["stance"]) == cell
    assert library(*place, cell["issue"], "--withdraw").code == 1


def test_corrections_when_learnt_then_what_lacks_is_said_and_nothing_changes(library: Cli) -> None:
    (status,) = library("corrections", "status").rows
    assert status == {"decisions": 0, "dismissed": 0, "names": 0, "in_use": {"suggestions": None, "names": None}}
    learnt = library("corrections", "learn", "--adopt")
    assert learnt.code == 1
    assert [one["part"] for one in learnt.rows[0]["trials"]] == ["suggestions", "names"]
    assert all("too little to learn from" in one["reason"] for one in learnt.rows[0]["trials"])
    assert learnt.rows[0]["adopted"] == []
    assert library("corrections", "forget").rows == [{"forgotten": False, "analysed": 0}]
    assert library("corrections", "status", "--adopt").code == 2


def test_corrections_when_written_then_a_file_with_the_text_or_the_lines(library: Cli, tmp_path: Path) -> None:
    statement = ("--party", "Norway", "--issue", "Quota", "--stance", "rejects")
    assert library("statement", TITLE, "--quote", QUOTE, *statement).code == 0
    head, article = library("corrections").rows
    assert (head["record"], article["record"]) == ("corrections", "article")
    assert QUOTE in article["text"]
    assert library("corrections", "--out", "gold.jsonl").rows == [{"corrections": "gold.jsonl", "articles": 1}]
    assert len((tmp_path / "gold.jsonl").read_text("utf-8").splitlines()) == 2


def test_extract_when_out_is_given_then_a_file_an_input(cli: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("One report\n\nNorway left the talks.\n")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "a.txt").write_text("Another report\n\nIceland stayed.\n")
    assert cli("extract", "a.txt", "sub", "--out", "out").code == 0
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["a.txt.json", "sub_a.txt.json"]


def test_analyse_when_plain_text_then_offsets_are_of_the_input(cli: Cli, tmp_path: Path) -> None:
    text = "\ufeffTalks\r\n\r\nNorway offered €30 million on Monday, its minister said in Oslo.\r\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    (row,) = cli("analyse", "a.txt", "--published", "2025-12-22").rows
    decoded = text.removeprefix("\ufeff")
    assert "text" not in row
    assert {decoded[one["start"] : one["end"]]: one["canonical"] for one in row["entities"]}[
        "€30 million"
    ] == "EUR 30000000"
    assert all(decoded[one["start"] : one["end"]] == one["text"] for one in row["entities"])
    assert any(fact["kind"] == "money" for fact in row["facts"])


def test_highlight_when_quote_stands_twice_or_nowhere_then_refused(library: Cli) -> None:
    assert library("highlight", TITLE, "--quote", "a").code == 1
    assert library("highlight", TITLE, "--quote", "no such words").code == 1
    made = library("highlight", TITLE, "--quote", "quota", "--tag", "fish", "--type", "red line").rows[0]
    assert (made["type"], made["tags"]) == ("Red line", ["fish"])


def test_statement_when_made_then_position_is_confirmed(library: Cli) -> None:
    made = ["--quote", QUOTE, "--party", "Norway", "--issue", "Quota", "--stance", "rejects", "--mark", "red-line"]
    assert library("statement", TITLE, *made).rows[0]["marks"] == ["red line"]
    cells = library("positions", "--dossier", "Herring", "--include", "confirmed").rows
    (cell,) = [cell for cell in cells if cell["party"] == "Norway" and cell["issue"] == "Quota"]
    assert (cell["stance"], cell["sources"], cell["firm"]) == ("rejects", 1, True)
    assert cell["evidence"][0]["quote"] == QUOTE
    wrong = ["--quote", QUOTE, "--party", "Norway", "--issue", "Quota", "--stance", "maybe"]
    assert "supports" in library("statement", TITLE, *wrong).err


def test_dossiers_when_set_from_file_then_parties_in_order(library: Cli, tmp_path: Path) -> None:
    told = {
        "name": "Herring",
        "parties": ["Iceland", {"name": "Norway", "colour": "blue"}],
        "issues": [{"name": "Quota", "words": ["quota"]}],
    }
    (tmp_path / "d.json").write_text(json.dumps(told))
    assert library("dossiers", "set", "d.json").code == 0
    (row,) = library("dossiers").rows
    assert [(party["name"], party["colour"]) for party in row["parties"]] == [("Iceland", "red"), ("Norway", "blue")]
    (tmp_path / "d.json").write_text('{"name": "Herring", "parties": [{"colour": 3}]}')
    assert library("dossiers", "set", "d.json").code == 1


@pytest.mark.parametrize("ending", ["md", "html"])
def test_note_when_written_then_footnotes_resolve(library: Cli, tmp_path: Path, ending: str) -> None:
    made = ["--quote", QUOTE, "--party", "Norway", "--issue", "Quota", "--stance", "rejects"]
    library("statement", TITLE, *made)
    row = library("note", "--dossier", "Herring", "--out", f"n.{ending}", "--set", "bluf=All is quiet.").rows[0]
    assert row["footnotes"] >= 1
    written = (tmp_path / f"n.{ending}").read_text("utf-8")
    assert "All is quiet." in written
    assert library("note", "--dossier", "None", "--out", "n.md").code == 1
    assert library("note", "--dossier", "Herring", "--out", "n.docx").code == 1


def test_batch_when_every_verb_is_used_then_each_answers(library: Cli, tmp_path: Path) -> None:
    (tmp_path / "cod.txt").write_text(
        "Cod talks go on\n\nIceland supports a longer season, its minister said on Monday.\n"
    )
    imported, dossier = batch(
        library,
        {"id": 1, "do": "import", "path": "cod.txt", "dossier": "Cod"},
        {"id": 2, "do": "dossier", "name": "North"},
    )
    article = imported["result"]["article"]
    assert dossier["result"]["name"] == "North"
    marked, stated = batch(
        library,
        {"do": "highlight", "article": article, "quote": "a longer season", "tag": ["time"]},
        {
            "do": "statement",
            "article": article,
            "quote": "Iceland supports a longer season",
            "party": "Iceland",
            "issue": "Season",
            "stance": "supports",
        },
    )
    annotation, statement = marked["result"]["annotation"], stated["result"]["statement"]
    answers = batch(
        library,
        {"do": "tag", "annotation": annotation, "tag": "cod"},
        {"do": "untag", "annotation": annotation, "tag": "time"},
        {"do": "note", "annotation": annotation, "note": "Look again."},
        {"do": "dismiss", "statement": statement},
        {"do": "confirm", "statement": statement},
        {"do": "move", "article": article, "from": "Cod", "dossier": "North"},
        {"do": "delete", "article": article},
        {"do": "restore", "article": article},
        {"do": "delete", "statement": statement},
        {"do": "undo"},
        {"do": "redo"},
        {"do": "undo"},
        {"do": "delete", "annotation": annotation},
    )
    assert all(answer["ok"] for answer in answers), answers
    shown = library("show", article).rows[0]
    assert shown["dossiers"] == ["North"]
    assert shown["annotations"] == []
    assert [one["status"] for one in shown["statements"] if one["id"] == statement] == ["confirmed"]


def test_batch_when_lines_are_bad_then_the_others_still_run(library: Cli) -> None:
    answers = batch(
        library,
        "no json",
        "[]",
        {"id": 3, "do": "fly"},
        {"id": 4, "do": "highlight", "article": TITLE},
        {"id": 5, "do": "tag", "annotation": "none", "tag": "x"},
        {"id": 6, "do": "dossier", "name": ["x"]},
        {"id": 7, "do": "undo", "extra": {}},
        {"id": 8, "do": "dossier", "name": "Last"},
    )
    assert [answer["ok"] for answer in answers[:6]] == [False] * 6
    assert answers[-1]["ok"]
    assert all(answer["error"].rstrip().endswith((".", "”")) for answer in answers if not answer["ok"])


def test_backup_when_restored_then_the_same_articles(library: Cli, cli: Cli) -> None:
    assert library("backup", "b.backup").code == 0
    assert cli("--library", "r.brief", "restore", "b.backup").code == 0
    assert cli("--library", "r.brief", "list", "--json").rows == library("list").rows
    assert cli("--library", "r.brief", "check").code == 0
    assert cli("--library", "r.brief", "restore", "b.backup").code == 3
