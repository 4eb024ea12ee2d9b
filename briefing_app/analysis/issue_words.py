"""Words that help to name an issue: verbs and nouns that tell nothing by themselves, and the nouns of verbs."""

from __future__ import annotations

from briefing_app.analysis.lexicon import MONTHS, WEEKDAYS

LIGHT_NOUNS = frozenset(
    (
        "need importance effort efforts attempt attempts use principle principles idea ideas notion news fact claim"
        " claims suggestion suggestions call calls request requests demand demands commitment commitments support"
        " proposal proposals offer offers plan plans possibility prospect move moves step steps decision decisions"
        " start process work way ways kind sort form part parts view views position question issue issues matter case"
        " number numbers series set range level levels time terms term spirit context light basis interest interests"
        " course result results readiness willingness right rights lack risk value goal goals aim aims purpose"
        " something anything nothing thing things one point points draft text paper document idea opportunity"
        " session resolution comments remarks statement statements report reports letter request"
        " party parties side sides outcome outcomes figure figures track hand threat objection objections people"
        " person country countries date goes member members meaning sense clause table"
        " implementation measure measures action actions package option options role"
    ).split()
)
"""Nouns that only lead to what is meant: "the proposal for a truce"."""

PASSED_ADJECTIVES = frozenset(
    (
        "important positive negative new first second third last next previous strong stronger strongest serious grave"
        " deep sincere horrific brutal outrageous terrible tragic significant major key vital crucial essential"
        " necessary welcome good better best bad worse worst great greater real true clear full fuller further"
        " additional more less other own same different certain possible early late recent current present future"
        " ongoing continued lasting meaningful credible constructive effective appropriate relevant specific particular"
        " general overall common total whole entire big large small high low long short immediate urgent swift rapid"
        " so-called apparent alleged such prepared ready able several many few both all each every any some proposed"
        " planned latest minimum maximum complete concrete durable genuine renewed"
    ).split()
)
"""Adjectives that do not tell one issue from another."""

TIMES = frozenset(
    (*WEEKDAYS, *MONTHS, "today", "yesterday", "tomorrow", "week", "weeks", "weekend", "month", "months", "year",
     "years", "day", "days", "hour", "hours", "morning", "evening", "night", "o'clock", "time", "future", "moment")
)  # fmt: skip
"""Words of times, which name no issue."""

EMPTY_VERBS = frozenset(
    (
        "be have do make take give get put let see go come become remain keep hold set bring find provide ensure allow"
        " help assist work continue try seek start begin lead play use want need accept consider discuss support back"
        " agree say tell call ask look pursue promote achieve reach respect receive show strive engage move act sign"
        " adopt implement address welcome face include propose offer reconsider contribute submit table present"
    ).split()
)
"""Verbs whose object says what is meant: "to accept a truce", "reach an agreement"."""

MONEYS = frozenset(
    (
        "dollar euro pound franc dinar rial riyal dirham rupee yuan yen won rouble ruble hryvnia zloty krona krone"
        " lira peso rand naira shilling baht riel kina taka dong ringgit rupiah shekel lari dram manat tenge som"
        " kyat leu lev birr cedi kwacha pula real sol bolivar quetzal tonne"
    ).split()
)
"""Moneys and measures whose amount is no issue by itself."""

_NOUNS = """
withdraw withdrawal
pull withdrawal
resign resignation
negotiate negotiations on
talk talks
meet meeting
compromise compromise
cooperate cooperation
recognise recognition
recognize recognition
release release
free release
extend extension
resume resumption
return return
exchange exchange
swap exchange
deploy deployment
disarm disarmament
destroy destruction
reduce reduction
increase increase
expand expansion
cut cut in
suspend suspension
halt halt to
stop end to
end end to
cease end to
inspect inspection
verify verification
monitor monitoring
pay payment
compensate compensation
ratify ratification
join membership of
expel expulsion
extradite extradition
prosecute prosecution
investigate investigation
punish punishment
attack attack on
invade invasion
occupy occupation
annex annexation
reform reform
enlarge enlargement
enrich enrichment
protect protection
evacuate evacuation
resettle resettlement
repatriate repatriation
admit admission
appoint appointment
elect election
vote vote
invite invitation
participate participation
attend attendance at
intervene intervention
mediate mediation
arbitrate arbitration
normalise normalisation
normalize normalization
lift lifting
impose imposition
remove removal
transfer transfer
deliver delivery
supply supply
export export
import import
surrender surrender
respond response
retaliate retaliation
interfere interference
divide division
share sharing
finance financing
fund funding
dismantle dismantling
close closure
open opening
reopen reopening
hand handover
restore restoration
rebuild rebuilding
build building
construct construction
create creation
establish establishment
comply compliance
adhere adherence
apply application
violate violation
condemn condemnation
isolate isolation
sanction sanctions on
blockade blockade
arrest arrest
detain detention
kill killing
""".strip().splitlines()

ACTION_NOUNS = {verb: " ".join(noun) for verb, *noun in (line.split() for line in _NOUNS)}
"""The noun of what a verb does, with the preposition that leads to its object where that is not "of"."""
