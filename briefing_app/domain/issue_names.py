"""Names of issues that mean the same: which of a dossier's issues a label belongs to, and what to call many labels.

Labels are compared by their content words without endings: "Release of prisoners" and "Prisoner release" are one,
"Terrorist attacks" belongs with "Attack on convoy" only where the dossier has an issue "Attacks".
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.dossier import Issue

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_EMPTY = frozenset(
    "a an the of on in for to and or with by at from its their his her our this that these those as over about".split()
)
_LINKS = frozenset("of on in for with by at from over about between against".split())


@dataclass(frozen=True, slots=True)
class IssueCluster:
    """Labels that mean one issue: ``name`` is the most frequent, ``labels`` all of them, ``count`` their statements."""

    name: str
    labels: tuple[str, ...]
    count: int

    def as_issue(self) -> Issue:
        """Return the issue a dossier would list, the other labels as its words."""
        return Issue(self.name, tuple(label.casefold() for label in self.labels if label != self.name))


def issue_of(label: str, issues: Sequence[Issue]) -> Issue | None:
    """Return the issue of a dossier that a statement's label belongs to, None if to none.

    Its name or one of its words itself comes first; else the issue most of whose words the label holds.
    """
    wanted = folded(label)
    for issue in issues:
        if folded(issue.name) == wanted or any(folded(word) == wanted for word in issue.words):
            return issue
    has = stems(label)
    best: tuple[int, Issue] | None = None
    for issue in issues:
        for name in (issue.name, *issue.words):
            needs = stems(name)
            if needs and needs <= has and (best is None or len(needs) > best[0]):
                best = len(needs), issue
    return best[1] if best is not None else None


def with_ancestors(issue: Issue, issues: Sequence[Issue]) -> tuple[Issue, ...]:
    """Return an issue and those above it, nearest first; a circle of parents ends where it closes."""
    by_name = {folded(one.name): one for one in issues}
    line: dict[str, Issue] = {}
    current: Issue | None = issue
    while current is not None and folded(current.name) not in line:
        line[folded(current.name)] = current
        current = by_name.get(folded(current.parent)) if current.parent else None
    return tuple(line.values())


def cluster_labels(counts: Mapping[str, int]) -> tuple[IssueCluster, ...]:
    """Return the labels gathered into issues, the most frequent first; ``counts`` is how often each stands."""
    groups: list[list[str]] = []
    for label in sorted(counts, key=lambda one: (-counts[one], len(one), one)):
        home = next((group for group in groups if _alike(label, group[0])), None)
        if home is None:
            groups.append([label])
        else:
            home.append(label)
    found = [IssueCluster(group[0], tuple(group), sum(counts[label] for label in group)) for group in groups]
    return tuple(sorted(found, key=lambda one: -one.count))


def count_labels(labels: Iterable[str]) -> Counter[str]:
    """Return how often each label stands, spaces aside."""
    return Counter(" ".join(label.split()) for label in labels if label.strip())


def folded(name: str) -> str:
    """Return a name as names of issues are compared: no case, single spaces."""
    return " ".join(name.split()).casefold()


def stems(label: str) -> frozenset[str]:
    """Return the content words of a label without case and endings."""
    words = (match[0].casefold() for match in _WORD.finditer(label))
    return frozenset(_stem(word) for word in words if word not in _EMPTY)


def _alike(one: str, other: str) -> bool:
    """Say whether two labels mean one issue: the same words, or more of them about the same head."""
    mine, theirs = stems(one), stems(other)
    if not mine or not theirs:
        return folded(one) == folded(other)
    if mine == theirs:
        return True
    return (mine < theirs or theirs < mine) and _head(one) == _head(other)


def _head(label: str) -> str:
    """Return the noun a label is about: the last word before its first preposition."""
    words = [match[0].casefold() for match in _WORD.finditer(label)]
    end = next((at for at, word in enumerate(words) if at and word in _LINKS), len(words))
    return _stem(words[end - 1]) if words else ""


def _stem(word: str) -> str:
    if word.endswith(("’s", "'s")):
        word = word[:-2]
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
