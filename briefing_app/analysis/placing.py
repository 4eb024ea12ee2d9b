"""What the words around an unknown name say of it: a person's, a body's or a place's."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from briefing_app.analysis.head_words import BESIDE, PERSON_NOUNS, PROPER_WORDS
from briefing_app.analysis.name_lexicon import PARTICLES, ROLE_NOUNS
from briefing_app.analysis.wordlists import english_words, first_names
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.page import Token
    from briefing_app.analysis.run_bounds import Known

SAYING = frozenset(
    (
        "said says told added warned argued noted insisted explained stressed recalled tweeted wrote"
        " asked replied announced who whose tells adds warns argues notes insists explains stresses asks"
    ).split()
)
_HUMAN_DEEDS = frozenset(
    (
        "met meets arrived left resigned died spoke speaks won lost scored became joined led leads ran runs beat"
        " defeated travelled traveled flew returned visited succeeded replaced testified apologised apologized"
        " chairs chaired heads headed teaches taught lives lived works worked thinks believes thought believed"
        " admitted confessed pleaded shook smiled nodded laughed retired graduated married moved walked came went"
        " describes described called calls declined refused agreed accused urged pledged promised suggested"
        " expressed welcomed criticized criticised rejected denied later also is was has had will would"
    ).split()
)
_RULERS = frozenset(
    "mayor mayors governor governors residents people inhabitants streets citizens fishermen fishers harbour harbor"
    " archbishop bishop outskirts west east north south northwest northeast southwest southeast coast shores capital"
    " boats trawlers siege fall capture liberation bombardment evacuation occupation defence seizure recapture".split()
)
_ROYAL = frozenset("king queen prince princess emir sultan duke duchess emperor empress".split())
_PLACING = frozenset("in near outside at inside throughout around towards toward into".split())
_MOTION = frozenset(
    (
        "left bound out went go goes going gone travel travels travelled traveled travelling flew fly flies flying"
        " returned return returning moved move moving sailed sail drove drive came come comes coming"
        " arrived headed heading fled flee fleeing road ferry flight flights train trains rail railway border miles"
        " km kilometres kilometers west"
        " east north south northwest northeast southwest southeast visit trip journey trips walked marched deported"
        " exported shipped evacuated sent bused bussed transferred shipments hours minutes highway line"
        " ministers delegations envoys officials negotiators diplomats fishermen fishers farmers boats ships trawlers"
        " lawmakers students residents imports exports goods farmers"
        " greetings refugees migrants vehicles troops convoys convoy advanced retreat withdrew route"
    ).split()
)
_PRESS = frozenset(
    "report reports reported interview article editorial column story published quoted wrote printed leaked op-ed"
    " correspondent".split()
)
_OWNED = frozenset(
    "shares stake stakes takeover acquisition shareholders investors bankruptcy earnings subsidiary customers"
    " bonds collapse merger".split()
)
_OWNS = frozenset(
    "shares stock shareholders investors executives subsidiary customers factory plant employees workers boss ceo"
    " bonds profits earnings brand flights jets refinery tankers vessels trawlers chief-executive".split()
)
_FLOWS = frozenset("flows flowed burst floods flooded meanders froze rises dried overflowed".split())
_PAPERS = frozenset("la il les los las die der das het gazeta jornal journal corriere radio".split())
_RULED = frozenset("regime administration family dynasty era campaign clan brothers".split())
_DIRECTIONS = frozenset("northern southern eastern western north south east west central".split())
_WATERSIDE = frozenset("along across down upstream downstream beneath".split())
_CROSSING = frozenset("bridge bridges dam dams ferry ferries pontoon crossing crossings".split())
_OF_RIVERS = frozenset(
    "banks bank mouth waters tributary tributaries headwaters source sources flow flows floodplain course shores bed"
    " catchment dredging navigation".split()
)
_NAMES_OF_PERSONS = frozenset("bin bint ibn ould abu umm ben van von der da dos del de di el al dos den ter af".split())


def fold(word: str) -> str:
    """Return a word in small letters without accents."""
    plain = unicodedata.normalize("NFD", word.lower())
    return "".join(c for c in plain if not unicodedata.combining(c))


def is_first_name(token: Token) -> bool:
    """Say whether a word is somebody's first name, or the first half of a double one."""
    word = fold(token.text)
    if word in PROPER_WORDS:
        return False
    names = first_names()
    return word in names or ("-" in word and word.partition("-")[0] in names and "-" in token.text[2:])


def is_english(token: Token) -> bool:
    """Say whether English writes the word in small letters too, or with a capital that makes no name."""
    words = english_words()
    lower = token.lower
    return lower in words or lower in PROPER_WORDS or (lower.endswith("s") and lower[:-1] in words)


