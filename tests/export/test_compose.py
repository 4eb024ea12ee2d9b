from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.briefing_input import Source
from briefing_app.domain.derive import build_matrix
from briefing_app.domain.entity import Status
from briefing_app.domain.note import Briefing, Paragraph, Section, Table
from briefing_app.domain.position import Position, Stance, Trend
from briefing_app.domain.sentences import CITED, sentences
from briefing_app.errors import UserError
from briefing_app.export.compose import compose
from briefing_app.export.printed import printed
from briefing_app.export.t1.status import State, state_of
from tests.export.talks import DOSSIER, SOURCES, STATEMENTS, said, talks

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.note import Run


def section(briefing: Briefing, key: str) -> Section:
    return next(one for one in briefing.sections if one.key == key)


def text(runs: Iterable[Run]) -> str:
    return "".join(CITED if run.footnote else run.text for run in runs)


def paragraphs(briefing: Briefing, key: str) -> list[str]:
    return [text(one.runs) for one in section(briefing, key).content if isinstance(one, Paragraph)]


def rows(briefing: Briefing) -> list[tuple[str, ...]]:
    (table,) = [one for one in section(briefing, "positions").content if isinstance(one, Table)]
    return [tuple(text(cell) for cell in row) for row in table.rows]


def messages(briefing: Briefing, key: str) -> list[str]:
    return [one.message for one in briefing.warnings if one.section == key]


def test_note_for_information_has_its_sections_in_order_without_options() -> None:
    keys = [one.key for one in compose(talks()).sections]
    assert keys == "bluf issue_statement background status positions considerations next sources".split()


def test_note_for_decision_has_options_and_a_recommendation_with_its_tick_line() -> None:
    fields = {"purpose": "for decision"}
    briefing = compose(talks(fields=fields, sections={"recommendation": "- Sign."}))
    assert [one.number for one in briefing.sections] == [1, 2, 3, 4, 5, 6, 7, 8, 9, 0]
    assert paragraphs(briefing, "recommendation") == ["Sign.", "Agreed / Not agreed / Please discuss"]
    assert ("For", "decision") in briefing.header


def test_annex_is_off_until_it_is_written() -> None:
    briefing = compose(talks(sections={"lines": "- We welcome the register."}))
    assert section(briefing, "lines").number == 10


def test_header_has_the_fields_that_are_filled_in_the_template_s_order() -> None:
    fields = {"subject": "Water", "deadline": "2026-04-01", "date": "2026-03-21", "drafter": "JH", "unknown": "x"}
    assert compose(talks(fields=fields)).header == (
        ("To", "Director, Basins"),
        ("From", "Desk"),
        ("Date", "21 March 2026"),
        ("Subject", "Water"),
        ("For", "information"),
        ("Deadline", "1 April 2026"),
        ("Drafter", "JH"),
    )


def test_status_names_the_state_and_each_principal_with_evidence() -> None:
    first, second, third = paragraphs(compose(talks()), "status")
    assert first == (
        f"Dam releases: narrowing. Norvia would agree only if Tarsk pays for the turbines;{CITED}"
        f" Tarsk demands releases in spring.{CITED}"
    )
    assert second.startswith(
        f"Data sharing: narrowing. Norvia reportedly supports a joint register;{CITED}\u00a0† Tarsk"
    )
    assert third == f"Compensation: open. The United Basin Commission is undecided on a fund.{CITED}"


def test_positions_that_moved_come_first_and_the_rest_is_named() -> None:
    assert rows(compose(talks()))[0] == (
        "Norvia",
        f"Dam releases: would agree only if Tarsk pays for the turbines{CITED}",
        "▲",
    )
    many = tuple(
        said(index, party.name, issue.name, Stance.DEMANDS, "more water")
        for index, (party, issue) in enumerate((p, i) for i in DOSSIER.issues for p in DOSSIER.parties)
    )
    moved = (said(90, "Tarsk", "Compensation", Stance.OFFERS, "a fund", on="2026-03-19"),)
    briefing = compose(talks(statements=many + moved))
    shown = rows(briefing)
    assert len(shown) == 6
    assert shown[0] == ("Tarsk", f"Compensation: offers a fund{CITED}", "⇄")
    assert [row[0] for row in shown[1:4]] == ["Norvia", "Tarsk", "United Basin Commission"]
    (rest,) = paragraphs(briefing, "positions")
    assert rest == (
        f"Also on file: Data sharing (United Basin Commission);{CITED}"
        f" Compensation (Norvia, United Basin Commission).{CITED}"
    )


