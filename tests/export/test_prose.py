from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.note import Run
from briefing_app.export.prose import inline, is_safe_link, parse


def nobody(_: str) -> int:
    return 0


def known(identity: str) -> int:
    return {"s1": 1, "0192-abc": 2}.get(identity, 0)


@pytest.mark.parametrize(
    ("markdown", "runs"),
    [
        ("plain", (Run("plain"),)),
        ("a **b** c", (Run("a "), Run("b", bold=True), Run(" c"))),
        ("a *b* _c_", (Run("a "), Run("b", italic=True), Run(" "), Run("c", italic=True))),
        ("***both***", (Run("both", bold=True, italic=True),)),
        ("snake_case_name and 2 * 3 * 4", (Run("snake_case_name and 2 * 3 * 4"),)),
        ("**open", (Run("**open"),)),
        (r"\*not\*", (Run("*not*"),)),
        ("[site](https://example.org)", (Run("site", href="https://example.org"),)),
        ("[bad](javascript:alert(1))", (Run("[bad](javascript:alert(1))"),)),
        ("[bad](file:///etc/passwd)", (Run("bad"),)),
        ("![pixel](https://example.org/p.png)", (Run("pixel"),)),
        ("<b>tag</b>", (Run("<b>tag</b>"),)),
        ("Moved.[^s1] So", (Run("Moved."), Run(footnote=1), Run(" So"))),
        ("Moved [@0192-abc].", (Run("Moved"), Run(footnote=2), Run("."))),
        ("Lost [^nobody]", (Run("Lost [^nobody]"),)),
    ],
)
def test_inline_markdown(markdown: str, runs: tuple[Run, ...]) -> None:
    assert inline(markdown, known) == runs


def test_blocks_are_paragraphs_bullets_numbers_quotes_and_headings() -> None:
    text = "First line\nsecond line\n\n- one\n  - inner\n* two\n\n1. first\n2) second\n\n> said\n> so\n"
    text += "\n# Head\nafter\n---"
    blocks = [(one.kind, one.level, "".join(run.text for run in one.runs)) for one in parse(text, nobody)]
    assert blocks == [
        ("paragraph", 0, "First line second line"),
        ("bullet", 0, "one"),
        ("bullet", 1, "inner"),
        ("bullet", 0, "two"),
        ("number", 0, "first"),
        ("number", 0, "second"),
        ("quote", 0, "said so"),
        ("paragraph", 0, "Head"),
        ("paragraph", 0, "after"),
    ]
    assert parse("# Head", nobody)[0].runs[0].bold


@pytest.mark.parametrize(
    "url", ["javascript:x", "file:///x", "smb://h/x", "data:text/html,x", "//h/x", "x", "", "http://a b"]
)
def test_links_that_are_not_of_the_web_are_none(url: str) -> None:
    assert not is_safe_link(url)


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_parse_never_fails_and_never_makes_an_unsafe_link(text: str) -> None:
    for paragraph in parse(text, nobody):
        assert paragraph.kind in ("paragraph", "bullet", "number", "quote")
        assert all(not run.href or is_safe_link(run.href) for run in paragraph.runs)
        assert all(not run.footnote for run in paragraph.runs)


@given(st.text("abc de", min_size=1, max_size=60))
def test_plain_words_come_back_as_they_are(text: str) -> None:
    joined = " ".join("".join(run.text for run in one.runs) for one in parse(text, nobody))
    assert joined.split() == text.split()


@pytest.mark.parametrize("piece", ["[", "![", "[a](", "**a ", "*a", "_a ", "[^", "\\", "[a] ", "- ", "> ", "***"])
def test_parse_takes_linear_time(piece: str) -> None:
    start = time.perf_counter()
    parse(piece * (100_000 // len(piece)), nobody)
    assert time.perf_counter() - start < 5
