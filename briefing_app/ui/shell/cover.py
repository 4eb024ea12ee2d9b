"""What the window paints first: the library's first rows at their places, before the real parts are made.

Bringing up the real list, bars and menus touches most of Qt's enums, which Python builds at their first touch and
at a cost of half the start. So the first frame is made of plain words on plain grounds, and the real parts replace
it within the same second. Nothing here may touch the namespace ``Qt``, ``QStyle`` or a viewport.
"""

from __future__ import annotations

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QLabel, QWidget

from briefing_app.domain.tricks import visible
from briefing_app.ui.library.measures import (
    CHIP_HEIGHT,
    GAP,
    HEADER,
    LEFT,
    NAV_HEADING,
    NAV_LINE,
    NAV_PAD,
    NAV_SIDE,
    RIGHT,
    TOP,
    elided,
    row_height,
    two_lines,
)
from briefing_app.ui.library.nav_items import NavItem, NavKind, nav_items
from briefing_app.ui.library.words import SORTS, meta_line
from briefing_app.ui.shell.layer import Layer
from briefing_app.ui.shell.measures import FOOT, MENU, NAV_FROM, SCROLL_BAR, SIDE_FROM, TOP_BAR, fitted
from briefing_app.ui.theme import sans_family, ui_font

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from briefing_app.domain.listing import ArticleRow
    from briefing_app.ui.library.source import FirstPage
    from briefing_app.ui.theme import Theme

ROWS = 40
"""Rows asked for; a tall screen shows about thirty."""
WRITE = "Write briefing note"
MENUS = ("File", "Edit", "View", "Go", "Article", "Help")
SHEET = """
QFrame { background: $window; border: 0; }
#bar { background: $bar; border-bottom: 1px solid $line; }
#nav { background: $nav; border-right: 1px solid $line; }
#list { background: $window; border-right: 1px solid $line; }
#side { background: $surface; border-left: 1px solid $line; }
#here { background: $accent_soft; border-radius: 5px; }
#dot { background: $accent_ink; border-radius: 3px; }
Layer, QLabel { background: transparent; color: $text; font-family: "$sans"; font-size: 13px; }
QLabel { qproperty-textFormat: PlainText; }
Layer#rule { color: $line; }
#strong { font-weight: 600; }
#chosen { font-weight: 600; color: $strong; }
#muted { color: $muted; }
#small { color: $muted; font-size: 12px; }
#meta { color: $muted; font-size: 11px; }
#foot {
  background: $bar; border: 0; border-top: 1px solid $line; color: $muted; font-size: 11px; padding-left: 11px;
}
#chip { background: $chip; color: $muted; font-size: 10px; border-radius: 8px; padding-left: 4px; }
#button, #checked, #primary { background: $field; border: 1px solid $border; border-radius: 6px; padding-left: 8px; }
#checked { background: $accent_soft; color: $strong; border-color: $accent_ink; }
#primary { background: $accent; color: $accent_text; border-color: $accent; font-weight: 600; }
#heading { color: $faint; font-size: 10px; font-weight: 600; letter-spacing: 0.6px; }
"""


