"""The document on the screen: blocks of visible text and their kinds, and no mark of any kind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from briefing_app.domain.article import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtCore import QObject

    from briefing_app.ui.reader.positions import Positions, VisibleBlock
    from briefing_app.ui.reader.typography import Typography
    from briefing_app.ui.theme import Theme

_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"“”]{3,}", re.IGNORECASE)
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
LIST_INDENT = 24
QUOTE_INDENT = 22


def build_document(
    positions: Positions,
    typography: Typography,
    theme: Theme,
    *,
    room_below: Mapping[int, int],
    greyed: Sequence[tuple[int, int]] = (),
    links: Sequence[tuple[int, int, str]] = (),
    parent: QObject | None = None,
) -> QTextDocument:
    """Return a laid-out-later document of what ``positions`` shows.

    ``room_below`` gives extra pixels below blocks (by their index) for what is drawn there, ``greyed`` document
    ranges to show in the muted colour: removed text that was opened, ``links`` document ranges with their addresses;
    addresses that the text spells out are links too.
    """
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    option = document.defaultTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    document.setDefaultFont(typography.font())
    document.setPlainText(positions.text)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    _shape_all(cursor, typography)
    for index, shown in enumerate(positions.blocks):
        extra = room_below.get(index, 0)
        if extra or shown.block.kind is not BlockKind.PARAGRAPH:
            _shape(cursor, shown, typography, theme, extra)
    _colour(cursor, greyed, theme.muted)
    for start, end, target in (*links, *_spelt_out(positions.text)):
        _link(cursor, start, end, target, theme)
    cursor.endEditBlock()
    return document


def set_frame(document: QTextDocument, left: int, top: int, bottom: int) -> None:
    """Keep the gutter, the head of the page and its foot free of text."""
    frame = document.rootFrame()
    form = frame.frameFormat()
    if (form.leftMargin(), form.topMargin(), form.bottomMargin()) == (left, top, bottom):
        return
    form.setLeftMargin(left)
    form.setTopMargin(top)
    form.setBottomMargin(bottom)
    form.setRightMargin(0)
    frame.setFrameFormat(form)


def _shape_all(cursor: QTextCursor, typography: Typography) -> None:
    form = QTextBlockFormat()
    form.setLineHeight(typography.line_height, _FIXED)
    form.setBottomMargin(typography.paragraph_gap)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.mergeBlockFormat(form)


def _shape(cursor: QTextCursor, shown: VisibleBlock, typography: Typography, theme: Theme, extra: int) -> None:
    cursor.setPosition(shown.start)
    cursor.setPosition(shown.end, QTextCursor.MoveMode.KeepAnchor)
    kind, level = shown.block.kind, shown.block.level
    form = QTextBlockFormat()
    gap = typography.paragraph_gap
    if kind is BlockKind.HEADING:
        font = typography.heading_font(level)
        form.setTopMargin(round(typography.line_height * 0.7))
        form.setLineHeight(round(font.pixelSize() * 1.35), _FIXED)
        form.setHeadingLevel(max(1, min(level, 6)))
        gap = round(gap * 0.6)
        cursor.mergeCharFormat(_font_format(font))
    elif kind is BlockKind.LIST_ITEM:
        form.setLeftMargin(LIST_INDENT * max(1, level))
        gap = round(gap * 0.6)
    elif kind is BlockKind.QUOTE:
        form.setLeftMargin(QUOTE_INDENT)
        form.setRightMargin(QUOTE_INDENT)
    elif kind in (BlockKind.CAPTION, BlockKind.TABLE_ROW):
        font = typography.small_font()
        form.setLineHeight(round(font.pixelSize() * 1.6), _FIXED)
        small = _font_format(font)
        if kind is BlockKind.CAPTION:
            small.setForeground(QColor(theme.muted))
        else:
            gap = round(gap * 0.6)
        cursor.mergeCharFormat(small)
    elif kind is BlockKind.PREFORMATTED:
        font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        font.setPixelSize(round(typography.pixels * 0.82))
        form.setLineHeight(round(font.pixelSize() * 1.5), _FIXED)
        cursor.mergeCharFormat(_font_format(font))
    form.setBottomMargin(gap + extra)
    cursor.mergeBlockFormat(form)


def _font_format(font: QFont) -> QTextCharFormat:
    form = QTextCharFormat()
    form.setFont(font, QTextCharFormat.FontPropertiesInheritanceBehavior.FontPropertiesSpecifiedOnly)
    return form


def _colour(cursor: QTextCursor, ranges: Sequence[tuple[int, int]], colour: str) -> None:
    form = QTextCharFormat()
    form.setForeground(QColor(colour))
    for start, end in ranges:
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.mergeCharFormat(form)


def _spelt_out(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the addresses that stand in the text itself."""
    if "://" not in text and "mailto:" not in text and "MAILTO:" not in text:
        return
    before, units = 0, 0
    for found in _LINK.finditer(text):
        target = found.group().rstrip(".,;:!?)]’'")
        units += _units(text[before : found.start()])
        before = found.start()
        yield units, units + _units(target), target


def _link(cursor: QTextCursor, start: int, end: int, target: str, theme: Theme) -> None:
    form = QTextCharFormat()
    form.setAnchor(True)
    form.setAnchorHref(target)
    form.setForeground(QColor(theme.accent_ink))
    form.setFontUnderline(True)
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.mergeCharFormat(form)


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2
