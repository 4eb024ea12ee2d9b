"""Tool tips that show a text as it stands: Qt would read markup in a title or a note as markup."""

from __future__ import annotations

from PySide6.QtGui import Qt

from briefing_app.domain.tricks import visible


def tip(text: str) -> str:
    """Return ``text`` for `setToolTip` and tool tip roles: what hides made visible, markup kept as it is written."""
    text = visible(text)
    if not Qt.mightBeRichText(text):
        return text
    import html

    return f"<p style='white-space: pre-wrap'>{html.escape(text)}</p>"
