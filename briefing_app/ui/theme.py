"""Colours and fonts of the window: a value per theme, and the holder that says which one is in force.

Every pair of colours that carries text is held to a contrast of 4.5 : 1 by a test, in both themes.
"""

from __future__ import annotations

import functools
from dataclasses import dataclass, fields
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFont, QGuiApplication

from briefing_app import paths
from briefing_app.ui import sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QPalette
    from PySide6.QtWidgets import QApplication

SANS = ("Inter", "Noto Sans", "Segoe UI", "SF Pro Text", "Cantarell", "DejaVu Sans")
SERIF = ("Charis SIL", "Noto Serif", "Georgia", "DejaVu Serif")
UI_PIXELS = 13
"""Size of the window's own text; the reading text has a setting of its own."""
READING_PIXELS = 17
LINE_HEIGHT = 1.62
"""Line spacing of the reading text, as a multiple of its size."""


@dataclass(frozen=True, eq=False, repr=False)
class Theme:
    """One theme's colours, each ``#rrggbb``.

    ``window`` reader background; ``bar`` top bar and footer; ``nav`` left column; ``surface`` side panel;
    ``text`` the window's text, ``body`` the reading text, ``muted`` second-rank text (4.5 : 1 on every
    ground, selections too), ``faint`` labels (4.5 : 1 on the plain grounds); ``line`` hairlines, ``border``
    edges of controls; ``accent`` filled buttons with ``accent_text`` on them; ``accent_ink`` accent-coloured
    words and the focus ring; ``accent_soft`` selected rows; ``field`` inputs, buttons and cards;
    ``hover``; ``warning`` words of warning on ``warning_soft``; ``danger`` words of refusal; ``good`` words of
    success; ``page`` and ``desk`` the note's sheet and what it lies on; ``quote`` quoted words;
    ``suggestion`` the ground of what no person has confirmed; ``unresolved`` underline of unknown names;
    ``find`` fill of search hits, outlined with ``find_edge``; ``selection`` selected text.

    ``party`` maps the names of PARTY_COLOURS, ``annotation`` and ``annotation_edge`` the colour names of
    annotation types, ``stance`` each stance to (ground, words).
    """

    name: str
    dark: bool
    window: str
    bar: str
    nav: str
    surface: str
    text: str
    body: str
    muted: str
    faint: str
    line: str
    border: str
    accent: str
    accent_text: str
    accent_ink: str
    accent_soft: str
    field: str
    hover: str
    warning: str
    warning_soft: str
    danger: str
    good: str
    page: str
    desk: str
    quote: str
    suggestion: str
    unresolved: str
    find: str
    find_edge: str
    selection: str
    chip: str
    strong: str
    party: dict[str, str]
    annotation: dict[str, str]
    annotation_edge: dict[str, str]
    stance: dict[str, tuple[str, str]]


LIGHT = Theme(
    name="light",
    dark=False,
    window="#fbfbfa",
    bar="#f1f1ef",
    nav="#f6f6f4",
    surface="#fdfdfc",
    text="#1f2430",
    body="#23262d",
    muted="#5f6571",
    faint="#636974",
    line="#e4e4e0",
    border="#d3d3cf",
    accent="#2f4a7d",
    accent_text="#ffffff",
    accent_ink="#2f4a7d",
    accent_soft="#e3e8f2",
    field="#ffffff",
    hover="#ecece8",
    warning="#8a5200",
    warning_soft="#fff8e6",
    danger="#a3332b",
    good="#27632a",
    page="#ffffff",
    desk="#ececea",
    quote="#4a505c",
    suggestion="#f3f6fc",
    unresolved="#7a808b",
    find="#ffe9a3",
    find_edge="#b08600",
    selection="#c9d8f2",
    chip="#ecece8",
    strong="#1f3768",
    party={
        "red": "#b3423a",
        "gold": "#ad8400",
        "blue": "#3b6fb6",
        "violet": "#5b54a4",
        "green": "#357d40",
        "teal": "#1f7f7f",
        "orange": "#b85c12",
        "pink": "#b8508c",
        "brown": "#8a5a3a",
        "grey": "#7a808b",
    },
    annotation={
        "blue": "#dce8fa",
        "yellow": "#fff1b8",
        "teal": "#d3efee",
        "red": "#fbe0dc",
        "orange": "#fde6cd",
        "green": "#dcefdc",
        "violet": "#e8e4f7",
        "pink": "#fadfee",
        "grey": "#e6e6e3",
    },
    annotation_edge={
        "blue": "#4a7fc9",
        "yellow": "#b08600",
        "teal": "#1f7f7f",
        "red": "#c4564c",
        "orange": "#b85c12",
        "green": "#4a8d4e",
        "violet": "#7a6fc0",
        "pink": "#b8508c",
        "grey": "#7a808b",
    },
    stance={
        "supports": ("#dcefdc", "#27632a"),
        "opposes": ("#fbe6d6", "#86400f"),
        "rejects": ("#fbe0dc", "#8e2a22"),
        "demands": ("#fdebc8", "#7a5200"),
        "offers": ("#d6eeec", "#16605f"),
        "conditional": ("#e4e3f4", "#403a86"),
        "undecided": ("#ececea", "#555c68"),
    },
)

