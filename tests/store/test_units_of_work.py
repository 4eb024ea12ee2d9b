"""Units of work: all or nothing, told once, in order."""

from __future__ import annotations

import contextlib
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from briefing_app.domain.changes import Changes, Kind
from briefing_app.errors import ProgramError, UserError
from briefing_app.store.store import Store
from tests.store.factories import add_article, annotation, document, dossier, import_one, junk, statement

if TYPE_CHECKING:
    from pathlib import Path

    from briefing_app.store.session import Work


def fail_after_an_import(store: Store) -> Work:
    with contextlib.suppress(ZeroDivisionError), store.write("Import") as work:
        add_article(work)
        raise ZeroDivisionError
    return work


def test_write_when_the_block_raises_then_nothing_is_kept_and_nobody_is_told(store: Store) -> None:
    told: list[Changes] = []
    store.subscribe(told.append)
    work = fail_after_an_import(store)
    with store.read() as reader:
        assert reader.articles.all_ids() == []
    assert told == []
    assert not work.changes
    assert store.undo_label() == ""


def test_write_tells_once_what_changed_after_it_is_on_disk(store: Store) -> None:
    seen: list[tuple[Changes, int]] = []

    def look(changes: Changes) -> None:
        with store.read() as reader:
            seen.append((changes, len(reader.articles.all_ids())))

    store.subscribe(look)
    with store.write("Import", origin="user") as work:
        target = work.dossiers.add(dossier())
        article = add_article(work, dossiers=(target.id,), removals=(junk(),))
        work.annotations.add(annotation(article, tags=("energy",)))
    ((changes, articles),) = seen
    assert articles == 1
    assert changes == work.changes
    assert (changes.label, changes.origin) == ("Import", "user")
    assert changes.articles == {article.id}
    expected = {Kind.ARTICLE, Kind.VERSION, Kind.REMOVAL, Kind.ANNOTATION, Kind.TAG, Kind.DOSSIER, Kind.ENTITY}
    assert changes.kinds == expected
    assert changes.ids[Kind.DOSSIER] == {target.id}
    assert changes.ids[Kind.VERSION] == {article.version}


def test_write_when_children_change_then_names_their_owner_and_article(store: Store) -> None:
    article = import_one(store)
    with store.write("State", undoable=False) as work:
        made = work.statements.add(statement(article))
    with store.write("Edit") as work:
        work.statements.update(replace(made, parties=("Ardania", "Belmora")))
    assert work.changes.ids == {Kind.STATEMENT: {made.id}}
    assert work.changes.articles == {article.id}


def test_remember_position_tells_nobody(store: Store) -> None:
    article = import_one(store)
    told: list[Changes] = []
    store.subscribe(told.append)
    for offset in (7, 9):
        with store.write("Read", undoable=False) as work:
            work.articles.remember_position(article.id, offset)
    with store.read() as reader:
        assert reader.articles.position(article.id) == 9
    assert told == []


def test_subscribe_gives_back_what_ends_it(store: Store) -> None:
    told: list[Changes] = []
    stop = store.subscribe(told.append)
    import_one(store)
    stop()
    stop()
    import_one(store, "Another.")
    assert len(told) == 1


def test_subscriber_when_it_fails_then_the_others_are_told_and_the_work_stays(store: Store) -> None:
    told: list[Changes] = []

    def fail(changes: Changes) -> None:
        raise RuntimeError("a view broke")

    store.subscribe(fail)
    store.subscribe(told.append)
    with pytest.raises(RuntimeError, match="a view broke"):
        import_one(store)
    assert len(told) == 1
    with store.read() as reader:
        assert len(reader.articles.all_ids()) == 1


def test_reading_session_refuses_to_write(store: Store) -> None:
    article = import_one(store)
    with store.read() as reader, pytest.raises(ProgramError, match="writes nothing"):
        reader.articles.set_flags([article.id], read=True)


def test_reading_session_sees_one_state(store: Store) -> None:
    article = import_one(store)
    with store.read() as reader:
        assert not reader.articles.get(article.id).starred
        with store.write("Star") as work:
            work.articles.set_flags([article.id], starred=True)
        assert not reader.articles.get(article.id).starred
    with store.read() as reader:
        assert reader.articles.get(article.id).starred


def test_write_when_many_threads_write_then_each_waits_its_turn(store: Store) -> None:
    def work_on(number: int) -> None:
        for count in range(10):
            import_one(store, f"Text {number} {count}.")

    threads = [threading.Thread(target=work_on, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as reader:
        assert len(reader.articles.all_ids()) == 40


def test_library_id_stays_with_the_library(library: Path) -> None:
    first = Store.open(library)
    second = Store.open(library)
    assert len(first.library_id) == 36
    assert first.library_id == second.library_id
    first.close()
    second.close()


# --- what the repositories promise ----------------------------------------------------------------------


def test_find_takes_an_id_its_beginning_a_number_and_a_title(store: Store) -> None:
    article = import_one(store, title="The harbour")
    import_one(store, "Second.", title="Same title")
    import_one(store, "Third.", title="Same title")
    with store.read() as reader:
        find = reader.articles.find
        assert {find(ref).id for ref in (article.id, article.id[:30], "1", "The harbour")} == {article.id}
        with pytest.raises(UserError, match="means 2 articles"):
            find("Same title")
        for ref in ("nothing", article.id[:7], "", "99", "%" * 10):
            with pytest.raises(UserError, match="There is no article"):
                find(ref)


def test_add_keeps_text_original_blocks_and_removals(store: Store) -> None:
    original = "The delegation of Ardania arrived on Monday.".encode("utf-16")
    given = document(html="<p>x</p>", removals=(junk(),), offset_map=((0, 1), (10, 12)), warnings=("odd",))
    with store.write("Import") as work:
        article = work.articles.add(given, original)
    with store.read() as reader:
        version = reader.articles.current_version(article.id)
        assert reader.articles.get(article.id) == article
        assert (version.text, version.blocks, version.html) == (given.text, given.blocks, given.html)
        assert reader.articles.original(version.id) == original
        assert [(one.start, one.rule) for one in reader.articles.removals(version.id)] == [(junk().start, "newsletter")]
        assert reader.articles.by_sha256(version.original_sha256) == article
        assert reader.articles.by_sha256("0" * 64) is None
        assert article.words == len(given.text.split()) - 5


def test_add_version_keeps_what_the_user_has_set(store: Store) -> None:
    article = import_one(store)
    with store.write("Retitle") as work:
        work.articles.update(replace(article, title="My title", user_fields=frozenset({"title"})))
    with store.write("Import again") as work:
        newer = document("A new text.", title="Their title", author="A. Writer")
        changed = work.articles.add_version(article.id, newer, b"A new text.")
    assert (changed.title, changed.author, changed.words) == ("My title", "A. Writer", 3)
    with store.read() as reader:
        versions = reader.articles.versions(article.id)
        assert [one.text for one in versions] == [document().text, "A new text."]
        assert reader.search.search("refused") == []
        assert len(reader.search.search("new")) == 1


def test_same_bytes_are_stored_once_and_purged_with_the_last_article(store: Store) -> None:
    first, second = import_one(store), import_one(store)
    with store.write("Purge", undoable=False) as work:
        work.articles.purge([first.id])
        assert work.articles.original(second.version)
        work.articles.purge([second.id])
        assert work.articles.by_sha256(document().sha256) is None
    assert store.check() == []
