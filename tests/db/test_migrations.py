"""Migrations: every released schema becomes today's, after a backup, whole or not at all."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

from briefing_app import paths
from briefing_app.domain.listing import ListQuery
from briefing_app.errors import LibraryError
from briefing_app.store import files, listing, opening, schema
from briefing_app.store.connect import SCHEMA, connect
from briefing_app.store.listing import Listing
from briefing_app.store.store import Store
from briefing_app.store.tables.every import METADATA

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = sorted((paths.database_scripts() / "fixtures").glob("schema-*.brief"))


def objects(path: Path, kind: str) -> dict[str, str]:
    """Return what SQLite knows of one kind of thing, white space apart; FTS5's own tables apart."""
    connection = connect(path, None, mode="immutable", writing=False)
    rows = connection.execute("SELECT name, sql FROM sqlite_schema WHERE type = ? AND sql IS NOT NULL", (kind,))
    found = {name: " ".join(sql.split()) for name, sql in rows.fetchall() if "_fts_" not in name or kind == "trigger"}
    connection.close()
    return found


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """Give a new library."""
    path = tmp_path / "fresh.brief"
    Store.create(path).close()
    return path


def test_fixtures_hold_every_schema() -> None:
    numbers = [int(re.sub(r"\D", "", one.stem)) for one in FIXTURES]
    assert numbers == list(range(1, SCHEMA + 1))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda one: one.stem)
def test_open_when_the_library_is_of_an_older_release_then_everything_is_there(
    fixture: Path, tmp_path: Path, fresh: Path
) -> None:
    path = shutil.copyfile(fixture, tmp_path / "old.brief")
    store = Store.open(path)
    assert store.check() == []
    with store.read() as reader:
        (talks,) = reader.dossiers.all()
        first, other = (reader.articles.get(one) for one in reader.articles.all_ids())
        assert [party.name for party in talks.parties] == ["Ardania", "Belmora"]
        assert (first.read, first.starred, reader.articles.position(first.id)) == (True, True, 12)
        assert reader.articles.original(first.version).startswith(b"The delegation of Ardania")
        assert len(reader.articles.removals(first.version)) == 1
        assert len(reader.articles.versions(other.id)) == 2
        assert [mark.tags for mark in reader.annotations.of_article(first.id)] == [("Harbour",)]
        assert len(reader.statements.of_article(first.id)) == 2
        analysis = reader.articles.analysis(first.version)
        assert analysis is not None
        assert analysis.mentions[0].canonical == "Ardania"
        assert reader.notes.all()[0].sections == {"bluf": "They still talk."}
        assert [hit.kind for hit in reader.search.search("grain")] == ["passage", "article", "article"]
        assert reader.entities.rulings()[0].key == "country:AR"
    assert store.undo_label() == "Star"
    store.undo()
    store.close()
    for kind in ("table", "index", "trigger", "view"):
        assert objects(path, kind) == objects(fresh, kind)


