"""The article list: the same answers as a slow and simple reading of the library gives."""

from __future__ import annotations

import itertools
import json
import random
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from briefing_app.domain.entity import Status
from briefing_app.domain.listing import WITH_REF, ListQuery, Scope, Sort
from briefing_app.store import listing as listing_module
from briefing_app.store import vault
from briefing_app.store.keys import sort_key
from briefing_app.store.listing import Interrupted, Listing
from briefing_app.store.store import Store
from tests.store.factories import add_article, annotation, dossier, import_one, statement

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from briefing_app.domain.article import Article
    from briefing_app.store.session import Reader

TITLES = ["Élan renewed", "“Apples” first", "apples, second", "Zebra", "über alles", "2 roads", "Émile"]
SITES = ["The Meridian", "the meridian", "Élysée Wire", "Gazette"]


@pytest.fixture
def listed(store: Store) -> Iterator[tuple[Store, Listing]]:
    """Give a library of 60 articles that differ in everything the list looks at, and its list."""
    chance = random.Random(5)
    with store.write("Fill", undoable=False) as work:
        talks = work.dossiers.add(dossier())
        for number in range(60):
            article = add_article(
                work,
                f"The delegation {number}.\n\nBelmora refused to open the harbour.",
                title=chance.choice(TITLES),
                site=chance.choice(SITES),
                published=chance.choice(["", "2024", "2025-03", "2025-03-07", "2025-11-30T08:00:00Z"]),
                dossiers=(talks.id,) if chance.random() < 0.4 else (),
            )
            one = [article.id]
            work.articles.set_flags(one, *(chance.random() < 0.4 for _ in range(3)))
            if chance.random() < 0.3:
                tags = tuple(chance.sample(["Energy", "Gas", "press"], chance.randrange(3)))
                work.annotations.add(annotation(article, tags=tags, note="Compare" if chance.random() < 0.5 else ""))
            if chance.random() < 0.3:
                status = chance.choice([Status.SUGGESTED, Status.CONFIRMED])
                work.statements.add(statement(article, status=status))
            if chance.random() < 0.15:
                work.articles.trash(one)
        gas = next(tag for tag in work.annotations.tags() if tag.name == "Gas")
        from dataclasses import replace

        work.annotations.update_tag(replace(gas, parent="Energy"))
    listing = Listing(store.path, None)
    yield store, listing
    listing.close()


def open_count(reader: Reader, article_id: str) -> int:
    return sum(one.status is Status.SUGGESTED for one in reader.statements.of_article(article_id))


class Facts:
    """One article with all that lists look at, read the slow way."""

    def __init__(self, reader: Reader, seq: int) -> None:
        self.article = reader.articles.find(str(seq))
        self.marks = reader.annotations.of_article(self.article.id)
        self.suggestions = open_count(reader, self.article.id)
        self.dossiers = reader.articles.dossiers_of(self.article.id)
        self.tags = {tag for mark in self.marks for tag in mark.tags}


def expected(everything: list[Facts], names: dict[str, str], query: ListQuery) -> list[int]:
    """Answer a list query the slow way; `names` are those of the tags by id."""
    chosen = [one.article for one in everything if wanted(one, names, query)]
    return [article.seq for article in sorted(chosen, key=order(query.sort))]


def order(sort: Sort) -> Callable[[Article], tuple[Any, ...]]:
    dated = {Sort.NEWEST: -1, Sort.OLDEST: 1}

    def key(one: Article) -> tuple[Any, ...]:
        date = one.published or one.imported_at
        if sort in dated:
            return (_Turned(date, dated[sort]), dated[sort] * one.seq)
        if sort is Sort.IMPORTED:
            return (-one.seq,)
        if sort is Sort.TITLE:
            return (sort_key(one.title), one.seq)
        return (sort_key(one.site), _Turned(date, -1), -one.seq)

    return key


class _Turned:
    """Text that sorts backwards where `way` is -1."""

    def __init__(self, text: str, way: int) -> None:
        self.text, self.way = text, way

    def __lt__(self, other: _Turned) -> bool:
        return self.text < other.text if self.way > 0 else self.text > other.text

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Turned) and self.text == other.text

    def __hash__(self) -> int:
        return hash(self.text)


def wanted(facts: Facts, names: dict[str, str], query: ListQuery) -> bool:
    one = facts.article
    if bool(one.trashed_at) != (query.scope is Scope.TRASH):
        return False
    below = {"Energy": {"Energy", "Gas"}}
    name = names.get(query.ref, "")
    in_scope = {
        Scope.INBOX: not one.read and not one.archived,
        Scope.REVIEW: bool(facts.suggestions),
        Scope.ANNOTATED: bool(facts.marks),
        Scope.STARRED: one.starred,
        Scope.ARCHIVE: one.archived,
        Scope.DOSSIER: query.ref in facts.dossiers,
        Scope.TAG: bool(facts.tags & below.get(name, {name})),
        Scope.FEED: False,
    }.get(query.scope, True)
    flags = (
        (query.unread, not one.read),
        (query.starred, one.starred),
        (query.annotated, bool(facts.marks)),
        (query.reviewing, bool(facts.suggestions)),
    )
    date = one.published or one.imported_at
    return (
        in_scope
        and all(flag is None or flag == value for flag, value in flags)
        and (not query.site or sort_key(query.site) == sort_key(one.site))
        and (not query.since or date >= query.since)
        and (not query.until or date[: len(query.until)] <= query.until)
        and (not query.text or any("Compare" in mark.note for mark in facts.marks))
    )


