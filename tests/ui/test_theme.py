"""Contrast of both themes, computed; and which theme is in force."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

import pytest

from briefing_app import paths
from briefing_app.domain.annotation import BUILT_IN_TYPES
from briefing_app.domain.dossier import PARTY_COLOURS
from briefing_app.domain.position import Stance
from briefing_app.ui.theme import DARK, LIGHT, Theme, ThemeHolder, contrast, ink_on, qt_palette, style_sheet

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

BOTH = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
PLAIN = ("window", "bar", "nav", "surface", "field", "page")
SELECTED = ("accent_soft", "hover", "suggestion", "chip", "selection")


def pairs(theme: Theme) -> list[tuple[str, str]]:
    """Words and grounds that meet in the window, by field name."""
    found = [(ink, ground) for ink in ("text", "body", "muted", "faint", "quote") for ground in PLAIN]
    found += [(ink, ground) for ink in ("text", "body") for ground in SELECTED]
    found += [("muted", ground) for ground in ("accent_soft", "hover", "suggestion", "chip", "desk")]
    found += [("faint", "desk"), ("faint", "hover"), ("quote", "suggestion")]
    found += [
        ("accent_text", "accent"),
        ("accent_ink", "window"),
        ("accent_ink", "field"),
        ("accent_ink", "suggestion"),
    ]
    found += [("accent_ink", "surface"), ("accent_ink", "bar"), ("accent_ink", "hover")]
    found += [("strong", "accent_soft"), ("strong", "surface"), ("window", "strong"), ("body", "find")]
    found += [("warning", ground) for ground in (*PLAIN, "warning_soft")] + [("text", "warning_soft")]
    return found + [(ink, ground) for ink in ("danger", "good") for ground in ("window", "field", "surface", "bar")]


@BOTH
def test_text_pairs_when_computed_then_4_5_to_1(theme: Theme) -> None:
    low = {
        pair: round(ratio, 2)
        for pair in pairs(theme)
        if (ratio := contrast(getattr(theme, pair[0]), getattr(theme, pair[1]))) < 4.5
    }
    assert not low


@BOTH
def test_body_on_annotation_fills_when_computed_then_4_5_to_1(theme: Theme) -> None:
    assert {name: fill for name, fill in theme.annotation.items() if contrast(theme.body, fill) < 4.5} == {}


@BOTH
def test_stance_pills_when_computed_then_4_5_to_1(theme: Theme) -> None:
    assert {name: pair for name, pair in theme.stance.items() if contrast(*pair) < 4.5} == {}


@BOTH
def test_party_words_when_on_their_colour_then_4_5_to_1(theme: Theme) -> None:
    assert {name: fill for name, fill in theme.party.items() if contrast(ink_on(fill), fill) < 4.5} == {}


@BOTH
def test_lines_and_rings_when_computed_then_3_to_1(theme: Theme) -> None:
    graphics = [*theme.party.values(), *theme.annotation_edge.values(), theme.unresolved, theme.accent_ink]
    grounds = (theme.window, theme.field, theme.surface)
    assert [(one, ground) for one in graphics for ground in grounds if contrast(one, ground) < 3] == []


@BOTH
def test_theme_when_domain_names_a_colour_then_it_has_it(theme: Theme) -> None:
    colours = {one.colour for one in BUILT_IN_TYPES}
    assert set(theme.party) == set(PARTY_COLOURS)
    assert colours <= set(theme.annotation)
    assert set(theme.annotation) == set(theme.annotation_edge)
    assert set(theme.stance) == {str(one) for one in Stance}


@BOTH
def test_style_sheet_when_made_then_every_name_is_filled(theme: Theme, qtbot: QtBot) -> None:
    made = style_sheet(theme)
    assert "$" not in made
    assert theme.accent in made
    assert qt_palette(theme).window().color().name() == theme.window


def test_themes_when_compared_then_no_colour_is_forgotten() -> None:
    same = [one.name for one in fields(Theme) if getattr(LIGHT, one.name) == getattr(DARK, one.name)]
    assert same == []


def test_contrast_when_black_on_white_then_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_holder_when_set_then_current_follows_and_says_so_once(qtbot: QtBot) -> None:
    holder = ThemeHolder("light")
    with qtbot.waitSignal(holder.changed):
        holder.set("dark")
    assert holder.current is DARK
    with qtbot.assertNotEmitted(holder.changed):
        holder.set("dark")


def test_holder_when_choice_is_unknown_then_follows_the_system(qtbot: QtBot) -> None:
    assert ThemeHolder("mauve").choice == "system"


@BOTH
def test_check_sign_when_a_box_is_ticked_then_its_picture_is_there_and_in_the_colour_of_words(theme: Theme) -> None:
    sign = paths.resource("themes", f"check-{theme.name}.svg")
    assert f'stroke="{theme.accent_text}"' in sign.read_text("utf-8")
    assert sign.as_posix() in style_sheet(theme)
