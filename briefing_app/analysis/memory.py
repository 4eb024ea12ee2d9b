"""What a text has named so far, and whom its later words point back to."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from briefing_app.analysis.actors import Actor, ActorBase, holds
from briefing_app.analysis.group_words import COMMENTATORS, STATE_TITLES
from briefing_app.analysis.holder import NOBODY, Holder, is_body, is_country, lowered, voiceless
from briefing_app.analysis.name_lexicon import ROLE_NOUNS, TITLE_MODIFIERS, TITLES
from briefing_app.analysis.national_titles import national_title
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.analysis.candidates import Candidate
    from briefing_app.analysis.page import Page, Sentence
    from briefing_app.analysis.syntax import Phrase

_BODIES = re.compile(
    r"\b(?:Ministry|Department|Presidency|Cabinet|Government|Treasury|Embassy|Mission to|Foreign Office|"
    r"External Action Service|"
    r"Prime Minister's Office|Delegation|Office of the|Duma|Ministries|State Duma|Kremlin|White House)\b"
)

# What an office calls itself in its own statements.
_BARE_BODIES = frozenset({"Department", "Ministry", "Embassy", "Mission", "Delegation", "Foreign Ministry"})
# A news agency that says nothing but what its state says.
STATE_VOICES = frozenset({"org:kcna"})
_OWN_WHYS = ("A state by its long name.",)
_TOLD = " is a state by what the text says of it."
_ARMED_GROUPS = frozenset("group movement militia rebels fighters faction militants insurgents paramilitaries".split())
_INSTITUTION = re.compile(
    r"\b(?:Union|Nations|Bank|Court|Council|Commission|Agency|Ministry|Fund|Organi[sz]ation|Committee|Parliament|News"
    r"|University|Institute|Press|Reuters|NATO|OPEC|AFP)\b"
)
_ROLES = (
    ("prime minister", "head_of_government"), ("foreign minister", "foreign_minister"),
    ("secretary of state", "foreign_minister"), ("foreign secretary", "foreign_minister"),
    ("top diplomat", "foreign_minister|head_of_organisation"),
    ("foreign policy chief", "foreign_minister|head_of_organisation"),
    ("defence minister", "defence_minister"), ("defense minister", "defence_minister"),
    ("finance minister", "finance_minister"), ("chancellor", "head_of_government"),
    ("president", "head_of_state"), ("king", "head_of_state"), ("premier", "head_of_government"),
    ("secretary-general", "head_of_organisation"), ("secretary general", "head_of_organisation"),
    ("director general", "head_of_organisation"), ("director-general", "head_of_organisation"),
)  # fmt: skip


_RULING = re.compile(r"(?:[’']s)?(?: (?!and\b|or\b|of\b)[a-z-]+){0,2} government\b")


def _owns(owner: Candidate, one: Candidate) -> bool:
    """Say whether a name stands right in front of another's, with nothing but "'s" between."""
    return 0 < one.start - owner.end <= 3 and owner is not one


