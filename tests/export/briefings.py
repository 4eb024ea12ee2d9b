"""Random briefings for property tests: any text in any place, footnotes cited as they like."""

from __future__ import annotations

from hypothesis import strategies as st

from briefing_app.domain.note import Briefing, Citation, Footnote, Paragraph, Run, Section, Table
from tests.export.hostile import ALL

TEXT = st.one_of(st.sampled_from(ALL), st.text(st.characters(codec="utf-8"), min_size=1, max_size=30))


@st.composite
def briefings(draw: st.DrawFn) -> Briefing:
    """Draw a briefing whose every footnote is cited at least once."""
    count = draw(st.integers(0, 4))
    runs = st.lists(_runs(count), min_size=1, max_size=4).map(tuple)
    paragraphs = st.builds(
        Paragraph, runs, st.sampled_from(["paragraph", "bullet", "number", "quote", "prompt"]), st.integers(0, 2)
    )
    table = st.builds(Table, st.just(("A", "B")), st.lists(st.tuples(runs, runs), min_size=1, max_size=2).map(tuple))
    content = draw(st.lists(st.one_of(paragraphs, table), max_size=5))
    last = Paragraph(tuple(Run(footnote=number) for number in range(1, count + 1)) or (Run("none"),))
    sections = (
        Section("bluf", draw(TEXT), 1, (*content, last), draw(st.sampled_from(["user", "generated"]))),
        Section("background", "Background", 3, ()),
    )
    footnotes = tuple(_footnote(draw(TEXT), number) for number in range(1, count + 1))
    return Briefing(
        template="briefing-note",
        title=draw(TEXT),
        handling=draw(st.one_of(st.sampled_from(["", "TLP:RED", "TLP:AMBER+STRICT"]), TEXT)),
        header=((draw(TEXT), draw(TEXT)),),
        sections=sections,
        footnotes=footnotes,
        legend=(draw(TEXT),),
        closing=draw(TEXT),
        as_of=draw(TEXT),
    )


def _runs(count: int) -> st.SearchStrategy[Run]:
    plain = st.builds(
        Run,
        text=TEXT,
        bold=st.booleans(),
        italic=st.booleans(),
        href=st.sampled_from(["", "https://example.org/a_b?c=(d)&e=<f>", "javascript:alert(1)"]),
    )
    if not count:
        return plain
    return st.one_of(plain, st.integers(1, count).map(lambda number: Run(footnote=number)))


def _footnote(text: str, number: int) -> Footnote:
    url = f"https://example.org/{number}?a=1&b=_x_"
    return Footnote(number, f"{text}, {url}.", (Citation("a", "", "T", "S", "", url, "", 1),))
