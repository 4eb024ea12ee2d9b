"""Check and repair: every kind of damage is told, what follows from other data is made again."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from briefing_app.errors import LibraryDamaged, UserError
from briefing_app.store import vault
from briefing_app.store.connect import connect
from briefing_app.store.records import HASHED
from briefing_app.store.store import Store
from briefing_app.store.tables.every import TABLES
from tests.db.make_fixture import fill

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def filled(library: Path) -> Iterator[Store]:
    """Give a library with one of everything."""
    store = Store.open(library)
    fill(store)
    yield store
    store.close()


def harm(store: Store, *statements: str) -> None:
    """Change rows behind our back, triggers and foreign keys silent."""
    connection = connect(store.path, None)
    connection.execute("PRAGMA foreign_keys = OFF")
    triggers = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, sql in triggers:
        connection.execute(sql)
    connection.close()


def test_check_of_a_sound_library_says_nothing(filled: Store) -> None:
    assert filled.check() == []
    assert filled.check(repair=True) == []


def test_hashes_cover_all_that_a_person_or_an_import_wrote() -> None:
    unhashed = {"analyses", "reading_positions", "undo_steps", "import_runs", "import_items"}
    assert set(TABLES) - HASHED == unhashed


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE articles SET author = 'somebody else' WHERE seq = 1", "Record 1 of “articles”"),
        ("UPDATE annotations SET note = 'changed'", "Record 1 of “annotations”"),
        ("UPDATE statement_evidence SET start = start + 1", "“statement_evidence”"),
        ("UPDATE dossier_articles SET article = 2", "“dossier_articles”"),
        ("UPDATE versions SET text = text || '!' WHERE seq = 1", "The text of article 1"),
        ("UPDATE originals SET data = x'00' WHERE seq = 1", "Original file 1"),
        ("UPDATE analyses SET data = x'0102'", "analyse the article again"),
        ("DELETE FROM articles WHERE seq = 1", "points to a row of “articles” that is not there"),
        ("UPDATE articles SET version = 77 WHERE seq = 1", "Article 1 has lost its text"),
        ("DELETE FROM versions WHERE seq = 1", "Article 1 has lost its text"),
    ],
)
def test_check_when_work_was_damaged_then_names_it_and_repair_invents_nothing(
    filled: Store, statement: str, says: str
) -> None:
    harm(filled, statement)
    assert any(says in sentence for sentence in filled.check())
    assert any(says in sentence for sentence in filled.check(repair=True))


@pytest.mark.parametrize(
    ("statement", "says"),
    [
        ("UPDATE articles SET annotation_count = 9", "a wrong number of marks"),
        ("UPDATE articles SET open_count = 9", "a wrong number of marks"),
        ("UPDATE articles SET title_key = 'x'", "sorted wrongly"),
        ("UPDATE notes SET body = 'x'", "sorted wrongly"),
        ("INSERT INTO article_fts(article_fts) VALUES ('delete-all')", "search index over the articles"),
        ("INSERT INTO annotation_fts(rowid, exact) VALUES (99, 'ghost')", "search index over the annotations"),
        ("INSERT INTO statement_fts(statement_fts) VALUES ('delete-all')", "search index over the statements"),
        ("DELETE FROM note_fts_data WHERE id > 10", "search index over the notes"),
    ],
)
def test_check_when_derived_data_is_wrong_then_repair_makes_it_again(filled: Store, statement: str, says: str) -> None:
    harm(filled, statement)
    assert any(says in sentence for sentence in filled.check())
    assert filled.check(repair=True) == []
    assert filled.check() == []


def test_check_names_the_first_findings_and_counts_the_rest(filled: Store) -> None:
    with filled.write("Fill", undoable=False) as work:
        for number in range(60):
            work.settings.set(f"key {number}", "x")
    harm(filled, "UPDATE settings SET value = 'y'")
    said = filled.check()
    assert said[-1].startswith("... and ")
    assert len(said) < 30


@pytest.mark.slow
@pytest.mark.parametrize("sealed", [False, True], ids=["plain", "encrypted"])
def test_damage_when_bytes_are_flipped_or_zeroed_then_it_is_told_and_nothing_crashes(
    tmp_path: Path, sealed: bool
) -> None:
    key = vault.new_key() if sealed else None
    store = Store.create(tmp_path / "sound.brief", key)
    fill(store)
    store.close()
    sound = store.path.read_bytes()
    chance = random.Random(7)
    missed = []
    for number in range(60):
        path = tmp_path / f"{number}.brief"
        content = bytearray(sound)
        at = chance.randrange(100, len(content) - 600)
        if number % 2:
            content[at] ^= 1 << chance.randrange(8)
        else:
            content[at : at + 512] = bytes(512)
        path.write_bytes(content)
        if content != sound and not told(path, key):
            missed.append((number, at, key is not None or differs(tmp_path, bytes(content), sound)))
        for left in tmp_path.glob(f"{number}.brief*"):
            left.unlink()
    assert [one for one in missed if one[2]] == []


def told(path: Path, key: bytes | None) -> bool:
    """Say whether opening or checking a damaged library says anything; nothing but a UserError may come."""
    try:
        store = Store.open(path, key)
    except UserError:
        return True
    try:
        return bool(store.check())
    except LibraryDamaged:
        return True
    finally:
        store.close()


def differs(folder: Path, content: bytes, sound: bytes) -> bool:
    """Say whether any row reads differently: some bytes of a page mean nothing."""
    harmed, whole = folder / "harmed.brief", folder / "whole.brief"
    harmed.write_bytes(content)
    whole.write_bytes(sound)
    return dumped(harmed) != dumped(whole)


def dumped(path: Path) -> str:
    """Return all rows of our tables, as SQLite reads them."""
    connection = connect(path, None, mode="immutable", writing=False)
    try:
        rows = [connection.execute(f"SELECT * FROM {name}").fetchall() for name in sorted(HASHED)]
    except Exception as error:  # noqa: BLE001  # any error means that the bytes mattered
        return repr(error)
    finally:
        connection.close()
    return repr(rows)


def test_open_store_when_the_file_is_damaged_meanwhile_then_says_so(filled: Store, tmp_path: Path) -> None:
    filled.close()
    copy = shutil.copyfile(filled.path, tmp_path / "copy.brief")
    with copy.open("r+b") as file:
        file.seek(4096)
        file.write(bytes(4096 * 60))
    with pytest.raises(LibraryDamaged, match="is damaged"):
        read_all(Store.open(copy))


def read_all(store: Store) -> None:
    with store.read() as reader:
        for one in reader.articles.all_ids():
            reader.articles.current_version(one)
        reader.dossiers.all()
        reader.statements.of_dossier("")
