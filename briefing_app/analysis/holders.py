"""Who takes a stand: from a noun phrase to the party and the person who speaks for it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from briefing_app.analysis.actors import Actor, ActorBase, holds
from briefing_app.analysis.candidates import Candidate
from briefing_app.analysis.hedges import is_report, unnamed_word
from briefing_app.analysis.name_lexicon import ROLE_NOUNS, TITLE_MODIFIERS, TITLES
from briefing_app.analysis.page import Page, Sentence, Token
from briefing_app.analysis.syntax import Phrase
from briefing_app.domain.entity import EntityKind

_BODIES = re.compile(
    r"\b(?:Ministry|Department|Presidency|Cabinet|Government|Treasury|Embassy|Mission to|Foreign Office|"
    r"Prime Minister's Office|Delegation|Office of the|Duma|Ministries|State Duma|Kremlin|White House)\b"
)
_GROUPS = frozenset(
    "ministry government country delegation bloc union company group commission agency kingdom alliance"
    " movement rebels side nation state authorities administration team carrier firm employer association"
    " organisation organization body council committee federation court board authority fund bank party"
    " unions workers regulator republic island militia fighters faction coalition presidency secretariat"
    " rebel operator manufacturer airline port lender creditors grouping cabinet parliament army military mission consortium"
    " command leadership chamber school hospital institute agency front".split()
)
_PUBLIC = frozenset(
    "majority percent voters respondents citizens polls poll survey residents public households".split()
)
_COMMENTATORS = frozenset(
    "analyst analysts professor expert experts economist economists researcher researchers historian fellow"
    " lecturer author columnist observer observers critics commentator commentators scholar academic trader"
    " traders resident residents citizen journalist reporter student strategist political-scientist".split()
)
_SPEAKING = ROLE_NOUNS | frozenset(
    "official officials diplomat diplomats negotiators ministers lawmakers leaders aides envoys sources source spokespeople".split()
)
_COLLECTIVES = frozenset(
    "bondholders creditors employers unions dockers fishermen fishers nurses teachers drivers growers makers rebels"
    " opposition protesters workers manufacturers campaigners activists environmentalists groups farmers lenders"
    " shipowners carriers miners producers exporters retailers pilots doctors conservationists lawmakers shippers"
    " industry sector insurers investors landowners tribes communities students publishers studios writers actors grinders".split()
)
_STATE_TITLES = frozenset("minister president chancellor premier secretary ministry government foreign".split())
_BOTH = frozenset(
    "sides parties countries governments delegations leaders nations neighbours neighbors states ministers presidents two".split()
)
_BLOC_NOUNS = frozenset("countries states nations islands economies exporters producers importers employers".split())
_BLOC_ADJECTIVES = frozenset(
    "developing island poorer poor richer rich wealthy wealthier developed least-developed coastal landlocked"
    " upstream downstream oil-producing high-ambition vulnerable donor creditor producing plastic-producing"
    " small member industrialised industrialized emerging fishing petrochemical-producing low-lying creditor".split()
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A party (or several), who speaks for it, and how far that reading can be trusted."""

    parties: tuple[str, ...]
    keys: tuple[str, ...]
    speaker: str = ""
    weight: float = 1.0
    why: str = ""
    unnamed: str = ""
    plural: bool = False
    outsider: bool = False

    @property
    def known(self) -> bool:
        """Say whether a party was found."""
        return bool(self.parties)


NOBODY = Holder((), ())


