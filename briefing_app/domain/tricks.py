"""Signs for what hides in a text: characters that reverse, vanish, or pass for a letter of another script.

For titles, names, addresses and file names on the screen. A quotation keeps its characters where it is stored,
copied and exported.
"""

from __future__ import annotations

import re
from typing import Final

SIGN: Final = "▫"

_ALWAYS = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e007f"
)
"""Overrides and embeddings, isolates, zero width, fillers, and the tags that can spell a text nobody sees."""
_CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
_SUSPECT = re.compile(f"[{_ALWAYS}{_CONTROLS}\u061c\u200c-\u200f\u0370-\u0556]")
"""Where none of these stands, nothing can hide. Compiled at once; the others at the first text that needs them."""
_HIDDEN = f"[{_ALWAYS}{_CONTROLS}]"
_DIRECTION = "[\u061c\u200e\u200f]"
_JOINER = "[\u200c\u200d]"
_RIGHT_TO_LEFT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_JOINED = (
    "(?<=[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])[\u200c\u200d]"
    "(?=[\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u2190-\u2bff\U0001f000-\U0001faff])"
)
"""A joiner where scripts and signs need it: Persian, Indic, emoji."""
_FLAG = "\U0001f3f4[\U000e0020-\U000e007e]{1,8}\U000e007f"
_WORD = r"[^\W\d_]+"
_LATIN = "[A-Za-z\u00c0-\u024f]"
_ALIKE = (
    "[АВЕЅІЈКМНОРСТУХЬавеѕіјкмнорстухьёїһԁԛԝӏҮү"  # Cyrillic
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαβεικνοπρτυχωϲϳ]"  # Greek
)


def visible(text: str) -> str:
    """Return ``text`` with a sign for each character that could hide, reverse or pass for others.

    Direction marks stay in a text that has right-to-left letters, joiners between letters that need them. A Cyrillic
    or Greek letter that looks like a Latin one gets the sign behind it where it stands in a word with Latin letters.
    """
    if not _SUSPECT.search(text):
        return text
    kept = re.sub(_FLAG, _without_tags, text)
    shown = re.sub(_HIDDEN, SIGN, kept)
    if not re.search(_RIGHT_TO_LEFT, shown):
        shown = re.sub(_DIRECTION, SIGN, shown)
    if re.search(_JOINER, shown):
        shown = "".join(_joiners_shown(shown))
    return re.sub(_WORD, _mixed_shown, shown)


def _joiners_shown(text: str) -> list[str]:
    kept = {found.start() for found in re.finditer(_JOINED, text)}
    return [SIGN if sign in "\u200c\u200d" and place not in kept else sign for place, sign in enumerate(text)]


def _without_tags(found: re.Match[str]) -> str:
    """Return a regional flag as the plain flag it begins with: its tags are letters nobody sees."""
    return found.group()[0]


def _mixed_shown(found: re.Match[str]) -> str:
    word = found.group()
    if not (re.search(_LATIN, word) and re.search(_ALIKE, word)):
        return word
    return re.sub(_ALIKE, rf"\g<0>{SIGN}", word)
