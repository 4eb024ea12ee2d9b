"""The columns of the window: their widths, and which of them fold away when it is narrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from briefing_app.ui.shell.measures import LEAST, NAMES, NAV_FROM, SIDE_FROM, WIDTHS, column_widths, fitted

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent


class Columns(QSplitter):
    """Four columns. ``folded`` tells that one was shown or hidden: its name and whether it is there."""

    folded = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._wanted = {"nav": True, "side": True}
        self._forced: dict[str, bool] = {}
        self._tight: tuple[bool, bool] = (False, False)
        self._widths = dict(WIDTHS)
        self._columns: dict[str, QWidget] = {}
        self.splitterMoved.connect(self._on_moved)

    def fill(self, widgets: dict[str, QWidget]) -> None:
        """Put the columns in, in their order."""
        for name in NAMES:
            widget = widgets[name]
            widget.setMinimumWidth(LEAST[name])
            self._columns[name] = widget
            self.addWidget(widget)
        self.setStretchFactor(2, 1)
        self._spread()

    def replace(self, name: str, widget: QWidget) -> None:
        """Put another widget into a column, as wide as the one before, which is deleted."""
        sizes = self.sizes()
        shown = self.is_shown(name)
        self._columns[name] = widget
        widget.setMinimumWidth(LEAST[name])
        old = self.replaceWidget(NAMES.index(name), widget)
        if old is not None:
            old.hide()
            old.deleteLater()
        widget.setVisible(shown)
        self.setSizes(sizes)

    def widths(self) -> dict[str, str]:
        """Return the widths to remember."""
        return {name: str(width) for name, width in self._widths.items()}

    def restore(self, widths: dict[str, str], *, nav: bool, side: bool) -> None:
        """Take remembered widths, and which columns were shown."""
        self._widths = column_widths(widths)
        self._wanted = {"nav": nav, "side": side}
        self._spread()

    def wanted(self, name: str) -> bool:
        """Say whether the reader wants to see a column that folds."""
        return self._wanted[name]

    def is_shown(self, name: str) -> bool:
        """Say whether a column is there now."""
        return not self._columns[name].isHidden()

    def toggle(self, name: str) -> None:
        """Show or hide a column; in a narrow window for as long as it stays narrow."""
        on = not self.is_shown(name)
        if self._is_tight(name):
            self._forced = {name: True} if on else {}
        else:
            self._wanted[name] = on
        self._spread()

    def show_column(self, name: str) -> None:
        """Have a column there."""
        if not self.is_shown(name):
            self.toggle(name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold as the window becomes narrow or wide, and leave the text what it needs."""
        super().resizeEvent(event)
        width = self.width()
        tight = (width < NAV_FROM, width < SIDE_FROM)
        if tight != self._tight:
            self._tight = tight
            self._forced = {}
        self._spread()

    def _is_tight(self, name: str) -> bool:
        return self._tight[0] if name == "nav" else self._tight[1]

    def _spread(self) -> None:
        if self.count() < len(NAMES):
            return
        for name in ("nav", "side"):
            there = self._forced.get(name, self._wanted[name] and not self._is_tight(name))
            widget = self._columns[name]
            changed = widget.isHidden() == there
            widget.setVisible(there)
            if changed:
                self.folded.emit(name, there)
        shown = {name: width for name, width in self._widths.items() if name == "list" or self.is_shown(name)}
        sizes = self._widths | fitted(shown, self.width())
        self.setSizes([sizes[name] for name in NAMES])

    def _on_moved(self) -> None:
        for name, width in zip(NAMES, self.sizes(), strict=True):
            if name in WIDTHS and width:
                self._widths[name] = width
