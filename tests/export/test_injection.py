"""Every file that is written besides notes: titles, tags, parties, issues, notes and addresses stay text in it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace

import pytest
from lxml import etree

from briefing_app.domain.collection import Feed
from briefing_app.domain.dossier import Issue, Party
from briefing_app.domain.importing import ImportOutcome, Outcome
from briefing_app.export import imports, tables
from briefing_app.export.annotations_html import annotations_html
from briefing_app.services import opml
from tests.export.hostile import ALL
from tests.export.talks import ANNOTATIONS, DOSSIER, SOURCES, STATEMENTS, talks
from tests.export.test_writers import OURS_IN_MARKDOWN, Tags, rendered

FORMULA = tuple("=+-@\t\r\n＝＋－＠")
PAGE = frozenset(
    "html head meta title style body h1 h2 h3 h4 a p article blockquote div br em strong ul ol li code pre hr".split()
)


@pytest.mark.parametrize("text", ALL)
def test_matrix_when_parties_and_issues_are_hostile_then_tables_hold_text(text: str) -> None:
    statements = tuple(replace(one, parties=(text,), issue=text, paraphrase=text) for one in STATEMENTS)
    dossier = replace(DOSSIER, name=text, parties=(Party(text),), issues=(Issue(text),))
    matrix = talks(statements=statements, dossier=dossier).matrix
    shown = rendered(tables.positions_markdown(matrix))
    assert shown.elements <= OURS_IN_MARKDOWN
    assert not shown.addresses
    for row in csv.reader(io.StringIO(tables.positions_csv(matrix), newline="")):
        assert not [cell for cell in row if cell.startswith(FORMULA)]
    assert all(json.loads(line) for line in tables.positions_json(matrix).split("\n") if line)


@pytest.mark.parametrize("text", ALL)
def test_annotations_when_hostile_then_pages_and_lists_hold_text(text: str) -> None:
    marks = tuple(replace(one, note=text, tags=(text,), type=text) for one in ANNOTATIONS)
    sources = {key: replace(one, title=text, author=text, site=text, url=text) for key, one in SOURCES.items()}
    page = Tags(annotations_html(marks, sources))
    assert page.elements <= PAGE, page.elements - PAGE
    assert not [name for name in page.attributes if name.startswith("on") or name in ("src", "srcset", "background")]
    assert all(one.startswith(("https://", "http://", "mailto:")) for one in page.addresses)
    listed = rendered(tables.annotations_markdown(marks, sources))
    assert listed.elements <= OURS_IN_MARKDOWN | {"code", "pre"}, listed.elements
    assert not listed.addresses


@pytest.mark.parametrize("text", ALL)
def test_outcomes_and_feeds_when_hostile_then_the_files_hold_text(text: str) -> None:
    outcome = ImportOutcome(text, Outcome.REFUSED, title=text, reason=text)
    for row in csv.reader(io.StringIO(imports.outcomes_csv([outcome]), newline="")):
        assert not [cell for cell in row if cell.startswith(FORMULA)]
    written = opml.written([Feed(url=text, title=text, folder=text)])
    tree = etree.fromstring(written.encode(), etree.XMLParser(resolve_entities=False))
    assert {one.tag for one in tree.iter()} <= {"opml", "head", "title", "body", "outline"}
