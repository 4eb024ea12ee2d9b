"""Dossiers: one negotiation file each, with parties and issues in the user's order."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing_app.domain.dossier import PARTY_COLOURS, Dossier, Party
from briefing_app.domain.entity import Status
from briefing_app.domain.ids import DossierId, new_id
from briefing_app.domain.issue_names import cluster_labels, count_labels, issue_of
from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from briefing_app.domain.position import Statement
    from briefing_app.store.store import Store

MOST_PARTIES, MOST_ISSUES = 6, 8


class DossierService:
    """Making and editing dossiers, and what lies in them."""

    def __init__(self, store: Store, session: str = "desktop") -> None:
        self._store = store
        self._session = session

    def all(self) -> tuple[Dossier, ...]:
        """Return all dossiers in their order."""
        with self._store.read() as reader:
            return tuple(reader.dossiers.all())

    def get(self, dossier_id: str) -> Dossier:
        """Return one dossier; UserError when there is none of that id."""
        with self._store.read() as reader:
            return reader.dossiers.get(dossier_id)

    def by_name(self, name: str) -> Dossier | None:
        """Return the dossier of that name, or None."""
        with self._store.read() as reader:
            return reader.dossiers.by_name(name)

    def add(self, name: str) -> Dossier:
        """Add an empty dossier; InputError for an empty or taken name."""
        wanted = " ".join(name.split())
        if not wanted:
            raise InputError("A dossier needs a name.")
        with self._store.write("New dossier", session=self._session) as work:
            if work.dossiers.by_name(wanted) is not None:
                raise InputError(f"There is a dossier called “{wanted}” already.")
            dossier = Dossier(DossierId(new_id()), wanted)
            work.dossiers.add(dossier)
        return dossier

    def save(self, dossier: Dossier) -> Dossier:
        """Save a dossier's name, parties and issues; InputError when a name is empty or stands twice."""
        tidy = replace(dossier, name=" ".join(dossier.name.split()))
        if not tidy.name:
            raise InputError("A dossier needs a name.")
        _refuse_repeats("party", (party.name for party in tidy.parties))
        _refuse_repeats("issue", (issue.name for issue in tidy.issues))
        with self._store.write("Edit dossier", session=self._session) as work:
            other = work.dossiers.by_name(tidy.name)
            if other is not None and other.id != tidy.id:
                raise InputError(f"There is a dossier called “{tidy.name}” already.")
            work.dossiers.update(tidy)
        return tidy

    def delete(self, dossier_id: str) -> None:
        """Delete a dossier; its articles stay in the library."""
        with self._store.write("Delete dossier", session=self._session) as work:
            work.dossiers.delete(dossier_id)

    def put(self, ids: Sequence[str], dossier_id: str) -> None:
        """Put articles into a dossier."""
        with self._store.write("Put into dossier", session=self._session) as work:
            work.articles.put_in_dossier(ids, dossier_id)

    def take(self, ids: Sequence[str], dossier_id: str) -> None:
        """Take articles out of a dossier; they stay in the library."""
        with self._store.write("Take out of dossier", session=self._session) as work:
            work.articles.take_from_dossier(ids, dossier_id)

    def move(self, ids: Sequence[str], dossier_id: str, leaving: Sequence[str] = ()) -> None:
        """Put articles into a dossier and take them out of those of ``leaving``, in one step."""
        with self._store.write("Move to dossier", session=self._session) as work:
            for one in leaving:
                work.articles.take_from_dossier(ids, one)
            work.articles.put_in_dossier(ids, dossier_id)

    def proposal(self, dossier_id: str) -> Dossier:
        """Return the dossier with parties and issues proposed from its statements.

        Where it names none itself these are the most frequent ones, else issues that keep coming up beside its own.
        """
        with self._store.read() as reader:
            dossier = reader.dossiers.get(dossier_id)
            statements = reader.statements.of_dossier(dossier_id, [one for one in Status if one is not Status.REJECTED])
        if not dossier.issues:
            return completed(dossier, statements)
        others = count_labels(one.issue for one in statements if issue_of(one.issue, dossier.issues) is None)
        fresh = [cluster.as_issue() for cluster in cluster_labels(others) if cluster.count > 1][:MOST_ISSUES]
        return completed(replace(dossier, issues=(*dossier.issues, *fresh)), statements)


def completed(dossier: Dossier, statements: Iterable[Statement]) -> Dossier:
    """Return ``dossier`` with the most frequent parties and issues of ``statements`` where it names none itself."""
    parties: Counter[tuple[str, str]] = Counter()
    gathered = tuple(statements)
    for statement in gathered:
        keys = statement.keys if len(statement.keys) == len(statement.parties) else ("",) * len(statement.parties)
        parties.update(zip(statement.parties, keys, strict=True))
    clusters = cluster_labels(count_labels(statement.issue for statement in gathered))
    named = dict.fromkeys(name for (name, _), _ in parties.most_common())
    key_of = {name: key for (name, key), _ in reversed(parties.most_common())}
    return replace(
        dossier,
        parties=dossier.parties
        or tuple(
            Party(name, key_of[name], colour=PARTY_COLOURS[place % len(PARTY_COLOURS)])
            for place, name in enumerate(list(named)[:MOST_PARTIES])
        ),
        issues=dossier.issues or tuple(cluster.as_issue() for cluster in clusters[:MOST_ISSUES]),
    )


def _refuse_repeats(what: str, names: Iterable[str]) -> None:
    seen: set[str] = set()
    for name in names:
        folded = name.strip().casefold()
        if not folded:
            raise InputError(f"One {what} has no name; give it one or remove it.")
        if folded in seen:
            raise InputError(f"The {what} “{name}” stands twice; remove one.")
        seen.add(folded)
