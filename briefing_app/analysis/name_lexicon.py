"""Words that tell what kind of thing a capitalised run of words names."""

from __future__ import annotations

from briefing_app.domain.entity import EntityKind

_HEADS: dict[EntityKind, str] = {
    EntityKind.ORG: "ministry ministries department office agency commission council committee parliament"
    " assembly senate congress court tribunal bank fund organization organisation union unions federation"
    " confederation association alliance coalition league party front movement army forces brigade"
    " brigades guard guards navy authority administration board bureau institute institution university"
    " college school centre center foundation trust society network group corporation company inc ltd"
    " corp plc airlines airways motors industries holdings partners times post news journal tribune herald"
    " service services secretariat cabinet chamber club bloc mission police command workers teamsters"
    " treasury watch international community consortium cooperative syndicate observatory church quartet"
    " directorate inspectorate legislature bundestag knesset duma delegation presidency house taskforce"
    " programme program caucus collective operators owners growers nurses teachers farmers forum monitor courier"
    " gazette herald chronicle telegraph observer logistics shipping technologies systems pharmaceuticals ventures"
    " securities intelligence advisers advisors bancorp telecom llc gmbh fze sa spa nv bv ab oyj pty petroleum steel"
    " mines bankers exporters importers producers platform taskforce mechanism facility wing hezb brigades",
    EntityKind.LAW: "agreement agreements treaty protocol protocols convention accord accords pact act"
    " charter constitution resolution directive regulation declaration covenant statute memorandum code"
    " compact statutes bill law arrangement understanding award decree ordinance plan roadmap doctrine amendment",
    EntityKind.EVENT: "summit conference games olympics cup round festival revolution war week congress"
    " expo dialogue talks process biennale uprising massacre earthquake",
    EntityKind.FAC: "airport bridge port dam palace hall stadium hotel square street avenue tower station"
    " plant base crossing terminal pipeline hospital building barracks prison camp checkpoint road highway"
    " tunnel reactor harbour harbor mine refinery museum mosque cathedral barrage reservoir villa castle"
    " chancellery crossings resort suite room bazaar market lodge synagogue courthouse compound embassy terminal",
    EntityKind.LOC: "sea ocean river lake gulf strait straits bay island islands mountain mountains valley"
    " peninsula desert basin delta coast cape heights channel archipelago plateau horn atoll reef shoal"
    " canal hemisphere belt ridge sahara forest glacier trench zone corridor wetlands estuary creek highlands block"
    " rock shelf triangle plain plains steppe oasis falls springs woods marshes",
    EntityKind.GPE: "province county district oblast governorate prefecture township municipality"
    " voivodeship canton raion emirate",
}  # fmt: skip
HEADS: dict[str, EntityKind] = {word: kind for kind, words in _HEADS.items() for word in words.split()}
# Heads after which "of", "for", "on" and "against" go on with the name.
OPEN_HEADS = frozenset(
    "ministry department office agency commission council committee court bank fund organization"
    " organisation union federation confederation association alliance coalition league party front"
    " movement army authority board bureau institute institution university college school centre center"
    " foundation society network group community assembly parliament house chamber secretariat gulf strait"
    " straits bay sea cape island islands horn convention treaty protocol charter declaration agreement"
    " covenant statute pact accord act code constitution conference congress port republic kingdom state"
    " union bill compact directorate forum memorandum workers gulf mission service battle university"
    " principality commonwealth round".split()
)
# Too general to be a name alone or behind an adjective only.
WEAK_HEADS = frozenset(
    "office service services group board house company mission post news times watch international"
    " program programme forces workers week talks process war round zone coast act law bill base camp"
    " road street plant station port mine hall club front command police presidency delegation unions"
    " administration operators owners growers nurses teachers farmers code arrangement understanding"
    " community corridor school party movement dialogue game room market compound plan block rock terminal platform"
    " mechanism facility wing intelligence shipping steel mines systems plain plains falls springs woods amendment"
    " decree resort suite monitor observer embassy triangle shelf sa ab".split()
)

