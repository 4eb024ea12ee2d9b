"""What the pointer means in the reading pane: clicks, the menu, and tips on what stands in the gutter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from briefing_app.domain.annotation import BUILT_IN_TYPES
from briefing_app.domain.entity import Status
from briefing_app.ui.reader.highlights import Layer
from briefing_app.ui.reader.links import LinkDialog, target_of
from briefing_app.ui.widgets.tips import tip

if TYPE_CHECKING:
    from briefing_app.domain.position import Statement
    from briefing_app.ui.reader.highlights import Mark
    from briefing_app.ui.reader.parts import ReaderParts

_MENU = (
    ("annotate", "Note…\tN"),
    ("tag", "Tag…\tT"),
    ("statement", "New statement…\tP"),
    ("alias", "What is meant here…\tA"),
    ("copy_citation", "Copy with source\tCtrl+Shift+C"),
    ("hide_passage", "Hide passage\tX"),
    ("hide_always", "Always hide on this site"),
)


class Pointing(QObject):
    """Turns clicks into choices."""

    def __init__(self, view: ReaderParts) -> None:
        super().__init__(view)
        self._view = view
        surface = view.surface
        surface.clicked.connect(self._clicked)
        surface.double_clicked.connect(self._double_clicked)
        surface.link_wanted.connect(self.follow)
        surface.gutter_entered.connect(self._tip)
        surface.customContextMenuRequested.connect(self._menu)

    def follow(self, link: str) -> None:
        """Ask before a link is opened; what is no web or mail address is refused."""
        target = target_of(link)
        if target is None:
            self._view.tell("This link is not opened: only web and mail addresses are.")
            return
        dialog = LinkDialog(target, self._view)
        dialog.open()

    def gutter_words(self, point: QPoint) -> str:
        """Return what the bars and letters beside the line at a viewport point stand for."""
        surface = self._view.surface
        if point.x() > surface.column_left() or not surface.positions.blocks:
            return ""
        words = [self._statement_words(one) for one in self._statements_beside(point)]
        for mark in self._beside(point, Layer.ANNOTATION):
            annotation = self._view.presenter.annotation(mark.ref)
            if annotation is not None:
                tags = ", ".join(annotation.tags)
                words.append(": ".join(part for part in (annotation.type, annotation.note or tags) if part))
        return "\n".join(words)

    def _clicked(self, offset: int, place: QPoint) -> None:
        view = self._view
        view.names.put_away()
        if offset < 0 and place.x() < view.surface.column_left():
            marks = self._beside(place, Layer.ANNOTATION)
            view.passages.choose(marks[0].ref if marks else "")
            return
        marks = view.surface.highlights.layer(Layer.ANNOTATION).at(offset) if view.surface.marks.shown else []
        if offset >= 0 and marks:
            view.passages.choose(self._next_below(marks))
            return
        view.passages.choose("")
        ref = view.names.at(offset)
        if ref:
            view.names.explain(ref, pinned=True)

    def _next_below(self, marks: list[Mark]) -> str:
        """Return the innermost mark, or the one around the mark that is chosen already."""
        refs = [mark.ref for mark in marks]
        chosen = self._view.surface.marks.selected
        return refs[(refs.index(chosen) + 1) % len(refs)] if chosen in refs else refs[0]

    def _double_clicked(self, _offset: int) -> None:
        self._view.names.put_away()

    def _beside(self, point: QPoint, layer: Layer) -> list[Mark]:
        surface = self._view.surface
        if not surface.marks.shown:
            return []
        start = surface.offset_near(point.y())
        end = surface.offset_near(point.y(), at_end=True)
        found = surface.highlights.layer(layer).between(start, max(end, start + 1))
        return [mark for mark in found if layer is not Layer.ANNOTATION or mark.start >= start]

    def _statements_beside(self, point: QPoint) -> list[Statement]:
        found = (self._view.presenter.statement(mark.ref) for mark in self._beside(point, Layer.EVIDENCE))
        return [one for one in found if one is not None]

    @staticmethod
    def _statement_words(statement: Statement) -> str:
        parties = ", ".join(statement.parties) or "Somebody"
        state = "" if statement.status.counts else " (suggested)" if statement.status is Status.SUGGESTED else ""
        what = statement.paraphrase or statement.issue
        return f"{parties} · {statement.stance} · {what}{state}"

    def _tip(self, point: QPoint) -> None:
        self._view.surface.viewport().setToolTip(tip(self.gutter_words(point)))

    def _menu(self, point: QPoint) -> None:
        menu = self.menu_at(point)
        menu.popup(self._view.surface.viewport().mapToGlobal(point))

    def menu_at(self, point: QPoint) -> QMenu:
        """Return the menu for a viewport point: what can be done with the selection or the highlight there."""
        view = self._view
        menu = QMenu(view)
        if view.passages.span() is None:
            self._clicked(view.surface.offset_at(point), point)
            view.passages.bar.hide()
        able = view.passages.span() is not None or view.passages.chosen() is not None
        for kind in BUILT_IN_TYPES:
            action = menu.addAction(f"{kind.name}\t{kind.key}")
            action.triggered.connect(partial(view.passages.mark_as, kind.name))
            action.setEnabled(able)
        menu.addSeparator()
        for ident, words in _MENU:
            action = menu.addAction(words)
            action.triggered.connect(partial(view.perform, ident))
            selecting = ident in ("hide_passage", "hide_always")
            action.setEnabled(view.passages.span() is not None if selecting else able or ident == "alias")
        if view.passages.chosen() is not None:
            menu.addAction("Delete highlight\tDel").triggered.connect(partial(view.perform, "delete_highlight"))
        return menu
