"""Care of the library: check, backup, restore."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.cli.library import chosen_path, opened_store
from briefing_app.cli.output import print_json, print_line, print_result, print_rows
from briefing_app.domain.backups import BackupReason
from briefing_app.jobs import walls
from briefing_app.services.backups import BackupService
from briefing_app.services.opening import refuse_existing

if TYPE_CHECKING:
    from argparse import Namespace

    from briefing_app.cli.output import Row
    from briefing_app.domain.backups import Backup


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
    """Write a backup: one file that holds the database and, if encrypted, its wrapped key.

    Without a file it is kept among those that the program makes by itself.
    """
    with opened_store(options) as store:
        if options.file is None:
            made = BackupService(store).make(BackupReason.ASKED)
            assert made is not None, "nobody stopped it"
            target = made.path
        else:
            target = Path(options.file)
            store.backup(target)
    print_result({"backup": str(target)}, f"Backed up to {target}.", as_json=options.json)
    return 0


def backups(options: Namespace) -> int:
    """List the backups that are kept beside the library, the latest first."""
    with opened_store(options) as store:
        kept = BackupService(store).all()
    print_rows(map(_row, kept), as_json=options.json, columns=("made", "reason", "file"))
    return 0


def _row(one: Backup) -> Row:
    made = one.made.isoformat().replace("+00:00", "Z")
    return {"file": str(one.path), "made": made, "reason": one.reason.value, "bytes": one.size}


def restore(options: Namespace) -> int:
    """Make a library of a backup; never over one that exists."""
    from briefing_app.store.backup import restore as restore_backup

    path = chosen_path(options)
    refuse_existing(path)
    restore_backup(Path(options.file), path)
    print_result({"library": str(path)}, f"Restored to {path}.", as_json=options.json)
    return 0
