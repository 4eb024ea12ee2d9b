"""The words by which a party takes a stand or is quoted, with their forms."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.position import Stance

S, O, R = Stance.SUPPORTS, Stance.OPPOSES, Stance.REJECTS  # noqa: E741 - the stances, as the tables below write them
D, F, U = Stance.DEMANDS, Stance.OFFERS, Stance.UNDECIDED


@dataclass(frozen=True, slots=True)
class Cue:
    """A verb that states a stance, or only speech (``stance`` None).

    ``needs`` lists the words one of which must follow ("to", "for", "that" ...; "*" = an object of any
    kind); ``weight`` is how far the verb alone can be believed.
    """

    lemma: str
    stance: Stance | None
    needs: tuple[str, ...] = ("*",)
    weight: float = 0.75


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a cue: base, third (-s), past, participle (past as well) or gerund."""

    cue: Cue
    kind: str


# lemma | words one of which must follow | weight
_STANCES: dict[Stance, str] = {
    S: """support back welcome endorse favour favor praise=.6 hail=.6 applaud=.65 commend=.6 accept approve
    champion=.6 advocate=.65 recognise=.6 recognize=.6 uphold=.6 embrace=.6 agree:with|that=.6
    side:with=.65 cheer=.55 appreciate=.6 underwrite=.55 laud=.6 defend=.6 stand:by|behind|with|alongside=.6
    vote:for|in=.6 sign:up|off|onto=.6 throw:its|their=.6 rally:behind|around=.6 congratulate=.56
    share:that|this|the|its|their=.6 prefer=.65 live:with=.7 prize=.5 salute=.55 espouse=.6 respect=.58
    reaffirm:the|its|their|our|support=.58 align:itself|ourselves|themselves|myself|himself|with=.62
    associate:itself|ourselves|themselves|myself|himself=.62 concur:with|that=.62 subscribe:to=.6
    adhere:to=.5 bless=.55 acquiesce:in|to=.58 accede:to=.6 second=.52 vouch:for=.55 encourage=.54
    hope:that|for|to=.56 thank:+for=.58 acclaim=.6 admire=.55 compliment=.58 extol=.6 legitimise=.52 legitimize=.52""",
    O: """oppose criticise criticize condemn denounce decry deplore object:to protest=.58 slam=.6
    blast=.6 lament=.6 regret=.65 contest=.55 dispute=.55 resist=.6 bemoan=.6 rail:against=.6
    warn:against|of|about=.6 warn:+against=.6 caution:against=.6 caution:+against=.6 lambast=.65 lambaste=.65
    disagree:with=.65 balk:at=.65 baulk:at=.65 bristle:at=.6 complain:about|of|that=.6
    threaten=.6 threaten:+with=.56
    deride=.65 vote:against=.7 push:back=.6 hit:out|back=.6 take:issue=.65 cast:doubt=.62
    speak:out|against=.62 campaign:against=.6 argue:against=.65 question=.58 assail=.6 fault=.55 rebuke=.55
    see:no=.62 chafe:at=.6 accuse=.6 blame=.58 castigate=.6 berate=.6 chide=.58 reproach=.58 upbraid=.6
    reprimand=.55 resent=.58 ridicule=.6 mock=.58 scold=.58 disapprove:of=.62 frown:on|upon=.6 excoriate=.6
    admonish=.55 doubt=.52 bridle:at=.6 recoil:from|at=.6 inveigh:against=.6 remonstrate:with|against=.58
    fume:at|over=.58 abhor=.58 decry=.6 quarrel:with=.58 dislike=.6 detest=.6
    belittle=.6 censure=.62 chastise=.62 denigrate=.6 disparage=.62 impugn=.6 malign=.6 scorn=.62 pillory=.6
    charge:that=.58 allege:that=.55""",
    R: """reject refuse:to|any|further|the=.8 dismiss rule:out decline:to|the|an|any=.65 rebuff=.7
    turn:down=.7 veto=.7 spurn=.7 exclude=.55 repudiate=.75 brush:aside|off=.65 scotch=.55
    walk:away|out=.6 pull:out=.55 withdraw:from=.55 block=.6 shoot:down=.6 throw:out=.55 scrap=.55
    boycott=.62 snub=.58 shun=.58 renounce=.58 disavow=.6 disown=.58 stay:away|out=.58 back:out|away=.58
    opt:out=.58 scoff:at=.6 torpedo=.55 wave:away|aside=.58 refute=.55 forswear=.58 nix=.6 outlaw=.5
    discount=.5 foreclose=.55 bar=.5 forbid=.52 ignore=.64 defy=.6 flout=.52 decide:against=.6
    overrule=.55 deny=.56""",
    D: """demand call:for|on|upon urge insist:on|upon|that press:for|ahead_not=.65 push:for=.65
    appeal:for|to=.6 seek=.55 want=.65 request=.6 exhort=.65 implore=.65 lobby:for=.6
    require:that|a|an=.5 plead:for|with=.6 advise:against_not=.5 ask:for|that=.55 clamour:for=.6
    petition:for=.6 expect:+to=.58 ask:+to=.62 ask:+for=.55 press:+to=.65 press:+for=.6 push:+to=.6
    encourage:+to=.6 invite:+to=.5
    order:+to=.5 tell:+to=.6 challenge:+to=.5 hold:out=.62 stick:to=.55 campaign:for=.6 argue:for=.6
    beg:+to=.55 expect:that=.58 warn:+to=.58 advise:+to=.55 beseech=.58 entreat=.58 pressure:+to=.55
    nudge:+to=.52 counsel:+to=.52 call:+to=.52 summon:+to=.5 instruct:+to=.5 compel:+to=.5
    remind:+that|of|to=.5 enjoin=.55 petition:+to=.55
    solicit=.55 clamor:for=.6 adjure=.55 crusade:for=.55""",
    F: """offer propose pledge commit:to|itself|themselves|ourselves|myself|$|€|£|us|another|up|further|more=.68
    commit:+to=.7 promise=.65 vow:to=.6
    undertake:to=.65 volunteer=.6 agree:to|on|upon=.65 table:a|an|its|the|new=.6 put:forward=.65 float=.55
    suggest:that|a|an=.5 guarantee=.55 consent:to=.6 concede=.5 decide:to|that=.58 resolve:to=.58 intend:to=.56
    vow:not|never|that=.58 relent=.55 donate=.56 earmark=.56 recommend:that|a|an|the=.5 opt:to=.56 vote:to=.6
    yield:on|to=.52
    capitulate:to=.58 cede=.52 waive=.55 proffer=.6 compromise:on=.55""",
    U: """abstain=.6 hesitate:-ing=.6 waver:on|over=.6 consider:-ing=.65 study:-ing=.65 weigh:-ing=.65
    review:-ing=.6 examine:-ing=.65 mull:-ing=.65 ponder:-ing=.6 assess:-ing=.55 contemplate:-ing=.6
    debate:-ing=.52 reconsider:-ing=.58 hedge=.52 equivocate=.58 prevaricate=.55 demur=.55 dither:over|on=.55""",
}  # fmt: skip
_SPEECH = """say tell add note announce state declare explain argue stress warn claim maintain report write reply
    respond comment emphasise emphasize underline underscore reiterate recall confirm tweet post believe
    think suggest indicate signal hint conclude acknowledge admit describe call insist caution assert
    contend reveal disclose remark observe affirm reaffirm repeat complain vow pledge promise agree
    predict predict counter clarify echo quip joke deny stipulate specify propose concede recommend fear
    feel hope regard deem view brand label make hold"""

