"""Corrected names and the parties that follow them."""

from __future__ import annotations

from collections import defaultdict

from briefing_app.domain.actors import AliasScope, OwnActor, OwnAlias, OwnOffice
from briefing_app.domain.entity import EntityKind, NameRuling, RulingKind
from briefing_app.domain.linking import Correction, Told, corrections_of, relinked

EU = ("European Union", "org:eu")
BELGIUM = Correction("Brussels", "Belgium", "country:BE")
IN, OUT = Told(10, 18, "Brussels", *EU), Told(90, 92, "EU", *EU)


def link(
    mentions: list[Told], *corrections: Correction, party: tuple[str, str] = EU, day: str = "", article: str = "a"
) -> tuple[str, str] | None:
    by_text: dict[str, list[Correction]] = defaultdict(list)
    for one in corrections:
        by_text[one.text].append(one)
    (now,) = relinked([party], [(0, 40)], mentions, by_text, article, day)
    return now


def test_a_party_follows_the_corrected_name_in_its_evidence() -> None:
    assert link([IN, OUT], BELGIUM) == ("Belgium", "country:BE")


def test_a_party_stays_while_its_evidence_names_it_by_another_word_too() -> None:
    assert link([IN, Told(20, 22, "EU", *EU)], BELGIUM) is None


def test_a_party_named_by_no_word_of_its_evidence_follows_the_rest_of_the_text() -> None:
    assert link([Told(60, 68, "Brussels", *EU)], BELGIUM) == ("Belgium", "country:BE")
    assert link([Told(60, 68, "Brussels", *EU), OUT], BELGIUM) is None


def test_a_party_that_no_mention_means_stays() -> None:
    assert link([IN], BELGIUM, party=("Norway", "country:NO")) is None
    assert link([], BELGIUM) is None


def test_a_correction_holds_in_its_article_on_its_days_and_for_whom_it_is_taken_from() -> None:
    assert link([IN], Correction("Brussels", "X", article="b")) is None
    assert link([IN], Correction("Brussels", "X", since="2025"), day="2024-05-01") is None
    assert link([IN], Correction("Brussels", "Brussels", taken_from="country:BE")) is None
    assert link([IN], Correction("Brussels", "Brussels", taken_from="org:eu")) == ("Brussels", "")


def test_the_last_correction_wins_and_one_that_says_what_holds_changes_nothing() -> None:
    assert link([IN], BELGIUM, Correction("Brussels", "Flanders", article="a")) == ("Flanders", "")
    assert link([IN], Correction("Brussels", *EU)) is None


def test_corrections_are_those_of_names_rulings_and_offices_rulings_last() -> None:
    aliases = (
        OwnAlias("Hill", id="1"),
        OwnAlias("Top", scope=AliasScope.ACTING),
        OwnAlias("Ard", scope=AliasScope.NEVER),
    )
    offices = (OwnOffice("chair", "org:x"),)
    own = [OwnActor("country:AR", "Ardania", aliases=aliases, offices=offices)]
    rulings = [
        NameRuling("Hill", RulingKind.MEANS, "Ardania", key="country:AR", id="r"),
        NameRuling("Monday", RulingKind.MEANS, "2025", EntityKind.DATE, id="s"),
        NameRuling("Bill", RulingKind.NEVER, id="t"),
    ]
    found = corrections_of(rulings, own)
    assert [(one.text, one.analysed) for one in found] == [
        ("Top", True),
        ("Ardania", True),
        ("Ard", False),
        ("Hill", False),
        ("Hill", False),
    ]
