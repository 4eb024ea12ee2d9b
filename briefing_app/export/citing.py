"""Parts of a citation that all styles share: names, short titles, locators, quotations, grades."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.anchor import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing_app.domain.anchor import Anchor
    from briefing_app.domain.note import Citation

QUOTE_WORDS = 25
"""Most words of a source quoted in a footnote."""

TELLING_WORDS = 8
"""Words from which a passage tells enough without the rest of its sentence."""
_BY = re.compile(r"^by\s+", re.IGNORECASE)
_SPLIT = re.compile(r"(?:(?<!\s)\s++)?(?:;|\band\b|&|,(?!\s*+(?:Jr|Sr|II|III)\b))\s*")
_ENDS = re.compile(r"(?<=[.!?…])[”\"’)]*\s+|\n+")
_GROUP = frozenset(
    "agency agencies associated bureau centre center commission committee council correspondents desk editors"
    " editorial government group institute ministry network news newsroom office organisation organization post press"
    " radio reporters review service staff times team tribune union writers company foundation".split()
)
_TRAILING = frozenset(
    "a an and as at but by for from in into is of on or over the to with without about after against before"
    " between during near no not off that than through toward towards under until up upon via who which its"
    " their his her".split()
)


def author(citation: Citation) -> str:
    """Return the author as printed, or an empty text; a byline's "By" and an author that is the site are dropped."""
    name = " ".join(_BY.sub("", citation.author.strip()).split()).rstrip(".,;")
    return "" if name.casefold() == citation.site.strip().casefold() else name


def persons(name: str) -> list[tuple[str, str]]:
    """Return (given names, surname) of each author; ("", name) for a desk, an agency or any group."""
    if re.fullmatch(r"[^\s,]{1,80}(?:[ -][^\s,]{1,80})?, [^\s,]{1,80}(?: [^\s,]{1,80})?", name) and not _is_group(name):
        surname, given = name.split(", ")
        return [(given, surname)]
    return [_person(part) for part in _SPLIT.split(name) if part] if not _is_group(name) else [("", name)]


def _person(name: str) -> tuple[str, str]:
    words = name.split()
    if len(words) < 2 or len(words) > 4 or not all(word[0].isupper() or word in _PARTICLES for word in words):
        return "", name
    at = next((index for index, word in enumerate(words[1:], 1) if word in _PARTICLES), len(words) - 1)
    return " ".join(words[:at]), " ".join(words[at:])


_PARTICLES = frozenset("van von de der den di da del della la le du dos al el bin ibn ter".split())


def _is_group(name: str) -> bool:
    return any(word.strip(".,").casefold() in _GROUP for word in name.split())


def short_titles(citations: Iterable[Citation]) -> Mapping[str, str]:
    """Return a short title for each article, as short as keeps them apart under one author."""
    articles: dict[str, Citation] = {}
    for one in citations:
        articles.setdefault(one.article, one)
    shown: dict[str, str] = {}
    for article, citation in articles.items():
        rivals = [
            other.title
            for key, other in articles.items()
            if key != article and (author(other) or other.site) == (author(citation) or citation.site)
        ]
        shown[article] = _apart(citation.title, rivals)
    return shown


def short_title(title: str, words: int = 4) -> str:
    """Return the title before its colon, or its first words without a dangling preposition."""
    main = re.split(r":\s|\s[–—-]\s", title.strip(), maxsplit=1)[0]
    kept = main.split()
    if len(kept) > words:
        kept = kept[:words]
        while len(kept) > 1 and kept[-1].strip(",;").casefold() in _TRAILING:
            kept.pop()
    return " ".join(kept).rstrip(",;:")


def _apart(title: str, rivals: list[str]) -> str:
    for words in range(4, len(title.split()) + 1):
        short = short_title(title, words)
        if all(short_title(rival, words) != short for rival in rivals):
            return short
    if any(rival.strip() == title.strip() for rival in rivals) or not title.strip():
        return title.strip()
    return short_title(title) if not rivals else title.strip()


def titled(title: str, mark: str = ",") -> str:
    """Return a title in quotation marks with ``mark`` inside, unless it ends with a mark of its own."""
    inner = title.strip().replace("“", "‘").replace("”", "’").rstrip(",;:").removesuffix(".")
    return f"“{inner}”" if inner.endswith(("?", "!", "…")) else f"“{inner}{mark}”"


def joined(parts: Iterable[str]) -> str:
    """Join what is not empty by commas; a title carries its comma inside its quotation marks."""
    text = ""
    for part in (one for one in parts if one):
        text = part if not text else f"{text} {part}" if text.endswith("”") else f"{text}, {part}"
    return text


def locator(citation: Citation) -> str:
    """Return ``para. 3``, ``p. 12``, ``sec. 2``, or nothing where the place is unknown."""
    return f"{citation.locator} {citation.para}" if citation.para > 0 else ""


def quotation(text: str) -> str:
    """Return a quotation in marks, cut to `QUOTE_WORDS` words with an ellipsis."""
    kept = text.split()
    cut = len(kept) > QUOTE_WORDS
    inner = " ".join(kept[:QUOTE_WORDS]).replace("“", "‘").replace("”", "’").replace('"', "’")
    inner = inner.strip("‘’ ") if inner.startswith("‘") and inner.endswith("’") else inner
    return f"“{inner.rstrip(',;:–—- ')} …”" if cut else f"“{inner}”"


def in_context(anchor: Anchor) -> str:
    """Return a passage, a short one with the rest of its sentence as far as the anchor knows it."""
    exact = " ".join(anchor.exact.split())
    if len(exact.split()) >= TELLING_WORDS:
        return exact
    before = _ENDS.split(anchor.prefix)[-1]
    if before == anchor.prefix and len(before) >= CONTEXT:
        before = f"… {before.partition(' ')[2]}"
    after = _ENDS.split(anchor.suffix)[0]
    if after == anchor.suffix and len(after) >= CONTEXT:
        after = f"{after.rpartition(' ')[0]} …"
    return " ".join(f"{before}{anchor.exact}{after}".split())


def strength(grade: str) -> tuple[int, int]:
    """Return a sort key for a grade: A1 first, what cannot be judged (F, 6) after the rest, ungraded last."""
    letter = "ABCDEF".find(grade[:1]) if grade[:1] else -1
    digit = int(grade[1:2]) if grade[1:2].isdigit() else 0
    return (letter if letter >= 0 else 6, digit or 7)
