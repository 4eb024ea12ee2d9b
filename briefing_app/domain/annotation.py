"""The reader's own marks: highlights, notes, tags and the code book."""

from __future__ import annotations

from dataclasses import dataclass

from briefing_app.domain.anchor import Anchor
from briefing_app.domain.ids import AnnotationId, ArticleId, TagId, VersionId


@dataclass(frozen=True, slots=True)
class AnnotationType:
    """A highlight type: ``colour`` names a pair in the theme, ``letter`` is the cue in the margin.

    ``opens_statement`` types ask for a statement (who holds it, on what, how).
    """

    name: str
    colour: str
    letter: str
    key: int = 0
    opens_statement: bool = False


BUILT_IN_TYPES: tuple[AnnotationType, ...] = (
    AnnotationType("Position", "blue", "P", 1, opens_statement=True),
    AnnotationType("Claim", "yellow", "C", 2),
    AnnotationType("Figure", "teal", "F", 3),
    AnnotationType("Red line", "red", "R", 4, opens_statement=True),
    AnnotationType("Precondition", "orange", "N", 5, opens_statement=True),
    AnnotationType("Concession", "green", "S", 6, opens_statement=True),
    AnnotationType("Quote", "violet", "Q", 7),
    AnnotationType("Question", "pink", "?", 8),
    AnnotationType("To check", "grey", "!", 9),
)
DEFAULT_TYPE = "Claim"


def annotation_type(name: str) -> AnnotationType:
    """Return the built-in type of that name (case ignored), or a type of the user's own in the default colour."""
    for one in BUILT_IN_TYPES:
        if one.name.casefold() == name.casefold():
            return one
    return AnnotationType(name, "yellow", name[:1].upper() or "*")


@dataclass(frozen=True, slots=True)
class Annotation:
    """A highlight of a passage with a Markdown note and tags; times are ISO 8601 in UTC."""

    id: AnnotationId
    version: VersionId
    article: ArticleId
    anchor: Anchor
    type: str = DEFAULT_TYPE
    note: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""
    modified: str = ""
    statement: str = ""
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Tag:
    """A code of the code book; ``parent`` is the name of the tag above it or empty; names are unique."""

    id: TagId
    name: str
    parent: str = ""
    colour: str = ""
    description: str = ""
    count: int = 0
