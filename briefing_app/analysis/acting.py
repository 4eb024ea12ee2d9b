"""Place or government: whether a capital stands for those who rule from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import SPEECH_FORMS, STANCE_FORMS
from briefing_app.analysis.lexicon import is_adverb
from briefing_app.analysis.seat_frames import frame

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token

_AUXILIARIES = frozenset(
    (
        "has had have is was will would can could may might must does did should cannot won't wouldn't"
        " doesn't didn't isn't wasn't hasn't hadn't won’t wouldn’t doesn’t didn’t isn’t wasn’t hasn’t"
        " hadn’t"
    ).split()
)
_PLACE_VERBS = frozenset("lies lay stands stood sits sat hosts hosted".split())
_POLICY = frozenset(
    (
        "delegate delegates preference position positions stance demand demands request requests proposal"
        " proposals offer offers plan plans rejection refusal dismissal opposition support backing"
        " insistence decision decisions policy policies government negotiators negotiator envoy envoys"
        " delegation officials diplomats ambassador call calls response reply reaction warning warnings"
        " threat threats concerns interests interest claims claim commitment commitments pledge pledges"
        " promise refusal willingness readiness reluctance approach sanctions tariffs troops forces allies"
        " ally side argument terms conditions condition veto vote view rulers leadership leaders diplomacy"
        " hopes fears anger fury frustration worries suspicion suspicions patience line message answer silence retreat"
        " move moves gesture price calculus legitimacy version account tone rhetoric denial retaliation hand draft"
        " package vision priorities priority ministers minister emissary emissaries spokesman spokeswoman neighbours"
        " rivals enemies friends partners sovereignty withdrawal mediation initiative initiatives complaint complaints"
        " strategy intentions intention ambitions aims goal goals red foreign acceptance approval consent"
        " objections objection criticism concessions concession war army behaviour behavior attempt"
        " handling aggression aggressions intolerance desire compliance participation control meddling interference"
        " cooperation crackdown treatment admission accession membership involvement failure nuclear military weapons"
        " diplomatic programme program capabilities stand resolve denials warships navy grip influence generals"
        " colonels attempts efforts effort push bid share quota export exports right rights"
    ).split()
)
_PLACE_BEFORE = frozenset(
    (
        "in at near outside around through across into throughout inside to leaving toward towards via"
        " off downtown central visiting visit visited"
    ).split()
)
_SIDE_BEFORE = frozenset(
    (
        "with against between by urged urge urging pressed press pressing told tell telling asked asking"
        " accused accuse accusing called blamed blame blaming criticised criticized warned warning"
        " infuriated angered alarmed worried embarrassed surprised pleased reassured isolated weakened without unlike"
        " emboldened provoked deterred sanctioned punish punished placate appease court courted woo wooed lobby"
        " notify notified inform informed consult consulted thanked praised condemned credited"
        " compelled compel urges presses accuses asks tells calls blames begged"
        " persuade persuaded convince convinced force forced pressure pressured want wants wanted support"
        " supports backed back backing involving let lets allow help helping sanction unless if that"
    ).split()
)
_ASKING = frozenset(
    "has have did does do will would could can should might must had is was isn't hasn't won't didn't doesn't".split()
)
_ON_VERBS = frozenset(
    "call calls called calling pressure lean leans leaned leaning sanctions tariffs blame count counts counted relies"
    " relied rely depends depended dependence impose imposed focus dependent prevail prevailed".split()
)
_FROM_NOUNS = frozenset(
    (
        "letter note silence word text answer answers request assurance refusal objections objection promise promises"
        " instructions instruction orders order concession consent green-light flexibility movement invitation"
        " pressure signals signal response reply demands demand support backing reaction concessions"
        " opposition criticism message statement rejection commitment assurances guarantees offer proposal"
        " approval help independence statements messages letters rejections offers proposals denials threats warnings"
    ).split()
)
_TO_NOUNS = frozenset(
    (
        "given offered appeal appeals appealed left promised proposed granted conceded complained owed owes wrote"
        " letter letters note demand demands request requests warning warnings ultimatum invitation sold explained"
        " message offer support aid loyal answer response proposal concessions pressure letter according"
        " unacceptable acceptable close sympathetic deliveries sales"
    ).split()
)
_RULE_BEHIND = frozenset("government regime authorities leadership junta officials administration negotiators".split())
_ASIDES = frozenset("meanwhile too however wary keen eager unlike like long".split())
_PLACE_BEHIND = frozenset(
    (
        "region oblast airport summit talks conference meeting suburb suburbs street hotel university"
        " time round agreement accord accords protocol declaration office bureau area metro"
    ).split()
)


def is_acting(tokens: list[Token], first: int, last: int) -> bool:
    """Say whether the capital at tokens ``first`` to ``last`` acts as a government there."""
    framed = frame(tokens, first, last)
    if framed is not None:
        return framed
    before = tokens[first - 1].lower if first else ""
    earlier = tokens[first - 2].lower if first > 1 else ""
    after = tokens[last].lower if last < len(tokens) else ""
    if after in ("'s", "’s", "'", "’"):
        words = [token.lower for token in tokens[last + 1 : last + 4]]
        return any(word in _POLICY for word in words)
    if after in _RULE_BEHIND and before not in ("in", "at"):
        return True
    if after == "," and before not in _PLACE_BEFORE and _is_aside(tokens, last + 1):
        return True
    if before == "for" and after == "to":
        return True
    if after in _PLACE_BEHIND or (after == "," and before in _PLACE_BEFORE):
        return False
    if after == "," and before not in _PLACE_BEFORE and first <= 1:
        close = next((i for i in range(last + 1, min(last + 16, len(tokens))) if tokens[i].text == ","), 0)
        if close and _verb_follows(tokens, close + 1):
            return True
    if before == "for" and after == "," and first == 1:
        return True
    if _is_asked(tokens, first, last):
        return True
    if before == "on" and earlier in _ON_VERBS:
        return True
    if before == "to":
        return earlier in _TO_NOUNS
    if before == "from":
        return earlier in _FROM_NOUNS
    if before in _PLACE_BEFORE:
        return False
    if before in _SIDE_BEFORE:
        return True
    if before == "for" and earlier in ("support", "guarantees", "unacceptable", "aid", "victory", "backing", "line"):
        return True
    if _verb_follows(tokens, last):
        return True
    if before in ("and", ",") and first > 1:
        return tokens[first - 2].is_capital and (
            _verb_follows(tokens, last) or (first > 2 and tokens[first - 3].lower in _SIDE_BEFORE)
        )
    if after == "and" and last + 1 < len(tokens) and tokens[last + 1].is_capital:
        return _verb_follows(tokens, last + 2)
    return before in ("of", "for") and earlier in _POLICY


def _is_asked(tokens: list[Token], first: int, last: int) -> bool:
    """Read "Has Rabat moved?", "What has Lima offered?", "so does Quito.", "What of Washington?", "And Baku?"."""
    before = tokens[first - 1].lower if first else ""
    after = tokens[last].lower if last < len(tokens) else ""
    if before in _ASKING and after not in ("'s", "’s", "and", ","):
        opening = first == 1 or tokens[first - 2].lower in _QUESTION_WORDS or not tokens[first - 2].is_word
        if before in ("is", "was", "isn't") and not (opening and after in _READY):
            return False
        return opening or (first > 1 and tokens[first - 2].lower in ("so", "neither", "nor", "as", "than"))
    if before in ("and", "of", "about") and after == "?":
        opener = tokens[first - 2].lower if first > 1 else ""
        return first == 1 or opener in ("what", "how") or not tokens[first - 2].is_word
    return False


_QUESTION_WORDS = frozenset("what where when why how whom which then but and so whether".split())
_READY = frozenset(
    "ready willing prepared bluffing serious right wrong open likely able happy keen trying planning going still"
    " now really asking offering bound to".split()
)


def _is_aside(tokens: list[Token], index: int) -> bool:
    """Say whether what follows a comma is said of who acts: "which wants", "for its part", "wary of"."""
    words = [token.lower for token in tokens[index : index + 3]]
    if words[:1] in (["which"], ["whose"]):
        return words[1:2] != [] and words[1] not in _PLACE_VERBS | {"is", "was", "has", "had"}
    return (
        (words[:1] != [] and words[0] in _ASIDES)
        or words in (["for", "its", "part"], ["in", "its", "turn"])
        or words[:2] == ["in", "turn"]
    )


def _verb_follows(tokens: list[Token], index: int) -> bool:
    """Say whether a verb form stands at ``index``, adverbs skipped."""
    while index < len(tokens) and (
        is_adverb(tokens[index].lower) or tokens[index].lower in ("itself", "also", "first")
    ):
        index += 1
    if index >= len(tokens) or not tokens[index].is_word:
        return False
    word = tokens[index].lower
    if tokens[index].is_capital:
        # "Moscow Rejects Offer": a heading with its words in capitals.
        forms = (*STANCE_FORMS.get(word, ()), *SPEECH_FORMS.get(word, ()))
        return word.endswith("s") and any(form.kind == "third" for form in forms)
    if word in _PLACE_VERBS:
        return False
    if word in _AUXILIARIES:
        return True
    if word in STANCE_FORMS or word in SPEECH_FORMS:
        kinds = {form.kind for form in (*STANCE_FORMS.get(word, ()), *SPEECH_FORMS.get(word, ()))}
        if kinds & {"past", "participle"} or (kinds & {"third"} and _is_third_person(tokens, index)):
            return True
        if kinds & {"third"} and word in (
            "prefers",
            "wants",
            "demands",
            "seeks",
            "rejects",
            "insists",
            "says",
            "refuses",
            "opposes",
            "favours",
            "favors",
        ):
            return True
    if word.endswith("ed") and len(word) > 4:
        return True
    irregular = (
        "came",
        "got",
        "began",
        "lost",
        "won",
        "paid",
        "spoke",
        "swung",
        "thought",
        "threw",
        "withdrew",
        "wrote",
        "broke",
        "brought",
        "bought",
        "caught",
        "drew",
        "fought",
        "froze",
        "heard",
        "knew",
        "led",
        "meant",
        "sold",
        "swore",
        "bet",
        "blinked",
        "cut",
        "left",
        "felt",
        "found",
        "laid",
        "lent",
        "met",
        "ran",
        "rose",
        "understood",
        "appears",
        "seems",
        "remains",
        "said",
        "made",
        "sent",
        "put",
        "kept",
        "held",
        "took",
        "gave",
        "saw",
        "let",
        "went",
        "sought",
        "told",
        "chose",
        "stood",
    )
    if word in irregular:
        return True
    return (
        word.endswith("s")
        and not word.endswith(("ss", "us", "is"))
        and len(word) > 3
        and _is_third_person(tokens, index)
    )


def _is_third_person(tokens: list[Token], index: int) -> bool:
    """Tell "Moscow insists on" from "Moscow suburbs": a verb is followed by words that open a phrase."""
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    return (
        following.lower
        in (
            (
                "the a an to that on its for it all any no not in by with from and as what at both new more will"
                " would how such this these those about against over into out up down off back away only little much"
                " less nothing too under behind through after before there him her them us me whether if when because"
            ).split()
        )
        or following.is_capital
        or is_adverb(following.lower)
    )
