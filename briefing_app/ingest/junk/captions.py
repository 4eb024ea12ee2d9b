"""Captions of pictures and credits of photographers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.domain.article import BlockKind
from briefing_app.ingest.junk.page import Page, Rule, Span, sentences
from briefing_app.ingest.shape import looks_like_heading

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST = 500
FEWEST = 5  # words of a description

_AGENCY = (
    r"(?:reuters|afp|ap|epa(?:-efe)?|efe|dpa|ansa|tass|anadolu(?: agency)?|getty(?: images)?|shutterstock|alamy|"
    r"istock(?:photo)?|unsplash|pexels|pixabay|wikimedia(?: commons)?|flickr|xinhua|ukrinform|sputnik|bloomberg|"
    r"imago|picture alliance|zuma(?: press)?|pool|handout|nurphoto|un photo|keystone|scanpix|belga|ap photo|afp "
    r"photo)"
)
_KIND = r"(?:file photo|file picture|file image|photo|image|picture|credit|photograph|illustration|pic)"
_CREDIT_END = re.compile(
    rf"(?:[\[(](?:{_KIND}s? ?[:/] ?)?[^\[\]()]{{0,80}}\b{_AGENCY}\b[^\[\]()]{{0,60}}[\])]"
    rf"|[\[(]file(?: photo| picture| image)?(?: ?[:/] ?[^\[\]()]{{1,60}})?[\])]"
    rf"|[\[(]?{_KIND}s?(?: credit| by| courtesy| source)? ?[:/] ?\S[^\[\]()]{{0,80}}[\])]?"
    rf"|(?:\||/|©|—|–| - ) ?[^|/©.]{{0,40}}\b{_AGENCY}(?: ?/ ?[\w .-]{{1,40}}){{0,3}}"
    rf"|[\w .'-]{{2,40}}/(?:{_AGENCY})(?:/[\w .-]{{1,30}}){{0,2}})\.?$"
)
_CREDIT_LINE = re.compile(
    rf"(?:photo|image|picture|photograph|illustration|graphic|video|map|chart)s?(?: credits?| by| courtesy(?: of)?| "
    rf"source| caption)? ?[:|] ?\S.{{0,200}}"
    rf"|(?:photograph|photo|image|picture|illustration)s? (?:by|courtesy of) \S.{{0,120}}"
    rf"|image (?:source|caption|copyright|credit),? .{{2,200}}"
    rf"|(?:file (?:photo|picture|image)|handout (?:photo|picture|image)|archive photo)\b.{{0,200}}"
    rf"|(?:[\w.'-]{{1,20}} ){{0,3}}?(?:via )?{_AGENCY}(?: ?[/|,] ?[\w .-]{{2,40}}){{0,3}}"
    rf"|credit ?: ?\S.{{0,100}}"
)
_NAMED = (
    "reuters afp epa efe dpa ansa tass anadolu getty shutterstock alamy istock unsplash pexels pixabay wikimedia "
    "flickr xinhua ukrinform sputnik bloomberg imago alliance zuma pool handout nurphoto keystone scanpix belga photo "
    "file image picture credit graph illustration pic video map chart"
).split()
"""One of these, or "ap", stands in every credit that the patterns above can find."""
_AP = re.compile(r"\bap\b")
_EXPLICIT = re.compile(rf"(?:\b{_KIND}s?(?: credit| by| courtesy| source)? ?[:/]|[\[(]file\b|getty)")
_DATELINE = re.compile(r"[^.:;]{2,60}\((?:reuters|ap|afp|dpa|efe|ansa|tass|xinhua|interfax|ukrinform)\)\s?[-–—]")
_SCENE = re.compile(
    r"\b(?:protest\w{0,3}|demonstrat(?:ors?|ion)|rally|signs?|banners?|placards?|flags?|posters?|soldiers?|crowds?|"
    r"supporters|"
    r"smoke|rubble|buildings?|tanks?|view|aerial|portrait|mural|pictured|seen|handshakes?|shakes? hands|poses?|"
    r"stands?|sits?|"
    r"walks?|waves?|gestures?|speaks?|attends?|arrives?|holds?|hold|carry|carries|looks? on|left|right|centre|"
    r"center|"
    r"during|delegates|motorcade|checkpoint|photo|image|picture|file|logo|headquarters|silhouette|screen|candles|"
    r"wreath|convoy|"
    r"ship|vessel|people|members|firefighters|residents|worker|workers)\b"
)
_TELLING = re.compile(
    r"\b(?:please|said|says|told|announced?|agreed|rejected?|warned|added|will|would|has|have|had|was|were|is|are|"
    r"must|"
    r"should|could|may|"
    r"can|did|does|called|accused|declared|signed|met|resumed|ended|began|failed|demanded?|wrote|reported|according|"
    r"we|i|you|"
    r"our|they|he|she|condemns?|welcomes?|urges?|reaffirms?|calls)\b"
)
_PAST = re.compile(r"\b[a-z]{2,14}ed\b")
_PARTICIPLE = re.compile(r"\b[a-z]{3,14}ing\b")


def is_image_description(text: str, below: str) -> bool:
    """Say whether a first line only describes a picture: one sentence, no news verb, a title below it.

    ``below`` is the block that follows; a description stands above the title of the article.
    """
    text = text.strip()
    if not text or len(text) > 300 or "\n" in text:
        return False
    if is_credit(text):
        return True
    if text[-1] not in ".)]" or not looks_like_heading(below):
        return False
    if len(sentences(text)) > 2 or text[0] in '"“«':
        return False
    lowered = text.lower()
    if _TELLING.search(lowered):
        return False
    return bool(_SCENE.search(lowered) or _PARTICIPLE.search(lowered) or not _PAST.search(lowered))


def is_credit(text: str) -> bool:
    """Say whether a line is a caption or credit by what it names: a photographer, an agency, a file photo."""
    lowered = text.strip().lower().replace("’", "'")
    if not lowered or len(lowered) > MOST or _DATELINE.match(lowered):
        return False
    if not any(word in lowered for word in _NAMED) and not _AP.search(lowered):
        return False
    if _CREDIT_LINE.fullmatch(lowered):
        return True
    found = _CREDIT_END.search(lowered[-160:])
    if found is None or len(sentences(lowered)) > 3:
        return False
    return bool(_EXPLICIT.search(found.group())) or not _TELLING.search(lowered)


_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.HEADING})


def _find(page: Page) -> Iterator[Span]:
    for block in page.blocks:
        hint = page.hints[block.number - 1]
        if block.kind is BlockKind.CAPTION or (
            block.kind in _KINDS and not hint and block.end - block.start <= MOST and is_credit(page.of(block))
        ):
            yield block.start, block.end


def _find_first(page: Page) -> Iterator[Span]:
    """A description above the title, in bare text: where there is markup, it has words for captions."""
    if page.marked_up:
        return
    for block, below in zip(page.blocks[:4], page.blocks[1:5], strict=False):
        if page.hints[block.number - 1] == "title":
            return
        if block.kind is BlockKind.PARAGRAPH and is_image_description(page.of(block), page.of(below)):
            yield block.start, block.end


RULES = (
    Rule("caption", "Caption or credit of a picture.", _find),
    Rule("caption", "Describes a picture that is not here.", _find_first),
)