@dataclass(slots=True)
class Discourse:
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
    home: tuple[str, str] = ("", "")
    recent: list[Holder] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Index the names."""
        self.by_start = {one.start: one for one in self.names}
        self.covered = {at for one in self.names for at in range(one.start, one.end)}
        countries = Counter(
            party for party in (self.party_of(one) for one in self.names if one.label is not EntityKind.PERSON)
            if party[1].startswith("country:")
        )  # fmt: skip
        if countries:
            self.home = countries.most_common(1)[0][0]

    # --- names ------------------------------------------------------------------------------------

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
        if one.label is EntityKind.GPE and (not one.key or one.key.startswith("city:")):
            return self._ruler_of(one, actor)
        return one.canonical, one.key

    def _ruler_of(self, one: Candidate, city: Actor | None) -> tuple[str, str]:
        """Return the government that sits in a capital; other cities stand for themselves."""
        for actor, alias in sorted(self.base.called(one.canonical), key=lambda m: m[0].kind is not EntityKind.ORG):
            if alias.when == "acting":
                return actor.name, actor.key
        parent = self.base.get(city.parent) if city is not None and city.parent else None
        return (parent.name, parent.key) if parent is not None else (one.canonical, one.key)

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

    # --- noun phrases -----------------------------------------------------------------------------

    def resolve(self, sentence: Sentence, phrase: Phrase) -> Holder:
        """Return who a subject is; NOBODY where it is nobody who can hold a position."""
        tokens = sentence.tokens
        word = tokens[phrase.first].lower
        if phrase.last - phrase.first == 1 and (word == "i" or not tokens[phrase.first].text.isupper()):
            pronoun = self._pronoun(word)
            if pronoun is not None:
                return pronoun
        names = self.names_in(sentence, phrase.first, phrase.last)
        extra = self.names_in(sentence, *phrase.extra) if phrase.extra else []
        person = next((one for one in names if one.label is EntityKind.PERSON), None)
        if person is None and phrase.extra and _is_role(tokens, phrase.first, phrase.last):
            person = next((one for one in extra if one.label is EntityKind.PERSON), None)
        if person is not None:
            return self._person(sentence, phrase, person, [*names, *extra])
        return self._thing(sentence, phrase, names)

    def _pronoun(self, word: str) -> Holder | None:
        if word in ("he", "she"):
            return _lower(self.last_speaker, 0.95) if self.last_speaker.speaker else NOBODY
        if word == "it":
            return _lower(_voiceless(self.last_party), 0.92)
        if word == "they":
            best = self.last_group if self.last_group.known else self.last_party
            return _lower(_voiceless(best), 0.88)
        if word in ("we", "i"):
            return self.voice if self.voice.known else self.issuer
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
            return _lower(_voiceless(self.last_group), 0.7) if word in ("both", "neither") else NOBODY
        return None

    def _person(self, sentence: Sentence, phrase: Phrase, person: Candidate, names: list[Candidate]) -> Holder:
        tokens = sentence.tokens
        words = [t.lower for t in tokens[phrase.first : phrase.last]]
        if phrase.extra:
            words += [t.lower for t in tokens[slice(*phrase.extra)]]
        outsider = any(word in _COMMENTATORS for word in words)
        governed = _head(words) in ("government", "administration", "cabinet", "side", "camp", "team")
        others = [one for one in names if one is not person and one.label is not EntityKind.PERSON]
        party, key = self.party_of(person)
        why = f"{person.canonical} speaks for {party}." if party else ""
        weight = 1.0
        if not party and others and not outsider:
            party, key = self._employer(others)
            if party:
                self.learn(person.canonical, (party, key))
                why = f"{person.canonical} is presented as speaking for {party}."
        if not party and not outsider:
            party, key = self._implied(words)
            if party:
                weight = 0.85
                self.learn(person.canonical, (party, key))
                why = f"{person.canonical} is taken to speak for {party}, named just before."
        if not party:
            party, key, weight = person.canonical, person.key, 0.72
            why = f"The text does not say for whom {person.canonical} speaks."
        return Holder((party,), (key,), "" if governed else person.canonical, weight, why, outsider=outsider)

    def _implied(self, words: list[str]) -> tuple[str, str]:
        """Read "its chief negotiator" and "Finance Minister" as the last party's, or the text's own country's."""
        latest = (self.last_party.parties[0], self.last_party.keys[0]) if self.last_party.known else ("", "")
        if words[0] in ("its", "their"):
            return latest
        official = any(w.rstrip(".") in _STATE_TITLES for w in words)
        if official:
            country = latest[1].startswith("country:")
            return latest if country else self.home
        if any(w in ROLE_NOUNS for w in words) and not any(w in _COMMENTATORS for w in words):
            return latest if not latest[1].startswith("country:") else ("", "")
        return "", ""

    def _employer(self, others: Sequence[Candidate]) -> tuple[str, str]:
        """Choose for whom somebody speaks among the names beside his: organisations before places."""
        kinds = (EntityKind.ORG, EntityKind.NORP, EntityKind.GPE)
        for kind in kinds:
            for one in others:
                if one.label is kind:
                    return self.party_of(one)
        return "", ""

    def _thing(self, sentence: Sentence, phrase: Phrase, names: list[Candidate]) -> Holder:
        tokens = sentence.tokens[phrase.first : phrase.last]
        words = [token.lower for token in tokens]
        text = self.page.masked[tokens[0].start : tokens[-1].end]
        unnamed = unnamed_word(sentence.tokens, phrase.first, phrase.last)
        if any(word in _COMMENTATORS or word in _PUBLIC for word in words):
            return Holder((), (), outsider=True, unnamed=unnamed)
        usable = [
            one
            for one in names
            if one.label in (EntityKind.GPE, EntityKind.ORG, EntityKind.NORP) or one.canonical == "Europe"
        ]
        if phrase.extra and (not usable or _head(words) in _GROUPS) and not _is_person_role(words):
            named = [one for one in self.names_in(sentence, *phrase.extra) if one.label is EntityKind.ORG]
            if named:
                party, key = self.party_of(named[0])
                return Holder((party,), (key,), "", 0.95, named[0].why, plural=False)
        if not usable or words[0] in ("its", "his", "her", "their"):
            return self._group(words, unnamed, text)
        if _head(words) in _COLLECTIVES and usable[0].end < tokens[-1].end and usable[0].label is not EntityKind.ORG:
            name = _without_article(text)
            return Holder(
                (name[0].upper() + name[1:],), ("",), "", 0.8, "A group named in the text's own words.", plural=True
            )
        head = _head(words)
        speaker = self._role_text(sentence, phrase, words, head, text)
        chosen = self._chosen(sentence, phrase, usable, head)
        if not chosen:
            return replace(NOBODY, unnamed=unnamed)
        parties = [self.party_of(one) for one in chosen]
        parties = list(dict.fromkeys(party for party in parties if party[0]))
        if not parties:
            return replace(NOBODY, unnamed=unnamed)
        weight = 1.0 if len(tokens) <= 4 or speaker else 0.92
        plural = len(parties) > 1 or words[-1].endswith("s") or any(one.label is EntityKind.NORP for one in chosen)
        plain = unnamed if unnamed and not is_report(unnamed) else ""
        whys = [one.why for one in chosen if one.why and one.canonical != self.page.masked[one.start : one.end]]
        return Holder(
            tuple(name for name, _ in parties), tuple(key for _, key in parties), speaker, weight,
            whys[0] if whys else "", plain, plural,
        )  # fmt: skip

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
            gap = self.page.masked[listed[-1].end : one.start].strip()
            if gap in (",", "and", ", and", "and the", ", the", ", and the", "as well as", "&"):
                listed.append(one)
        if len(listed) > 1 and (listed[-1].end >= tokens[phrase.last - 1].end or head in _GROUPS | _SPEAKING | _BOTH):
            return listed
        if first.end >= tokens[phrase.last - 1].end:
            return [first] if _carries(tokens, phrase, first, head) else []
        if (
            head in _GROUPS
            or head in _SPEAKING
            or head in _BOTH
            or head in ("office", "leadership", "people", "public", "voters", "navy")
        ):
            orgs = [one for one in usable if one.label is EntityKind.ORG and one.start > first.end]
            return [orgs[0]] if orgs and _of_before(tokens, orgs[0], sentence) else [first]
        return [first] if first.end >= tokens[phrase.last - 1].end - 3 else []

    def _role_text(self, sentence: Sentence, phrase: Phrase, words: list[str], head: str, text: str) -> str:
        if head not in _SPEAKING or head in ("official", "officials") and False:
            return ""
        if head.endswith("s") and head not in ROLE_NOUNS:
            return ""
        officer = self.officer(sentence, phrase, words)
        return officer or _without_article(text)

    def officer(self, sentence: Sentence, phrase: Phrase, words: list[str]) -> str:
        """Return who held the office a role phrase names ("the Ukrainian president") on the day."""
        names = self.names_in(sentence, phrase.first, phrase.last)
        if not names or not self.day:
            return ""
        role = " ".join(words)
        wanted = next((r for t, r in _ROLES if t in role), "")
        if not wanted or any(w in words for w in ("former", "deputy", "vice", "ex", "a", "an")):
            return ""
        key = names[0].key
        found = {
            actor.name
            for actor, office in self.base.holders.get(key, [])
            if office.role in wanted.split("|") and holds(office.since, office.until, self.day)
        }
        return found.pop() if len(found) == 1 else ""

    def _group(self, words: list[str], unnamed: str, text: str) -> Holder:
        """Read a phrase without a name: "the ministry", "both sides", "developing countries"."""
        head = _head(words)
        count = len(words)
        if (
            words[0] == "both"
            and count == 2
            and len(self.recent) >= 2
            and head in _BOTH | {"presidents", "ministers", "men", "women"}
        ):
            pair = self.recent[-2:]
            parties = tuple(p for one in pair for p in one.parties)
            keys = tuple(k for one in pair for k in one.keys)
            if len(set(parties)) == 2:
                return Holder(parties, keys, "", 0.75, "Both are the two named last.", plural=True)
        if (
            head in _BOTH
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
                return _lower(_voiceless(group), 0.75)
        if (
            self.issuer.known
            and len(self.issuer.parties) > 1
            and words[0] == "the"
            and head in _BOTH | {"leaders", "ministers"}
            and count <= 3
        ):
            return _lower(_voiceless(self.issuer), 0.95)
        if words[0] in ("the", "its", "their", "this", "our") and head in _GROUPS and count <= 3:
            antecedent = self._antecedent(head)
            if antecedent.known:
                return replace(_lower(antecedent, 0.88), unnamed="", speaker="")
        if words[0] in ("the", "a", "his", "her") and head in ROLE_NOUNS and count <= 4 and head not in _COMMENTATORS:
            if self.last_speaker.known and words[0] != "a":
                return _lower(self.last_speaker, 0.85)
        if words[0] in ("his", "her") and head in _GROUPS and self.last_speaker.known:
            return _lower(_voiceless(self.last_speaker), 0.95)
        if (
            words[0] == "its"
            and head in (_SPEAKING | _GROUPS | {"command", "leadership"})
            and count <= 6
            and self.last_party.known
        ):
            person = head in ROLE_NOUNS
            return replace(_lower(self.last_party, 0.88), speaker=head if person else "", unnamed="")
        if head in _COLLECTIVES and count <= 5 and not unnamed:
            name = _without_article(text)
            return Holder(
                (name[0].upper() + name[1:],), ("",), "", 0.72, "A group named in the text's own words.", plural=True
            )
        if head in _BLOC_NOUNS and any(word in _BLOC_ADJECTIVES for word in words) and count <= 5:
            name = _without_article(text)
            return Holder(
                (name[0].upper() + name[1:],),
                ("",),
                "",
                0.75,
                "A group of states named by what they share.",
                plural=True,
            )
        return Holder((), (), unnamed=unnamed)

    def _antecedent(self, head: str) -> Holder:
        """Return the last party of the kind that "the ``head``" can point to."""
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
            "army",
            "military",
            "cabinet",
        ):
            if self.last_party.known and _is_country(self.last_party):
                return _voiceless(self.last_party)
            if head in ("government", "presidency", "army", "military", "cabinet", "authorities") and self.home[0]:
                return Holder((self.home[0],), (self.home[1],), "", 0.85, f"The text is mostly about {self.home[0]}.")
            if head in ("side", "delegation", "administration"):
                return _voiceless(self.last_party)
            if self.last_speaker.known and _is_country(self.last_speaker):
                return _voiceless(self.last_speaker)
            return NOBODY
        named = [one for one in self.names if one.label is EntityKind.ORG and head in one.canonical.lower().split()]
        distinct = {one.canonical: one for one in named}
        if len(distinct) == 1:
            party, key = self.party_of(next(iter(distinct.values())))
            return Holder((party,), (key,), "", 1.05, f"The {head} named in this text is {party}.")
        for holder in (self.last_party, self.last_speaker):
            if holder.known and not _is_country(holder):
                return _voiceless(holder)
        return NOBODY

    def note(self, holder: Holder) -> None:
        """Remember a holder as what pronouns point back to."""
        if not holder.known:
            return
        if holder.speaker:
            self.last_speaker = holder
        self.last_party = holder
        if len(holder.parties) == 1:
            self.recent = [one for one in self.recent if one.parties != holder.parties][-3:] + [holder]
        if holder.plural or len(holder.parties) > 1:
            self.last_group = holder


