"""The library's search field: as you type from three letters, all of it by Enter, help on its operators."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from briefing_app.ui.theme import ThemeHolder, ui_font

PAUSE = 120
"""Milliseconds without a letter after which the search runs."""
HELP: tuple[tuple[str, str], ...] = (
    ("ceasefire guarantees", "both words, anywhere in the article"),
    ('"security guarantees"', "these words in this order"),
    ("guarant*", "words that begin so"),
    ("-sanctions", "without this word"),
    ("grain OR corn", "one of the two"),
    ("party:Russia", "statements of a party"),
    ("issue:territory", "statements on an issue"),
    ("said:2025-12", "said on a day, in a month, in a year"),
    ("tag:red-line", "your tag"),
    ("type:claim", "your marks of a type"),
    ("date:2025-12-22", "published on a day, in a month, in a year"),
    ("source:ministry", "from a source"),
    ("has:note", "with a note of yours"),
)


class SearchField(QLineEdit):
    """Tells ``typed`` while one writes, ``asked`` by Enter, ``escaped`` by Escape in an empty field."""

    typed = Signal(str)
    asked = Signal(str)
    escaped = Signal()
    list_wanted = Signal()

    def __init__(self, theme: ThemeHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setAccessibleName("Search the library")
        self.setPlaceholderText("Search articles, passages, notes…   /")
        self.setClearButtonEnabled(True)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._on_pause)
        self._help = QAction("Search operators", self)
        self._help.triggered.connect(self._on_help)
        self._draw_sign()
        self.addAction(self._help, QLineEdit.ActionPosition.TrailingPosition)
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)
        self.returnPressed.connect(self._on_return)
        theme.changed.connect(self._draw_sign)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear by Escape, then leave; go down into the list by an arrow."""
        match event.key():
            case Qt.Key.Key_Escape if self.text():
                self.clear()
            case Qt.Key.Key_Escape:
                self.escaped.emit()
            case Qt.Key.Key_Down:
                self.list_wanted.emit()
            case _:
                super().keyPressEvent(event)

    def help_menu(self) -> QMenu:
        """Return a menu of the operators; choosing one writes it into the field."""
        menu = QMenu(self)
        for example, meaning in HELP:
            action = menu.addAction(f"{example}\t{meaning}")
            action.setData(example)
        menu.triggered.connect(self._on_example)
        return menu

    def _on_edited(self, text: str) -> None:
        del text
        self._pause.start()

    def _on_changed(self, text: str) -> None:
        if not text:
            self._pause.stop()
            self.typed.emit("")

    def _on_pause(self) -> None:
        self.typed.emit(self.text())

    def _on_return(self) -> None:
        self._pause.stop()
        self.asked.emit(self.text())

    def _on_help(self) -> None:
        menu = self.help_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _on_example(self, action: QAction) -> None:
        example: str = action.data()
        operator, colon, _ = example.partition(":")
        self.setText(f"{self.text().rstrip()} {operator + colon if colon else example}".strip())
        self.setFocus()

    def _draw_sign(self) -> None:
        picture = QPixmap(32, 32)
        picture.setDevicePixelRatio(2)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setFont(ui_font(12, bold=True))
        painter.setPen(self._theme.current.faint)
        painter.drawText(0, 0, 16, 16, Qt.AlignmentFlag.AlignCenter, "?")
        painter.end()
        self._help.setIcon(QIcon(picture))
