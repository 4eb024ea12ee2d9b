"""How the text looks, as the reader sets it: size, width, marks on or off; kept in the settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.ui.reader.typography import Typography

if TYPE_CHECKING:
    from briefing_app.ui.context import UiContext
    from briefing_app.ui.reader.pane import ArticlePane

_WIDER = 4


def kept_typography(context: UiContext) -> Typography:
    """Return the typography that the settings hold."""
    settings = context.settings
    return Typography(settings.number("reading.text_size"), settings.number("reading.width"))


class LookCommands:
    """Sizes, widths, and whether marks are shown."""

    def __init__(self, context: UiContext, pane: ArticlePane) -> None:
        self._context = context
        self._pane = pane
        if not context.settings.flag("reading.highlights"):
            pane.surface.show_marks(shown=False)

    def text_larger(self) -> None:
        """Set the text one pixel larger."""
        self._zoom(1)

    def text_smaller(self) -> None:
        """Set the text one pixel smaller."""
        self._zoom(-1)

    def text_normal(self) -> None:
        """Go back to the usual size."""
        self._zoom(0)

    def zoom(self, steps: int) -> None:
        """Follow the wheel."""
        self._zoom(steps)

    def text_wider(self) -> None:
        """Put four characters more on a line."""
        self._widen(_WIDER)

    def text_narrower(self) -> None:
        """Put four characters fewer on a line."""
        self._widen(-_WIDER)

    def toggle_highlights(self) -> None:
        """Show or hide all marks."""
        shown = not self._pane.surface.marks.shown
        self._pane.surface.show_marks(shown=shown)
        self._context.settings.set("reading.highlights", shown)

    def _zoom(self, steps: int) -> None:
        typography = self._pane.surface.typography.zoomed(steps)
        self._context.settings.set("reading.text_size", typography.pixels)
        self._pane.set_typography(typography)

    def _widen(self, characters: int) -> None:
        old = self._pane.surface.typography
        typography = old.widened(old.characters + characters)
        self._context.settings.set("reading.width", typography.characters)
        self._pane.set_typography(typography)
