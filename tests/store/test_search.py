"""Search: what is found, where exactly, and that nothing typed can break it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing_app.domain.article import Removal
from briefing_app.domain.entity import Status
from briefing_app.domain.listing import ListQuery
from briefing_app.store import snippets
from briefing_app.store.listing import Listing
from briefing_app.store.query import parse
from tests.store.factories import TEXT, add_article, anchor, annotation, dossier, import_one, junk, note, statement

if TYPE_CHECKING:
    from briefing_app.store.store import Store
# fmt: off
HOSTILE = [
    '"', '""', '"""', "*", "**", "-", "--", "- -", "(", ")", "()", "NEAR", "NEAR(", "NEAR(a b)", "AND", "OR", "NOT",
    "OR OR", "a OR", "OR a", "a AND", "NOT a", "a NOT", "^a", "a^2", "title:a", "text : a", "{title text} : a", "a+b",
    "a.b", "'; DROP TABLE articles; --", "a\x00b", "\x00", "\ud800", "\ufdd0", "%", "_", "party:", "party:%",
    'party:"', "tag:*", "date:", "date:..", "date:>", "date:9999..0000", "has:", "has:everything", "-party:x",
    "-has:note", "said:'", "issue:!!%_", 'source:"a b"', "é" * 500, "a " * 500, "-a " * 100, "a OR " * 200, "rowid:1",
    "rank", "article_fts", "\\", "/", "§ 12", "٣", "日本語", "🙂", "foo:bar:baz",
]
# fmt: on


@pytest.fixture
def filled(store: Store) -> Store:
    """Give a library with three articles, passages and a note."""
    with store.write("Fill", undoable=False) as work:
        talks = work.dossiers.add(dossier())
        first = add_article(work, removals=(junk(),), dossiers=(talks.id,))
        second = add_article(
            work,
            "Élan and naïveté: the façade of Kyïv. Grain again.",
            title="On the façade",
            site="Élysée Wire",
            published="2024-12-01",
        )
        gone = add_article(work, "Belmora refused in the trash.", title="Trash")
        work.articles.trash([gone.id])
        work.annotations.add(annotation(first, note="Compare with *Cressia*.", tags=("Energy",)))
        work.annotations.add(annotation(second, note="", tags=("press",), type="Figure"))
        kept = statement(
            first, status=Status.CONFIRMED, speaker="Foreign Minister Orlen", paraphrase="Harbour stays shut"
        )
        work.statements.add(kept)
        work.statements.add(statement(first, "grain corridor go on", issue="Grain", parties=("Ardania", "Belmora")))
        work.statements.add(statement(first, "arrived on Monday", status=Status.REJECTED, parties=("Dovany",)))
        work.notes.add(
            note(talks.id, title="Draft on Cressia", sections={"bluf": "Belmora will not open the harbour."})
        )
    return store


def found(store: Store, query: str, **options: object) -> list[tuple[str, str]]:
    """Return kind and title of what is found."""
    with store.read() as reader:
        return [(hit.kind, hit.title) for hit in reader.search.search(query, **options)]  # type: ignore[arg-type]  # options of many types


