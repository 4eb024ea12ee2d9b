"""The library's own actors over a base: their names win, merged ones are gone, the base itself is never changed."""

from __future__ import annotations

import pytest

from briefing_app.analysis.actors import Actor, ActorBase, Alias, Office
from briefing_app.analysis.overlay import overlaid, role_of
from briefing_app.domain.actors import AliasScope, OwnActor, OwnAlias, OwnOffice
from briefing_app.domain.entity import EntityKind

GPE, ORG, PERSON = EntityKind.GPE, EntityKind.ORG, EntityKind.PERSON
BASE = ActorBase(
    [
        Actor(
            "country:AR", "Ardania", GPE, aliases=(Alias("Brack", "metonym", ORG, "acting"), Alias("Ard", "name", GPE))
        ),
        Actor("city:brack", "Brack", GPE, "country:AR"),
        Actor(
            "person:a", "Ana Orr", PERSON, "country:AR", offices=(Office("president", "head_of_state", "country:AR"),)
        ),
        Actor("org:b", "Board", ORG, "country:AR", (Alias("the Six", "nickname", ORG),)),
    ]
)


def test_nothing_said_is_the_base_itself() -> None:
    assert overlaid(BASE, ()) is BASE


def test_a_name_given_without_condition_is_nobody_elses() -> None:
    whole = overlaid(BASE, (OwnActor("own:1", "Council", ORG, aliases=(OwnAlias("Ard", id="1"),)),))
    assert [actor.key for actor, _ in whole.called("Ard")] == ["own:1"]
    assert [actor.key for actor, _ in BASE.called("Ard")] == ["country:AR"]


def test_a_name_given_where_it_acts_stands_beside_others() -> None:
    own = (OwnActor("own:1", "Council", ORG, aliases=(OwnAlias("Brack", scope=AliasScope.ACTING, id="1"),)),)
    assert {(actor.key, alias.when) for actor, alias in overlaid(BASE, own).called("Brack")} == {
        ("country:AR", "acting"),
        ("city:brack", ""),
        ("own:1", "acting"),
    }


def test_a_merged_actor_is_gone_and_all_that_was_its_is_the_others() -> None:
    own = (OwnActor("country:AR", "Ardania", GPE, merged="own:1"), OwnActor("own:1", "Union", ORG))
    whole = overlaid(BASE, own)
    assert whole.get("country:AR") is None
    assert {actor.key for name in ("Ardania", "Ard", "Union") for actor, _ in whole.called(name)} == {"own:1"}
    assert [person.key for person, _ in whole.holders["own:1"]] == ["person:a"]
    brack = whole.get("city:brack")
    assert brack is not None
    assert brack.parent == "own:1"
    person = whole.get("person:a")
    assert person is not None
    assert whole.serves(person, "2025-01-01") == "own:1"


def test_a_renamed_actor_keeps_its_old_name_and_a_taken_one_is_gone() -> None:
    own = (OwnActor("country:AR", "Free Ardania", GPE, aliases=(OwnAlias("Ard", scope=AliasScope.NEVER),)),)
    whole = overlaid(BASE, own)
    assert [actor.name for actor, _ in whole.called("Ardania")] == ["Free Ardania"]
    assert whole.called("Ard") == []


def test_offices_are_added_and_shipped_ones_taken_away() -> None:
    offices = (OwnOffice("president", "country:AR", removed=True), OwnOffice("chief negotiator", "org:b", "2024"))
    person = overlaid(BASE, (OwnActor("person:a", "Ana Orr", PERSON, "country:AR", offices=offices),)).get("person:a")
    assert person is not None
    assert [(one.title, one.actor) for one in person.offices] == [("chief negotiator", "org:b")]


@pytest.mark.parametrize(
    ("title", "role"),
    [
        ("Prime Minister", "head_of_government"),
        ("foreign minister", "foreign_minister"),
        ("deputy foreign minister", ""),
        ("vice president", ""),
        ("gardener", ""),
    ],
)
def test_roles_follow_titles(title: str, role: str) -> None:
    assert role_of(title) == role
