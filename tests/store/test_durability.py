"""What was acknowledged is there: after kill -9, with two processes at once, and never in the clear."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing_app.store import vault
from briefing_app.store.store import Store
from briefing_app.store.tables.every import TABLES
from tests.store.factories import add_article, annotation, document, dossier, note, statement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.store.session import Reader

WORKER = Path(__file__).with_name("worker.py")
KILLS = 25
NEEDLES = 200


def worker(path: Path, key: bytes | None, seed: int, count: int = 0) -> subprocess.Popen[str]:
    """Start a child that works on the library."""
    arguments = [str(path), key.hex() if key else "-", str(seed), str(count)]
    return subprocess.Popen([sys.executable, str(WORKER), *arguments], stdout=subprocess.PIPE, text=True)


def acknowledged(lines: Iterator[str]) -> Iterator[dict[str, str]]:
    """Read the facts that came through whole; what a kill cut was not acknowledged."""
    for line in lines:
        if line.endswith("\n"):
            yield json.loads(line)


def holds(reader: Reader, fact: dict[str, str]) -> bool:
    """Say whether a fact is in the library."""
    if fact["kind"] == "import":
        version = reader.articles.current_version(fact["article"])
        original = reader.articles.original(version.id)
        return len(version.text) == int(fact["words"]) and original == version.text.encode()
    if fact["kind"] == "annotate":
        return reader.annotations.get(fact["annotation"]).note == fact["note"]
    if fact["kind"] == "state":
        return reader.statements.get(fact["statement"]).paraphrase == fact["paraphrase"]
    return True


@pytest.mark.slow
@pytest.mark.timeout(600)
@pytest.mark.parametrize("sealed", [False, True], ids=["plain", "encrypted"])
def test_kill_when_a_process_dies_at_any_moment_then_nothing_acknowledged_is_lost(tmp_path: Path, sealed: bool) -> None:
    key = vault.new_key() if sealed else None
    path = tmp_path / "library.brief"
    Store.create(path, key).close()
    chance = random.Random(11 + sealed)
    known: list[dict[str, str]] = []
    for seed in range(KILLS):
        child = worker(path, key, seed)
        assert child.stdout is not None
        lines = iter(child.stdout.readline, "")
        # The child dies after so many acknowledgements and a random piece of the next unit of work.
        for _ in range(chance.randint(1, 6)):
            known += acknowledged(iter([next(lines)]))
        busy_for(chance.random() * 0.01)
        child.kill()
        known += acknowledged(lines)
        child.wait()
        child.stdout.close()
        store = Store.open(path, key)
        with store.read() as reader:
            assert [fact for fact in known if not holds(reader, fact)] == []
            for article in reader.articles.all_ids():
                assert reader.articles.current_version(article).text.startswith("Unit ")
        assert store.check() == []
        store.close()
    assert len(known) >= KILLS


def busy_for(seconds: float) -> None:
    """Let a piece of time pass without sleeping: a kill must fall anywhere in a unit of work."""
    import time

    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        pass


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_two_processes_when_both_write_then_no_edit_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "library.brief"
    store = Store.create(path)
    version = store.data_version()
    children = [worker(path, None, seed, 200) for seed in (1, 2)]
    facts = [fact for child in children if child.stdout for fact in acknowledged(child.stdout)]
    assert [child.wait() for child in children] == [0, 0]
    for child in children:
        assert child.stdout is not None
        child.stdout.close()
    assert len(facts) == 400
    with store.read() as reader:
        assert [fact for fact in facts if not holds(reader, fact)] == []
    assert store.data_version() != version
    assert store.check() == []
    store.close()


def test_data_version_tells_others_work_from_our_own(store: Store) -> None:
    first = store.data_version()
    with store.write("Import") as work:
        add_article(work)
    assert store.data_version() == first
    other = Store.open(store.path)
    with other.write("Import") as work:
        add_article(work, "Another text.")
    other.close()
    assert store.data_version() != first


def test_encrypted_library_holds_no_word_of_its_content(tmp_path: Path) -> None:
    key = vault.new_key()
    store = Store.create(tmp_path / "sealed.brief", key)
    store.keep_header(vault.wrap(key, "open sesame"))
    words = [f"needle{number:03}x" for number in range(NEEDLES)]
    with store.write("Import needle") as work:
        made = work.dossiers.add(dossier(words[0]))
        for number in range(100):
            text = " ".join(words[number::3]) + " The delegation of Ardania. Belmora refused to open the harbour."
            article = add_article(work, text, title=words[number], dossiers=(made.id,))
            work.annotations.add(annotation(article, note=words[-number], tags=(words[number],)))
            work.statements.add(statement(article, paraphrase=words[number]))
        work.notes.add(note(made.id, sections={"bluf": " ".join(words)}))
    with store.write("Import needle") as work:
        work.articles.add_version(article.id, document(" ".join(words)), b"needle")
    store.undo()
    files = sorted(tmp_path.iterdir())
    assert {one.name for one in files} >= {"sealed.brief", "sealed.brief-wal", "sealed.brief.key"}
    for content in (one.read_bytes() for one in files):
        assert b"needle" not in content.lower()
        assert b"Belmora" not in content
        assert b"open sesame" not in content
        assert b"CREATE TABLE" not in content
        assert key not in content
    store.close()
    assert b"needle" not in (tmp_path / "sealed.brief").read_bytes()


def test_error_of_ours_tells_no_word_of_the_user(store: Store) -> None:
    with pytest.raises(Exception, match="UNIQUE") as caught, store.write("Twice") as work:  # noqa: PT012
        row = {"seq": 1, "id": "x", "key": "k", "value": "a secret word"}
        for _ in range(2):
            work.settings._ledger.insert(TABLES["settings"], row)
    assert "secret" not in str(caught.value)
