"""The label in front of a turn: "MS. LARSEN:", "Ann Lee (Greens):", "Ann Lee, deputy spokesperson:", "Q:"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import NOUN_LIKE, SPEECH_FORMS, STANCE_FORMS
from briefing_app.analysis.name_lexicon import FIRST_NAMES, ROLE_NOUNS, TITLES

if TYPE_CHECKING:
    from collections.abc import Collection

_LABEL = re.compile(r"^[\s*_>#–—-]*([^\W\d_][^:\n]{0,100}?)\s*[*_]*:[*_]*\s")
_ASKS = frozenset(
    (
        "q question questions reporter journalist interviewer moderator host presenter anchor correspondent press"
        " audience member participant chair chairman chairwoman chairperson clerk speaker"
    ).split()
)
_ASIDE = frozenset(
    (
        "note update background contact source photo caption correction summary read more by date time venue subject"
        " re cc from to annex article section chapter step example result key tags topics see also location editor"
    ).split()
)
_PARTICLES = frozenset("van von de da di der den del bin ibn al el la le y of the for and du dos das ter ten".split())
_OFFICES = frozenset(
    (
        "minister secretary spokesperson spokesman spokeswoman ambassador president chancellor premier envoy"
        " negotiator commissioner"
    ).split()
)
_BODY_WORDS = frozenset("party greens labour conservatives democrats republicans liberals union group alliance".split())

# How reports of debates shorten the parties of their members.
_SHORT_PARTIES = {
    "con": "Conservative Party", "lab": "Labour Party", "lab/co-op": "Labour Party", "ld": "Liberal Democrats",
    "d": "Democratic Party", "r": "Republican Party", "snp": "Scottish National Party",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class TurnLabel:
    """Who a label says is talking.

    ``name`` is a person's without titles, empty for a bare role; ``role`` the role alone, lower case; ``group``
    what stands in brackets or behind a comma and is no role; ``length`` how far the label reaches; ``sure`` that
    one such label is enough to tell a transcript; ``answers`` that it only marks an answer ("A:");
    ``described`` is all that stands in brackets or behind a comma.
    """

    name: str
    role: str = ""
    group: str = ""
    asks: bool = False
    official: bool = False
    sure: bool = False
    length: int = 0
    answers: bool = False
    described: str = ""

    @property
    def key(self) -> str:
        """Return what is the same in every label of one person."""
        return self.name.split()[-1].casefold() if self.name else self.role

    @property
    def group_is_body(self) -> bool:
        """Say whether the group reads as a party and not as a constituency."""
        return any(word.casefold() in _BODY_WORDS for word in self.group.split()) or self.group.isupper()


def read_label(text: str, surnames: Collection[str]) -> TurnLabel | None:
    """Return the label with which a passage begins, or None; ``surnames`` are those the text knows, lower case."""
    match = _LABEL.match(text)
    if match is None:
        return None
    core, group = _parted(match[1].strip(" *_"))
    words = re.findall(r"[^\W\d_][\w.’'-]*", core)
    lower = [word.rstrip(".").casefold() for word in words]
    if not words or len(words) > 9 or _is_sentence(words, lower) or lower[0] in _ASIDE:
        return None
    length = match.end(1)
    if lower[0] in _ASKS or lower[:2] in (["the", "chair"], ["madam", "speaker"], ["mr", "speaker"]):
        return TurnLabel("", lower[0], asks=True, sure=True, length=length)
    if lower[0] in ("a", "answer") and len(lower) == 1:
        return TurnLabel("", "answer", official=True, sure=True, length=length, answers=True)
    if group and _names_person(group, surnames) and any(word in ROLE_NOUNS or word in TITLES for word in lower):
        named = read_label(f"{group}: ", surnames)
        if named is not None and named.name:
            return TurnLabel(named.name, " ".join(lower), "", official=_is_office(lower), sure=True, length=length)
    titles = 0
    while titles < len(lower) and (lower[titles] in TITLES or lower[titles] in ("the", "h.e", "his", "her", "madam")):
        titles += 1
    name = " ".join(words[titles:])
    role = " ".join(lower[:titles])
    official = _is_office([*lower[:titles], *group.casefold().split()])
    if not name:
        bare = any(word in ROLE_NOUNS for word in lower)
        return TurnLabel("", role, group, official=official, sure=bare, length=length) if bare else None
    if any(word in ROLE_NOUNS for word in lower[titles:]):
        bodied = "for" in lower or "of" in lower
        return TurnLabel("", " ".join(lower), group, official=True, sure=bodied, length=length)
    if len(words) == 1 and core.isupper() and len(core) <= 3:
        return TurnLabel(core, length=length)
    known = words[-1].casefold() in surnames
    shouted = core.isupper() and len(core) > 2
    sure = bool(titles) or known or shouted or bool(group)
    return TurnLabel(_proper(name), role, _group(group), official=official, sure=sure, length=length, described=group)


def _parted(label: str) -> tuple[str, str]:
    """Return what stands in front of brackets or a comma, and what is in or behind them."""
    match = re.match(r"^([^(\[,]++)(?:[(\[]([^)\]]*)[)\]]?|,\s*+(.*))$", label)
    return (match[1].rstrip() or match[1], (match[2] or match[3] or "").strip()) if match else (label, "")


def _is_sentence(words: list[str], lower: list[str]) -> bool:
    """Tell words of a sentence or a heading from a name: small words, verbs."""
    small = [w for w, low in zip(words, lower, strict=True) if w[0].islower() and low not in _PARTICLES]
    if any(word not in ROLE_NOUNS and word not in TITLES for word in (one.casefold() for one in small)):
        return True
    verbs = (word for word in lower if word not in NOUN_LIKE)
    return any(
        form.kind in ("third", "past") for w in verbs for form in (*STANCE_FORMS.get(w, ()), *SPEECH_FORMS.get(w, ()))
    )


def _names_person(group: str, surnames: Collection[str]) -> bool:
    """Say whether brackets hold a person: "The Minister for Water (Ms Osei)", "The President (Jane Osei)"."""
    words = re.findall(r"[^\W\d_][\w.’'-]*", group)
    if not words or not words[-1][0].isupper():
        return False
    named = 2 <= len(words) <= 3 and (words[0].casefold() in FIRST_NAMES or words[-1].casefold() in surnames)
    return words[0].rstrip(".").casefold() in TITLES or (named and all(word[0].isupper() for word in words))


def _is_office(words: list[str]) -> bool:
    return any(word.strip(",.") in _OFFICES for word in words)


def _group(group: str) -> str:
    """Return what is in brackets if it is no role ("deputy spokesperson") and no remark ("laughing")."""
    if group.casefold() in _SHORT_PARTIES:
        return _SHORT_PARTIES[group.casefold()]
    state = re.match(r"([DR])\s?[-–—]\s?[A-Z]", group)
    if state is not None:
        return _SHORT_PARTIES[state[1].casefold()]
    words = group.split()
    roles = any(word.casefold().strip(",.") in ROLE_NOUNS for word in words)
    return "" if roles or not words or words[0][0].islower() else group


def _proper(name: str) -> str:
    """Return a name in capitals as it is written in running text."""
    if not name.isupper():
        return name
    parts = re.split(r"([\s’'-]+)", name)
    low = [part.lower() if n and part.casefold() in _PARTICLES else part.capitalize() for n, part in enumerate(parts)]
    return "".join(low)
