"""Care of the library: check, backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.cli.library import chosen_path, opened_store
from briefing_app.cli.output import print_json, print_line
from briefing_app.jobs import walls
from briefing_app.services.opening import refuse_existing

if TYPE_CHECKING:
    from argparse import Namespace


def check(options: Namespace) -> int:
    """Check the library, and mend what can be mended when asked to; 3 when it is damaged.

    Also tells what confines the process that reads documents.
    """
    with opened_store(options) as store:
        found = store.check(repair=options.repair)
    around = walls.names(walls.standing())
    if options.json:
        print_json({"library": str(chosen_path(options)), "clean": not found, "found": found, "walls": around})
    else:
        for sentence in [*(found or ["The library is sound."]), walls.sentence(around)]:
            print_line(sentence)
    return 3 if found else 0


def backup(options: Namespace) -> int:
    """Write a backup: one file that holds the database and, if encrypted, its wrapped key."""
    target = Path(options.file)
    with opened_store(options) as store:
        store.backup(target)
    if options.json:
        print_json({"backup": str(target)})
    else:
        print_line(f"Backed up to {target}.")
    return 0


def restore(options: Namespace) -> int:
    """Make a library of a backup; never over one that exists."""
    from briefing_app.store.backup import restore as restore_backup

    path = chosen_path(options)
    refuse_existing(path)
    restore_backup(Path(options.file), path)
    if options.json:
        print_json({"library": str(path)})
    else:
        print_line(f"Restored to {path}.")
    return 0