_IRREGULAR: dict[str, tuple[str, str]] = {
    "say": ("said", "said"),
    "tell": ("told", "told"),
    "write": ("wrote", "written"),
    "think": ("thought", "thought"),
    "seek": ("sought", "sought"),
    "put": ("put", "put"),
    "withdraw": ("withdrew", "withdrawn"),
    "undertake": ("undertook", "undertaken"),
    "uphold": ("upheld", "upheld"),
    "feel": ("felt", "felt"),
    "underwrite": ("underwrote", "underwritten"),
    "give": ("gave", "given"),
    "hold": ("held", "held"),
    "make": ("made", "made"),
    "take": ("took", "taken"),
    "plead": ("pleaded", "pleaded"),
    "stand": ("stood", "stood"),
    "throw": ("threw", "thrown"),
    "cast": ("cast", "cast"),
    "speak": ("spoke", "spoken"),
    "see": ("saw", "seen"),
    "shoot": ("shot", "shot"),
    "stick": ("stuck", "stuck"),
    "hit": ("hit", "hit"),
    "forbid": ("forbade", "forbidden"),
    "forswear": ("forswore", "forsworn"),
    "let": ("let", "let"),
    "beseech": ("besought", "besought"),
    "have": ("had", "had"),
    "come": ("came", "come"),
    "go": ("went", "gone"),
    "get": ("got", "got"),
    "win": ("won", "won"),
    "find": ("found", "found"),
    "meet": ("met", "met"),
    "draw": ("drew", "drawn"),
    "run": ("ran", "run"),
    "lend": ("lent", "lent"),
    "keep": ("kept", "kept"),
    "leave": ("left", "left"),
    "fall": ("fell", "fallen"),
    "send": ("sent", "sent"),
    "read": ("read", "read"),
    "bring": ("brought", "brought"),
    "set": ("set", "set"),
    "shed": ("shed", "shed"),
    "lay": ("laid", "laid"),
    "pay": ("paid", "paid"),
    "know": ("knew", "known"),
    "break": ("broke", "broken"),
    "begin": ("began", "begun"),
    "rise": ("rose", "risen"),
    "bear": ("bore", "borne"),
    "show": ("showed", "shown"),
    "lose": ("lost", "lost"),
    "tear": ("tore", "torn"),
    "swing": ("swung", "swung"),
    "sink": ("sank", "sunk"),
    "strike": ("struck", "struck"),
    "beat": ("beat", "beaten"),
    "sit": ("sat", "sat"),
    "dig": ("dug", "dug"),
    "lean": ("leaned", "leaned"),
    "choose": ("chose", "chosen"),
    "fight": ("fought", "fought"),
    "lead": ("led", "led"),
}
_DOUBLED = {
    "commit": "committ", "veto": "vetoe", "prefer": "preferr", "slam": "slamm", "signal": "signall", "quip": "quipp",
    "scrap": "scrapp", "beg": "begg", "rebut": "rebutt", "bar": "barr", "shun": "shunn", "snub": "snubb",
    "abhor": "abhorr", "concur": "concurr", "demur": "demurr", "stop": "stopp", "plan": "plann", "drop": "dropp",
    "regret": "regrett", "admit": "admitt", "submit": "submitt", "ban": "bann", "label": "labell",
    "counsel": "counsell", "cancel": "cancell", "refer": "referr", "permit": "permitt", "omit": "omitt",
    "step": "stepp", "set": "sett",
}  # fmt: skip


