"""Carrying what hangs on an article's text over to a newer text of it, and never to a wrong place."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing_app.annotate.anchoring import anchor_in
from briefing_app.annotate.resolve import resolve_quote
from briefing_app.domain.anchor import Anchor, AnchorState, Resolution
from briefing_app.domain.article import RemovalState
from briefing_app.domain.entity import Status
from briefing_app.domain.stable import stable_key
from briefing_app.domain.word_diff import Change, word_diff

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from briefing_app.domain.analysis import Analysis
    from briefing_app.domain.annotation import Annotation
    from briefing_app.domain.article import Removal, Version
    from briefing_app.domain.position import Statement
    from briefing_app.store.session import Work


@dataclass(frozen=True, slots=True)
class Carried:
    """How many passages ended in which state."""

    states: Mapping[AnchorState, int]

    def __str__(self) -> str:
        """Return what the reader should know of it, empty where all passages are where they were."""
        confirm = self.states[AnchorState.CHANGED]
        lost = self.states[AnchorState.ORPHAN] + self.states[AnchorState.AMBIGUOUS]
        parts = []
        if confirm:
            parts.append(f"{confirm} marked {_passages(confirm)} changed and {_wait(confirm)} for you to confirm")
        if lost:
            parts.append(f"{lost} marked {_passages(lost)} {'has' if lost == 1 else 'have'} no certain place any more")
        return f"{'; '.join(parts)}." if parts else ""


class Carrier:
    """Moves anchors from the older versions of an article to its newest; a passage that is gone stays as stored."""

    def __init__(self, versions: Sequence[Version], new: Version) -> None:
        self._versions = {version.text_hash: version for version in versions}
        self._changes: dict[str, tuple[Change, ...]] = {}
        self._new = new
        self.states: Counter[AnchorState] = Counter()

    def anchor(self, anchor: Anchor) -> Anchor:
        """Return the anchor in the newest text, or the stored one with the state that says why it has no place."""
        old = self._versions.get(anchor.text_hash)
        found = self._untouched(anchor, old) if old is not None and anchor.placed else None
        found = found or resolve_quote(
            self._new.text,
            anchor.exact,
            anchor.prefix,
            anchor.suffix,
            anchor.start,
            anchor.end,
            old.text if old is not None else None,
        )
        if found.start is None or found.end is None:
            moved = replace(anchor, state=found.state)
        else:
            unsure = AnchorState.CHANGED in (found.state, anchor.state)
            state = AnchorState.CHANGED if unsure else AnchorState.ANCHORED
            made = anchor_in(self._new, found.start, found.end)
            moved = replace(made, state=state)
        self.states[moved.state] += 1
        return moved

    def _untouched(self, anchor: Anchor, old: Version) -> Resolution | None:
        """Return where a passage lies whose paragraphs are word for word what they were, else None."""
        first, last = old.block_at(anchor.start), old.block_at(anchor.end - 1)
        if first is None or last is None:
            return None
        changes = self._changes.get(old.text_hash)
        if changes is None:
            changes = self._changes[old.text_hash] = word_diff(old.text, self._new.text)
        place = bisect_left(changes, first.start, key=_old_end)
        if place < len(changes) and changes[place].old_start <= last.end:
            return None
        moved = changes[place - 1].end - changes[place - 1].old_end if place else 0
        start, end = anchor.start + moved, anchor.end + moved
        same = self._new.text[start:end] == anchor.exact == old.text[anchor.start : anchor.end]
        return Resolution(AnchorState.ANCHORED, start, end, 1.0) if same else None

    def annotation(self, annotation: Annotation) -> Annotation:
        """Return an annotation of the newest version."""
        return replace(annotation, version=self._new.id, anchor=self.anchor(annotation.anchor))

    def statement(self, statement: Statement, old: Version, analysis: Analysis | None) -> Statement:
        """Return a statement of the newest version, with the key under which analysis would suggest it there."""
        evidence = tuple(self.anchor(one) for one in statement.evidence)
        moved = replace(statement, version=self._new.id, evidence=evidence)
        key = self._suggested_key(statement, old, analysis)
        if not key and evidence and evidence[0].placed:
            key = self._key((evidence[0].start, evidence[0].end), moved.parties, moved.issue, moved.stance.value)
        return replace(moved, stable_key=key or statement.stable_key)

    def _suggested_key(self, statement: Statement, old: Version, analysis: Analysis | None) -> str:
        """Return the new key of the suggestion that a statement was before a person touched it."""
        for draft in analysis.statements if analysis is not None else ():
            told = (draft.parties, draft.issue, draft.stance.value)
            span = (draft.start, draft.end)
            if stable_key(old.id, old.text, span, *told) == statement.stable_key:
                quote = old.text[draft.start : draft.end]
                found = resolve_quote(self._new.text, quote, start=span[0], end=span[1], old_text=old.text)
                if found.start is not None and found.end is not None:
                    return self._key((found.start, found.end), *told)
        return ""

    def _key(self, span: tuple[int, int], parties: tuple[str, ...], issue: str, stance: str) -> str:
        return stable_key(self._new.id, self._new.text, span, parties, issue, stance)


def _old_end(change: Change) -> int:
    return change.old_end


def carry_over(work: Work, article_id: str, old: Version) -> Carried:
    """Carry annotations, statements and hidden passages of ``old`` to the article's current version.

    Untouched suggestions go: the analysis of the new text suggests anew.
    """
    new = work.articles.current_version(article_id)
    carrier = Carrier(work.articles.versions(article_id), new)
    work.annotations.move([carrier.annotation(one) for one in work.annotations.of_article(article_id)])
    statements = work.statements.of_article(article_id)
    work.statements.delete([one.id for one in statements if one.status is Status.SUGGESTED])
    analysis = work.articles.analysis(old.id)
    for statement in statements:
        if statement.status is not Status.SUGGESTED:
            work.statements.move(carrier.statement(statement, old, analysis))
    _carry_removals(work, old, new)
    return Carried(carrier.states)


def _carry_removals(work: Work, old: Version, new: Version) -> None:
    """Hide again what the reader hid, and show what he put back, where the same words stand."""
    fresh = work.articles.removals(new.id)
    hidden = {new.text[one.start : one.end].strip(): one for one in fresh if one.state is RemovalState.HIDDEN}
    for removal in work.articles.removals(old.id):
        words = old.text[removal.start : removal.end].strip()
        if removal.state is RemovalState.RESTORED and words in hidden:
            work.articles.set_removal_state(hidden[words].id, RemovalState.RESTORED)
        elif removal.origin == "user" and removal.state is RemovalState.HIDDEN and words not in hidden:
            _hide_again(work, removal, old, new)


def _hide_again(work: Work, removal: Removal, old: Version, new: Version) -> None:
    quote = old.text[removal.start : removal.end]
    found = resolve_quote(new.text, quote, start=removal.start, end=removal.end, old_text=old.text)
    if found.state is AnchorState.ANCHORED and found.start is not None and found.end is not None:
        work.articles.add_removal(new.id, replace(removal, start=found.start, end=found.end, id=""))


def _passages(count: int) -> str:
    return "passage" if count == 1 else "passages"


def _wait(count: int) -> str:
    return "waits" if count == 1 else "wait"
