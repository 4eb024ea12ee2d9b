"""What a statement is about: the dossier's issues first, then the general ones, else the words themselves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.match import Matcher

if TYPE_CHECKING:
    from briefing_app.analysis.actors import Topic
    from briefing_app.analysis.page import Page

_TOO_GENERAL = frozenset({"sanctions", "elections", "automation", "pay"})


@dataclass(frozen=True, slots=True)
class IssueHit:
    """A place where the words of an issue stand; own issues of a dossier have ``own``."""

    start: int
    end: int
    name: str
    own: bool


class IssueFinder:
    """Finds issues in one text."""

    def __init__(self, page: Page, issues: tuple[tuple[str, tuple[str, ...]], ...], topics: tuple[Topic, ...]) -> None:
        self.page = page
        self.hits = _hits(page, issues, topics)

    def within(self, start: int, end: int) -> IssueHit | None:
        """Return the best issue named in a span: the dossier's own before the general ones, then the first."""
        inside = [hit for hit in self.hits if start <= hit.start and hit.end <= end]
        if not inside:
            return None
        return min(inside, key=lambda hit: (not hit.own, hit.start))

    def main(self) -> str:
        """Return the issue the whole text speaks of most, the dossier's own first; empty if none is named."""
        counts = Counter((hit.own, hit.name) for hit in self.hits)
        if not counts:
            return ""
        return max(counts.items(), key=lambda item: (item[0][0], item[1]))[0][1]

    def near(self, passage: int, start: int) -> IssueHit | None:
        """Return the issue last named before ``start`` in the same passage."""
        low = self.page.passages[passage][0]
        before = [hit for hit in self.hits if low <= hit.start < start]
        return before[-1] if before else None

    def heading_above(self, passage: int) -> IssueHit | None:
        """Return the issue named in the nearest heading above a passage."""
        for number in range(passage - 1, max(-1, passage - 12), -1):
            if number in self.page.headings:
                return self.within(*self.page.passages[number])
        return None


class TopicWords:
    """The words of issues, ready to be found; made once for a list of issues."""

    def __init__(self, issues: list[tuple[str, tuple[str, ...]]]) -> None:
        self.names = [name for name, words in issues for _ in words]
        self.matcher = Matcher([word for _, words in issues for word in words])


_CACHE: dict[int, tuple[tuple[Topic, ...], TopicWords]] = {}


def _general(topics: tuple[Topic, ...]) -> TopicWords:
    known = _CACHE.get(id(topics))
    if known is None or known[0] is not topics:
        words = TopicWords([(topic.name, topic.words) for topic in topics])
        _CACHE.clear()
        _CACHE[id(topics)] = (topics, words)
        return words
    return known[1]


def _widened(name: str, words: tuple[str, ...], topics: tuple[Topic, ...]) -> tuple[str, ...]:
    """Return the words of a dossier's issue, with those of the general issue that goes by the same name."""
    own = dict.fromkeys([name.lower(), *(word.lower() for word in words if word)])
    for topic in topics:
        if topic.name.lower() in own or _singular(name.lower()) in map(_singular, (topic.name.lower(), *topic.words)):
            own.update(dict.fromkeys(topic.words))
            break
    for word in tuple(own):
        own.setdefault(_singular(word))
        own.setdefault(_turned(word))
    return tuple(word for word in own if word)


def _singular(words: str) -> str:
    """Return words with the last one in the singular: fishing quota for fishing quotas."""
    if words.endswith("ies") and len(words) > 5:
        return f"{words[:-3]}y"
    return words[:-1] if words.endswith("s") and not words.endswith(("ss", "us", "is")) and len(words) > 4 else words


def _turned(words: str) -> str:
    """Return two nouns the other way round: exchange of prisoners for prisoner exchange."""
    parts = words.split()
    return f"{parts[1]} of {parts[0]}s" if len(parts) == 2 and not parts[0].endswith("s") else ""


def _hits(page: Page, issues: tuple[tuple[str, tuple[str, ...]], ...], topics: tuple[Topic, ...]) -> list[IssueHit]:
    text = page.masked.lower()
    if len(text) != len(page.masked):
        text = "".join(c.lower() if len(c.lower()) == 1 else c for c in page.masked)
    found: list[IssueHit] = []
    own = [(name, _widened(name, words, topics)) for name, words in issues]
    for words, mine in ((TopicWords(own), True), (_general(topics), False)):
        for start, end, index in words.matcher.longest(text):
            found.append(IssueHit(start, end, words.names[index], mine))
    found.sort(key=lambda hit: hit.start)
    return found