def _parse(words: str, stance: Stance | None) -> list[Cue]:
    found: list[Cue] = []
    for item in words.split():
        text, _, weight = item.rstrip("~").partition("=")
        lemma, _, needs = text.partition(":")
        wanted = tuple(n for n in needs.split("|") if n and not n.endswith("_not")) if needs else ("*",)
        found.append(Cue(lemma, stance, wanted or ("*",), float(weight) if weight else 0.8))
    return found


def forms_of(lemma: str) -> dict[str, tuple[str, ...]]:
    """Return the forms of a verb by kind."""
    third = lemma + "s"
    stem = lemma
    if lemma.endswith(("s", "sh", "ch", "x", "o")):
        third = lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in "aeiou":
        third, stem = lemma[:-1] + "ies", lemma[:-1] + "i"
    past = stem + "d" if lemma.endswith("e") else stem + "ed"
    gerund = (lemma[:-1] if lemma.endswith("e") and not lemma.endswith("ee") else lemma) + "ing"
    pasts: tuple[str, ...] = (past,)
    gerunds: tuple[str, ...] = (gerund,)
    if lemma in _DOUBLED:
        doubled = _DOUBLED[lemma]
        pasts = (doubled + ("d" if doubled.endswith("e") else "ed"), past)
        gerunds = (doubled + "ing", gerund) if not doubled.endswith("e") else (gerund,)
    if lemma in _IRREGULAR:
        first, second = _IRREGULAR[lemma]
        return {"base": (lemma,), "third": (third,), "past": (first,), "participle": (second,), "gerund": gerunds}
    return {"base": (lemma,), "third": (third,), "past": pasts, "participle": pasts, "gerund": gerunds}


