"""Who is who by what readers say: merges, names, what was written down before."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.actors import AliasKind, AliasScope, OwnActor, OwnAlias, is_day
from briefing_app.domain.dossier import Party
from briefing_app.domain.entity import EntityKind
from briefing_app.domain.who import Who

ARDANIA = OwnActor("country:AR", "Ardania", EntityKind.GPE, aliases=(OwnAlias("Hilltop", AliasKind.METONYM),))
OLD = OwnActor("org:old", "Ardanian Republic", merged="country:AR", aliases=(OwnAlias("the Republic"),))


def test_a_name_of_the_librarys_own_means_its_actor() -> None:
    who = Who.of([ARDANIA])
    assert who.party("Hilltop") == ("Ardania", "country:AR")
    assert who.party("Belmora", "country:BE") == ("Belmora", "country:BE")


def test_merged_actors_are_one_with_all_their_names() -> None:
    who = Who.of([ARDANIA, OLD])
    assert who.party("Ardanian Republic", "org:old") == ("Ardania", "country:AR")
    assert who.party("the Republic") == ("Ardania", "country:AR")
    names, keys = who.parties(("Ardania", "Ardanian Republic", "Belmora"), ("country:AR", "org:old", ""))
    assert (names, keys) == (("Ardania", "Belmora"), ("country:AR", ""))


def test_a_renamed_actor_has_its_name_of_today_wherever_its_key_stands() -> None:
    who = Who.of([OwnActor("country:AR", "Free Ardania", EntityKind.GPE, aliases=(OwnAlias("Ardania"),))])
    assert who.party("Ardania", "country:AR") == ("Free Ardania", "country:AR")
    assert who.party("Ardania") == ("Free Ardania", "country:AR")
    assert set(who.former("Free Ardania", "country:AR")) == {"Free Ardania", "Ardania"}


def test_a_name_holds_from_day_to_day() -> None:
    who = Who.of([OwnActor("org:a", "Council", aliases=(OwnAlias("the Six", since="2024-05", until="2025-03-01"),))])
    assert who.party("the Six", "", "2024-06-01") == ("Council", "org:a")
    assert who.party("the Six", "", "2024-04-30") == ("the Six", "")
    assert who.party("the Six", "", "2025-03-02") == ("the Six", "")


def test_a_name_that_two_actors_bear_is_left_alone() -> None:
    who = Who.of([OwnActor(key, name, aliases=(OwnAlias("the Front"),)) for key, name in (("a", "A"), ("b", "B"))])
    assert who.party("the Front") == ("the Front", "")


def test_names_that_hold_only_where_they_act_or_no_more_mean_nobody_by_themselves() -> None:
    aliases = (OwnAlias("Brack", scope=AliasScope.ACTING), OwnAlias("Ard", scope=AliasScope.NEVER))
    who = Who.of([OwnActor("country:AR", "Ardania", aliases=aliases)])
    assert who.party("Brack") == ("Brack", "")
    assert who.party("Ard") == ("Ard", "")
    assert ("Ard", "country:AR") in who.gone


def test_parties_of_a_dossier_that_were_merged_become_one_and_a_chosen_name_stays() -> None:
    who = Who.of([ARDANIA, OLD])
    parties = (
        Party("Our friends", "country:AR", members=("the Republic",)),
        Party("Old", "org:old", members=("Scouts",)),
        Party("Belmora"),
    )
    first, second = who.of_dossier(parties)
    assert (first.name, first.key, first.members) == ("Our friends", "country:AR", ("Ardania", "Scouts"))
    assert second == parties[2]


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(0, 5)), max_size=12))
def test_merges_in_circles_end(pairs: list[tuple[int, int]]) -> None:
    into = dict(pairs)
    who = Who.of([OwnActor(f"k{n}", f"N{n}", merged=f"k{into[n]}" if n in into else "") for n in range(6)])
    for n in range(6):
        name, key = who.party(f"N{n}", f"k{n}")
        assert who.party(name, key) == (name, key)


@pytest.mark.parametrize(("text", "right"), [("", True), ("2025", True), ("2025-13", False), ("25-01-01", False)])
def test_days(text: str, right: bool) -> None:
    assert is_day(text) is right
