"""What keys and pointer work with: the parts of the reading pane, before anybody says how they hang together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from briefing_app.ui.reader.deeds import ReaderDeeds
    from briefing_app.ui.reader.find_bar import FindBar, Finder
    from briefing_app.ui.reader.looks import LookCommands
    from briefing_app.ui.reader.names import NameCommands
    from briefing_app.ui.reader.passages import PassageCommands
    from briefing_app.ui.reader.presenter import ReaderPresenter
    from briefing_app.ui.reader.surface import ReadingSurface


class ReaderParts(QWidget):
    """Base of the reading pane, which makes the parts."""

    metadata_wanted = Signal(str)

    surface: ReadingSurface
    presenter: ReaderPresenter
    deeds: ReaderDeeds
    find_bar: FindBar
    passages: PassageCommands
    names: NameCommands
    finder: Finder
    looks: LookCommands

    def perform(self, action_id: str) -> None:
        """Do an action of the reader."""
        raise NotImplementedError

    def tell(self, sentence: str) -> None:
        """Say something through the window's messages."""
        raise NotImplementedError
