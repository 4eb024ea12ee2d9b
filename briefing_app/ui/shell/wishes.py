"""What the window asks of the program around it: another library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class WishKind(StrEnum):
    """Ways to come to a library."""

    OPEN = "open"
    UNLOCK = "unlock"
    CREATE = "create"
    SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class LibraryWish:
    """A library wanted: ``path`` is None for the sample; ``passphrase`` None makes or opens a plain one."""

    kind: WishKind
    path: Path | None = None
    passphrase: str | None = None
