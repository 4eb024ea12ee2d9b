from __future__ import annotations

from dataclasses import replace

import pytest

from briefing_app.domain.note import Citation
from briefing_app.export.citations import STYLES, footnote_texts, reference_list, strongest_first
from briefing_app.export.citing import quotation, short_title

FULL = Citation(
    article="a",
    author="Jana Holt",
    title="Delegations leave Sella without a timetable for releases",
    site="Harbour Wire",
    published="2026-03-18",
    url="https://example.org/sella",
    accessed="2026-03-19",
    para=3,
    grade="B3",
)
NAMELESS = Citation("b", "", "Who counts the water?", "Basin Review", "2026-03", "", "", 9, "C2")
UNDATED = Citation(
    "c", "Wire desk", "The ledger opens", "Morning Ledger", "", "https://example.com/c", "2026-03-20", 0, ""
)


def notes(*groups: list[Citation], style: str = "short", grades: bool = True, quotes: bool = True) -> list[str]:
    return footnote_texts(groups, style, grades=grades, quotes=quotes)


@pytest.mark.parametrize(
    ("style", "first", "later"),
    [
        (
            "short",
            "Jana Holt, “Delegations leave Sella without a timetable for releases,” Harbour Wire, 18 March 2026,"
            " para. 3, https://example.org/sella (accessed 19 March 2026). [B3]",
            "Jana Holt, “Delegations leave Sella,” para. 7. [B3]",
        ),
        (
            "chicago-notes",
            "Jana Holt, “Delegations leave Sella without a timetable for releases,” Harbour Wire, March 18, 2026,"
            " para. 3, https://example.org/sella. [B3]",
            "Holt, “Delegations leave Sella,” para. 7. [B3]",
        ),
        ("apa", "Holt, 2026, para. 3. [B3]", "Holt, 2026, para. 7. [B3]"),
    ],
)
def test_first_and_later_note_on_an_article(style: str, first: str, later: str) -> None:
    assert notes([FULL], [replace(FULL, para=7)], style=style) == [first, later]


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("short", "Basin Review, “Who counts the water?” March 2026, para. 9. [C2]"),
        ("chicago-notes", "Basin Review, “Who counts the water?” March 2026, para. 9. [C2]"),
        ("apa", "Basin Review, 2026, para. 9. [C2]"),
    ],
)
def test_note_without_an_author_begins_with_the_publication(style: str, text: str) -> None:
    assert notes([NAMELESS], style=style) == [text]


@pytest.mark.parametrize(
    ("style", "text"),
    [
        (
            "short",
            "Wire desk, “The ledger opens,” Morning Ledger, n.d., retrieved 20 March 2026, https://example.com/c.",
        ),
        (
            "chicago-notes",
            "Wire desk, “The ledger opens,” Morning Ledger, n.d., retrieved March 20, 2026, https://example.com/c.",
        ),
        ("apa", "Wire desk, n.d."),
    ],
)
def test_note_without_a_date_says_when_it_was_retrieved(style: str, text: str) -> None:
    assert notes([UNDATED], style=style) == [text]


def test_note_of_what_somebody_said_in_another_text() -> None:
    spoken = replace(NAMELESS, speaker="Minister Aldane", quote="No timetable will be signed before the rains.")
    assert notes([spoken]) == [
        "Minister Aldane, quoted in Basin Review, “Who counts the water?” March 2026, para. 9. [C2]"
        " “No timetable will be signed before the rains.”"
    ]
    assert notes([replace(FULL, speaker="Jana Holt")])[0].startswith("Jana Holt, “Del")


def test_note_with_several_sources_parts_them_by_semicolons_strongest_first() -> None:
    (text,) = notes([UNDATED, NAMELESS, FULL], quotes=False)
    assert text == (
        "Jana Holt, “Delegations leave Sella without a timetable for releases,” Harbour Wire, 18 March 2026, para. 3,"
        " https://example.org/sella (accessed 19 March 2026) [B3]; Basin Review, “Who counts the water?” March 2026,"
        " para. 9 [C2]; Wire desk, “The ledger opens,” Morning Ledger, n.d., retrieved 20 March 2026,"
        " https://example.com/c."
    )


def test_grades_rank_by_letter_then_digit_and_ungraded_come_last() -> None:
    grades = ["", "F6", "B", "C1", "B3", "A2", "B1"]
    ordered = strongest_first([replace(FULL, grade=grade) for grade in grades])
    assert [one.grade for one in ordered] == ["A2", "B1", "B3", "B", "C1", "F6", ""]


