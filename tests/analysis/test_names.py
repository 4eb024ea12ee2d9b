from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.entity import EntityKind
from tests.analysis.bases import BASE, analyse, names


@pytest.mark.parametrize(
    ("text", "label", "name", "canonical"),
    [
        ("The Kremlin refused.", "ORG", "Kremlin", "Russia"),
        ("Moscow rejected the plan.", "GPE", "Moscow", "Russia"),
        ("They met in Moscow.", "GPE", "Moscow", "Moscow"),
        ("They rejected Moscow's demand.", "GPE", "Moscow", "Russia"),
        ("The Ukrainian envoy left.", "NORP", "Ukrainian", "Ukraine"),
        ("A deal that the EU-backed group wants.", "ORG", "EU", "European Union"),
        ("He joined the Ministry of Trade and Industry.", "ORG", "Ministry of Trade and Industry", ""),
        ("It is at the University of Otago now.", "ORG", "University of Otago", ""),
        ("She praised the Kenyan Foreign Ministry.", "ORG", "Kenyan Foreign Ministry", ""),
        ("They cited the Treaty of Rome again.", "LAW", "Treaty of Rome", ""),
        ("They cited Resolution 2803 again.", "LAW", "Resolution 2803", ""),
        ("All eyes are on COP31 now.", "EVENT", "COP31", ""),
        ("After the Nairobi summit they left.", "EVENT", "Nairobi summit", ""),
        ("They crossed the Allenby Bridge at noon.", "FAC", "Allenby Bridge", ""),
        ("Ships crossed the Gulf of Aden at noon.", "LOC", "Gulf of Aden", ""),
        ("Then Foreign Minister Grace Achieng spoke.", "PERSON", "Grace Achieng", ""),
    ],
)
def test_name_in_a_sentence_has_its_span_label_and_meaning(text: str, label: str, name: str, canonical: str) -> None:
    assert (label, name, canonical or name) in names(text)


def test_surname_after_the_full_name_means_the_person() -> None:
    found = names("Maria Delgado arrived. Later Delgado left.")
    assert found == [("PERSON", "Maria Delgado", "Maria Delgado"), ("PERSON", "Delgado", "Maria Delgado")]


def test_acronym_in_brackets_means_the_name_before_it() -> None:
    found = names("The Maritime Workers Union (MWU) met. The MWU struck.")
    assert [one[2] for one in found] == ["Maritime Workers Union"] * 3


def test_sentence_initial_word_that_stands_in_small_letters_elsewhere_is_no_name() -> None:
    assert names("Talks failed. The talks went on.") == []


def test_title_case_heading_names_only_who_is_named_below() -> None:
    text = "Deep Divisions Mark Kenya Talks\nKenya met the others for a long day of work."
    assert {one[1] for one in names(text)} == {"Kenya"}


def test_reader_ruling_wins_over_everything() -> None:
    rulings = (("Moscow", "means", "Moscow, Idaho", "GPE", ""), ("Kremlin", "never", "", "", ""))
    found = names("Moscow rejected the Kremlin.", rulings=rulings)
    assert found == [("GPE", "Moscow", "Moscow, Idaho")]


def test_hidden_span_holds_no_mention() -> None:
    text = "Kenya agreed. Uganda bought it. Russia left."
    start = text.index("Uganda")
    result = analyse(text, hidden=((start, start + len("Uganda bought it.")),))
    assert [m.text for m in result.mentions] == ["Kenya", "Russia"]


def test_former_office_holder_is_not_served_today() -> None:
    king, okoth = BASE.get("person:old-king"), BASE.get("person:ann-okoth")
    assert king is not None
    assert okoth is not None
    assert BASE.serves(okoth, "2026-03-18") == "country:KE"
    assert [a.name for a, o in BASE.holders["country:KE"] if not o.until] == ["Ann Okoth"]


def test_search_finds_own_names_before_others() -> None:
    assert [actor.name for actor in BASE.search("ken")] == ["Kenya"]
    assert BASE.search("") == []


_WORDS = st.sampled_from(
    [
        "Kenya",
        "Moscow",
        "said",
        "the",
        "Kremlin",
        "President",
        "Ann",
        "Okoth",
        "of",
        "and",
        "Ministry",
        "Treaty",
        "“",
        "”",
        ".",
        ",",
        "(",
        ")",
        "2026",
        "€5",
        "million",
        "EU",
        "in",
        "-",
        "'s",
    ]
)


@given(st.lists(_WORDS, max_size=40))
def test_mentions_of_any_text_never_overlap_and_tell_true_text(words: list[str]) -> None:
    text = " ".join(words)
    mentions = analyse(text).mentions
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(mentions))
    assert all(m.why and m.source for m in mentions if m.label is not EntityKind.DATE)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Honourable Peter Mwangi spoke.", ("PERSON", "Peter Mwangi", "Peter Mwangi")),
        ("They met Dato' Aminah Rahman there.", ("PERSON", "Aminah Rahman", "Aminah Rahman")),
        ("Ahmed al-Bashari spoke.", ("PERSON", "Ahmed al-Bashari", "Ahmed al-Bashari")),
        ("Ursula van der Berg spoke.", ("PERSON", "Ursula van der Berg", "Ursula van der Berg")),
        ("Global Affairs Uganda said so.", ("ORG", "Global Affairs Uganda", "Global Affairs Uganda")),
        ("The Royal Government of Kenya agreed.", ("ORG", "Royal Government of Kenya", "Kenya")),
        ("Army Radio said so.", ("ORG", "Army Radio", "Army Radio")),
        ("The 1959 Lake Waters Treaty stays.", ("LAW", "1959 Lake Waters Treaty", "1959 Lake Waters Treaty")),
        ("They swam in the Mara river.", ("LOC", "Mara river", "Mara")),
        ("The talks ended on 20 June.", ("DATE", "20 June", "2025-06-20")),
        ("It cost CAN$5 million.", ("MONEY", "CAN$5 million", "CAD 5000000")),
    ],
)
def test_names_are_taken_whole_and_without_what_is_not_theirs(text: str, found: tuple[str, str, str]) -> None:
    assert names(text) == [found]


def test_short_form_with_a_capital_is_the_longer_name_before_it() -> None:
    text = "The Lake Fisheries Authority met in Nairobi. The Authority rejected the plan."
    assert names(text)[-1] == ("ORG", "Authority", "Lake Fisheries Authority")
