"""Names told by their shape, states nobody has heard of, shared currencies and numbers written with spaces."""

from __future__ import annotations

import pytest

from tests.analysis.bases import names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They cited resolution 2703 (2023) again.", ("LAW", "resolution 2703 (2023)")),
        ("They cited Decision (CFSP) 2025/811 again.", ("LAW", "Decision (CFSP) 2025/811")),
        ("They cited Executive Order 13582 again.", ("LAW", "Executive Order 13582")),
        ("They climbed Mount Margai at dawn.", ("LOC", "Mount Margai")),
        ("He was held in Kurdani prison for a year.", ("FAC", "Kurdani prison")),
        ("The office is at 245 Park Avenue now.", ("FAC", "245 Park Avenue")),
        ("It owes US$48.6 million to banks.", ("MONEY", "US$48.6 million")),
        ("It owes EUR 25 000 to banks.", ("MONEY", "EUR 25 000")),
        ("It owes 40 million riel to banks.", ("MONEY", "40 million riel")),
        ("It owes 3,000 kina to banks.", ("MONEY", "3,000 kina")),
        ("It owes a billion and a half dollars to banks.", ("MONEY", "a billion and a half dollars")),
        ("Then Deputy Foreign Minister Vadim Karas spoke.", ("PERSON", "Vadim Karas")),
    ],
)
def test_shape_tells_the_name_and_its_kind(text: str, found: tuple[str, str]) -> None:
    assert found in [(label, name) for label, name, _ in names(text)]


def test_speaker_in_capitals_is_a_person_and_a_city_in_front_of_a_report_is_not() -> None:
    found = names("MARA QUILL: Good morning, all of you.\nNAIROBI: Two men were seen at the lake.")
    assert ("PERSON", "MARA QUILL", "Mara Quill") in found
    assert not any(label == "PERSON" and name == "NAIROBI" for label, name, _ in found)


def test_state_nobody_knows_is_told_by_its_government() -> None:
    text = "The Government of Marenga signed. Later Marenga left. The Marengan envoy stayed."
    found = [(label, name, canonical) for label, name, canonical in names(text) if name.startswith("Mareng")]
    assert found == [("GPE", "Marenga", "Marenga"), ("GPE", "Marenga", "Marenga"), ("NORP", "Marengan", "Marenga")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Argentina paid one million pesos. Argentines cheered.", "ARS 1000000"),
        ("Mexico paid one million pesos.", "MXN 1000000"),
        ("They paid one million pesos.", "MXN 1000000"),
        ("Egypt paid 5 million pounds.", "EGP 5000000"),
        ("They paid 5 million pounds.", "GBP 5000000"),
        ("Ugandan farmers paid 5 million shillings.", "UGX 5000000"),
    ],
)
def test_shared_name_of_money_is_that_of_the_country_of_the_text(text: str, value: str) -> None:
    assert value in [canonical for label, _, canonical in names(text) if label == "MONEY"]


def test_clock_in_front_of_a_line_and_numbers_of_streets_are_no_counts() -> None:
    from tests.analysis.bases import analyse

    assert not analyse("19.58 Talks go on at 245 Park Avenue tonight.").figures
