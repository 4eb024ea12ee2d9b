"""Undo and redo: every step back and forth, after a restart too, and never over others' work."""

from __future__ import annotations

import hashlib
import random
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.actors import OwnActor, OwnAlias, OwnOffice
from briefing_app.domain.annotation import Tag
from briefing_app.domain.article import RemovalState
from briefing_app.domain.changes import Kind
from briefing_app.domain.dossier import Issue, Party
from briefing_app.domain.entity import NameRuling, RulingKind, Status
from briefing_app.domain.ids import TagId
from briefing_app.errors import UserError
from briefing_app.store import engine
from briefing_app.store.store import Store
from briefing_app.store.tables.every import TABLES
from tests.store.factories import (
    add_article,
    annotation,
    document,
    dossier,
    import_one,
    junk,
    note,
    statement,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing_app.store.session import Work

    Action = Callable[[Work, random.Random], None]

SEQUENCES = 320
STEPS = 14


def state(store: Store, *, all_texts: bool = True) -> str:
    """Return a hash of every row of every table, but for the steps of undo themselves.

    A text that was imported stays in the library when its import is undone, in the trash or as a version that
    no article shows: `all_texts` False leaves those out.
    """
    digest = hashlib.sha256()
    shown = "(SELECT version FROM articles WHERE trashed_at = '')"
    outside = {
        "articles": "trashed_at = ''",
        "versions": f"seq IN {shown}",
        "removals": f"version IN {shown}",
        "originals": f"seq IN (SELECT original FROM versions WHERE seq IN {shown})",
    }
    with store._readers.connect() as connection:
        driver = engine.raw(connection)
        for table in sorted(TABLES.keys() - {"undo_steps"}):
            where = "1" if all_texts else outside.get(table, "1")
            for row in driver.execute(f"SELECT * FROM {table} WHERE {where} ORDER BY seq"):
                digest.update(repr((table, row)).encode())
    return digest.hexdigest()


# --- what a user does, at random --------------------------------------------------------------------


def some_article(work: Work, chance: random.Random) -> str:
    return chance.choice(work.articles.all_ids())


def import_article(work: Work, chance: random.Random) -> None:
    text = f"Report {chance.random()} on Ardania.\n\nSubscribe to our newsletter today."
    ids = [one.id for one in work.dossiers.all()][: chance.randrange(2)]
    add_article(work, text, dossiers=tuple(ids), removals=(junk(text),), title=f"Report {chance.randrange(9)}")


def new_version(work: Work, chance: random.Random) -> None:
    text = f"Corrected {chance.random()}."
    work.articles.add_version(some_article(work, chance), document(text, title="Corrected"), text.encode())


def highlight(work: Work, chance: random.Random) -> None:
    article = work.articles.get(some_article(work, chance))
    tags = tuple(chance.sample(["energy", "Border", "press"], chance.randrange(3)))
    work.annotations.add(annotation(article, tags=tags, note=chance.choice(["", "Look again"])))


def edit_annotation(work: Work, chance: random.Random) -> None:
    for one in work.annotations.of_dossier(None)[:1]:
        work.annotations.update(replace(one, note=f"{chance.random()}", tags=chance.choice([(), ("energy", "new")])))


def delete_annotation(work: Work, chance: random.Random) -> None:
    ids = [one.id for one in work.annotations.of_dossier(None)]
    work.annotations.delete(chance.sample(ids, min(len(ids), 2)))


def state_position(work: Work, chance: random.Random) -> None:
    article = work.articles.get(some_article(work, chance))
    parties = tuple(chance.sample(["Ardania", "Belmora", "Cressia"], chance.randint(1, 3)))
    made = work.statements.add(statement(article, parties=parties, status=chance.choice(list(Status))))
    if chance.random() < 0.5:
        work.annotations.add(annotation(article, statement=made.id))


def rule_statement(work: Work, chance: random.Random) -> None:
    ids = [one.id for article in work.articles.all_ids() for one in work.statements.of_article(article)]
    work.statements.set_status(chance.sample(ids, min(len(ids), 2)), chance.choice(list(Status)))


def edit_statement(work: Work, chance: random.Random) -> None:
    found = [one for article in work.articles.all_ids() for one in work.statements.of_article(article)]
    for one in found[-1:]:
        fewer = one.evidence[: chance.randrange(2)]
        work.statements.update(replace(one, paraphrase=f"{chance.random()}", parties=("Dovany",), evidence=fewer))


def delete_statement(work: Work, chance: random.Random) -> None:
    ids = [one.id for article in work.articles.all_ids() for one in work.statements.of_article(article)]
    work.statements.delete(ids[: chance.randrange(3)])


def flag(work: Work, chance: random.Random) -> None:
    value: Callable[[], bool | None] = lambda: chance.choice([None, True, False])  # noqa: E731
    work.articles.set_flags(work.articles.all_ids()[:3], read=value(), starred=value(), archived=value())


def throw_away(work: Work, chance: random.Random) -> None:
    if len(work.articles.all_ids()) > 1:
        work.articles.trash([some_article(work, chance)])


def retitle(work: Work, chance: random.Random) -> None:
    one = work.articles.get(some_article(work, chance))
    work.articles.update(replace(one, title=f"“Title” {chance.random()}", user_fields=frozenset({"title"})))


def show_removed(work: Work, chance: random.Random) -> None:
    version = work.articles.get(some_article(work, chance)).version
    for one in work.articles.removals(version)[:1]:
        work.articles.set_removal_state(one.id, chance.choice(list(RemovalState)))
    work.articles.add_removal(version, replace(junk(), origin="user", start=chance.randrange(5)))


def new_dossier(work: Work, chance: random.Random) -> None:
    name = f"Talks {chance.randrange(50)}"
    if work.dossiers.by_name(name) is None:
        made = work.dossiers.add(dossier(name))
        work.articles.put_in_dossier(work.articles.all_ids()[:3], made.id)


def change_dossier(work: Work, chance: random.Random) -> None:
    for one in work.dossiers.all()[:1]:
        parties = [*one.parties, Party(f"Party {chance.randrange(5)}")]
        chance.shuffle(parties)
        issues = (*one.issues[1:], Issue(f"Issue {chance.randrange(5)}", ("word",)))
        work.dossiers.update(replace(one, parties=tuple(parties), issues=issues))
        work.articles.take_from_dossier(work.articles.all_ids()[:2], one.id)


def delete_dossier(work: Work, chance: random.Random) -> None:
    for one in work.dossiers.all()[-1:]:
        work.dossiers.delete(one.id)


def write_note(work: Work, chance: random.Random) -> None:
    for one in work.dossiers.all()[:1]:
        made = work.notes.add(note(one.id, sections={"bluf": f"{chance.random()}"}))
        work.notes.update(replace(made, title="Changed"))


def delete_note(work: Work, chance: random.Random) -> None:
    for one in work.notes.all()[:1]:
        work.notes.delete(one.id)


def change_tags(work: Work, chance: random.Random) -> None:
    names = [tag.name for tag in work.annotations.tags()]
    fresh = f"Tag {chance.random()}"
    work.annotations.add_tag(Tag(TagId(""), fresh, parent=names[0] if names else ""))
    if names:
        old = next(tag for tag in work.annotations.tags() if tag.name == names[-1])
        work.annotations.update_tag(replace(old, name=f"{old.name}!"), old.name)
    if len(names) > 2:
        work.annotations.delete_tag(names[0])


def rule_name(work: Work, chance: random.Random) -> None:
    article = chance.choice(["", some_article(work, chance)])
    work.entities.add_ruling(NameRuling("the Palace", RulingKind.MEANS, "Ardania", article=article))
    if chance.random() < 0.3:
        work.entities.delete_ruling(work.entities.rulings()[0].id)


def change_actor(work: Work, chance: random.Random) -> None:
    key = chance.choice(["country:AR", "own:1", "own:2"])
    aliases = tuple(OwnAlias(f"Name {chance.randrange(4)}") for _ in range(chance.randrange(3)))
    offices = tuple(OwnOffice("chair", "own:1", f"20{chance.randrange(20, 26)}") for _ in range(chance.randrange(2)))
    merged = chance.choice(["", "", "own:1"])
    work.actors.put(OwnActor(key, f"Actor {chance.randrange(9)}", merged=merged, aliases=aliases, offices=offices))
    if chance.random() < 0.2:
        work.actors.forget(key)


def set_setting(work: Work, chance: random.Random) -> None:
    work.settings.set("colour", f"{chance.random()}")
    work.articles.add_site_rule("The Meridian", f"Passage {chance.randrange(4)}")


ACTIONS: tuple[Action, ...] = (
    import_article,
    new_version,
    highlight,
    highlight,
    edit_annotation,
    delete_annotation,
    state_position,
    rule_statement,
    edit_statement,
    delete_statement,
    flag,
    throw_away,
    retitle,
    show_removed,
    new_dossier,
    change_dossier,
    delete_dossier,
    write_note,
    delete_note,
    change_tags,
    rule_name,
    change_actor,
    set_setting,
)


@pytest.fixture
def started(store: Store) -> Store:
    """Give a library with three articles and a dossier."""
    for number in range(3):
        import_one(store, f"Article {number} of Ardania.\n\nSubscribe to our newsletter today.")
    with store.write("New dossier", undoable=False) as work:
        work.dossiers.add(dossier())
    return store


def play(store: Store, chance: random.Random, steps: int) -> int:
    """Do random things; return how many steps of undo they made."""
    with store.write("Count", undoable=False) as work:
        before = int(work.settings.get("steps", "0"))
    made = 0
    for _ in range(steps):
        action = chance.choice(ACTIONS)
        with store.write(action.__name__) as work:
            action(work, chance)
            made += bool(work.articles._ledger.images)
    return before + made


@pytest.mark.usefixtures("without_waiting")
@pytest.mark.parametrize("part", range(8))
def test_undo_when_everything_is_undone_and_redone_then_every_row_is_as_before(
    library: Path, tmp_path: Path, part: int
) -> None:
    for seed in range(part, SEQUENCES, 8):
        path = shutil.copyfile(library, tmp_path / f"{seed}.brief")
        store = Store.open(path)
        chance = random.Random(seed)
        for number in range(2):
            import_one(store, f"The delegation {number}.\n\nBelmora refused to open the harbour.")
        before = state(store)
        steps = play(store, chance, STEPS)
        after = state(store)
        if seed % 4 == 0:
            store.close()
            store = Store.open(path)
        for _ in range(steps):
            store.undo()
        assert store.undo_label() == ""
        assert state(store, all_texts=False) == before, f"seed {seed}"
        for _ in range(steps):
            store.redo()
        assert store.redo_label() == ""
        assert state(store) == after, f"seed {seed}"
        if seed % 16 == 0:
            assert store.check() == []
        store.close()
        path.unlink()


def test_undo_after_reopening_takes_back_the_last_session(started: Store) -> None:
    article = import_one(started)
    with started.write("Highlight") as work:
        work.annotations.add(annotation(article, tags=("energy",)))
    started.close()

    again = Store.open(started.path)
    assert again.undo_label() == "Highlight"
    changes = again.undo()
    with again.read() as reader:
        assert reader.annotations.of_article(article.id) == ()
        assert reader.annotations.tags() == ()
    assert changes.label == "Highlight"
    assert changes.kinds == {Kind.ANNOTATION, Kind.TAG}
    assert changes.articles == {article.id}
    assert again.redo_label() == "Highlight"
    again.close()


def test_undo_of_an_import_puts_the_article_into_the_trash(started: Store) -> None:
    with started.write("Import") as work:
        target = work.dossiers.all()[0].id
        article = add_article(work, dossiers=(target,))
    started.undo()
    with started.read() as reader:
        assert reader.articles.get(article.id).trashed_at
        assert reader.articles.dossiers_of(article.id) == ()
    started.redo()
    with started.read() as reader:
        assert not reader.articles.get(article.id).trashed_at
        assert reader.articles.dossiers_of(article.id) == (target,)


def test_undo_when_another_session_changed_the_same_field_then_it_is_refused_and_nothing_changes(
    started: Store,
) -> None:
    article = import_one(started)
    with started.write("Retitle") as work:
        work.articles.update(replace(article, title="Mine"))
    with started.write("Retitle", session="cli") as work:
        work.articles.update(replace(work.articles.get(article.id), title="Theirs"))
    before = state(started)
    with pytest.raises(UserError, match="“Retitle” cannot be undone"):
        started.undo()
    assert state(started) == before
    assert started.undo_label() == "Retitle"


def test_undo_when_another_session_changed_another_field_then_both_are_right(started: Store) -> None:
    article = import_one(started)
    with started.write("Retitle") as work:
        work.articles.update(replace(article, title="Mine"))
    with started.write("Star", session="cli") as work:
        work.articles.set_flags([article.id], starred=True)
    started.undo()
    with started.read() as reader:
        found = reader.articles.get(article.id)
    assert (found.title, found.starred) == (article.title, True)
    assert started.check() == []


def test_undo_when_others_built_on_what_was_added_then_it_is_refused(started: Store) -> None:
    with started.write("New dossier") as work:
        made = work.dossiers.add(dossier("Other talks"))
    with started.write("Note", session="cli") as work:
        work.notes.add(note(made.id))
    before = state(started)
    with pytest.raises(UserError, match="cannot be undone"):
        started.undo()
    assert state(started) == before


def test_redo_when_something_new_was_done_then_there_is_none(started: Store) -> None:
    article = import_one(started)
    with started.write("Star") as work:
        work.articles.set_flags([article.id], starred=True)
    started.undo()
    with started.write("Archive") as work:
        work.articles.set_flags([article.id], archived=True)
    with pytest.raises(UserError, match="nothing to redo"):
        started.redo()


def test_undo_of_a_machines_or_anothers_work_is_not_offered(started: Store) -> None:
    article = import_one(started)
    with started.write("Analyse", origin="machine", undoable=False) as work:
        work.statements.add(statement(article))
    with started.write("Star", session="cli") as work:
        work.articles.set_flags([article.id], starred=True)
    assert started.undo_label() == ""
    assert started.undo_label("cli") == "Star"


def test_undo_when_nothing_changed_then_no_step_was_made(started: Store) -> None:
    article = import_one(started)
    with started.write("Unstar") as work:
        work.articles.set_flags([article.id], starred=False)
    assert started.undo_label() == ""
    assert not work.changes


def test_purge_forgets_the_steps_that_hold_what_was_purged(started: Store) -> None:
    article = import_one(started)
    with started.write("Highlight") as work:
        work.annotations.add(annotation(article, note="secret"))
    with started.write("Star") as work:
        work.articles.set_flags([started_id(work)], starred=True)
    with started.write("Purge", undoable=False) as work:
        work.articles.purge([article.id])
    assert started.undo_label() == "Star"
    started.undo()
    assert started.undo_label() == ""
    assert started.check() == []


def started_id(work: Work) -> str:
    return work.articles.all_ids()[0]
