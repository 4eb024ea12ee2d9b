"""What a person does to the open article: each deed is one write, and comes back as a change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from briefing_app.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from briefing_app.domain.annotation import Annotation
    from briefing_app.ui.context import UiContext


class ReaderDeeds:
    """The reading pane's writes. Nothing is shown as done before the library has it."""

    def __init__(self, context: UiContext) -> None:
        self._context = context
        self._run = context.runner.write

    def highlight(
        self,
        article: str,
        span: tuple[int, int],
        type: str,
        *,
        note: str = "",
        tags: Sequence[str] = (),
        then: Callable[[Annotation], None] | None = None,
    ) -> None:
        """Highlight a passage, with a note or tags if there are any."""
        annotating = self._context.services.annotating
        self._run(partial(annotating.highlight, article, *span, type, note, tuple(tags)), then)

    def retype(self, ident: str, type: str, then: Callable[[Annotation], None] | None = None) -> None:
        """Give an annotation another type."""
        self._run(partial(self._context.services.annotating.edit, ident, type=type), then)

    def set_note(self, ident: str, note: str) -> None:
        """Change an annotation's note."""
        self._run(partial(self._context.services.annotating.edit, ident, note=note))

    def set_tags(self, ident: str, tags: Sequence[str]) -> None:
        """Change an annotation's tags."""
        self._run(partial(self._context.services.annotating.edit, ident, tags=tuple(tags)))

    def reanchor(self, ident: str, span: tuple[int, int]) -> None:
        """Move an annotation to another passage; the message offers to undo it."""
        self._run(partial(self._context.services.annotating.reanchor, ident, *span), self._reanchored)

    def delete(self, ident: str) -> None:
        """Delete an annotation; the message offers to undo it."""
        self._run(partial(self._context.services.annotating.delete, (ident,)), self._deleted)

    def hide(self, article: str, span: tuple[int, int], *, always: bool) -> None:
        """Hide a passage by hand, here or in all articles of the site."""
        self._run(partial(self._context.services.reading.hide_passage, article, *span, always=always), self._hidden)

    def put_back(self, removal: str) -> None:
        """Put one removed passage back."""
        self._run(partial(self._context.services.reading.set_removal, removal, False))

    def put_all_back(self, article: str) -> None:
        """Put everything back that was removed."""
        self._run(partial(self._context.services.reading.restore_all, article))

    def never(self, text: str, article: str = "") -> None:
        """Rule that ``text`` is no name, here or anywhere."""
        self._run(partial(self._context.services.entities.rule_never, text, article), self._ruled)

    def restore(self, article: str) -> None:
        """Take the article out of the trash."""
        self._run(partial(self._context.services.reading.restore, (article,)))

    def remember(self, article: str, offset: int) -> None:
        """Keep where the reader is."""
        work = partial(self._context.services.reading.remember_position, article, offset)
        self._run(work, failed=self._not_kept)

    def _not_kept(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            self._context.messages.warn(error)

    def _deleted(self, _nothing: object) -> None:
        self._context.messages.offer_undo("Highlight deleted.")

    def _reanchored(self, _annotation: object) -> None:
        self._context.messages.offer_undo("Highlight moved to the selection.")

    def _hidden(self, _removal: object) -> None:
        self._context.messages.offer_undo("Passage hidden.")

    def _ruled(self, _ruling: object) -> None:
        self._context.messages.offer_undo("This is no name from now on.")
