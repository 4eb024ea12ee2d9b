"""Finding the names that may mean several in the newest articles, and keeping what the reader answers."""

from __future__ import annotations

import functools
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing_app.domain.actors import holds_on
from briefing_app.domain.article import is_hidden
from briefing_app.domain.deciding import Candidate, Question, line_around
from briefing_app.domain.entity import EntityKind, Mention, Status
from briefing_app.domain.rulings import Place, in_force, lay_over, standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing_app.analysis.actors import Actor, ActorBase, Alias, Office
    from briefing_app.domain.analysis import Analysis
    from briefing_app.domain.article import Article
    from briefing_app.domain.entity import NameRuling
    from briefing_app.domain.who import Who
    from briefing_app.services.entities import EntityService
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store

LOOKED_AT = 300
"""Newest articles in which questions are looked for."""
MOST = 9
"""Most candidates of a question: one digit each."""


@dataclass(frozen=True, slots=True)
class _Known:
    """What holds for every article that is looked at."""

    base: ActorBase
    who: Who
    rulings: tuple[NameRuling, ...]
    capitals: bool


class DecidingService:
    """Asks whom ambiguous names mean, and writes the answers as rulings."""

    def __init__(self, store: Store, entities: EntityService) -> None:
        self._store = store
        self._entities = entities

    def questions(self, limit: int = 200, *, capitals: bool = False) -> tuple[Question, ...]:
        """Return the open questions of the newest articles; with ``capitals`` place or government is asked too."""
        from briefing_app.services.actor_base import base_of

        found: list[Question] = []
        with self._store.read() as reader:
            known = _Known(base_of(reader), reader.actors.who(), reader.entities.rulings(), capitals)
            for ident, _ in reader.articles.recent((), LOOKED_AT):
                found += self._of_article(reader, reader.articles.get(ident), known)
                if len(found) >= limit:
                    break
        return tuple(found[:limit])

    def answer(self, question: Question, candidate: Candidate | None, *, everywhere: bool = False) -> None:
        """Keep whom a name means, in its article or everywhere; None for somebody who is no candidate."""
        name = candidate.name if candidate else question.text
        key = candidate.key if candidate else ""
        self._entities.rule_means(question.text, name, question.label, key, "" if everywhere else question.article)

    def never(self, question: Question) -> None:
        """Keep that the words are no name, in any article."""
        self._entities.rule_never(question.text)

    def _of_article(self, reader: Reader, article: Article, known: _Known) -> Iterator[Question]:
        analysis = reader.articles.analysis(article.version)
        if analysis is None:
            return
        day = article.published[:10]
        version = reader.articles.version(article.version)
        ruled = set(in_force(known.rulings, article.id))
        laid = lay_over(analysis, version.text, known.who, known.rulings, Place(article.id, day))
        removals = reader.articles.removals(version.id)
        passed = [
            one for one in _passed_over(known.base, version.text, laid) if not is_hidden(one.start, one.end, removals)
        ]
        counts = Counter(one.text for one in (*laid.mentions, *passed))
        seen: set[str] = set()
        for mention in sorted((*laid.mentions, *passed), key=lambda one: one.start):
            if mention.text in seen or mention.text in ruled or not _is_open(mention):
                continue
            seen.add(mention.text)
            candidates = _candidates(known.base, mention, laid, day, known.capitals)
            if candidates:
                snippet, at = line_around(version.text, mention.start, mention.end)
                yield Question(
                    mention.text,
                    mention.label,
                    article.id,
                    article.title,
                    day,
                    mention.start,
                    mention.end,
                    snippet,
                    at,
                    candidates[:MOST],
                    mention.key,
                    counts[mention.text],
                )


def _passed_over(base: ActorBase, text: str, analysis: Analysis) -> list[Mention]:
    """Return the doubtful names that analysis named nobody for, because it could not tell who is meant."""
    taken = {offset for one in analysis.mentions for offset in range(one.start, one.end)}
    return [
        Mention(start, start + len(name), base.called(name)[0][1].label, name, name)
        for start, name in standing(text, _doubtful(base))
        if taken.isdisjoint(range(start, start + len(name)))
    ]


@functools.lru_cache(maxsize=2)
def _doubtful(base: ActorBase) -> tuple[str, ...]:
    """Return the names of a base that several actors bear without condition."""
    return tuple(
        name
        for name, meanings in base.names.items()
        if len(meanings) > 1 and len({actor.key for actor, alias in meanings if not alias.when}) > 1
    )


def _is_open(mention: Mention) -> bool:
    return not mention.label.is_value and mention.status is Status.SUGGESTED


def _candidates(
    base: ActorBase, mention: Mention, analysis: Analysis, day: str, capitals: bool
) -> tuple[Candidate, ...]:
    """Return whom a mention may mean; nothing where the text itself decides it, or nobody else is known."""
    meanings = [(actor, alias) for actor, alias in base.called(mention.text) if holds_on(alias.since, alias.until, day)]
    plain = _distinct([(actor, alias) for actor, alias in meanings if not alias.when])
    named = {one.key for one in analysis.mentions if one.key and len(one.text) > len(mention.text)}
    if len(plain) > 1:
        whole = [actor for actor in plain if actor.key in named]
        return () if len(whole) == 1 else tuple(_candidate(actor, base, day) for actor in plain)
    surname = mention.label is EntityKind.PERSON and not mention.key and " " not in mention.text
    if surname and plain:
        return tuple(_candidate(actor, base, day) for actor in plain)
    every = _distinct(meanings)
    if capitals and len(every) > 1 and any(alias.when == "acting" for _, alias in meanings):
        return tuple(_candidate(actor, base, day) for actor in every)
    return ()


def _distinct(meanings: list[tuple[Actor, Alias]]) -> list[Actor]:
    return list({actor.key: actor for actor, _ in meanings}.values())


def _candidate(actor: Actor, base: ActorBase, day: str) -> Candidate:
    return Candidate(actor.key, actor.name, actor.kind, described(actor, base, day))


def described(actor: Actor, base: ActorBase, day: str) -> str:
    """Return in a few words who an actor is: the office held on the day, or what it belongs to."""
    held = [one for one in actor.offices if holds_on(one.since, one.until, day)]
    if held:
        return _office(held[-1], base)
    if actor.offices:
        when = "later" if day and actor.offices[-1].since > day else "once"
        return f"{when} {_office(actor.offices[-1], base)}"
    parent = base.get(actor.parent)
    return parent.name if parent is not None else ""


def _office(office: Office, base: ActorBase) -> str:
    actor = base.get(office.actor)
    return f"{office.title}, {actor.name}" if actor is not None else office.title
