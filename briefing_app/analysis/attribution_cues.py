"""The words that attribute: verbs of saying (core), of wanting and standing (weak), and nouns of both."""

from __future__ import annotations

from briefing_app.analysis.cues import Cue, Form, forms_of
from briefing_app.domain.attribution import Tier

# A lemma with ":x|y" needs one of these words soon behind it; with ":clause" a clause or a quotation.
_CORE = """
    say tell find:that rule:that add:clause note:clause announce state:clause declare:clause explain:clause
    exclaim argue stress warn claim:clause maintain:clause report write:clause reply:clause respond:clause
    comment:clause emphasise emphasize underline underscore reiterate recall:clause confirm tweet:clause
    post:clause conclude:clause acknowledge admit insist caution assert contend reveal:clause disclose
    remark:clause observe:clause affirm reaffirm repeat:clause clarify quip joke deny quote allege:clause
    testify:clause inform:that|of|: estimate:clause predict vow pledge:clause promise:that suggest:clause
    concede:clause complain:clause indicate:clause point:out counter:clause boast:clause lament:clause
    continue:quote recount:clause recommend:that advise:that hint:that|at|clause signal:that|clause
    stipulate:that hold:that notify:that|of relate:clause
"""
_WEAK = """
    want think believe hope:for|to|that|clause fear:clause expect:to|that|clause seek support oppose back
    welcome condemn criticise criticize denounce decry deplore reject refuse:to demand
    call:for|on|upon|it|him|them|her|the urge ask:for|to|that|if|whether|why|how|clause appeal:for|to offer
    propose pledge promise vow agree:to|with|that|on|in|clause disagree:with accuse blame
    consider:-ing|clause threaten:to|with express voice praise hail applaud favor favour recommend advise
    request:the|a|an|that|more describe:as regard:as view:as feel:clause doubt:clause|the|if
    question:the|whether dispute dismiss defend endorse approve:of accept acknowledge apologise:for
    apologize:for concede predict deny complain:about|of protest:the|against regret object:to intend:to
    refuse decline:to insist:on press:for push:for argue:for|against warn:against|of|about lobby:for plan:to
    prefer backtrack:on commit:to|itself|themselves encourage:to
    indicate:willingness|readiness|support|interest discourage hint suspect:clause assume:clause know:clause
    consider disapprove:of lash:out slam:the|as|what blast:the|as|what lament admire object condone
    thank:the|for congratulate commend salute guarantee rebuff repudiate renounce recognise:that
    recognize:that envisage anticipate volunteer:to beg:for|to plead:for|with warn stress declare cite
    claim:responsibility|victory|to instruct:to order:to|the|a forbid veto block:the criticise rule:out
    turn:down vote:for|against decide:to|that|against resolve:to mull ponder contemplate weigh study:the|a
    explore:the
"""

_LIGHT: dict[Tier, tuple[str, str]] = {
    Tier.CORE: (
        "issue release publish make deliver give send",
        "statement announcement warning declaration communique communiqué",
    ),
    Tier.WEAK: (
        "express voice issue make deliver give send reiterate repeat raise",
        "concern concerns hope hopes doubt doubts support opposition regret anger outrage readiness willingness"
        " confidence satisfaction disappointment alarm optimism fears order orders comments remarks appeal call threat"
        " threats offer promise pledge demand demands apology ultimatum objection objections condolences solidarity"
        " gratitude interest frustration dismay shock reservations",
    ),
}
SURE = frozenset(
    (
        "say says said tell tells told believe believes think thinks warn warns argue argues insist insists deny denies"
        " confirm confirms accuse accuses expect expects want wants agree agrees admit admits add adds estimate"
        " estimates allege alleges acknowledge acknowledges announce announces fear hope oppose opposes"
    ).split()
)
"""Forms that are verbs behind any noun but one of "the", "a" and such."""
SOFT = frozenset(
    "seek support back welcome offer propose threaten suggest recommend favour favor endorse block".split()
)
"""Verbs that things do too: their subject must be a name or somebody."""
OPEN = frozenset("say believe think hope fear expect suggest want admit acknowledge confirm add insist agree".split())
"""Verbs behind which another verb may have its own subject: "said Iran demands ..."."""

_IDLE = frozenset({"make support", "give support", "make interest", "give comments"})

DOCUMENTS = frozenset(
    (
        "report reports statement study survey poll letter document documents resolution communique communiqué text"
        " declaration article editorial release note memo treaty charter law"
    ).split()
)
CLAIMS = frozenset(
    (
        "demand demands call calls claim claims refusal rejection threat threats offer offers proposal proposals pledge"
        " promise accusation accusations allegation allegations appeal request requests denial insistence warning"
        " warnings opposition support criticism condemnation commitment willingness readiness"
    ).split()
)


def _parse(words: str, tier: Tier) -> dict[str, tuple[Tier, tuple[str, ...]]]:
    found: dict[str, tuple[Tier, tuple[str, ...]]] = {}
    for word in words.split():
        lemma, _, needs = word.partition(":")
        found.setdefault(lemma, (tier, tuple(needs.split("|")) if needs else ()))
    return found


_LEMMAS = _parse(_CORE, Tier.CORE)
_OTHERS = _parse(_WEAK, Tier.WEAK)


def readings(lemma: str) -> list[tuple[Tier, tuple[str, ...]]]:
    """Return the tiers a verb may have with the words each of them needs, core first."""
    return [table[lemma] for table in (_LEMMAS, _OTHERS) if lemma in table]


def light_noun(lemma: str, noun: str) -> Tier | None:
    """Return the tier of a verb and its noun ("express concern", "release a statement"), None if they are no cue."""
    if f"{lemma} {noun}" in _IDLE:
        return None
    for tier, (verbs, nouns) in _LIGHT.items():
        if lemma in verbs.split() and noun in nouns.split():
            return tier
    return None


def _all_forms() -> dict[str, list[Form]]:
    lemmas = {*_LEMMAS, *_OTHERS, *(verb for verbs, _ in _LIGHT.values() for verb in verbs.split())}
    found: dict[str, list[Form]] = {}
    for lemma in sorted(lemmas):
        cue = Cue(lemma, None)
        for kind, forms in forms_of(lemma).items():
            for form in forms:
                found.setdefault(form, []).append(Form(cue, kind))
    return found


FORMS = _all_forms()
"""The forms of all verbs that attribute."""
