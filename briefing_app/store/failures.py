"""What the database says, told as a sentence with what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlcipher3 import dbapi2

from briefing_app.errors import LibraryDamaged, LibraryError, LibraryLocked, UserError

if TYPE_CHECKING:
    from pathlib import Path

DriverError = dbapi2.Error
"""What the driver raises, for those who do not know the driver."""

BUSY: Final = 5
LOCKED: Final = 6
READ_ONLY: Final = 8
INTERRUPTED: Final = 9
IO_ERROR: Final = 10
CORRUPT: Final = 11
FULL: Final = 13
CANNOT_OPEN: Final = 14
NOT_A_DATABASE: Final = 26


def code_of(error: BaseException) -> int:
    """Return SQLite's primary result code of a driver error (also one wrapped by SQLAlchemy); 0 for none."""
    original = getattr(error, "orig", None) or error
    code = getattr(original, "sqlite_errorcode", None)
    return int(code) & 0xFF if isinstance(code, int) else 0


def told(error: BaseException, path: Path) -> UserError | None:
    """Return the error the reader is shown for a driver error; None where it is our own mistake."""
    original = getattr(error, "orig", None) or error
    if not isinstance(original, dbapi2.Error):
        return None
    code = code_of(error)
    if code in (CORRUPT, NOT_A_DATABASE):
        return LibraryDamaged(
            f"The library {path} is damaged: a part of the file is not what was written there.",
            hint="Restore a backup, or run `check` to see what is affected.",
        )
    if code in (BUSY, LOCKED):
        return LibraryLocked(
            f"Another program holds the library {path}.",
            hint="Close the other program or wait until it is done, then try again. Nothing was changed.",
        )
    sentence = _WORLD.get(code)
    return LibraryError(sentence[0].format(path=path), hint=sentence[1]) if sentence else None


_WORLD: Final[dict[int, tuple[str, str]]] = {
    READ_ONLY: (
        "The library {path} cannot be written to.",
        "Check the permissions of the file and of its folder, or copy it to a place of your own.",
    ),
    IO_ERROR: (
        "The disk failed while the library {path} was in use; the last action was not saved.",
        "Check the disk or the network drive, then try again.",
    ),
    FULL: (
        "The disk that holds the library {path} is full; the last action was not saved.",
        "Free some space, then try again.",
    ),
    CANNOT_OPEN: (
        "The library {path} cannot be opened.",
        "Check that the file and its folder may be read by you.",
    ),
}
