"""The reading surface: a sealed text browser that holds structure only, and is painted by us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from briefing_app.ui.reader.document import build_document, set_frame
from briefing_app.ui.reader.highlights import Highlights, Layer, Mark
from briefing_app.ui.reader.painting import MarkPainter
from briefing_app.ui.reader.text_page import FOOT, TextPage
from briefing_app.ui.theme import ui_font

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from PySide6.QtGui import (
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )

    from briefing_app.ui.reader.positions import Positions
    from briefing_app.ui.reader.typography import Typography
    from briefing_app.ui.theme import Theme

_BY_MOUSE = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.LinksAccessibleByMouse


class ReadingSurface(TextPage):
    """Shows one version's visible text. All offsets in its signals and methods are canonical code points.

    ``clicked(offset, button position)`` comes for a click that selects nothing, ``hovered(offset)`` when the
    pointer rests on another character (-1 for none), ``selection_settled`` when a selection was made or dropped.
    """

    clicked = Signal(int, QPoint)
    double_clicked = Signal(int)
    hovered = Signal(int, QPoint)
    selection_settled = Signal()
    scrolled = Signal()
    caret_moved = Signal()
    laid_out = Signal()
    link_wanted = Signal(str)
    zoom_wanted = Signal(int)
    gutter_entered = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.highlights = Highlights()
        self.marks = MarkPainter(self.highlights)
        self.theme = theme
        self.notes_beside = True
        self._fitting = False
        self._pressed: QPoint | None = None
        self._hover = -1
        self.keys: Callable[[QKeyEvent], bool] | None = None
        """Asked first about every key; True means that it was meant for somebody else than the text."""
        self.setObjectName("readingSurface")
        self.setProperty("role", "reading")
        self.setAccessibleName("Article text")
        self.setTextInteractionFlags(_BY_MOUSE)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.viewport().setFont(ui_font())
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.anchorClicked.connect(self._tell_link)
        self.verticalScrollBar().valueChanged.connect(self._tell_scrolled)
        self._dress()

    # what is shown

    def show_text(
        self,
        positions: Positions,
        *,
        head: int,
        room_below: Mapping[int, int],
        greyed: Sequence[tuple[int, int]] = (),
        links: Sequence[tuple[int, int, str]] = (),
    ) -> None:
        """Show another text; ``head`` is the height kept free above it for what `document` calls its room."""
        self.positions = positions
        self._head = head
        self._near = 0
        document = build_document(
            positions, self.typography, self.theme, room_below=room_below, greyed=greyed, links=links, parent=self
        )
        set_frame(document, self.typography.gutter, head, FOOT)
        self.marks.set_page(positions, self.typography, self.theme)
        self._fit()
        self.setDocument(document)
        if document.defaultFont() != self.typography.font():
            document.setDefaultFont(self.typography.font())
        self.laid_out.emit()

    def set_head(self, height: int) -> None:
        """Keep ``height`` pixels free above the text."""
        if height != self._head:
            self._head = height
            set_frame(self.document(), self.typography.gutter, height, FOOT)
            self.laid_out.emit()

    def set_look(self, typography: Typography, theme: Theme) -> None:
        """Take another size, width or theme; the text must be shown again after it."""
        self.typography, self.theme = typography, theme
        self._dress()

    def put(self, layer: Layer, marks: Sequence[Mark]) -> None:
        """Replace a whole layer of marks."""
        self.highlights.put(layer, marks)
        self.marks.forget()
        self.viewport().update()

    def add_mark(self, layer: Layer, mark: Mark) -> None:
        """Add one mark and paint its paragraphs anew."""
        self.highlights.layer(layer).add(mark)
        self._touch(mark)

    def drop_mark(self, layer: Layer, mark: Mark) -> None:
        """Remove one mark and paint its paragraphs anew."""
        self.highlights.layer(layer).remove(mark)
        self._touch(mark)

    def show_caret(self, shown: bool) -> None:
        """Show or hide the caret; with it come Qt's own keys for moving and selecting."""
        keyboard = Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(_BY_MOUSE | keyboard if shown else _BY_MOUSE)
        self.setCursorWidth(2 if shown else 1)

    def show_marks(self, shown: bool) -> None:
        """Show or hide every mark but search hits."""
        self.marks.shown = shown
        self.marks.forget()
        self.viewport().update()

    def select_mark(self, ref: str) -> None:
        """Outline the annotation ``ref`` ("" for none)."""
        if ref != self.marks.selected:
            self.marks.selected = ref
            self.viewport().update()

    def drop_selection(self) -> None:
        """Select nothing, leaving the caret where the selection began."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self.selection_settled.emit()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column centred."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint marks, then the text over them."""
        painter = QPainter(self.viewport())
        painter.translate(0, -self.verticalScrollBar().value())
        top = event.rect().top() + self.verticalScrollBar().value()
        for block in self._blocks_in(top, top + event.rect().height()):
            self.marks.paint(painter, block)
        painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the reading pane have its keys; Qt's own for a browser (history) are not wanted here."""
        if self.keys is not None and self.keys(event):
            event.accept()
            return
        if event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        QTextEdit.keyPressEvent(self, event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Tell of a selection made with Shift and arrows once Shift is let go."""
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.selection_settled.emit()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy plain words only."""
        data = QMimeData()
        start, end = self.selected_span()
        data.setText(self.shown_words(start, end))
        return data

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a click began."""
        self._pressed = event.position().toPoint() if event.button() is Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell a click from a selection."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        pressed, self._pressed = self._pressed, None
        if pressed is None:
            return
        if not self.textCursor().hasSelection() and (place - pressed).manhattanLength() < 6:
            self.clicked.emit(self.offset_at(place), place)
        self.selection_settled.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Select the word and say where."""
        super().mouseDoubleClickEvent(event)
        self._pressed = event.position().toPoint()
        self.double_clicked.emit(self.offset_at(event.position().toPoint()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell what the pointer is on when that changes."""
        super().mouseMoveEvent(event)
        if event.buttons() is Qt.MouseButton.NoButton:
            place = event.position().toPoint()
            if place.x() < self.column_left():
                self.gutter_entered.emit(place)
            elif self.viewport().toolTip():
                self.viewport().setToolTip("")
            self._hover_at(self.offset_at(place), place)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer is gone."""
        super().leaveEvent(event)
        self._hover_at(-1, QPoint())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            turn = event.angleDelta().y()
            if turn:
                self.zoom_wanted.emit(1 if turn > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    # inside

    def _hover_at(self, offset: int, place: QPoint) -> None:
        if offset != self._hover:
            self._hover = offset
            self.hovered.emit(offset, place)

    def _touch(self, mark: Mark) -> None:
        self.marks.forget_stretch(mark.start, mark.end)
        rect = self.rect_of(mark.start, mark.end)
        self.viewport().update(QRect(0, rect.top() - 8, self.viewport().width(), rect.height() + 16))

    def _fit(self) -> None:
        if self._fitting:
            return
        self._fitting = True
        bar = self.verticalScrollBar().sizeHint().width()
        column, beside = self.typography.column(self.width() - bar)
        text = self.typography.gutter + column
        whole = text + (self.typography.margin if beside else 24)
        changed = (text, beside) != (self.lineWrapColumnOrWidth(), self.notes_beside)
        self.notes_beside = beside
        self.marks.badges = not beside
        spare = max(0, self.width() - bar - whole)
        self.setViewportMargins(spare // 2, 0, spare - spare // 2, 0)
        if changed:
            self.setLineWrapColumnOrWidth(text)
            self.marks.forget()
        self._fitting = False
        if changed:
            self.laid_out.emit()

    def _dress(self) -> None:
        palette = self.palette()
        role = QPalette.ColorRole
        for which, colour in (
            (role.Base, self.theme.window),
            (role.Text, self.theme.body),
            (role.Highlight, self.theme.selection),
            (role.HighlightedText, self.theme.body),
        ):
            palette.setColor(which, QColor(colour))
        self.setPalette(palette)
        self.viewport().update()

    def _tell_link(self, url: QUrl) -> None:
        # Qt selects the words of a link that is clicked, as if a passage were to be marked.
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.link_wanted.emit(url.toString())

    def _tell_scrolled(self, _value: int) -> None:
        self.scrolled.emit()