ARTICLE, OTHER = ("article", "Talks at the harbour"), ("article", "On the façade")
PASSAGE = ("passage", "Talks at the harbour")
NOTE = ("note", "Draft on Cressia")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("ardania", [ARTICLE]),
        ("grain", [OTHER, ARTICLE]),
        ("FACADE", [OTHER]),
        ("naivete elan", [OTHER]),
        ("grain -corridor", [OTHER]),
        ('"grain corridor"', [ARTICLE]),
        ('"corridor grain"', []),
        ("corr*", [ARTICLE]),
        ("corr", []),
        ("corridor OR facade", [OTHER, ARTICLE]),
        ("corridor OR facade kyiv", [OTHER]),
        ("cressia", [NOTE, PASSAGE]),
        ("shut", [PASSAGE]),
        ("party:belmora", [PASSAGE, PASSAGE, ARTICLE]),
        ("party:Bel*", [PASSAGE, PASSAGE, ARTICLE]),
        ("party:bel", []),
        ("party:dovany", []),
        ("party:ardania issue:grain", [PASSAGE, ARTICLE]),
        ("party:ardania issue:harbour", []),
        ("issue:harb corridor", [ARTICLE]),
        ("said:orlen", [PASSAGE, ARTICLE]),
        ("tag:energy", [PASSAGE, ARTICLE]),
        ("tag:Ener*", [PASSAGE, ARTICLE]),
        ("-tag:energy -tag:press", [NOTE]),
        ("-tag:energy grain", [OTHER]),
        ("type:figure", [("passage", "On the façade"), OTHER]),
        ("has:note", [PASSAGE, ARTICLE]),
        ("date:2024", [("passage", "On the façade"), OTHER]),
        ("date:2025-01..2025-06 ardania", [ARTICLE]),
        ("date:>=2025-03-07 ardania", [ARTICLE]),
        ("date:<2025-03-07 ardania", []),
        ("date:<=2025 ardania", [ARTICLE]),
        ("date:>2025 ardania", []),
        ("source:elysee", [("passage", "On the façade"), OTHER]),
        ('source:"the meridian" corridor', [ARTICLE]),
        ("facade OR tag:energy", [OTHER, ARTICLE, PASSAGE]),
        ("nothing:here", []),
        ("newsletter", []),
        ("—", []),
        ("", []),
    ],
)
def test_search_finds(filled: Store, query: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(found(filled, query)) == sorted(expected)


def test_search_newest_is_first_and_the_limit_holds(filled: Store) -> None:
    assert found(filled, "grain")[0] == OTHER
    assert found(filled, "grain", limit=1) == [OTHER]
    assert found(filled, "grain", limit=0) == []


def test_search_best_prefers_the_title_and_the_dense(filled: Store) -> None:
    import_one(filled, "Harbour, harbour and again harbour.", title="The harbour")
    newest = import_one(
        filled, "Of many words one is harbour, and the rest are about other things entirely.", title="X"
    )
    assert found(filled, "harbour", kinds=("article",), rank="newest")[0] == ("article", newest.title)
    assert found(filled, "harbour", kinds=("article",), rank="best")[0] == ("article", "The harbour")


def test_search_of_one_kind(filled: Store) -> None:
    assert {kind for kind, _ in found(filled, "harbour OR belmora", kinds=("note",))} == {"note"}
    assert {kind for kind, _ in found(filled, "harbour OR belmora", kinds=("passage",))} == {"passage"}


def test_search_offsets_are_code_points_of_the_text(filled: Store) -> None:
    text = "😀 Straße e\u0301lan 日本 — the Harbour\n\nagain"
    import_one(filled, text, title="Odd")
    with filled.read() as reader:
        for word, exact in (("harbour", "Harbour"), ("elan", "e\u0301lan"), ("again", "again")):
            hit = next(hit for hit in reader.search.search(word) if hit.title == "Odd")
            assert text[hit.start : hit.end] == exact
            assert f"\x02{exact}\x03" in hit.snippet


def test_search_of_a_passage_tells_where_it_is_in_the_article(filled: Store) -> None:
    with filled.read() as reader:
        (hit,) = reader.search.search("harbour", kinds=("passage",))
    assert TEXT[hit.start : hit.end] == "harbour"


def test_search_leaves_out_what_is_hidden_until_it_is_put_back(filled: Store) -> None:
    from briefing_app.domain.article import RemovalState

    assert found(filled, "newsletter") == []
    with filled.write("Restore") as work:
        (removal,) = (one for one in work.articles.removals(work.articles.find("1").version))
        work.articles.set_removal_state(removal.id, RemovalState.RESTORED)
    assert found(filled, "newsletter") == [ARTICLE]


def test_snippet_shows_nothing_hidden(filled: Store) -> None:
    with filled.read() as reader:
        (hit,) = reader.search.search("envoy", kinds=("article",))
    assert "Subscribe" not in hit.snippet
    assert "\x02envoy\x03" in hit.snippet
    assert hit.snippet.startswith("…Talks on")


def test_search_follows_every_change(filled: Store) -> None:
    with filled.write("Change") as work:
        article = work.articles.find("Talks at the harbour")
        work.articles.update(replace(article, title="On Quintessence"))
        mark = work.annotations.of_article(article.id)[0]
        work.annotations.update(replace(mark, note="quokka", anchor=anchor("Ardania")))
    assert found(filled, "quintessence") == [("article", "On Quintessence")]
    assert found(filled, "quokka") == [("passage", "On Quintessence")]
    assert found(filled, "cressia") == [NOTE]
    filled.undo()
    assert found(filled, "quintessence") == found(filled, "quokka") == []
    assert filled.check() == []


@pytest.mark.parametrize("query", HOSTILE)
def test_search_when_the_query_is_hostile_then_it_answers(filled: Store, query: str) -> None:
    for rank in ("newest", "best"):
        found(filled, query, rank=rank)
    listing = Listing(filled.path, None)
    listing.ids(ListQuery(text=query))
    listing.close()


PIECES = st.one_of(
    st.sampled_from([*HOSTILE, "grain", "harbour", "OR", "-", '"', "*", "party:", "tag:", "date:", "has:note", " "]),
    st.text(max_size=6),
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(PIECES, max_size=12).map(" ".join) | st.lists(PIECES, max_size=12).map("".join))
@example("a OR -b OR c")
def test_search_when_anything_is_typed_then_it_answers_and_its_places_are_true(filled: Store, query: str) -> None:
    with filled.read() as reader:
        for hit in reader.search.search(query, limit=5):
            if hit.kind == "article":
                text = reader.articles.current_version(hit.article).text
                assert 0 <= hit.start <= hit.end <= len(text)
            assert hit.snippet.count("\x02") == hit.snippet.count("\x03")


@given(st.text(), st.booleans())
def test_parse_keeps_every_group_filled(text: str, joined: bool) -> None:
    query = parse(text + (" OR " if joined else " ") + text)
    assert all(group and all(term.value for term in group) for group in query.groups)


LETTERS = st.text(alphabet="ab \n\x02\x03é😀", max_size=60)


@given(st.lists(st.tuples(LETTERS, LETTERS), max_size=6), LETTERS)
def test_finds_gives_back_the_text_and_where_the_marks_were(pairs: list[tuple[str, str]], tail: str) -> None:
    marked = "".join(f"{text}{snippets.OPEN}{hit}{snippets.CLOSE}" for text, hit in pairs) + tail
    plain, spans = snippets.finds(marked)
    assert plain == "".join(text + hit for text, hit in pairs) + tail
    assert [plain[start:end] for start, end in spans] == [hit for _, hit in pairs]


@given(st.text(alphabet="abc de\n", min_size=1, max_size=900), st.data())
def test_snippet_never_shows_what_is_hidden(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = text[:start] + "#" * (end - start) + text[end:]
    spans = [(at, at + 1) for at, char in enumerate(shown) if char == "a"]
    line = snippets.snippet(shown, spans, [(start, end)])
    assert "#" not in line
    assert line.count("\x02") == line.count("\x03")
    assert len(line) < 1000
    if spans:
        assert "\x02a\x03" in line


def test_removal_of_everything_leaves_an_article_unfound(filled: Store) -> None:
    text = "Only spam here."
    with filled.write("Import") as work:
        add_article(work, text, removals=(Removal(0, len(text), "spam", "Spam."),), title="Spam page")
    assert found(filled, "only") == []
    assert found(filled, "spam", kinds=("article",)) == [("article", "Spam page")], "its title is in view"
