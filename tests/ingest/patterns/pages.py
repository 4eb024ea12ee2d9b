"""All page patterns: bodies in shells, and pages of special kinds, parted in tune and report."""

from __future__ import annotations

from dataclasses import dataclass

from tests.ingest.patterns.bodies import BODIES
from tests.ingest.patterns.prose import Prose
from tests.ingest.patterns.shells import SHELLS, Story
from tests.ingest.patterns.specials import SPECIALS
from tests.ingest.patterns.tricky import TRICKY

_AUTHORS = ("Lena Marsh", "Tomas Ferreira", "Ada Quist", "Ilya Brandt")
_LANGUAGES = {11: "de", 17: "fr", 23: "es", 29: "ru", 41: "ar", 53: "de"}


@dataclass(frozen=True)
class Pattern:
    """One page with its main text, paragraph by paragraph, and what is to be known of it ("" = not asked)."""

    name: str
    split: str
    html: str
    expected: tuple[str, ...]
    title: str
    author: str = ""
    date: str = ""


def all_patterns(split: str = "") -> list[Pattern]:
    """Return the patterns of one split, or all of them."""
    found = [*_combined(), *_special()]
    return [one for one in found if split in {"", one.split}]


def _combined() -> list[Pattern]:
    patterns = []
    for number in range(69):
        body, shell = BODIES[number % len(BODIES)], SHELLS[(number * 7 + number // 10) % len(SHELLS)]
        language = _LANGUAGES.get(number, "en")
        prose = Prose(number, language)
        title, author = prose.title(), _AUTHORS[number % 4]
        date = f"20{11 + number % 15}-{1 + number % 12:02}-{13 + number % 15}"
        standfirst = prose.sentence() if number % 3 == 0 else ""
        inner, texts = body(prose)
        html = shell(prose, Story(title, standfirst, author, date, inner), language)
        expected = tuple(([standfirst] if standfirst else []) + texts)
        named = author if shell.__name__ in {"news", "wordpress", "substack", "amp", "magazine"} else ""
        name = f"{shell.__name__}-{body.__name__}-{number}"
        patterns.append(Pattern(name, "report" if number % 2 else "tune", html, expected, title, named, date))
    return patterns


def _special() -> list[Pattern]:
    patterns = []
    for number, make in enumerate((*SPECIALS, *TRICKY)):
        for split, seed in (("tune", 500), ("report", 900)):
            if (number % 3 == 0) == (split == "report") or number % 3 == 2:
                prose = Prose(seed + number)
                title = prose.title()
                html, texts = make(prose, title)
                patterns.append(Pattern(f"{make.__name__}-{seed}", split, html, tuple(texts), title))
    return patterns
