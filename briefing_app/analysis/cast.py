"""Who is named in one text: meanings chosen, later short names tied to full ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing_app.analysis.acting import is_acting
from briefing_app.analysis.actors import Actor, ActorBase, Alias
from briefing_app.analysis.candidates import NAME, WEAK, Candidate
from briefing_app.analysis.name_lexicon import FIRST_NAMES, HEADS, ROLE_NOUNS, TITLE_MODIFIERS, TITLES
from briefing_app.analysis.wordlists import is_english_word
from briefing_app.domain.entity import EntityKind

if TYPE_CHECKING:
    from briefing_app.analysis.gazetteer import Meaning, NameHit
    from briefing_app.analysis.page import Page, Sentence

# "Paris-Berlin dialogue" names two capitals and no event.
_PAIR = re.compile(r"[A-Z]\w+-[A-Z]\w+ (?:dialogue|talks|process)")
# "Addis-Djibouti railway": two ends of a way.
_BETWEEN = frozenset(
    "railway railroad line route road highway corridor pipeline border ferry flight talks axis".split()
)
_HALVES = frozenset("franco anglo sino russo indo afro euro greco turco serbo austro italo luso ibero pan non".split())
_WHYS = {
    "metonym": "“{text}” stands for {name}.",
    "demonym": "“{text}” is said of what belongs to {name}.",
    "adjective": "“{text}” is said of what belongs to {name}.",
    "acronym": "“{text}” is short for {name}.",
    "nickname": "“{text}” is another name of {name}.",
    "surname": "“{text}” is the surname of {name}.",
    "name": "“{text}” is a name of {name}.",
}


@dataclass(slots=True)
class Cast:
    """The choice of meanings for the hits of one text."""

    base: ActorBase
    page: Page
    day: str
    present: set[str] = field(default_factory=set)

    def see(self, hits: list[NameHit]) -> None:
        """Take note of who is named beyond doubt, so that doubtful names can be weighed."""
        for hit in hits:
            clear = [(actor, alias) for actor, alias in hit.meanings if not alias.when and alias.type != "surname"]
            for actor, _ in clear:
                self.present.add(actor.key)
                if actor.parent:
                    self.present.add(f"of:{actor.parent}")
            if not clear:
                self.present.update(f"near:{actor.key}" for actor, alias in hit.meanings if alias.when == "acting")

    def candidate(self, hit: NameHit) -> Candidate | None:
        """Return what a hit names here, or None if it names nobody."""
        sentence = self.page.sentence_at(hit.start)
        if sentence is None or not self._may_stand(sentence, hit):
            return None
        chosen = self._meaning(sentence, hit)
        if chosen is None:
            return None
        actor, alias = chosen
        text = self.page.masked[hit.start : hit.end]
        why = _WHYS.get(alias.type, _WHYS["name"]).format(text=text, name=actor.name)
        if alias.when == "acting":
            why = f"“{text}” acts here, so it stands for {actor.name}."
        elif text == actor.name:
            why = f"{actor.name} is in the actor base."
        return Candidate(hit.start, hit.end, alias.label, "actor base", why, actor.name, actor.key, NAME, 0.9)

    def _may_stand(self, sentence: Sentence, hit: NameHit) -> bool:
        """Keep out a name that is a part of a longer word group in small letters or of an address."""
        before = self.page.masked[hit.start - 1 : hit.start]
        pair = _PAIR.fullmatch(self.page.masked, hit.start, hit.end)
        return before not in ("@", "/", "#") and pair is None and not self._is_half(sentence, hit)

    def _is_half(self, sentence: Sentence, hit: NameHit) -> bool:
        """Say whether a hit is only half of a double name ("Costa-Lima"), of which the base knows no other half."""
        index = sentence.token_at(hit.start)
        if index >= len(sentence.tokens):
            return False
        token = sentence.tokens[index]
        if "-" not in token.text or (token.start >= hit.start and token.end <= hit.end):
            return False
        after = sentence.tokens[index + 1].lower if index + 1 < len(sentence.tokens) else ""
        others = [part for part in token.text.split("-") if part and part not in self.page.masked[hit.start : hit.end]]
        strange = [part for part in others if part[0].isupper() and not self.base.called(part)]
        if after in _BETWEEN or any(part.lower() in _HALVES or is_english_word(part) for part in strange):
            return False
        return bool(strange) or any(part in ("e", "i", "ul", "ur", "al", "el") for part in others)

    def _meaning(self, sentence: Sentence, hit: NameHit) -> Meaning | None:
        plain: list[Meaning] = []
        acting: list[Meaning] = []
        for actor, alias in hit.meanings:
            if alias.when == "acting":
                acting.append((actor, alias))
            elif alias.when == "context":
                if (
                    actor.key in self.present
                    or f"of:{actor.key}" in self.present
                    or (alias.type == "demonym" and len(hit.meanings) == 1)
                ):
                    plain.append((actor, alias))
            elif alias.type == "surname":
                if self._surname_counts(sentence, hit, actor):
                    plain.append((actor, alias))
            else:
                plain.append((actor, alias))
        if acting:
            first = sentence.token_at(hit.start)
            last = sentence.token_at(hit.end)
            if is_acting(sentence.tokens, first, last):
                return max(acting, key=lambda one: one[0].kind is EntityKind.ORG)
            if plain:
                return plain[0]
            actor, alias = acting[0]
            place = Actor("", alias.text, EntityKind.GPE)
            return place, Alias(alias.text, "name", EntityKind.GPE)
        if not plain:
            return None
        return max(plain, key=lambda one: self._weight(one))

    def _weight(self, meaning: Meaning) -> tuple[bool, bool, bool]:
        actor, alias = meaning
        near = actor.key in self.present and any(
            other != actor.key for other in (actor.parent,) if other in self.present
        )
        return near, alias.text == actor.name, alias.type != "surname"

    def _is_forename(self, sentence: Sentence, index: int, actor: Actor) -> bool:
        """Say whether another first name stands in front of a surname: not this bearer of it."""
        token = sentence.tokens[index]
        if not token.is_capital or index == 0 or token.lower.rstrip(".") in TITLES | TITLE_MODIFIERS:
            return False
        return token.lower not in ROLE_NOUNS and not _own_name(actor, token.text) and not token.text.isupper()

    def _surname_counts(self, sentence: Sentence, hit: NameHit, actor: Actor) -> bool:
        """Let a bare surname count where its bearer or country is in the text, or a title precedes."""
        index = sentence.token_at(hit.start)
        before = sentence.tokens[index - 1].lower if index else ""
        after = sentence.tokens[index + 1] if index + 1 < len(sentence.tokens) else None
        if actor.key in self.present or before.rstrip(".") in TITLES:
            return True
        if index and before in FIRST_NAMES and sentence.tokens[index - 1].is_capital:
            return False
        if index and self._is_forename(sentence, index - 1, actor):
            return False
        if after and after.is_capital and after.lower not in HEADS and after.is_word:
            return False
        if sum(1 for one, _ in hit.meanings) > 1:
            return False
        homes = {actor.parent, *(office.actor for office in actor.offices)}
        return any(home and (home in self.present or f"near:{home}" in self.present) for home in homes)


def _own_name(actor: Actor, word: str) -> bool:
    return word.casefold() in actor.name.casefold().split()


def weak(candidate: Candidate) -> Candidate:
    """Return the candidate at the rank of a guess."""
    return Candidate(
        candidate.start, candidate.end, candidate.label, candidate.source, candidate.why,
        candidate.canonical, candidate.key, WEAK, 0.55,
    )  # fmt: skip
