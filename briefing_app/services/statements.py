"""Statements: who holds which position on which issue, confirmed by a person or suggested by the machine."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.annotate.anchoring import anchor_in
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import StatementId, new_id
from briefing_app.domain.position import Statement
from briefing_app.domain.stable import stable_key
from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing_app.domain.anchor import Anchor
    from briefing_app.domain.article import Article, Version
    from briefing_app.domain.position import StatementDraft
    from briefing_app.domain.reading import StatementEdit
    from briefing_app.domain.who import Who
    from briefing_app.store.store import Store


class StatementService:
    """What a reader does with statements: add, accept, edit, dismiss, delete."""

    def __init__(self, store: Store, session: str = "desktop") -> None:
        self._store = store
        self._session = session

    def add(self, edit: StatementEdit) -> Statement:
        """Add a confirmed statement; InputError for one without party, issue or evidence."""
        _check(edit)
        with self._store.write("New statement", session=self._session) as work:
            article = work.articles.get(edit.article)
            version = work.articles.current_version(edit.article)
            blank = Statement(
                id=StatementId(new_id()),
                version=version.id,
                article=article.id,
                parties=(),
                issue="",
                stance=edit.stance,
                evidence=(),
                status=Status.CONFIRMED,
                reported_on=article.published,
            )
            statement = _filled(blank, edit, _anchors(version, edit))
            statement = replace(statement, stable_key=_key(version, statement))
            work.statements.add(statement)
        return statement

    def get(self, statement_id: str) -> Statement:
        """Return one statement; UserError when there is none of that id."""
        with self._store.read() as reader:
            return reader.statements.get(statement_id)

    def accept(self, ids: Sequence[str]) -> None:
        """Confirm suggestions as they stand."""
        with self._store.write("Accept suggestion", session=self._session) as work:
            work.statements.set_status(ids, Status.CONFIRMED)

    def dismiss(self, ids: Sequence[str]) -> None:
        """Reject suggestions; they never return."""
        with self._store.write("Dismiss suggestion", session=self._session) as work:
            work.statements.set_status(ids, Status.REJECTED)

    def edit(self, statement_id: str, edit: StatementEdit) -> Statement:
        """Change a statement; a suggestion becomes the user's own by it, and keeps its key."""
        _check(edit)
        with self._store.write("Edit statement", session=self._session) as work:
            before = work.statements.get(statement_id)
            version = work.articles.current_version(before.article)
            status = Status.EDITED if before.status in (Status.SUGGESTED, Status.EDITED) else Status.CONFIRMED
            evidence = _anchors(version, edit, before.evidence)
            after = replace(_filled(before, edit, evidence), version=version.id, status=status)
            work.statements.move(after)
        return after

    def delete(self, ids: Sequence[str]) -> None:
        """Delete statements; those that analysis had found are dismissed instead, so that they do not come back."""
        with self._store.write("Delete statement", session=self._session) as work:
            found = [one for one in ids if _is_found(work.statements.get(one))]
            work.statements.set_status(found, Status.REJECTED)
            work.statements.delete([one for one in ids if one not in found])


def from_draft(draft: StatementDraft, article: Article, version: Version) -> Statement:
    """Return the suggestion that a draft of the analysis becomes in the library."""
    anchor = anchor_in(version, draft.start, draft.end)
    statement = Statement(
        id=StatementId(new_id()),
        version=version.id,
        article=article.id,
        parties=draft.parties,
        issue=draft.issue,
        stance=draft.stance,
        evidence=(anchor,),
        paraphrase=draft.paraphrase,
        speaker=draft.speaker,
        verb=draft.verb,
        hedges=draft.hedges,
        attribution_level=draft.attribution_level,
        said_on=draft.said_on,
        reported_on=article.published,
        marks=draft.marks,
        confidence=draft.confidence,
        why=draft.why,
        keys=draft.keys,
    )
    return replace(statement, stable_key=_key(version, statement))


def undecided(found: Sequence[Statement], known: Sequence[Statement], version: Version, who: Who) -> list[Statement]:
    """Return the suggestions among ``found`` that no person has decided on, under whatever name of their parties.

    ``known`` is what the article has. A party renamed, merged or corrected since is the same party: what was
    accepted, edited or rejected of it does not come back under the new name.
    """
    here = [one for one in known if one.version == version.id]
    decided = [one for one in here if one.status is not Status.SUGGESTED]
    keys = {key for one in decided for key in (one.stable_key, *_keys(version, one))}
    standing = {one.stable_key for one in here}
    edited = {_words(one) for one in decided if one.status is Status.EDITED}
    return [
        one
        for one in found
        if keys.isdisjoint(_keys(version, one, who)) and (one.stable_key in standing or _words(one) not in edited)
    ]


def _is_found(statement: Statement) -> bool:
    """Say whether analysis had suggested a statement, whatever became of it."""
    return statement.status is Status.SUGGESTED or bool(statement.why)


def _words(statement: Statement) -> tuple[int, int, str]:
    """Return the passage and the verb, which stay when a person edits a suggestion."""
    first = statement.evidence[0]
    return first.start, first.end, statement.verb


def _keys(version: Version, statement: Statement, who: Who | None = None) -> set[str]:
    """Return the stable keys of a statement: by names, by the keys of actors, by names of before."""
    actors = [*statement.keys, *[""] * len(statement.parties)]
    ways = {statement.parties, tuple(key or name for name, key in zip(statement.parties, actors, strict=False))}
    if who:
        ways.update(who.former_parties(statement.parties, statement.keys))
    return {_key(version, replace(statement, parties=way)) for way in ways}


def _filled(statement: Statement, edit: StatementEdit, evidence: tuple[Anchor, ...]) -> Statement:
    same_parties = statement.parties == edit.parties
    return replace(
        statement,
        parties=edit.parties,
        keys=statement.keys if same_parties else (),
        issue=edit.issue.strip(),
        stance=edit.stance,
        evidence=evidence,
        paraphrase=edit.paraphrase.strip(),
        speaker=edit.speaker.strip(),
        channel=edit.channel.strip(),
        hedges=edit.hedges,
        attribution_level=edit.attribution_level,
        said_on=edit.said_on,
        marks=edit.marks,
        reliability=edit.reliability,
        credibility=edit.credibility,
    )


def _anchors(version: Version, edit: StatementEdit, known: Sequence[Anchor] = ()) -> tuple[Anchor, ...]:
    """Return the evidence; passages of ``known`` that a newer version has no certain place for stay as stored."""
    stored = {(anchor.start, anchor.end): anchor for anchor in known if not anchor.placed}
    return tuple(stored.get(span) or _anchor(version, *span) for span in edit.spans)


def _anchor(version: Version, start: int, end: int) -> Anchor:
    if not 0 <= start < end <= len(version.text):
        raise InputError("The evidence lies outside the article’s text; mark the passage again.")
    return anchor_in(version, start, end)


def _check(edit: StatementEdit) -> None:
    if not any(party.strip() for party in edit.parties):
        raise InputError("A statement needs a party: who holds it?")
    if not edit.issue.strip():
        raise InputError("A statement needs an issue: what is it about?")
    if not edit.spans:
        raise InputError("A statement needs evidence: mark the passage that shows it.")


def _key(version: Version, statement: Statement) -> str:
    first = statement.evidence[0]
    span = (first.start, first.end)
    return stable_key(version.id, version.text, span, statement.parties, statement.issue, statement.stance.value)