def test_tables_of_the_migrations_are_those_of_the_models(fresh: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from briefing_app.store.engine import around

    def ours(thing: object, name: str | None, kind: str, reflected: bool, other: object) -> bool:
        return not (kind == "table" and name and ("_fts" in name or name == "alembic_version"))

    raw = connect(fresh, None)
    with around(raw).begin() as connection:
        context = MigrationContext.configure(connection, opts={"include_object": ours, "compare_type": True})
        differences = [one for one in compare_metadata(context, METADATA) if "ix_articles_site" not in str(one)]
    raw.close()
    assert differences == []
    declared = {index.name for table in METADATA.tables.values() for index in table.indexes}
    assert declared <= objects(fresh, "index").keys()


def test_migrations_import_nothing_of_ours() -> None:
    for script in (paths.database_scripts() / "versions").glob("*.py"):
        assert "briefing_app" not in script.read_text(encoding="utf-8")


# --- a release to come --------------------------------------------------------------------------------


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Pretend that this release knows one schema more; give the folder for its migration."""
    folder = tmp_path / "db"
    shutil.copytree(paths.database_scripts(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    monkeypatch.setattr(paths, "database_scripts", lambda: folder)
    for module in (schema, opening, files, listing):
        monkeypatch.setattr(module, "SCHEMA", SCHEMA + 1)
    return folder


def add_migration(folder: Path, *statements: str) -> None:
    """Write the migration of the release to come."""
    lines = "\n    ".join(statements)
    script = f'''
    import sqlalchemy as sa
    from alembic import op
    revision = "{SCHEMA + 1:04d}"
    down_revision = "{SCHEMA:04d}"
    def upgrade():
        {lines}
    '''
    number = f"{SCHEMA + 1:04d}"
    (folder / "versions" / f"{number}_next.py").write_text(textwrap.dedent(script).replace("\n    ", "\n    "))


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """Give a library of today's schema, to be upgraded by the release to come."""
    folder = tmp_path / "mine"
    folder.mkdir()
    return shutil.copyfile(FIXTURES[-1], folder / "mine.brief")


def test_upgrade_makes_a_backup_first_that_opens(older: Path, scripts: Path) -> None:
    before = older.read_bytes()
    add_migration(scripts, 'op.add_column("dossiers", sa.Column("stage", sa.String(), server_default=""))')
    store = Store.open(older)
    with store.read() as reader:
        assert len(reader.articles.all_ids()) == 2
    store.close()
    (backup,) = (one for one in older.parent.iterdir() if one.name.startswith(f"mine.schema-{SCHEMA}."))
    connection = connect(backup, None, mode="immutable", writing=False)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    connection.close()
    assert older.read_bytes() != before
    assert Listing(older, None).ids(ListQuery())


def test_upgrade_when_it_fails_then_the_library_is_what_it_was(older: Path, scripts: Path) -> None:
    add_migration(
        scripts,
        'op.add_column("dossiers", sa.Column("stage", sa.String(), server_default=""))',
        'op.execute("DELETE FROM articles")',
    )
    before = {kind: objects(older, kind) for kind in ("table", "trigger")}
    with pytest.raises(LibraryError, match="could not be brought up to date"):
        Store.open(older)
    assert {kind: objects(older, kind) for kind in ("table", "trigger")} == before
    connection = connect(older, None)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert connection.execute("SELECT count(*) FROM articles").fetchone() == (2,)
    connection.close()


def test_upgrade_is_refused_for_reading_only(older: Path, scripts: Path) -> None:
    add_migration(scripts, "pass")
    before = older.read_bytes()
    with pytest.raises(LibraryError, match="older release"):
        Store.open(older, read_only=True)
    with pytest.raises(LibraryError, match="brought up to date first"):
        Listing(older, None)
    assert older.read_bytes() == before


KILLED = """
import os, sys
from pathlib import Path
from briefing_app import paths
from briefing_app.store import schema, opening, files
paths.database_scripts = lambda: Path(sys.argv[2])
for module in (schema, opening, files):
    module.SCHEMA += 1
opening.prepare(Path(sys.argv[1]), None, read_only=False)
"""


@pytest.mark.parametrize("at", range(4))
def test_upgrade_when_the_process_dies_at_a_statement_then_old_or_new_and_never_between(
    older: Path, scripts: Path, at: int
) -> None:
    statements = [
        'op.add_column("dossiers", sa.Column("stage", sa.String(), server_default=""))',
        'op.execute("UPDATE articles SET marking = 1")',
        'op.execute("CREATE TABLE extra (seq INTEGER PRIMARY KEY)")',
    ]
    statements.insert(at, "import os; os.kill(os.getpid(), 9)")
    add_migration(scripts, *statements)
    child = subprocess.run([sys.executable, "-c", KILLED, str(older), str(scripts)], check=False, cwd=ROOT)
    assert child.returncode == -9
    connection = connect(older, None)
    assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
    assert connection.execute("SELECT count(*) FROM articles WHERE marking = '1'").fetchone() == (0,)
    connection.close()
    (scripts / "versions" / f"{SCHEMA + 1:04d}_next.py").unlink()
    add_migration(scripts, *(one for one in statements if "kill" not in one))
    store = Store.open(older)
    store.close()
    assert "extra" in objects(older, "table")


@pytest.fixture(autouse=True)
def _no_compiled_scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scripts are written twice under one name within a second, which a compiled copy would not notice."""
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
