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
        ("They met Crown Prince Haldur of the north.", "PERSON", "Haldur"),
        ("They met Undersecretary of State Owen Brand.", "PERSON", "Owen Brand"),
        ("They met Lt. Gen. Arne J. Solberg there.", "PERSON", "Arne J. Solberg"),
        ("They met Kenyan envoy Wanja Kamau and Ugandan Prime Minister Okello Ntale.", "PERSON", "Okello Ntale"),
        ("She thanked Sheikha Noura Almarri warmly.", "PERSON", "Noura Almarri"),
        ("Sidi Ahmed Ould Baba signed it.", "PERSON", "Sidi Ahmed Ould Baba"),
        ("The boats of the Brannock Reef Forum left.", "ORG", "Brannock Reef Forum"),
        ("It was said by Clean Rivers Kenya in the spring.", "ORG", "Clean Rivers Kenya"),
        ("He asked the Lake Trade Bank and the Reef Credit Bank to pay.", "ORG", "Lake Trade Bank"),
        ("He asked the Lake Trade Bank and the Reef Credit Bank to pay.", "ORG", "Reef Credit Bank"),
        ("They read the Department of Home Affairs and Youth letter.", "ORG", "Department of Home Affairs and Youth"),
        ("The Brannock Farmers Party on Monday left.", "ORG", "Brannock Farmers Party"),
        ("The High Court on Thursday sat.", "ORG", "High Court"),
        ("The Committee on Lake Trade on Friday met.", "ORG", "Committee on Lake Trade"),
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
        ("It owes Orrin Capital much. Orrin declined.", "Orrin", "Orrin Capital"),
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


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norvania's cabinet met. Kenya and Norvania agreed.", ("GPE", "Norvania", "Norvania")),
        ("The Republic of Arden signed. Arden will pay.", ("GPE", "Arden", "Republic of Arden")),
        ("Norvania's parliament met. The Norvanian envoy left.", ("NORP", "Norvanian", "Norvania")),
        ("Kestovia has paid. Kestovian boats left.", ("GPE", "Kestovia", "Kestovia")),
        ("Ministers from Kallmark met. Then Kallmark left.", ("GPE", "Kallmark", "Kallmark")),
        ("Mr. Jonas Wick (Harrow Downs): I thank the Minister.", ("GPE", "Harrow Downs", "Harrow Downs")),
        ("Mr. Jonas Wick (Greens): I thank the Minister.", ("ORG", "Greens", "Greens")),
        ("They met King Osric of Arden in Kenya.", ("GPE", "Arden", "Arden")),
    ],
)
def test_state_that_no_list_knows_is_told_by_what_only_states_have(text: str, found: tuple[str, str, str]) -> None:
    assert found in names(text)


@pytest.mark.parametrize(
    ("text", "label", "name"),
    [
        ("The Brannock Fishermen's Society wants it.", "ORG", "Brannock Fishermen's Society"),
        ("He led the Department for Trade, Food and Rural Roads.", "ORG", "Department for Trade, Food and Rural Roads"),
        ("He led the Office of the Envoy for Lake Affairs.", "ORG", "Office of the Envoy for Lake Affairs"),
        ("It was sold to the Banque Populaire de Kassim then.", "ORG", "Banque Populaire de Kassim"),
        ("The UN Mission for Peace in Kenya ended.", "ORG", "UN Mission for Peace in Kenya"),
        ("Shares of Calderix fell.", "ORG", "Calderix"),
        ("The Nairobi Lions beat them.", "ORG", "Nairobi Lions"),
        ("Then Cho Sang-hyeok spoke of it.", "PERSON", "Cho Sang-hyeok"),
        ("Then Robert in den Berg spoke of it.", "PERSON", "Robert in den Berg"),
        ("Photographer Ann Mutua spoke of it.", "PERSON", "Ann Mutua"),
        ("Hughes later died of it.", "PERSON", "Hughes"),
        ("The ship lies at Pier 14 now.", "FAC", "Pier 14"),
        ("They met outside the Meridian Kopa then.", "FAC", "Meridian Kopa"),
        ("The Varga flows past it.", "LOC", "Varga"),
        ("Trains on the Sheldrake Line stopped.", "FAC", "Sheldrake Line"),
        ("They cited the Seabed Act 2019 then.", "LAW", "Seabed Act 2019"),
        ("They cited the Fisheries (Amendment) Bill then.", "LAW", "Fisheries (Amendment) Bill"),
        ("They cited Article 12(3) then.", "LAW", "Article 12(3)"),
        ("The Battle of Karrow was lost.", "EVENT", "Battle of Karrow"),
    ],
)
def test_name_of_many_words_or_of_one_is_read_by_what_is_general_in_it(text: str, label: str, name: str) -> None:
    assert (label, name) in {(one[0], one[1]) for one in names(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Overfishing has hurt. Stormclouds gathered. Resettlement is slow.",
        "She spoke of Islamic law and of the Internet.",
        "A long pause, however, was needed.",
    ],
)
def test_words_of_english_are_no_names_whatever_their_capital(text: str) -> None:
    assert names(text) == []


def test_half_of_a_double_name_is_nobody_else() -> None:
    assert names("Then Ana Mbasogo-Moscow spoke of it.") == [("PERSON", "Ana Mbasogo-Moscow", "Ana Mbasogo-Moscow")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The monitors walked near Serr Um Qadd.", [("GPE", "Serr Um Qadd")]),
        ("Villagers in Bir Wadhul said so.", [("GPE", "Bir Wadhul")]),
        ("They reopened the Nam Dorr Phek checkpoint.", [("FAC", "Nam Dorr Phek")]),
        ("The Autonomous Marenga Government agreed.", [("ORG", "Autonomous Marenga Government")]),
        ("QUESTION: Kimiko Sawara, Dagsposten. Is it so?", [("PERSON", "Kimiko Sawara"), ("ORG", "Dagsposten")]),
        ("UN Security Council Resolution 2254 stands.", [("LAW", "UN Security Council Resolution 2254")]),
        ("TRANSCRIPT — They met.", []),
        ("He paid 5 million Kenyan shillings.", [("MONEY", "5 million Kenyan shillings")]),
    ],
)
def test_lesser_known_places_and_bodies_are_told_by_what_stands_around(text: str, found: list[tuple[str, str]]) -> None:
    assert [one[:2] for one in names(text)] == found
