"""More words that tell what a capitalised run names: what names end in, start with, and stand beside."""

from __future__ import annotations

from briefing_app.analysis.name_lexicon import HEADS as _FEWER
from briefing_app.analysis.name_lexicon import OPEN_HEADS as _FEWER_OPEN
from briefing_app.analysis.name_lexicon import TITLES as _FEWER_TITLES
from briefing_app.analysis.name_lexicon import WEAK_HEADS as _FEWER_WEAK
from briefing_app.domain.entity import EntityKind

_MORE: dict[EntityKind, str] = {
    EntityKind.ORG: "forum initiative campaign consultancy logistics courier wire gazette observer monitor mail"
    " telegraph daily review chronicle echo bulletin register examiner inquirer radio television broadcasting"
    " telecom petroleum pharmaceuticals technologies solutions securities insurance ventures enterprises shipping"
    " airline brotherhood guild fellowship battalion regiment division wing fleet corps militia legion academy"
    " laboratory laboratories registry panel embassy consulate synod diocese squadron task-force intelligence"
    " magazine newspaper agencies councils committees orchestra choir conservancy cartel cooperatives gmbh ag sa"
    " llc llp spa nv bv fze ngo collegium embassies petrochemicals minerals resources refining telecoms"
    " communications editors publishers studios records pictures entertainment hospitals growers' anglers"
    " pilots drivers dockers fishers ferrymen fishermen residents parents students writers journalists doctors lawyers"
    " miners seafarers skippers engineers capital energy foods asset trading advisory"
    " force rally relief solidarity veterans mothers pensioners scouts greens democrats republicans liberals socialists"
    " conservatives",
    EntityKind.LAW: "award framework communiqué communique roadmap armistice ordinance decree concordat amendment"
    " deal plan principles guidelines strategy rules settlement truce mandate directives regulations laws"
    " undertaking entente modalities blueprint compromise amendments decision",
    EntityKind.EVENT: "battle siege"
    " biennial olympiad championship championships marathon carnival centenary referendum intifada"
    " cyclone typhoon hurricane tsunami exhibition fair roundtable",
    EntityKind.FAC: "light lighthouse suite bazaar market pier quay wharf jetty docks mall plaza arena theatre theater"
    " library shrine monastery abbey basilica synagogue temple cemetery memorial monument fort fortress citadel"
    " bunker depot airfield airbase airstrip cosmodrome shipyard dockyard mill penitentiary jail resort inn lodge"
    " compound boulevard motorway freeway expressway viaduct aqueduct weir sluice dyke levee room lock locks"
    " terminals pipelines gate ferry railway railroad interconnector causeway ballroom auditorium lounge"
    " residence embankment crossroads colosseum chapel pavilion headquarters works clinic substation roundabout"
    " underpass landfill marina velodrome stadium"
    " coalfield oilfield gasfield airbase interconnector",
    EntityKind.LOC: "rock rocks sands pass peak pinnacle massif volcano cove fjord firth loch lagoon marsh"
    " swamp headland promontory cliffs gorge canyon ravine cave caves steppe savannah savanna oasis plain plains"
    " prairie moor wilderness range shelf seamount trough waters fjords springs falls waterfall rapids rainforest"
    " line block lakes seas rivers bight sound keys cays islets isle isles skerries"
    " strand dunes foothills lowlands uplands woods bluff passage anchorage narrows mount hills beach",
    EntityKind.GPE: "borough parish commune department territory republic kingdom federation",
}
HEADS: dict[str, EntityKind] = {
    **{word: kind for kind, words in _MORE.items() for word in words.split()},
    **_FEWER,
    "department": EntityKind.ORG,
    "federation": EntityKind.ORG,
    "railway": EntityKind.FAC,
}
OPEN_HEADS = _FEWER_OPEN | frozenset(
    "rally initiative campaign forum award framework panel decision regulation directive archbishopric bishopric"
    " battle siege"
    " embassy decree ordinance territory federation archipelago museum palace tower hall house castle square rock"
    " valley isle lake airport crossing chamber society brotherhood friends mothers women workers law".split()
)
# Words that are as often no part of a name: they make one only behind a word that is no English word or is a place.
WEAK_HEADS = _FEWER_WEAK | frozenset(
    "force rally relief solidarity"
    " initiative campaign courier wire monitor mail daily review echo bulletin register radio television shipping"
    " airline division wing fleet corps panel insurance securities communications resources minerals records"
    " pictures entertainment agencies councils committees editors publishers magazine newspaper logistics"
    " pilots drivers dockers fishers ferrymen fishermen residents parents students writers journalists doctors lawyers"
    " miners seafarers skippers engineers capital energy foods asset trading advisory"
    " anglers veterans mothers pensioners intelligence solutions technologies enterprises ventures"
    " award framework roadmap deal plan principles guidelines strategy rules settlement truce mandate directives"
    " regulations laws undertaking modalities blueprint compromise amendments amendment decision decree"
    " referendum fair light room suite market gate lock locks mill works residence headquarters crossroads ferry"
    " terminals pipelines rock rocks pass peak plain plains range shelf waters springs falls block sound"
    " line strand passage hills woods beach cliffs republic kingdom territory parish commune borough ngo sa ag"
    " observer examiner embassy clinic lounge communiqué communique mount".split()
)
# Heads that are surnames too: "Anita Hill", "Jack Straw".
SURNAMES = frozenset(
    "hill hills wood woods banks rock brook field marsh moor heath hall park lake bridge church house castle rivers"
    " bush stone west north ford wells pope bishop abbey forest king prince marshall sands beach cove light room"
    " gates gate mill mills post bell fields pond glen dale wall rice street bank lane way long short flood"
    " pike peak range waters falls temple lodge sound plain ferry lock guard wing young case day party dean"
    " power court post canal rose fort monitor strand bond".split()
)
# Words that start a name: what follows belongs to it.
LEADS: dict[str, EntityKind] = {
    **dict.fromkeys(
        "mount mt lake loch lough cape jebel jabal gebel wadi nahr shatt lac mont monte cerro rio río isla île"
        " isle sierra volcán ras".split(),
        EntityKind.LOC,
    ),
    **dict.fromkeys(
        "fort camp hotel villa palais palazzo château chateau rue via calle avenida avenue boulevard plaza piazza"
        " schloss haus ulitsa highway interstate pier gate terminal mole runway checkpoint palacio palácio"
        " castillo burj estadio estádio puente".split(),
        EntityKind.FAC,
    ),
    **dict.fromkeys(
        "vila vale port puerto porto ciudad santa santo san são sankt saint st new nova novo bandar kota boa bad deir"
        " beit kafr khan tell tel nueva nuevo upper lower".split(),
        EntityKind.GPE,
    ),
    **dict.fromkeys("operation hurricane typhoon cyclone".split(), EntityKind.EVENT),
    **dict.fromkeys(
        "jornal gazeta folha noticias banque banco banca"
        " frente partido parti partito diario journal syndicat sindicato ministerio ministère"
        " ministero movimiento mouvement movimento universidad université universidade università instituto comisión"
        " comissão compañía compagnie companhia société sociedad fundación fondation fundação asociación associação"
        " coalición alianza consejo conseil conselho agencia agence agência unión confederación confédération"
        " federación fédération comité cámara congreso asamblea assemblée cooperativa coopérative grupo groupe"
        " gruppo organización organisation-internationale verband bund bundesverband gewerkschaft stiftung".split(),
        EntityKind.ORG,
    ),
}
TITLES = _FEWER_TITLES | frozenset(
    "under-secretary undersecretary-general assistant-secretary h.e."
    " sheikha mawlawi maulana mullah mufti monsignor msgr padre vice-chancellor vice-premier vice-minister"
    " prosecutor detective inspector sheriff constable magistrate subcomandante comandante councillor councilman"
    " councilwoman alderman alderwoman sgt cpl pvt spc pfc msgt ssgt adm cmdr cdr cmdre rear-admiral vice-admiral"
    " private corporal airman specialist petty wing group-captain spokesmen crown princes ex-president"
    " ex-minister ex-premier minister-president vice-chair vice-chairman vice-chairwoman deputy-president"
    " co-president co-leader co-founder founder ministers presidents senators governors professors generals"
    " doctor shaikh shaykh sayyid seyyed hojatoleslam grand-ayatollah patriarch metropolitan rt-hon viscount earl"
    " duke duchess count countess marquess maharaja nawab rajah ratu tui oba emira mgr sr sra señor señora"
    " monsieur madame mme herr frau signor signora don doña ing dipl-ing prof-dr dr-ing envoys"
    " high-representative first-minister taoiseach-elect spokesman-designate minister-designate"
    " president-designate premier-elect governor-general consul consul-general chargé attaché registrar"
    " provost rector dean chaplain archdeacon deacon elder pastor vicar friar abbot prior nun".split()
)
# Nouns right before or behind a name that say what it is: "the newspaper X", "the town of X", "the X district".
BESIDE: dict[str, EntityKind] = {
    **dict.fromkeys(
        "newspaper daily weekly broadcaster company firm carrier airline group party movement magazine publisher"
        " retailer automaker carmaker bank lender charity union conglomerate subsidiary startup start-up militia"
        " operator insurer refiner miner shipper utility network station channel website portal think-tank agency"
        " consultancy manufacturer supplier developer brewer distributor club team band label orchestra tribe"
        " faction".split(),
        EntityKind.ORG,
    ),
    **dict.fromkeys(
        "city town village port hamlet suburb capital district province county municipality prefecture"
        " governorate neighbourhood neighborhood oblast settlement township commune stronghold hometown outskirts"
        " enclave borough state republic kingdom principality".split(),
        EntityKind.GPE,
    ),
    **dict.fromkeys(
        "river lake island islet valley mountain volcano strait peninsula reef shoal bay gulf glacier desert atoll"
        " creek lagoon ridge archipelago estuary sea ocean plateau basin cape canyon delta rock".split(),
        EntityKind.LOC,
    ),
    **dict.fromkeys(
        "prison dam airport bridge airbase crossing barracks refinery mine stadium hotel hospital palace mosque"
        " cathedral checkpoint reactor jail monastery temple lighthouse pipeline railway highway tunnel reservoir"
        " harbour harbor shipyard airfield smelter".split(),
        EntityKind.FAC,
    ),
}
PERSON_NOUNS = frozenset(
    "candidate politician dissident cleric warlord militant gunman suspect defendant rapper musician trumpeter"
    " pianist guitarist golfer footballer midfielder goalkeeper swimmer cyclist boxer wrestler champion winner rival"
    " teammate skater sprinter filmmaker photographer designer artist poet writer novelist philosopher"
    " theologian scholar physicist chemist doctor surgeon barrister shopkeeper baker villager survivor"
    " witness victim astronaut pilot billionaire tycoon entrepreneur investor son daughter wife husband brother"
    " sister father mother uncle aunt cousin nephew niece widow friend predecessor successor incumbent"
    " challenger opponent businessman businesswoman contractor hostage leader-in-waiting correspondent presenter"
    " announcer interpreter translator trader stateswoman statesman ex-president ex-minister candidate-elect"
    " veteran soldier sergeant chieftain elder preacher imam priest nun monk activist blogger broadcaster"
    " comedian composer conductor dancer director producer screenwriter playwright sculptor painter".split()
)
# Words English writes with a capital that name nobody: faiths, tongues, prizes, ideas, stars, illnesses.
PROPER_WORDS = frozenset(
    "islam islamic islamist islamists christianity judaism hinduism buddhism sikhism catholicism protestantism sharia"
    " shariah quran koran bible gospel olympic olympics paralympic nobel oscar oscars grammy grammys internet web"
    " maoist maoists marxist marxists leninist stalinist communist communists communism socialist nazi nazis nazism"
    " fascist zionist zionism zionists ebola covid zika sars h5n1 aids mars venus jupiter saturn earth moon sun"
    " persian hebrew latin mandarin cantonese swahili urdu hindi bengali french-speaking english-language"
    " prophet messiah almighty allah jihad hajj eid ramadan diwali passover hanukkah yuletide halloween thanksgiving"
    " roman orthodox evangelical anglican methodist baptist lutheran presbyterian mormon pentecostal congressional"
    " presidential parliamentary victorian edwardian elizabethan georgian-era renaissance gothic baroque jurassic"
    " martian martians lunar solar atlantic-wide himalayan alpine saharan dr. euros euro dollars noes ayes hon"
    " excellency excellencies highness majesty madam colleagues ladies gentlemen sirs honourables"
    " mr ms mrs email e-mail facebook twitter youtube instagram wi-fi dvd gps".split()
)
