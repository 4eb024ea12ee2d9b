"""A byline to the names in it, without offices, places, papers and those who took the pictures."""

from __future__ import annotations

import re
import unicodedata

from briefing_app.ingest.dates import find_date, locate_date
from briefing_app.ingest.html.layout import letters
from briefing_app.ingest.html.meta import clean_line
from briefing_app.ingest.months import month_of
from briefing_app.ingest.shape import words

MOST_NAME = 120
MOST_OFFICE = 60
_MOST_LINE = 400
_MOST_OFFICE = 3
LEAD = re.compile(
    r"(?:(?:(?:the )?(?:story|words?|written|posted|reported|published|text|analysis|opinion|article|comment|interview|"
    r"report|review|essay|column|a guest post|guest post|submitted|filed|told|contributed|reporting|commentary|"
    r"op-ed|perspective|"
    r"last edited|created|added|asked)(?: and [a-z]{4,12})? )?by|von|vom|par|por|di|door|af|av|ng|ni|oleh|автор[аы]?|"
    r"текст|подготовил[аи]?|беседовал[аи]?|бесед\w{2,6}|od|autor(?:zy|a|in|es|e|i|ka)?|auteure?s?|autores?|authors?|"
    r"autrices?|yazan|yazar|haber|muhabir|skribent|journaliste?|tekst|text|texto|texte|testo|testi|words|"
    r"interview|rapport|"
    r"reportage|reporter|reporters|redakcja|opracował[ai]?|napisał[ai]?|kirjoittaja|teksti|forfatter|författare|szerző|"
    r"írta|писал[аи]?|писао|piše|píše|napsal[ai]?|penulis|tác giả|oleh|mwandishi|contributors?|written|byline|bài|"
    r"γράφει|του|της|"
    r"كتبت?|بقلم|إعداد|تقرير|تحرير|حوار|نویسنده|گزارش از|به قلم|مאת|מאת|लेखक|द्वारा|as told to|"
    r"प्रस्तुति|লেখক|โดย|เขียนโดย)"
    r"(?:\s?[:：]\s{0,3}|\s[—–]\s|\s{1,3}|$)"
    r"|(?:guest (?:column|essay|commentary|opinion)|opinion|commentary|column|gastbeitrag|kolumne|tribune|columna)"
    r"\s?[|:—–]\s?|^de\s(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_OTHERS_WORK = re.compile(
    r"(?:\b(?:photo(?:graph(?:s|y|er)?)?s?|pictures?|images?|illustrat\w{2,5}|video|graphics?|fotos?|fot\.|bild(?:er)?|"
    r"zdjęcia|camera|filmed|translat\w{1,5}|traduction|traducción|tradu[cz]\w{2,6}|übersetz\w{1,5}|edited|editing|"
    r"mitarbeit|research(?:ed)?|design(?:ed)?|produced|narrated|additional reporting|with (?:additional )?reporting|"
    r"headshot|cartoon|audio|crédits?|credits?)\b|editors?\s?:|фото|перевод|редактор|ترجمة|تصوير|צילום|صور)"
    r"(?:[\s:]|$)",
    re.IGNORECASE,
)
_CUT = re.compile(
    r"\s[›»]\s|,? (?:published|updated|posted|last modified|asked|answered|edited|am|le|on|il|el|added) (?=\S*\d)|"
    r"\s(?:(?i:for|für|pour|para|per)) (?:(?i:the) )?(?=[A-ZÀ-ÞА-Я])|\s(?:is|was|are|has|writes|covers|contributed)\s|"
    r"\s(?i:special|exclusive) (?:to|for) |\s(?i:today|yesterday|updated|published|posted)\b|"
    r"\s(?:in|aus|à|from|depuis|reporting from|da|at|nach|van) (?=[A-ZÀ-ÞА-Я])|\s(?:on|at|am|le|el|il|op|em|den|"
    r"vom|au)\s{0,3}$"
)
_INSIDE = re.compile(r"\s?[(\[（][^()\[\]（）]{0,80}[)\]）]?")
_CONTACT = re.compile(r"\s?\S{1,60}@\S{1,60}|\s@\w{1,30}|\bhttps?:\S{1,300}|\S{1,40} (?:at|\[at\]) \S{1,40}\.\w{2,9}\b")
_SPLIT = re.compile(
    r"\s?[;,|/·•・、،；]\s?|\s(?:(?i:and|und|et|with|mit|avec)|y|e|i|и|та|і|en|och|og|ja|ve|và|dan|&|και|con)\s|\s[–—-]\s|"
    r"\sو(?=[\u0621-\u064a])|\s(?:और|এবং|ও)\s"
)
_PARTICLES = words(
    "de van von der den da di del della do dos das du la le el al bin ibn ben bint ter ten af zu zur y e i san "
    "st ’t 't ap und"
)
_ROLE = re.compile(
    r"\b(?:\w{0,12}(?:editor|redakteur|redacteur|redaktor)(?:in|s)?|writers?|reporters?|correspond\w{2,8}|"
    r"journalists?|fellows?|associates?|"
    r"analysts?|columnists?|contributors?|authors?|directors?|professors?|prof\.|researchers?|experts?|producers?|"
    r"producer|"
    r"photographers?|chief|senior|staff|columnist|minister|ambassador|president|chair\w{0,6}|officer|manager|"
    r"student|intern|"
    r"advis[eo]r|strategist|economist|critic|anchor|host|guest|blogger|specialist|attaché|envoy|counsel|spokes\w{3,8}|"
    r"корреспондент\w{0,3}|обозреватель|журналист\w{0,3}|korespondent\w{0,3}|dziennikarz\w{0,3}|correspondant\w{0,2}|"
    r"envoyée?|spéciale?|journaliste|periodista|enviad[oa]|especial|reporterin|korrespondent\w{0,3}|wartawan|"
    r"muhabir\w?)\b",
    re.IGNORECASE,
)
_HONOUR = re.compile(r"(?:dr|prof|mr|mrs|ms|dipl|ing|mag|د|الدكتور|الدكتورة|डॉ)\.?", re.IGNORECASE)
_DEGREE = re.compile(r"\(?(?:ph\.?d|m\.?d|d\.?phil|esq|llm|mba)\.?\)?", re.IGNORECASE)
_NEWSROOM = re.compile(
    r"\b(?:correspondent|reporter|editor|writer|columnist|contributor|journalist|analyst|fellow|korrespondent(?:in)?|"
    r"redakteur(?:in)?|correspondante?|journaliste|corresponsal|periodista|corrispondente|корреспондент)$|"
    r"\b(?:correspondent|reporter|editor|writer|columnist|fellow)\b,? (?:in |at )?[A-Z]",
    re.IGNORECASE,
)
_FIELDS = words(
    "diplomatic foreign political senior staff chief health home world economics defence defense europe asia africa "
    "science special deputy associate assistant managing national international environment education "
    "business security legal "
    "white house whitehall washington london brussels geneva beijing moscow cairo energy trade labour labor transport "
    "culture sports religion crime justice parliamentary regional city local community social affairs middle east"
)
_BODY = re.compile(
    r"\b(?:news|newsroom|press|office|ministry|gazette|post|times|agency|agencies|staff|department|group|council|"
    r"university|"
    r"institute|centre|center|committee|commission|board|team|desk|bureau|service|services|media|wire|network|radio|tv|"
    r"television|magazine|journal|herald|tribune|daily|weekly|digital|editorial|foundation|association|society|"
    r"union|party|"
    r"company|ltd|inc|llc|gmbh|corporation|publishing|publications|studio|embassy|secretariat|redaktion|redacción|"
    r"rédaction|"
    r"redazione|redakcja|agentur|agence|agencia|agenzia|agencja|servisi|ajansı|haber|gazetesi|zeitung|verlag|desk|"
    r"online|"
    r"reuters|agencies)\b|وكالات|وكالة|редакция|агентство|通讯社|通信社|新聞|新闻|編集部|编辑部",
    re.IGNORECASE,
)
_PLAIN_WORDS = re.compile(
    r"\b(?:january|february|march|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|"
    r"thursday|friday|saturday|sunday|comments?|share|print|page|read|more|home|world|politics|street|road|"
    r"topics?|asia|africa|europe|america|middle|east|"
    r"security|affairs|policy|rights|climate|law|health|science|technology|economy|finance|markets|research|"
    r"insights?|reports?|"
    r"briefings?|notes?|statements?|speech(?:es)?|remarks|readout|transcript|communiqué|resolution|release|"
    r"events?|today|"
    r"follow|subscribe|sign|log|login|menu|search|related|latest|top|stories|story|video|live|breaking|exclusive|"
    r"advertisement|"
    r"views?|minutes?|min|email|facebook|twitter|whatsapp|bio|about|the|listen|save|copy|link|updated|published|"
    r"business|"
    r"sports?|culture|opinion|analysis|authors?|byline|posted|image|caption|photo|source|share this|click|"
    r"in short|topic)\b",
    re.IGNORECASE,
)
_PLACES = words(
    "new_york new_delhi hong_kong los_angeles san_francisco tel_aviv buenos_aires abu_dhabi addis_ababa kuala_lumpur "
    "mexico_city cape_town sri_lanka south_africa united_kingdom united_states saudi_arabia phnom_penh são_paulo "
    "rio_de_janeiro "
    "st._petersburg north_korea south_korea new_zealand costa_rica el_salvador east_jerusalem west_bank white_house "
    "san_diego las_vegas new_orleans santa_fe ho_chi_minh_city the_hague den_haag la_paz san_salvador santo_domingo"
)
_NO_ONE = re.compile(
    r"https?:|www\.|@|\b(?:admin|administrator|editors?|staff|webmaster|root|user|guest|wordpress|anonymous|"
    r"unknown|null|"
    r"none|undefined|redaktion|redaction|redazione|rédaction|redakcja|redacción|editorial board|newsroom|web ?desk|"
    r"news ?desk|online desk|staff (?:writers?|reporters?)|agencies)\b$|নিজস্ব|প্রতিবেদক|संवाददाता|ब्यूरो|डेस्क|"
    r"स्टाफ|टीम|^(?:publi|veröffentlicht|posted|updated|"
    r"опублик|stand\b)",
    re.IGNORECASE,
)
_INDIC = re.compile("[\u0900-\u0dff]")
_MOST_LETTERS = 6
_AGENCY = re.compile(
    r"xinhua|tanjug|interfax|"
    r"(?:itar-)?tass|kyodo|yonhap|bernama|antara|anadolu(?: ajansı)?|ansa|efe|lusa|belga|dpa|apa|"
    r"ritzau|ntb|stt|čtk|tasr|mti|agerpres|bta|hina|stina|fena|ukrinform|unian|belta|ria novosti|sputnik|pti|ani|ians|"
    r"irna|isna|fars|tasnim|mehr|sana|wam|spa|qna|kuna|petra|mena|wafa|afp|upi|bloomberg|associated press|"
    r"agence france-presse|prensa latina|notimex|télam|panapress|新华社|新華社|中新社|中央社|共同(?:通信)?|"
    r"時事(?:通信)?|연합뉴스|"
    r"тасс|риа новости|интерфакс|уніан|укрінформ",
    re.IGNORECASE,
)
_HAN = r"\u4e00-\u9fff\u3005"
_EASTERN = re.compile(
    rf"(?:记者|記者|作者|撰文|文|編集委員|論説委員|ライター)\s?[・:：/／|"
    rf"丨]?\s?([{_HAN}]{{2,4}}(?:[ 、,，]{{1,2}}[{_HAN}]{{2,4}}){{0,3}})(?=\s|$|[　)）】])"
)
_EASTERN_PLACED = re.compile(
    rf"(?:^|[\s（【])(?:[{_HAN}\u30a0-\u30ffー・]{{2,10}})[＝=]"
    rf"([{_HAN}]{{2,4}}[\s　]?[{_HAN}]{{0,3}})(?:記者)?(?=$|[\s）】])"
)
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주"
    "우구민류진엄채원천방공현함변염여추도소석선설"
)
_KOREAN = re.compile(
    rf"(?:^|[\s=\]】|)])((?:[{_SURNAMES}][가-힣]{{2}}[\s,·]{{1,2}}){{0,3}}[가-힣]{{2,4}})\s?(?:선임|수습|인턴|전문)?기자"
    r"(?=$|[\s=(/|,·])"
)
_UNCASED = re.compile("[\u0590-\u08ff\u0900-\u0eff\u10a0-\u10ff\u1000-\u109f\u1780-\u17ff]")


