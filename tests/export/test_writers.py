from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import markdown as reader
import pytest
from hypothesis import given, settings

from briefing_app.domain.note import Briefing, Paragraph, Run
from briefing_app.export import html, markdown, preview
from briefing_app.export.compose import compose
from tests.export.briefings import briefings
from tests.export.footnotes_of import resolve_html, resolve_markdown
from tests.export.hostile import ALL, TEMPLATES
from tests.export.talks import DOSSIER, SOURCES, talks

OURS_IN_HTML = frozenset(
    "html head meta title style body article header h1 dl div dt dd section h2 p ul ol li strong em a sup table thead"
    " tbody tr th td blockquote footer span".split()
)
OURS_IN_MARKDOWN = frozenset("p h1 h2 strong em a sup table thead tbody tr th td ul ol li div hr br blockquote".split())


class Tags(HTMLParser):
    """Collects what is alive in a document: elements, attributes, addresses, and its text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: set[str] = set()
        self.text = ""
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.add(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name in ("href", "src"):
                self.addresses.add(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(text: str) -> Tags:
    return Tags(reader.markdown(text, extensions=["footnotes", "tables", "sane_lists"]))


@given(briefings())
@settings(max_examples=300, deadline=None)
def test_markdown_footnotes_resolve_both_ways_whatever_the_text(briefing: Briefing) -> None:
    found = resolve_markdown(markdown.write(briefing))
    assert found.whole, found.faults
    assert sorted(found.defined) == [one.number for one in briefing.footnotes]


@given(briefings())
@settings(max_examples=300, deadline=None)
def test_html_footnotes_resolve_both_ways_whatever_the_text(briefing: Briefing) -> None:
    found = resolve_html(html.write(briefing))
    assert found.whole, found.faults
    assert sorted(found.defined) == [one.number for one in briefing.footnotes]


@given(briefings())
@settings(max_examples=300, deadline=None)
def test_html_holds_no_element_but_ours_and_loads_nothing(briefing: Briefing) -> None:
    tags = Tags(html.write(briefing))
    assert tags.elements <= OURS_IN_HTML
    assert not any(name.startswith("on") or name in ("src", "srcset", "background") for name in tags.attributes)
    assert all(one.startswith(("#", "https://example.org/")) for one in tags.addresses)


@given(briefings())
@settings(max_examples=200, deadline=None)
def test_markdown_renders_to_no_element_but_ours(briefing: Briefing) -> None:
    tags = rendered(markdown.write(briefing))
    assert tags.elements <= OURS_IN_MARKDOWN, tags.elements - OURS_IN_MARKDOWN
    assert all(one.startswith(("#", "https://example.org/")) for one in tags.addresses)


@given(briefings())
@settings(max_examples=200, deadline=None)
def test_preview_holds_no_element_but_ours(briefing: Briefing) -> None:
    tags = Tags(preview.write(briefing))
    assert tags.elements <= frozenset("body p span hr table tr td th a b i ul ol li sup".split())
    assert all(one.startswith(("fn:", "ref:", "https://example.org/")) for one in tags.addresses if one)


@pytest.mark.parametrize("text", ALL)
def test_hostile_text_in_every_field_stays_text(text: str) -> None:
    sources = {key: replace(one, title=text, author=text, site=text, url=text) for key, one in SOURCES.items()}
    given = talks(
        sources=sources,
        sections={"bluf": text, "considerations": f"- {text}"},
        fields={"to": text, "handling": text, "subject": text},
    )
    given = replace(given, note=replace(given.note, title=text), dossier=replace(DOSSIER, name=text))
    briefing = compose(given)
    page, source = html.write(briefing), markdown.write(briefing)
    assert Tags(page).elements <= OURS_IN_HTML
    assert rendered(source).elements <= OURS_IN_MARKDOWN
    assert resolve_html(page).whole
    assert resolve_markdown(source).whole
    assert all(one.startswith("#") for one in Tags(page).addresses if "example" not in one)


@pytest.mark.parametrize("text", TEMPLATES)
def test_markdown_leaves_no_template_to_evaluate(text: str) -> None:
    source = markdown.write(compose(talks(sections={"bluf": text})))
    assert "{{" not in source
    assert "{%" not in source
    assert "<%" not in source


def test_markdown_begins_and_ends_with_the_handling_mark() -> None:
    lines = markdown.write(compose(talks())).splitlines()
    assert lines[0] == lines[-1] == "**TLP:AMBER**"


def test_html_carries_the_handling_mark_on_every_page() -> None:
    page = html.write(compose(talks()))
    escaped = "TLP\\00003aAMBER"
    assert re.search(rf'@top-right {{ content: "{re.escape(escaped)}"; font: bold 12pt', page)
    assert re.search(rf'@bottom-right {{ content: "{re.escape(escaped)}"', page)
    assert 'content: "Page " counter(page) " of " counter(pages)' in page
    assert page.count('class="handling"') == 2
    assert "#FFC000" in page


def test_html_says_its_language_and_allows_no_script() -> None:
    page = html.write(replace(compose(talks()), language="fr"))
    assert '<html lang="fr">' in page
    assert "default-src &#x27;none&#x27;" in page
    assert "<script" not in page


def test_html_footnote_cited_often_has_as_many_ways_back() -> None:
    page = html.write(compose(talks()))
    assert page.count('href="#fn-1"') == page.count('href="#fnref-1-') == 3


def test_html_nests_lists_and_numbers_items() -> None:
    page = html.write(compose(talks(sections={"bluf": "- a\n  - b\n- c\n\n1. d\n2. e"})))
    flat = re.sub(r"\n", "", page)
    assert "<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul><ol><li>d</li><li>e</li></ol>" in flat


def test_same_words_stand_in_markdown_and_html() -> None:
    briefing = compose(talks())
    page = Tags(html.write(briefing).partition("<article>")[2]).text
    text = rendered(markdown.write(briefing)).text
    strip = re.compile(r"[\s\d↩:]")
    assert sorted(strip.sub("", page)) == sorted(strip.sub("", text))


def test_preview_shows_prompts_and_marks_what_the_check_found() -> None:
    sections = {"considerations": "We assess with high confidence that a text is likely."}
    text = preview.write(compose(talks(sections=sections)), {"lint": "#123456"})
    assert "Say what the reader must know" in text
    marked = re.search(r'<span style="background-color:#123456;[^>]*>([^<]*)</span>', text)
    assert marked is not None
    assert marked[1] == "with high confidence that a text is likely"
    assert "Say what the reader must know" not in html.write(compose(talks(sections=sections)))


def test_preview_links_footnotes_both_ways_and_names_its_sections() -> None:
    text = preview.write(compose(talks()))
    for number in range(1, 10):
        assert f'href="fn:{number}"' in text
        assert text.count(f'<a name="ref-{number}">') == text.count(f'<a name="fn-{number}">') == 1
    assert '<a name="section-status">' in text


def test_preview_takes_the_theme_s_colours() -> None:
    colours = preview.colours_from({"text": "#abcdef", "window": "#000000"}, dark=True)
    assert "color:#abcdef" in preview.write(compose(talks()), colours)


def test_lint_mark_when_the_words_run_over_styles_then_every_piece_is_marked() -> None:
    briefing = compose(talks(sections={"bluf": "We assess a deal is *very likely*, with **high confidence**."}))
    text = preview.write(briefing, {"lint": "#123456"})
    assert len(re.findall(r"background-color:#123456", text)) == 3


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("= sum", "\\= sum"),
        ("2025. A year", "2025\\. A year"),
        ("- dash", "\\- dash"),
        ("# head", "\\# head"),
        ("a * b", "a \\* b"),
        ("<b>", "\\<b\\>"),
        ("see https://x.example", "see https\\://x.example"),
        ("me@x.example", "me\\@x.example"),
        ("Wow!", "Wow\\!"),
        ("plain, text: (yes) - so", "plain, text: (yes) - so"),
    ],
)
def test_markdown_escapes_what_would_come_alive_and_no_more(text: str, written: str) -> None:
    assert markdown.escape_start(text) == written


def test_markdown_keeps_white_space_outside_of_marks() -> None:
    runs = (Run("Territory: ", italic=True), Run("open"), Run(" bold ", bold=True))
    assert markdown.inline(runs) == "*Territory:* open **bold** "
    assert Paragraph(runs).kind == "paragraph"
