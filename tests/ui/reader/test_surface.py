"""The surface: structure only, nothing loaded, offsets of the library in and out, both writing directions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QTextDocument

from briefing_app.domain.article import BlockKind, Removal, visible_spans
from briefing_app.ui.reader.highlights import Layer, Mark
from briefing_app.ui.reader.page import make_page
from briefing_app.ui.reader.positions import Positions
from briefing_app.ui.reader.surface import ReadingSurface
from briefing_app.ui.reader.typography import Typography
from briefing_app.ui.theme import DARK, LIGHT
from tests.ui.reader.factory import blocks_of, full_article, make_article, span

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytestqt.qtbot import QtBot

    from briefing_app.domain.reading import OpenArticle


@pytest.fixture
def surface(qtbot: QtBot) -> ReadingSurface:
    made = ReadingSurface(LIGHT)
    qtbot.addWidget(made)
    made.resize(760, 700)
    with qtbot.waitExposed(made):
        made.show()
    return made


def put(surface: ReadingSurface, article: OpenArticle) -> None:
    surface.show_text(make_page(article).positions, head=40, room_below={})


def colour_at(surface: ReadingSurface, start: int, end: int, *, low: bool = False) -> str:
    """Return the colour in the upper left (or of the lower edge) of a passage's first character."""
    rect = surface.rect_of(start, end)
    image = surface.viewport().grab().toImage()
    return QColor(image.pixel(rect.left() + 1, rect.bottom() if low else rect.top() + 1)).name()


@pytest.mark.parametrize("name", ["file:///etc/hostname", "/etc/hostname", "http://127.0.0.1:9/x.png", "data:,x", ""])
def test_surface_loads_no_resource_whatever_it_is(surface: ReadingSurface, name: str) -> None:
    load: Callable[[int, QUrl], object] = surface.loadResource
    assert [load(kind.value, QUrl(name)) for kind in QTextDocument.ResourceType] == [None] * len(
        QTextDocument.ResourceType
    )
    surface.setSource(QUrl(name))
    assert surface.document().isEmpty()


def test_surface_takes_nothing_that_is_dropped_or_pasted(surface: ReadingSurface) -> None:
    data = QMimeData()
    data.setText("words")
    assert not surface.canInsertFromMimeData(data)
    assert not surface.acceptDrops()
    assert not surface.viewport().acceptDrops()
    assert surface.isReadOnly()
    assert not surface.openLinks()


def test_surface_shows_markup_as_the_words_it_is(surface: ReadingSurface) -> None:
    put(surface, make_article(['<img src="file:///etc/passwd"> <b>bold</b> & so on']))
    assert surface.toPlainText() == '<img src="file:///etc/passwd"> <b>bold</b> & so on'


def test_document_holds_structure_and_no_colour_of_any_mark(surface: ReadingSurface) -> None:
    article = full_article()
    put(surface, article)
    start, end = span(article, "it would not accept")
    surface.put(Layer.ANNOTATION, [Mark(start, end, "x", "yellow", "C")])
    block = surface.document().begin()
    while block.isValid():
        for form in block.textFormats():
            assert form.format.background().style() is Qt.BrushStyle.NoBrush
            assert form.format.foreground().style() is Qt.BrushStyle.NoBrush
        block = block.next()


def test_kinds_of_block_have_their_shape(surface: ReadingSurface) -> None:
    kinds = dict(enumerate((BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.CAPTION), 1))
    article = make_article(["A heading", "An item", "A quotation", "A caption", "Words"], kinds=kinds)
    put(surface, article)
    block = surface.document().begin()
    assert block.blockFormat().headingLevel() == 2
    sizes = []
    margins = []
    while block.isValid():
        sizes.append(block.charFormat().font().pixelSize() if block.textFormats()[0].length else 0)
        margins.append(block.blockFormat().leftMargin())
        assert block.blockFormat().lineHeight() > 0
        block = block.next()
    assert margins[1] > 0
    assert margins[2] > 0
    assert margins[4] == 0