def eastern_names(line: str) -> list[str]:
    """Return the Chinese and Japanese names behind a word for who writes, or between a place and an equals sign."""
    if found := _EASTERN.search(line):
        return [name for name in re.split(r"[ 、,，]+", found.group(1)) if name]
    if found := _EASTERN_PLACED.search(line):
        return [found.group(1)]
    return []


def korean_names(line: str) -> list[str]:
    """Return the Korean names before the word for a reporter."""
    found = _KOREAN.search(line)
    return re.split(r"[\s,·]+", found.group(1)) if found else []


def names_in(line: str, site: str = "", *, single: bool = False) -> list[str]:
    """Return the persons a byline names; ``single`` lets one word be a name, as handles and first names are."""
    line = clean_line(line)[:_MOST_LINE]
    line = _CONTACT.sub(" ", line)
    line = _INSIDE.sub(" ", line)
    if (apart := re.search(r"(?:^|[|,.;]\s?|\s)(?:by|von|par|por|di)\s?(?=\||$)", line, re.IGNORECASE)) and "|" in line:
        line = line[apart.end() :]
    found: list[str] = []
    for part in re.split(r"\s?\|\s?|(?<=[a-zß-ÿ]{3})\.\s(?=[A-Z])", line):
        part = part.strip(" .,:|–—-")
        if not part or _OTHERS_WORK.match(part):
            continue
        if dated := locate_date(part):
            part = part[: dated[1]]
        if (cut := _OTHERS_WORK.search(part)) is not None:
            part = part[: cut.start()]
        found += _names_of_part(part, site, single=single)
    return list(dict.fromkeys(found))


