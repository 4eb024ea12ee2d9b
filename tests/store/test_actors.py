"""The library's own actors as rows: what is put is what is read, and everything that is read is read through them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.actors import AliasKind, AliasScope, OwnActor, OwnAlias, OwnOffice
from briefing_app.domain.changes import Kind
from briefing_app.domain.entity import EntityKind
from briefing_app.domain.listing import ListQuery
from briefing_app.store.listing import Listing
from tests.store.factories import dossier, import_one, statement

if TYPE_CHECKING:
    from briefing_app.store.store import Store

BELMORA = OwnActor(
    "own:b",
    "Belmora",
    EntityKind.GPE,
    "own:union",
    "",
    (OwnAlias("the Isle", AliasKind.NICKNAME, AliasScope.ALWAYS, "2024", "2025-06"),),
    (OwnOffice("chair", "own:union", "2024-01", "", True),),
)


def put(store: Store, *actors: OwnActor) -> None:
    with store.write("Actors") as work:
        for actor in actors:
            work.actors.put(actor)


def read(store: Store) -> tuple[OwnActor, ...]:
    """Return the actors without the ids of their names and offices."""
    with store.read() as reader:
        return tuple(
            replace(
                one,
                aliases=tuple(replace(alias, id="") for alias in one.aliases),
                offices=tuple(replace(office, id="") for office in one.offices),
            )
            for one in reader.actors.own()
        )


def test_what_is_put_is_what_is_read_and_undo_takes_it_back(store: Store) -> None:
    put(store, BELMORA)
    assert read(store) == (BELMORA,)
    changed = replace(BELMORA, name="Greater Belmora", merged="own:union", aliases=(), offices=())
    put(store, changed, OwnActor("own:union", "Union"))
    assert read(store) == (changed, OwnActor("own:union", "Union"))
    store.undo()
    assert read(store) == (BELMORA,)
    store.undo()
    assert read(store) == ()
    assert store.check() == []


def test_names_keep_their_rows_when_others_change(store: Store) -> None:
    put(store, BELMORA)
    with store.read() as reader:
        (before,) = reader.actors.own()
    put(store, replace(before, aliases=(*before.aliases, OwnAlias("B."))))
    with store.read() as reader:
        (after,) = reader.actors.own()
    assert after.aliases[0] == before.aliases[0]


def test_forgetting_leaves_nothing_of_it(store: Store) -> None:
    put(store, BELMORA)
    with store.write("Forget") as work:
        work.actors.forget("own:b")
        work.actors.forget("nobody")
    assert read(store) == ()
    assert work.changes.kinds == {Kind.ENTITY}


def test_statements_dossiers_and_search_are_read_through_them(store: Store) -> None:
    article = import_one(store)
    with store.write("Statement") as work:
        work.statements.add(statement(article, parties=("Belmora", "the Isle"), keys=("own:b", "")))
        talks = work.dossiers.add(dossier())
    put(store, BELMORA, OwnActor("own:union", "Union", EntityKind.ORG))
    put(store, replace(BELMORA, merged="own:union"))
    with store.read() as reader:
        (one,) = reader.statements.of_article(article.id)
        assert (one.parties, one.keys) == (("Union",), ("own:union",))
        assert [party.name for party in reader.dossiers.get(talks.id).parties] == ["Ardania", "Union"]
        for asked in ("Union", "union", "Belm*", '"the Isle"'):
            assert [hit.kind for hit in reader.search.search(f"party:{asked}")], asked
        listing = Listing(store.path, None)
        assert len(listing.ids(ListQuery(text="party:Union"))) == 1
        assert len(listing.ids(ListQuery(text="party:Nobody"))) == 0
        listing.close()
        assert reader.search.search("-party:Union") == [] or all(
            hit.kind != "passage" for hit in reader.search.search("-party:Union")
        )
    store.undo()
    with store.read() as reader:
        assert reader.statements.of_article(article.id)[0].parties[0] == "Belmora"
        assert reader.search.search("party:Union") == []


def test_an_edit_that_leaves_the_parties_leaves_them_as_they_were_written_down(store: Store) -> None:
    article = import_one(store)
    with store.write("Statement") as work:
        made = work.statements.add(statement(article, parties=("Belmora",), keys=("own:b",), speaker="Belmora"))
    put(store, replace(BELMORA, merged="own:union"), OwnActor("own:union", "Union", EntityKind.ORG))
    with store.write("Edit") as work:
        shown = work.statements.get(made.id)
        assert (shown.parties, shown.keys) == (("Union",), ("own:union",))
        work.statements.update(replace(shown, paraphrase="Mine"))
    put(store, BELMORA)
    with store.read() as reader:
        one = reader.statements.get(made.id)
    assert (one.parties, one.keys, one.paraphrase) == (("Belmora",), ("own:b",), "Mine")


def test_linked_parties_are_shown_searched_and_forgotten_when_a_person_writes(store: Store) -> None:
    article = import_one(store)
    with store.write("Statement") as work:
        made = work.statements.add(statement(article, why="Read so."))
    with store.write("Link", undoable=False) as work:
        (linked,) = work.linking.statements([article.seq])
        seq, written = linked.parties[0].seq, linked.parties[0].written
        assert work.linking.link({seq: ("Union", "own:union")}, {seq: ("Somebody", "")}) == 0
        assert work.linking.link({seq: ("Union", "own:union")}, {seq: written}) == 1
    assert Kind.STATEMENT in work.changes.kinds
    assert article.id in work.changes.articles
    with store.read() as reader:
        (one,) = reader.statements.of_article(article.id)
        assert (one.parties, one.keys) == (("Union",), ("own:union",))
        assert reader.search.search("party:Union")
        assert reader.search.search("party:Belmora") == []
        assert reader.linking.statements_of(["own:union"], []) == 1
    with store.write("Edit") as work:
        work.statements.update(replace(made, parties=("Ardania",)))
    with store.read() as reader:
        assert reader.statements.of_article(article.id)[0].parties == ("Ardania",)
    store.undo()
    store.undo()
    assert store.check() == []
