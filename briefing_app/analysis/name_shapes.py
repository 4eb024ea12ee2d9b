"""Names told by their shape: numbered acts, streets, mountains, states by their long names, speakers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.candidates import NAME, Candidate
from briefing_app.analysis.cues import NOUN_LIKE, SPEECH_FORMS
from briefing_app.analysis.name_lexicon import PARTICLES, ROLE_NOUNS, TITLES
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.actors import ActorBase
    from briefing_app.analysis.page import Page

# Every repetition has an end: without one a text of capitals takes the square of its length.
_CAP = r"[A-ZÀ-Þ][\wà-ÿ’'-]{1,60}"
_ACT = re.compile(
    r"\b(?:"
    r"(?:(?:UN|U\.N\.|United Nations) (?=[A-Z]))?(?:(?:Security Council|General Assembly|UNSC) )?"
    r"[Rr]esolutions? \d{2,4}(?:/\d+)?(?: \(\d{4}\))?"
    r"|(?:Council |Commission |Delegated |Implementing ){0,4}(?:Decision|Regulation|Directive) "
    r"(?:\((?:[A-Z]{2,8}|Euratom)\) )?(?:No\.? )?\d{2,4}/\d+(?:/[A-Z]{2,5})?"
    r"|Executive Orders? \d{4,5}|Public Law \d+-\d+|Proclamation \d{4,5}"
    r"|(?:Law|Decree|Decree-Law|Federal Law|Presidential Decree|Loi) (?:No\.? ?|n° ?|nº ?)?\d+[-/]?\w*"
    r"(?: of \d{4})?|(?:Act|Order|Bill) No\.? ?\d+(?:/\d+)?(?: of \d{4})?"
    r"|(?!The |This |That |Our |Its )(?:(?:[A-ZÀ-Þ][\wà-ÿ’'-]{1,60}|and|of) ){1,5}"
    r"(?:Act|Bill|Order|Ordinance|Code),? \d{4}"
    r"|(?!The |This |That |Our |Its )(?:[A-ZÀ-Þ][\wà-ÿ’'-]{1,60} ){1,5}\((?:Amendment|Consolidation|Repeal|Protection"
    r"|Temporary Provisions|Special Provisions|No\.? \d)[\w .]{0,200}\) (?:Act|Bill|Order|Ordinance)(?: \d{4})?"
    r"|Chapter (?:[IVX]{1,5}|\d{1,2}) of the (?:UN |United Nations )?Charter"
    r"|H\.R\. ?\d+|S\. ?\d{3,5}"
    r")"
)
_LONG_STATE = re.compile(
    r"\b(?:(?:Islamic|People[’']s|Democratic|Federal|Hashemite|Arab|Socialist|Bolivarian|Plurinational|Federated"
    r"|Co-operative|United|Oriental|Lao) ){0,5}"
    r"(?:Republic|Kingdom|Sultanate|Emirate|Principality|Grand Duchy|Union|Commonwealth|States?)"
    rf" of (?:the )?({_CAP}(?: (?:and|of) {_CAP}| {_CAP})?)"
)
_MOUNT = re.compile(
    rf"\b(?:Mount|Mt\.?|Cape|Isle of|Isla|Cerro|Wadi|Jebel|Jabal|Djebel|Tel|Ras|Point) {_CAP}\b(?! [A-ZÀ-Þ])"
)
_STREET = re.compile(
    rf"\b(?:\d{{1,4}} (?:{_CAP} ){{1,3}}(?:Avenue|Street|Road|Boulevard|Lane|Square|Place|Drive)"
    r"|(?:Rue|Avenue|Boulevard|Place|Quai|Calle|Plaza|Avenida|Via|Piazza)"
    rf" (?:de la |de l[’']|de |du |des |della |del |d[’']){_CAP})\b"
)
_SPEAKER = re.compile(
    r"^[\s*_>#]*((?:SPOKESPERSON|SPOKESMAN|SPOKESWOMAN|AMBASSADOR|PRESIDENT|MINISTER|SECRETARY|SENATOR|MR|MRS|MS|DR"
    r"|GENERAL|PRIME MINISTER|FOREIGN MINISTER|SENIOR|OFFICIAL|ADMINISTRATION)[. ]+)*"
    r"([A-ZÀ-Þ][A-ZÀ-Þ’'.-]+(?: [A-ZÀ-Þ][A-ZÀ-Þ’'.-]+){0,3})(?:,[^:]{2,90}|\s?\([^)]{2,40}\))?:[*_]*(?=\s)"
)
_ADMINISTRATION = re.compile(
    rf"\b(?:(?:Autonomous|Transitional|Interim|Provisional|Regional) (?:{_CAP} ){{1,2}}Government"
    rf"|{_CAP} (?:Regional|Provincial|Territorial|Autonomous) Government)\b"
)
_ASKER = re.compile(
    rf"^[\s*_]*(?:QUESTION|Question|Q)[*_]*[:.][*_]* ({_CAP}(?:[ -]{_CAP}){{1,2}}), (?=(?:the |The )?[A-ZÀ-Þ])"
)
_NOBODY = frozenset(
    (
        "question answer moderator chair chairman chairwoman chairperson president speaker interviewer interviewee host"
        " reporter journalist audience operator q a note update timeline background analysis watch read live breaking"
        " summary unidentified participant translator interpreter secretary staff press media official spokesperson"
        " senior administration minister"
    ).split()
)


def shaped(page: Page, base: ActorBase) -> list[Candidate]:
    """Return the names of a page that their shape alone tells."""
    text = page.masked
    made = [_made(m, EntityKind.LAW, "A numbered act.") for m in _ACT.finditer(text)]
    made += [_made(m, EntityKind.ORG, "A government of a part.") for m in _ADMINISTRATION.finditer(text)]
    made += [_made(m, EntityKind.LOC, "A mountain, cape or valley by its name.") for m in _MOUNT.finditer(text)]
    made += [_made(m, EntityKind.FAC, "A street by its name.") for m in _STREET.finditer(text)]
    made += [one for m in _LONG_STATE.finditer(text) if (one := _long_state(m, base)) is not None]
    return made + _speakers(page, base) + _askers(page)


def _askers(page: Page) -> list[Candidate]:
    """Read who asks in a transcript: "QUESTION: Kimiko Sawara, Dagsposten."."""
    matches = (_ASKER.match(page.masked[start : min(end, start + 90)]) for start, end in page.passages)
    return [
        Candidate(
            start + m.start(1), start + m.end(1), EntityKind.PERSON, "grammar", "Who asks.", rank=NAME, confidence=0.8
        )
        for (start, _), m in zip(page.passages, matches, strict=True)
        if m is not None
    ]


def _made(match: re.Match[str], label: EntityKind, why: str) -> Candidate:
    return Candidate(*match.span(), label, "grammar", why, rank=NAME + 1)


def _long_state(match: re.Match[str], base: ActorBase) -> Candidate | None:
    """Read "Islamic Republic of X" as the state of that name; "Islamic State of X" is none."""
    if match[0].startswith("Islamic State"):
        return None
    for name in (match[0], match[1], match[1].split()[0]):
        if any(actor.kind is EntityKind.LOC for actor, _ in base.called(name)):
            return None
        for actor, alias in base.called(name):
            if actor.kind is EntityKind.GPE and not alias.when and actor.key.startswith("country:"):
                end = match.end() if name != match[1].split()[0] else match.start(1) + len(name)
                why = f"The long name of {actor.name}."
                return Candidate(match.start(), end, EntityKind.GPE, "grammar", why, actor.name, actor.key, NAME + 1)
    if " and " in match[1]:
        name = match[1].split(" and ")[0]
        end = match.start(1) + len(name)
        return Candidate(match.start(), end, EntityKind.GPE, "grammar", "A state by its long name.", rank=NAME + 1)
    if match[0].startswith(("State", "Union", "Commonwealth", "United")):
        return None
    return Candidate(match.start(), match.end(), EntityKind.GPE, "grammar", "A state by its long name.", rank=NAME + 1)


def _speakers(page: Page, base: ActorBase) -> list[Candidate]:
    """Read the names in capitals in front of what persons say in a transcript."""
    made: list[Candidate] = []
    for start, end in page.passages:
        match = _SPEAKER.match(page.masked, start, min(end, start + 160)) if start < end else None
        match = match or _SPEAKER.match(page.masked[start : min(end, start + 160)])
        if match is None:
            continue
        shift = 0 if match.string is page.masked else start
        words = match[2].rstrip(".").split()
        first = match.start(2) + shift
        while words and (words[0].lower().rstrip(".") in TITLES | ROLE_NOUNS | {"mr", "ms"} and len(words) > 1):
            first += len(words[0]) + 1
            words = words[1:]
        if not words or any(word.lower().rstrip(".") in _NOBODY for word in words) or len(words[-1]) < 3:
            continue
        known = base.called(" ".join(words).title()) or base.called(" ".join(words))
        if known and not any(actor.kind is EntityKind.PERSON for actor, _ in known):
            continue  # LAHORE: the place in front of a report
        why = "A speaker of a transcript."
        made.append(
            Candidate(
                first, first + len(" ".join(words)), EntityKind.PERSON, "grammar", why, rank=NAME + 1, confidence=0.8
            )
        )
    return made


def plain_case(name: str) -> str:
    """Return a name in capitals as it is written plainly: VAN RIEBEEK is van Riebeek."""
    words = [word.lower() if word.lower() in PARTICLES else _titled(word) for word in name.split()]
    return " ".join(words)


def _titled(word: str) -> str:
    return "-".join(part.capitalize() for part in word.split("-"))


def is_speech(word: str) -> bool:
    """Say whether a word in small letters is a verb of saying."""
    told = any(form.kind in ("past", "third", "participle") for form in SPEECH_FORMS.get(word, ()))
    return told and word.islower() and word not in NOUN_LIKE
