"""What readers say of names, laid over a text: in order, never overlapping, longest first, undone by taking it away."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.actors import AliasKind, AliasScope, OwnActor, OwnAlias
from briefing_app.domain.analysis import Analysis
from briefing_app.domain.entity import EntityKind, Figure, FigureKind, Mention, NameRuling, RulingKind, Status
from briefing_app.domain.rulings import Place, apply_actors, apply_rulings, lay_over
from briefing_app.domain.who import Who

TEXT = "Ardania Harbour Board met. Ardania said no; the Board of Ardania agreed, the Board’s chair told Monday."


def mention(text: str, canonical: str = "", key: str = "", nth: int = 0, label: EntityKind = EntityKind.ORG) -> Mention:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(text, start + 1)
    return Mention(start, start + len(text), label, text, canonical or text, key, "actor base", "In the base.")


def analysis(*mentions: Mention, figures: tuple[Figure, ...] = ()) -> Analysis:
    return Analysis("hash", "rules 1", "en", mentions, figures)


def board(*aliases: OwnAlias, name: str = "Harbour Board") -> OwnActor:
    return OwnActor("own:1", name, EntityKind.ORG, aliases=aliases)


def test_a_longer_name_takes_the_place_of_shorter_ones_inside_it() -> None:
    who = Who.of([board(OwnAlias("Ardania Harbour Board", id="a"))])
    before = analysis(mention("Ardania", key="country:AR"), mention("Ardania", key="country:AR", nth=1))
    found = apply_actors(before, TEXT, who).mentions
    assert [one.text for one in found] == ["Ardania Harbour Board", "Ardania"]
    assert found[0].status is Status.CONFIRMED


def test_a_name_gives_way_to_a_longer_mention_that_it_is_a_part_of() -> None:
    who = Who.of([board(OwnAlias("Harbour Board", id="a"))])
    before = analysis(mention("Ardania Harbour Board", key="org:abc"))
    assert apply_actors(before, TEXT, who).mentions == before.mentions


def test_a_name_taken_away_leaves_the_words_and_says_why() -> None:
    who = Who.of([OwnActor("country:AR", "Ardania", aliases=(OwnAlias("the Board", scope=AliasScope.NEVER, id="a"),))])
    (found,) = apply_actors(analysis(mention("the Board", "Ardania", "country:AR")), TEXT, who).mentions
    assert (found.canonical, found.key) == ("the Board", "")
    assert "no name of Ardania" in found.why


def test_a_demonym_is_labelled_as_one_and_who_claims_a_figure_follows() -> None:
    who = Who.of(
        [
            OwnActor(
                "country:AR", "Free Ardania", EntityKind.GPE, aliases=(OwnAlias("Ardania", AliasKind.DEMONYM, id="a"),)
            )
        ]
    )
    figure = Figure(FigureKind.PERCENT, 0, 7, "Ardania", "1%", claimed_by="Ardania")
    found = apply_actors(analysis(figures=(figure,)), TEXT, who)
    assert {one.label for one in found.mentions} == {EntityKind.NORP}
    assert found.figures[0].claimed_by == "Free Ardania"


def test_a_ruling_wins_over_a_name_and_follows_a_merge() -> None:
    own = [board(OwnAlias("the Board", id="a")), OwnActor("org:b", "B", merged="org:c"), OwnActor("org:c", "C")]
    ruling = NameRuling("the Board", RulingKind.MEANS, "B", EntityKind.ORG, "org:b", "here", "r")
    there = lay_over(analysis(), TEXT, Who.of(own), [ruling], Place("elsewhere"))
    here = lay_over(analysis(), TEXT, Who.of(own), [ruling], Place("here"))
    assert {one.key for one in there.mentions if one.text == "the Board"} == {"own:1"}
    assert {(one.canonical, one.key) for one in here.mentions if one.text == "the Board"} == {("C", "org:c")}


def test_dates_and_sums_are_left_alone() -> None:
    day = mention("Monday", "2025-03-03", label=EntityKind.DATE)
    who = Who.of([OwnActor("own:2", "Monday Club", aliases=(OwnAlias("Monday", id="a"),))])
    assert apply_actors(analysis(day), TEXT, who).mentions[-1].label in (EntityKind.DATE, EntityKind.ORG)
    assert apply_rulings(analysis(day), TEXT, []).mentions == (day,)


WORDS = st.sampled_from(
    ["Ardania", "Ardania Harbour Board", "Harbour", "Board", "the Board", "Board of Ardania", "Monday"]
)


@given(st.lists(WORDS, unique=True, max_size=5), st.lists(WORDS, unique=True, max_size=4), st.lists(WORDS, max_size=3))
def test_mentions_are_in_order_and_never_overlap(found: list[str], given_: list[str], ruled: list[str]) -> None:
    free: list[Mention] = []
    for text in found:
        one = mention(text)
        if all(one.end <= other.start or other.end <= one.start for other in free):
            free.append(one)
    before = analysis(*sorted(free, key=lambda one: one.start))
    who = Who.of([board(*(OwnAlias(text, id=str(n)) for n, text in enumerate(given_)))])
    rulings = [NameRuling(text, RulingKind.MEANS, "X", id=str(n)) for n, text in enumerate(ruled)]
    after = lay_over(before, TEXT, who, rulings, Place("a")).mentions
    assert all(one.end <= other.start for one, other in pairwise(after))
    assert all(TEXT[one.start : one.end] == one.text for one in after)
    assert lay_over(before, TEXT, Who(), [], Place("a")) == before
