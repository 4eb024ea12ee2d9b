"""What the library remembers of an import: what waits, what became of the rest, and nothing twice."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from briefing_app import paths
from briefing_app.domain.importing import ImportOutcome, Outcome, RunState
from briefing_app.errors import ProgramError, UserError
from briefing_app.store.connect import connect
from briefing_app.store.repositories.imports import KEPT
from briefing_app.store.store import Store
from tests.store import factories

if TYPE_CHECKING:
    from pathlib import Path

PLACES = ["/in/a.html", "/in/b.html", "/in/c.bin"]


def begun(store: Store, inputs: list[str] = PLACES) -> str:
    with store.write("Import", undoable=False) as work:
        return work.imports.begin(["/in"], inputs, folder="/", dossiers=["d"], session="cli")


def settled(store: Store, seq: int, outcome: Outcome, **fields: str) -> None:
    with store.write("Import", undoable=False) as work:
        work.imports.settle(seq, ImportOutcome("", outcome, **fields), "ab" * 32)


def test_run_when_some_inputs_are_settled_then_the_others_wait_in_order(store: Store) -> None:
    run = begun(store)
    with store.read() as reader:
        first, second, third = reader.imports.waiting(run)
    settled(store, second.seq, Outcome.IMPORTED, article="x", title="B")
    with store.read() as reader:
        assert [one.place for one in reader.imports.waiting(run)] == ["/in/a.html", "/in/c.bin"]
        assert reader.imports.waiting(run, after=first.seq) == [third]
        assert reader.imports.still_waiting([first.seq, second.seq, third.seq]) == {first.seq, third.seq}
        found = reader.imports.get(run)
        assert (found.total, found.waiting, found.counts) == (3, 2, {Outcome.IMPORTED: 1})
        assert list(reader.imports.outcomes(run)) == [ImportOutcome("/in/b.html", Outcome.IMPORTED, "x", "B")]
        assert list(reader.imports.outcomes(run, Outcome.REFUSED)) == []


def test_run_when_asked_again_then_found_while_it_is_open_and_new_inputs_are_added(store: Store) -> None:
    run = begun(store)
    with store.write("Import", undoable=False) as work:
        found = work.imports.same(["/in"], "/", ["d"])
        assert found is not None
        assert found.id == run
        assert work.imports.same(["/in"], "/elsewhere", ["d"]) is None
        assert work.imports.add_inputs(run, [*PLACES, "/in/d.txt", "/in/d.txt"]) == 1
        work.imports.end(run, RunState.DONE)
        assert work.imports.same(["/in"], "/", ["d"]) is None
        assert work.imports.unfinished() == []
        assert [one.state for one in work.imports.latest()] == [RunState.DONE]


def test_put_back_when_inputs_are_done_then_they_wait_again_without_their_parts(store: Store) -> None:
    run = begun(store)
    with store.write("Import", undoable=False) as work:
        first, second, _ = work.imports.waiting(run)
        work.imports.settle(first.seq, ImportOutcome("", Outcome.IMPORTED), "ab" * 32)
        work.imports.settle_part(second.seq, 1, ImportOutcome("", Outcome.IMPORTED, "x"))
        work.imports.settle_many(second.seq, "cd" * 32)
        assert [one.sha256 for one in work.imports.done(run)] == ["ab" * 32, "cd" * 32]
        work.imports.put_back([second.seq])
        assert [one.place for one in work.imports.waiting(run)] == ["/in/b.html", "/in/c.bin"]
        assert work.imports.parts(second.seq) == {}
        assert [one.seq for one in work.imports.done(run)] == [first.seq]


def test_file_of_many_when_cut_short_then_its_parts_are_known(store: Store) -> None:
    run = begun(store, ["/in/export.zip"])
    with store.write("Import", undoable=False) as work:
        (item,) = work.imports.waiting(run)
        work.imports.settle_part(item.seq, 1, ImportOutcome("", Outcome.IMPORTED, "x", "One"))
        work.imports.settle_part(item.seq, 2, ImportOutcome("", Outcome.REFUSED, reason="It is empty."))
        work.imports.settle_part(item.seq, 2, ImportOutcome("", Outcome.DUPLICATE, "x"))
    with store.write("Import", undoable=False) as work:
        assert [one.outcome for one in work.imports.parts(item.seq).values()] == [Outcome.IMPORTED, Outcome.DUPLICATE]
        assert work.imports.waiting(run) == [item]
        work.imports.settle_many(item.seq)
        assert work.imports.waiting(run) == []
        sources = [one.source for one in work.imports.outcomes(run)]
        assert sources == ["/in/export.zip#1", "/in/export.zip#2"]
        assert work.imports.get(run).total == 1


def test_begin_when_many_are_over_then_the_oldest_are_forgotten_and_open_ones_never(store: Store) -> None:
    open_run = begun(store)
    for _ in range(KEPT + 3):
        run = begun(store, ["/in/x"])
        with store.write("Import", undoable=False) as work:
            work.imports.end(run, RunState.CANCELLED)
    with store.read() as reader:
        kept = reader.imports.latest()
        assert len(kept) == KEPT + 1
        assert kept[-1].id == open_run
        with pytest.raises(UserError, match="No import"):
            reader.imports.get("gone")


def test_purge_when_an_article_came_by_an_import_then_the_list_forgets_it(store: Store) -> None:
    run = begun(store)
    with store.write("Import") as work:
        article = factories.add_article(work)
        work.imports.settle(work.imports.waiting(run)[0].seq, ImportOutcome("", Outcome.IMPORTED, article.id, "Secret"))
    with store.write("Purge", undoable=False) as work:
        work.articles.purge([article.id])
        assert list(work.imports.outcomes(run)) == []


def test_write_when_only_reading_then_refused(store: Store) -> None:
    with store.read() as reader, pytest.raises(ProgramError):
        reader.imports.begin([], [], folder="", dossiers=[], session="")


def test_by_page_when_the_library_is_of_the_first_release_then_its_articles_are_found(tmp_path: Path) -> None:
    path = shutil.copyfile(paths.database_scripts() / "fixtures" / "schema-1.brief", tmp_path / "old.brief")
    old = connect(path, None)
    old.execute("UPDATE articles SET url = 'https://News.example/a/?utm_source=x#top'")
    old.close()
    store = Store.open(path)
    with store.read() as reader:
        found = reader.articles.by_page("http://news.example/a")
        assert found is not None
        assert found.seq == 2
    store.close()
