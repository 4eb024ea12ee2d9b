"""Who takes a stand: from a noun phrase to the party and the person who speaks for it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.analysis.group_words import (
    APART,
    BLOC_ADJECTIVES,
    BLOC_NOUNS,
    BOTH,
    COLLECTIVES,
    COMMENTATORS,
    GROUPS,
    PUBLIC,
    RELATIONS,
    SPEAKING,
    STATE_TITLES,
)
from briefing_app.analysis.hedges import is_report, unnamed_word
from briefing_app.analysis.holder import (
    NOBODY,
    Holder,
    carries,
    head_of,
    is_person_role,
    is_role,
    lowered,
    of_before,
    posted_to,
    voiceless,
    without_article,
    without_count,
)
from briefing_app.analysis.lexicon import DETERMINERS, MONTHS, WEEKDAYS
from briefing_app.analysis.memory import STATE_VOICES, Memory
from briefing_app.analysis.name_lexicon import ROLE_NOUNS, TITLES
from briefing_app.analysis.national_titles import national_title
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


def _leads(words: list[str]) -> bool:
    """Say whether a phrase means leaders of a kind: "world leaders", "tribal leaders"."""
    return words[-1] == "leaders" and words[-2:-1] != [] and words[-2] in _LED


_LED = frozenset("world religious tribal community business church opposition union student indigenous local".split())


def _joined_to_others(tokens: list[Token], phrase: Phrase, at: int) -> bool:
    """Read "Kenya and five other states": of the two only one has a name."""
    words = [token.lower for token in tokens[at : min(at + 5, phrase.last)]]
    return words[:1] == ["and"] and any(word in ("other", "others") for word in words[1:])


@dataclass(slots=True)
class Discourse(Memory):
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
            return self._group(words, unnamed, text)
        if head_of(words) in COLLECTIVES and usable[0].end < tokens[-1].end and usable[0].label is not EntityKind.ORG:
            name = without_article(text)
            return Holder(
                (name[0].upper() + name[1:],), ("",), "", 0.8, "A group named in the text's own words.", plural=True
            )
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
        if not plain or right[0].label is EntityKind.NORP or left[0].label is EntityKind.NORP:
            return NOBODY
        first = self._thing(sentence, Phrase(phrase.first, at), left)
        second = self._thing(sentence, Phrase(at + 1, phrase.last), right)
        named = first.known and second.known and all(first.keys + second.keys)
        if not named or set(first.parties) & set(second.parties):
            return NOBODY
        return Holder(
            first.parties + second.parties, first.keys + second.keys, "", 0.85, "Both are named.", plural=True
        )

    def _members(self, sentence: Sentence, phrase: Phrase) -> list[tuple[str, str]]:
        """Return whom a phrase lists behind a comma: "five members, among them Kenya and Uganda"."""
        if not phrase.extra or sentence.tokens[phrase.extra[0]].lower not in LISTING:
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
        if _joined_to_others(tokens, phrase, sentence.token_at(first.end)):
            return [first]
        if first.end >= tokens[phrase.last - 1].end:
            return [first] if carries(tokens, phrase, first, head) else []
        if (
            head in GROUPS
            or head in SPEAKING
            or head in BOTH
            or head in ("office", "leadership", "people", "public", "voters", "navy")
        ):
            orgs = [one for one in usable if one.label is EntityKind.ORG and one.start > first.end]
            return [orgs[0]] if orgs and of_before(tokens, orgs[0], sentence) else [first]
        return [first] if first.end >= tokens[phrase.last - 1].end - 3 else []

    def _role_text(self, sentence: Sentence, phrase: Phrase, words: list[str], head: str, text: str) -> str:
        if head not in SPEAKING:
            return ""
        if head.endswith("s") and head not in ROLE_NOUNS:
            return ""
        officer = self.officer(sentence, phrase, words)
        return officer or without_article(text)

    def _of_principals(self, words: list[str], head: str) -> bool:
        """Say whether a phrase means the two parties of the document: "both sides", "neither delegation"."""
        if len(self.principals) != 2 or len(self.issuer.parties) > 1:
            return False
        pairs = ("sides", "parties", "delegations", "governments", "countries", "teams", "neighbours", "neighbors")
        if head in pairs and len(words) <= 3 and words[0] in ("both", "the", "two"):
            return "two" in words or words[0] == "both" or head in ("sides", "delegations")
        return words[0] in ("neither", "either", "each") and head in ("side", "party", "delegation", "government")

    def _group(self, words: list[str], unnamed: str, text: str) -> Holder:
        """Read a phrase without a name: "the ministry", "both sides", "developing countries"."""
        head = head_of(words)
        count = len(words)
        if words in (["the", "former"], ["the", "latter"]):
            return self.named_last(0 if head == "former" else 1)
        armed = words[-2:] in (["armed", "forces"], ["military", "government"])
        head = "army" if armed and words[0] == "the" else head
        if self._of_principals(words, head):
            return self.pair()
        if head in SPEAKING and words[:2] in (["the", "army"], ["the", "military"]) and count <= 4:
            army = self.antecedent("army")
            return replace(army, speaker=text.removeprefix("the ").removeprefix("The ")) if army.known else NOBODY
        if (
            words[0] == "both"
            and count == 2
            and len(self.recent) >= 2
            and head in BOTH | {"presidents", "ministers", "men", "women"}
        ):
            pair = self.recent[-2:]
            parties = tuple(p for one in pair for p in one.parties)
            keys = tuple(k for one in pair for k in one.keys)
            if len(set(parties)) == 2:
                return Holder(parties, keys, "", 0.75, "Both are the two named last.", plural=True)
        if (
            head in BOTH
            and count <= 4
            and any(w in words for w in ("both", "two", "the", "three"))
            and self.last_group.known
        ):
            size = len(self.last_group.parties)
            if (
                ("three" in words and size == 3)
                or ("three" not in words and size == 2)
                or (self.issuer.known and len(self.issuer.parties) > 1)
            ):
                group = self.last_group if size >= 2 else self.issuer
                return lowered(voiceless(group), 0.75)
        if (
            self.issuer.known
            and len(self.issuer.parties) > 1
            and words[0] == "the"
            and head in BOTH | {"leaders", "ministers"}
            and count <= 3
        ):
            return lowered(voiceless(self.issuer), 0.95)
        if words[0] in ("the", "its", "their", "this", "our") and head in GROUPS and count <= 3:
            antecedent = self.antecedent(head)
            if antecedent.known:
                return replace(lowered(antecedent, 0.88), unnamed="", speaker="")
        personal = words[0] in ("the", "his", "her") and head in ROLE_NOUNS - COMMENTATORS and count <= 4
        bearer = self.bearer(words) if personal else NOBODY
        if bearer.known:
            return lowered(bearer, 0.85)
        if personal and words[0] == "the" and head in STATE_TITLES:
            party, key = self.implied(words)
            if party:
                why = f"The {head} of a text about {party}."
                return Holder((party,), (key,), without_article(text), 0.82, why)
        national = national_title(text) if count <= 6 else None
        if national is not None and head != "former":
            speaker = without_article(text) if head in ROLE_NOUNS else ""
            return Holder((national[0],), (national[1],), speaker, 0.9, f"A {head} of {national[0]}.")
        if words[0] in ("his", "her") and head in GROUPS and self.last_speaker.known:
            return lowered(voiceless(self.last_speaker), 0.95)
        if (
            words[0] == "its"
            and head in (SPEAKING | GROUPS | {"command", "leadership"})
            and count <= 6
            and self.last_party.known
        ):
            person = head in ROLE_NOUNS
            return replace(lowered(self.last_party, 0.88), speaker=head if person else "", unnamed="")
        if (head in COLLECTIVES or _leads(words)) and count <= 5 and not unnamed:
            name = without_article(without_count(text))
            return Holder(
                (name[0].upper() + name[1:],), ("",), "", 0.72, "A group named in the text's own words.", plural=True
            )
        if head in BLOC_NOUNS and any(word in BLOC_ADJECTIVES for word in words) and count <= 5:
            name = without_article(text)
            return Holder(
                (name[0].upper() + name[1:],),
                ("",),
                "",
                0.75,
                "A group of states named by what they share.",
                plural=True,
            )
        return self._called_so(words, text) if not unnamed else Holder((), (), unnamed=unnamed)

    def _called_so(self, words: list[str], text: str) -> Holder:
        """Read capitals that no list knows as a body's own name: "Lakeside Voices rejects the treaty"."""
        name = without_article(text)
        parts = name.split()
        capital = all(part[0].isupper() and part.isalpha() for part in parts) and len(parts) > 1
        if any(self.here <= one.start < self.here + len(text) for one in self.names):
            return NOBODY
        plain = any(word in TITLES | ROLE_NOUNS or word in (*WEEKDAYS, *MONTHS) for word in words)
        if not capital or plain or name.isupper() or words[0] in DETERMINERS - {"the"}:
            return NOBODY
        return Holder((name,), ("",), "", 0.72, "A name in the text's own words.", plural=name.endswith("s"))
