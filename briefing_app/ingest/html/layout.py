"""The blocks of a page with what is known of where each stands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.html.blocks import Segment, segments_of
from briefing_app.ingest.html.hints import is_furniture

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lxml.etree import _Element

    from briefing_app.ingest.blocks import RawBlock

_NO_LETTER = re.compile(r"[\W_]+")
_NO_ASCII = {code: None for code in range(128) if not chr(code).isalnum()}
_STOPS = tuple('.!?…。！？؟:;”"»’)]।')
_ARTICLES = frozenset({"article", "main"})
_APART = ("nav", "aside", "footer", "form")
TEASER = 300
"""Signs of the longest teaser."""
_LEAST_OUTSIDE, _LEAST_BULK = 120, 200
LONG = 20
"""Letters from which a text may be looked for inside another."""


def letters(text: str) -> str:
    """Return the letters and digits of a text in lower case, nothing else."""
    if text.isascii():
        return text.lower().translate(_NO_ASCII)
    return _NO_LETTER.sub("", text.casefold())


@dataclass(slots=True)
class Piece:
    """A block of the page: its letters, its holders from the inside out, whether it is furniture, taken.

    ``links`` is the share of its text that stands in links.
    """

    segment: Segment
    block: RawBlock
    key: str
    chain: tuple[_Element, ...]
    furniture: _Element | None
    links: float
    taken: bool = False

    @property
    def parent(self) -> _Element:
        """What holds the paragraph: the element around its own, or its own where text lies bare."""
        return self.chain[1] if len(self.chain) > 1 and self.block.kind is not BlockKind.TABLE_ROW else self.chain[0]

    def is_prose(self, least: int = 40) -> bool:
        """Say whether it reads like sentences."""
        text = self.block.text
        return (
            len(text) >= least
            and self.links < 0.5
            and (text.rstrip().endswith(_STOPS) or len(text) > 200)
            and self.block.kind is not BlockKind.CAPTION
        )


@dataclass(slots=True)
class Layout:
    """All blocks of a page in order."""

    pieces: list[Piece]
    _chains: dict[_Element, tuple[_Element, ...]] = field(default_factory=dict)
    _furniture: dict[_Element, _Element | None] = field(default_factory=dict)
    _headed: frozenset[_Element] = frozenset()

    @classmethod
    def of(cls, root: _Element) -> Layout:
        """Lay out a page."""
        layout = cls([])
        titles = [h for h in root.iter("h1") if next(h.iterancestors(*_APART), None) is None]
        layout._headed = frozenset(holder for h in titles[:3] for holder in h.iterancestors())
        for segment in segments_of(root):
            chain = layout._chain(segment.element)
            block = segment.block
            links = min(segment.linked / max(len(block.text), 1), 1.0)
            layout.pieces.append(Piece(segment, block, letters(block.text), chain, layout._around(chain), links))
        layout._unmark()
        return layout

    def _unmark(self) -> None:
        """Where hardly any prose stands outside furniture, that which holds nearly all of it is none."""
        prose = [piece for piece in self.pieces if piece.is_prose()]
        outside = [piece for piece in prose if piece.furniture is None]
        if sum(len(piece.key) for piece in outside) >= _LEAST_OUTSIDE or any(map(self._is_headed, outside)):
            return
        inside: Counter[_Element] = Counter()
        for piece in prose:
            if piece.furniture is not None:
                inside[piece.furniture] += len(piece.key)
        if not inside:
            return
        bulk, size = inside.most_common(1)[0]
        if size < _LEAST_BULK or size * 10 < inside.total() * 9:
            return
        for piece in self.pieces:
            if piece.furniture is bulk:
                piece.furniture = next((one for one in piece.chain if one is not bulk and is_furniture(one)), None)

    def _is_headed(self, piece: Piece) -> bool:
        """Say whether a piece stands in the element of an article, or in one that holds the page's title."""
        return any(
            one.tag in _ARTICLES or (one in self._headed and one.tag not in {"body", "html"}) for one in piece.chain
        )

    def _chain(self, element: _Element) -> tuple[_Element, ...]:
        known = self._chains.get(element)
        if known is None:
            known = self._chains[element] = (element, *element.iterancestors())
        return known

    def _around(self, chain: Sequence[_Element]) -> _Element | None:
        """Return the outermost element of a chain that is furniture; what holds the page's title is none."""
        inner = chain[0]
        if inner not in self._furniture:
            found = None
            for element in chain:
                if element not in self._headed and is_furniture(element):
                    found = element
            self._furniture[inner] = found
        return self._furniture[inner]

    def take(self, texts: Iterable[RawBlock]) -> float:
        """Mark the pieces whose text is among ``texts``; return what share of their letters was found."""
        keys = [letters(block.text) for block in texts]
        whole = "".join(keys)
        if not whole:
            return 0.0
        known = set(keys)
        found = 0
        for piece in self.pieces:
            if _is_in(piece.key, known, whole):
                piece.taken = True
                found += len(piece.key)
        self._leave_doubles(Counter(keys))
        return min(found / len(whole), 1.0)

    def clear(self) -> None:
        """Take nothing any more."""
        for piece in self.pieces:
            piece.taken = False

    def _leave_doubles(self, counted: Counter[str]) -> None:
        """Of a text that stands more often in the page than it was found, leave the places far from the rest."""
        places: dict[str, list[Piece]] = {}
        for piece in self.pieces:
            if piece.taken:
                places.setdefault(piece.key, []).append(piece)
        doubles = {key: same for key, same in places.items() if len(same) > max(counted[key], 1)}
        if not doubles:
            return
        for same in doubles.values():
            for piece in same:
                piece.taken = False
        weights = self.weights()
        for key, same in doubles.items():
            near = sorted(same, key=lambda piece: -sum(weights.get(one, 0) for one in piece.chain[:4]))
            for piece in near[: max(counted[key], 1)]:
                piece.taken = True

    def weights(self) -> dict[_Element, int]:
        """Return how many letters of taken text each element holds."""
        weights: dict[_Element, int] = {}
        for piece in self.pieces:
            if piece.taken:
                for element in piece.chain:
                    weights[element] = weights.get(element, 0) + len(piece.key)
        return weights

    def densities(self) -> dict[_Element, float]:
        """Return the share of linked text of each outermost element of furniture."""
        linked: dict[_Element, int] = {}
        whole: dict[_Element, int] = {}
        for piece in self.pieces:
            if piece.furniture is not None:
                linked[piece.furniture] = linked.get(piece.furniture, 0) + piece.segment.linked
                whole[piece.furniture] = whole.get(piece.furniture, 0) + len(piece.block.text)
        return {element: linked[element] / max(whole[element], 1) for element in whole}

    def size(self) -> int:
        """Return the letters of taken text."""
        return sum(len(piece.key) for piece in self.pieces if piece.taken)

    def blocks(self) -> list[RawBlock]:
        """Return the blocks taken."""
        return [piece.block for piece in self.pieces if piece.taken]


def _is_in(key: str, known: set[str], whole: str) -> bool:
    if not key:
        return False
    if key in known:
        return True
    if len(key) < LONG:
        return False
    if key in whole:
        return True
    size = 24
    if len(key) < 3 * size:
        return False
    probes = range(0, len(key) - size, max(size, len(key) // 12))
    return sum(key[at : at + size] in whole for at in probes) * 2 > len(probes)


def is_card_head(piece: Piece) -> bool:
    """Say whether a piece is a heading that is a link as a whole."""
    return piece.block.kind is BlockKind.HEADING and piece.links > 0.9


def is_teaser(before: Piece, piece: Piece) -> bool:
    """Say whether a piece is a short text below a linked heading that was not taken."""
    return is_card_head(before) and not before.taken and len(piece.block.text) < TEASER
