"""Who takes a stand: from a noun phrase to the party and the person who speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.analysis.group_words import (
    APART,
    BOTH,
    COLLECTIVES,
    COMMENTATORS,
    GROUPS,
    PUBLIC,
    RELATIONS,
    SPEAKING,
)
from briefing_app.analysis.hedges import is_report, unnamed_word
from briefing_app.analysis.holder import (
    NOBODY,
    Holder,
    carries,
    head_of,
    is_person_role,
    is_role,
    of_before,
    posted_to,
    without_article,
)
from briefing_app.analysis.memory import STATE_VOICES
from briefing_app.analysis.name_lexicon import ROLE_NOUNS
from briefing_app.analysis.nameless import Nameless
from briefing_app.analysis.syntax import LISTING, Phrase
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.page import Sentence, Token


# What stands between the names of a list: "Kenya, the wider Union and the Government of Uganda".
_LISTING_GAP = re.compile(
    r"(?:,? and|,|,? as well as|,? nor| &)(?: the)?(?: wider| entire| whole)?(?: [Gg]overnments? of(?: the)?)? "
)
# Words behind a subject that name nobody: "Kenya alone", "Kenya itself".
_TRAILING = frozenset("alone itself themselves himself herself too likewise".split())


# Bodies that are not the state in which they are.
_FACTIONS = frozenset("parties party opposition alliance faction factions group groups rebels workers unions".split())


def _stands_in(tokens: list[Token], phrase: Phrase, name: Candidate) -> bool:
    """Say whether a name only tells where a body is: "opposition parties in the Kenyan region"."""
    at = next((i for i in range(phrase.first, phrase.last) if tokens[i].start >= name.start), phrase.first)
    return any(tokens[i].lower == "in" for i in range(max(phrase.first, at - 2), at))


def _called(tokens: list[Token], people: Candidate, body: Candidate, sentence: Sentence) -> bool:
    """Say whether a body is named behind what it is: "the leader of the Kenyan Islamist group Dawn"."""
    at = sentence.token_at(body.start)
    kind = tokens[at - 1].lower in GROUPS - {"government", "ministry", "country", "nation", "state"}
    return kind and people.label is EntityKind.NORP


def _joined_to_others(tokens: list[Token], phrase: Phrase, at: int) -> bool:
    """Read "Kenya and five other states": of the two only one has a name."""
    words = [token.lower for token in tokens[at : min(at + 5, phrase.last)]]
    return words[:1] == ["and"] and any(word in ("other", "others") for word in words[1:])


@dataclass(slots=True)
class Discourse(Nameless):
    """Reads noun phrases against what the text has named so far."""

    def resolve(self, sentence: Sentence, phrase: Phrase) -> Holder:
        """Return who a subject is; NOBODY where it is nobody who can hold a position."""
        tokens = sentence.tokens
        self.here = tokens[phrase.first].start
        if phrase.last - phrase.first > 1 and tokens[phrase.last - 1].lower in _TRAILING:
            phrase = replace(phrase, last=phrase.last - 1)
        word = tokens[phrase.first].lower
        if phrase.last - phrase.first == 1 and (word == "i" or not tokens[phrase.first].text.isupper()):
            pronoun = self.pronoun(word)
            if pronoun is not None:
                return pronoun
        names = self.names_in(sentence, phrase.first, phrase.last)
        extra = self._beside(sentence, phrase) if phrase.extra else []
        person = next((one for one in names if one.label is EntityKind.PERSON), None)
        if person is not None and self._is_relation(sentence, phrase, person):
            return NOBODY
        if person is None and phrase.extra and is_role(tokens, phrase.first, phrase.last):
            person = next((one for one in extra if one.label is EntityKind.PERSON), None)
        if person is None and not names and is_role(tokens, phrase.first, phrase.last):
            person = self._titled_behind(sentence, phrase.first)
        if person is not None:
            return self._person(sentence, phrase, person, [*names, *extra])
        return self._thing(sentence, phrase, names)

    def _titled_behind(self, sentence: Sentence, first: int) -> Candidate | None:
        """Return the person whose title stands behind him and a comma that nothing closes: "Ann Lee, Minister said"."""
        if first < 2 or sentence.tokens[first - 1].text != ",":
            return None
        end = sentence.tokens[first - 2].end
        people = (one for one in self.names_in(sentence, max(0, first - 6), first - 1) if one.end == end)
        return next((one for one in people if one.label is EntityKind.PERSON), None)

    def _beside(self, sentence: Sentence, phrase: Phrase) -> list[Candidate]:
        """Return the names set beside a phrase, those of a relative clause left out: "a Republican who sits on ..."."""
        first, last = phrase.extra or (0, 0)
        stop = next((i for i in range(first + 1, last) if sentence.tokens[i].lower in ("who", "which", "whose")), last)
        return self.names_in(sentence, first, stop)

    def _is_relation(self, sentence: Sentence, phrase: Phrase, person: Candidate) -> bool:
        """Say whether a phrase is only about somebody near a person: "the husband of ...", "Lee's lawyer"."""
        tokens = sentence.tokens[phrase.first : phrase.last]
        words = [token.lower for token in tokens]
        at = next(i for i, token in enumerate(tokens) if token.start == person.start)
        if any(word in RELATIONS for word in words[:at]) and "of" in words[:at]:
            return True
        last = next((i for i, token in enumerate(tokens) if token.end >= person.end), at)
        return words[last + 1 : last + 2] in (["'s"], ["’s"]) and words[-1] in RELATIONS

    def _person(self, sentence: Sentence, phrase: Phrase, person: Candidate, names: list[Candidate]) -> Holder:
        tokens = sentence.tokens
        words = [t.lower for t in tokens[phrase.first : phrase.last]]
        if phrase.extra:
            words += [t.lower for t in tokens[slice(*phrase.extra)]]
        outsider = any(word in COMMENTATORS for word in words)
        self.note_role(person.canonical, words)
        governed = head_of(words) in ("government", "administration", "cabinet", "side", "camp", "team")
        others = [one for one in names if one is not person and one.label is not EntityKind.PERSON]
        others = [one for one in others if not posted_to(sentence, one)]
        party, key = self.party_of(person)
        if not person.key and APART & set(words):
            others = [one for one in others if one.label is EntityKind.ORG]
            apart = not others
        else:
            apart = False
        why = f"{person.canonical} speaks for {party}." if party else ""
        weight = 1.0
        if not party and others and not outsider:
            party, key = self.employer(others)
            if party:
                self.learn(person.canonical, (party, key))
                why = f"{person.canonical} is presented as speaking for {party}."
        if not party and not outsider and not apart:
            party, key = self.implied(words, person.canonical)
            if party:
                weight = 0.85
                self.learn(person.canonical, (party, key))
                why = f"{person.canonical} is taken to speak for {party}, named just before."
        if not party:
            party, key, weight = person.canonical, person.key, 0.72
            why = f"The text does not say for whom {person.canonical} speaks."
        return Holder((party,), (key,), "" if governed else person.canonical, weight, why, outsider=outsider)

    def _thing(self, sentence: Sentence, phrase: Phrase, names: list[Candidate]) -> Holder:
        tokens = sentence.tokens[phrase.first : phrase.last]
        words = [token.lower for token in tokens]
        text = self.page.masked[tokens[0].start : tokens[-1].end]
        unnamed = unnamed_word(sentence.tokens, phrase.first, phrase.last)
        if any(word in COMMENTATORS or word in PUBLIC for word in words):
            return Holder((), (), outsider=True, unnamed=unnamed)
        usable = [
            one
            for one in names
            if one.label in (EntityKind.GPE, EntityKind.ORG, EntityKind.NORP) or one.canonical == "Europe"
        ]
        joined = self._joined(sentence, phrase, usable) if len(usable) > 1 else NOBODY
        if joined.known:
            return joined
        members = self._members(sentence, phrase)
        continental = not any(one.key for one in usable)
        if (len(members) > 1 or (members and continental)) and not is_person_role(words):
            return Holder(
                tuple(name for name, _ in members), tuple(key for _, key in members), "", 0.92,
                "The text lists who they are.", plural=True,
            )  # fmt: skip
        if phrase.extra and (not usable or head_of(words) in GROUPS) and not is_person_role(words):
            named = [one for one in self.names_in(sentence, *phrase.extra) if one.label is EntityKind.ORG]
            if named:
                party, key = self.party_of(named[0])
                return Holder((party,), (key,), "", 0.95, named[0].why, plural=False)
        other = {"of", "from"} & set(words) or any(one.label is EntityKind.NORP for one in usable)
        facing = words[0] in ("his", "her") or head_of(words) in ("counterpart", "counterparts", "rival")
        of_named = usable and facing and is_person_role(words) and other
        if not usable or (words[0] in ("its", "his", "her", "their") and not of_named):
            return self.nameless(words, unnamed, text)
        if head_of(words) in COLLECTIVES and usable[0].end < tokens[-1].end and usable[0].label is not EntityKind.ORG:
            name = without_article(text)
            return Holder(
                (name[0].upper() + name[1:],), ("",), "", 0.8, "A group named in the text's own words.", plural=True
            )
        if head_of(words) in COLLECTIVES and len(usable) == 1 and _stands_in(sentence.tokens, phrase, usable[0]):
            return self.nameless(words[: words.index("in")], unnamed, text[: text.index(" in ")])
        head = head_of(words)
        speaker = self._role_text(sentence, phrase, words, head, text)
        chosen = self._chosen(sentence, phrase, usable, head)
        if not chosen:
            return replace(NOBODY, unnamed=unnamed)
        parties = [self.party_of(one) for one in chosen]
        parties = list(dict.fromkeys(party for party in parties if party[0]))
        if not parties:
            return replace(NOBODY, unnamed=unnamed)
        if not speaker and len(chosen) == 1 and chosen[0].key in STATE_VOICES:
            speaker = chosen[0].canonical
        weight = 1.0 if len(tokens) <= 4 or speaker else 0.92
        plural = len(parties) > 1 or words[-1].endswith("s") or any(one.label is EntityKind.NORP for one in chosen)
        plain = unnamed if unnamed and not is_report(unnamed) else ""
        whys = [one.why for one in chosen if one.why and one.canonical != self.page.masked[one.start : one.end]]
        return Holder(
            tuple(name for name, _ in parties), tuple(key for _, key in parties), speaker, weight,
            whys[0] if whys else "", plain, plural,
        )  # fmt: skip

    def _joined(self, sentence: Sentence, phrase: Phrase, usable: list[Candidate]) -> Holder:
        """Read "Kenya's government and the rebels of the Front" as the two of them."""
        tokens = sentence.tokens
        at = next((i for i in range(phrase.first + 1, phrase.last - 1) if tokens[i].lower in ("and", "nor")), 0)
        if not at:
            return NOBODY
        left = [one for one in usable if one.start < tokens[at].start]
        right = [one for one in usable if one.start > tokens[at].start]
        plain = len(left) == 1 and len(right) == 1 and phrase.last - at - 1 + at - phrase.first > 4
        sides = ((left, tokens[phrase.first : at]), (right, tokens[at + 1 : phrase.last]))
        if not plain or any(
            one[0].label is EntityKind.NORP and words[-1].lower not in GROUPS | SPEAKING | COLLECTIVES
            for one, words in sides
        ):
            return NOBODY
        first = self._thing(sentence, Phrase(phrase.first, at), left)
        second = self._thing(sentence, Phrase(at + 1, phrase.last), right)
        named = first.known and second.known and any(first.keys + second.keys)
        if not named or set(first.parties) & set(second.parties):
            return NOBODY
        return Holder(
            first.parties + second.parties, first.keys + second.keys, "", 0.85, "Both are named.", plural=True
        )

    def _members(self, sentence: Sentence, phrase: Phrase) -> list[tuple[str, str]]:
        """Return whom a phrase lists behind a comma: "five members, among them Kenya and Uganda"."""
        beside = sentence.tokens[phrase.extra[0] :] if phrase.extra else []
        if not phrase.extra or not beside or beside[0].lower not in LISTING:
            return []
        kinds = (EntityKind.GPE, EntityKind.ORG)
        named = [self.party_of(one) for one in self.names_in(sentence, *phrase.extra) if one.label in kinds]
        return list(dict.fromkeys(party for party in named if party[0]))

    def _chosen(self, sentence: Sentence, phrase: Phrase, usable: list[Candidate], head: str) -> list[Candidate]:
        """Return the names that are the head of the phrase, or to which its head noun belongs."""
        tokens = sentence.tokens
        while len(usable) > 1 and self.page.masked[usable[0].end : usable[0].end + 2] in ("'s", "’s", "' ", "’ "):
            if usable[1].end < tokens[phrase.last - 1].end and usable[1].label is not EntityKind.ORG:
                break
            usable = usable[1:]
        first = usable[0]
        listed = [first]
        for one in usable[1:]:
            if _LISTING_GAP.fullmatch(self.page.masked[listed[-1].end : one.start]):
                listed.append(one)
        if len(listed) > 1 and (listed[-1].end >= tokens[phrase.last - 1].end or head in GROUPS | SPEAKING | BOTH):
            return listed
        if head in _FACTIONS and _stands_in(tokens, phrase, first):
            return []
        if _joined_to_others(tokens, phrase, sentence.token_at(first.end)):
            return [first]
        last = usable[-1]
        closes = last.label is EntityKind.ORG and last.end >= tokens[phrase.last - 1].end
        if closes and _called(tokens, first, last, sentence) and sentence.token_at(last.start) - phrase.first <= 6:
            return [last]
        if first.end >= tokens[phrase.last - 1].end:
            return [first] if carries(tokens, phrase, first, head) else []
        if (
            head in GROUPS
            or head in SPEAKING
            or head in BOTH
            or head in ("office", "leadership", "people", "public", "voters", "navy")
        ):
            orgs = [one for one in usable if one.label is EntityKind.ORG and one.start > first.end]
            led = bool(orgs) and (of_before(tokens, orgs[0], sentence) or _called(tokens, first, orgs[0], sentence))
            return [orgs[0]] if led else [first]
        return [first] if first.end >= tokens[phrase.last - 1].end - 3 else []

    def _role_text(self, sentence: Sentence, phrase: Phrase, words: list[str], head: str, text: str) -> str:
        if head not in SPEAKING:
            return ""
        if head.endswith("s") and head not in ROLE_NOUNS:
            return ""
        officer = self.officer(sentence, phrase, words)
        return officer or without_article(text)
