"""Sizes of the window's parts, free of Qt, so that the cover and the parts themselves agree."""

from __future__ import annotations

WINDOW = (1440, 860)
LEAST_WINDOW = (760, 480)
MENU, TOP_BAR, FOOT = 26, 44, 26
"""Heights of the bars."""
SCROLL_BAR = 10
NAMES = ("nav", "list", "reader", "side")
WIDTHS = {"nav": 204, "list": 290, "side": 372}
"""Widths of the columns at first."""
LEAST = {"nav": 150, "list": 220, "reader": 320, "side": 260}
WIDEST = 900
NAV_FROM, SIDE_FROM = 1120, 980
"""Window widths below which the library column, then the side panel, fold away by themselves."""


def column_widths(kept: dict[str, str]) -> dict[str, int]:
    """Return the widths of the columns but the reader's; ``kept`` holds remembered ones, sense or not."""
    found = dict(WIDTHS)
    for name, width in kept.items():
        if name in WIDTHS and width.isdigit():
            found[name] = max(LEAST[name], min(WIDEST, int(width)))
    return found