def _names_of_part(part: str, site: str, *, single: bool) -> list[str]:
    part = part.strip()
    while (lead := LEAD.match(part)) and lead.end():
        part = part[lead.end() :].lstrip(" :")
    if eastern := eastern_names(part):
        return eastern
    if korean := korean_names(part):
        return korean
    if not part or letters(part) == letters(site):
        return []
    found: list[str] = []
    pieces = _SPLIT.split(part)
    if len(pieces) == 2 and _INDIC.search(part) and "," in part:
        pieces = pieces[:1]  # what follows a comma there is the place
    for piece in pieces:
        name = _cut(piece)
        name = person(LEAD.sub("", name.strip()) if LEAD.match(name.strip()) else name)
        if name and letters(name) != letters(site):
            found.append(name)
    if not found and single:
        only = _cut(_SPLIT.split(part)[0])
        if is_handle(only) and letters(only) != letters(site):
            return [only]
    return found


def _cut(piece: str) -> str:
    return _CUT.split(f"{piece} ", maxsplit=1)[0].strip(" .,:;|–—-")


def person(text: str) -> str:
    """Return the name of a person that a few words are, offices before and behind left out, or ""."""
    tokens = text.strip(" .,:;|–—-").split()
    while len(tokens) > 2 and tokens[0][:1].islower() and tokens[0] not in _PARTICLES:
        tokens = tokens[1:]
    while len(tokens) > 2 and _HONOUR.fullmatch(tokens[0]):
        tokens = tokens[1:]
    while len(tokens) > 2 and _DEGREE.fullmatch(tokens[-1]):
        tokens = tokens[:-1]
    roles = [place for place, token in enumerate(tokens[:-2]) if _ROLE.fullmatch(token)]
    if roles and roles[-1] <= _MOST_OFFICE:
        tokens = tokens[roles[-1] + 1 :]
    offices = [place for place, token in enumerate(tokens) if place > 1 and _ROLE.fullmatch(token)]
    if offices:
        tokens = tokens[: offices[0]]
        while len(tokens) > 2 and tokens[-1].lower() in _FIELDS:
            tokens = tokens[:-1]
    name = " ".join(tokens)
    if not 2 <= len(tokens) <= 6 or len(name) > 60 or any(map(str.isdigit, name)):
        return ""
    if _ROLE.search(name) or _BODY.search(name) or _PLAIN_WORDS.search(name) or _NO_ONE.search(name):
        return ""
    if "_".join(tokens).lower() in _PLACES or any(month_of(one) and not one[:1].isupper() for one in tokens):
        return ""
    return name if all(map(_is_part, tokens)) and tokens[-1].lower() not in {"und", "and"} else ""