class Cover(QFrame):
    """Shows a first page; laid out anew whenever its size changes."""

    def __init__(
        self,
        first: FirstPage,
        theme: Theme,
        widths: dict[str, int],
        *,
        nav: bool = True,
        side: bool = True,
        network: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._first, self._widths, self._nav, self._side = first, widths, nav, side
        self._network = network
        self._rows = first.source.rows(first.source.ids(first.query, ROWS))
        self._items = nav_items(
            {}, first.source.dossiers(), first.source.tags(), first.source.feeds(), may_write=not first.read_only
        )
        self._title, self._unread = QFontMetrics(ui_font()), QFontMetrics(ui_font(bold=True))
        self._meta, self._chip = QFontMetrics(ui_font(11)), QFontMetrics(ui_font(10))
        self._rulers = {"strong": self._unread, "chosen": self._unread, "meta": self._meta}
        self._rulers |= {"heading": self._chip, "small": self._meta}
        self._parts: list[QWidget] = []
        self._layers: dict[str, Layer] = {}
        colours = {name: value for name, value in vars(theme).items() if isinstance(value, str)}
        self.setStyleSheet(Template(SHEET).substitute(colours, sans=sans_family()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the room there is."""
        super().resizeEvent(event)
        for part in self._parts:
            part.hide()
            part.deleteLater()
        self._parts, self._layers = [], {}
        self._lay_out(self.width(), self.height())
        for layer in self._layers.values():
            layer.setGeometry(0, 0, self.width(), self.height())
            layer.raise_()
        self._parts[-1].raise_()
        self._parts += self._layers.values()
        for part in self._parts:
            part.show()

    def _lay_out(self, width: int, height: int) -> None:
        top, bottom = MENU + TOP_BAR, height - FOOT
        there = {"nav": self._nav and width >= NAV_FROM, "list": True, "side": self._side and width >= SIDE_FROM}
        sizes = fitted({name: self._widths[name] for name, shown in there.items() if shown}, width)
        nav, side = sizes.get("nav", 0), sizes.get("side", 0)
        self._ground("bar", 0, 0, width, MENU)
        self._ground("bar", 0, MENU, width, TOP_BAR)
        self._lay_out_bars(width)
        if nav:
            self._ground("nav", 0, top, nav + 1, bottom - top)
            self._lay_out_nav(top, bottom, nav)
        self._ground("list", nav + bool(nav), top, sizes["list"] + 1, bottom - top)
        self._lay_out_list(nav + bool(nav), top, bottom, sizes["list"])
        if side:
            self._ground("side", width - side - 1, top, side + 1, bottom - top)
        kept = "Library encrypted" if self._first.encrypted else "Library plain"
        self._label(f"{self._network}      {kept}", "foot", 0, bottom, width, FOOT)

    def _lay_out_bars(self, width: int) -> None:
        left = 19
        for menu in MENUS:
            self._write(menu, "", left, 0, MENU - 1)
            left += self._title.horizontalAdvance(menu) + 16
        place = next((item.text for item in self._items if self._is_here(item)), "")
        text = f"{elided(place, self._unread, 230)}  ▾"
        self._write(text, "strong", 23, MENU, TOP_BAR - 1)
        left = 43 + self._unread.horizontalAdvance(text)
        for words, name in (("+ Import", "button"), ("Reader", "checked"), ("Note", "button"), (WRITE, "primary")):
            ruler = self._unread if name == "primary" else self._title
            room = ruler.horizontalAdvance(words) + 23
            self._label(words, name, left, MENU + 8, room, 28)
            left += room + 8
        room = min(420, width - 12 - left - 8)
        if room > 100:
            self._label("", "button", width - 12 - room, MENU + 8, room, 27)

    def _lay_out_nav(self, top: int, bottom: int, width: int) -> None:
        y = top
        for item in self._items:
            room = NAV_HEADING if item.kind is NavKind.HEADING else NAV_LINE
            if y + room > bottom:
                return
            words = width - 2 * NAV_SIDE
            if item.kind is NavKind.HEADING:
                self._write(item.text.upper(), "heading", NAV_SIDE, y + 7, room - 7)
            elif self._is_here(item):
                self._ground("here", NAV_PAD, y + 1, width - 2 * NAV_PAD, room - 2)
                self._write(elided(item.text, self._unread, words), "chosen", NAV_SIDE, y, room)
            else:
                name = "muted" if item.kind is NavKind.NEW_DOSSIER else ""
                self._write(elided(item.text, self._title, words), name, NAV_SIDE, y, room)
            y += room

    def _lay_out_list(self, left: int, top: int, bottom: int, width: int) -> None:
        order = f"{SORTS[self._first.query.sort]} ▾   filter"
        room = self._meta.horizontalAdvance(order) + 20
        self._write(order, "small", left + width - room - 6, top, HEADER)
        self._layer("rule").rule(left, top + HEADER, width)
        y, height = top + HEADER + 1, row_height(self._unread.height(), self._meta.height())
        for row in self._rows:
            if y >= bottom:
                return
            self._row(row, left, y, width - SCROLL_BAR)
            y += height
            self._layer("rule").rule(left, y - 1, width)

    def _row(self, row: ArticleRow, left: int, top: int, width: int) -> None:
        inside, line = width - LEFT - RIGHT, self._unread.height()
        if not row.read:
            self._ground("dot", left + 7, top + TOP + line // 2 - 3, 6, 6)
        ruler = self._title if row.read else self._unread
        y = top + TOP
        for words in two_lines(row.title or "Untitled", ruler, inside):
            self._write(words, "" if row.read else "strong", left + LEFT, y, line)
            y += line
        meta = elided(meta_line(row), self._meta, inside)
        self._write(meta, "meta", left + LEFT, y + GAP, self._meta.height())
        x, y = left + LEFT, y + 2 * GAP + self._meta.height()
        counts = [f"{row.annotations} ▮"] if row.annotations else []
        counts += [f"{row.suggestions} to review"] if row.suggestions else []
        for text in [*row.tags[:2], *counts]:
            room = self._chip.horizontalAdvance(text) + 12
            if x + room <= left + width - RIGHT:
                self._label(text, "chip", x, y, room, CHIP_HEIGHT)
            x += room + 5

    def _is_here(self, item: NavItem) -> bool:
        query = self._first.query
        return item.is_place and (item.scope, item.ref) == (query.scope, query.ref)

    def _ground(self, name: str, left: int, top: int, width: int, height: int) -> None:
        self._place(QFrame(self), name, left, top, width, height)

    def _layer(self, name: str) -> Layer:
        if name not in self._layers:
            self._layers[name] = Layer(name, self)
        return self._layers[name]

    def _write(self, text: str, name: str, left: int, top: int, height: int) -> None:
        ruler = self._rulers.get(name, self._title)
        self._layer(name).write(left, top + (height - ruler.height()) // 2 + ruler.ascent(), text)

    def _label(self, text: str, name: str, left: int, top: int, width: int, height: int) -> None:
        # Asking for plain text would touch ``Qt``; without a sign like a tag's, no text is taken for markup.
        self._place(QLabel(visible(text).replace("<", "‹"), self), name, left, top, width, height)

    def _place(self, part: QWidget, name: str, left: int, top: int, width: int, height: int) -> None:
        part.setObjectName(name)
        part.setGeometry(left, top, width, height)
        self._parts.append(part)