@pytest.mark.parametrize("few", [0, 10_000], ids=["run through", "looked up"])
@pytest.mark.parametrize("scope", list(Scope))
def test_ids_are_those_of_a_slow_reading(
    listed: tuple[Store, Listing], scope: Scope, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing_module, "FEW", few)
    store, listing = listed
    refs = {Scope.DOSSIER: [one for one, _ in listing.dossiers()], Scope.TAG: [one for one, _, _ in listing.tags()]}
    filters: list[dict[str, object]] = [
        {},
        {"unread": True},
        {"unread": False, "starred": True},
        {"annotated": False},
        {"annotated": True, "reviewing": True},
        {"site": "THE MERIDIAN"},
        {"since": "2025"},
        {"until": "2025-03"},
        {"since": "2025-03-07", "until": "2025-03-07"},
        {"text": "compare"},
    ]
    names = {one: name for one, name, _ in listing.tags()}
    with store.read() as reader:
        everything = [Facts(reader, seq) for seq in range(1, 61)]
    for ref, sort, some in itertools.product(refs.get(scope, [""]), Sort, filters):
        query = ListQuery(scope=scope, ref=ref, sort=sort, **some)  # type: ignore[arg-type]  # fields of many types
        assert list(listing.ids(query)) == expected(everything, names, query), query


def test_rows_hold_what_the_library_holds(listed: tuple[Store, Listing]) -> None:
    store, listing = listed
    seqs = list(listing.ids(ListQuery(sort=Sort.TITLE)))
    rows = listing.rows([*seqs, 4711])
    assert [row.seq for row in rows] == seqs
    with store.read() as reader:
        for row in rows:
            article = reader.articles.get(row.id)
            marks = reader.annotations.of_article(row.id)
            assert (row.title, row.site, row.words) == (article.title, article.site, article.words)
            assert (row.read, row.starred, row.archived) == (article.read, article.starred, article.archived)
            assert (row.annotations, row.suggestions) == (len(marks), open_count(reader, row.id))
            assert row.tags == tuple(sorted({tag for mark in marks for tag in mark.tags}, key=str.casefold))
            assert listing.row_of(row.id) == row.seq
    assert listing.row_of("nobody") is None


def test_counts_are_the_lengths_of_the_lists(listed: tuple[Store, Listing]) -> None:
    _, listing = listed
    counts = listing.counts()
    for scope in set(Scope) - WITH_REF:
        assert counts.pop(scope.value) == len(listing.ids(ListQuery(scope=scope)))
    for name, count in counts.items():
        scope_name, _, ref = name.partition(":")
        assert count == len(listing.ids(ListQuery(scope=Scope(scope_name), ref=ref)))
    assert len(counts) == 4


def test_tags_stand_below_their_parents(listed: tuple[Store, Listing]) -> None:
    _, listing = listed
    assert [(name, depth) for _, name, depth in listing.tags()] == [("Energy", 0), ("Gas", 1), ("press", 0)]


def test_list_sees_what_another_connection_wrote(listed: tuple[Store, Listing]) -> None:
    store, listing = listed
    before, version = listing.counts()["all"], listing.data_version()
    import_one(store)
    assert listing.counts()["all"] == before + 1
    assert listing.data_version() != version


def test_list_of_an_encrypted_library(tmp_path: Path) -> None:
    key = vault.new_key()
    store = Store.create(tmp_path / "sealed.brief", key)
    import_one(store)
    listing = Listing(store.path, key)
    assert listing.rows(listing.ids(ListQuery()))[0].title == "Talks at the harbour"
    listing.close()
    store.close()


def test_list_when_it_is_called_off_then_says_so(listed: tuple[Store, Listing]) -> None:
    _, listing = listed
    listing._connection.set_progress_handler(lambda: listing.interrupt(), 1)
    with pytest.raises(Interrupted):
        listing.ids(ListQuery(sort=Sort.SITE))
    listing._connection.set_progress_handler(None, 1)
    assert len(listing.ids(ListQuery())) > 10


def test_listing_imports_nothing_heavy() -> None:
    heavy = {"sqlalchemy", "alembic", "cryptography", "argon2", "PySide6", "lxml", "trafilatura", "httpx", "keyring"}
    script = "import sys, briefing_app.store.listing; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())


def test_feeds_when_listed_then_by_folder_and_name_with_their_unread_articles(listed: tuple[Store, Listing]) -> None:
    store, listing = listed
    assert (listing.feeds(), [key for key in listing.counts() if key.startswith("feed:")]) == ([], [])
    everything = listing.rows(list(listing.ids(ListQuery())))
    unread = [row.id for row in everything if not row.read and not row.archived]
    read = [row.id for row in everything if row.read]
    trashed = [row.id for row in listing.rows(list(listing.ids(ListQuery(Scope.TRASH))))]
    rows = {
        "feed:b": {"url": "https://b.example/", "title": "Zander"},
        "feed:a": {"url": "https://a.example/", "folder": "World"},
        "feed:c": {"url": "https://c.example/", "title": "Said by itself", "name": "aal"},
        "feed-items:a": {"articles": [*unread[:3], *read[:2], *trashed, "gone"]},
        "feed-items:b": {"articles": read},
    }
    with store.write("Test", undoable=False) as work:
        for key, value in rows.items():
            work.settings.set(key, json.dumps(value))
        work.settings.set("feed:damaged", "{")
        work.settings.set("feed-items:damaged", "[")
    assert listing.feeds() == [("damaged", ""), ("c", "aal"), ("b", "Zander"), ("a", "a.example")]
    assert {key: count for key, count in listing.counts().items() if key.startswith("feed:")} == {"feed:a": 3}
    assert {row.id for row in listing.rows(list(listing.ids(ListQuery(Scope.FEED, "a"))))} == {*unread[:3], *read[:2]}
    assert not listing.ids(ListQuery(Scope.FEED, "damaged"))
    assert not listing.ids(ListQuery(Scope.FEED, "nobody"))
