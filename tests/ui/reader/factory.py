"""A context of fakes and an article for the reading pane's tests."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, cast

from briefing_app.domain.analysis import Analysis
from briefing_app.domain.anchor import Anchor
from briefing_app.domain.annotation import Annotation, Tag
from briefing_app.domain.article import Article, Block, BlockKind, Removal, RemovalState, Version
from briefing_app.domain.changes import Changes, Kind
from briefing_app.domain.dossier import Dossier, Issue, Party
from briefing_app.domain.entity import EntityKind, Mention, NameRuling, RulingKind
from briefing_app.domain.ids import AnnotationId, ArticleId, DossierId, StatementId, TagId, VersionId, new_id
from briefing_app.domain.position import Stance, Statement
from briefing_app.domain.reading import OpenArticle
from briefing_app.jobs.runner import DirectRunner
from briefing_app.settings import Settings
from briefing_app.ui.context import ChangeFeed, UiContext
from briefing_app.ui.messages import Messages
from briefing_app.ui.theme import ThemeHolder

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefing_app.services.services import Services

PARAGRAPHS = (
    "Two days of talks by the lake closed on Sunday with both delegations describing one draft in different words. "
    "Northland’s mediators spoke of progress on “almost all” annexes; the Harbour Palace said Union amendments "
    "brought an agreement no closer.",
    "Southmark repeated that it would not accept a transfer of any part of the Delta, in law or in fact, and asked "
    "that any pause be tied to commitments that its partners’ parliaments would ratify.",
    "Subscribe to our morning letter for more of this.",
    "In Lakeside, ministers settled on borrowing €40 billion on the markets. Read our best stories here. The Union "
    "would agree only if the liability were shared.",
    "One official put the share of settled points at 80 percent. The rest is the map.",
)


def blocks_of(paragraphs: Sequence[str], kinds: dict[int, BlockKind] | None = None) -> tuple[Block, ...]:
    """Return the blocks of paragraphs joined by one blank line; ``kinds`` by number from 1."""
    blocks, at = [], 0
    for number, paragraph in enumerate(paragraphs, 1):
        kind = (kinds or {}).get(number, BlockKind.PARAGRAPH)
        blocks.append(Block(number, kind, at, at + len(paragraph), 2 if kind is BlockKind.HEADING else 0))
        at += len(paragraph) + 2
    return tuple(blocks)


def make_article(
    paragraphs: Sequence[str] = PARAGRAPHS,
    *,
    ident: str = "a1",
    kinds: dict[int, BlockKind] | None = None,
    **values: object,
) -> OpenArticle:
    """Return an open article of ``paragraphs`` without any layer; ``values`` are fields of the article."""
    text = "\n\n".join(paragraphs)
    version = Version(
        VersionId(f"v-{ident}"),
        ArticleId(ident),
        text,
        blocks_of(paragraphs, kinds),
        hashlib.sha256(text.encode()).hexdigest(),
        "text/plain",
        "utf-8",
        "",
        "2025-12-22T09:14:00+00:00",
    )
    given: dict[str, object] = {
        "title": "Envoys leave the lake without a text on the Delta",
        "site": "Wire desk",
        "published": "2025-12-22",
        "imported_at": "2025-12-22T09:14:00+00:00",
        "reliability": "B",
        "marking": "TLP:CLEAR",
        "words": 120,
    }
    article = replace(Article(ArticleId(ident), "", version.id), **(given | values))  # type: ignore[arg-type]
    return OpenArticle(article, version, analysis=Analysis(version.text_hash, "test 1", "en"))


def span(article: OpenArticle, quote: str) -> tuple[int, int]:
    """Return where ``quote`` lies in the article's text."""
    start = article.version.text.index(quote)
    return start, start + len(quote)


def anchor(article: OpenArticle, quote: str) -> Anchor:
    """Return an anchor of ``quote``."""
    start, end = span(article, quote)
    return Anchor(start, end, quote, text_hash=article.version.text_hash)


