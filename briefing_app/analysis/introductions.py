"""How a text presents persons: "Ann Lee, head of the union" and "Kenyan minister Ann Lee"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing_app.analysis.cues import NOUN_LIKE, SPEECH_FORMS, STANCE_FORMS
from briefing_app.analysis.group_words import APART, COMMENTATORS
from briefing_app.analysis.name_lexicon import ROLE_NOUNS, TITLE_MODIFIERS, TITLES
from briefing_app.analysis.national_titles import national_title
from briefing_app.analysis.syntax import behind_dateline
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.holders import Discourse
    from briefing_app.analysis.page import Page, Sentence

_ABROAD = frozenset("foreign external overseas international east africa asia americas europe development".split())
# What a person does for those he speaks for: "who heads the union".
_SERVING = frozenset(
    (
        "heads leads chairs runs represents speaks directs presides negotiates coordinates manages sits serves advises"
        " works represented founded commands oversees fronts"
    ).split()
)
_ROLE_WORDS = ROLE_NOUNS | TITLES | frozenset(["negotiator", "officer"])
_LEADERS = frozenset(
    "leader co-leader chair chairman chairwoman chairperson spokesman spokeswoman spokesperson negotiator".split()
)
# Who only runs for an office does not speak for the place in which it is.
_RUNNING = frozenset("nominee candidate contender hopeful challenger running bid".split())


def introduce(page: Page, discourse: Discourse) -> None:
    """Learn from the whole text for whom its persons speak."""
    for one in discourse.names:
        if one.label is not EntityKind.PERSON or one.canonical in discourse.affiliations:
            continue
        sentence = page.sentence_at(one.start)
        if sentence is None:
            continue
        if _ABROAD & _words_near(sentence, one):
            discourse.abroad.add(one.canonical)
        served = discourse.party_of(one)
        found = (
            _of_the_nations(sentence, one)
            or _by_office(sentence, one, discourse)
            or _before(sentence, one, discourse)
            or _behind(sentence, one, discourse)
            or _titled(sentence, one)
            or _is_said_to_be(page, sentence, one, discourse)
        )
        led = _of_its_subject(sentence, one, discourse)
        if led is not None or (found and _leads_body(sentence, one) and served[1].startswith("country:")):
            found = led or found
            served = served if found and found[1].startswith("country:") else ("", "")
        if found and found[0] and (not served[0] or _in_shadow(sentence, one)):
            discourse.learn(one.canonical, found)


def adopt(page: Page, discourse: Discourse) -> None:
    """Let ministers and secretaries without a country speak for the issuer of an official text."""
    issuer = discourse.issuer
    for one in discourse.names:
        if one.label is not EntityKind.PERSON or one.key or one.canonical in discourse.affiliations:
            continue
        sentence = page.sentence_at(one.start)
        at = sentence.token_at(one.start) if sentence is not None else 0
        if sentence is not None and at and sentence.tokens[at - 1].lower in ("minister", "secretary"):
            discourse.learn(one.canonical, (issuer.parties[0], issuer.keys[0]))


def _before(sentence: Sentence, one: Candidate, discourse: Discourse) -> tuple[str, str] | None:
    """Read what stands in front of a person: a title, and whose it is."""
    tokens = sentence.tokens
    at = sentence.token_at(one.start) - 1
    role = False
    steps = 0
    while at >= 0 and steps < 10:
        steps += 1
        word = tokens[at].lower
        if word in APART:
            return None
        name = _name_ending(discourse, sentence, at)
        if name is not None and role:
            return discourse.party_of(name)
        if word.rstrip(".") in _ROLE_WORDS:
            role = True
        elif (word == "," and steps == 1) or word in ("'s", "’s", ".", "and", "the", "of", "for", "&"):
            if word == "." and not role:
                return None
        elif word in TITLE_MODIFIERS or (tokens[at].is_word and tokens[at].text.islower() and role and len(word) > 3):
            pass
        elif not (role and tokens[at].is_capital):
            return None
        at -= 1
    return None


def _by_office(sentence: Sentence, one: Candidate, discourse: Discourse) -> tuple[str, str] | None:
    """Read an office written out in front of a person and a comma: "the Acting Minister of Water of Kenya, Ann Lee"."""
    tokens = sentence.tokens
    comma = sentence.token_at(one.start) - 1
    name = _name_ending(discourse, sentence, comma - 1) if comma > 1 and tokens[comma].text == "," else None
    if name is None:
        return None
    first = sentence.token_at(name.start)
    if tokens[first - 1].lower == "the":
        first -= 1
    if first < 2 or tokens[first - 1].lower not in ("of", "for"):
        return None
    for at in range(first - 2, max(-1, first - 12), -1):
        word = tokens[at].lower
        if word in _ROLE_WORDS:
            return discourse.party_of(name)
        if word not in ("of", "and", "the", "for") and not (tokens[at].is_capital or len(word) > 3):
            return None
    return None


def _of_its_subject(sentence: Sentence, one: Candidate, discourse: Discourse) -> tuple[str, str] | None:
    """Read "The Front would stay, its leader, Ann Lee, said": she leads what the sentence is about."""
    tokens = sentence.tokens
    comma = sentence.token_at(one.start) - 1
    near = [token.lower for token in tokens[max(0, comma - 4) : comma]]
    if comma < 2 or tokens[comma].text != "," or "its" not in near or not _LEADERS & set(near):
        return None
    names = discourse.names_in(sentence, behind_dateline(tokens), comma)
    body = next((name for name in names if name.label in (EntityKind.ORG, EntityKind.GPE)), None)
    return discourse.party_of(body) if body is not None else None


def _leads_body(sentence: Sentence, one: Candidate) -> bool:
    """Say whether a person is called the leader or the voice of something: "the Front's leader, Ann Lee"."""
    at, end = sentence.token_at(one.start), sentence.token_at(one.end)
    behind = sentence.tokens[end + 1 : end + 4] if [t.text for t in sentence.tokens[end : end + 1]] == [","] else []
    return any(token.lower in _LEADERS for token in (*sentence.tokens[max(0, at - 3) : at], *behind))


def _in_shadow(sentence: Sentence, one: Candidate) -> bool:
    """Say whether a person is called a shadow minister, who speaks for his party and not for the state."""
    at = sentence.token_at(one.start)
    return any(token.lower == "shadow" for token in sentence.tokens[max(0, at - 5) : at])


_IS = re.compile(
    r" (?:is|serves as) (?:the |a |an )?((?:[a-z-]+ ){1,4})(?:of|at|for) (?:the )?"
    r"([A-Z][\w’'&-]*(?: (?:of |and |for )?[A-Z][\w’'&-]*){0,6})"
)


def _is_said_to_be(page: Page, sentence: Sentence, one: Candidate, discourse: Discourse) -> tuple[str, str] | None:
    """Read a sentence that tells what a person is: "Ann Lee is the chief negotiator of the Nurses' Federation."."""
    told = _IS.match(page.masked, one.end, sentence.end)
    if told is None or not set(told[1].split()) & _ROLE_WORDS or set(told[1].split()) & (APART | COMMENTATORS):
        return None
    named = [other for other in discourse.names if told.start(2) <= other.start < told.end(2)]
    whole = next((other for other in named if other.end >= told.end(2) and other.start == told.start(2)), None)
    if whole is not None and whole.label is not EntityKind.PERSON:
        return discourse.party_of(whole)
    return (told[2], "") if len(told[2].split()) > 1 and any(other.label is EntityKind.ORG for other in named) else None


def _words_near(sentence: Sentence, one: Candidate) -> set[str]:
    """Return the words of a title in front of a person, or of one behind him and a comma."""
    at = sentence.token_at(one.start)
    end = sentence.token_at(one.end)
    behind = (
        sentence.tokens[end + 1 : end + 7]
        if sentence.tokens[end : end + 1] and sentence.tokens[end].text == ","
        else []
    )
    near = [token.lower for token in (*sentence.tokens[max(0, at - 6) : at], *behind)]
    return set(near) if "minister" in near or "secretary" in near else set()


def _is_finite(word: str) -> bool:
    """Say whether a word is a finite form of a verb of the lexicon: there the description of a person ends."""
    forms = (*STANCE_FORMS.get(word, ()), *SPEECH_FORMS.get(word, ()))
    return word not in NOUN_LIKE and any(form.kind in ("third", "past") for form in forms)


def _titled(sentence: Sentence, one: Candidate) -> tuple[str, str] | None:
    """Read a title right in front of a person that only one government has: "Foreign Secretary Ann Lee"."""
    at = sentence.token_at(one.start)
    return national_title(" ".join(token.text for token in sentence.tokens[max(0, at - 6) : at]))


def _of_the_nations(sentence: Sentence, one: Candidate) -> tuple[str, str] | None:
    """Read a title beside a person that only officers of the United Nations have, whatever department it is for."""
    at, end = sentence.token_at(one.start), sentence.token_at(one.end)
    behind = sentence.tokens[end + 1 : end + 5] if [t.text for t in sentence.tokens[end : end + 1]] == [","] else []
    for near in (sentence.tokens[max(0, at - 8) : at], behind):
        words = "".join(token.text if token.text in "-," else f" {token.text}" for token in near)
        found = national_title(words.replace("- ", "-")) if "," not in words else None
        if found is not None and found[1] == "org:un":
            return found
    return None


def _name_ending(discourse: Discourse, sentence: Sentence, at: int) -> Candidate | None:
    token = sentence.tokens[at]
    for back in range(at, max(-1, at - 7), -1):
        name = discourse.by_start.get(sentence.tokens[back].start)
        if name is not None:
            usable = name.label in (EntityKind.ORG, EntityKind.GPE, EntityKind.NORP)
            return name if usable and name.end >= token.end else None
    return None


def _behind(sentence: Sentence, one: Candidate, discourse: Discourse) -> tuple[str, str] | None:
    """Read what stands behind a person and a comma: ", Kenya's minister", ", head of the union", ", of Greenpeace"."""
    tokens = sentence.tokens
    at = sentence.token_at(one.end)
    if at >= len(tokens) or (tokens[at].text not in (",", "(") and tokens[at].lower not in ("of", "from", "with")):
        return None
    plain = tokens[at].lower in ("of", "from", "with")
    role = plain
    found: Candidate | None = None
    for index in range(at + 1, min(at + 16, len(tokens))):
        word = tokens[index].lower
        if word in (",", ")", ";", ".") or tokens[index].text in '“"':
            break
        if word == "who" and index == at + 1 and index + 1 < len(tokens) and tokens[index + 1].lower in _SERVING:
            role = True
            continue
        if role and index == at + 2 and word in _SERVING:
            continue
        if word in ("who", "said", "told", "says") or _is_finite(word):
            break
        if word == "for" and tokens[index - 1].lower in _RUNNING:
            break
        if word.rstrip(".") in _ROLE_WORDS or (
            word in ("of", "at", "for", "with", "from", "representing", "speaking") and index == at + 1
        ):
            role = True
        name = discourse.by_start.get(tokens[index].start)
        if name is not None and found is None and name.label in (EntityKind.ORG, EntityKind.GPE, EntityKind.NORP):
            found = name
            if name.label is EntityKind.NORP:
                later = [
                    other for other in discourse.names_in(sentence, index + 1, min(at + 14, len(tokens)))
                    if other.label is EntityKind.ORG
                ]  # fmt: skip
                if later and not any(t.text in (",", ".") for t in tokens[index : sentence.token_at(later[0].start)]):
                    found = later[0]
        if plain and found is not None:
            break
    return discourse.party_of(found) if role and found is not None else None
