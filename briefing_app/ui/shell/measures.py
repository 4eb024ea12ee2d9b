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
COMFORT = 440
"""What the reader's column gets of a narrow window before the columns beside it get more than their least."""
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


def fitted(widths: dict[str, int], width: int) -> dict[str, int]:
    """Return the columns' widths in a window ``width`` pixels wide: the side panel gives way first, then the list.

    ``widths`` holds the columns that are shown beside the reader's.
    """
    sizes = dict(widths)
    for name in ("side", "list", "nav"):
        missing = COMFORT - (width - sum(sizes.values()))
        if name in sizes and missing > 0:
            sizes[name] -= min(missing, sizes[name] - LEAST[name])
    return {**sizes, "reader": max(LEAST["reader"], width - sum(sizes.values()))}