_ROLES = (
    ("prime minister", "head_of_government"), ("foreign minister", "foreign_minister"),
    ("secretary of state", "foreign_minister"), ("foreign secretary", "foreign_minister"),
    ("top diplomat", "foreign_minister|head_of_organisation"), ("foreign policy chief", "foreign_minister|head_of_organisation"),
    ("defence minister", "defence_minister"), ("defense minister", "defence_minister"),
    ("finance minister", "finance_minister"), ("chancellor", "head_of_government"),
    ("president", "head_of_state"), ("king", "head_of_state"), ("premier", "head_of_government"),
    ("secretary-general", "head_of_organisation"), ("secretary general", "head_of_organisation"),
    ("director general", "head_of_organisation"), ("director-general", "head_of_organisation"),
)  # fmt: skip


def _is_country(holder: Holder) -> bool:
    return all(key.startswith("country:") for key in holder.keys)


def _lower(holder: Holder, factor: float) -> Holder:
    return replace(holder, weight=holder.weight * factor)


def _voiceless(holder: Holder) -> Holder:
    return replace(holder, speaker="")


def _possessed(words: list[str]) -> bool:
    return any(word in ("'s", "’s", "'", "’") for word in words)


def _is_person_role(words: list[str]) -> bool:
    return _head(words) in ROLE_NOUNS