def test_joint_statement_is_one_sentence_of_both() -> None:
    joint = replace(said(1, "Norvia", "Dam releases", Stance.SUPPORTS, "a joint gauge"), parties=("Norvia", "Tarsk"))
    briefing = compose(talks(statements=(joint,)))
    assert paragraphs(briefing, "status") == [f"Dam releases: agreed. Norvia and Tarsk support a joint gauge.{CITED}"]
    assert rows(briefing)[0][1] == f"Dam releases: supports a joint gauge (jointly with Tarsk){CITED}"


def test_conflicting_accounts_are_both_cited() -> None:
    statements = (
        said(1, "Norvia", "Dam releases", Stance.REJECTS, "the timetable"),
        said(2, "Norvia", "Dam releases", Stance.SUPPORTS, "the timetable", article="a2"),
    )
    briefing = compose(talks(statements=statements))
    assert rows(briefing)[0][2] == "?"
    assert paragraphs(briefing, "status")[0].endswith(f"supports the timetable, though accounts conflict.{CITED}")
    assert {one.article for note in briefing.footnotes for one in note.citations} >= {"a1", "a2"}


def test_background_is_dated_oldest_first_and_tells_what_the_reader_marked() -> None:
    first, second = paragraphs(compose(talks()), "background")
    assert first == f"10 February 2026: Norvia rejects any fixed timetable.{CITED}"
    assert second == f"10 February 2026: Harbour Wire reports: “The gauges cost 55 million crowns”.{CITED}"
    assert compose(talks(annotations=())).sections[2].content[1].runs[-1].text.endswith("†")  # type: ignore[union-attr]


def test_next_steps_hold_days_to_come_soonest_first() -> None:
    assert paragraphs(compose(talks()), "next") == [
        f"2 April 2026: “The parties will meet again in Sella on 2 April”.{CITED}",
        f"June 2026: “A vote on the register is due in June”.{CITED}\u00a0†",
    ]
    assert len(paragraphs(compose(talks(include="confirmed")), "next")) == 1


def test_sources_say_how_many_how_good_and_what_is_missing() -> None:
    have, lack = paragraphs(compose(talks()), "sources")
    assert have == "3 sources: 1 wire and 2 of unknown kind; strongest Harbour Wire [B2], weakest Basin Review [C2]."
    assert lack.startswith("Missing: no stated position on Compensation (Norvia and Tarsk); 1 without a date")


def test_closing_counts_reprints_once_and_legend_explains_the_dagger() -> None:
    briefing = compose(talks())
    assert briefing.closing == (
        "Prepared with Briefing Reader 9.9.9; 3 sources, 9 passages; evidence as of 20 March 2026"
    )
    assert briefing.legend[0] == "† extracted automatically, not yet confirmed"
    confirmed = compose(talks(include="confirmed", sections={}))
    assert all("†" not in line for line in confirmed.legend)
    assert all(
        "†" not in text(one.runs) for part in confirmed.sections for one in part.content if isinstance(one, Paragraph)
    )


@pytest.mark.parametrize("include", ["all", "confirmed"])
def test_every_sentence_of_sections_3_to_5_ends_with_a_footnote(include: str) -> None:
    briefing = compose(talks(include=include))
    for key in ("background", "status", "positions"):
        for line in paragraphs(briefing, key):
            told = [
                one
                for one in sentences(line)
                if not one.endswith((": agreed.", ": narrowing.", ": open.", ": blocked."))
            ]
            assert all(CITED in one for one in told), told
    assert all(CITED in row[1] for row in rows(briefing))


def test_empty_library_prints_mandatory_sections_only() -> None:
    bare = talks(statements=(), annotations=(), dates=(), figures=(), sections={}, as_of="2026-03-20T09:00:00Z")
    briefing = printed(compose(bare))
    assert [one.key for one in briefing.sections] == "bluf issue_statement status positions sources".split()
    sentence = "No information in the library as of 20 March 2026, 09:00 UTC."
    assert all(paragraphs(briefing, one.key) == [sentence] for one in briefing.sections)
    assert briefing.closing.startswith("Prepared with Briefing Reader 9.9.9; 0 sources, 0 passages;")
    assert printed(briefing) == briefing