TITLES = frozenset(
    "president minister premier chancellor king queen prince princess emir emperor sultan sheikh sheik"
    " ayatollah pope cardinal archbishop bishop imam rabbi general colonel major lieutenant captain"
    " commander admiral marshal ambassador envoy spokesman spokeswoman spokesperson director commissioner"
    " chairman chairwoman chairperson chair senator governor mayor mr mrs ms dr prof professor judge"
    " justice sir lord lady dame baroness rep sen gen secretary secretary-general director-general"
    " undersecretary vice-president negotiator representative coordinator mediator adviser advisor"
    " speaker congressman congresswoman lawmaker mp mep leader chief comrade deputy premier-designate"
    " president-elect attorney ombudsman rapporteur delegate facilitator co-chair taoiseach tánaiste"
    " under-secretary-general sec solicitor treasurer brigadier sergeant gov col maj lt capt hon"
    " honourable honorable dato datuk haji reverend rev tun".split()
)
TITLE_TAILS = (
    ("of", "state"), ("of", "defense"), ("of", "defence"), ("of", "staff"), ("of", "the", "treasury"),
    ("of", "commerce"), ("of", "foreign", "affairs"), ("of", "energy"), ("of", "agriculture"),
    ("of", "trade"), ("of", "finance"), ("of", "the", "interior"), ("of", "labor"), ("of", "labour"),
)  # fmt: skip
TITLE_MODIFIERS = frozenset(
    "prime foreign defence defense finance trade environment interior justice health energy agriculture"
    " fisheries labour labor economy economic industry commerce culture education transport water climate"
    " migration home housing planning budget development deputy vice former acting interim first second"
    " special senior chief lead permanent assistant associate executive managing crown grand supreme high"
    " top national security presidential state general under european external affairs action treasury"
    " attorney union opposition majority minority house party press government foreign-policy external"
    " infrastructure science digital policy and irrigation resources mining petroleum oil gas forestry"
    " land lands rural social employment immigration public enterprise tourism campaign regional"
    " ceasefire peace humanitarian brigadier lieutenant major rear air field principal".split()
)
ROLE_NOUNS = frozenset(
    "spokesman spokeswoman spokesperson minister president envoy negotiator ambassador secretary director"
    " chairman chairwoman chair leader commissioner adviser advisor chief analyst professor economist"
    " researcher lawyer activist farmer mayor governor senator lawmaker official general commander"
    " coordinator delegate representative head diplomat scientist expert author founder fisherman teacher"
    " nurse steward chairperson premier chancellor king prince deputy boss executive organiser organizer"
    " campaigner mediator facilitator rapporteur fellow lecturer historian biologist trader fisher skipper"
    " driver worker speaker colleague counterpart host moderator journalist reporter columnist rebel"
    " secretary-general director-general co-chair legislator aide economist strategist citizen resident"
    " negotiators actor actress singer striker coach captain manager engineer attorney judge".split()
)

