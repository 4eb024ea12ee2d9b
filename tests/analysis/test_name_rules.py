"""General facts of English names, each tried on made-up names of many countries and kinds."""

from __future__ import annotations

import pytest

from tests.analysis.bases import names


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("Yesterday Milena Draskova spoke of her boats.", "PERSON", "Milena Draskova"),
        ("A teacher, Tavake Lolohea, had other worries.", "PERSON", "Tavake Lolohea"),
        ("They met Deputy Foreign Minister Otieno Barasa.", "PERSON", "Otieno Barasa"),
        ("They met Lt. Gen. Arne J. Solberg there.", "PERSON", "Arne J. Solberg"),
        ("They met Kenyan envoy Wanja Kamau and Ugandan Prime Minister Okello Ntale.", "PERSON", "Okello Ntale"),
        ("She thanked Sheikha Noura Almarri warmly.", "PERSON", "Noura Almarri"),
        ("Sidi Ahmed Ould Baba signed it.", "PERSON", "Sidi Ahmed Ould Baba"),
        ("The boats of the Brannock Reef Forum left.", "ORG", "Brannock Reef Forum"),
        ("It was said by Clean Rivers Kenya in the spring.", "ORG", "Clean Rivers Kenya"),
        ("He asked the Lake Trade Bank and the Reef Credit Bank to pay.", "ORG", "Lake Trade Bank"),
        ("He asked the Lake Trade Bank and the Reef Credit Bank to pay.", "ORG", "Reef Credit Bank"),
        ("They read the Department of Home Affairs and Youth letter.", "ORG", "Department of Home Affairs and Youth"),
        ("They passed Mount Orrin at noon.", "LOC", "Mount Orrin"),
        ("They fished around Kerrin Bank at noon.", "LOC", "Kerrin Bank"),
        ("They met in the Almond Suite at noon.", "FAC", "Almond Suite"),
        ("They slept at Fort Brannock that night.", "FAC", "Fort Brannock"),
        ("The village of Temeke was flooded.", "GPE", "Temeke"),
        ("He travelled to Brannock by boat.", "GPE", "Brannock"),
        ("The Nairobi Framework stays in force.", "LAW", "Nairobi Framework"),
    ],
)
def test_name_is_taken_whole_and_by_its_kind(text: str, label: str, name: str) -> None:
    assert (label, name) in {(one[0], one[1]) for one in names(text)}


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Has Moscow moved?", "Russia"),
        ("What has Moscow offered?", "Russia"),
        ("Kenya waits. So does Moscow.", "Russia"),
        ("What of Moscow?", "Russia"),
        ("The union called on Moscow to pay.", "Russia"),
        ("A letter from Moscow came.", "Russia"),
        ("Was Moscow the place?", "Moscow"),
        ("A train from Moscow came.", "Moscow"),
    ],
)
def test_capital_is_told_from_its_government(text: str, canonical: str) -> None:
    assert next(one[2] for one in names(text) if one[1] == "Moscow") == canonical


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("The Lake Anglers' Society met. Later the Society left.", "Society", "Lake Anglers' Society"),
        ("The Coral Growers Society met. Later the Society left.", "Society", "Coral Growers Society"),
        ("They read the Brannock Courier. The Courier was wrong.", "Courier", "Brannock Courier"),
        ("The Free Front of Kenya met. The Free Front left.", "Free Front", "Free Front of Kenya"),
        ("It owes Orrin Capital much. Then ORC and Orrin agreed.", "Orrin", "Orrin"),
    ],
)
def test_short_name_stands_for_the_long_one_before_it(text: str, short: str, full: str) -> None:
    found = {one[1]: one[2] for one in names(text)}
    assert found.get(short, full) == full


def test_own_bearer_of_a_surname_goes_before_a_famous_one() -> None:
    found = names("Kenya signed. Brian Okoth, a farmer, spoke. Okoth is against it.")
    assert ("PERSON", "Okoth", "Brian Okoth") in found
    assert ("PERSON", "Okoth", "Ann Okoth") in names("Kenya signed. Okoth is against it.")


@pytest.mark.parametrize("text", ["FUEL AND WATER TALKS.", "4. LONG ROADS."])
def test_english_words_in_capitals_are_no_name(text: str) -> None:
    assert names(f"Kenya met Uganda.\n{text} They agreed on it.")[2:] == []
