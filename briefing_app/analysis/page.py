"""A text as the rules see it: hidden spans blanked, cut into passages, sentences and tokens."""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import SPEECH_FORMS, STANCE_FORMS
from briefing_app.analysis.currencies import MONEY_BEFORE
from briefing_app.analysis.lexicon import FUNCTION_WORDS
from briefing_app.analysis.sentences import split_sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.tree import Tree
    from briefing_app.domain.analysis import AnalysisRequest

_SUM = r"(?:\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?\s?(?:thousand|million|billion|trillion|crore|lakh|bn|mn|tn|[mbk]))\b"
_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"  # U.S., a.m.
    rf"|(?<!\w)(?:{MONEY_BEFORE})(?=\d)"  # RM500, USD24bn
    rf"|(?<!\w)[KNRP](?={_SUM})"  # K18 billion, N1,500
    r"|\d+(?:[.,]\d+)*"
    r"|[^\W\d_]\w*(?:[’'](?!(?:s|ve|re|ll|m|d)\b)\w+|-\w+)*"
    r"|[’'](?:s|ve|re|ll|m|d)\b"
    r"|[^\w\s]"
)
_HOUR, _MINUTE = re.compile(r"(?:[01]?\d|2[0-3])$"), re.compile(r"[0-5]\d")
_TIME = re.compile(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
_ORDINAL = re.compile(r"\d{1,3}|[a-zA-Z]|[ivx]{1,4}|[IVX]{1,4}")
_CONTROL = {0: " ", 9: " ", 10: " ", 11: " ", 12: " ", 13: " ", 0xA0: " ", 0x202F: " ", 0x2009: " "}


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign with its place in the text."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def is_word(self) -> bool:
        """Say whether the token starts with a letter."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Say whether the token starts with a capital letter."""
        return self.text[0].isupper()


@dataclass(slots=True)
class Sentence:
    """A sentence of a passage with its tokens; ``heading`` ones are titles, not running text.

    ``item`` ones open an item of a list or a clause of a resolution; the number or sign in front is no token.
    ``tree`` is the parse of the tokens, None where no model parses.
    """

    start: int
    end: int
    passage: int
    heading: bool
    tokens: list[Token] = field(default_factory=list)
    number: int = 0
    item: bool = False
    tree: Tree | None = None

    def token_at(self, offset: int) -> int:
        """Return the index of the first token that ends behind ``offset`` (len if there is none)."""
        return bisect.bisect_right(self.tokens, offset, key=lambda token: token.end)


@dataclass(slots=True)
class Page:
    """The whole text: ``masked`` has the length of ``text``, with hidden spans and line ends blank."""

    text: str
    masked: str
    passages: list[tuple[int, int]]
    sentences: list[Sentence]
    hidden: tuple[tuple[int, int], ...]
    headings: frozenset[int] = frozenset()

    def is_hidden(self, start: int, end: int) -> bool:
        """Say whether any character of the span is hidden."""
        index = bisect.bisect_right(self.hidden, start, key=lambda span: span[1])
        return index < len(self.hidden) and self.hidden[index][0] < end

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds ``offset``, or None."""
        index = bisect.bisect_right(self.sentences, offset, key=lambda one: one.start) - 1
        if index < 0 or offset >= self.sentences[index].end:
            return None
        return self.sentences[index]

    def sentences_of(self, passage: int) -> list[Sentence]:
        """Return the sentences of one passage."""
        low = bisect.bisect_left(self.sentences, passage, key=lambda one: one.passage)
        high = bisect.bisect_right(self.sentences, passage, key=lambda one: one.passage)
        return self.sentences[low:high]


def tokenise(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of ``text[start:end]`` with offsets into ``text``."""
    found = _TOKEN.finditer(text, start, len(text) if end is None else end)
    return [_token(text, m.start(), m.end()) for m in found]


def _token(text: str, start: int, end: int) -> Token:
    """Return a token as it stands; a hyphen between spaces is a dash, as many typists and agencies write it."""
    told = text[start:end]
    if told == "-" and text[start - 1 : start].isspace() and text[end : end + 1].isspace():
        told = "–"
    return Token(start, end, told, told.lower())


def make_page(request: AnalysisRequest) -> Page:
    """Return the page of a request."""
    text = request.text
    hidden = _merged(request.hidden, len(text))
    masked = _masked(text, hidden)
    passages = [(s, e) for s, e in request.paragraphs if 0 <= s < e <= len(text)]
    if not request.paragraphs:
        passages = _paragraphs(text)
    headings = set(request.headings)
    sentences: list[Sentence] = []
    marked: set[int] = set()
    for number, (start, end) in enumerate(passages):
        guessed = _looks_like_heading(masked[start:end]) and not (number and _claims(tokenise(masked, start, end)))
        heading = number in headings or guessed
        if heading:
            marked.add(number)
        before = masked[slice(*passages[number - 1])].rstrip()[-1:] if number else ""
        for first, last in split_sentences(masked, start, end):
            tokens = tokenise(masked, first, last)
            if tokens:
                opens = not sentences or sentences[-1].passage != number
                marker = list_marker(tokens) if opens else 0
                titled = heading or _is_title_case(tokens)
                item = opens and not titled and (bool(marker) or before in (":", ";", ",") or tokens[-1].text == ";")
                sentences.append(Sentence(first, last, number, titled, tokens[marker:], len(sentences), item))
    return Page(text, masked, passages, sentences, hidden, frozenset(marked))


def list_marker(tokens: Sequence[Token]) -> int:
    """Return how many tokens number an item: "1.", "(a)", "iv)", a bullet; none where nothing else follows."""
    texts = [token.text for token in tokens[:4]]
    size = 0
    if texts[0] in "•*·-–—▪◦":
        size = 1
    elif _HOUR.match(texts[0]) and texts[1:2] in ([":"], ["."]) and texts[2:3] and _MINUTE.fullmatch(texts[2]):
        size = 3  # the time of an entry in a live blog
    elif _TIME.fullmatch(texts[0]) and len(tokens) > 1 and tokens[1].is_capital:
        size = 1
    elif texts[0] == "(" and texts[2:3] == [")"] and _ORDINAL.fullmatch(texts[1]):
        size = 3
    elif texts[1:2] in ([")"], ["."]) and _ORDINAL.fullmatch(texts[0]) and (texts[0].isdigit() or texts[1] == ")"):
        size = 2
    return size if len(tokens) > size + 1 else 0


def _merged(spans: Sequence[tuple[int, int]], length: int) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((max(0, s), min(e, length)) for s, e in spans):
        if start >= end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _masked(text: str, hidden: Sequence[tuple[int, int]]) -> str:
    pieces: list[str] = []
    position = 0
    for start, end in hidden:
        pieces.append(text[position:start])
        pieces.append(" " * (end - start))
        position = end
    pieces.append(text[position:])
    return "".join(pieces).translate(_CONTROL)


def _paragraphs(text: str) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        if match[0].strip():
            found.append(match.span())
    return found


def _is_title_case(tokens: Sequence[Token]) -> bool:
    """Tell a heading that ends in a full stop inside a paragraph from a sentence."""
    words = [token for token in tokens if token.is_word and token.lower not in _SMALL]
    if len(words) < 3 or any(token.lower in _VERBAL for token in tokens) or tokens[-1].text in ",;":
        return False
    if tokens[0].lower.endswith(("ing", "ed")) and any(token.text == "the" for token in tokens[1:4]):
        return False
    if len(words) <= 6 and any(token.text == "," for token in tokens[1:4]):
        return False
    small = [token for token in words if not token.is_capital]
    return not small or (len(words) >= 10 and len(small) == 1 and small[0].lower in FUNCTION_WORDS)


_VERBAL = frozenset("is are was were has have had will would said says can could".split())
_SMALL = frozenset("a an and as at but by for from in into nor of off on or over per the to up via vs with".split())


def _claims(tokens: Sequence[Token]) -> bool:
    """Tell a key point without a full stop ("Kenya says it will not sign") from a heading."""
    words = [token for token in tokens if token.is_word]
    small = [token for token in words if token.text[0].islower()]
    if len(words) < 5 or not words[0].is_capital or 2 * len(small) < len(words):
        return False
    for token in words[1:5]:
        forms = [*STANCE_FORMS.get(token.lower, ()), *SPEECH_FORMS.get(token.lower, ())]
        if token.text[0].islower() and any(form.kind == "third" for form in forms):
            return True
        if token.lower in ("will", "would"):
            return True
    return False


def _looks_like_heading(line: str) -> bool:
    """Tell a title-case line without a full stop from running text."""
    stripped = line.strip()
    if not stripped or len(stripped) > 140 or stripped[-1] in ".;,":
        return False
    if stripped[-1] in "\"”’'!?:" and len(stripped) > 90:
        return False
    words = [w for w in re.findall(r"[^\W\d_][\w’'-]*", stripped) if w.lower() not in _SMALL]
    if len(words) > 2 and stripped[-1] == ":" and words[-1].lower() in SPEECH_FORMS:
        return False
    if len(words) < 2:
        return len(stripped) < 60
    capitals = sum(1 for word in words if word[0].isupper())
    if capitals == len(words) or (capitals >= 0.8 * len(words) and len(words) >= 4):
        return True
    if stripped.split()[-1].lower() in _SMALL:
        return False
    return stripped[-1] not in '.!?:”"' and len(words) <= 12 and "," not in stripped[-30:]