def test_paragraph_spacing_is_half_a_line_more_than_line_spacing() -> None:
    typography = Typography()
    assert typography.line_height == 28
    assert typography.line_height + typography.paragraph_gap >= 1.5 * typography.line_height


def test_selection_comes_back_in_canonical_offsets(surface: ReadingSurface) -> None:
    article = full_article()
    put(surface, article)
    passage = span(article, "The Union would agree")
    surface.select(*passage)
    assert surface.selected_span() == passage
    assert surface.textCursor().selectedText() == "The Union would agree"


def test_copied_words_leave_out_what_is_hidden(surface: ReadingSurface) -> None:
    article = full_article()
    put(surface, article)
    surface.select(*span(article, "on the markets. Read our best stories here. The Union"))
    data = surface.createMimeDataFromSelection()
    assert data.text() == "on the markets. The Union"
    assert not data.hasHtml()


texts = st.lists(st.text("ab .🙂אבمرé\u0301漢👩\u200d🚀", min_size=1, max_size=14), min_size=1, max_size=4)


@given(texts, st.lists(st.tuples(st.integers(0, 40), st.integers(1, 6)), max_size=2), st.data())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_selecting_and_reading_back_agree_through_qt(
    surface: ReadingSurface, paragraphs: list[str], cuts: list[tuple[int, int]], data: st.DataObject
) -> None:
    text = "\n\n".join(paragraphs)
    removals = [Removal(a, min(a + n, len(text)), "r", "") for a, n in cuts if a < len(text)]
    positions = Positions(text, blocks_of(paragraphs), visible_spans(len(text), removals))
    surface.show_text(positions, head=0, room_below={})
    shown = [at for at in range(len(text)) if positions.shows(at, at + 1)]
    if not shown:
        return
    start = data.draw(st.sampled_from(shown))
    end = data.draw(st.sampled_from([at for at in shown if at >= start])) + 1
    surface.select(start, end)
    got = surface.selected_span()
    cursor = surface.textCursor()
    want = "".join(text[at] for at in shown if start <= at < end)
    assert cursor.selectedText().replace("\u2029", "") == want
    letters = [at for at in shown if got[0] <= at < got[1]]
    # Qt moves a position out of the middle of one visible character; no letter of ours is lost by it.
    assert set(letters) >= {at for at in shown if start <= at < end}


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_annotation_fill_is_painted_below_the_text(qtbot: QtBot, theme: object) -> None:
    assert theme in (LIGHT, DARK)
    chosen = LIGHT if theme is LIGHT else DARK
    surface = ReadingSurface(chosen)
    qtbot.addWidget(surface)
    surface.resize(760, 500)
    with qtbot.waitExposed(surface):
        surface.show()
    article = full_article()
    put(surface, article)
    passage = span(article, "would not accept")
    assert colour_at(surface, *passage) == chosen.window
    mark = Mark(*passage, "x", "yellow", "C")
    surface.add_mark(Layer.ANNOTATION, mark)
    assert colour_at(surface, *passage) == chosen.annotation["yellow"]
    surface.show_marks(shown=False)
    assert colour_at(surface, *passage) == chosen.window
    surface.show_marks(shown=True)
    surface.drop_mark(Layer.ANNOTATION, mark)
    assert colour_at(surface, *passage) == chosen.window


def test_the_inner_of_two_annotations_and_the_search_hit_lie_on_top(surface: ReadingSurface) -> None:
    article = full_article()
    put(surface, article)
    outer, inner = span(article, "would not accept a transfer of any part"), span(article, "accept a transfer")
    surface.put(Layer.ANNOTATION, [Mark(*outer, "o", "blue", "P"), Mark(*inner, "i", "red", "R")])
    assert colour_at(surface, outer[0], outer[0] + 5) == LIGHT.annotation["blue"]
    assert colour_at(surface, *inner) == LIGHT.annotation["red"]
    surface.put(Layer.FIND, [Mark(*inner, "0")])
    assert colour_at(surface, *inner) == LIGHT.find