def is_office(line: str) -> bool:
    """Say whether a short line is the office of who writes: "Diplomatic correspondent, Geneva"."""
    short = len(line) <= MOST_OFFICE and len(line.split()) <= MOST_OFFICE // 10
    return short and _NEWSROOM.search(line) is not None and not line.endswith((".", "?", "!"))


def _is_part(token: str) -> bool:
    """Say whether a word can be part of a name: it begins large, or its script knows no large letters."""
    if token.lower() in _PARTICLES:
        return True
    first = token.lstrip("(\"'“‘’«d")[:1] or token[:1]
    bare = re.sub(r"[.’'ʼ`\-‐\u200c]", "", unicodedata.normalize("NFC", token))
    if not bare or not (bare.isalpha() or _UNCASED.search(bare)):
        return False
    return first.isupper() or not first.islower()


def is_handle(name: str) -> bool:
    """Say whether one word can be who wrote: a first name, or what members of forums call themselves."""
    if (
        not 2 <= len(name) <= 30
        or " " in name
        or name.isdigit()
        or _NO_ONE.search(name)
        or _PLAIN_WORDS.fullmatch(name)
    ):
        return False
    if any(map(str.isdigit, name)) and month_of(name):
        return False
    return not find_date(name) and re.fullmatch(r"[\w.’'-]+", name) is not None


def body(text: str, site: str = "") -> str:
    """Return the agency or desk that a short line names as its source, or ""."""
    text = clean_line(text).strip(" .,:|–—-")
    if inside := re.search(r"[(（]([^\W\d_]{2,12})[)）]$", text):
        text = inside.group(1) if body(inside.group(1)) else text[: inside.start()].strip()
    text = LEAD.sub("", text).strip() if LEAD.match(text) else text
    if re.fullmatch(r"(?:the )?editorial board", text, re.IGNORECASE):
        return text
    if not 2 <= len(text) <= 40 or len(text.split()) > 4 or any(map(str.isdigit, text)) or _NO_ONE.search(text):
        return ""
    if letters(text) == letters(site) or text[:1].islower():
        return ""
    if _AGENCY.fullmatch(text) or _BODY.search(text):
        return text
    return text if text.isupper() and len(text) <= _MOST_LETTERS and not _PLAIN_WORDS.search(text) else ""


def cased(name: str) -> str:
    """Return a name in capitals as names are written."""
    if not name.isupper() or " " not in name or any(map(str.isdigit, name)):
        return name
    return " ".join(part.title() if len(part) > 2 or "." not in part else part for part in name.split())