DARK = Theme(
    name="dark",
    dark=True,
    window="#1c1e22",
    bar="#24262b",
    nav="#202226",
    surface="#1f2125",
    text="#d7d9de",
    body="#d0d2d8",
    muted="#a3a9b3",
    faint="#9aa0aa",
    line="#34373d",
    border="#444a53",
    accent="#6d90d4",
    accent_text="#0f1115",
    accent_ink="#a8bfef",
    accent_soft="#2d3a55",
    field="#2b2e34",
    hover="#31353c",
    warning="#e0b060",
    warning_soft="#3a3322",
    danger="#f0968c",
    good="#8fcf94",
    page="#26282d",
    desk="#17181b",
    quote="#b4b9c2",
    suggestion="#232a38",
    unresolved="#8a909b",
    find="#5a4a12",
    find_edge="#d9b24a",
    selection="#3d5380",
    chip="#34383f",
    strong="#cfdcf7",
    party={
        "red": "#d9776f",
        "gold": "#d9b24a",
        "blue": "#7aa6e6",
        "violet": "#a39cf0",
        "green": "#76bd80",
        "teal": "#5cbcbc",
        "orange": "#e39a5c",
        "pink": "#e08fbd",
        "brown": "#c09674",
        "grey": "#9aa0aa",
    },
    annotation={
        "blue": "#26395a",
        "yellow": "#4a4222",
        "teal": "#1d4544",
        "red": "#552b28",
        "orange": "#54381f",
        "green": "#28462b",
        "violet": "#3b3560",
        "pink": "#522c43",
        "grey": "#3c4046",
    },
    annotation_edge={
        "blue": "#7aa6e6",
        "yellow": "#d9b24a",
        "teal": "#5cbcbc",
        "red": "#d9776f",
        "orange": "#e39a5c",
        "green": "#76bd80",
        "violet": "#a39cf0",
        "pink": "#e08fbd",
        "grey": "#9aa0aa",
    },
    stance={
        "supports": ("#28462b", "#b4e0b7"),
        "opposes": ("#4d3220", "#f0c4a0"),
        "rejects": ("#552b28", "#f5bab3"),
        "demands": ("#4f3c14", "#f2d08c"),
        "offers": ("#1d4544", "#a6dedc"),
        "conditional": ("#3a3663", "#cdc8f7"),
        "undecided": ("#3c4046", "#c3c8d0"),
    },
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK)}
CHOICES = ("system", "light", "dark")
"""What the reader can choose; ``system`` follows the desktop's own setting while the program runs."""


def luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb`` by WCAG 2.2, 0 for black to 1 for white."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two ``#rrggbb`` colours by WCAG 2.2, 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ink_on(ground: str) -> str:
    """Return the near-black or white that is easier to read on ``ground``."""
    return max("#ffffff", "#14161a", key=lambda ink: contrast(ink, ground))


@functools.cache
def sans_family() -> str:
    """Return the first installed family for the window's text."""
    from PySide6.QtGui import QFontDatabase

    return next((name for name in SANS if QFontDatabase.hasFamily(name)), "sans-serif")