def annotation(
    article: OpenArticle, quote: str, type: str = "Claim", note: str = "", tags: tuple[str, ...] = ()
) -> Annotation:
    """Return an annotation on ``quote``."""
    return Annotation(
        AnnotationId(new_id()), article.version.id, article.article.id, anchor(article, quote), type, note, tags
    )


def mention(
    article: OpenArticle, quote: str, canonical: str, label: EntityKind = EntityKind.GPE, key: str = ""
) -> Mention:
    """Return a mention of ``quote``."""
    start, end = span(article, quote)
    return Mention(start, end, label, quote, canonical, key, "names", f"“{quote}” names {canonical}.", 0.9)


def full_article() -> OpenArticle:
    """Return an article with every layer: removals, mentions, annotations, a statement, a dossier."""
    article = make_article()
    mentions = (
        mention(article, "Sunday", "2025-12-21", EntityKind.DATE),
        mention(article, "Northland", "Northland", key="country:NL"),
        mention(article, "the Harbour Palace", "Eastland", EntityKind.ORG, "country:EL"),
        mention(article, "Southmark", "Southmark"),
        mention(article, "Delta", "Delta", EntityKind.LOC),
        mention(article, "Lakeside", "Union"),
        mention(article, "€40 billion", "EUR 40000000000", EntityKind.MONEY),
        mention(article, "The Union", "Union", EntityKind.ORG),
        mention(article, "80 percent", "80%", EntityKind.PERCENT),
    )
    evidence = anchor(article, "Union amendments brought an agreement no closer")
    statement = Statement(
        StatementId("s1"),
        article.version.id,
        article.article.id,
        ("Eastland",),
        "Amendments",
        Stance.REJECTS,
        (evidence,),
        hedges=(),
        paraphrase="Changes proposed by the Union",
        keys=("country:EL",),
    )
    promo = span(article, PARAGRAPHS[2])
    line = span(article, "Read our best stories here. ")
    dossier = Dossier(
        DossierId("d1"),
        "Lake talks",
        (
            Party("Eastland", "country:EL", colour="red"),
            Party("Southmark", colour="gold"),
            Party("Northland", "country:NL", colour="blue"),
            Party("Union", colour="violet"),
        ),
        (Issue("Territory", ("delta", "map")),),
    )
    return replace(
        article,
        analysis=replace(cast("Analysis", article.analysis), mentions=mentions),
        removals=(
            Removal(*promo, "promo.subscribe", "A line that advertises the letter.", id="r1"),
            Removal(*line, "promo.read-more", "A line that points to other stories.", id="r2"),
        ),
        annotations=(
            annotation(
                article,
                "Union amendments brought an agreement no closer",
                "Red line",
                "Rejects the amended text outright, but not the format. Compare 15 Dec.",
            ),
            annotation(
                article,
                "it would not accept a transfer of any part of the Delta, in law or in fact",
                "Claim",
                "Red line, unchanged since the first round.",
                ("red-line",),
            ),
            annotation(
                article, "would agree only if the liability were shared", "Concession", "Condition, not refusal."
            ),
        ),
        statements=(statement,),
        dossiers=(dossier,),
    )


