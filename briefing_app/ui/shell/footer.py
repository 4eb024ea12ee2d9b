"""The status line at the foot of the window."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from briefing_app.ui.counted import counted
from briefing_app.ui.feeds.network_words import network_tip, network_words
from briefing_app.ui.shell.measures import FOOT
from briefing_app.ui.widgets.buttons import RoleButton
from briefing_app.ui.widgets.labels import ElidedLabel, PlainLabel
from briefing_app.ui.widgets.tips import tip

LONGEST = 40
"""Most characters shown of what is being fetched."""


class Footer(QWidget):
    """Shows the network's state, the library's, what is to be reviewed, and where in the text one is."""

    review_wanted = Signal()
    offline_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(FOOT)
        self.network = RoleButton("", "quiet", self)
        self.network.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.network.clicked.connect(self.offline_wanted)
        self.library = ElidedLabel(parent=self)
        self.review = RoleButton("", "quiet", self)
        self.review.clicked.connect(self.review_wanted)
        self.linking = PlainLabel(parent=self)
        self.place = PlainLabel(parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 0, 14, 0)
        layout.setSpacing(12)
        layout.addWidget(self.network)
        layout.addWidget(self.library)
        layout.addWidget(self.review)
        layout.addWidget(self.linking)
        layout.addStretch(1)
        layout.addWidget(self.place)
        self.show_network("")
        self.show_review(0)
        self.show_linking(0, 0)

    def show_network(self, fetching: str, *, offline: bool = False, every: str = "") -> None:
        """Show that nothing may be fetched, or which page is, or how often feeds are looked into."""
        words = network_words(_cut(fetching), offline=offline, every=every)
        self.network.setText(words.replace("&", "&&"))
        self.network.setAccessibleName(words[2:])
        self.network.setToolTip(network_tip(fetching, offline=offline))

    def show_library(self, *, encrypted: bool, key_place: str, read_only: bool, path: str) -> None:
        """Show how the library is kept."""
        words = ["Library encrypted" if encrypted else "Library plain"]
        words += [key_place] if encrypted and key_place else []
        words += ["read-only"] if read_only else []
        self.library.setText(" · ".join(words))
        self.library.setToolTip(tip(path))

    def show_review(self, number: int) -> None:
        """Show how many suggestions of the open article wait."""
        self.review.setText(f"{counted(number, 'suggestion')} to review here")
        self.review.setVisible(number > 0)

    def show_linking(self, done: int, total: int) -> None:
        """Show how far corrected names have been replayed on old articles; nothing when all are."""
        self.linking.setText(f"Names: {done:,} of {total:,} articles")
        self.linking.setVisible(done < total)

    def show_place(self, paragraph: int, words: int, *, saved: bool = True) -> None:
        """Show where in the text one is; ``words`` 0 shows nothing."""
        parts = [f"Para. {paragraph}"] if paragraph else []
        parts += [counted(words, "word")] if words else []
        parts += ["saved" if saved else "saving…"] if words else []
        self.place.setText(" · ".join(parts))


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…"