def _table(cues: list[Cue]) -> dict[str, list[Form]]:
    table: dict[str, list[Form]] = {}
    for cue in cues:
        for kind, words in forms_of(cue.lemma).items():
            for word in words:
                entry = table.setdefault(word, [])
                if not any(form.cue is cue and form.kind == "past" for form in entry):
                    entry.append(Form(cue, kind))
    return table


STANCE_FORMS: dict[str, list[Form]] = _table(
    [cue for stance, words in _STANCES.items() for cue in _parse(words, stance)]
)
SPEECH_FORMS: dict[str, list[Form]] = _table(_parse(_SPEECH, None))
# Forms of verbs that are as often nouns.
NOUN_LIKE = frozenset(
    (
        "calls demands offers pledges requests appeals claims reports plans vetoes backs hopes fears promises vows"
        " votes notes views reviews studies protests objects rules blocks contests disputes faults rebukes questions"
        " regrets comments remarks replies labels brands holds states signals hints posts tweets orders counters"
        " echoes challenges guarantees tables floats bars respects doubts discounts seconds praises feels invites"
        " call demand offer pledge request appeal claim report plan veto back hope fear promise vow vote note view"
        " review study protest object rule block contest dispute fault rebuke question regret comment remark reply"
        " label brand hold state signal hint post tweet order counter echo challenge guarantee table float bar"
        " respect doubt discount second praise support blame resolve pressure need advocate side sides bars"
        " charge charges compromise compromises compliment compliments censure scorn"
    ).split()
)

