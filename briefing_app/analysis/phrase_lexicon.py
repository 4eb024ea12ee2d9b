"""Set phrases that state a stance: of their subject, of whoever says them, of whom they name behind them.

In a phrase words follow one another; ``a|b`` are alternatives, ``~have`` any form of a verb, ``?the`` a word
that may be missing, ``*`` none to four words, none of them a negation, ``^`` none to three that are no prepositions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.analysis.cues import D, F, O, R, S, U, forms_of
from briefing_app.domain.position import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable

C = Stance.CONDITIONAL
Parts = tuple[frozenset[str], ...]
GAP = frozenset("*")
NEAR = frozenset("^")
_OWN = "its|their|his|her|our|my"

# Of the subject.
_OF_SUBJECT: tuple[tuple[Stance, float, str], ...] = (
    # for a thing
    (S, 0.6, "~tend to agree|support|back"),
    (S, 0.66, "~be|~remain|~stand steadfast|firm|resolute|unwavering|unshakable|strong|staunch in|as|by ^ support"
              "|commitment|solidarity|backing|determination"),
    (S, 0.56, "~be working|striving * to support|end|defeat|secure|restore|help|achieve|ensure|bring|build|promote"
              "|strengthen|prevent|protect|resolve|reach|find|establish"),
    (S, 0.6, "~consider|~regard|~see|~make|~count * main|major|top|key|central|highest|foremost objective|objectives"
             "|priority|priorities|goal|goals|aim"),
    (S, 0.68, "will|would|'ll|’ll not block|oppose|veto|obstruct|resist"),
    (O, 0.6, "~distance itself|themselves|himself|herself|ourselves from"),
    (D, 0.64, "~make * a|the condition|precondition|prerequisite of|for"),
    (D, 0.6, "would|'d|’d like to see"),
    (C, 0.58, "~have|~see no choice|option|alternative ?left but to"),
    (D, 0.56, "would|'d|’d like to join|attend|participate|take|have|get|keep|end|restore|build|buy|extend|expand"),
    (R, 0.62, "~draw|~set a|the|its|their red line|lines under|at|on|around"),
    (R, 0.6, "can|could take|accept|absorb|receive no more"),
    (S, 0.65, "is|are|was|were|be on * 's|’s side"),
    (S, 0.65, "~go along with"),
    (S, 0.65, f"~give {_OWN}|the|a|full|its * blessing|backing|consent|support|assent|approval|go-ahead"),
    (S, 0.65, f"~lend {_OWN} * support|backing|weight|voice to|behind"),
    (S, 0.68, "~come out|down in|on ?the favour|favor|side of"),
    (S, 0.65, "~speak|~argue|~pronounce ?out|?itself in favour|favor of"),
    (S, 0.62, "~see merit|value|benefits|promise in"),
    (S, 0.62, f"~assure * of {_OWN} * support|backing|solidarity|cooperation"),
    (S, 0.65, "~note|~take ?note with satisfaction|appreciation|approval|pleasure"),
    (S, 0.6, "would|'d|’d rather|sooner keep|stay|have|wait|delay|negotiate|talk|discuss|leave|start"),
    (S, 0.68, "~have|~see|~raise|~voice no * objection|objections to"),
    (S, 0.62, "~have|~see no objection|objections"),
    (S, 0.62, "~have|~see no * problem|problems|quarrel|difficulty with|in"),
    (S, 0.62, "~attach * importance to"),
    (S, 0.62, "~be|~get|~come on board with"),
    (S, 0.62, "~take|~have a favourable|favorable|positive view of"),
    (S, 0.6, "~look|~look favourably|favorably|kindly on|upon|at"),
    (S, 0.6, "~join ?the consensus"),
    (S, 0.56, "~be|~remain|~feel|~stay ?very|?fully|?quite confident|optimistic that|about|of"),
    (S, 0.66, "~be|~stand|~remain|~rally firmly|squarely|fully|solidly|strongly|right|four-square behind"),
    (S, 0.62, f"~put|~throw {_OWN}|full * weight|support behind"),
    (S, 0.6, "~be|~remain a|an|the * supporter|advocate|proponent|champion|backer|defender of"),
    (S, 0.6, "~give ?the ?a green light to"),
    (S, 0.6, "~take|~draw|~express comfort|encouragement|satisfaction|appreciation from|at|with|for|that"),
    (S, 0.6, "~express|~voice|~declare ?its|?our|?their * solidarity with"),
    (S, 0.58, "~stress|~underline|~underscore|~emphasise|~emphasize|~highlight|~reiterate|~reaffirm|~recall|~affirm"
              " the|its * importance|significance|value|centrality|primacy|urgency|role of"),
    (S, 0.55, "~make a|the * case for"),
    (S, 0.6, "~share the|this|that|its|their|our * goal|vision|aim|objective|commitment|conviction|determination"),
    (S, 0.58, "~find|~consider|~deem|~regard * acceptable|satisfactory|constructive|encouraging|reasonable|sensible"),
    (S, 0.56, "could|can live with|accept"),
    (S, 0.66, "would|'d|’d be glad|happy|pleased|delighted|relieved|content to see|hear|have"),
    (O, 0.66, "would|'d|’d be sorry|sad|dismayed|unhappy|alarmed to see|hear"),
    (S, 0.6, "would welcome|support|favour|favor|back|appreciate|prefer a|an|any|the|such|more|further|having"),
    (S, 0.72, "~have|~see no reason|grounds|cause to object|oppose|refuse|complain|block|stand"),
    (S, 0.74, "not stand in the way|path of"),
    (S, 0.6, "~come round|around to"),
    (S, 0.62, "~declare|~be|~stand|~express ?itself|?themselves|?on ^ in ^ solidarity with"),
    (S, 0.6, "~take the ?same view that|as"),
    (S, 0.6, "~lean|~tilt|~incline towards|toward"),
    (S, 0.6, "~warm to"),
    (S, 0.62, "~get|~swing|~rally|~line|~fall ?up behind"),
    (S, 0.62, "~give|~get ^ nod|thumbs-up to"),
    (S, 0.64, f"~put|~add|~sign {_OWN} name|names|signature to"),
    (S, 0.62, "~stand shoulder to shoulder with"),
    (S, 0.6, "~close ranks with|behind"),
    (S, 0.68, "~say|~answer|~reply yes"),
    (S, 0.6, "~wave|~nod|~vote ?it|?them|?the|?text|?deal|?bill through"),
    (S, 0.58, "~be|~remain|~seem ^ agreement|accord|sympathy with"),
    (S, 0.58, "~be|~remain keen on|about"),
    (S, 0.58, "~have kind|warm words for"),
    (S, 0.6, "~throw in its|their lot with"),
    (R, 0.64, "not ~consider|~regard|~see|~deem|~feel itself|themselves|himself|herself|ourselves|myself bound"),
    # against a thing
    (O, 0.68, "~note|~take|~view|~learn ?note with * concern|regret|alarm|dismay|disappointment"),
    (O, 0.65, "~take issue|exception|umbrage"),
    (O, 0.65, "~come|~speak|~stand|~hold ?out ?firm|?firmly|?strongly|?resolutely|?up against"),
    (O, 0.62, "would|'d|’d rather|sooner not|avoid * be|see|have|go|sign|join|take|discussing|talking"),
    (O, 0.62, "~take a dim view of"),
    (O, 0.6, "~look askance at"),
    (O, 0.62, "~have|~harbour|~harbor|~hold|~entertain * reservations|misgivings|doubts|qualms|concerns|objections"
              " about|over|with|to|on|regarding|as"),
    (O, 0.58, "~have * difficulty|difficulties|problem|problems|trouble with|accepting"),
    (O, 0.66, "~give * a ^ cool|cold|frosty|icy|chilly|hostile|lukewarm|guarded reception|welcome|response|answer"),
    (R, 0.64, "~put|~place * on ice|hold"),
    (O, 0.6, "~be no fan|friend|supporter of"),
    (O, 0.6, "~be|~remain a|an|the * opponent|critic of"),
    (O, 0.58, "~cry foul|wolf over|at"),
    (O, 0.62, "~lodge|~file|~deliver|~issue|~register|~make|~submit|~send * protest|protests|complaint|objection"
              "|objections|demarche|démarche|representations|condemnation"),
    (O, 0.6, "~pour|~throw cold water on"),
    (O, 0.6, "~take a stand|stance against"),
    (O, 0.6, f"~harden|~toughen|~stiffen {_OWN}|the * stance|position|line|tone|demands"),
    (O, 0.6, "~have no sympathy|patience|time for"),
    (O, 0.58, "not believe|think|consider|feel|agree ?that"),
    (O, 0.58, "not like|trust"),
    (O, 0.58, "not believe in"),
    (O, 0.56, "~have ^ doubts|misgivings|reservations|qualms"),
    (O, 0.62, "would have preferred|liked|wanted"),
    (O, 0.6, "~sound|~raise the alarm over|about"),
    (O, 0.62, "~pour|~heap scorn|contempt|derision|ridicule on|upon"),
    (O, 0.6, "~take aim|umbrage at"),
    (O, 0.62, "~be up in arms over|about|at|against"),
    (O, 0.6, "~make no secret of ^ unease|opposition|dislike|displeasure|discontent|anger|irritation|disapproval"),
    (O, 0.6, "~find|~pick fault|holes with|in"),
    (O, 0.58, "~sound|~strike a ^ note|tone of|on|about"),
    (O, 0.6, "~call|~throw ^ into question|doubt"),
    (O, 0.62, "~be|~remain dead set|opposed against"),
    (O, 0.58, "~have little time|patience|sympathy|enthusiasm|appetite for"),
    (O, 0.58, "~drag its|their|his|her feet|heels on|over"),
    (O, 0.56, "~have|~had hoped|wanted|expected for more|better"),
    (O, 0.58, "not see how|why"),
    (O, 0.6, "~lock|~cross horns|swords with"),
    (O, 0.58, "~raise * doubts|questions|eyebrows|objections over|about|to|at|with"),
    (O, 0.58, "~hold * responsible|accountable for"),
    (O, 0.56, "~put|~lay|~place|~pin the|?all blame on|for|at"),
    # a flat no
    (R, 0.65, "would|'d|’d rather|sooner see|have no"),
    (R, 0.65, "never ratified|signed|endorsed|joined|recognised|recognized|accepted"),
    (R, 0.62, "shelved|scrapped|abandoned * plan|plans|proposal|deal|treaty|agreement|bill|talks|draft|truce"),
    (R, 0.6, "~withdraw its|their|the proposal|draft|paper|offer|text|bid|amendment"),
    (R, 0.65, "~want nothing|none of|to"),
    (R, 0.6, "~deny that|any|having|all"),
    (R, 0.7, "~have no * intention|intentions|desire|wish|appetite|inclination|interest|use|plan|plans of|to|in|for"),
    (R, 0.66, "not intend|plan|wish|propose|mean to"),
    (R, 0.62, "not see ?any|?a|?the need|reason|grounds|point|merit|case|justification|basis|sense|role for|to|in"),
    (R, 0.66, "~see no|little need|reason|grounds|point|merit|case|justification|basis|sense|role for|to|in"),
    (R, 0.66, "not|neither in a|any position to"),
    (R, 0.64, "~be|~remain not|no ?longer bound by"),
    (R, 0.68, f"~turn {_OWN} back on"),
    (R, 0.68, "~close|~shut|~slam|~bar the door on|to"),
    (R, 0.68, "~say ?“ no ?” to"),
    (R, 0.64, "~give short shrift to"),
    (R, 0.62, "~be in no mood|hurry to"),
    (R, 0.64, "~vote|~throw|~strike ?it|?them|?the|?bill|?text|?deal down|out"),
    (R, 0.64, "~turn a deaf|blind ear|eye to"),
    (R, 0.62, "~show|~give no sign|signs|hint of budging|relenting|yielding|softening|moving|backing|giving|bending"),
    (R, 0.62, "~dig|~dug in ?its|?their heels"),
    (R, 0.64, f"~set {_OWN} face against"),
    (R, 0.66, "~have|~want no truck|part with|of|in"),
    (R, 0.62, "~pull the plug on"),
    (R, 0.6, "~tear|~rip up the|a|its|their"),
    (R, 0.6, "~hold|~gum up the|an|a|its|any"),
    (R, 0.64, "~say|~answer|~reply no"),
    (R, 0.58, "~scupper|~sink|~thwart|~stonewall|~obstruct the|any|all|efforts|attempts|a"),
    (R, 0.62, "~stand|~hold|~remain firm|fast|steadfast in|against|on"),
    (R, 0.6, "~renege|~backtrack|~welsh on"),
    (R, 0.68, "~have nothing to do with"),
    (R, 0.6, "~tell them|him|her|us no"),
    (R, 0.6, "~be|~remain|~stay|~stand unmoved|intransigent|unyielding|implacable"),
    (R, 0.68, "not|never|neither|nor hear|entertain|countenance|stomach|brook|budge|yield|flinch|bow|capitulate"),
    (R, 0.66, "not|never be bound|party|dictated|intimidated|bullied|pressured|cowed|blackmailed|coerced|part|forced"
              " by|to|into|of|in"),
    (R, 0.66, "not|never stand for"),
    (R, 0.66, "not|never give ?an|?any inch|ground|up|way|in"),
    (R, 0.6, f"~suspend|~freeze|~halt|~end {_OWN}|all * participation|cooperation|membership|involvement|ratification"),
    (R, 0.6, "~quit|~leave|~abandon|~exit the * talks|treaty|pact|accord|negotiations|convention|agreement|court"),
    (R, 0.6, "~break|~call off * talks|negotiations|contacts|dialogue"),
    (R, 0.6, "~cast|~use|~wield|~exercise its|a|the|their * veto|vetoes"),
    (R, 0.62, "~draw the|a * line at"),
    (R, 0.6, "~set out|down|its|their * red line|lines"),
    (R, 0.62, "~reject|~rule out any|all|the * possibility|idea|notion|prospect|suggestion"),
    (R, 0.6, "not|never recognise|recognize|accept"),
    # of others
    (D, 0.64, "~make it|this|that a|the condition|precondition"),
    (D, 0.66, "~stress|~underline|~underscore|~emphasise|~emphasize|~highlight|~reiterate|~reaffirm|~point|~affirm"
              " ?to the|a|an * need|necessity|obligation|obligations|duty for|of|to"),
    (D, 0.58, "~see a|an|the * need for|to"),
    (D, 0.62, "would|'d|’d like|wish|love * to see|be|have"),
    (D, 0.62, "~want|~wish to see"),
    (D, 0.6, "would|'d|’d like the|its|both|all|our|their|more|each|any * to"),
    (D, 0.64, "~join * in calling|urging|demanding|asking|pressing|appealing"),
    (D, 0.62, f"~join|~add|~repeat|~renew|~echo|~back|~lend {_OWN}|the * call|calls|appeal|appeals|demand|demands|voice"
              " for|to|on"),
    (O, 0.64, "~join * in opposing|rejecting|condemning|criticising|criticizing|denouncing|deploring"),
    (S, 0.64, "~join * in supporting|backing|welcoming|endorsing|praising"),
    (D, 0.62, "~set|~give|~issue|~impose|~deliver * deadline|ultimatum for|to|on"),
    (D, 0.6, f"~stand|~stick|~hold|~cling|~keep ?fast|?firm by|to {_OWN}|the|a|those|these * demand|demands|claim"
             "|claims"),
    (D, 0.55, "~put|~pile|~exert|~increase|~step ?up * pressure on"),
    (D, 0.56, "~lay|~stake ?a|?its claim to"),
    (D, 0.58, "~look to|for * to|for"),
    (D, 0.56, "~require * to"),
    (D, 0.6, "not settle|rest|stop for|until|with"),
    (D, 0.66, "~accept|~settle ?for nothing|no less|short than|of"),
    (D, 0.62, "~give * until|till"),
    (D, 0.56, "~lean on * to"),
    (D, 0.57, "~need ^ guarantees|assurances|clarity|commitments|reassurance|proof"),
    (D, 0.58, "~beat|~bang the drum for"),
    (D, 0.58, "~press|~plead|~argue the|its|their case for"),
    # of oneself
    (F, 0.64, "~announce|~unveil a|an|another|new|further|additional * grant|loan|contribution|donation|package|fund"
              "|funding|assistance"),
    (F, 0.7, f"~step|~scale|~ramp up {_OWN}|the * support|aid|assistance|contribution|contributions|funding|efforts"),
    (F, 0.7, f"~increase|~raise|~double|~triple {_OWN} * support|aid|assistance|contribution|contributions|funding"
              "|pledge"),
    (F, 0.6, "~extend|~issue|~renew|~send a|an|its|their|the * invitation|offer|hand|branch to"),
    (F, 0.6, "~hold|~dangle ?out the * prospect|possibility of"),
    (F, 0.6, "~be|~stand|~remain at * disposal"),
    (F, 0.62, "~give|~offer|~provide|~make|~convey a|an|its|firm|new|written|public * assurance|assurances|commitment"
              "|commitments|undertaking|undertakings|pledge|promise|guarantee|guarantees that|to|on|of"),
    (F, 0.62, "~give|~offer|~provide|~make|~convey assurances|guarantees|undertakings|commitments that|to|on|of"),
    (F, 0.62, f"~put|~lay|~place|~bring {_OWN}|a|an|the|new|two|three * on|to the table"),
    (F, 0.58, "~make ?a|?an|?its|?their|?further|?new offer|offers|counter-offer|counteroffer|proposal|bid|concession"
              "|concessions to|of|for|on"),
    (F, 0.56, f"~submit|~present|~circulate|~unveil|~outline|~draft a|an|the|{_OWN} * proposal|counter-proposal|draft"
              "|roadmap|blueprint|amendment"),
    (F, 0.57, "~show|~signal|~display|~promise * flexibility|restraint on|over|in"),
    (F, 0.6, f"~soften|~ease|~relax|~moderate|~shift {_OWN}|the * stance|position|demand|demands|line|terms"),
    (F, 0.58, "~give|~climb|~back way|ground|down|in on|over"),
    (F, 0.6, f"~drop|~abandon|~give|~waive|~withdraw|~renounce ?up {_OWN}|the|a|that|this|those * demand|demands"
             "|claim|claims|insistence"),
    (F, 0.6, "~meet * halfway|half-way"),
    (F, 0.66, "would|’d|'d be happy|glad|pleased|delighted|honoured to host|help|share|provide|contribute|send"),
    (F, 0.6, "~come up with a|an|its|the|new * proposal|offer|plan|compromise|formula|sum"),
    (F, 0.58, "~chip|~weigh|~step in with"),
    (F, 0.58, "~make|~put * available|forward to|for|at"),
    (F, 0.58, "not hesitate|shrink|shy ?away|?from to|from"),
    (F, 0.58, "~take|~assume ?on|?upon ?itself|?ourselves the|an|a * obligation|commitment|task to|of"),
    # not decided
    (U, 0.7, "yet to declare|commit|endorse|join|back|decide"),
    (U, 0.7, f"not declared itself|themselves|himself|herself|{_OWN}"),
    (U, 0.7, "not said|decided|indicated|announced|confirmed|made ?clear|?known whether|if it|they|he|she|we|to"),
    (U, 0.7, "not say|tell|disclose|reveal|indicate|speculate|confirm whether|if|how"),
    (U, 0.7, "not take|taken|taking a|any|its view|side|stand|stance|position"),
    (U, 0.7, "not take|taken|taking sides"),
    (U, 0.7, "~take no|?any * view|position|side|sides|stand"),
    (U, 0.62, "~seem|~appear|~sound less sure|certain|convinced|keen"),
    (U, 0.65, f"~keep|~leave {_OWN}|all|every * options|option open"),
    (U, 0.65, "~keep|~leave|~hold the|a|its * door|window open|ajar"),
    (U, 0.62, "~leave open"),
    (U, 0.64, "~refrain from expressing|taking|giving|stating ^ view|position|opinion|side|sides"),
    (U, 0.72, "not ready|prepared|willing|able to say|give|comment|commit|disclose|decide|answer|respond"),
    (U, 0.66, "would rather|sooner not say|comment|answer|discuss|speculate"),
    (U, 0.6, "~remain|~stay|~be neutral"),
    (U, 0.6, "~keep|~remain|~stay silent|quiet|tight-lipped|coy|vague|guarded|mum on|about|over"),
    (U, 0.66, "~stop|~fall short of"),
    (U, 0.64, "~sit|~be|~remain on the fence"),
    (U, 0.66, "~decline|~refuse to say|commit|take|rule|confirm|be|choose sides|whether|itself|themselves|a|out|drawn"
              "|if"),
    (U, 0.68, "neither support|supports|supported|endorse|endorsed|endorses|backed|backs|back|accepted|accepts|accept"
              "|for * nor"),
    (U, 0.62, "~need|~want|~ask|~request ?for more time"),
    (U, 0.6, "~give|~offer no|little indication|sign|commitment|hint of|that|whether|as|on"),
    (U, 0.6, "~take|~adopt a wait-and-see|cautious|noncommittal * approach|line|stance|attitude"),
    (U, 0.62, "not exclude|discount|foreclose"),
    (U, 0.6, "~be|~seem|~remain|~appear in two minds|?minds"),
    (U, 0.62, "~hedge|~hold|~keep|~bide its|their bets|fire|powder|counsel|time"),
    (U, 0.62, "~sit on its|their hands"),
    (U, 0.68, "~play|~stall|~ask for time"),
    (U, 0.6, "~wait to see whether|if|how|what"),
    (U, 0.6, "~take the|a * away to study|consider"),
    (U, 0.6, "~blow|~send ?hot|mixed signals|and"),
    (U, 0.58, "~need|~want|~ask to see|study|consult|examine|hear|reflect more|further|the|with|on"),
    # bound
    (C, 0.64, "~agree|~consent|~accept , ?but ?though provided|on|only|if|subject|so"),
    (C, 0.66, "~make * conditional|contingent|dependent on|upon"),
    (C, 0.62, "~have|~set|~name|~put ^ conditions|preconditions :"),
    (C, 0.6, "~set|~lay|~attach|~name|~spell|~list ?out|?down * conditions|preconditions for|on|to|before"),
    (C, 0.58, "~link|~tie|~condition|~peg its|their|any|the|further|all|every * to|on|upon"),
)  # fmt: skip

# Of whoever says them.
_SAID: tuple[tuple[Stance, float, str], ...] = (
    (D, 0.64, "~be|remains|seems ?absolutely|?therefore|?also imperative|essential|vital|crucial|critical|necessary"
              "|urgent|indispensable|incumbent that|for|to|on|upon"),
    (D, 0.6, "~be|remains ?very|?extremely|?equally important that"),
    (D, 0.64, "time has come|arrived to|for"),
    (D, 0.6, "what matters|counts * is that|to"),
    (D, 0.6, "is|’s|'s ?high|?now|?past time that|for|to|we|they"),
    (D, 0.56, "there is|was|’s|'s a|an ?urgent|?clear|?pressing|?dire need for|to"),
    (D, 0.56, "the onus|ball|burden is|was|rests|lies on|in|with"),
    (D, 0.6, "what is|was needed is"),
    (D, 0.6, "nothing short|less of|than"),
    (S, 0.6, "no ?viable|?other|?credible alternative|substitute to|for"),
    (S, 0.57, "the|a only|sole|best|surest|one|viable|credible ?and|?viable|?possible|?realistic|?sustainable|?lasting"
              " way|path|solution|route|option|basis|road|framework|format"),
    (S, 0.55, "is|are|was|remains|be a|the ?very cornerstone|bedrock|foundation|pillar of"),
    (O, 0.62, "no military|quick solution"),
    (O, 0.6, "no ?legal|?moral|?possible justification|excuse|place|room|reason|basis|grounds|validity for|in|to"),
    (O, 0.6, "no right|business to|in"),
    (O, 0.6, "no|nobody|neither ?country|?state|?power|?side|?party|?one has|have the|a|any right to"),
    (O, 0.64, "nothing can|could|will|would justify|excuse|legitimise|legitimize"),
    (O, 0.6, "not be|justify justified|excused|condoned|the"),
    (O, 0.58, "not the ?right way|answer|time|solution|path|moment|place|forum"),
    (O, 0.58, "bears|bear ?the full|sole|primary|heavy|entire ?and|?legal|?political responsibility for"),
    (O, 0.58, "responsibility lies|rests|falls entirely|solely|squarely|exclusively"),
    (O, 0.56, "runs|ran|flies|run|is|are counter|contrary to"),
    (O, 0.56, "flagrant|blatant|gross|grave|serious|manifest ?and|?material violation|violations|breach|contravention"
              "|defiance|disregard of|for"),
    (O, 0.57, "threatens|undermines|endangers|jeopardises|jeopardizes|undercuts|violates|contravenes|erodes|imperils"
              " the|our|its|any|international|peace|regional|all|efforts|trust|stability|security"),
    (O, 0.6, "is|are|was|were doomed|futile|pointless"),
    (O, 0.58, "will|would|can|could only bring|lead|make|cause|fuel|deepen|worsen|prolong|breed|harm|undermine"
              "|complicate|embolden|encourage|strengthen|inflame|increase|add|delay|hurt|help"),
    (O, 0.56, "~put|~puts|~place ^ at|in risk|danger|jeopardy|peril"),
    (R, 0.66, "no question|possibility of"),
    (R, 0.66, "brooks|brook|admits|allow|allows ?of no compromise|delay|exception|dissent|argument"),
    (R, 0.64, "no compromise|concession|concessions|bargaining on|over|about|with"),
    (R, 0.64, "no negotiations|negotiation|talks|discussion under|at gunpoint|duress|fire|pressure|threat|the"),
    (R, 0.66, "under no circumstances"),
    (O, 0.58, "is|’s|'s not for ^ to"),
    (R, 0.62, "not a|?subject|?up|?open matter|for|to * negotiation|bargaining|debate|discussion"),
    (R, 0.6, "plan|deal|agreement|accord|treaty|proposal|talks|process|it|that is|are|was|were dead"),
    (R, 0.62, "null and void"),
    (R, 0.62, "as without|lacking|devoid|bereft ?of ?any|?all ?legal foundation|basis|merit|force|validity|effect"),
    (S, 0.62, "have|has|enjoys|enjoy|commands our|my ^ support|backing|blessing|confidence"),
    (R, 0.62, "nobody|no-one|one|country|power|state can|will stop|dictate|force|prevent|impose|tell"),
    (R, 0.6, "with or without a|an|any|the|their|its|his * agreement|deal|consent|permission|approval|treaty"),
)  # fmt: skip

# Of whom they name behind them.
_OF_NAMED: tuple[tuple[Stance, float, str], ...] = (
    (S, 0.64, "~win|~gain|~get|~have|~enjoy|~receive|~secure|~earn|~attract|~draw|~find|~command|~carry ^ support"
              "|backing|approval|endorsement|blessing|praise|favour|favor|acceptance|sympathy of|from|with|among|in"),
    (O, 0.64, "~draw|~meet|~run|~attract|~spark|~provoke|~prompt|~trigger|~face|~elicit|~encounter|~hit|~arouse|~stir"
              " ?with|?into|?up ^ criticism|opposition|resistance|objections|condemnation|anger|protests|fury|outrage"
              "|unease|ire|scepticism|skepticism|pushback|backlash|disapproval from|in|of|by|with"),
    (R, 0.62, "~draw|~meet|~bring|~get|~receive ^ rejection|refusal|rebuff|no|veto|snub from|by"),
    (R, 0.66, "not|nothing|hardly|never|no|longer ^ acceptable to|for"),
    (R, 0.66, "unacceptable|anathema|intolerable to|for"),
    (R, 0.66, "~be|~remain|~cross a|the ?clear|?firm red line|lines for|to"),
    (R, 0.66, "~be|~remain ?a|?the no-go|anathema|non-starter|nonstarter|taboo for|to"),
    (S, 0.6, "~be|~remain|~seem ?broadly|?fully|?also acceptable|agreeable|welcome to"),
    (O, 0.6, "~be|~seem|~sound ?far|?much too high|low|little|much|far|slow|fast|weak|vague|costly|soon|late for"),
    (R, 0.6, "no|little appetite|enthusiasm|support|stomach|desire in|among|from"),
    (O, 0.6, "critics|critic|opponents|opponent|foes of|to ^ is|are|was|were|include|includes"),
    (S, 0.6, "supporters|backers|champions|advocates|proponents of ^ is|are|was|were|include|includes"),
    (D, 0.52, "at|on|upon the insistence|request|urging|behest of"),
    (O, 0.58, "over|despite|amid|ignoring|against ?the|?strong|?fierce objections|protests|opposition|misgivings"
              " of|from"),
)  # fmt: skip


def _expanded(word: str) -> frozenset[str]:
    """Return the words that may stand for one part of a phrase."""
    found: set[str] = set()
    for one in word.split("|"):
        if one == "~be":
            found |= {"is", "are", "was", "were", "been", "be", "'s", "’s", "am", "'re", "’re"}
        elif one in ("~have", "~do"):
            found |= {"have", "has", "had", "having"} if one == "~have" else {"do", "does", "did", "done", "doing"}
        elif one.startswith("~"):
            found |= {form for forms in forms_of(one[1:]).values() for form in forms}
        else:
            found.add(one)
    return frozenset(found)


def _variants(words: list[str]) -> list[list[str]]:
    """Return a phrase with and without each of the words that may be missing."""
    if not words:
        return [[]]
    rest = _variants(words[1:])
    head = words[0]
    if head.startswith("?"):
        with_it = "|".join(one.removeprefix("?") for one in head.split("|"))
        return [[with_it, *one] for one in rest] + rest
    return [[head.replace("|?", "|"), *one] for one in rest]


def compiled(rows: Iterable[tuple[Stance, float, str]]) -> dict[str, list[tuple[Stance, float, Parts]]]:
    """Return phrases by their first words, ready to be matched."""
    table: dict[str, list[tuple[Stance, float, Parts]]] = {}
    for stance, weight, words in rows:
        for variant in _variants(words.split()):
            parts = tuple(_expanded(word) for word in variant)
            for first in parts[0]:
                table.setdefault(first, []).append((stance, weight, parts))
    return table


OF_SUBJECT = compiled(_OF_SUBJECT)
SAID = compiled(_SAID)
OF_NAMED = compiled(_OF_NAMED)
