"""On what condition a party takes a stand: only if, unless, provided, as long as, subject to, without."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from briefing_app.analysis.attribution import SentenceReader
    from briefing_app.analysis.triggers import Trigger

_ALWAYS: tuple[tuple[str, ...], ...] = (
    ("only", "if"), ("only", "once"), ("only", "after"), ("only", "when"), ("only", "on"),
    ("only", "at"), ("only", "with"), ("if", "and", "only", "if"),
    ("unless",), ("on", "condition"), ("on", "the", "condition"), ("on", "the", "understanding"),
    ("conditional", "on"), ("conditional", "upon"), ("conditioned", "on"), ("contingent", "on"),
    ("contingent", "upon"), ("dependent", "on"), ("conditionally",), ("not", "until"), ("but", "not", "before"),
    ("in", "exchange", "for"), ("in", "return", "for"), ("in", "return"), ("assuming", "that"), ("so", "long", "as"),
    ("as", "long", "as"), ("as", "soon", "as"), ("on", "one", "condition"), ("with", "the", "proviso"),
    ("to", "the", "extent", "that"), ("insofar", "as"), ("in", "so", "far", "as"), ("pending",),
    ("but", "only", "in"), ("but", "only", "with"), ("but", "only", "under"),
    ("with", "conditions"), ("with", "strings"), ("under", "certain", "conditions"),
)  # fmt: skip
_BY_WORD = {first: tuple(m for m in _ALWAYS if m[0] == first) for first in {m[0] for m in _ALWAYS}}
_MODALS = frozenset("would could will can shall may 'll ’ll 'd ’d".split())
_REFUSING = frozenset({Stance.REJECTS, Stance.CONDITIONAL, Stance.OPPOSES})


def condition_near(reader: SentenceReader, trigger: Trigger, first: int, last: int) -> bool:
    """Say whether the stance at a trigger is bound to a condition that its clause names."""
    words = [token.lower for token in reader.tokens[first:last]]
    at = trigger.index - first
    if words[1:3] == ["long", "as"] and "," not in words[:at]:
        return False  # the stance itself is what others are bound to
    return any(_binds(words, index, at, trigger) for index in range(len(words)))


def _binds(words: list[str], index: int, at: int, trigger: Trigger) -> bool:
    """Say whether what starts at ``index`` is a condition of the stance at ``at``."""
    marker = next((m for m in _BY_WORD.get(words[index], ()) if tuple(words[index : index + len(m)]) == m), None)
    if marker is not None:
        return _always(words, index, marker, at, trigger)
    word = words[index]
    if word in ("provided", "providing"):
        return _provided(words, index)
    if word == "subject":
        return words[index + 1 : index + 2] == ["to"] and (index == 0 or words[index - 1] == ",")
    if word in ("until", "till", "before"):
        return _until(words, index, at, trigger)
    if word == "without":
        return _without(words, index, at, trigger)
    if word in ("if", "once", "should", "when"):
        return _if(words, index, at, trigger)
    return False


def _always(words: list[str], index: int, marker: tuple[str, ...], at: int, trigger: Trigger) -> bool:
    head, stance = marker[0], trigger.stance
    if marker[-1] == "as" and words[index + len(marker) : index + len(marker) + 1] in (["possible"], ["practicable"]):
        return False
    if stance is Stance.UNDECIDED and head not in ("only", "on", "in"):
        return False
    if head in ("conditional", "conditioned", "contingent", "conditionally", "dependent"):
        return abs(index - at) <= 6
    if head == "on" and words[index + len(marker) : index + len(marker) + 2] == ["of", "anonymity"]:
        return False
    if head in ("in", "pending"):
        return stance is not Stance.REJECTS
    if head == "only":
        return words[index - 1 : index] != ["not"]
    if head == "unless":
        return True
    return _is_in_main_clause(words, index, at)


def _provided(words: list[str], index: int) -> bool:
    before, after = words[index - 1] if index else ",", words[index + 1] if index + 1 < len(words) else ""
    if after == "that":
        return True
    if before in ("is", "was", "are", "were", "be", "been", "has", "had", "have", "it", "which", "and", "not"):
        return False
    behind = words[index + 1 : index + 9]
    verbal = any(w in _FINITE or (w.endswith("ed") and len(w) > 4) for w in behind)
    return after not in ("by", "with", "to", "for", "in", "a", "an") and verbal


_PRESENT = frozenset("is are has have does do".split())
_FINITE = frozenset("is are was were has have had can could does did do will would gets get stops stop".split())


def _until(words: list[str], index: int, at: int, trigger: Trigger) -> bool:
    """Read "will not return until ..." and "will keep its ban until ..." as bound."""
    if words[index] == "before" and ("that" in words[at:index] or not _FINITE & set(words[index + 2 : index + 9])):
        return False
    if words[index - 1 : index] == ["not"]:
        return True
    if trigger.stance in (Stance.OFFERS, Stance.SUPPORTS):
        goes_on = any(word.startswith(("continu", "keep", "maintain")) for word in words[max(0, at - 1) : index])
        return words[index] != "before" and goes_on and index > at
    if trigger.stance not in (Stance.REJECTS, Stance.CONDITIONAL):
        return False
    fronted = index == 0 or words[index - 1] in (",", "that")
    if not (index > at or fronted):
        return False
    behind = words[index + 1 :]
    named_thing = any(w in _FINITE or w.endswith("ed") for w in behind) or words[index] == "until"
    return named_thing and not _is_a_day(behind)


def _is_a_day(behind: list[str]) -> bool:
    """Say whether "until" is followed by a mere date or by "further notice"."""
    return not behind or behind[0] in ("further", "now", "then", "recently", "today", "next") or behind[0].isdigit()


def _without(words: list[str], index: int, at: int, trigger: Trigger) -> bool:
    """Read "without guarantees, X will not sign"; behind its verb "without" only says what is refused."""
    if trigger.stance is Stance.CONDITIONAL:
        return True
    if trigger.stance is not Stance.REJECTS or index > at:
        return False
    low, high = max(0, at - 5), max(at + 1, index)
    modal = bool(_MODALS & set(words[low : at + 1])) or any(w in ("cannot", "won't", "won’t") for w in words[low:at])
    modal = modal or any(w.endswith(("n't", "n’t")) for w in words[low : at + 1]) or "no" in words[low : at + 1]
    if words[index] == "while":
        return index > at and any(
            w in ("is", "are", "continue", "continues", "remain") for w in words[index : index + 8]
        )
    if index < at:
        return modal and (index == 0 or words[index - 1] in (",", "that", "“", '"'))
    return modal and not any(w in ("that", "which", "who", "made", "taken", "drawn") for w in words[at + 1 : high])


def _if(words: list[str], index: int, at: int, trigger: Trigger) -> bool:
    """Read "would sign if ...", "once the truce holds, X will ..." as bound; not "even if", "as if"."""
    word = words[index]
    before = words[index - 1] if index else ""
    if trigger.stance in (Stance.REJECTS, Stance.OPPOSES):
        threat = trigger.verb.lower().startswith("threat")
        return word in ("if", "should") and threat and index > at
    if trigger.stance not in (Stance.SUPPORTS, Stance.OFFERS, Stance.CONDITIONAL):
        return False
    if before in ("even", "as", "what", "only", "ask", "asked", "see", "know", "wonder", "or", "and", "at"):
        return False
    if word == "should" and not (before == "," or index == 0):
        return False
    if word == "when" and (index < at or trigger.stance is not Stance.OFFERS):
        return False
    modal = bool(_MODALS & set(words[max(0, at - 7) : at + 2])) or trigger.stance is not Stance.SUPPORTS
    if index > at:
        clause = any(w in _FINITE or w.endswith(("ed", "s")) or w in ("agree", "did") for w in words[index + 2 :])
        if word == "when":
            present = any(w in _PRESENT or (w.endswith("s") and len(w) > 4) for w in words[index + 2 : index + 9])
            return modal and (before == "only" or (present and "will" in words[max(0, at - 4) : at + 1]))
        return modal and clause
    return modal and (index == 0 or before in (",", "that", "“", '"', "said")) and "," in words[index:at]


def _is_in_main_clause(words: list[str], index: int, at: int) -> bool:
    """Say whether no relative clause parts a condition from the stance it would bind.

    A stance that stands in the condition itself ("as long as Kenya rejects the quota, ...") is not bound by it.
    """
    low, high = min(index, at), max(index, at)
    if index < at and "," not in words[low:high]:
        return False
    return not any(word in ("which", "who", "because") for word in words[low:high])
