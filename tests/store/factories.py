"""Values for tests of the store: small, and different from one another."""

# ruff: noqa: ANN401  # a factory takes whatever fields its value has
from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from briefing_app.domain.anchor import Anchor
from briefing_app.domain.annotation import Annotation
from briefing_app.domain.article import Article, Block, BlockKind, CleanDocument, Removal
from briefing_app.domain.dossier import Dossier, Issue, Party
from briefing_app.domain.ids import AnnotationId, DossierId, NoteId, StatementId, new_id
from briefing_app.domain.note import Note
from briefing_app.domain.position import Stance, Statement

if TYPE_CHECKING:
    from briefing_app.store.session import Work
    from briefing_app.store.store import Store

T = TypeVar("T")

TEXT = (
    "The delegation of Ardania arrived on Monday.\n\n"
    "Belmora refused to open the harbour.\n\n"
    "Subscribe to our newsletter today.\n\n"
    "Talks on the grain corridor go on, the envoy said."
)


def document(text: str = TEXT, **fields: Any) -> CleanDocument:
    """Make a clean document whose paragraphs are parted by blank lines."""
    blocks, start = [], 0
    for number, paragraph in enumerate(text.split("\n\n"), 1):
        blocks.append(Block(number, BlockKind.PARAGRAPH, start, start + len(paragraph)))
        start += len(paragraph) + 2
    values: dict[str, Any] = {
        "source": "article.txt",
        "media_type": "text/plain",
        "encoding": "utf-8",
        "sha256": hashlib.sha256(text.encode()).hexdigest(),
        "title": "Talks at the harbour",
        "text": text,
        "blocks": tuple(blocks),
        "site": "The Meridian",
        "published": "2025-03-07",
        "language": "en",
    }
    return CleanDocument(**{**values, **fields})


def junk(text: str = TEXT) -> Removal:
    """Make a removal of the newsletter line."""
    start = text.index("Subscribe")
    return Removal(start, start + len("Subscribe to our newsletter today."), "newsletter", "Asks to subscribe.")


def anchor(quote: str, text: str = TEXT) -> Anchor:
    """Make an anchor of the first place where `quote` stands."""
    start = text.index(quote)
    return Anchor(start, start + len(quote), quote, tokens=("Ardania",) if "Ardania" in quote else ())


def annotation(article: Article, quote: str = "Belmora refused", **fields: Any) -> Annotation:
    """Make an annotation of a passage of TEXT."""
    made = Annotation(AnnotationId(new_id()), article.version, article.id, anchor(quote))
    return _with(made, fields)


def statement(article: Article, quote: str = "Belmora refused to open the harbour.", **fields: Any) -> Statement:
    """Make a suggested statement of Belmora on the harbour."""
    made = Statement(
        StatementId(new_id()),
        article.version,
        article.id,
        ("Belmora",),
        "Harbour",
        Stance.REJECTS,
        (anchor(quote),),
        reported_on="2025-03-07",
        stable_key="key-" + quote[:20],
    )
    return _with(made, fields)


def dossier(name: str = "Harbour talks", **fields: Any) -> Dossier:
    """Make a dossier of two parties and two issues."""
    parties = (Party("Ardania", "country:AR", colour="red"), Party("Belmora", colour="blue", members=("the envoy",)))
    issues = (Issue("Harbour", ("harbour", "port")), Issue("Grain", ("grain",), "Harbour"))
    return _with(Dossier(DossierId(new_id()), name, parties, issues), fields)


def note(dossier_id: str, **fields: Any) -> Note:
    """Make a note of one section."""
    return _with(Note(NoteId(new_id()), DossierId(dossier_id), "briefing-note", "On the talks"), fields)


def add_article(work: Work, text: str = TEXT, *, dossiers: tuple[str, ...] = (), **fields: Any) -> Article:
    """Import a document within a unit of work."""
    return work.articles.add(document(text, **fields), text.encode(), dossiers)


def import_one(store: Store, text: str = TEXT, **fields: Any) -> Article:
    """Import a document in a unit of work of its own that cannot be undone."""
    with store.write("Import", undoable=False) as work:
        return add_article(work, text, **fields)


def _with(made: T, fields: dict[str, Any]) -> T:
    return replace(made, **fields)  # type: ignore[type-var]  # all of them are dataclasses
