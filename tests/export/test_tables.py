from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.export import neutral, tables
from briefing_app.export.html import escape
from tests.export.hostile import ALL, FORMULAS
from tests.export.talks import ANNOTATIONS, SOURCES, STATEMENTS, talks

MATRIX = talks().matrix


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_positions_json_has_a_line_a_cell_with_the_fields_of_the_command_line() -> None:
    records = [json.loads(line) for line in tables.positions_json(MATRIX).splitlines()]
    assert len(records) == 9
    first = records[0]
    names = "party issue stance paraphrase trend as_of sources firm evidence".split()
    assert [first[name] for name in names[:-1]] == [
        "Norvia",
        "Dam releases",
        "conditional",
        "only if Tarsk pays for the turbines",
        "softened",
        "2026-03-20",
        2,
        True,
    ]
    assert [one["evidence_id"] for one in first["evidence"]] == ["statement-01", "statement-02"]
    assert first["evidence"][1]["quote"].startswith("Minister Aldane")
    silent = next(one for one in records if not one["evidence"])
    assert (silent["stance"], silent["trend"], silent["searched"]) == (None, None, 4)


def test_positions_csv_has_a_line_a_cell_with_its_latest_evidence() -> None:
    rows = read(tables.positions_csv(MATRIX))
    assert len(rows) == 9
    assert (rows[0]["party"], rows[0]["evidence_id"], rows[0]["firm"]) == ("Norvia", "statement-02", "yes")
    assert tables.positions_csv(MATRIX, bom=True).startswith("\ufeffparty,")


def test_positions_csv_of_a_joint_statement_keeps_the_cell_s_party() -> None:
    joint = (replace(STATEMENTS[0], parties=("Norvia", "Tarsk")),)
    rows = read(tables.positions_csv(talks(statements=joint).matrix))
    assert [row["party"] for row in rows[:2]] == ["Norvia", "Tarsk"]


def test_positions_markdown_shows_stance_words_sign_date_and_silence() -> None:
    text = tables.positions_markdown(MATRIX)
    assert "| Issue | Norvia | Tarsk | United Basin Commission |" in text
    assert "**conditional**: only if Tarsk pays for the turbines ▲ 18 Mar 2026" in text
    assert "No stated position (searched 4 articles)" in text
    assert len({line.count(" | ") for line in text.splitlines()}) == 1


def test_annotations_carry_their_article() -> None:
    (figure, _) = [json.loads(line) for line in tables.annotations_json(ANNOTATIONS, SOURCES).splitlines()]
    assert (figure["title"], figure["quote"], figure["para"], figure["type"]) == (
        "Tarsk opens the ledgers",
        "The gauges cost 55 million crowns.",
        2,
        "Figure",
    )
    assert [row["type"] for row in read(tables.annotations_csv(ANNOTATIONS, SOURCES))] == ["Figure", "Question"]
    text = tables.annotations_markdown(ANNOTATIONS, SOURCES)
    assert "> The gauges cost 55 million crowns.\n\nFigure, para. 2" in text
    assert tables.annotations_markdown((), SOURCES) == ""


@pytest.mark.parametrize("text", ALL)
def test_no_cell_of_a_spreadsheet_is_a_formula(text: str) -> None:
    statements = tuple(replace(one, paraphrase=text, speaker=text, channel=text) for one in STATEMENTS)
    marks = tuple(replace(one, note=text, tags=(text,), type=text) for one in ANNOTATIONS)
    sources = {key: replace(one, title=text, site=text) for key, one in SOURCES.items()}
    rows = [
        *read(tables.positions_csv(talks(statements=statements).matrix)),
        *read(tables.annotations_csv(marks, sources)),
    ]
    for row in rows:
        for value in row.values():
            assert value[:1] not in tuple("=+-@\t\r\n＝＋－＠")
            assert value.strip(" \u00a0\u200b\ufeff")[:1] not in tuple("=+-@＝＋－＠")


@pytest.mark.parametrize("text", FORMULAS)
def test_formulas_get_an_apostrophe_and_keep_their_text(text: str) -> None:
    assert neutral.cell(text) == f"'{text}"


@given(st.text("abc xyz.,;:()\n", min_size=1).filter(lambda text: text[0] != "\n"))
def test_harmless_cells_stay_as_they_are(text: str) -> None:
    assert neutral.cell(text) == text


@given(st.text(st.characters(codec="utf-8")))
def test_one_line_is_one_line_without_control_characters(text: str) -> None:
    assert len(neutral.one_line(text).splitlines()) <= 1
    assert "<" not in escape(text)


def test_display_tricks_become_visible_marks() -> None:
    assert neutral.clean("\u202egpj.exe\u202c") == "⟦RLO⟧gpj.exe⟦PDF⟧"
    assert neutral.clean("می\u200cخواهم \u200f") == "می\u200cخواهم \u200f"