def label_of(tokens: list[Token], first: int, last: int, known: Known) -> tuple[EntityKind, bool, str] | None:
    """Return the kind of a name by the words around it, whether that is sure, and why; None if they say nothing."""
    return (
        _read_or_ruled(tokens, first, last)
        or _beside(tokens, first, last)
        or _of_person(tokens, first, last, known)
        or _of_place(tokens, first, last, known)
        or _told(tokens, first, last)
    )


def _beside(tokens: list[Token], first: int, last: int) -> tuple[EntityKind, bool, str] | None:
    """Read "the newspaper X", "the town of X", "X, a village", "the X district"."""
    at = first - 1
    if at > 0 and tokens[at].lower == "of":
        kind = BESIDE.get(tokens[at - 1].lower)
        if kind in (EntityKind.GPE, EntityKind.LOC) and tokens[at - 1].text.islower():
            return kind, True, f"A name behind “{tokens[at - 1].text} of”."
    elif at >= 0 and tokens[at].text.islower() and tokens[at].lower in BESIDE and last - first < 4:
        kind = BESIDE[tokens[at].lower]
        if kind is EntityKind.ORG and not _lists_person(tokens, first):
            return kind, last - first < 3, f"A name behind “{tokens[at].text}”."
    after = tokens[last].lower if last < len(tokens) else ""
    if after in BESIDE and tokens[last].text.islower() and at >= 0 and tokens[at].lower != "of":
        kind = BESIDE[after]
        if kind is not EntityKind.FAC or after == "checkpoint":
            return kind, kind is not EntityKind.ORG, f"A name before “{after}”."
    if after == "," and last + 2 < len(tokens) and tokens[last + 1].lower in ("a", "an", "the"):
        for token in tokens[last + 2 : last + 6]:
            if token.lower in BESIDE and token.text.islower():
                return BESIDE[token.lower], True, f"A name that is called a {token.lower}."
            if not token.text.islower() or token.lower in ("of", "in", "for", "and", "who", "that"):
                break
    return None


def _read_or_ruled(tokens: list[Token], first: int, last: int) -> tuple[EntityKind, bool, str] | None:
    """Read "a report in X", "the X regime", "Eastern X"."""
    before = tokens[first - 1].lower if first else ""
    after = tokens[last].lower if last < len(tokens) else ""
    press = any(token.lower in _PRESS for token in tokens[max(0, first - 4) : max(0, first - 1)])
    told = before == "to" and first > 1 and tokens[first - 2].lower == "according" and last - first == 1
    if told and not is_english(tokens[first]) and not is_first_name(tokens[first]):
        return EntityKind.ORG, False, "A name to which something is put down."
    if tokens[first].lower in _PAPERS and last - first == 2 and before not in ("in", "at", "near"):
        return EntityKind.ORG, False, "A name with a foreign article."
    if press and before in ("in", "by", "to", "with") and not is_first_name(tokens[first]):
        return EntityKind.ORG, False, "A name where a newspaper stands."
    earlier = tokens[first - 2].lower if first > 1 else ""
    behind = tokens[last + 1].lower if last + 1 < len(tokens) else ""
    owned = (before in ("of", "in", "by", "with") and earlier in _OWNED) or after in _OWNS
    owns = after in ("'s", "’s") and (behind in _OWNS or (behind == "chief" and tokens[last + 2 :][:1] != []))
    if (owned or owns) and not is_english(tokens[first]) and not is_first_name(tokens[first]):
        return EntityKind.ORG, False, "A name with shares, workers or customers."
    if before == "the" and after in _FLOWS and last - first == 1 and not is_english(tokens[first]):
        return EntityKind.LOC, True, "A name that flows."
    if before == "the" and after in _RULED and last - first == 1 and not is_english(tokens[first]):
        return EntityKind.PERSON, False, "A name whose rule or family is meant."
    leads = tokens[first].lower in _DIRECTIONS and last - first == 2
    if leads and not is_english(tokens[first + 1]) and not is_first_name(tokens[first + 1]):
        return EntityKind.LOC, True, "A part of a land by its direction."
    return None


def _lists_person(tokens: list[Token], first: int) -> bool:
    return is_first_name(tokens[first]) and tokens[first - 1].lower in ("group", "team", "company", "party", "union")