# Nouns that state a stance of their possessor, and the words one of which must follow.
NOUNS: dict[str, tuple[Stance, tuple[str, ...]]] = {
    "rejection": (R, ("of",)),
    "denial": (R, ("of", "that")),
    "rebuff": (R, ("of", "to")),
    "repudiation": (R, ("of",)),
    "non-recognition": (R, ("of",)),
    "unacceptability": (R, ("of",)),
    "inadmissibility": (R, ("of",)),
    "boycott": (R, ("of",)),
    "warning": (O, ("against", "of", "about", "that")),
    "warnings": (O, ("against", "of", "about", "that")),
    "protest": (O, ("against", "over", "at", "to")),
    "protests": (O, ("against", "over", "at", "to")),
    "complaint": (O, ("about", "over", "that", "against")),
    "complaints": (O, ("about", "over", "that", "against")),
    "disagreement": (O, ("with", "over")),
    "displeasure": (O, ("at", "over", "with")),
    "dismay": (O, ("at", "over", "that")),
    "outrage": (O, ("at", "over")),
    "anger": (O, ("at", "over")),
    "frustration": (O, ("at", "over", "with", "that")),
    "indignation": (O, ("at", "over")),
    "disappointment": (O, ("at", "over", "with", "that")),
    "unease": (O, ("about", "over", "at", "with")),
    "scepticism": (O, ("about", "over", "of", "towards", "toward")),
    "skepticism": (O, ("about", "over", "of", "toward", "towards")),
    "doubts": (O, ("about", "over", "that")),
    "denunciation": (O, ("of",)),
    "aversion": (O, ("to",)),
    "antipathy": (O, ("to", "towards")),
    "fears": (O, ("about", "over", "that")),
    "plea": (D, ("for", "to")),
    "pleas": (D, ("for", "to")),
    "ultimatum": (D, ("to", "that")),
    "desire": (D, ("for", "to", "that")),
    "wish": (D, ("for", "to", "that")),
    "appeals": (D, ("for", "to")),
    "exhortation": (D, ("to",)),
    "invitation": (F, ("to",)),
    "vow": (F, ("to",)),
    "assurance": (F, ("that", "of", "to")),
    "assurances": (F, ("that", "of", "to")),
    "guarantee": (F, ("that", "of", "to")),
    "offers": (F, ("to", "of")),
    "proposals": (F, ("to", "for", "on")),
    "pledges": (F, ("to", "of", "that")),
    "promises": (F, ("to", "of", "that")),
    "undertaking": (F, ("to", "that")),
    "intention": (F, ("to", "of")),
    "decision": (F, ("to",)),
    "resolve": (F, ("to",)),
    "determination": (F, ("to",)),
    "preparedness": (F, ("to", "for")),
    "agreement": (F, ("to",)),
    "consent": (S, ("to",)),
    "blessing": (S, ("to", "for")),
    "praise": (S, ("for",)),
    "solidarity": (S, ("with",)),
    "satisfaction": (S, ("with", "at", "over", "that")),
    "appreciation": (S, ("for", "of")),
    "sympathy": (S, ("for",)),
    "adherence": (S, ("to",)),
    "confidence": (S, ("in",)),
    "attachment": (S, ("to",)),
    "ambivalence": (U, ("about", "over", "on", "towards")),
    "uncertainty": (U, ("about", "over")),
    "neutrality": (U, ("on", "in", "over")),
    "refusal": (R, ("to", "of")),
    "dismissal": (R, ("of",)),
    "unwillingness": (R, ("to",)),
    "veto": (R, ("of", "on", "over")),
    "opposition": (O, ("to",)),
    "objection": (O, ("to",)),
    "objections": (O, ("to",)),
    "criticism": (O, ("of",)),
    "condemnation": (O, ("of",)),
    "resistance": (O, ("to",)),
    "reluctance": (O, ("to",)),
    "hostility": (O, ("to",)),
    "disapproval": (O, ("of",)),
    "reservations": (O, ("about", "over", "on")),
    "concern": (O, ("about", "over", "at", "that")),
    "concerns": (O, ("about", "over", "at", "that")),
    "misgivings": (O, ("about", "over")),
    "regret": (O, ("that", "at", "over")),
    "alarm": (O, ("at", "over")),
    "demand": (D, ("for", "that", "to")),
    "demands": (D, ("for", "that", "to")),
    "preference": (D, ("for", "is")),
    "call": (D, ("for", "on", "to")),
    "calls": (D, ("for", "on", "to")),
    "insistence": (D, ("on", "that")),
    "request": (D, ("for", "that", "to")),
    "requests": (D, ("for",)),
    "appeal": (D, ("for", "to")),
    "offer": (F, ("to", "of")),
    "proposal": (F, ("to", "for", "that")),
    "pledge": (F, ("to", "of", "that")),
    "promise": (F, ("to", "of", "that")),
    "commitment": (F, ("to",)),
    "readiness": (F, ("to", "for")),
    "willingness": (F, ("to",)),
    "openness": (S, ("to",)),
    "support": (S, ("for", "to")),
    "backing": (S, ("for", "to")),
    "endorsement": (S, ("of",)),
    "acceptance": (S, ("of",)),
    "approval": (S, ("of", "for")),
    "recognition": (S, ("of",)),
    "hesitation": (U, ("over", "about")),
    "indecision": (U, ("over", "on")),
}