def test_prompts_stand_where_the_user_has_to_write_and_never_print() -> None:
    briefing = compose(talks(sections={}))
    kinds = [one.kind for one in section(briefing, "bluf").content if isinstance(one, Paragraph)]
    assert kinds == ["prompt"]
    assert all(
        one.kind != "prompt"
        for part in printed(briefing).sections
        for one in part.content
        if isinstance(one, Paragraph)
    )


def test_section_the_user_wrote_stands_as_written() -> None:
    briefing = compose(talks(sections={"status": "Nothing moved.[^statement-01] Nobody knows."}))
    status = section(briefing, "status")
    assert (status.origin, status.evidence) == ("user", ("statement-01",))
    assert paragraphs(briefing, "status") == [f"Nothing moved.{CITED} Nobody knows."]
    (warning,) = [one for one in briefing.warnings if one.section == "status"]
    assert warning.excerpt == "Nobody knows."


def test_user_text_may_come_from_a_field() -> None:
    assert paragraphs(compose(talks(sections={}, fields={"bluf": "All quiet."})), "bluf") == ["All quiet."]


def test_suggested_evidence_that_the_user_cites_carries_the_dagger() -> None:
    briefing = compose(talks(sections={"bluf": "A register is near.[@statement-06]"}))
    assert paragraphs(briefing, "bluf") == [f"A register is near.{CITED}\u00a0†"]


def test_same_evidence_has_one_number_and_numbers_rise_in_the_text() -> None:
    briefing = compose(talks())
    order: list[int] = []
    for part in briefing.sections:
        for one in part.content:
            cells: Sequence[Sequence[Run]] = (
                [one.runs] if isinstance(one, Paragraph) else [c for r in one.rows for c in r]
            )
            order.extend(run.footnote for cell in cells for run in cell if run.footnote)
    assert list(dict.fromkeys(order)) == [one.number for one in briefing.footnotes]
    assert len(order) > len(briefing.footnotes)


def test_check_finds_the_planted_sentence_the_low_mark_and_the_unknown_citation() -> None:
    sources = {**SOURCES, "a1": replace(SOURCES["a1"], marking="TLP:RED")}
    sections = {"considerations": "We assess that a deal is highly likely (high confidence).[^nobody-knows]"}
    briefing = compose(talks(sources=sources, sections=sections))
    (found,) = [one for one in briefing.warnings if one.section == "considerations"]
    assert "highly likely" in found.excerpt
    assert messages(briefing, "handling") == ["The note is marked TLP:AMBER, but one of its sources is TLP:RED."]
    assert [one.excerpt for one in briefing.warnings if "not in this dossier" in one.message] == ["nobody-knows"]


def test_handling_is_the_note_s_else_the_dossier_s_else_the_strictest() -> None:
    assert compose(talks(fields={"handling": "tlp: red"})).handling == "TLP:RED"
    assert compose(talks()).handling == "TLP:AMBER"
    plain = replace(DOSSIER, marking="")
    assert compose(talks(dossier=plain)).handling == "TLP:GREEN"
    assert compose(talks(dossier=plain, fields={"handling": ""})).handling == ""


def test_overflow_is_told_with_cuts_and_nothing_is_cut() -> None:
    long = "- " + "water flows downhill " * 60
    briefing = compose(talks(sections={"considerations": "\n".join([long] * 5)}))
    assert briefing.pages > 1
    (message,) = messages(briefing, "note")
    assert "part of Key considerations" in message
    assert len(section(briefing, "considerations").content) == 5
    assert messages(compose(talks()), "note") == []


@pytest.mark.parametrize(
    ("key", "written", "part"),
    [
        ("bluf", "word " * 100, "four fit"),
        ("issue_statement", "One. Two.", "put it in one"),
        ("considerations", "- a\n" * 6, "5 fit"),
        ("options", "- only", "two to four"),
        ("recommendation", "- a\n" * 4, "three at most"),
        ("background", "- a[^statement-01]\n" * 5, "4 fit"),
    ],
)
def test_limits_are_told(key: str, written: str, part: str) -> None:
    briefing = compose(talks(sections={key: written}, fields={"purpose": "for decision"}))
    assert any(part in message for message in messages(briefing, key))


