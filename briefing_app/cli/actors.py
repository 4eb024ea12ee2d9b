"""Actors from the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.cli.library import opened_library
from briefing_app.cli.output import print_json, print_line, print_rows
from briefing_app.domain.actors import AliasKind, AliasScope, OwnAlias, OwnOffice
from briefing_app.domain.codec import to_plain
from briefing_app.domain.entity import EntityKind
from briefing_app.errors import InputError

if TYPE_CHECKING:
    from argparse import Namespace

    from briefing_app.domain.actor_card import ActorCard
    from briefing_app.services.services import Services


def actors(options: Namespace) -> int:
    """Find actors, show one, or say what they are called, whom they serve and who is who."""
    with opened_library(options) as services:
        if options.action == "find":
            found = services.actor_cards.search(options.words, options.limit)
            rows = [{"key": one.key, "name": one.name, "kind": one.kind.value, "found": one.found} for one in found]
            print_rows(rows, as_json=options.json, columns=("key", "name", "kind", "found"))
            return 0
        if options.action in ("rulings", "forget"):
            return _rulings(services, options)
        shown = _changed(services, options) if options.action != "show" else named_actor(services, options.actor)
        for article in services.relinking.replay_all().stale:
            services.importing.analyse(article)
        print_json(to_plain(shown)) if options.json else _print(shown)
    return 0


def _rulings(services: Services, options: Namespace) -> int:
    """List what was ruled about names, or take back what was ruled about some words."""
    rulings = services.entities.rulings()
    if options.action == "forget":
        rulings = tuple(one for one in rulings if one.text == options.words)
        if not rulings:
            raise InputError(f"Nothing was ruled about “{options.words}”.", hint="“actors rulings” lists what was.")
        for one in rulings:
            services.entities.forget_ruling(one.id)
    rows = [
        {"text": one.text, "ruling": one.ruling.value, "name": one.canonical, "key": one.key, "article": one.article}
        for one in rulings
    ]
    print_rows(rows, as_json=options.json, columns=("text", "ruling", "name", "key", "article"))
    return 0


def named_actor(services: Services, ref: str) -> ActorCard:
    """Return the actor of a key or of an exact name; InputError when there is none, or several."""
    found = [one for one in services.actor_cards.search(ref) if one.name.casefold() == ref.casefold()]
    if len(found) > 1:
        keys = ", ".join(one.key for one in found)
        raise InputError(f"“{ref}” means {len(found)} actors.", hint=f"Name one by its key: {keys}.")
    try:
        return services.actor_cards.card(found[0].key if found else ref)
    except InputError as error:
        raise InputError(f"There is no actor “{ref}”.", hint="Look it up with “actors find”.") from error


def _changed(services: Services, options: Namespace) -> ActorCard:
    """Do what is asked and return the actor as it is then."""
    if options.action == "add":
        parent = named_actor(services, options.parent).key if options.parent else ""
        kind = EntityKind(options.kind.upper())
        return services.actor_cards.card(services.actors.add(options.name, kind, parent).key)
    key = _key(services, options.actor) if options.action == "split" else named_actor(services, options.actor).key
    match options.action:
        case "rename":
            services.actors.rename(key, options.name)
        case "name":
            scope = AliasScope.ACTING if options.acting else AliasScope.ALWAYS
            alias = OwnAlias(options.name, AliasKind(options.kind), scope, options.since, options.until)
            services.actors.add_name(key, alias)
        case "unname":
            services.actors.take_name(key, options.name)
        case "office":
            serves = named_actor(services, options.serves).key
            services.actors.add_office(key, OwnOffice(options.title, serves, options.since, options.until))
        case "merge":
            services.actors.merge(key, named_actor(services, options.into).key)
        case _:
            services.actors.split(key)
    return services.actor_cards.card(key)


def _key(services: Services, ref: str) -> str:
    """Return the key of an actor that was merged into another, by its key or its own name."""
    with services.store.read() as reader:
        merged = [one for one in reader.actors.own() if one.merged]
    found = [one.key for one in merged if ref == one.key or ref.casefold() == one.name.casefold()]
    if not found:
        raise InputError(f"“{ref}” is not merged with anybody.")
    return found[0]


def _print(card: ActorCard) -> None:
    print_line(f"{card.name}  {card.kind.value}  {card.key}")
    for name in card.names:
        days = f"  {name.since or '…'} to {name.until or '…'}" if name.since or name.until else ""
        print_line(f"  {name.text}  {name.kind}  {name.scope}{days}  {name.origin}")
    for office in card.offices:
        print_line(f"  {office.title}, {office.actor_name}  {office.since or '…'} to {office.until or '…'}")