# Adjectives behind "is", "was", "remains": stance, stance when negated, words one of which must follow.
ADJECTIVES: dict[str, tuple[Stance | None, Stance | None, tuple[str, ...], float]] = {
    "ready": (F, R, ("to", "for"), 0.7),
    "prepared": (F, R, ("to", "for"), 0.7),
    "willing": (F, R, ("to",), 0.7),
    "open": (S, R, ("to",), 0.65),
    "opposed": (O, S, ("to",), 0.8),
    "against": (O, S, ("*",), 0.7),
    "reluctant": (O, None, ("to",), 0.65),
    "unwilling": (R, F, ("to",), 0.75),
    "loath": (O, None, ("to",), 0.6),
    "loth": (O, None, ("to",), 0.6),
    "inclined": (S, O, ("to",), 0.55),
    "minded": (S, R, ("to",), 0.55),
    "eager": (D, None, ("to", "for"), 0.52),
    "anxious": (D, None, ("to", "for"), 0.52),
    "persuaded": (None, O, (), 0.6),
    "furious": (O, None, ("at", "over", "about", "that", "with"), 0.6),
    "angry": (O, None, ("at", "over", "about", "that", "with"), 0.6),
    "dismayed": (O, None, ("at", "by", "that", "over"), 0.6),
    "appalled": (O, None, ("at", "by", "that"), 0.6),
    "outraged": (O, None, ("at", "by", "that", "over"), 0.6),
    "shocked": (O, None, ("at", "by", "that"), 0.6),
    "horrified": (O, None, ("at", "by", "that"), 0.6),
    "frustrated": (O, None, ("at", "by", "with", "that"), 0.58),
    "dissatisfied": (O, None, ("with",), 0.62),
    "displeased": (O, None, ("with", "at", "by"), 0.62),
    "mindful": (None, None, (), 0.5),
    "united": (S, None, ("behind",), 0.55),
    "intent": (D, None, ("on",), 0.55),
    "determined": (F, None, ("to",), 0.56),
    "resolved": (F, None, ("to",), 0.56),
    "uncommitted": (U, None, (), 0.65),
    "agnostic": (U, None, ("on", "about"), 0.6),
    "evasive": (U, None, ("on", "about"), 0.55),
    "welcoming": (S, None, ("of",), 0.58),
    "appreciative": (S, None, ("of",), 0.58),
    "encouraged": (S, None, ("by", "that"), 0.62),
    "heartened": (S, None, ("by", "that"), 0.62),
    "proud": (S, None, ("to", "of"), 0.48),
    "delighted": (S, None, ("that", "by", "with", "at"), 0.6),
    "glad": (S, None, ("that",), 0.58),
    "troubled": (O, None, ("by",), 0.6),
    "disturbed": (O, None, ("by",), 0.62),
    "saddened": (O, None, ("by",), 0.58),
    "incensed": (O, None, ("by", "at", "over"), 0.6),
    "doubtful": (O, None, ("about", "of", "that"), 0.56),
    "pessimistic": (O, None, ("about",), 0.52),
    "cautious": (U, None, ("about", "on"), 0.55),
    "unable": (R, None, ("to",), 0.55),
    "committed": (F, None, ("to",), 0.65),
    "undecided": (U, None, (), 0.75),
    "sceptical": (O, None, ("of", "about"), 0.6),
    "skeptical": (O, None, ("of", "about"), 0.6),
    "wary": (O, None, ("of", "about"), 0.6),
    "critical": (O, None, ("of",), 0.65),
    "supportive": (S, O, ("of",), 0.7),
    "unhappy": (O, None, ("with", "about", "at"), 0.6),
    "unconvinced": (O, None, ("by", "of", "that"), 0.6),
    "hostile": (O, None, ("to",), 0.65),
    "concerned": (O, None, ("about", "by", "at", "over", "that"), 0.6),
    "adamant": (D, None, ("that",), 0.65),
    "convinced": (None, O, (), 0.6),
    "lukewarm": (O, None, (), 0.6),
    "happy": (S, None, ("with", "to"), 0.55),
    "disappointed": (O, None, ("by", "with", "that", "at"), 0.62),
    "alarmed": (O, None, ("by", "at"), 0.6),
    "noncommittal": (U, None, (), 0.7),
    "non-committal": (U, None, (), 0.7),
    "torn": (U, None, ("between", "over"), 0.6),
    "cool": (O, None, ("to", "on"), 0.6),
    "comfortable": (S, O, ("with",), 0.6),
    "satisfied": (S, O, ("with", "by"), 0.6),
    "keen": (D, None, ("to", "for", "on"), 0.5),
    "uneasy": (O, None, ("about", "with", "at"), 0.62),
    "worried": (O, None, ("about", "by", "that"), 0.58),
    "nervous": (O, None, ("about", "at"), 0.55),
    "suspicious": (O, None, ("of",), 0.58),
    "dismissive": (R, None, ("of",), 0.65),
    "receptive": (S, O, ("to",), 0.62),
    "sympathetic": (S, O, ("to",), 0.58),
    "resistant": (O, None, ("to",), 0.62),
    "ambivalent": (U, None, ("about", "on", "over"), 0.62),
    "divided": (U, None, ("over", "on"), 0.55),
    "adverse": (O, None, ("to",), 0.6),
    "averse": (O, None, ("to",), 0.6),
    "insistent": (D, None, ("that", "on"), 0.62),
    "favourable": (S, O, ("to",), 0.6),
    "favorable": (S, O, ("to",), 0.6),
    "pleased": (S, None, ("with", "that", "by"), 0.62),
    "grateful": (S, None, ("for",), 0.56),
}