FIRST_NAMES = frozenset(
    """aaron abbas abdel abdelfattah abdelmajid abdul abdulaziz abdulla abdullah abebe abel abiy abraham adam adel
    adrian adriana agnes ahmad ahmed aida aisha akio alain alan albert alberto alejandro aleksandar aleksandr
    alena alessandro alex alexander alexandra alexei alexey alexis alfred ali alice alicia alina alison allan amal
    amanda amara amina amir amit amos amr amy ana anders andre andrea andreas andrei andres andrew andrey andriy
    andrzej angela angelina anna annalena anne anne-marie annette anthony anton antonia antonio antony antónio
    anwar arash aref arif arjun arnold arthur arturo asif asim askar astrid aung ayesha aziz barbara barry bashar
    beata beatrice ben benazir benjamin benny berhane bernard bernardo beth bill binyamin bjorn boaz bob bola
    boris brad brenda brian bridget bruce bruno camila carl carla carlos carmen carol carolina caroline carsten
    catherine cecilia celia celso cesar chandra charles charlotte chen chiara chloe chris christian christiana
    christina christine christopher claire clara claudia claudio colin connor constance cristina cyril dalia
    damian dan dana daniel daniela danielle danny dario david davide dawit deborah deepak denis dennis derek
    desmond diana diane diego dieter dina dinesh dmitri dmitry dmytro dominic dominique donald donna dorin doris
    dorothy doug douglas duncan dylan eduardo edward edwin eileen elena eli elias elizabeth ella ellen elsa emeka
    emil emilia emily emma emmanuel enrique eric erica erik erika ernest ernesto esther ethan eugene eva evelyn
    ezra fabio faisal farah farid farouk fatima fatou felipe felix ferdinand fernanda fernando filip fiona
    florence francesca francesco francis francisco francois frank franz françois fred frederic frederick frederik
    friedrich fumio gabriel gabriela gareth gary gavin geert gemma gennady geoffrey george georges georgia gerald
    gerard gergely gerhard ghassan gideon giorgia giovanni gita giulia giuseppe glenn gloria gonzalo gordon grace
    graham greg gregory greta guido guillermo gunther gustav gustavo guy habib hadi haile hakainde hakan hamad
    hamid hamza hana hanna hannah hans harald hari harold harriet harry harsh haruka hasan hassan heather hector
    heidi heiko helen helena helga henri henrik henry herbert herman hideki hilary hiroshi holly hugo hussein ian
    ibrahim ida igor ihor ilham ilya imran ines ingrid irene irina isaac isabel isabella isabelle ismail ivan
    ivana ivo jack jacob jacqueline jacques jake jakob jamal james jamie jan jana jane janet janez jason javad
    javier jean jean-claude jean-luc jean-marc jean-noël jean-pierre jean-yves jeff jeffrey jennifer jens jeremy
    jerome jerry jessica jesus jill jim jimmy jo joachim joan joanna joao joaquin joe joel johan johanna johannes
    john jon jonas jonathan jorge jose josef josep joseph josh joshua josé joyce joão juan judith judy julia
    julian juliana julie julien julio julius jun jung jurgen justin kaja karen karim karin karl karla kassym kate
    katherine kathleen kathryn katja katrin kaveh keiko keir keith kelly ken kenji kenneth kerry kevin khaled
    khalid kim kimberly kiran klaus kofi konstantin kristalina kristen kristina kumar kwame kwesi kyle kyriakos
    larry lars laszlo laura lauren laurence laurent lawrence layla lea leah lee leila lena leo leon leonard
    leonardo leonid leslie leyla liam lidia lila lily linda lindsey lisa liu liz lloyd lorenzo louis louise
    lourdes luca lucas lucia lucy luigi luis luisa luiz lukas luke lula lydia lynn lászló mads magdalena magnus
    maha mahamadou mahamat mahmoud mahmud maia malik mamadou manuel manuela marc marcel marcelo marco marcos
    marcus margaret margarita maria mariana marie marina mario marion marius mark marko markus maros maroš marta
    martha martin martina mary masato mateo mateusz matteo matthew matthias maurice mauricio max maxim maya megan
    mehdi mehmet mei melanie melissa mercy mette mia michael michaela michał michel michele michelle miguel mike
    mikhail mila milan milos min mina ming miriam mirjana mitch moeen mohamed mohammad mohammed mohamud mohsen
    moira mona monica monika moses moussa muhammad muhammadu munir murat musa mustafa mykhailo myriam nabil nadia
    nadine naftali naledi nana nancy naomi narendra nasser natalia natalie natasha nathan nayib nazanin neil
    nelson ngozi nicholas nick nicola nicolas nicole nicolás niels nigel nikita nikol nikola nikolai nikolaos
    nikos nina nkosazana noah noor nora norma nuno odile ola olaf oleg oleksandr oleksii olena olga oliver olivia
    olivier omar oscar osman otto pablo pamela paola paolo pascal patricia patricio patrick patrik paul paula
    paulo pavel pavlo pedro penelope penny pete peter petr petra petro petros phil philip philippe pierre pieter
    piotr prabowo pranab priya qasim rachel radek radosław rafael rafik rahul raila raimonds raj rajesh ralph ram
    ramesh rami ramin ramon rana rania rashid raul ravi ray raymond rebecca recep reem regina reinhard reza
    ricardo richard rick rina rishi rita rob robert roberta roberto robin rodrigo roger roland roman ron ronald
    rosa rose rosemary ross ruben rui rupert ruslan russell rustem ruth ryan saad saber sabine sabrina sadiq saeed
    said saleh salim sally salman salva sam samantha samia samir samuel sandra sanjay sara sarah saskia scott sean
    sebastian sebastián selim sergei sergey sergio seyed shane shannon sharif sharon shehbaz sheila shigeru shinzo
    shirin shirley siddharth silvia simon simone siobhan sofia solomon sonia sophia sophie soumya stacey stanislav
    stefan stefania stefano stella stephan stephane stephanie stephen steve steven stuart stéphane sultan sunil
    susan susana susanne suzanne sven svetlana svitlana sylvia sylvie tadeusz takeshi tamar tamara tanya tara
    tarek tariq tatiana ted tedros teodoro teresa terrence terry thabo theodore theresa thomas tiago tim timothy
    tina tobias todd tom tomas tomasz tommy toni tony torsten tracy trevor tuan ulrich ulrike umar ursula uwe
    valdis valentina valeria valerie valery vanessa vasily vera veronica veronika victor victoria vijay viktor
    vincent vincenzo viola virginia vitaly vivian vladimir volker volodymyr vyacheslav waleed walter wang wei
    wendell wendy werner wilhelm will william willy wolfgang xavier xi yael yan yana yara yasmin yasser yevgeny
    yoko yolanda yoon yoshihide yousef youssef yulia yuri yusuf yves zainab zara zeinab zhang zhao zoe zoltan
    zoran""".split()
)
PARTICLES = frozenset(
    "de del della di da do dos das du la le van von der den ter ten bin bint ibn al el ul abu ben zu af".split()
)
# Words of agencies, which no person is called.
AGENCY_WORDS = frozenset(
    "affairs team radio television railways railway broadcasting relations negotiations secretariat government"
    " ministries media initiative".split()
)
# Capitalised words that name nothing by themselves.
NOT_NAMES = frozenset(
    "eid arabic english communique communiqué gdp ceo cfo tv dna hiv aids gmt utc faq pdf covid covid-19"
    " lng ai vat cpi nda sme smes ngo ngos hq pm mp mps mep meps ok id iq gps usb un-backed god internet"
    " web earth christmas easter ramadan q&a photo image file video read subscribe related editor note"
    " updated advertisement breaking live update north south east west northern southern eastern western"
    " central article section annex chapter part paragraph table figure phase track tier option version"
    " i'm i’ve i've i’d i’ll i’m i'll i'd monday tuesday wednesday thursday friday saturday sunday january"
    " february march april may june july august september october november december spring summer autumn"
    " winter minister ministers president question answer parties sides delegations participants signatories heads"
    " leaders presidents governments countries states members member state sanctions talks truce ceasefire summit"
    " negotiations peace border war".split()
)
ACRONYM_STOP = frozenset(
    "GDP CEO CFO TV DNA HIV AIDS GMT UTC FAQ PDF LNG AI VAT CPI NDA PM MP OK HQ ID AM II III IV VI VII"
    " VIII IX XI PR IT HR NGO NGOS SME EEZ MOU POW POWS IDP GHG TAC Q1 Q2 Q3 Q4 BST CET EDT EST PST A1 ETA"
    " RSS URL".split()
)
TEXT_KINDS = frozenset(
    (
        "transcript opinion analysis exclusive breaking update updated watch editorial comment factbox explainer"
        " interview statement communique communiqué remarks press question answer feature profile timeline obituary"
        " correction note photos video live column review letter letters briefing digest summary readout advisory"
    ).split()
)
"""Kinds of text that stand in capitals where else a place stands."""
