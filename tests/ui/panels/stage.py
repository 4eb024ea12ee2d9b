"""A real library with a dossier, two articles, names, figures, marks, statements and suggestions, run at once."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from briefing_app.domain.analysis import Analysis
from briefing_app.domain.article import Block, BlockKind, CleanDocument
from briefing_app.domain.dossier import Issue, Party
from briefing_app.domain.entity import EntityKind, Figure, FigureKind, Mention
from briefing_app.domain.position import Mark, Stance, StatementDraft
from briefing_app.domain.reading import OpenArticle, StatementEdit
from briefing_app.jobs.runner import DirectRunner
from briefing_app.services.services import Services
from briefing_app.services.statements import from_draft
from briefing_app.settings import Settings
from briefing_app.store.store import Store
from briefing_app.ui.context import ChangeFeed, UiContext
from briefing_app.ui.messages import Messages
from briefing_app.ui.theme import ThemeHolder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.domain.position import Statement
    from briefing_app.services.thinking import Thinker

EARLIER = (
    "The chamber rejects any third chair at this table, its speaker said.",
    "The chamber demands that the fleet leaves the strait first.",
)
LATER = (
    "Two days of talks closed on Sunday. Mara Quill of the chamber said a third chair “has not been discussed”.",
    "The chamber said Union changes brought an agreement no closer. Lowport would pay only if the cost were shared.",
    "Ministers settled on borrowing €40 billion on the markets; 80 percent of points are settled, one official said.",
    "Southmark repeated that it would not accept a transfer of the strait, in law or in fact.",
)
PARTIES = (
    Party("Eastland", "country:EL", colour="red", members=("Mara Quill",)),
    Party("Southmark", colour="gold"),
    Party("Northland", colour="blue"),
)
ISSUES = ("Format of talks", "Strait", "Prisoners")


def document(title: str, paragraphs: Sequence[str], day: str) -> tuple[CleanDocument, bytes]:
    """Return a document of paragraphs and its bytes."""
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        blocks.append(Block(number, BlockKind.PARAGRAPH, at, at + len(paragraph)))
        at += len(paragraph) + 2
    text = "\n\n".join(paragraphs)
    digest = hashlib.sha256(text.encode()).hexdigest()
    clean = CleanDocument(
        f"{title}.txt", "text/plain", "utf-8", digest, title, text, tuple(blocks), site="Wire desk", published=day
    )
    return clean, text.encode()


@dataclass
class Stage:
    """A context over a real library whose work runs at once, and what it said."""

    context: UiContext
    store: Store
    dossier: str = ""
    earlier: str = ""
    later: str = ""
    said: list[Any] = field(default_factory=list)

    @property
    def services(self) -> Services:
        return self.context.services

    @property
    def sentences(self) -> list[str]:
        return [one.sentence for one in self.said]

    def open(self, article: str = "") -> OpenArticle:
        """Return an article as the reader opens it."""
        return self.services.reading.open_article(article or self.later)

    def span(self, quote: str, article: str = "") -> tuple[int, int]:
        """Return where a quote lies."""
        start = self.open(article).version.text.index(quote)
        return start, start + len(quote)

    def suggestions(self) -> list[Statement]:
        """Return the later article's open suggestions in text order."""
        found = [one for one in self.open().statements if one.status.value == "suggested"]
        return sorted(found, key=lambda one: one.evidence[0].start)

    def state(self, party: str, issue: str, stance: Stance, quote: str, article: str, **fields: object) -> Statement:
        """Add a confirmed statement."""
        plain = StatementEdit(article, (self.span(quote, article),), (party,), issue, stance)
        return self.services.statements.add(replace(plain, **fields))  # type: ignore[arg-type]


def empty_stage(folder: Path, theme: str = "light") -> Stage:
    """Return a stage over an empty library."""
    return _over(Store.create(folder / "library.brief"), folder, theme)


def reopened(template: Path, folder: Path, ids: tuple[str, str, str]) -> Stage:
    """Return a stage over a copy of a library made before; making one anew takes a second."""
    shutil.copy(template, folder / "library.brief")
    stage = _over(Store.open(folder / "library.brief"), folder)
    stage.dossier, stage.earlier, stage.later = ids
    return stage


def _over(store: Store, folder: Path, theme: str = "light") -> Stage:
    feed, messages = ChangeFeed(), Messages()
    services = Services.over(store, cast("Thinker", None))
    context = UiContext(
        services, DirectRunner(messages.warn), feed, messages, ThemeHolder(theme), Settings(folder / "settings.json")
    )
    stage = Stage(context, store)
    messages.said.connect(stage.said.append)
    store.subscribe(feed.changed.emit)
    return stage


