"""Citation marks, and taking a generated section over."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.note import Citation, Footnote, Paragraph, Run, Section, Table
from briefing_app.export.prose import parse
from briefing_app.ui.note.marks import as_markdown, citation_mark, cited_in, insertion


def test_citation_mark_when_ends_differ_then_the_end_will_do() -> None:
    assert citation_mark("0198aaaa-0000-7000-8000-0000000000aa", ["0198aaaa-0000-7000-8000-0000000000bb"]) == (
        "[@000000aa]"
    )


def test_citation_mark_when_ends_are_alike_then_the_whole_id_is_named() -> None:
    one, other = "0198aaaa-0000-7000-8000-0000000000aa", "0198bbbb-0000-7000-8000-0000000000aa"
    assert citation_mark(one, [one, other]) == f"[@{one}]"


def test_insertion_before_a_word_then_a_blank_follows() -> None:
    assert insertion("[@a]", "So it is.", "But") == "[@a] "
    assert insertion("[@a]", "So it is", ".") == "[@a]"
    assert insertion("[@a]", "So it is.", "") == "[@a]"


words = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S")), min_size=1, max_size=9)
sentences = st.lists(words, min_size=1, max_size=6).map(" ".join)
runs = st.tuples(sentences, st.booleans(), st.integers(0, 3)).map(
    lambda one: (Run(f"{one[0]}.", bold=one[1]), *([Run(footnote=one[2])] if one[2] else []))
)
paragraphs = st.tuples(runs, st.sampled_from(["paragraph", "bullet", "number", "quote"])).map(
    lambda one: Paragraph(one[0], one[1])
)


def _text(paragraph: Paragraph) -> str:
    return "".join(f"⟦{run.footnote}⟧" if run.footnote else run.text for run in paragraph.runs)


@given(st.lists(paragraphs, min_size=1, max_size=5))
def test_as_markdown_then_parsing_gives_the_same_words_and_marks(content: list[Paragraph]) -> None:
    notes = [
        Footnote(n, "", (Citation("a", "", "", "", "", "", "", 1, statement=f"statement-{n}"),)) for n in (1, 2, 3)
    ]
    markdown = as_markdown(Section("status", "Current status", 4, tuple(content)), notes)
    back = parse(markdown, lambda identity: int(identity.removeprefix("statement-")))
    assert [_text(one) for one in back] == [_text(one) for one in content]


def test_as_markdown_of_a_table_then_each_row_is_a_point() -> None:
    rows = (((Run("Eastland"),), (Run("Territory: ", italic=True), Run("demands it"), Run(footnote=1)), (Run("="),)),)
    notes = [Footnote(1, "", (Citation("a", "", "", "", "", "", "", 1, statement="s1"),))]
    section = Section("positions", "Positions", 5, (Table(("Party", "Position", "Change"), rows),))
    assert as_markdown(section, notes) == "- **Eastland**: *Territory:* demands it[@s1] ="


def test_cited_in_then_each_mark_is_named_once() -> None:
    assert cited_in("One.[@abcdefgh] Two.[^x1] Three.[@abcdefgh]") == ("abcdefgh", "x1")
