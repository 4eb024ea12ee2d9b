"""`feeds`: subscriptions, looked at only when asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.cli import passphrase, rows, work
from briefing_app.cli.library import opened_library
from briefing_app.cli.output import print_json, print_line, print_rows
from briefing_app.errors import InputError, UsageError
from briefing_app.export.imports import outcome_record
from briefing_app.services.files import write_whole
from briefing_app.services.logins import Logins
from briefing_app.services.secrets import Keyring

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable

    from briefing_app.cli.output import Row
    from briefing_app.domain.collection import Feed
    from briefing_app.services.looking import Refreshed
    from briefing_app.services.services import Services

COLUMNS = ("title", "url", "dossier", "problem")


def feeds(options: Namespace) -> int:
    """List subscriptions, find, add, edit or remove one, look for news, or export the list."""
    actions = {
        "list": _list,
        "find": _find,
        "add": _add,
        "edit": _edit,
        "back": _back,
        "remove": _remove,
        "refresh": _refresh,
        "export": _export,
    }
    with opened_library(options) as services:
        return actions[options.action or "list"](services, options)


def _list(services: Services, options: Namespace) -> int:
    _print(services, services.feeds.all(), options)
    return 0


def _find(services: Services, options: Namespace) -> int:
    found = services.feeds.find(str(options.place))
    print_rows(({"title": one.title, "url": one.url} for one in found), as_json=options.json, columns=("title", "url"))
    return 0


def _edit(services: Services, options: Namespace) -> int:
    dossiers = work.dossiers_named(services, options.dossier or "")
    dossier = None if options.dossier is None else next(iter(dossiers), "")
    changed = services.feeds.change(
        str(options.place), name=options.name, folder=options.folder, dossier=dossier, full=options.full
    )
    _print(services, [changed], options)
    return 0


def _back(services: Services, options: Namespace) -> int:
    _print(services, [services.feeds.move_back(str(options.place))], options)
    return 0


def _export(services: Services, options: Namespace) -> int:
    text = services.feeds.export()
    if options.place:
        write_whole(Path(options.place), text)
    else:
        print_line(text.rstrip())
    return 0


def _add(services: Services, options: Namespace) -> int:
    place = str(options.place)
    name = options.user or ""
    password = (passphrase.ask(f"Password of {name}: ") or "") if name else ""
    if name and not password:
        raise UsageError("A name needs a password: at a prompt, or in the file for passphrases.")
    dossiers = work.dossiers_named(services, options.dossier or "")
    if name:
        keyring = Logins(Keyring())
        if not keyring.put(place, name, password):
            raise InputError("There is no system keyring to keep the password in, so the feed was not added.")
    added = services.feeds.add(place, next(iter(dossiers), ""), login=bool(name))
    _print(services, added, options)
    return 0


def _remove(services: Services, options: Namespace) -> int:
    removed = services.feeds.remove(str(options.place))
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
        "outcome": _outcome(done),
        "items": [outcome_record(one) for one in done.outcomes],
        "reason": done.problem or done.skipped or done.note or None,
    }


def _outcome(done: Refreshed) -> str:
    if done.problem:
        return "failed"
    return "skipped" if done.skipped else "unchanged" if done.unchanged else "refreshed"


def _tell(done: Refreshed) -> None:
    name = done.feed.title or done.feed.url
    if done.problem:
        print_line(f"failed      {name}  {done.problem}")
        return
    if done.skipped:
        print_line(f"skipped     {name}  {done.skipped}")
        return
    if done.note:
        print_line(f"moved       {name}  {done.note} “feeds back {done.feed.url}” goes back to the old one.")
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
        "title": feed.name or feed.title,
        "folder": feed.folder,
        "dossier": names.get(feed.dossier, ""),
        "refreshed": feed.refreshed,
        "problem": feed.problem,
        "full": feed.full,
    }