def full_stage(folder: Path, theme: str = "light") -> Stage:
    """Return a stage with everything in it; the later article is the one tests open."""
    stage = empty_stage(folder, theme)
    dossier = stage.services.dossiers.add("Strait talks")
    stage.dossier = str(dossier.id)
    stage.services.dossiers.save(replace(dossier, parties=PARTIES, issues=tuple(Issue(name) for name in ISSUES)))
    stage.earlier = _add(stage, "Round one", EARLIER, "2025-12-14")
    stage.later = _add(stage, "Round two", LATER, "2025-12-22")
    stage.services.dossiers.put([stage.earlier, stage.later], stage.dossier)
    words = "A third chair"
    stage.state("Eastland", "Format of talks", Stance.REJECTS, EARLIER[0], stage.earlier, paraphrase=words)
    stage.state(
        "Eastland",
        "Format of talks",
        Stance.UNDECIDED,
        "a third chair “has not been discussed”",
        stage.later,
        paraphrase=words,
        speaker="Mara Quill",
        hedges=("reportedly",),
        attribution_level=5,
        said_on="2025-12-21",
    )
    _analyse(stage)
    for quote, kind, note, tags in (
        ("the cost were shared", "Concession", "A condition, no refusal.", ("red-line",)),
        ("Two days of talks", "Claim", "", ()),
        ("borrowing €40 billion on the markets", "Figure", "", ("finance",)),
    ):
        stage.services.annotating.highlight(stage.later, *stage.span(quote), kind, note, tags)
    return stage


def _add(stage: Stage, title: str, paragraphs: Sequence[str], day: str) -> str:
    with stage.store.write("Import") as work:
        return str(work.articles.add(*document(title, paragraphs, day)).id)


def _analyse(stage: Stage) -> None:
    opened = stage.open()
    mentions = [
        _mention(stage, "Mara Quill", "Mara Quill", EntityKind.PERSON, "person:mara"),
        _mention(stage, "The chamber", "Eastland", EntityKind.ORG, "country:EL"),
        _mention(stage, "Union", "Union", EntityKind.ORG, "org:union"),
        _mention(stage, "Lowport", "Lowport", EntityKind.GPE, "city:lowport"),
        _mention(stage, "Southmark", "Southmark", EntityKind.GPE, ""),
        _mention(stage, "the chamber", "Eastland", EntityKind.ORG, "country:EL"),
        _mention(stage, "Sunday", "2025-12-21", EntityKind.DATE, ""),
    ]
    figures = [
        _figure(stage, FigureKind.DATE, "Sunday", "2025-12-21"),
        _figure(stage, FigureKind.MONEY, "€40 billion", "EUR 40000000000", "borrowing on the markets", "ministers"),
        _figure(stage, FigureKind.PERCENT, "80 percent", "80%", "of points are settled", "one official"),
    ]
    drafts = [
        _draft(stage, "Eastland", "Union changes", Stance.REJECTS, "Union changes brought an agreement no closer", 0.9),
        _draft(stage, "Eastland", "Strait", Stance.DEMANDS, "The chamber said Union changes", 0.5),
        _draft(stage, "Lowport", "Costs", Stance.CONDITIONAL, "Lowport would pay only if the cost were shared", 0.85),
        _draft(stage, "Southmark", "Strait", Stance.REJECTS, "it would not accept a transfer of the strait", 0.9),
    ]
    hashed = opened.version.text_hash
    analysis = Analysis(hashed, "test 1", "en", tuple(mentions), tuple(figures), tuple(drafts))
    statements = [from_draft(draft, opened.article, opened.version) for draft in drafts]
    with stage.store.write("Analyse", undoable=False) as work:
        work.articles.put_analysis(opened.version.id, analysis, statements)


def _mention(stage: Stage, quote: str, canonical: str, label: EntityKind, key: str) -> Mention:
    start, end = stage.span(quote)
    return Mention(start, end, label, quote, canonical, key, "names", f"“{quote}” names {canonical}.", 0.9)


def _figure(stage: Stage, kind: FigureKind, quote: str, value: str, measures: str = "", claimed_by: str = "") -> Figure:
    start, end = stage.span(quote)
    return Figure(kind, start, end, quote, value, measures, claimed_by)


def _draft(stage: Stage, party: str, issue: str, stance: Stance, quote: str, confidence: float) -> StatementDraft:
    start, end = stage.span(quote)
    return StatementDraft(
        (party,), issue, stance, start, end, quote.split()[-1], confidence=confidence, why=f"“{quote[:12]}” says so.",
        marks=(Mark.RED_LINE,) if stance is Stance.REJECTS else (),
    )  # fmt: skip
