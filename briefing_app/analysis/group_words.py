"""Nouns by which texts speak of parties without naming them."""

from __future__ import annotations

from briefing_app.analysis.name_lexicon import ROLE_NOUNS

GROUPS = frozenset(
    (
        "ministry government country delegation bloc union company group commission agency kingdom"
        " alliance movement rebels side nation state authorities administration team carrier firm employer"
        " association organisation organization body council committee federation court board authority"
        " fund bank party unions workers regulator republic island militia fighters faction coalition"
        " presidency secretariat rebel operator manufacturer airline port lender creditors grouping"
        " cabinet parliament army military mission consortium command leadership chamber school hospital"
        " institute agency front junta province territory leadership embassy congress senate legislature electorate"
    ).split()
)
PUBLIC = frozenset("majority percent voters respondents citizens polls poll survey residents public households".split())
COMMENTATORS = frozenset(
    (
        "analyst analysts professor expert experts economist economists researcher researchers historian"
        " fellow lecturer author columnist observer observers critics commentator commentators scholar"
        " academic trader traders resident residents citizen journalist reporter student strategist"
        " political-scientist"
    ).split()
)
SPEAKING = (
    ROLE_NOUNS
    | frozenset(
        (
            "official officials diplomat diplomats negotiators ministers lawmakers leaders aides envoys"
            " sources source spokespeople rulers"
        ).split()
    )
    | frozenset(f"{noun}s" for noun in ROLE_NOUNS)
)
COLLECTIVES = frozenset(
    (
        "bondholders creditors employers unions dockers fishermen fishers nurses teachers drivers growers"
        " makers rebels opposition protesters workers manufacturers campaigners activists"
        " environmentalists groups farmers lenders shipowners carriers miners producers exporters"
        " retailers pilots doctors conservationists lawmakers shippers industry sector insurers investors"
        " landowners tribes communities students publishers studios writers actors grinders soldiers politicians exiles"
        " settlers separatists militants insurgents demonstrators refugees survivors veterans bishops clerics"
        " republicans democrats conservatives islamists nationalists"
        " municipalities associations charities villagers legislators"
    ).split()
)
RELATIONS = frozenset(
    (
        "husband wife son daughter brother sister father mother widow lawyer lawyers attorney attorneys family"
        " relatives supporters followers opponents critics rivals rival predecessor successor biographer friend"
        " friends killers"
    ).split()
)
# Who is called so does not speak for the state named beside him.
APART = frozenset("opposition exiled dissident independent jailed separatist rebel guerrilla".split())
STATE_TITLES = frozenset("minister president chancellor premier secretary ministry government foreign".split())
BOTH = frozenset(
    (
        "sides parties countries governments delegations leaders nations neighbours neighbors states"
        " ministers presidents two"
    ).split()
)
BLOC_NOUNS = frozenset("countries states nations islands economies exporters producers importers employers".split())
BLOC_ADJECTIVES = frozenset(
    (
        "developing island poorer poor richer rich wealthy wealthier developed least-developed coastal"
        " landlocked upstream downstream oil-producing high-ambition vulnerable donor creditor producing"
        " plastic-producing small member industrialised industrialized emerging fishing"
        " petrochemical-producing low-lying creditor"
    ).split()
)