def test_entity_underline_has_the_partys_colour(surface: ReadingSurface) -> None:
    article = full_article()
    put(surface, article)
    name = span(article, "Southmark")
    surface.put(Layer.ENTITY, [Mark(*name, "0", "gold")])
    rect = surface.rect_of(*name)
    image = surface.viewport().grab().toImage()
    column = {QColor(image.pixel(rect.left() + 20, y)).name() for y in range(rect.top(), rect.bottom() + 6)}
    assert LIGHT.party["gold"] in column


def test_right_to_left_text_stands_at_the_right_and_its_marks_on_its_letters(surface: ReadingSurface) -> None:
    article = make_article(["הצדדים סיכמו NATO 2025 על נוסח", "Plain words"])
    put(surface, article)
    whole = surface.rect_of(*span(article, "הצדדים"))
    assert whole.right() > surface.column_right() - 10
    latin = surface.rect_of(*span(article, "NATO 2025"))
    first = surface.rect_of(*span(article, "הצדדים"))
    assert latin.right() <= first.left()
    assert latin.width() > 60
    surface.put(Layer.ANNOTATION, [Mark(*span(article, "סיכמו NATO 2025"), "x", "green", "S")])
    image = surface.viewport().grab().toImage()
    middle = latin.top() + 1
    fill = LIGHT.annotation["green"]
    assert all(QColor(image.pixel(x, middle)).name() == fill for x in (latin.left() + 1, latin.right() - 3))


def test_offset_at_a_point_is_the_character_under_it(surface: ReadingSurface) -> None:
    article = full_article()
    put(surface, article)
    start, end = span(article, "Delta, in law")
    rect = surface.rect_of(start, start + 1)
    assert surface.offset_at(rect.center()) in (start, start + 1)
    assert surface.offset_at(QPoint(5, rect.center().y())) == -1
    assert end > start


def test_offset_at_top_comes_back_after_scrolling_to_it(surface: ReadingSurface) -> None:
    article = make_article(["words " * 60] * 40)
    put(surface, article)
    start = article.version.blocks[20].start
    surface.scroll_to(start)
    assert abs(surface.top_offset() - start) < 80
    held = surface.hold()
    surface.set_look(Typography(pixels=24), LIGHT)
    put(surface, article)
    surface.return_to(held)
    assert abs(surface.top_offset() - start) < 160


def test_column_gives_way_before_the_notes_do_and_no_further() -> None:
    typography = Typography()
    wide, beside = typography.column(1200)
    assert beside
    narrower, still = typography.column(740)
    assert still
    assert narrower < wide
    _, beside = typography.column(520)
    assert not beside


def test_zoom_stays_in_bounds() -> None:
    typography = Typography()
    assert typography.zoomed(1).pixels == 18
    assert typography.zoomed(100).pixels == 34
    assert typography.zoomed(-100).pixels == 12
    assert Typography(30).zoomed(0).pixels == 17
    assert typography.widened(200).characters == 80
    assert typography.widened(1).characters == 45


def test_the_blocks_in_view_are_found_wherever_one_scrolls_to(surface: ReadingSurface) -> None:
    article = make_article([f"{n} " + "words " * (5 + n * 7 % 60) for n in range(120)])
    put(surface, article)
    bar = surface.verticalScrollBar()
    surface.finish_layout()
    for place in (0, 5000, 5050, 300, bar.maximum(), bar.maximum() - 2000, 0, 2500):
        bar.setValue(place)
        first, last = surface.visible_blocks()
        top, bottom = bar.value(), bar.value() + surface.viewport().height()
        inside = [
            index
            for index in range(len(surface.positions.blocks))
            if surface.block_bottom(index) > top
            and surface.page_top(surface.positions.to_canonical(surface.positions.blocks[index].start)) < bottom
        ]
        assert first <= inside[0]
        assert inside[0] - first <= 1
        assert last >= inside[-1]


def test_a_place_near_the_end_is_reached_though_the_text_is_not_laid_out_yet(surface: ReadingSurface) -> None:
    article = make_article(["short"] * 400 + ["words " * 300] * 60)
    put(surface, article)
    start = article.version.blocks[455].start
    surface.scroll_to(start)
    assert abs(surface.page_top(start) - surface.verticalScrollBar().value()) < 40
