"""Costs of the reading surface against a plain QTextBrowser, in CPU time; ratios, never seconds.

Run it alone: ``pytest -m bench tests/bench/bench_reader.py -s`` or as a program. Three things are held: opening
60,000 words with 5,000 highlights costs at most 1.3 of opening the same plain text; showing one highlight more
costs at most 0.1 of setting the marked-up HTML anew; a frame costs at most 1.5 of a frame without marks.
"""

from __future__ import annotations

import html
import os
import random
import statistics
import sys
import time
from functools import partial
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QApplication, QTextBrowser, QTextEdit

from briefing_app.domain.anchor import Anchor
from briefing_app.domain.annotation import BUILT_IN_TYPES, Annotation
from briefing_app.domain.article import Article, Block, BlockKind, Version
from briefing_app.domain.ids import AnnotationId, ArticleId, VersionId
from briefing_app.domain.reading import OpenArticle
from briefing_app.ui.reader.highlights import Layer, Mark
from briefing_app.ui.reader.layers import annotation_marks
from briefing_app.ui.reader.page import make_page
from briefing_app.ui.reader.pane import ArticlePane
from briefing_app.ui.reader.typography import Typography
from briefing_app.ui.theme import ThemeHolder, reading_font

if TYPE_CHECKING:
    from collections.abc import Callable

WORDS, HIGHLIGHTS, ROUNDS = 60_000, 5_000, 7
WIDTH, HEIGHT = 740, 860
VOCABULARY = (
    "the delegation said that its draft would be put to ministers once annexes on guarantees transit and prisoners "
    "are agreed while mediators described progress as slow but real after two days of talks near the lake"
).split()