def test_grades_and_quotations_can_be_switched_off() -> None:
    spoken = replace(NAMELESS, quote="Water first.")
    assert notes([spoken], grades=False, quotes=False) == ["Basin Review, “Who counts the water?” March 2026, para. 9."]


def test_note_begins_with_a_capital() -> None:
    spoken = replace(NAMELESS, speaker="a senior official")
    assert notes([spoken], [FULL, spoken])[0].startswith("A senior official, quoted in")
    assert "; a senior official, quoted in" in notes([FULL, spoken])[0]


def test_same_place_is_named_once_in_a_note() -> None:
    again = replace(NAMELESS, start=9, end=12)
    assert notes([NAMELESS, FULL, again]) == notes([NAMELESS, FULL])


def test_locators_follow_the_kind_of_text() -> None:
    page = replace(NAMELESS, locator="p.", para=12)
    assert notes([page], [replace(page, para=14)], grades=False) == [
        "Basin Review, “Who counts the water?” March 2026, p. 12.",
        "Basin Review, “Who counts the water?” p. 14.",
    ]


def test_later_note_without_a_place_ends_inside_the_quotation_marks() -> None:
    assert notes([UNDATED], [UNDATED])[1] == "Wire desk, “The ledger opens.”"


def test_two_articles_of_one_author_keep_their_short_titles_apart() -> None:
    other = replace(FULL, article="z", title="Delegations leave Sella with a timetable for gauges")
    texts = notes([FULL], [other], [FULL], [other], grades=False)
    assert texts[2] != texts[3]
    assert "ibid" not in " ".join(texts).casefold()


def test_apa_lists_its_references_alphabetically_with_letters_for_one_year() -> None:
    second = replace(FULL, article="z", title="A register of gauges", published="2026-01-04", url="")
    assert reference_list([FULL, NAMELESS, UNDATED, second], "apa") == [
        "Basin Review. (2026, March). Who counts the water?",
        "Holt, J. (2026a, January 4). A register of gauges. Harbour Wire.",
        "Holt, J. (2026b, March 18). Delegations leave Sella without a timetable for releases. Harbour Wire."
        " https://example.org/sella",
        "Wire desk. (n.d.). The ledger opens. Morning Ledger. Retrieved March 20, 2026, from https://example.com/c",
    ]
    assert notes([second], [FULL], style="apa", grades=False) == ["Holt, 2026a, para. 3.", "Holt, 2026b, para. 3."]
    assert reference_list([FULL], "short") == []


@pytest.mark.parametrize(
    ("author", "cited", "listed"),
    [
        ("By Jana Holt and Ilo Brandt", "Holt & Brandt", "Holt, J., & Brandt, I."),
        ("Jana Holt, Ilo Brandt and Ana Ruiz", "Holt et al.", "Holt, J., Brandt, I., & Ruiz, A."),
        ("Holt, Jana Maria", "Holt", "Holt, J. M."),
        ("Pieter van der Meer", "van der Meer", "van der Meer, P."),
        ("Associated Press", "Associated Press", "Associated Press"),
        ("Harbour Wire", "Harbour Wire", "Harbour Wire"),
    ],
)
def test_apa_names(author: str, cited: str, listed: str) -> None:
    one = replace(FULL, author=author)
    assert notes([one], style="apa", grades=False) == [f"{cited[0].upper()}{cited[1:]}, 2026, para. 3."]
    assert reference_list([one], "apa")[0].startswith(f"{listed.rstrip('.')}. (2026, March 18).")


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("Delegations leave Sella without a timetable", "Delegations leave Sella"),
        ("The ledger: what Tarsk shows, and what it does not", "The ledger"),
        ("Water", "Water"),
        ("", ""),
    ],
)
def test_short_titles(title: str, short: str) -> None:
    assert short_title(title) == short


def test_quotation_is_cut_at_25_words_and_keeps_marks_apart() -> None:
    assert quotation("He said “no”.") == "“He said ‘no’.”"
    assert quotation(" ".join(["word"] * 30)) == f"“{' '.join(['word'] * 25)} …”"


@pytest.mark.parametrize("style", STYLES)
def test_every_style_bears_an_empty_citation(style: str) -> None:
    empty = Citation("a", "", "", "", "", "", "", 0)
    assert notes([empty], style=style)[0].endswith(("n.d.", "N.d."))
