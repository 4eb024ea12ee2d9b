"""Frames that decide whether a capital acts before its verb is asked: "anti-Ankara", "It was Ankara that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import SPEECH_FORMS, STANCE_FORMS

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_STANDING = ("anti-", "pro-")
_RULED = (
    "-backed", "-led", "-aligned", "-funded", "-installed", "-sponsored", "-appointed", "-friendly", "-controlled",
    "-brokered", "-mediated", "-allied", "-imposed", "-supported",
)  # fmt: skip
_IN = frozenset(
    "in at near outside around across throughout inside towards toward through to leaving over into".split()
)
_TOWNS = frozenset("city capital town port metropolis village home seat population million people hub".split())
_OF_TOWN = frozenset(
    (
        "mayor governor residents people streets street city town outskirts suburbs suburb north south east west centre"
        " center port capital siege fall battle capture inhabitants district districts university airport bishop"
        " archbishop skies rest part parts half most much all bombing shelling"
    ).split()
)
_SENT_FOR = frozenset(
    (
        "arms weapons aid tanks ammunition missiles money loan loans cash help backing funds funding victory defeat"
        " blow setback win embarrassment worry message warning problem headache test relief"
    ).split()
)
_SENT_FROM = frozenset(
    (
        "officials mediators ministers troops spies representatives delegates negotiators envoys diplomats"
        " delegation delegations decision-makers"
        " leaders lawmakers arms weapons veto aid funding loan refusal yes no"
    ).split()
)
_DONE_TO = frozenset(
    (
        "refer refers referred expect expects expected expecting backs remind reminds reminded challenge challenges"
        " challenged criticise criticises criticize criticizes condemn condemns condemned denounce denounces denounced"
        " thank thanks praise praises defy defied trust trusts arm armed arming fund funds funded allow allows"
        " allowed pushed push pushes invite invites invited permit permits bind binds oblige obliges obliged commits"
        " angers embarrasses reassures pressures punishes warns rescue appeasing provoking pressuring punishing urging"
        " accusing criticising criticizing condemning blaming warning demanding demands demand facing offering offers"
        " offered giving gives gave give grant granted grants granting denied denies denying free frees freed"
        " took dragged spare spared"
    ).split()
)
_DENIES = frozenset(
    (
        "makes denies says wants claims rejects opposes demands considers regards sees fears seeks supports accuses"
        " blames refuses insists agrees believes expects argues warns notes adds maintains contends"
        " denied rejected wanted claimed demanded opposed said"
    ).split()
)
_TRAFFIC = frozenset(
    (
        "service services flight flights train trains road roads line lines route routes highway rail railway ferry"
        " distance halfway border traffic link links motorway journey travel travels travelled shuttled shuttling"
    ).split()
)
_AROUND_TOWN = frozenset("suburbs suburb surroundings region outskirts environs airport airports port ports".split())
_JOINTLY = frozenset(
    "at discussing negotiating ready willing still now not trying to due talking divided close".split()
)
_OWNED_BY = frozenset("the a an its their his her our my".split())
_GOVERNS = frozenset("government regime authorities leadership junta administration".split())
_NO_SEAT = frozenset(
    (
        "quiet calm deserted empty full hit struck shelled bombed flooded rocked shaken home located founded captured"
        " besieged surrounded evacuated warm cold hot dark covered crowded blanketed paralysed paralyzed without under"
        " built twinned where linked reached packed sinking growing burning crowded awash ablaze a an the"
    ).split()
)
_IN_STATE = frozenset("ruins flames darkness lockdown mourning shock chaos".split())
_BE = frozenset("is was were are".split())


def frame(tokens: list[Token], first: int, last: int) -> bool | None:
    """Return whether the capital at tokens ``first`` to ``last`` acts, None where no frame says so."""
    word = tokens[first].lower
    if word.startswith(_STANDING) or tokens[last - 1].lower.endswith(_RULED):
        return True
    before = tokens[first - 1].lower if first else ""
    earlier = tokens[first - 2].lower if first > 1 else ""
    after = tokens[last].lower if last < len(tokens) else ""
    if before in ("was", "is") and earlier == "it" and after in ("that", "who", "which"):
        return True
    if before in _DONE_TO or (before == "to" and earlier in ("thanks", "loyal")):
        return True
    if before in ("greater", "metropolitan", "old", "historic", "inner"):
        return False
    if (before in _OWNED_BY or before.isdigit()) and after not in _GOVERNS and after not in ("'s", "’s"):
        return False
    if after in _DENIES and before not in _IN and before != "of":
        return True
    for decided in (
        _apposed(tokens, first, last, after),
        _listed(tokens, first, last, before, after),
        _governed(tokens, first, before, earlier, after),
    ):
        if decided is not None:
            return decided
    if after in _BE and last + 1 < len(tokens):
        state = [token.lower for token in tokens[last + 1 : last + 3]]
        if state[0] in _NO_SEAT or (state[0] == "in" and state[1:2] and state[1] in _IN_STATE):
            return False
    return None


def _apposed(tokens: list[Token], first: int, last: int, after: str) -> bool | None:
    """Say that "London, a city of nine million, has" and "Cairo, where they met, was" are places."""
    if after != ",":
        return None
    if last + 2 < len(tokens) and tokens[last + 1].lower == "which" and tokens[last + 2].is_capital:
        return False
    close = next((i for i in range(last + 1, min(last + 9, len(tokens))) if tokens[i].text == ","), 0)
    aside = [token.lower for token in tokens[last + 1 : close]]
    town = aside[:1] in (["a"], ["the"], ["an"]) and bool(_TOWNS & set(aside))
    return False if aside[:1] == ["where"] or town else None


def _listed(tokens: list[Token], first: int, last: int, before: str, after: str) -> bool | None:
    """Read capitals named together: what one of them is the others are."""
    ahead = [token.lower for token in tokens[max(0, first - 4) : first]]
    if "between" in ahead and (before == "between" or before == "and"):
        at = first - len(ahead) + ahead.index("between")
        return not (_TRAFFIC & {token.lower for token in tokens[max(0, at - 3) : at]})
    if before in ("and", "or", "nor") and first > 1 and tokens[first - 2].is_capital:
        at = first - 2
        while at > 0 and (tokens[at - 1].is_capital or tokens[at - 1].text == ","):
            at -= 1
        return False if at and tokens[at - 1].lower in _IN - {"to", "over"} else _led(tokens, at)
    if before in ("neither", "nor") and (first < 2 or tokens[first - 2].lower not in _IN):
        return True
    if after == "and" and before not in _IN and last + 2 < len(tokens):
        if tokens[last + 1].lower == "its":
            return tokens[last + 2].lower not in _AROUND_TOWN
        if tokens[last + 1].is_capital and not tokens[last + 2].is_capital:
            return True if _acts(tokens, last + 2) else None
    return None


def _led(tokens: list[Token], at: int) -> bool | None:
    """Decide by what stands before the first of several capitals: "decision-makers from both Khartoum and Juba"."""
    while at > 0 and tokens[at - 1].lower in ("both", "either"):
        at -= 1
    if at < 2:
        return None
    return True if tokens[at - 1].lower == "from" and tokens[at - 2].lower in _SENT_FROM else None


def _acts(tokens: list[Token], index: int) -> bool | None:
    """Say whether a verb of saying or standing stands at ``index``, in the plural too: "want", "agreed"."""
    if index >= len(tokens):
        return None
    word = tokens[index].lower
    if word in ("are", "were"):
        return True if index + 1 < len(tokens) and tokens[index + 1].lower in _JOINTLY else None
    known = word in STANCE_FORMS or word in SPEECH_FORMS or word in ("have", "agree", "agreed", "remain", "share")
    return True if known and tokens[index].text.islower() else None


def _governed(tokens: list[Token], first: int, before: str, earlier: str, after: str) -> bool | None:
    """Decide by a preposition and what governs it: "the mayor of", "arms for", "officials from"."""
    if before == "both" and first > 2 and earlier == "from":
        return True if tokens[first - 3].lower in _SENT_FROM else None
    if before == "of" and earlier in _OF_TOWN:
        return False
    if before == "for" and (earlier in _SENT_FOR or earlier in ("working", "spying", "works", "worked", "spied")):
        return True
    if before == "from":
        if earlier in _SENT_FROM:
            return True
        said = {token.lower for token in tokens[max(0, first - 6) : first - 2]}
        return True if earlier in ("came", "comes", "coming") and said & _SENT_FROM else None
    return None
