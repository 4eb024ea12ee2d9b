"""What the window holds while a library is open: bars, columns, the note, messages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from briefing_app.ui.feeds.network_words import every_of
from briefing_app.ui.library.view import LibraryView
from briefing_app.ui.shell.columns import Columns
from briefing_app.ui.shell.footer import Footer
from briefing_app.ui.shell.measures import NAV_FROM, SIDE_FROM
from briefing_app.ui.shell.message_bar import MessageBar
from briefing_app.ui.shell.top_bar import TopBar
from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from briefing_app.settings import Settings
    from briefing_app.ui.theme import ThemeHolder

TIGHT = 1000
READ_ONLY = "This library is open for reading only: nothing you change here can be kept."


class Body(QWidget):
    """Places the parts; what they mean to each other is the window's business."""

    def __init__(self, settings: Settings, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "window")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.top = TopBar(theme, self)
        self.banner = self._banner()
        self.library = LibraryView(theme, self)
        self.columns = Columns(self)
        self.reader_place, self.side_place = QWidget(self), QWidget(self)
        self.side_place.setProperty("role", "surface")
        self.side_place.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.columns.fill(
            {
                "nav": self.library.nav,
                "list": self.library.column,
                "reader": self.reader_place,
                "side": self.side_place,
            }
        )
        self.columns.restore(
            settings.map("window.columns"), nav=settings.flag("window.nav"), side=settings.flag("window.side")
        )
        self.views = QStackedWidget(self)
        self.views.addWidget(self.columns)
        self.foot = Footer(self)
        self.foot.show_network("", offline=settings.flag("network.offline"), every=every_of(settings))
        self.below = QVBoxLayout()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.top)
        layout.addWidget(self.banner)
        layout.addWidget(self.views, 1)
        layout.addLayout(self.below)
        layout.addWidget(self.foot)
        self.messages = MessageBar(self, self.views)

    def show_view(self, widget: QWidget) -> None:
        """Show the columns or the note."""
        if self.views.indexOf(widget) < 0:
            self.views.addWidget(widget)
        self.views.setCurrentWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the bars to the width."""
        super().resizeEvent(event)
        self.fit(self.width())

    def fit(self, width: int) -> None:
        """Say less in a narrow window, and offer the columns that folded away."""
        self.top.set_tight(tight=width < TIGHT)
        self.top.nav_toggle.setVisible(width < NAV_FROM)
        self.top.side_toggle.setVisible(width < SIDE_FROM)

    def _banner(self) -> QFrame:
        banner = QFrame(self)
        banner.setProperty("role", "banner")
        line = QHBoxLayout(banner)
        line.setContentsMargins(14, 5, 14, 5)
        line.addWidget(PlainLabel(READ_ONLY))
        banner.hide()
        return banner
