"""What hides in a title gets a sign; what scripts and emoji need stays as it is."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing_app.domain.tricks import SIGN, visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("report\u202efdp.exe", "report▫fdp.exe"),
        ("a\u2066b\u2069c", "a▫b▫c"),
        ("in\u200bvisible", "in▫visible"),
        ("soft\u00adhyphen", "soft▫hyphen"),
        ("word\u2060joiner", "word▫joiner"),
        ("mark\u200fed", "mark▫ed"),
        ("zero\u200djoin", "zero▫join"),
        ("\ufeffbegin", "▫begin"),
        ("filler\u3164here", "filler▫here"),
        ("bell\x07rung\x1b[31m", "bell▫rung▫[31m"),
        ("tags\U000e0041\U000e0042", "tags▫▫"),
        ("p\u0430ypal.test", "p\u0430▫ypal.test"),
        ("\u0430pple", "\u0430▫pple"),
        ("g\u03bf\u03bfgle", "g\u03bf▫\u03bf▫gle"),
    ],
)
def test_visible_when_something_hides_then_a_sign(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    [
        "Plain title — with dashes, “quotes” and 40 €",
        "Переговоры в Женеве",
        "Συνομιλίες στη Γενεύη",
        "العربية \u200fمع علامات",
        "می\u200cخواهم",
        "क्\u200dष",
        "👩\u200d👩\u200d👧",
        "❤\ufe0f\u200d🔥",
        "10 µm and 5 Ω",
        "Geneva, Женева, Γενεύη",
        "two\nlines\tand a tab",
        "naïve façade Straße",
    ],
)
def test_visible_when_ordinary_then_nothing_changes(text: str) -> None:
    assert visible(text) == text


@given(st.text(max_size=80))
def test_visible_when_any_text_then_nothing_hidden_is_left_and_a_second_time_changes_nothing(text: str) -> None:
    shown = visible(text)
    assert not any("\u202a" <= one <= "\u202e" or "\u2066" <= one <= "\u2069" or one == "\u200b" for one in shown)
    assert visible(shown) == shown
    kept = [one for one in text if unicodedata.category(one)[0] not in "C" and not "\U000e0000" <= one <= "\U000e007f"]
    left = shown.replace(SIGN, "")
    assert all(one in left for one in kept if one not in (SIGN, "\u034f", "\u115f", "\u1160", "\u3164", "\uffa0"))
