"""How large a dialog opens."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

FRAME = 40
"""Pixels left free at each side for the frame and the title that a window manager draws."""


def open_at(dialog: QDialog, width: int, height: int) -> None:
    """Give a dialog a size, or what fits on a smaller screen: it would open with its buttons out of sight."""
    room = dialog.screen().availableSize()
    dialog.resize(min(width, room.width() - FRAME), min(height, room.height() - FRAME))