def _of_person(tokens: list[Token], first: int, last: int, known: Known) -> tuple[EntityKind, bool, str] | None:
    """Read "the envoy X", "a shopkeeper, X,", "X said", "X, 42,", "X, head of"."""
    if first and tokens[first - 1].lower == "the":
        return None
    at = first - 1
    before = tokens[at].lower if at >= 0 else ""
    if before == "," and at > 0:
        before = tokens[at - 1].lower
        before = before if before in ROLE_NOUNS | PERSON_NOUNS and tokens[at - 1].text.islower() else ""
    after = tokens[last].lower if last < len(tokens) else ""
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    aside = (
        after == "," and following is not None
        and (following.lower in (
            "who", "head", "director", "chair", "president", "spokesperson", "chief", "senior", "whose", "chairman",
            "secretary-general", "minister", "leader", "deputy", "founder", "aged", "professor", "co-founder",
        ) or (following.text.isdigit() and len(following.text) == 2
              and last + 2 < len(tokens) and tokens[last + 2].text == ","))
    )  # fmt: skip
    if before in ROLE_NOUNS | PERSON_NOUNS and at >= 0:
        return EntityKind.PERSON, True, "A name behind what a person is."
    land = known.named.get(following.start) if after == "of" and following is not None else None
    foreign = last - first > 1 and not any(is_english(token) for token in tokens[first:last])
    if land and land[1] is EntityKind.GPE and foreign and before not in ("in", "at", "near", "from", "to"):
        return EntityKind.PERSON, True, "Somebody of a country."
    if after in SAYING or before in ("said", "says") or aside:
        return EntityKind.PERSON, True, "A name in the place of a person's."
    return None


def _of_place(tokens: list[Token], first: int, last: int, known: Known) -> tuple[EntityKind, bool, str] | None:
    """Read "in X", "went to X", "X, Kenya", "along the X"."""
    before = tokens[first - 1].lower if first else ""
    earlier = tokens[first - 2].lower if first > 1 else ""
    after = tokens[last] if last < len(tokens) else None
    if before == "the" and earlier in ("at", "outside", "inside") and not all(map(is_english, tokens[first:last])):
        return EntityKind.FAC, False, "A name where a building stands."
    if before == "the":
        flowing = earlier == "of" and first > 2 and tokens[first - 3].lower in _OF_RIVERS
        crossed = earlier in ("over", "across") and first > 2 and tokens[first - 3].lower in _CROSSING
        waterside = flowing or crossed or earlier in _WATERSIDE
        waterside = waterside and last - first == 1 and not is_english(tokens[first])
        return (EntityKind.LOC, False, "A name where a river or mountain stands.") if waterside else None
    if any(is_english(token) for token in tokens[first:last]) and last - first > 1:
        return None
    if before == "of" and earlier in _RULERS and not is_first_name(tokens[first]):
        return EntityKind.GPE, False, "A name of which somebody is the mayor or the people."
    if before == "of" and first > 2 and tokens[first - 3].lower in _ROYAL and tokens[first - 2].is_capital:
        return EntityKind.GPE, True, "The realm of a ruler."
    if before in _PLACING and not is_first_name(tokens[first]):
        return EntityKind.GPE, False, "A name where a place stands."
    if before in ("in", "at", "near") and last - first == 1:
        return EntityKind.GPE, False, "A name where a place stands."
    leading = before in ("to", "from", "of", "for", "and", "between", "through", "via")
    if leading and after is not None and after.text == "," and last + 1 < len(tokens):
        land = known.named.get(tokens[last + 1].start)
        owned = last + 2 < len(tokens) and tokens[last + 2].lower in ("'s", "’s")
        if land and land[1] is EntityKind.GPE and not owned and not is_first_name(tokens[first]):
            return EntityKind.GPE, False, "A name in front of its country."
    if before in ("to", "from", "for", "of") and last - first <= 2:
        moving = {token.lower for token in tokens[max(0, first - 5) : first - 1]}
        if moving & _MOTION and not (last - first == 2 and is_first_name(tokens[first])):
            return EntityKind.GPE, False, "A name where one travels."
    return None


def _told(tokens: list[Token], first: int, last: int) -> tuple[EntityKind, bool, str] | None:
    before = tokens[first - 1].lower if first else ""
    after = tokens[last].lower if last < len(tokens) else ""
    foreign = not any(is_english(token) for token in tokens[first:last])
    if before != "the" and foreign and last - first > 1 and after in _HUMAN_DEEDS:
        return EntityKind.PERSON, False, "A name before a verb."
    return None


def looks_personal(tokens: list[Token], first: int, last: int) -> bool:
    """Say whether a run is built as a person's name: a first name, particles, no English words, no article."""
    words = [token for token in tokens[first:last] if token.is_word]
    if not 2 <= len(words) <= 5 or any(token.text.isdigit() for token in tokens[first:last]):
        return False
    if first and tokens[first - 1].lower == "the":
        return False
    inner = words[1:]
    if is_first_name(words[0]):
        return any(not is_english(token) for token in inner) or words[0].lower not in english_words()
    if any(token.lower in _NAMES_OF_PERSONS and token.lower in PARTICLES | {"ould", "umm"} for token in words[:-1]):
        return len(words) > 2 or words[0].lower not in ("al", "el", "de", "del", "di", "du", "da", "dos", "das")
    if is_first_name(words[1]) and len(words) > 2:
        return not any(is_english(token) for token in words)
    return False
