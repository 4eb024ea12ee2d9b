"""Undo and redo: what they would do, in words, and doing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from briefing_app.domain.changes import Changes
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.shell.action_set import ActionSet


class Undoing(QObject):
    """Runs undo and redo in the write lane, and keeps their names in the menu."""

    ACTIONS = frozenset({"undo", "redo"})

    def __init__(self, context: UiContext, actions: ActionSet, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._actions = context, actions
        context.changes.changed.connect(self._on_changes)
        self.refresh()

    def perform(self, action: str) -> None:
        """Undo or redo the latest step."""
        store, session = self._context.services.store, self._context.services.session
        work = store.undo if action == "undo" else store.redo
        then = self._undone if action == "undo" else self._redone
        self._context.runner.write(lambda: work(session), then)

    def refresh(self) -> None:
        """Ask what can be undone and redone."""
        store, session = self._context.services.store, self._context.services.session
        self._context.runner.read(
            lambda: (store.undo_label(session), store.redo_label(session)), self._show, key="undo.labels"
        )

    def _show(self, labels: tuple[str, str]) -> None:
        for name, word, label in zip(("undo", "redo"), ("Undo", "Redo"), labels, strict=True):
            self._actions.actions[name].setText(f"{word} “{label}”" if label else word)
            self._actions.enable(name, bool(label))

    def _undone(self, changes: Changes) -> None:
        self._said("Undone", changes)

    def _redone(self, changes: Changes) -> None:
        self._said("Made again", changes)

    def _said(self, word: str, changes: Changes) -> None:
        self._context.messages.tell(f"{word}: {changes.label}." if changes.label else f"{word}.")
        self.refresh()

    def _on_changes(self, changes: Changes) -> None:
        del changes
        self.refresh()
