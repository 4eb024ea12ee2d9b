"""Rules and model together."""

from __future__ import annotations

import pytest

from briefing_app.analysis.engine import Engine
from briefing_app.domain.analysis import AnalysisRequest
from tests.analysis.bases import BASE
from tests.analysis.models.tiny import Told

Name = tuple[str, str, float]


def found(text: str, *names: Name, chance: float = 0.5, **more: object) -> list[tuple[str, str]]:
    request = AnalysisRequest(text, (), language="en", **more)  # type: ignore[arg-type]
    result = Engine(BASE, Told(names, chance=chance)).analyse(request)
    return [(one.text, one.label.value) for one in result.mentions]


def test_model_adds_a_name_that_nobody_listed() -> None:
    text = "The talks moved to Quillport on the coast, where fishermen from zanth waited."
    assert ("Quillport", "GPE") in found(text, ("Quillport", "GPE", 0.9))


def test_what_the_model_hardly_believes_is_left_out() -> None:
    assert found("They shelved Zanthor again.", ("Zanthor", "ORG", 0.3)) == []


def test_products_and_works_are_no_names_here() -> None:
    assert found("They read the Zanth Papers aloud.", ("Zanth Papers", "MISC", 0.9)) == []


def test_actor_base_wins_over_the_model() -> None:
    assert found("Aid went to Kenya.", ("Kenya", "ORG", 0.99)) == [("Kenya", "GPE")]


def test_sure_longer_name_of_the_model_takes_a_known_one_in() -> None:
    text = "She reads the Kenya Zanther daily."
    assert found(text, ("Kenya Zanther", "ORG", 0.9)) == [("Kenya Zanther", "ORG")]
    assert ("Kenya", "GPE") in found(text, ("Kenya Zanther", "ORG", 0.52))


def test_model_decides_what_kind_of_thing_a_guessed_name_is() -> None:
    text = "The firm hired Orlen Zanth in March."
    assert found(text, ("Orlen Zanth", "PERSON", 0.8))[0] == ("Orlen Zanth", "PERSON")


def test_guess_of_the_rules_that_the_model_thinks_little_of_is_dropped() -> None:
    text = "They praised Zanth Orlen there. They asked Zanth Orlen back."
    assert ("Zanth Orlen", "PERSON") in found(text, chance=0.9)
    assert found(text, chance=0.05) == []


def test_later_last_names_follow_a_person_the_model_found() -> None:
    text = "The firm hired Orlen Zanth in March. In April the board let Zanth go."
    assert found(text, ("Orlen Zanth", "PERSON", 0.8)).count(("Zanth", "PERSON")) == 1


def test_reader_has_the_last_word() -> None:
    rulings = (("Quillport", "never", "", "", ""),)
    assert found("They met in Quillport.", ("Quillport", "GPE", 0.99), rulings=rulings) == []


def test_hidden_text_has_no_names() -> None:
    assert found("They met in Quillport.", ("Quillport", "GPE", 0.99), hidden=((12, 21),)) == []


@pytest.mark.parametrize("text", ["Les accords de Quillport ont été signés par le ministre."])
def test_model_is_not_asked_of_a_text_that_is_not_english(text: str) -> None:
    request = AnalysisRequest(text, (), language="fr")
    result = Engine(BASE, Told([("Quillport", "GPE", 0.99)])).analyse(request)
    assert result.mentions == ()


def test_mention_says_that_the_model_found_it_and_how_sure_it_is() -> None:
    request = AnalysisRequest("An old map shows Quillport.", (), language="en")
    (one,) = Engine(BASE, Told([("Quillport", "GPE", 0.83)])).analyse(request).mentions
    assert (one.why, one.confidence) == ("The told 1 takes it for a name.", 0.83)


def test_what_rules_and_model_agree_upon_is_as_sure_as_the_surer_and_keeps_its_reason() -> None:
    request = AnalysisRequest("The talks moved to Quillport.", (), language="en")
    (alone,) = Engine(BASE).analyse(request).mentions
    (both,) = Engine(BASE, Told([("Quillport", "GPE", 0.83)])).analyse(request).mentions
    assert (both.why, both.confidence) == (alone.why, 0.83)
    assert alone.confidence < 0.83


def test_person_shown_by_a_title_stays_against_a_doubtful_model() -> None:
    text = "They met Ambassador Orlen Zanth in the hall."
    assert ("Orlen Zanth", "PERSON") in found(text, ("Zanth", "ORG", 0.6))


def test_field_of_an_office_is_no_body() -> None:
    text = "She is Minister for Zanthery now, he reads Zanthery."
    assert found(text, ("Zanthery", "ORG", 0.9), chance=0.05) == []
