"""A party that takes a stand, and who speaks for it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.analysis.group_words import BOTH, GROUPS, SPEAKING
from briefing_app.analysis.name_lexicon import ROLE_NOUNS, TITLE_MODIFIERS, TITLES
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.page import Sentence, Token
    from briefing_app.analysis.syntax import Phrase


@dataclass(frozen=True, slots=True)
class Holder:
    """A party (or several), who speaks for it, and how far that reading can be trusted."""

    parties: tuple[str, ...]
    keys: tuple[str, ...]
    speaker: str = ""
    weight: float = 1.0
    why: str = ""
    unnamed: str = ""
    plural: bool = False
    outsider: bool = False

    @property
    def known(self) -> bool:
        """Say whether a party was found."""
        return bool(self.parties)


NOBODY = Holder((), ())


def is_country(holder: Holder) -> bool:
    """Say whether all parties are countries."""
    return all(key.startswith("country:") for key in holder.keys)


def is_body(one: Candidate) -> bool:
    """Say whether a name is that of a state, an organisation or a people: of what can be a party."""
    return one.label in (EntityKind.ORG, EntityKind.GPE, EntityKind.NORP)


def lowered(holder: Holder, factor: float) -> Holder:
    """Return the holder, trusted less by a factor."""
    return replace(holder, weight=holder.weight * factor)


def voiceless(holder: Holder) -> Holder:
    """Return the holder without its speaker."""
    return replace(holder, speaker="")


def possessed(words: list[str]) -> bool:
    """Say whether a phrase holds a possessive."""
    return any(word in ("'s", "’s", "'", "’") for word in words)


def is_person_role(words: list[str]) -> bool:
    """Say whether the head of a phrase is what a person is."""
    return head_of(words) in ROLE_NOUNS


def head_of(words: list[str]) -> str:
    """Return the head noun of a phrase: the last word before a preposition that follows a noun."""
    for index, word in enumerate(words):
        if index and word in ("of", "from", "for", "in", "at", "to", "on", "with", "who"):
            return words[index - 1].rstrip(".")
    return words[-1]


def is_role(tokens: list[Token], first: int, last: int) -> bool:
    """Say whether a role or title stands in a phrase."""
    words = [token.lower for token in tokens[first:last]]
    return any(word in ROLE_NOUNS or word in TITLES for word in words)


def carries(tokens: list[Token], phrase: Phrase, name: Candidate, head: str) -> bool:
    """Say whether a name at the end of a phrase carries it: "the delegation from Kenya", not "talks in Kenya"."""
    at = next((i for i in range(phrase.first, phrase.last) if tokens[i].start == name.start), phrase.first)
    before = at - 1
    while before > phrase.first and tokens[before].lower in ("the", "its", "a"):
        before -= 1
    if before < phrase.first or tokens[before].lower not in (
        "of",
        "from",
        "for",
        "in",
        "at",
        "on",
        "with",
        "to",
        "against",
        "between",
        "over",
    ):
        return True
    return (
        head in GROUPS
        or head in SPEAKING
        or head in BOTH
        or head in ("office", "leadership", "people", "government")
        or (head == "members" and name.label is EntityKind.ORG and tokens[phrase.first].lower == "the")
        or head in TITLE_MODIFIERS
    )


def posted_to(sentence: Sentence, name: Candidate) -> bool:
    """Say whether a name is where somebody is posted: "its ambassador to Sudan" speaks for "its" country."""
    index = sentence.token_at(name.start)
    while index > 0 and sentence.tokens[index - 1].lower in ("the", "its", "both"):
        index -= 1
    if index < 2 or sentence.tokens[index - 1].lower not in ("to", "in", "near"):
        return False
    near = [token.lower for token in sentence.tokens[max(0, index - 5) : index - 1]]
    return any(word in ("ambassador", "envoy", "representative", "consul", "delegate", "attaché") for word in near)


def of_before(tokens: list[Token], name: Candidate, sentence: Sentence) -> bool:
    """Say whether a name stands behind "of", "at", "from" and such."""
    index = sentence.token_at(name.start)
    while index > 0 and tokens[index - 1].lower in ("the", "its"):
        index -= 1
    return index > 0 and tokens[index - 1].lower in ("of", "at", "for", "from", "with", "in")


def without_article(text: str) -> str:
    """Return a text without its article."""
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(article):
            return text[len(article) :]
    return text


_COUNTS = (
    "many of the ", "some of the ", "most of the ", "many ", "some ", "several ", "most ", "thousands of ",
    "hundreds of ",
)  # fmt: skip


def without_count(text: str) -> str:
    """Return a text without the word that only says how many."""
    lower = text.lower()
    return next((text[len(count) :] for count in _COUNTS if lower.startswith(count)), text)