def test_judgements_from_fields_keep_likelihood_and_confidence_apart() -> None:
    fields = {
        "assessment": "a text is signed before May",
        "likelihood": "Roughly even",
        "confidence": "moderate: two readouts differ",
        "gaps": "the price; the date",
    }
    briefing = compose(talks(sections={}, fields=fields))
    assert paragraphs(briefing, "considerations") == [
        "We assess that the chances are roughly even that a text is signed before May.",
        "We assess this with moderate confidence: two readouts differ.",
        "Not known: the price; the date.",
    ]
    assert messages(briefing, "considerations") == []


def test_evidence_reported_later_than_the_date_does_not_count() -> None:
    briefing = compose(talks(as_of="2026-02-15", sections={}))
    assert {one.article for note in briefing.footnotes for one in note.citations} == {"a4"}


def test_apa_note_has_its_list_of_references() -> None:
    references = section(compose(talks(style="apa")), "references")
    assert [text(one.runs)[:13] for one in references.content if isinstance(one, Paragraph)] == [
        "Basin Review.",
        "Brandt, I. (2",
        "Holt, J. (202",
        "Morning Ledge",
    ]


def test_local_paths_of_sources_are_not_printed() -> None:
    sources = {**SOURCES, "a1": replace(SOURCES["a1"], url="file:///home/me/secret.html")}
    assert all("secret" not in note.text for note in compose(talks(sources=sources)).footnotes)


def test_article_the_library_no_longer_has_is_cited_as_untitled() -> None:
    briefing = compose(talks(sources={"a2": Source("a2", "")}))
    assert any("“Untitled,”" in note.text for note in briefing.footnotes)


def test_unknown_template_is_refused_with_a_sentence() -> None:
    given = talks()
    with pytest.raises(UserError, match="no note template “haiku”"):
        compose(replace(given, note=replace(given.note, template="haiku")))


def stood(stance: Stance, trend: Trend = Trend.NEW, previous: Stance | None = None, *, firm: bool = True) -> Position:
    return Position("P", "I", stance, trend, "", previous=previous, firm=firm)


@pytest.mark.parametrize(
    ("positions", "state"),
    [
        ([stood(Stance.SUPPORTS), stood(Stance.OFFERS)], State.AGREED),
        ([stood(Stance.SUPPORTS), stood(Stance.OFFERS, firm=False)], State.NARROWING),
        ([stood(Stance.SUPPORTS)], State.OPEN),
        ([stood(Stance.REJECTS), stood(Stance.DEMANDS)], State.BLOCKED),
        ([stood(Stance.REJECTS), stood(Stance.OFFERS)], State.BLOCKED),
        ([stood(Stance.DEMANDS), stood(Stance.OPPOSES)], State.BLOCKED),
        ([stood(Stance.DEMANDS), stood(Stance.CONDITIONAL, Trend.SOFTENED, Stance.REJECTS)], State.NARROWING),
        ([stood(Stance.REJECTS), stood(Stance.CONDITIONAL, Trend.SOFTENED, Stance.OPPOSES)], State.NARROWING),
        ([stood(Stance.CONDITIONAL), stood(Stance.SUPPORTS)], State.NARROWING),
        ([stood(Stance.CONDITIONAL, Trend.HARDENED, Stance.OFFERS), stood(Stance.SUPPORTS)], State.OPEN),
        ([stood(Stance.DEMANDS), stood(Stance.OFFERS)], State.OPEN),
        ([stood(Stance.SUPPORTS, Trend.CONFLICTING), stood(Stance.SUPPORTS)], State.OPEN),
    ],
)
def test_state_of_an_issue(positions: list[Position], state: State) -> None:
    assert state_of(positions, 2) is state


def test_composition_is_pure_and_ignores_the_order_of_statements() -> None:
    given = talks()
    shuffled = tuple(reversed(STATEMENTS))
    again = replace(given, statements=shuffled, matrix=build_matrix(DOSSIER, shuffled, given.as_of, searched=4))
    assert compose(given) == compose(given)
    assert compose(again).sections == compose(given).sections


def test_rejected_statements_never_show() -> None:
    statements = tuple(replace(one, status=Status.REJECTED) for one in STATEMENTS)
    briefing = compose(talks(statements=statements, annotations=(), dates=(), figures=(), sections={}))
    assert briefing.footnotes == ()