def _head(words: list[str]) -> str:
    """Return the head noun of a phrase: the last word before a preposition that follows a noun."""
    for index, word in enumerate(words):
        if index and word in ("of", "from", "for", "in", "at", "to", "on", "with", "who"):
            return words[index - 1].rstrip(".")
    return words[-1]


def _is_role(tokens: list[Token], first: int, last: int) -> bool:
    words = [token.lower for token in tokens[first:last]]
    return any(word in ROLE_NOUNS or word in TITLES for word in words)


def _carries(tokens: list[Token], phrase: Phrase, name: Candidate, head: str) -> bool:
    """Say whether a name at the end of a phrase carries it: "the delegation from Kenya", not "talks in Kenya"."""
    at = next((i for i in range(phrase.first, phrase.last) if tokens[i].start == name.start), phrase.first)
    before = at - 1
    while before > phrase.first and tokens[before].lower in ("the", "its", "a"):
        before -= 1
    if before < phrase.first or tokens[before].lower not in (
        "of",
        "from",
        "for",
        "in",
        "at",
        "on",
        "with",
        "to",
        "against",
        "between",
        "over",
    ):
        return True
    return (
        head in _GROUPS
        or head in _SPEAKING
        or head in _BOTH
        or head in ("office", "leadership", "people", "government")
        or head in TITLE_MODIFIERS
    )


def _of_before(tokens: list[Token], name: Candidate, sentence: Sentence) -> bool:
    index = sentence.token_at(name.start)
    while index > 0 and tokens[index - 1].lower in ("the", "its"):
        index -= 1
    return index > 0 and tokens[index - 1].lower in ("of", "at", "for", "from", "with", "in")


def _without_article(text: str) -> str:
    for article in ("the ", "The ", "a ", "A ", "an ", "An "):
        if text.startswith(article):
            return text[len(article) :]
    return text