class FakeLibrary:
    """Articles in memory behind the few service calls that the reading pane makes; tells of changes at once."""

    def __init__(self, feed: ChangeFeed, *articles: OpenArticle) -> None:
        self.feed = feed
        self.articles = {one.article.id: one for one in articles}
        self.calls: list[tuple[Any, ...]] = []
        self.book: tuple[Tag, ...] = (Tag(TagId("t1"), "red-line"), Tag(TagId("t2"), "territory"))
        self.reading = self.annotating = self.entities = self.statements = self.positions = self

    def change(self, article: str, kind: Kind, /, **values: object) -> None:
        """Replace layers of an article and tell of it."""
        self.articles[ArticleId(article)] = replace(self.articles[ArticleId(article)], **values)  # type: ignore[arg-type]
        self.feed.changed.emit(Changes("test", kinds=frozenset({kind}), articles=frozenset({article})))

    def _holder(self, ident: str) -> OpenArticle:
        return next(one for one in self.articles.values() if any(a.id == ident for a in one.annotations))

    # reading
    def open_article(self, article_id: str) -> OpenArticle:
        self.calls.append(("open", article_id))
        return self.articles[ArticleId(article_id)]

    def note_opened(self, article_id: str) -> None:
        self.calls.append(("opened", article_id))

    def remember_position(self, article_id: str, offset: int) -> None:
        self.calls.append(("position", article_id, offset))

    def hide_passage(self, article_id: str, start: int, end: int, *, always: bool = False) -> None:
        self.calls.append(("hide", start, end, always))
        old = self.articles[ArticleId(article_id)]
        removal = Removal(start, end, "by-hand", "Hidden by you.", origin="user", id=new_id())
        self.change(article_id, Kind.REMOVAL, removals=(*old.removals, removal))

    def set_removal(self, removal_id: str, hidden: bool) -> None:
        self.calls.append(("removal", removal_id, hidden))
        state = RemovalState.HIDDEN if hidden else RemovalState.RESTORED
        for ident, one in self.articles.items():
            if any(r.id == removal_id for r in one.removals):
                after = tuple(replace(r, state=state) if r.id == removal_id else r for r in one.removals)
                self.change(ident, Kind.REMOVAL, removals=after)
                return

    def restore_all(self, article_id: str) -> None:
        old = self.articles[ArticleId(article_id)]
        after = tuple(replace(r, state=RemovalState.RESTORED) for r in old.removals)
        self.change(article_id, Kind.REMOVAL, removals=after)

    def restore(self, ids: Sequence[str]) -> None:
        for ident in ids:
            old = self.articles[ArticleId(ident)]
            self.change(ident, Kind.ARTICLE, article=replace(old.article, trashed_at=""))

    # annotating
    def highlight(
        self, article_id: str, start: int, end: int, type: str = "Claim", note: str = "", tags: Sequence[str] = ()
    ) -> Annotation:
        self.calls.append(("highlight", start, end, type, note, tuple(tags)))
        old = self.articles[ArticleId(article_id)]
        made = annotation(old, old.version.text[start:end], type, note, tuple(tags))
        made = replace(made, anchor=replace(made.anchor, start=start, end=end))
        self.change(article_id, Kind.ANNOTATION, annotations=(*old.annotations, made))
        return made

    def edit(
        self, annotation_id: str, *, type: str | None = None, note: str | None = None, tags: Sequence[str] | None = None
    ) -> Annotation:
        self.calls.append(("edit", annotation_id, type, note, tags))
        old = self._holder(annotation_id)
        before = next(one for one in old.annotations if one.id == annotation_id)
        after = replace(
            before,
            type=type or before.type,
            note=before.note if note is None else note,
            tags=before.tags if tags is None else tuple(tags),
        )
        every = tuple(after if one.id == annotation_id else one for one in old.annotations)
        self.change(old.article.id, Kind.ANNOTATION, annotations=every)
        return after

    def delete(self, ids: Sequence[str]) -> None:
        self.calls.append(("delete", tuple(ids)))
        old = self._holder(ids[0])
        self.change(old.article.id, Kind.ANNOTATION, annotations=tuple(a for a in old.annotations if a.id not in ids))

    def tags(self) -> tuple[Tag, ...]:
        return self.book

    # entities
    def rule_never(self, text: str, article: str = "") -> NameRuling:
        self.calls.append(("never", text, article))
        return NameRuling(text, RulingKind.NEVER, article=article)


@dataclass
class Stage:
    """A context over a fake library, and what it was told."""

    context: UiContext
    library: FakeLibrary
    said: list[Any] = field(default_factory=list)


def make_stage(folder: Path, *articles: OpenArticle, theme: str = "light") -> Stage:
    """Return a context whose work runs at once over ``articles``."""
    feed = ChangeFeed()
    library = FakeLibrary(feed, *articles)
    messages = Messages()
    context = UiContext(
        services=cast("Services", library),
        runner=DirectRunner(),
        changes=feed,
        messages=messages,
        theme=ThemeHolder(theme),
        settings=Settings(folder / "settings.json"),
    )
    stage = Stage(context, library)
    messages.said.connect(stage.said.append)
    return stage
