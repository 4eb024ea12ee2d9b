"""Where the command line has a passphrase from: a prompt, or the file that BRIEFING_PASSPHRASE_FILE names."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from briefing_app.errors import LibraryLocked, UsageError

VARIABLE = "BRIEFING_PASSPHRASE_FILE"


def ask(sentence: str) -> str | None:
    """Return the passphrase, or None when there is nobody to ask."""
    named = os.environ.get(VARIABLE)
    if named:
        return _from_file(named)
    if not sys.stdin.isatty():
        return None
    import getpass

    return getpass.getpass(sentence) or None


def ask_new() -> str:
    """Return a passphrase for a new library, asked twice at a prompt."""
    first = ask("New passphrase: ")
    if first is None:
        raise UsageError(f"An encrypted library needs a passphrase: at a prompt, or in a file named by {VARIABLE}.")
    if not os.environ.get(VARIABLE) and ask("Once more: ") != first:
        raise UsageError("The two passphrases differ; nothing was made.")
    return first


def _from_file(named: str) -> str:
    try:
        text = Path(named).read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LibraryLocked(f"The passphrase file {named} cannot be read.") from error
    return text.removesuffix("\n").removesuffix("\r")
