"""Links of a document: which may be followed at all, and the question that shows where one really goes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout

from briefing_app.ui.widgets.labels import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_SCHEMES = ("http", "https", "mailto")
HOST_LINE = 40
ADDRESS_LINE = 64
"""Characters on a line: a label does not break a word, and an address is one."""


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where a link goes: the whole address in ASCII, and the host (or mail address) it really reaches."""

    address: str
    host: str


def target_of(link: str) -> LinkTarget | None:
    """Return where ``link`` goes, its host in punycode; None for what is never followed."""
    if any(not letter.isprintable() for letter in link):
        return None
    url = QUrl(link.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme().lower() not in _SCHEMES:
        return None
    if url.scheme().lower() == "mailto":
        mail = bytes(url.path(QUrl.ComponentFormattingOption.FullyEncoded).encode()).decode("ascii", "replace")
        return LinkTarget(f"mailto:{mail}", mail) if "@" in mail else None
    host = url.host(QUrl.ComponentFormattingOption.EncodeUnicode | QUrl.ComponentFormattingOption.FullyEncoded)
    if not host:
        return None
    if "@" in url.authority():
        url.setAuthority(host if url.port() < 0 else f"{host}:{url.port()}")
    address = bytes(url.toEncoded().data()).decode("ascii", "replace")
    return LinkTarget(address, host)


def _lines(text: str, width: int, *, most: int) -> str:
    lines = [text[start : start + width] for start in range(0, len(text), width)]
    return "\n".join(lines if len(lines) <= most else [*lines[:most], "…"])


class LinkDialog(QDialog):
    """Shows a link's real host and asks before the browser is started."""

    def __init__(self, target: LinkTarget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Open link?")
        self.target = target
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 14)
        layout.setSpacing(8)
        layout.addWidget(PlainLabel("This link leaves Briefing Reader and goes to", parent=self))
        self.host = PlainLabel(_lines(target.host, HOST_LINE, most=8), "heading", wrap=True, parent=self)
        self.host.setAccessibleName(f"Host: {target.host}")
        layout.addWidget(self.host)
        layout.addWidget(PlainLabel(_lines(target.address, ADDRESS_LINE, most=4), "muted", wrap=True, parent=self))
        if "xn--" in target.host:
            words = "The name holds letters of another script; it may only look like a name you know."
            layout.addWidget(PlainLabel(words, "warning", wrap=True, parent=self))
        buttons = QDialogButtonBox(self)
        self.open_button = buttons.addButton("Open in browser", QDialogButtonBox.ButtonRole.AcceptRole)
        self.cancel_button = buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self.cancel_button.setDefault(True)
        buttons.accepted.connect(self._follow)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)
        self.setMinimumWidth(420)

    def _follow(self) -> None:
        QDesktopServices.openUrl(QUrl(self.target.address, QUrl.ParsingMode.StrictMode))
        self.accept()