@functools.cache
def serif_family() -> str:
    """Return the first installed family for reading text."""
    from PySide6.QtGui import QFontDatabase

    return next((name for name in SERIF if QFontDatabase.hasFamily(name)), "serif")


def ui_font(pixels: int = UI_PIXELS, *, bold: bool = False) -> QFont:
    """Return the window's font at ``pixels``; bold is semi-bold, as in the design."""
    return _font(sans_family(), pixels, bold=bold)


def reading_font(pixels: int = READING_PIXELS, *, bold: bool = False) -> QFont:
    """Return the reading font at ``pixels``."""
    return _font(serif_family(), pixels, bold=bold)


def _font(family: str, pixels: int, *, bold: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(pixels)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def style_sheet(theme: Theme) -> str:
    """Return the Qt style sheet of the whole window in ``theme``'s colours."""
    values = {one.name: value for one in fields(theme) if isinstance(value := getattr(theme, one.name), str)}
    values |= {"sans": sans_family(), "serif": serif_family()}
    values |= {sign: paths.resource("icons", f"{sign}-{theme.name}.png").as_posix() for sign in ("chevron", "check")}
    values["check"] = paths.resource("themes", f"check-{theme.name}.svg").as_posix()
    parts = [Template(sheet.SHEET).substitute(values)]
    stance, party = Template(sheet.STANCE), Template(sheet.PARTY)
    parts += [stance.substitute(name=name, ground=pair[0], ink=pair[1]) for name, pair in theme.stance.items()]
    parts += [party.substitute(name=name, ground=fill, ink=ink_on(fill)) for name, fill in theme.party.items()]
    return "".join(parts)


def dress(app: QApplication, theme: Theme) -> None:
    """Give the whole program ``theme``: style, font, palette and style sheet."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    app.setFont(ui_font())
    app.setPalette(qt_palette(theme))
    app.setStyleSheet(style_sheet(theme))


def qt_palette(theme: Theme) -> QPalette:
    """Return ``theme`` as the palette that Qt's own painting and native parts use."""
    from PySide6.QtGui import QColor, QPalette

    palette = QPalette()
    role = QPalette.ColorRole
    pairs = {
        role.Window: theme.window,
        role.WindowText: theme.text,
        role.Base: theme.field,
        role.AlternateBase: theme.nav,
        role.Text: theme.text,
        role.Button: theme.field,
        role.ButtonText: theme.text,
        role.BrightText: theme.danger,
        role.ToolTipBase: theme.field,
        role.ToolTipText: theme.text,
        role.PlaceholderText: theme.faint,
        role.Highlight: theme.selection,
        role.HighlightedText: theme.text,
        role.Link: theme.accent_ink,
        role.LinkVisited: theme.accent_ink,
        role.Mid: theme.border,
        role.Midlight: theme.line,
        role.Dark: theme.border,
        role.Light: theme.field,
        role.Shadow: theme.border,
    }
    for which, colour in pairs.items():
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(theme.faint))
    return palette


class ThemeHolder(QObject):
    """The theme in force: ``current``, and ``changed`` once it is another.

    Made before anything is painted, it goes by the desktop's palette; after the first paint `watch` has it follow
    the desktop's own word. (The first touch of the namespace `Qt` builds a hundred enums.)
    """

    changed = Signal()

    def __init__(self, choice: str = "system", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.choice = choice if choice in CHOICES else "system"
        self._watching = False
        self.current = self._chosen()

    def watch(self) -> None:
        """Follow the desktop's light or dark from now on."""
        if not self._watching:
            self._watching = True
            QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow)
            self._follow()

    def set(self, name: str) -> None:
        """Choose ``light``, ``dark`` or ``system``; anything else counts as ``system``."""
        self.choice = name if name in CHOICES else "system"
        self._follow()

    def _follow(self) -> None:
        theme = self._chosen()
        if theme is not self.current:
            self.current = theme
            self.changed.emit()

    def _chosen(self) -> Theme:
        if self.choice in THEMES:
            return THEMES[self.choice]
        return DARK if self._system_is_dark() else LIGHT

    def _system_is_dark(self) -> bool:
        if not self._watching:
            return QGuiApplication.palette().window().color().lightness() < 128
        from PySide6.QtCore import Qt

        return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
