"""What the reader ruled about names, in one list: each can be taken back, and the machine's own view returns."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QStackedLayout, QStyledItemDelegate, QVBoxLayout, QWidget

from briefing_app.domain.changes import Changes, Kind
from briefing_app.domain.entity import RulingKind
from briefing_app.domain.tricks import visible
from briefing_app.errors import UserError
from briefing_app.ui.theme import ThemeHolder, ui_font
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.cards import EmptyState
from briefing_app.ui.widgets.fixed_list import FixedList
from briefing_app.ui.widgets.labels import PlainLabel
from briefing_app.ui.widgets.rows import Index, RowModel, paint_focus, paint_ground, paint_rule

if TYPE_CHECKING:
    from PySide6.QtCore import QObject
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QStyleOptionViewItem

    from briefing_app.domain.entity import NameRuling
    from briefing_app.services.services import Services
    from briefing_app.ui.context import UiContext

RULED_ROLE = Qt.ItemDataRole.UserRole + 1
ROW, PAD, GAP = 32, 10, 6
TELLS = "A ruling acts at once, on every article. Taken back, the machine’s own view returns; this can be undone."


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling, and the title of the article it is for; empty where it holds everywhere."""

    ruling: NameRuling
    title: str = ""

    @property
    def said(self) -> str:
        """Return what was said of the words, and where it holds."""
        one = self.ruling
        said = "is never a name" if one.ruling is RulingKind.NEVER else f"means {one.canonical}"
        where = f"in “{self.title}”" if one.article else "everywhere"
        return visible(f"{said} · {where}")

    @property
    def words(self) -> str:
        """Return it as a line."""
        return f"“{visible(self.ruling.text)}” {self.said}"


class RulingModel(RowModel["Ruled"]):
    """Rulings, the newest first."""

    def value(self, row: Ruled, role: int) -> object:
        """Return what a role asks of a ruling."""
        if role == RULED_ROLE:
            return row
        told = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
        return row.words if role in told else None


class LineDelegate(QStyledItemDelegate):
    """Draws a ruling in one line: the words in bold, at most half of it, then what was said of them."""

    def __init__(self, theme: ThemeHolder, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._plain, self._bold = ui_font(13), ui_font(13, bold=True)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a line."""
        del option, index
        return QSize(200, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row."""
        row: Ruled = index.data(RULED_ROLE)
        theme, room = self._theme.current, option.rect.adjusted(PAD, 0, -PAD, 0)
        painter.save()
        chosen = paint_ground(painter, option, theme)
        paint_rule(painter, option.rect, theme)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        bold, plain = QFontMetrics(self._bold), QFontMetrics(self._plain)
        words = bold.elidedText(visible(row.ruling.text), Qt.TextElideMode.ElideMiddle, room.width() // 2)
        painter.setFont(self._bold)
        painter.setPen(QColor(theme.strong if chosen else theme.text))
        painter.drawText(room, flags, words)
        rest = room.adjusted(bold.horizontalAdvance(words) + GAP, 0, 0, 0)
        painter.setFont(self._plain)
        painter.setPen(QColor(theme.muted))
        painter.drawText(rest, flags, plain.elidedText(row.said, Qt.TextElideMode.ElideRight, rest.width()))
        paint_focus(painter, option, theme)
        painter.restore()


class RulingsDialog(QDialog):
    """Delete, Backspace or the button takes the chosen ruling back."""

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle("Rulings on names")
        self.model = RulingModel(self)
        self.list = FixedList(ROW, self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(context.theme, self.list))
        self.list.setAccessibleName("Rulings on names")
        self.empty = EmptyState("No rulings yet", "Press A on a name in the text to say whom it means.", parent=self)
        self.back_button = RoleButton("Take back  Del", "primary", self)
        self.back_button.setAccessibleName("Take the ruling back")
        self.close_button = RoleButton("Close  Esc", parent=self)
        self.close_button.setAccessibleName("Close")
        self._build()
        self.back_button.clicked.connect(self.take_back)
        self.close_button.clicked.connect(self.reject)
        context.changes.changed.connect(self._hear)
        self.refresh()

    def refresh(self) -> None:
        """Read the rulings anew."""
        self._context.runner.read(partial(ruled, self._context.services), self._arrived, key="rulings")

    def take_back(self) -> None:
        """Take the chosen ruling back."""
        chosen = self.model.at(self.list.currentIndex().row())
        if chosen is not None:
            work = partial(self._context.services.entities.forget_ruling, chosen.ruling.id)
            self._context.runner.write(work, partial(self._taken, chosen.ruling.text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back with Delete."""
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_back()
            return
        super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return a size that shows a dozen rulings."""
        return QSize(560, 470)

    def _taken(self, text: str, answer: object) -> None:
        del answer
        self._context.messages.offer_undo(f"The ruling on “{visible(text)}” is taken back.")
        self.refresh()

    def _arrived(self, rows: list[Ruled]) -> None:
        place = max(self.list.currentIndex().row(), 0)
        self.model.show(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        self.back_button.setEnabled(bool(rows))
        if rows:
            self.list.setCurrentIndex(self.model.index(min(place, len(rows) - 1), 0))
            self.list.setFocus()

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.RULING):
            self.refresh()

    def _build(self) -> None:
        tells: QLabel = PlainLabel(TELLS, "muted", wrap=True, parent=self)
        self._pages = QStackedLayout()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.empty)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.close_button)
        foot.addWidget(self.back_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addWidget(tells)
        layout.addLayout(self._pages, 1)
        layout.addLayout(foot)


def ruled(services: Services) -> list[Ruled]:
    """Return all rulings, the newest first, with the titles of the articles they are for."""
    titles: dict[str, str] = {}
    for one in services.entities.rulings():
        if one.article and one.article not in titles:
            try:
                titles[one.article] = services.reading.find(one.article).title
            except UserError:
                titles[one.article] = "an article that is gone"
    return [Ruled(one, titles.get(one.article, "")) for one in reversed(services.entities.rulings())]
