"""`feeds`: subscriptions, looked at only when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.cli import passphrase, rows, work
from briefing_app.cli.library import opened_library
from briefing_app.cli.output import print_json, print_line, print_rows
from briefing_app.errors import InputError, UsageError
from briefing_app.services.logins import Logins
from briefing_app.services.secrets import Keyring

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from briefing_app.cli.output import Row
    from briefing_app.domain.collection import Feed
    from briefing_app.services.feeds import Refreshed
    from briefing_app.services.services import Services

COLUMNS = ("title", "url", "dossier", "problem")


def feeds(options: Namespace) -> int:
    """List subscriptions, add or remove one, or look for news."""
    actions = {"list": _list, "add": _add, "remove": _remove, "refresh": _refresh}
    with opened_library(options) as services:
        return actions[options.action or "list"](services, options)


def _list(services: Services, options: Namespace) -> int:
    _print(services, services.feeds.all(), options)
    return 0


def _add(services: Services, options: Namespace) -> int:
    place = str(options.place)
    name = options.user or ""
    if name:
        password = passphrase.ask(f"Password of {name}: ")
        if not password:
            raise UsageError("A name needs a password: at a prompt, or in the file for passphrases.")
        if not Logins(Keyring()).put(place, name, password):
            raise InputError("There is no system keyring to keep the password in, so the feed was not added.")
    dossiers = work.dossiers_named(services, options.dossier or "")
    added = services.feeds.add(place, next(iter(dossiers), ""), login=bool(name))
    _print(services, added, options)
    return 0


def _remove(services: Services, options: Namespace) -> int:
    removed = services.feeds.remove(str(options.place))
    if removed.login:
        Logins(Keyring()).forget(removed.url)
    _print(services, [removed], options)
    return 0


def _refresh(services: Services, options: Namespace) -> int:
    failed = 0
    for done in services.feeds.refresh(options.place or "", full=options.full):
        failed += bool(done.problem)
        for outcome in done.outcomes:
            if outcome.outcome.brings_text:
                services.importing.analyse(outcome.article)
        if options.json:
            print_json(refreshed_row(done))
        else:
            _tell(done)
    return 1 if failed else 0


def refreshed_row(done: Refreshed) -> Row:
    """Return a line of `feeds refresh`."""
    return {
        "url": done.feed.url,
        "title": done.feed.title,
        "outcome": "failed" if done.problem else "unchanged" if done.unchanged else "refreshed",
        "items": [rows.outcome_row(one) for one in done.outcomes],
        "reason": done.problem or None,
    }


def _tell(done: Refreshed) -> None:
    name = done.feed.title or done.feed.url
    if done.problem:
        print_line(f"failed      {name}  {done.problem}")
        return
    went_in = sum(one.outcome.went_in for one in done.outcomes)
    print_line(f"{'unchanged' if done.unchanged else 'refreshed':10}  {name}  {went_in} taken in")
    for one in done.outcomes:
        print_line(f"  {rows.outcome_line(one)}")


def _print(services: Services, feeds_: Iterable[Feed], options: Namespace) -> None:
    names: dict[str, str] = {dossier.id: dossier.name for dossier in services.dossiers.all()}
    print_rows((_row(feed, names) for feed in feeds_), as_json=options.json, columns=COLUMNS)


def _row(feed: Feed, names: dict[str, str]) -> Row:
    return {
        "url": feed.url,
        "title": feed.title,
        "folder": feed.folder,
        "dossier": names.get(feed.dossier, ""),
        "refreshed": feed.refreshed,
        "problem": feed.problem,
    }
