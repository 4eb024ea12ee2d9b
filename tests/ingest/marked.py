"""Pages with marks, and what cleaning makes of them.

A file of ``pages/`` begins with a line ``%% split=tune|report kind=...``; then the document stands as
it would arrive, with ``{-junk-}`` and ``{=may stay or go=}`` (titles, bylines) marked. What bears no
mark must stay in view. All of it is of our own writing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.domain.article import CleanDocument, visible_spans
from briefing_app.ingest.clean import clean
from briefing_app.ingest.junk.page import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PAGES = Path(__file__).parent / "pages"
_MARKS = re.compile(r"\{([-=])(.*?)\1\}", re.DOTALL)
_TOKENS = re.compile(r"(\{[-=]|[-=]\})")
_MARKUP = re.compile(r"[*_`#>|]+|\]\([^)]*\)|^\s*(?:[-+]|\d+\.)\s+|[\[\]]", re.MULTILINE)


@dataclass(frozen=True)
class Marked:
    """One page: its bytes and its pieces, each a sentence with ``+`` (stays), ``-`` (junk) or ``=``."""

    name: str
    split: str
    kind: str
    data: bytes
    pieces: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Score:
    """Signs of junk hidden, junk left in view, and text hidden or lost, of ``content`` signs in all."""

    hidden: int = 0
    leaked: int = 0
    lost: int = 0
    content: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(
            self.hidden + other.hidden,
            self.leaked + other.leaked,
            self.lost + other.lost,
            self.content + other.content,
        )

    @property
    def f1(self) -> float:
        """Character F1 of what was hidden against what is junk."""
        if not self.hidden:
            return 0.0 if self.leaked or self.lost else 1.0
        return 2 * self.hidden / (2 * self.hidden + self.leaked + self.lost)

    @property
    def loss(self) -> float:
        """Share of the content that is not in view."""
        return self.lost / self.content if self.content else 0.0


class _Text(HTMLParser):
    """Gathers the text of a page by element, marks and all; titles and scripts of the head are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self._silent += tag in {"script", "style", "title"}
        if tag not in {"b", "i", "em", "strong", "a", "span"}:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in {"script", "style", "title"}
        if tag not in {"b", "i", "em", "strong", "a", "span"}:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(data)


def load(path: Path) -> Marked:
    """Read one marked page."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n")
    fields = dict(field.split("=", 1) for field in head.removeprefix("%%").split())
    text = body
    if path.suffix == ".html":
        parser = _Text()
        parser.feed(body)
        text = "".join(parser.parts)
    bare = body
    while _MARKS.search(bare):
        bare = _MARKS.sub(r"\2", bare)
    return Marked(path.name, fields["split"], fields["kind"], bare.encode(), tuple(_pieces(text, path.suffix)))


def _pieces(text: str, suffix: str) -> Iterator[tuple[str, str]]:
    label = "+"
    for part in _TOKENS.split(text):
        if _TOKENS.fullmatch(part):
            label = part[1] if part[0] == "{" else "+"
            continue
        for line in part.split("\n"):
            bare = _MARKUP.sub(" ", line) if suffix == ".md" else line
            for start, end in sentences(bare):
                piece = _folded(bare[start:end])
                if len(piece) >= 2:
                    yield label, piece


def _folded(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalnum())


def load_all(split: str = "") -> list[Marked]:
    """Read all pages, or those of one split."""
    pages = [load(path) for path in sorted(PAGES.iterdir())]
    return [page for page in pages if not split or page.split == split]


def score(page: Marked, document: CleanDocument) -> tuple[Score, list[tuple[str, str]]]:
    """Compare what is in view with the marks; also return the pieces that went wrong."""
    view = "\n".join(document.text[a:b] for a, b in visible_spans(len(document.text), document.removals))
    seen = _folded(view)
    if page.name.endswith(".html"):
        seen = _folded(document.title) + seen
    total = Score()
    wrong: list[tuple[str, str]] = []
    position = 0
    for label, piece in page.pieces:
        at = seen.find(piece, position)
        if at < 0 and label == "+":
            at = seen.find(piece)
        if label == "+":
            ok = at >= 0
            position = at + len(piece) if ok else position
            total += Score(lost=0 if ok else len(piece), content=len(piece))
        elif label == "-":
            ok = at < 0 or (len(piece) < 8 and seen.find(piece, position, position + 4 * len(piece)) < 0)
            total += Score(hidden=len(piece) if ok else 0, leaked=0 if ok else len(piece))
        else:
            continue
        if not ok:
            wrong.append((label, piece))
    return total, wrong


def score_all(pages: Iterable[Marked]) -> dict[str, tuple[Score, list[tuple[str, str]]]]:
    """Clean and score pages by name."""
    return {page.name: score(page, clean(page.data, page.name)) for page in pages}
