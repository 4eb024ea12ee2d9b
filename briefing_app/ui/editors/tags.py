"""The code book: tags, what stands above which, their colours, and when to use them."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit, QWidget

from briefing_app.domain.annotation import Tag
from briefing_app.domain.changes import Changes, Kind
from briefing_app.domain.dossier import PARTY_COLOURS
from briefing_app.domain.ids import TagId
from briefing_app.domain.tricks import visible
from briefing_app.ui.editors.boxes import Lines, choice_box, choose_data, lines_high
from briefing_app.ui.editors.form import Editor
from briefing_app.ui.editors.rows import framed
from briefing_app.ui.editors.swatches import Swatches
from briefing_app.ui.editors.tag_list import TagList, TagModel
from briefing_app.ui.widgets.buttons import RoleButton

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.ui.context import UiContext


class CodeBookEditor(Editor):
    """Edits one tag after the other: Save writes the current one and the dialog stays; Esc closes it.

    A tag given the name of another one is merged into it, after asking once by the button's words.
    """

    def __init__(self, context: UiContext, parent: QWidget | None = None) -> None:
        super().__init__("Code book", context, parent)
        self._tag: Tag | None = None
        self._wanted = ""
        self.model = TagModel()
        self.list = TagList(self.model, self)
        self.name = QLineEdit(self)
        self.above = choice_box((), self)
        self.colour = Swatches(context.theme, self, ("", *PARTY_COLOURS))
        self.description = Lines(self)
        lines_high(self.description, 3)
        self.description.setPlaceholderText("When to use this tag")
        self.new_button = RoleButton("New tag", "link", self)
        self.delete_button = RoleButton("Delete", "link", self)
        self.cancel_button.setText("Close  Esc")
        self.cancel_button.setAccessibleName("Close")
        self._lay_out()
        self.name.textEdited.connect(self._say_merge)
        self.list.picked.connect(self._pick)
        self.new_button.clicked.connect(self._new)
        self.delete_button.clicked.connect(self._delete)
        context.changes.changed.connect(self._hear)
        self._read()
        self.list.setFocus()

    def save(self) -> None:
        """Write the tag, or merge it into the one whose name it was given."""
        name = " ".join(self.name.text().strip().lstrip("#").split())
        if not name:
            self.refuse("A tag needs a name.", self.name)
            return
        old = self._tag.name if self._tag is not None else ""
        tag = Tag(
            self._tag.id if self._tag is not None else TagId(""),
            name,
            str(self.above.currentData() or ""),
            self.colour.colour(),
            self.description.toPlainText().strip(),
        )
        self._wanted = name
        annotating = self.context.services.annotating
        if old and self._other(name) is not None:
            self._do(partial(_merge, context=self.context, old=old, into=name))
        else:
            self._do(partial(annotating.save_tag, tag, old))

    def _do(self, work: Callable[[], object]) -> None:
        """Write without closing."""
        self.problem.hide()
        self.context.runner.write(work, self._done, failed=self._failed)

    def _done(self, answer: object) -> None:
        del answer
        self._read()

    def _read(self) -> None:
        self.context.runner.read(self.context.services.annotating.tags, self._arrived, key="editors.tags")

    def _hear(self, changes: Changes) -> None:
        if changes.touches(Kind.TAG, Kind.ANNOTATION):
            self._read()

    def _arrived(self, tags: Sequence[Tag]) -> None:
        editing = self.name.isModified() or self.description.document().isModified()
        wanted = self._wanted or (self._tag.name if self._tag is not None else "")
        self._wanted = ""
        self.model.show(tags)
        if not editing or self._other(wanted) is not None:
            self.list.pick_name(wanted)

    def _pick(self, tag: Tag | None) -> None:
        self._tag = tag
        shown = tag or Tag(TagId(""), "")
        self.name.setText(shown.name)
        self.name.setModified(False)
        self.description.setPlainText(shown.description)
        self.colour.choose(shown.colour)
        self.above.clear()
        self.above.addItem("no other tag", "")
        for name in self.model.names_not_below(shown.name):
            self.above.addItem(visible(name), name)
        choose_data(self.above, shown.parent)
        self.delete_button.setEnabled(tag is not None)
        self._say_merge()

    def _new(self) -> None:
        self.list.clear_current()
        self._pick(None)
        self.name.setFocus()

    def _delete(self) -> None:
        if self._tag is not None:
            name = self._tag.name
            self._tag = None
            self._do(partial(self.context.services.annotating.delete_tag, name))
            self.context.messages.offer_undo(f"Tag “{name}” deleted.")

    def _say_merge(self) -> None:
        other = self._other(" ".join(self.name.text().split()))
        self.save_button.setText(f"Merge into “{other.name}”" if other is not None else "Save  Ctrl+⏎")

    def _other(self, name: str) -> Tag | None:
        """Return another tag of that name than the one being edited; None for a new tag, which it would be."""
        if self._tag is None or name.casefold() == self._tag.name.casefold():
            return None
        return next((tag for tag in self.model.tags() if tag.name.casefold() == name.casefold()), None)

    def _lay_out(self) -> None:
        self.list.setMinimumHeight(self.fontMetrics().lineSpacing() * 9)
        self.add_wide(framed(self.list, self.context.theme))
        self.add_row("Name", self.name)
        self.add_row("Below", self.above)
        self.add_row("Colour", self.colour)
        self.add_row("Use", self.description)
        self.foot.insertWidget(0, self.new_button)
        self.foot.insertWidget(1, self.delete_button)


def _merge(context: UiContext, old: str, into: str) -> None:
    """Put ``into`` on whatever carries ``old``, then take ``old`` out of the code book."""
    annotating = context.services.annotating
    carrying = [str(one.id) for one in annotating.of_dossier(None) if old in one.tags]
    if carrying:
        annotating.add_tag(carrying, into)
    for tag in annotating.tags():
        if tag.parent == old:
            annotating.save_tag(replace(tag, parent=into if tag.name != into else ""), tag.name)
    annotating.delete_tag(old)
