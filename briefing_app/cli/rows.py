"""The shapes in which the library's things are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing_app.domain.codec import to_plain
from briefing_app.domain.importing import RunState
from briefing_app.services.figures import key_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.cli.output import Row
    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.dossier import Dossier
    from briefing_app.domain.entity import Figure
    from briefing_app.domain.figures import Sightings
    from briefing_app.domain.importing import ImportOutcome, ImportRun
    from briefing_app.domain.listing import SearchHit
    from briefing_app.domain.position import Statement
    from briefing_app.domain.reading import OpenArticle
    from briefing_app.domain.word_diff import Change
    from briefing_app.services.figures import FigureKey


def article_row(view: OpenArticle) -> Row:
    """One line of `list`."""
    article = view.article
    return {
        "id": article.id,
        "title": article.title,
        "source": article.site or article.source,
        "date": article.published,
        "dossiers": [dossier.name for dossier in view.dossiers],
        "counts": {
            "words": article.words,
            "annotations": len(view.annotations),
            "statements": sum(one.status.counts for one in view.statements),
            "suggestions": sum(one.status.value == "suggested" for one in view.statements),
        },
    }


def run_row(number: int, run: ImportRun) -> Row:
    """One line of `imports`."""
    return {
        "number": number,
        "id": run.id,
        "started": run.started,
        "ended": run.ended or None,
        "state": run.state.value if run.state is not RunState.OPEN else "interrupted",
        "places": list(run.places),
        "inputs": run.total,
        "waiting": run.waiting,
        "counts": {outcome.value: number for outcome, number in run.counts.items()},
    }


def outcome_line(outcome: ImportOutcome) -> str:
    """One line of `import` for people."""
    return f"{outcome.outcome.value:10} {outcome.title or outcome.source}  {outcome.reason}".rstrip()


def figure_row(figure: Figure, also: Mapping[FigureKey, Sightings]) -> Row:
    """A figure with the other articles that have it, oldest first."""
    found = also.get(key_of(figure))
    where = found.articles if found is not None else ()
    also_in = [{"article": one.article, "title": one.title, "date": one.day} for one in where]
    plain = to_plain(figure)
    return {**(plain if isinstance(plain, dict) else {}), "also_in": also_in}


def shown_article(view: OpenArticle, changes: Sequence[Change], also: Mapping[FigureKey, Sightings]) -> Row:
    """The whole of `show`; ``changes`` are those since the version before, ``also`` where its figures stand too."""
    article, analysis = view.article, view.analysis
    return {
        **article_row(view),
        "author": article.author,
        "url": article.url,
        "language": article.language,
        "imported": article.imported_at,
        "read": article.read,
        "starred": article.starred,
        "archived": article.archived,
        "trashed": bool(article.trashed_at),
        "version": view.version.id,
        "versions": view.versions,
        "changes": [
            {"kind": one.kind, "start": one.start, "end": one.end, "text": one.new, "old": one.old} for one in changes
        ],
        "text": view.version.text,
        "blocks": to_plain(view.version.blocks),
        "removed": to_plain(view.removals),
        "mentions": to_plain(analysis.mentions) if analysis else [],
        "figures": [figure_row(one, also) for one in analysis.figures] if analysis else [],
        "annotations": [annotation_row(one) for one in view.annotations],
        "statements": [statement_row(one) for one in view.statements],
    }


def annotation_row(annotation: Annotation) -> Row:
    """An annotation with its passage."""
    anchor = annotation.anchor
    return {
        "id": annotation.id,
        "article": annotation.article,
        "type": annotation.type,
        "quote": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "end": anchor.end,
        "paragraph": anchor.paragraph,
        "state": anchor.state.value,
        "note": annotation.note,
        "tags": list(annotation.tags),
        "created": annotation.created,
        "modified": annotation.modified,
    }


def statement_row(statement: Statement) -> Row:
    """A statement with its evidence."""
    return {
        "id": statement.id,
        "article": statement.article,
        "parties": list(statement.parties),
        "issue": statement.issue,
        "stance": statement.stance.value,
        "paraphrase": statement.paraphrase,
        "speaker": statement.speaker or None,
        "hedged": statement.hedged,
        "hedges": list(statement.hedges),
        "attribution_level": statement.attribution_level,
        "said_on": statement.said_on,
        "reported_on": statement.reported_on,
        "marks": [mark.value for mark in statement.marks],
        "status": statement.status.value,
        "confidence": statement.confidence,
        "why": statement.why,
        "evidence": [
            {
                "quote": one.exact,
                "start": one.start,
                "end": one.end,
                "paragraph": one.paragraph,
                "state": one.state.value,
            }
            for one in statement.evidence
        ],
    }


def dossier_row(dossier: Dossier) -> Row:
    """One line of `dossiers`."""
    return {
        "id": dossier.id,
        "name": dossier.name,
        "articles": dossier.articles,
        "parties": to_plain(dossier.parties),
        "issues": to_plain(dossier.issues),
    }


def hit_row(hit: SearchHit) -> Row:
    """One line of `search`; the finds in the snippet stand between « and »."""
    return {
        "article": hit.article,
        "title": hit.title,
        "kind": hit.kind,
        "start": hit.start,
        "end": hit.end,
        "snippet": hit.snippet.replace("\x02", "«").replace("\x03", "»"),
    }