def make_article() -> OpenArticle:
    """Return an article of 60,000 words in paragraphs of 80, with 5,000 highlights of two to twelve words."""
    chance = random.Random(7)
    paragraphs = [" ".join(chance.choices(VOCABULARY, k=80)) for _ in range(WORDS // 80)]
    text = "\n\n".join(paragraphs)
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(number, BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 2
    version = Version(VersionId("v"), ArticleId("a"), text, tuple(blocks), "", "", "", "", "")
    annotations = []
    for number in range(HIGHLIGHTS):
        block = blocks[chance.randrange(len(blocks))]
        start = chance.randrange(block.start, block.end - 90)
        anchor = Anchor(start, start + chance.randrange(12, 80), "")
        kind = BUILT_IN_TYPES[number % 9].name
        annotations.append(Annotation(AnnotationId(f"n{number}"), version.id, version.article, anchor, kind))
    return OpenArticle(Article(ArticleId("a"), "A title", version.id), version, annotations=tuple(annotations))


def plain_window() -> QTextBrowser:
    """Return a shown, empty browser of the same font and width as the reading pane's text."""
    browser = QTextBrowser()
    browser.resize(WIDTH, HEIGHT)
    browser.document().setDefaultFont(reading_font())
    browser.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
    browser.setLineWrapColumnOrWidth(480)
    browser.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    browser.show()
    QApplication.processEvents()
    return browser


def our_window(theme: ThemeHolder) -> ArticlePane:
    """Return a shown, empty reading pane."""
    pane = ArticlePane(theme, Typography())
    pane.resize(WIDTH, HEIGHT)
    pane.show()
    QApplication.processEvents()
    return pane


def open_plain(browser: QTextBrowser, article: OpenArticle) -> None:
    """Show the text the plain way, laid out to its end, first frame painted."""
    browser.setPlainText(article.version.text.replace("\n\n", "\n"))
    _finish(browser)


def open_ours(pane: ArticlePane, article: OpenArticle) -> None:
    """Show the article as the reading pane does: page, document, marks, laid out to its end, first frame painted."""
    pane.show_text(article, make_page(article), 0)
    pane.put(Layer.ANNOTATION, annotation_marks(article.annotations))
    pane.show_notes(article.annotations)
    _finish(pane.surface)


def _finish(browser: QTextBrowser) -> None:
    QApplication.processEvents()
    browser.document().size()
    browser.viewport().repaint()


def marked_up(article: OpenArticle) -> str:
    """Return the article as HTML with its highlights as spans (crossing ones left out)."""
    pieces, at = [], 0
    text = article.version.text
    for one in sorted(article.annotations, key=lambda each: each.anchor.start):
        if one.anchor.start < at:
            continue
        pieces.append(html.escape(text[at : one.anchor.start]))
        pieces.append(f'<span style="background:#fff1b8">{html.escape(text[one.anchor.start : one.anchor.end])}</span>')
        at = one.anchor.end
    pieces.append(html.escape(text[at:]))
    return "<p>" + "".join(pieces).replace("\n\n", "</p><p>") + "</p>"


def cost(work: Callable[[], object]) -> float:
    """Return the CPU seconds that one run of ``work`` takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def frames(browser: QTextBrowser) -> float:
    """Return the CPU seconds of scrolling through forty places and painting each anew."""
    bar = browser.verticalScrollBar()
    places = [round(bar.maximum() * step / 40) for step in range(40)]

    def scroll() -> None:
        for place in places:
            bar.setValue(place)
            browser.viewport().repaint()

    scroll()
    return statistics.median(cost(scroll) for _ in range(5))


def measure() -> dict[str, float]:
    """Return the ratios by name."""
    article = make_article()
    theme = ThemeHolder("light")
    plain, ours = [], []
    for _ in range(ROUNDS):
        browser, pane = plain_window(), our_window(theme)
        plain.append(cost(partial(open_plain, browser, article)))
        ours.append(cost(partial(open_ours, pane, article)))
    markup = marked_up(article)
    reset = statistics.median(cost(partial(_reset, browser, markup)) for _ in range(3))
    pane.surface.verticalScrollBar().setValue(0)
    mark = Mark(40, 90, "one more", "red", "R")
    toggle = statistics.median(cost(partial(_toggle, pane, mark)) for _ in range(9)) / 2
    with_marks = frames(pane.surface)
    pane.surface.highlights.put(Layer.ANNOTATION, ())
    pane.surface.marks.forget()
    without = frames(pane.surface)
    bare = plain_window()
    open_plain(bare, article)
    plain_frame = frames(bare)
    return {
        "opening, of the plain text": statistics.median(ours) / statistics.median(plain),
        "toggling one, of an HTML reset": toggle / reset,
        "frame, of one without marks": with_marks / without,
        "frame, of a plain browser's": with_marks / plain_frame,
    }


def _reset(browser: QTextBrowser, markup: str) -> None:
    browser.setHtml(markup)
    browser.document().size()
    browser.viewport().repaint()


def _toggle(pane: ArticlePane, mark: Mark) -> None:
    pane.surface.add_mark(Layer.ANNOTATION, mark)
    pane.surface.viewport().repaint()
    pane.surface.drop_mark(Layer.ANNOTATION, mark)
    pane.surface.viewport().repaint()


LIMITS = {
    "opening, of the plain text": 1.3,
    "toggling one, of an HTML reset": 0.1,
    "frame, of one without marks": 1.5,
    "frame, of a plain browser's": float("inf"),
}
"""What is held; a plain browser has no numbers, no gutter and no marks, and is printed to be known."""


@pytest.mark.bench
def test_reading_surface_costs_stay_within_their_ratios(qapp: QApplication) -> None:
    del qapp
    ratios = measure()
    for name, ratio in ratios.items():
        print(f"{name}: {ratio:.3f} (at most {LIMITS[name]})")
    assert all(ratio <= LIMITS[name] for name, ratio in ratios.items())


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(sys.argv)
    for title, found in measure().items():
        print(f"{title}: {found:.3f} (at most {LIMITS[title]})")
