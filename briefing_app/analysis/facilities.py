"""Names of facilities told by their shape: "Rumaila oil field", "al-Hol camp", "Port of Beira", "Terminal 2"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, Candidate
from briefing_app.analysis.name_lexicon import NOT_NAMES
from briefing_app.analysis.wordlists import english_words
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.actors import ActorBase
    from briefing_app.analysis.page import Page

# Every repetition has an end: without one a text of capitals takes the square of its length.
_CAP = r"(?:(?:[aA]l|[eE]l|[aA][dnrst]|[aA]sh)-)?[A-ZÀ-Þ][\wà-ÿ’'-]{1,60}"
_ALWAYS = (
    "airport|airbase|airfield|airstrip|cosmodrome|spaceport|heliport|seaport|shipyard|dockyard"
    r"|(?:air|naval|military|army|submarine|missile|space) base"
    r"|(?:border |land |rail |pedestrian |cargo )?crossing|border (?:post|point|gate|station|bridge)"
    r"|bridge|lighthouse|barracks|courthouse|viaduct|aqueduct|barrage|weir|opera house|monastery|cathedral|mosque"
    r"|stadium|palace|prison|penal colony|detention (?:centre|center)"
    r"|(?:ferry|oil|gas|LNG|grain|container|export|import|cargo|coal|sugar) terminal|(?:container|oil) port|terminal"
    r"|(?:oil|gas) ?field|oil refinery|refinery|(?:gas |oil |fuel )?pipeline|steelworks"
    r"|(?:(?:nuclear |thermal |coal |gas |solar |wind |hydroelectric |hydro )?power|nuclear|hydropower|hydroelectric"
    r"|desalination|enrichment|reprocessing|fertili[sz]er|methane|cement|steel|chemical|gas processing)"
    r" (?:plant|station|facility|dam|complex)"
    r"|(?:nuclear|test|launch) site|pumping station|compressor station|substation|interconnector|reactor"
    r"|(?:solar|wind) (?:park|farm|plant)|(?:coal|copper|gold|uranium|cobalt|iron|iron ore|lithium|diamond|potash) mine"
    r"|(?:refugee|displacement|transit|prison|detention) camp|(?:railway|train|metro) station"
    r"|dam|reservoir|sluice|tunnel|pier|quay|jail|hospital|museum|castle|smelter|lock"
)
_OWN_ONLY = frozenset("dam reservoir sluice tunnel pier quay jail hospital museum castle smelter lock mine".split())
"""What a town simply has: "the Mosul dam" is only a dam of Mosul."""
_LOOSE = "camp|base|plant|mine|market|bazaar|university hospital|highway|motorway|railway|road|field|port|harbou?r"
_BUILT = re.compile(rf"\b((?:{_CAP} ){{1,3}})(?:({_ALWAYS})|({_LOOSE}))\b(?![-’']|\s(?:map|show|trip|price)s?\b)")
_HARBOURS = frozenset(("port", "harbour", "harbor", "camp", "highway", "motorway", "railway", "road"))
"""What bears the name of a town and yet is a place of its own: "Lerwick harbour", "the Jalalabad road"."""
_WAYS = frozenset(("highway", "motorway", "railway", "road"))
_PUMPED = re.compile(r"\b(?:oil|gas|crude|barrels?|offshore|drill\w*|reserves|wells?|output)\b", re.IGNORECASE)
_TITLED = re.compile(
    rf"\b((?:{_CAP} ){{1,4}})((?:Oil|Gas|Coal)[ -]?[Ff]ield|(?:Wind|Solar|Tank) (?:Farm|Park)"
    r"|(?:Industrial|Nuclear|Steel|Petrochemical|Government|Palace|Hotel) Complex"
    r"|(?:Industrial|Technology|Business|Science) Park"
    r"|(?:Conference|Convention|Exhibition|Congress|Expo|Medical|Detention|Shopping) (?:Centre|Center)"
    r"|(?:Nuclear|Enrichment|Detention|Correctional|Reprocessing) Facility|(?:Test|Launch|Nuclear) Site|Guest ?[Hh]ouse"
    r"|Air(?:field| Station)|Proving Ground|(?:Border|Guard) Post|Opera House|Transmission Line)\b"
)
_HEADED = re.compile(
    rf"\b(?:Port of|Palace of|Tunnel of|Bridge of|Citadel of|Stade (?:de|du)|Checkpoint|Camp|Fort"
    r"|Naval (?:Base|Station)|Joint Base|Air Base|RAF|HMP|Burj|Ch[âa]teau (?:de|d’)|Pal[aá]cio (?:de|do|da)"
    r"|Palacio|Castillo de|Puente|Estadio|Teatro|Aeropuerto) (?!(?:Authority|Foundation|Committee)\b)"
    rf"{_CAP}(?: (?:International|Nacional))?\b"
)
_COUNTED = re.compile(
    r"\b(?:Pier|Terminal|Gate|Berth|Quay|Mole|Room|Hall|Hangar|Highway|Interstate|Route|Reactor|Line|Checkpoint"
    r"|Building|Bunker|Shaft|Nord Stream|Power of Siberia) (?:\d{1,4}|[IV]{1,3})\b"
)
_ROAD = re.compile(r"\b[A-Z]{1,2}-?\d{1,3}(?= (?:motorway|highway|road|expressway|autobahn|autoroute|route)\b)")
_BETWEEN = re.compile(
    rf"\b{_CAP}[-–]{_CAP} (?:road|highway|motorway|railway|line|pipeline|canal|interconnector|ferry|bridge|tunnel)\b"
)
_OPENING = frozenset(
    "the a an this that its their our his her every each one another in at near from to under since after before no"
    " what which both some any all many most several new old former".split()
)
_ADJECTIVES = ("ian", "ish", "ese", "ean")


def facilities(page: Page, base: ActorBase, found: Sequence[Candidate]) -> list[Candidate]:
    """Return the buildings, works and ways of a page whose names their shape tells; ``found`` are names known."""
    text = page.masked
    bearers = [one for one in found if one.label in (EntityKind.PERSON, EntityKind.ORG)]
    owners = frozenset(text[one.start : one.end].split()[-1] for one in bearers)
    matches = (*_BUILT.finditer(text), *_TITLED.finditer(text))
    made = [one for m in matches if (one := _built(page, m, base, owners)) is not None]
    made += [_made(*m.span(), "A place that its first word tells.", NAME + 1) for m in _HEADED.finditer(text)]
    made += [_made(*m.span(), "A place with a number.", NAME) for m in _COUNTED.finditer(text)]
    made += [_made(*m.span(), "A road by its number.", NAME + 1) for m in _ROAD.finditer(text)]
    made += [_made(*m.span(), "A way between two places.", NAME + 1) for m in _BETWEEN.finditer(text)]
    return [one for one in made if not _is_town(text[one.start : one.end], base)]


def _is_town(name: str, base: ActorBase) -> bool:
    """Say whether what looks like a facility is a place of its own: Port of Spain, Camp Hill."""
    return any(actor.kind is EntityKind.GPE for actor, _ in base.called(name))


def _built(page: Page, match: re.Match[str], base: ActorBase, owners: frozenset[str]) -> Candidate | None:
    """Read "Kurdan prison" whole, without the word that only opens the sentence or a nationality."""
    words = match[1].split()
    start = match.start()
    while words and (words[0].lower() in _OPENING or _is_nationality(words[0], base)):
        start += len(words[0]) + 1
        words = words[1:]
    if not words or words[-1].lower() in NOT_NAMES or words[-1].endswith(("’s", "'s")):
        return None
    loose = match.re is _BUILT and match[3] is not None
    head = match[3] if loose else match[2]
    called = base.called(" ".join(words))
    known = {actor.kind for actor, _ in called}
    if any(actor.key.startswith("country:") and not alias.when for actor, alias in called):
        return None
    if head in _OWN_ONLY and EntityKind.GPE in known:
        return None
    if loose and not _is_loosely_built(page, start, words, head, known, owners):
        return None
    return _made(start, match.end(), f"A {head} by its name.", NAME + 1)


def _is_nationality(word: str, base: ActorBase) -> bool:
    if word.lower().endswith(_ADJECTIVES):
        return True
    labels = {alias.label for _, alias in base.called(word)}
    return EntityKind.NORP in labels


def _is_loosely_built(
    page: Page, start: int, words: list[str], head: str, known: set[EntityKind], owners: frozenset[str]
) -> bool:
    """Say whether a word as common as "camp" or "field" stands behind the name of a place and not of its owner."""
    if words[-1] in owners or known & {EntityKind.PERSON, EntityKind.ORG, EntityKind.LAW}:
        return False
    if any(word.lower() in english_words() for word in words):
        return False
    if EntityKind.GPE in known and head not in _HARBOURS:
        return False
    before = page.masked[max(0, start - 16) : start]
    if head in _WAYS:
        if words[-1][-1].isdigit():
            return False
        return re.search(r"\b(?:the|The|along|on) $", before) is not None
    if head == "field":
        sentence = page.sentence_at(start)
        return sentence is not None and _PUMPED.search(page.masked, sentence.start, sentence.end) is not None
    return True


def _made(start: int, end: int, why: str, rank: int) -> Candidate:
    return Candidate(start, end, EntityKind.FAC, "grammar", why, rank=rank)