# What a party that will not do says no to; what one that will do offers.
REFUSED = frozenset(
    (
        "accept agree sign support allow tolerate negotiate recognise recognize join discuss cede give"
        " surrender compromise withdraw yield back return concede permit endorse ratify lift pay take vote"
        " settle consider enter attend participate budge abandon relinquish leave hand be-forced cut"
        " approve open reopen renew extend bow move change drop disarm reduce stop halt release share fund"
        " finance contribute stand commit sit engage resume restart enter hand bargain deal rejoin vacate"
        " dismantle host grant sell buy transfer ship disclose"
    ).split()
)
PROMISED = frozenset(
    (
        "provide contribute release deliver cut reduce lift open reopen withdraw send pay invest increase"
        " extend double ratify sign fund finance host commit phase suspend halt stop end allocate mobilise"
        " mobilize grant share remove drop waive train donate restore resume comply honour honor implement"
        " publish protect match ease relax soften loosen guarantee station deploy double triple establish supply"
        " cooperate co-operate facilitate assist help dismantle destroy repatriate free pardon abolish repeal amend"
        " strengthen enhance expand boost intensify deepen accelerate upgrade safeguard uphold ensure"
        " revise reopen unfreeze unblock cede return accept support cap vacate disarm stand dedicate launch pursue"
    ).split()
)
APPROVED = frozenset("support back accept approve endorse welcome recognise recognize join vote".split())
# Verbs with which a party puts a noun of stance forward: "expressed support".
EXPRESS = frozenset(
    (
        "expressed expresses express voiced voices voice reiterated reiterates reiterate reaffirmed"
        " reaffirms reaffirm stressed restated repeated repeats signalled signaled declared underlined"
        " underscored confirmed confirms maintained maintains maintain announced announces stated"
        " emphasised emphasized indicated pledged renewed renews dropped softened withdrew lifted"
        " abandoned drops made makes issued lodged raised raises showed gave gives offered has have had"
        " conveyed registered hardened stepped welcomed received declare"
    ).split()
)
