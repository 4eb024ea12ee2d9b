"""What the decisions of a library teach, article by article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.article import is_hidden
from briefing_app.domain.certainty import decision_of
from briefing_app.domain.entity import RulingKind
from briefing_app.domain.learning import Judged, Lesson, TaughtName, features_of
from briefing_app.domain.rulings import in_force, standing
from briefing_app.services.importing import request_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing_app.domain.article import Article
    from briefing_app.domain.entity import NameRuling
    from briefing_app.store.session import Reader

MOST = 400
"""Articles with decisions on statements that are learnt from, the newest."""
MOST_NAMED = 80
"""Articles with corrected names that are learnt from, the newest: each is analysed several times."""


def lessons_of(reader: Reader) -> tuple[Lesson, ...]:
    """Return what the newest articles with decisions teach; articles in the trash teach nothing."""
    rulings = [one for one in reader.entities.rulings() if teaches(one)]
    decided = reader.statements.decided_articles()[-MOST:]
    own = [one.article for one in rulings if one.article]
    seqs = reader.linking.naming({one.text for one in rulings if not one.article})
    named = [*dict.fromkeys([*own, *reader.linking.ids(seqs[:MOST_NAMED])])][:MOST_NAMED]
    found = [_lesson(reader, ident, rulings if ident in named else ()) for ident in dict.fromkeys([*decided, *named])]
    return tuple(one for one in found if one is not None and (one.names or one.suggestions))


def _lesson(reader: Reader, ident: str, rulings: Iterable[NameRuling]) -> Lesson | None:
    article = reader.articles.get(ident)
    if article.trashed_at:
        return None
    version = reader.articles.current_version(ident)
    judged = [
        Judged(features_of(one), decision[0], decision[1])
        for one in reader.statements.of_article(ident)
        if (decision := decision_of(one)) is not None
    ]
    names = _names(reader, article, version.text, rulings)
    request = replace(request_for(reader, article, version), rulings=(), learnt="")
    return Lesson(version.text_hash, request, names, tuple(judged))


def teaches(ruling: NameRuling) -> bool:
    """Say whether a ruling says what is a name, and not only whom a name means ("the Kremlin" is Russia)."""
    if not ruling.text[:1].isupper():
        return False
    if ruling.ruling is RulingKind.NEVER:
        return True
    words = set(ruling.text.casefold().split())
    return bool(words & set(ruling.canonical.casefold().split()))


def _names(reader: Reader, article: Article, text: str, rulings: Iterable[NameRuling]) -> tuple[TaughtName, ...]:
    """Return every place of a corrected name in the part of a text that is shown."""
    ruled = in_force(tuple(rulings), article.id)
    removals = reader.articles.removals(article.version)
    found = [
        TaughtName(start, start + len(name), "" if ruled[name].ruling is RulingKind.NEVER else ruled[name].label.value)
        for start, name in standing(text, tuple(ruled))
        if not is_hidden(start, start + len(name), removals)
    ]
    return tuple(sorted(found, key=_start))


def _start(name: TaughtName) -> int:
    return name.start
