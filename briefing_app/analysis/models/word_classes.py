"""The classes of words that the names model was trained with.

They are the lists of `name_lexicon` and `lexicon` as they were on that day, and stay so with the model: those lists may
grow without it. A new model may take new ones.
"""

from __future__ import annotations

_CLASSES = {
    "D": (
        "april august december february friday january july june march may monday november october saturday "
        "september sunday thursday tuesday wednesday "
    ),
    "F": (
        "'d 'll 'm 're 've a about above abroad after again against ago ahead all almost along alongside already "
        "also although always am amid among an and another any anyone apart are aren't aren’t as away back be "
        "because been before behind being below beneath beside besides between beyond both but by can can't "
        "cannot can’t concerning could couldn't couldn’t despite did didn't didn’t do does doesn't doesn’t don't "
        "don’t down during each earlier either else even ever every everyone everything except far few following "
        "for further had hadn't hadn’t has hasn't hasn’t have haven't haven’t having he hence her here herself "
        "him himself his however i if including indeed instead into is isn't isn’t it its itself just later least "
        "like long longer many maybe me meanwhile might more most much must mustn't mustn’t my myself nearly "
        "neither never nevertheless no nobody none nonetheless nor not nothing now of off often on once one ones "
        "only onto or other others otherwise ought our ourselves out over past per perhaps quite rather regarding "
        "several shall shan't shan’t she should shouldn't shouldn’t since so some someone something soon still "
        "such than that the their them themselves then there therefore these they this those though through "
        "throughout thus till to today together tomorrow too toward towards twice under unless unlike until up "
        "upon us very via was wasn't wasn’t we were weren't weren’t what when whenever where whereas wherever "
        "whether which while whom will with within without won't won’t would wouldn't wouldn’t yesterday yet you "
        "your ’d ’ll ’m ’re ’ve "
    ),
    "HEVENT": (
        "biennale conference congress cup dialogue earthquake expo festival games massacre olympics process "
        "revolution round summit talks uprising war week "
    ),
    "HFAC": (
        "airport avenue barracks barrage base bazaar bridge building camp castle cathedral chancellery checkpoint "
        "compound courthouse crossing crossings dam embassy hall harbor harbour highway hospital hotel lodge "
        "market mine mosque museum palace pipeline plant port prison reactor refinery reservoir resort road room "
        "square stadium station street suite synagogue terminal tower tunnel villa "
    ),
    "HGPE": (
        "canton county district emirate governorate municipality oblast prefecture province raion township voivodeship "
    ),
    "HLAW": (
        "accord accords act agreement agreements amendment arrangement award bill charter code compact "
        "constitution convention covenant declaration decree directive doctrine law memorandum ordinance pact "
        "plan protocol protocols regulation resolution roadmap statute statutes treaty understanding "
    ),
    "HLOC": (
        "archipelago atoll basin bay belt block canal cape channel coast corridor creek delta desert estuary "
        "falls forest glacier gulf heights hemisphere highlands horn island islands lake marshes mountain "
        "mountains oasis ocean peninsula plain plains plateau reef ridge river rock sahara sea shelf shoal "
        "springs steppe strait straits trench triangle valley wetlands woods zone "
    ),
    "HORG": (
        "ab administration advisers advisors agency airlines airways alliance army assembly association authority "
        "bancorp bank bankers bloc board brigade brigades bundestag bureau bv cabinet caucus center centre "
        "chamber chronicle church club coalition collective college command commission committee community "
        "company confederation consortium cooperative corp corporation council courier court delegation "
        "department directorate duma exporters facility farmers federation forces forum foundation front fund fze "
        "gazette gmbh group growers guard guards herald hezb holdings house importers inc industries inspectorate "
        "institute institution intelligence international journal knesset league legislature llc logistics ltd "
        "mechanism mines ministries ministry mission monitor motors movement navy network news nurses nv "
        "observatory observer office operators organisation organization owners oyj parliament partners party "
        "petroleum pharmaceuticals platform plc police post presidency producers program programme pty quartet sa "
        "school secretariat securities senate service services shipping society spa steel syndicate systems "
        "taskforce teachers teamsters technologies telecom telegraph times treasury tribunal tribune trust union "
        "unions university ventures watch wing workers "
    ),
    "N": (
        "aaron abbas abdel abdelfattah abdelmajid abdul abdulaziz abdulla abdullah abebe abel abiy abraham adam "
        "adel adrian adriana agnes ahmad ahmed aida aisha akio alain alan albert alberto alejandro aleksandar "
        "aleksandr alena alessandro alex alexander alexandra alexei alexey alexis alfred ali alice alicia alina "
        "alison allan amal amanda amara amina amir amit amos amr amy ana anders andre andrea andreas andrei "
        "andres andrew andrey andriy andrzej angela angelina anna annalena anne anne-marie annette anthony anton "
        "antonia antonio antony antónio anwar arash aref arif arjun arnold arthur arturo asif asim askar astrid "
        "aung ayesha aziz barbara barry bashar beata beatrice ben benazir benjamin benny berhane bernard bernardo "
        "beth binyamin bjorn boaz bob bola boris brad brenda brian bridget bruce bruno camila carl carla carlos "
        "carmen carol carolina caroline carsten catherine cecilia celia celso cesar chandra charles charlotte "
        "chen chiara chloe chris christian christiana christina christine christopher claire clara claudia "
        "claudio colin connor constance cristina cyril dalia damian dan dana daniel daniela danielle danny dario "
        "david davide dawit deborah deepak denis dennis derek desmond diana diane diego dieter dina dinesh dmitri "
        "dmitry dmytro dominic dominique donald donna dorin doris dorothy doug douglas duncan dylan eduardo "
        "edward edwin eileen elena eli elias elizabeth ella ellen elsa emeka emil emilia emily emma emmanuel "
        "enrique eric erica erik erika ernest ernesto esther ethan eugene eva evelyn ezra fabio faisal farah "
        "farid farouk fatima fatou felipe felix ferdinand fernanda fernando filip fiona florence francesca "
        "francesco francis francisco francois frank franz françois fred frederic frederick frederik friedrich "
        "fumio gabriel gabriela gareth gary gavin geert gemma gennady geoffrey george georges georgia gerald "
        "gerard gergely gerhard ghassan gideon giorgia giovanni gita giulia giuseppe glenn gloria gonzalo gordon "
        "grace graham greg gregory greta guido guillermo gunther gustav gustavo guy habib hadi haile hakainde "
        "hakan hamad hamid hamza hana hanna hannah hans harald hari harold harriet harry harsh haruka hasan "
        "hassan heather hector heidi heiko helen helena helga henri henrik henry herbert herman hideki hilary "
        "hiroshi holly hugo hussein ian ibrahim ida igor ihor ilham ilya imran ines ingrid irene irina isaac "
        "isabel isabella isabelle ismail ivan ivana ivo jack jacob jacqueline jacques jake jakob jamal james "
        "jamie jan jana jane janet janez jason javad javier jean jean-claude jean-luc jean-marc jean-noël "
        "jean-pierre jean-yves jeff jeffrey jennifer jens jeremy jerome jerry jessica jesus jill jim jimmy jo "
        "joachim joan joanna joao joaquin joe joel johan johanna johannes john jon jonas jonathan jorge jose "
        "josef josep joseph josh joshua josé joyce joão juan judith judy julia julian juliana julie julien julio "
        "julius jun jung jurgen justin kaja karen karim karin karl karla kassym kate katherine kathleen kathryn "
        "katja katrin kaveh keiko keir keith kelly ken kenji kenneth kerry kevin khaled khalid kim kimberly kiran "
        "klaus kofi konstantin kristalina kristen kristina kumar kwame kwesi kyle kyriakos larry lars laszlo "
        "laura lauren laurence laurent lawrence layla lea leah lee leila lena leo leon leonard leonardo leonid "
        "leslie leyla liam lidia lila lily linda lindsey lisa liu liz lloyd lorenzo louis louise lourdes luca "
        "lucas lucia lucy luigi luis luisa luiz lukas luke lula lydia lynn lászló mads magdalena magnus maha "
        "mahamadou mahamat mahmoud mahmud maia malik mamadou manuel manuela marc marcel marcelo marco marcos "
        "marcus margaret margarita maria mariana marie marina mario marion marius mark marko markus maros maroš "
        "marta martha martin martina mary masato mateo mateusz matteo matthew matthias maurice mauricio max maxim "
        "maya megan mehdi mehmet mei melanie melissa mercy mette mia michael michaela michał michel michele "
        "michelle miguel mike mikhail mila milan milos min mina ming miriam mirjana mitch moeen mohamed mohammad "
        "mohammed mohamud mohsen moira mona monica monika moses moussa muhammad muhammadu munir murat musa "
        "mustafa mykhailo myriam nabil nadia nadine naftali naledi nana nancy naomi narendra nasser natalia "
        "natalie natasha nathan nayib nazanin neil nelson ngozi nicholas nick nicola nicolas nicole nicolás niels "
        "nigel nikita nikol nikola nikolai nikolaos nikos nina nkosazana noah noor nora norma nuno odile ola olaf "
        "oleg oleksandr oleksii olena olga oliver olivia olivier omar oscar osman otto pablo pamela paola paolo "
        "pascal patricia patricio patrick patrik paul paula paulo pavel pavlo pedro penelope penny pete peter "
        "petr petra petro petros phil philip philippe pierre pieter piotr prabowo pranab priya qasim rachel radek "
        "radosław rafael rafik rahul raila raimonds raj rajesh ralph ram ramesh rami ramin ramon rana rania "
        "rashid raul ravi ray raymond rebecca recep reem regina reinhard reza ricardo richard rick rina rishi "
        "rita rob robert roberta roberto robin rodrigo roger roland roman ron ronald rosa rose rosemary ross "
        "ruben rui rupert ruslan russell rustem ruth ryan saad saber sabine sabrina sadiq saeed saleh salim sally "
        "salman salva sam samantha samia samir samuel sandra sanjay sara sarah saskia scott sean sebastian "
        "sebastián selim sergei sergey sergio seyed shane shannon sharif sharon shehbaz sheila shigeru shinzo "
        "shirin shirley siddharth silvia simon simone siobhan sofia solomon sonia sophia sophie soumya stacey "
        "stanislav stefan stefania stefano stella stephan stephane stephanie stephen steve steven stuart stéphane "
        "sunil susan susana susanne suzanne sven svetlana svitlana sylvia sylvie tadeusz takeshi tamar tamara "
        "tanya tara tarek tariq tatiana ted tedros teodoro teresa terrence terry thabo theodore theresa thomas "
        "tiago tim timothy tina tobias todd tom tomas tomasz tommy toni tony torsten tracy trevor tuan ulrich "
        "ulrike umar ursula uwe valdis valentina valeria valerie valery vanessa vasily vera veronica veronika "
        "victor victoria vijay viktor vincent vincenzo viola virginia vitaly vivian vladimir volker volodymyr "
        "vyacheslav waleed walter wang wei wendell wendy werner wilhelm william willy wolfgang xavier xi yael yan "
        "yana yara yasmin yasser yevgeny yoko yolanda yoon yoshihide yousef youssef yulia yuri yusuf yves zainab "
        "zara zeinab zhang zhao zoe zoltan zoran "
    ),
    "P": ("across around at from in inside near outside "),
    "R": (
        "activist actor actress aide analyst author biologist boss campaigner citizen coach colleague columnist "
        "counterpart diplomat driver economist engineer executive expert farmer fellow fisher fisherman founder "
        "head historian host journalist lawyer lecturer legislator manager moderator negotiators nurse official "
        "organiser organizer rebel reporter researcher resident scientist singer skipper steward strategist "
        "striker teacher trader worker "
    ),
    "S": ("added announced asked called said say says tells told urged warned who whose "),
    "T": (
        "admiral adviser advisor ambassador archbishop attorney ayatollah baroness bishop brigadier capt captain "
        "cardinal chair chairman chairperson chairwoman chancellor chief co-chair col colonel commander "
        "commissioner comrade congressman congresswoman coordinator dame dato datuk delegate deputy director "
        "director-general dr emir emperor envoy facilitator gen general gov governor haji hon honorable "
        "honourable imam judge justice king lady lawmaker leader lieutenant lord lt maj major marshal mayor "
        "mediator mep minister mp mr mrs ms negotiator ombudsman pope premier premier-designate president "
        "president-elect prince princess prof professor queen rabbi rapporteur rep representative rev reverend "
        "sec secretary secretary-general sen senator sergeant sheik sheikh sir solicitor speaker spokesman "
        "spokesperson spokeswoman sultan taoiseach treasurer tun tánaiste under-secretary-general undersecretary "
        "vice-president "
    ),
    "p": ("abu af al bin bint da das de del della den der di dos du el ibn la le ten ter ul van von zu "),
}
CLASS_OF: dict[str, str] = {word: kind for kind, words in _CLASSES.items() for word in words.split()}
"""D days and months, T titles, S verbs of saying, P words in front of places, F function words, R what people do,
H and a label the heads of such names, N first names, p particles of names."""
