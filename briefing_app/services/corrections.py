"""What readers decided, gathered from the library: it is there as statuses and rulings, nothing is kept twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.article import RemovalState
from briefing_app.domain.entity import RulingKind, Status
from briefing_app.domain.gold import GoldArticle, GoldName, GoldSpan, Verdict, gold_statement, verdict_of
from briefing_app.domain.rulings import SOURCE, Place, in_force, lay_over
from briefing_app.errors import UserError
from briefing_app.export.corrections import lines

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefing_app.domain.actors import OwnActor
    from briefing_app.domain.analysis import Analysis
    from briefing_app.domain.article import Article, Version
    from briefing_app.store.session import Reader
    from briefing_app.store.store import Store


class CorrectionService:
    """Exports corrections; reads only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def gold(self) -> Iterator[GoldArticle | GoldName | OwnActor]:
        """Give every article with a decision in it, then the rulings on names, then the library's own actors."""
        with self._store.read() as reader:
            rulings = reader.entities.rulings()
            own = {one.article for one in rulings if one.article}
            for ident in reader.statements.decided_articles(also=own):
                yield _article(reader, ident)
            yield from (GoldName.of(one) for one in rulings)
            yield from reader.actors.own()

    def count(self) -> int:
        """Return how many articles an export holds, for the sentence that says so first."""
        with self._store.read() as reader:
            own = {one.article for one in reader.entities.rulings() if one.article}
            return len(reader.statements.decided_articles(also=own))

    def export(self, path: Path) -> int:
        """Write the corrections to a file; return how many articles it holds. UserError when the disk refuses."""
        articles = 0
        try:
            with path.open("w", encoding="utf-8", newline="\n") as out:
                for line in lines(self.gold()):
                    out.write(line + "\n")
                    articles += line.startswith('{"record": "article"')
        except OSError as error:
            raise UserError(f"{path} could not be written: {error.strerror or error}.") from error
        return articles


def _article(reader: Reader, ident: str) -> GoldArticle:
    article = reader.articles.get(ident)
    version = reader.articles.current_version(ident)
    analysis = reader.articles.analysis(version.id)
    engine = analysis.engine if analysis is not None else ""
    judged = [(one, verdict_of(one)) for one in reader.statements.of_article(ident) if one.version == version.id]
    return GoldArticle(
        article=article.id,
        version=version.id,
        title=article.title,
        text=version.text,
        text_hash=version.text_hash,
        site=article.site,
        url=article.url,
        published=article.published,
        language=article.language,
        hidden=tuple(
            (one.start, one.end) for one in reader.articles.removals(version.id) if one.state is RemovalState.HIDDEN
        ),
        spans=_spans(reader, article, version, analysis) if analysis is not None else (),
        statements=tuple(gold_statement(one, verdict, engine) for one, verdict in judged if verdict is not None),
    )


def _spans(reader: Reader, article: Article, version: Version, analysis: Analysis) -> tuple[GoldSpan, ...]:
    """Return the names a person corrected, and those said to be none."""
    rulings = reader.entities.rulings()
    laid = lay_over(analysis, version.text, reader.actors.who(), rulings, Place(article.id, article.published[:10]))
    before = {(one.start, one.end, one.key or one.canonical) for one in analysis.mentions}
    right = [
        GoldSpan(
            one.start,
            one.end,
            one.text,
            Verdict.ACCEPTED if (one.start, one.end, one.key or one.canonical) in before else Verdict.EDITED,
            one.label,
            one.canonical,
            one.key,
        )
        for one in laid.mentions
        if one.source == SOURCE and one.status is Status.CONFIRMED
    ]
    never = {text for text, one in in_force(rulings, article.id).items() if one.ruling is RulingKind.NEVER}
    wrong = [
        GoldSpan(one.start, one.end, one.text, Verdict.REJECTED, one.label)
        for one in analysis.mentions
        if one.text in never
    ]
    return tuple(sorted([*right, *wrong], key=lambda span: span.start))
