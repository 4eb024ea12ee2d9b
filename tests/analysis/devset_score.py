"""Scoring the engine against the dev set."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.analysis import Analysis
    from briefing_app.domain.position import StatementDraft
    from tests.analysis.devset_reader import Gold, GoldStatement


@dataclass(slots=True)
class Score:
    """Counts of right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, right: int, found: int, wanted: int) -> None:
        """Count one article."""
        self.right += right
        self.wrong += found - right
        self.missed += wanted - right

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right."""
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Return the share of what is there that was found."""
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0

    def __str__(self) -> str:
        return f"P {self.precision:.3f}  R {self.recall:.3f}  F1 {self.f1:.3f}  ({self.right} right)"


LAYERS = (
    "names", "canonical", "figures", "statements", "statements + stance", "speaker", "hedged",
    "PERSON", "ORG", "GPE", "NORP", "LOC", "FAC", "LAW", "EVENT", "DATE", "MONEY", "PERCENT",
)  # fmt: skip


def score(golds: Sequence[Gold], results: Sequence[Analysis]) -> dict[str, Score]:
    """Return the score of each layer over all articles."""
    scores = {layer: Score() for layer in LAYERS}
    for gold, result in zip(golds, results, strict=True):
        _names(scores, gold, result)
        _figures(scores["figures"], gold, result)
        _statements(scores, gold, result)
    return scores


def _names(scores: dict[str, Score], gold: Gold, result: Analysis) -> None:
    want = {(m.start, m.end, m.label) for m in gold.mentions}
    have = {
        (m.start, m.end, m.label.value)
        for m in result.mentions
        if (m.start, m.end, m.label.value) in want or not gold.is_free(m.start, m.end)
    }
    scores["names"].add(len(want & have), len(have), len(want))
    for label in LAYERS[7:]:
        mine = {one for one in have if one[2] == label}
        theirs = {one for one in want if one[2] == label}
        scores[label].add(len(mine & theirs), len(mine), len(theirs))
    meant = {(m.start, m.end, m.label, m.canonical) for m in gold.mentions}
    said = {(m.start, m.end, m.label.value, m.canonical) for m in result.mentions}
    scores["canonical"].add(len(meant & said), len(have), len(meant))


def _figures(total: Score, gold: Gold, result: Analysis) -> None:
    want = {(f.start, f.end, f.value) for f in gold.figures}
    have = {
        (f.start, f.end, f.value)
        for f in result.figures
        if (f.start, f.end, f.value) in want or not gold.is_free(f.start, f.end)
    }
    total.add(len(want & have), len(have), len(want))


def _statements(scores: dict[str, Score], gold: Gold, result: Analysis) -> None:
    matched, missed, wrong = pairs(gold, result)
    found, wanted = len(matched) + len(wrong), len(matched) + len(missed)
    scores["statements"].add(len(matched), found, wanted)
    stance = sum(one.stance == draft.stance.value for one, draft in matched)
    scores["statements + stance"].add(stance, found, wanted)
    spoken = [pair for pair in matched if pair[0].speaker or pair[1].speaker]
    right = sum(same_speaker(one.speaker, draft.speaker) for one, draft in spoken)
    scores["speaker"].add(right, sum(bool(d.speaker) for _, d in spoken), sum(bool(g.speaker) for g, _ in spoken))
    hedged = sum(one.hedged and draft.hedged for one, draft in matched)
    scores["hedged"].add(hedged, sum(d.hedged for _, d in matched), sum(g.hedged for g, _ in matched))


def same_speaker(gold: str, found: str) -> bool:
    """Say whether two names of a speaker agree, articles and longer role phrases aside."""
    one, two = gold.casefold(), found.casefold()
    return bool(one) and bool(two) and (one == two or one in two or two in one)


def pairs(
    gold: Gold, result: Analysis
) -> tuple[list[tuple[GoldStatement, StatementDraft]], list[GoldStatement], list[StatementDraft]]:
    """Pair drafts with labelled statements: same parties, evidence that overlaps; each used once."""
    options = [
        (one.stance != draft.stance.value, -overlap(one, draft), at, other)
        for at, one in enumerate(gold.statements)
        for other, draft in enumerate(result.statements)
        if same_party(one.party, draft.parties) and overlap(one, draft) >= 0.5
    ]
    used: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, at, other in sorted(options):
        if at not in used and other not in taken:
            used[at] = other
            taken.add(other)
    matched = [(gold.statements[at], result.statements[other]) for at, other in sorted(used.items())]
    missed = [one for at, one in enumerate(gold.statements) if at not in used]
    wrong = [draft for at, draft in enumerate(result.statements) if at not in taken]
    return matched, missed, wrong


def overlap(one: GoldStatement, draft: StatementDraft) -> float:
    """Return the overlap of two spans as a share of the shorter."""
    common = min(one.end, draft.end) - max(one.start, draft.start)
    return common / max(1, min(one.end - one.start, draft.end - draft.start))


def same_party(gold: str, parties: tuple[str, ...]) -> bool:
    """Say whether the parties are the same, in whatever order and case."""
    wanted = {name.strip().casefold() for name in gold.split(";")}
    return wanted == {name.casefold().removeprefix("the ") for name in parties}