@dataclass(slots=True)
class Memory:
    """What later words of a text can point back to."""

    base: ActorBase
    page: Page
    day: str
    names: list[Candidate]
    by_start: dict[int, Candidate] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)
    affiliations: dict[str, tuple[str, str]] = field(default_factory=dict)
    genders: dict[str, str] = field(default_factory=dict)
    issuer: Holder = NOBODY
    last_speaker: Holder = NOBODY
    last_party: Holder = NOBODY
    last_group: Holder = NOBODY
    voice: Holder = NOBODY
    turn: Holder = NOBODY
    addressee: Holder = NOBODY
    home: tuple[str, str] = ("", "")
    abroad: set[str] = field(default_factory=set)
    recent: list[Holder] = field(default_factory=list)
    principals: tuple[tuple[str, str], ...] = ()
    army: tuple[str, str] = ("", "")
    government: tuple[int, tuple[str, str]] | None = None
    here: int = 0
    states: frozenset[str] = frozenset()
    trust: dict[tuple[str, ...], float] = field(default_factory=dict)
    roles: dict[str, set[str]] = field(default_factory=dict)
    speakers: dict[str, Holder] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Index the names."""
        self.by_start = {one.start: one for one in self.names}
        self.states = frozenset(
            one.canonical for one in self.names
            if one.label is EntityKind.GPE and not one.key and (one.why in _OWN_WHYS or one.why.endswith(_TOLD))
        )  # fmt: skip
        self.covered = {at for one in self.names for at in range(one.start, one.end)}
        countries = Counter(
            party for party in (self.party_of(one) for one in self.names if one.label is not EntityKind.PERSON)
            if self.is_state(*party)
        )  # fmt: skip
        if countries:
            self.home = countries.most_common(1)[0][0]

    def is_state(self, party: str, key: str) -> bool:
        """Say whether a party is a state: one of the base, or one that the text speaks of as such."""
        return key.startswith("country:") or party in self.states

    def _are_states(self, holder: Holder) -> bool:
        return is_country(holder) or all(party in self.states for party in holder.parties)

    def names_in(self, sentence: Sentence, first: int, last: int) -> list[Candidate]:
        """Return the names that start in tokens ``first`` to ``last``."""
        return [self.by_start[t.start] for t in sentence.tokens[first:last] if t.start in self.by_start]

    def party_of(self, one: Candidate) -> tuple[str, str]:
        """Return the party (name, key) that a name stands for; a ministry speaks for its country."""
        if one.label is EntityKind.PERSON:
            return self._party_of_person(one)
        actor = self.base.get(one.key) if one.key else None
        if actor is not None and actor.kind is EntityKind.ORG and actor.parent and _BODIES.search(actor.name):
            parent = self.base.get(actor.parent)
            if parent is not None:
                return parent.name, parent.key
        if actor is not None and actor.parent and one.key in STATE_VOICES:
            parent = self.base.get(actor.parent)
            return (parent.name, parent.key) if parent is not None else (one.canonical, one.key)
        if one.label is EntityKind.GPE and (not one.key or one.key.startswith("city:")):
            return self._ruler_of(one, actor)
        if one.canonical in _BARE_BODIES and not one.key and len(self.issuer.parties) == 1:
            return self.issuer.parties[0], self.issuer.keys[0]
        if one.label is EntityKind.ORG and not one.key and _BODIES.search(one.canonical):
            return self._state_of(one) or (one.canonical, one.key)
        return one.canonical, one.key

    def _state_of(self, one: Candidate) -> tuple[str, str] | None:
        """Return the state whose ministry it is: "the Kenyan Foreign Ministry", "Kenya's Foreign Ministry"."""
        words = one.canonical.split()
        for size in (3, 2, 1):
            for at in range(len(words) - size + 1):
                for actor, alias in self.base.called(" ".join(words[at : at + size])):
                    if actor.kind is EntityKind.GPE and actor.key.startswith("country:") and not alias.when:
                        return actor.name, actor.key
        before = self.page.masked[max(0, one.start - 40) : one.start].rstrip()
        if before.endswith(("'s", "’s", "'", "’")):
            owner = next((other for other in self.names if _owns(other, one)), None)
            if owner is not None and owner.label in (EntityKind.GPE, EntityKind.ORG):
                return self.party_of(owner)
        return None

    def _ruler_of(self, one: Candidate, city: Actor | None) -> tuple[str, str]:
        """Return the government that sits in a capital; other cities stand for themselves."""
        for actor, alias in sorted(self.base.called(one.canonical), key=lambda m: m[0].kind is not EntityKind.ORG):
            if alias.when == "acting":
                return actor.name, actor.key
        return one.canonical, one.key

    def _party_of_person(self, one: Candidate) -> tuple[str, str]:
        if one.canonical in self.affiliations:
            return self.affiliations[one.canonical]
        actor = self.base.get(one.key) if one.key else None
        if actor is None:
            return "", ""
        served = self.base.get(self.base.serves(actor, self.day))
        if served is None:
            return "", ""
        if served.kind is EntityKind.ORG and served.parent and _BODIES.search(served.name):
            served = self.base.get(served.parent) or served
        return served.name, served.key

    def learn(self, person: str, party: tuple[str, str]) -> None:
        """Remember for whom a person speaks in this text; the first reading stays."""
        if party[0] and person not in self.affiliations:
            self.affiliations[person] = party

    def pronoun(self, word: str) -> Holder | None:
        """Return whom a pronoun points back to; None if the word is none."""
        if word in ("he", "she"):
            return lowered(self.last_speaker, 0.95) if self.last_speaker.speaker else NOBODY
        if word == "it":
            return lowered(voiceless(self.last_party), 0.92)
        if word == "they":
            best = self.last_group if self.last_group.known else self.last_party
            if self.turn.known and best.parties == self.turn.parties:
                return NOBODY  # who speaks calls his own side "we"
            return lowered(voiceless(best), 0.88)
        if word in ("we", "i", "our", "my"):
            return self.turn if self.turn.known else (self.issuer if self.issuer.known else self.voice)
        if word in (
            "both",
            "neither",
            "all",
            "who",
            "which",
            "that",
            "this",
            "there",
            "everyone",
            "nobody",
            "you",
            "what",
            "one",
        ):
            if word not in ("both", "neither"):
                return NOBODY
            return self.pair() if len(self.principals) == 2 else lowered(voiceless(self.last_group), 0.7)
        return None

    def note_role(self, person: str, words: list[str]) -> None:
        """Remember by which titles a person is spoken of."""
        self.roles.setdefault(person, set()).update(w for w in words if w in ROLE_NOUNS | TITLES | TITLE_MODIFIERS)

    def bearer(self, words: list[str]) -> Holder:
        """Return whom "the deputy prime minister" means: the last speaker unless the titles are another's."""
        wanted = {word for word in words if word in ROLE_NOUNS | TITLES | TITLE_MODIFIERS}
        for holder in (self.last_speaker, *reversed(self.speakers.values())):
            if holder.known and wanted <= self._titles_of(holder.speaker):
                return holder
        known = self._titles_of(self.last_speaker.speaker)
        return self.last_speaker if not known or wanted <= known | {"official", "leader", "envoy"} else NOBODY

    def _titles_of(self, speaker: str) -> set[str]:
        """Return the titles by which a speaker was spoken of, those of one without a name included."""
        words = {word for word in speaker.lower().split() if word in ROLE_NOUNS | TITLES | TITLE_MODIFIERS}
        return self.roles.get(speaker, set()) | words

    def pair(self) -> Holder:
        """Return the two parties between whom the document's talks are."""
        names = tuple(name for name, _ in self.principals)
        keys = tuple(key for _, key in self.principals)
        return Holder(names, keys, "", 0.88, f"The text is about {' and '.join(names)}.", plural=True)

    def implied(self, words: list[str], person: str = "") -> tuple[str, str]:
        """Read "its chief negotiator" and "Finance Minister" as the last party's, or the text's own country's.

        Who deals with the world abroad ("Minister for Africa") is hardly of the country that the text is mostly about.
        """
        latest = (self.last_party.parties[0], self.last_party.keys[0]) if self.last_party.known else ("", "")
        if words[0] in ("its", "their"):
            return latest
        if self.army[0] and {"army", "military", "junta"} & set(words):
            return self.army
        national = national_title(" ".join(words))
        if national is not None:
            return national
        official = any(w.rstrip(".") in STATE_TITLES for w in words)
        if official and len(self.issuer.parties) == 1:
            own = self._is_person(self.issuer)  # a lawmaker's "the President" is of a state that nothing tells
            return ("", "") if own else (self.issuer.parties[0], self.issuer.keys[0])
        if official:
            country = self.is_state(*latest)
            if person in self.abroad and not country:
                return self.home if self._acts(self.home[1]) else ("", "")
            return latest if country else self.home
        if any(w in ROLE_NOUNS for w in words) and not any(w in COMMENTATORS for w in words):
            actor = self.base.get(latest[1]) if latest[1] else None
            place = actor is not None and actor.kind is EntityKind.GPE
            return ("", "") if place or self.is_state(*latest) else latest
        return "", ""

    def _is_person(self, holder: Holder) -> bool:
        """Say whether a holder is somebody who speaks for himself alone: he has no ministers."""
        people = (one.canonical for one in self.names if one.label is EntityKind.PERSON)
        return holder.parties == (holder.speaker,) or holder.parties[0] in people

    def _acts(self, key: str) -> bool:
        """Say whether a text tells what a state does or has: "Kenyan officials", "Kenya's offer", "Nairobi said"."""
        own = [one for one in self.names if one.key == key and one.label is not EntityKind.PERSON]
        return any(
            one.label is EntityKind.NORP
            or self.page.masked[one.end : one.end + 2] in ("'s", "’s")
            or (one.label is EntityKind.GPE and self.page.masked[one.start : one.end] != one.canonical)
            for one in own
        )

    def employer(self, others: Sequence[Candidate]) -> tuple[str, str]:
        """Choose for whom somebody speaks among the names beside his: organisations before places."""
        kinds = (EntityKind.ORG, EntityKind.NORP, EntityKind.GPE)
        for kind in kinds:
            for one in others:
                if one.label is kind:
                    return self.party_of(one)
        return "", ""

    def officer(self, sentence: Sentence, phrase: Phrase, words: list[str]) -> str:
        """Return who held the office a role phrase names ("the Ukrainian president") on the day."""
        names = self.names_in(sentence, phrase.first, phrase.last)
        if not names or not self.day:
            return ""
        role = " ".join(words)
        wanted = next((r for t, r in _ROLES if f" {t} " in f" {role} "), "")
        if not wanted or any(w in words for w in ("former", "deputy", "vice", "ex", "a", "an")):
            return ""
        key = names[0].key
        found = {
            actor.name
            for actor, office in self.base.holders.get(key, [])
            if office.role in wanted.split("|")
            and holds(office.since, office.until, self.day)
            and ("president" not in words or not office.title or "president" in office.title.lower())
        }
        return found.pop() if len(found) == 1 else ""

    def named_last(self, place: int) -> Holder:
        """Return the first or second of the two parties named last before the place that is being read."""
        found: list[tuple[str, str]] = []
        for one in reversed(self.names):
            place_only = one.label is EntityKind.GPE and not one.key.startswith("country:")
            party = self.party_of(one) if one.start < self.here and is_body(one) and not place_only else ("", "")
            if party[0] and party not in found:
                found.append(party)
            if len(found) == 2:
                name, key = found[1 - place]
                return Holder((name,), (key,), "", 0.85, f"{name} is the {'former' if not place else 'latter'} of two.")
        return NOBODY

    def antecedent(self, head: str) -> Holder:
        """Return the last party of the kind that "the ``head``" can point to."""
        if head in ("army", "military", "junta"):
            state = self.army if self.army[0] else self.home
            why = f"The {head} is that of {state[0]}."
            return Holder((state[0],), (state[1],), "", 0.85, why) if state[0] else NOBODY
        if head in (
            "country",
            "government",
            "nation",
            "state",
            "authorities",
            "republic",
            "kingdom",
            "ministry",
            "delegation",
            "administration",
            "side",
            "island",
            "presidency",
            "cabinet",
        ):
            ruled = self._governed() if head == "government" else NOBODY
            if ruled.known:
                return ruled
            if self.last_party.known and self._are_states(self.last_party):
                return voiceless(self.last_party)
            if head in ("government", "presidency", "cabinet", "authorities") and self.home[0]:
                return Holder((self.home[0],), (self.home[1],), "", 0.85, f"The text is mostly about {self.home[0]}.")
            if head in ("side", "delegation", "administration"):
                return voiceless(self.last_party)
            if self.last_speaker.known and self._are_states(self.last_speaker):
                return voiceless(self.last_speaker)
            return NOBODY
        if head in _ARMED_GROUPS:
            fighters = self._latest_group()
            if fighters is not None:
                party, key = self.party_of(fighters)
                return Holder((party,), (key,), "", 0.9, f"The {head} named last is {party}.")
        named = [one for one in self.names if one.label is EntityKind.ORG and head in one.canonical.lower().split()]
        distinct = {one.canonical: one for one in named}
        if len(distinct) == 1:
            party, key = self.party_of(next(iter(distinct.values())))
            return Holder((party,), (key,), "", 1.05, f"The {head} named in this text is {party}.")
        for holder in (self.last_party, self.last_speaker):
            if holder.known and not self._are_states(holder):
                return voiceless(holder)
        return NOBODY

    def _governed(self) -> Holder:
        """Return the one party of whose government a text has spoken by its name; NOBODY where there are several."""
        if self.government is None:
            found = {
                self.party_of(one): one.start
                for one in reversed(self.names)
                if one.label in (EntityKind.GPE, EntityKind.NORP) and _RULING.match(self.page.masked, one.end)
            }
            self.government = min((at, party) for party, at in found.items()) if len(found) == 1 else (0, ("", ""))
        at, (name, key) = self.government
        if not name or at > self.here:
            return NOBODY
        return Holder((name,), (key,), "", 0.95, f"The government of which the text speaks is that of {name}.")

    def _latest_group(self) -> Candidate | None:
        """Return the group without a state that was named last before the place that is being read."""
        for one in reversed(self.names):
            if one.start >= self.here or one.label is not EntityKind.ORG:
                continue
            party, key = self.party_of(one)
            if not key.startswith("country:") and not _INSTITUTION.search(party):
                return one
        return None

    def point(self) -> tuple[Holder, Holder, Holder, list[Holder]]:
        """Return what pronouns point back to now, to be returned to after a look ahead."""
        return self.last_speaker, self.last_party, self.last_group, self.recent

    def return_to(self, point: tuple[Holder, Holder, Holder, list[Holder]]) -> None:
        """Forget what was noted since ``point``."""
        self.last_speaker, self.last_party, self.last_group, self.recent = point

    def forget(self) -> None:
        """Let "they" and "it" point back to nobody: a question has turned to another matter."""
        joint = self.issuer if len(self.issuer.parties) > 1 else NOBODY
        self.last_party, self.last_group = NOBODY, joint

    def note(self, holder: Holder) -> None:
        """Remember a holder as what pronouns point back to."""
        if not holder.known:
            return
        # Each step back trusts a reading a little less; who is meant time and again is trusted no less for it.
        trust = max(holder.weight, self.trust.get(holder.parties, 0.0))
        self.trust[holder.parties] = trust
        holder = replace(holder, weight=trust)
        if holder.speaker:
            self.last_speaker = holder
            self.speakers[holder.speaker] = holder
        self.last_party = holder
        if len(holder.parties) == 1:
            self.recent = [*[one for one in self.recent if one.parties != holder.parties][-3:], holder]
        if holder.plural or len(holder.parties) > 1:
            self.last_group = holder
