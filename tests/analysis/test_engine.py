from __future__ import annotations

import hashlib
import time

import pytest

from briefing_app.analysis.actors import ActorBase
from briefing_app.analysis.engine import NOT_ENGLISH, Engine
from briefing_app.domain.analysis import AnalysisRequest
from tests.analysis.bases import ENGINE, analyse, paragraphs

ARTICLE = (
    "Kenya on Tuesday rejected a Ugandan quota of 12,000 tonnes. “We will not sign,” President Ann Okoth said. "
    "Uganda offered $5 million and urged its neighbour to accept by Friday.\n"
)


def test_result_names_the_text_it_was_computed_from() -> None:
    result = analyse(ARTICLE)
    assert result.text_hash == hashlib.sha256(ARTICLE.encode()).hexdigest()
    assert result.engine == ENGINE.label


def test_same_text_twice_gives_the_same_result() -> None:
    assert (
        analyse(ARTICLE)
        == analyse(ARTICLE)
        == Engine(ENGINE.actors).analyse(
            AnalysisRequest(ARTICLE, paragraphs(ARTICLE), published="2026-03-18", language="en")
        )
    )


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", ".", "“", "€", "- - -", "'s", "1", "\u00a0", "A", "(", "said said said"]
)
def test_nearly_empty_texts_are_safe(text: str) -> None:
    assert analyse(text).statements == ()


def test_other_languages_say_what_was_not_analysed() -> None:
    text = "Le président de Kenya a rejeté la proposition de 5 millions le 3 mars, et la délégation est partie."
    result = analyse(text, language="fr")
    assert result.limits == (NOT_ENGLISH,)
    assert [m.text for m in result.mentions if not m.label.is_value] == ["Kenya"]
    assert result.statements == ()


def test_language_is_told_from_the_words_where_no_code_is_given() -> None:
    assert analyse(ARTICLE, language="").limits == ()
    other = "Die Regierung hat den Vorschlag abgelehnt und will nicht mehr verhandeln, sagte der Minister am Montag."
    assert analyse(other, language="").limits == (NOT_ENGLISH,)


def test_text_without_paragraphs_is_cut_at_line_ends() -> None:
    result = ENGINE.analyse(AnalysisRequest(ARTICLE, (), language="en", published="2026-03-18"))
    assert result.statements


def _seconds(text: str) -> float:
    began = time.process_time()
    analyse(text)
    return time.process_time() - began


def test_long_texts_take_time_in_proportion() -> None:
    short, long = ARTICLE * 40, ARTICLE * 320
    assert _seconds(long) < 8 * 2.5 * max(_seconds(short), 0.02)


@pytest.mark.parametrize(
    "piece",
    [
        "Kenya and ",
        "Aa ",
        "a",
        "(",
        "“",
        "1,",
        "said ",
        "of the ",
        "A. ",
        "no deal ",
        "Kenya, ",
        "X of X ",
        "- ",
        "if only if ",
        "1 to 2 ",
        "Arab ",
        "Council ",
        "!",
    ],
)
def test_hostile_repetition_stays_linear(piece: str) -> None:
    small = _seconds(piece * 1500)
    large = _seconds(piece * 6000)
    assert large < 4 * 3 * max(small, 0.05)


def test_shipped_base_loads_and_knows_the_world() -> None:
    base = ActorBase.load()
    assert base is ActorBase.load()
    assert len(base.actors) >= 300
    assert base.get("country:KE") is not None
    assert base.topics
