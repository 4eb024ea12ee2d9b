"""Running one command, and ending with its exit code."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from typing import TYPE_CHECKING

from briefing_app.cli.arguments import parsed
from briefing_app.cli.output import say
from briefing_app.errors import UserError
from briefing_app.faults import quote_nothing, report_of

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

COMMANDS = {
    "extract": ("texts", "extract"),
    "sanitise": ("texts", "sanitise"),
    "analyse": ("texts", "analyse"),
    "anchor": ("texts", "anchor"),
    "new": ("commands", "new"),
    "dossiers": ("commands", "dossiers"),
    "import": ("importing", "import_"),
    "imports": ("importing", "imports"),
    "feeds": ("feeds", "feeds"),
    "list": ("commands", "list_"),
    "show": ("commands", "show"),
    "search": ("commands", "search"),
    "actors": ("actors", "actors"),
    "corrections": ("learning", "corrections"),
    "highlight": ("commands", "highlight"),
    "statement": ("commands", "statement"),
    "annotations": ("commands", "annotations_"),
    "positions": ("commands", "positions"),
    "note": ("commands", "note"),
    "batch": ("batch", "batch"),
    "check": ("care", "check"),
    "backup": ("care", "backup"),
    "backups": ("care", "backups"),
    "restore": ("care", "restore"),
}
"""Command to (module of this package, function); imported when it is run."""
FAULT = 70
"""Exit code when our own code failed."""


def main(words: Sequence[str]) -> int:
    """Run the command that ``words`` name and return its exit code."""
    return run(parsed(words))


def run(options: Namespace) -> int:
    """Run a parsed command: 0 done, 1 some inputs failed, 2 wrong usage, 3 no library, 70 a fault of ours."""
    quote_nothing()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    module, function = COMMANDS[options.command]
    try:
        return int(getattr(import_module(f"briefing_app.cli.{module}"), function)(options))
    except UserError as error:
        say(str(error))
        return error.code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        say("Stopped; what was acknowledged is kept.")
        return 130
    except Exception as error:  # noqa: BLE001 - a fault of ours ends in a report that quotes nothing
        say(f"Briefing Reader made a mistake; please report this:\n{report_of(error)}")
        return FAULT
