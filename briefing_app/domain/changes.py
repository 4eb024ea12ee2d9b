"""What one unit of work changed, told once to everybody."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of thing that can change."""

    ARTICLE = "article"
    VERSION = "version"
    REMOVAL = "removal"
    ANALYSIS = "analysis"
    ANNOTATION = "annotation"
    TAG = "tag"
    STATEMENT = "statement"
    ENTITY = "entity"
    RULING = "ruling"
    DOSSIER = "dossier"
    NOTE = "note"
    SETTING = "setting"


@dataclass(frozen=True, slots=True)
class Changes:
    """One unit of work's effect: which kinds, which ids by kind, which articles it touches.

    ``label`` is the action in the user's words ("Highlight"), ``origin`` is ``user``, ``machine`` or
    ``elsewhere`` (another process wrote: everything may have changed, ``kinds`` holds all).
    """

    label: str = ""
    origin: str = "user"
    kinds: frozenset[Kind] = field(default_factory=frozenset)
    ids: dict[Kind, frozenset[str]] = field(default_factory=dict)
    articles: frozenset[str] = field(default_factory=frozenset)

    def __bool__(self) -> bool:
        """Say whether anything changed."""
        return bool(self.kinds)

    def touches(self, *kinds: Kind, article: str = "") -> bool:
        """Say whether one of ``kinds`` changed, and in ``article`` if that is given."""
        if not self.kinds.intersection(kinds):
            return False
        return not article or self.origin == "elsewhere" or article in self.articles


EVERYTHING = Changes(label="", origin="elsewhere", kinds=frozenset(Kind))
"""What is told when another process has written to the library."""
