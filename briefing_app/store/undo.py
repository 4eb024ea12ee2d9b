"""Steps that can be undone: row images, kept in the library, one list for each session.

A step is undone by writing back what its rows held before, and only where they still hold what the step left
in them: if somebody else's later work stands on it, the step is refused and nothing changes.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING, Final

from sqlalchemy import delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from briefing_app.domain.ids import new_id
from briefing_app.errors import UserError
from briefing_app.store.codec import dump, load, now
from briefing_app.store.ledger import Image, Ledger
from briefing_app.store.tables.every import ARTICLES, TABLES, UNDO_STEPS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection, Select

KEEP: Final = 500
"""Steps kept for a session; older ones are forgotten."""

LONGEST: Final = 1000
"""Rows of a step that is made of several units of work."""


def remember(connection: Connection, session: str, label: str, images: Sequence[Image], group: str = "") -> None:
    """Keep a new step; what the session had undone can no longer be redone.

    Units of work of one ``group`` that follow on each other are one step, kept in parts of up to `LONGEST` rows.
    """
    steps = UNDO_STEPS.c
    connection.execute(delete(UNDO_STEPS).where(steps.session == session, steps.undone == 1))
    rows = [[i.table, i.seq, i.before, i.after, i.imported] for i in images]
    if group and _joined(connection, session, group, rows):
        return
    ident = f"{group}:{new_id()}" if group else new_id()
    values = {"id": ident, "session": session, "label": label, "undone": 0, "at": now(), "data": _packed(rows)}
    connection.execute(insert(UNDO_STEPS), values)
    newest = select(steps.seq).where(steps.session == session).order_by(steps.seq.desc()).limit(1).offset(KEEP)
    oldest = connection.execute(newest).scalar()
    if oldest is not None:
        connection.execute(delete(UNDO_STEPS).where(steps.session == session, steps.seq <= oldest))


def _joined(connection: Connection, session: str, group: str, rows: Sequence[Sequence[object]]) -> bool:
    """Put rows into the session's latest step if that is of the same group and not too long yet."""
    step = connection.execute(_next(session, undone=False)).first()
    if step is None or not step.id.startswith(f"{group}:"):
        return False
    before = load(zlib.decompress(step.data).decode())
    if len(before) + len(rows) > LONGEST:
        return False
    data = _packed([*before, *rows])
    connection.execute(update(UNDO_STEPS).where(UNDO_STEPS.c.seq == step.seq).values(data=data, at=now()))
    return True


def _packed(rows: Sequence[Sequence[object]]) -> bytes:
    return zlib.compress(dump(rows).encode())


def label(connection: Connection, session: str, *, undone: bool) -> str:
    """Return the label of the step that comes next; empty when there is none."""
    found = connection.execute(_next(session, undone=undone)).first()
    return "" if found is None else str(found.label)


def take(ledger: Ledger, session: str, *, redo: bool) -> tuple[str, list[Image]]:
    """Undo (or redo) the session's next step through `ledger`; return its label and images, or UserError.

    What one group of units of work did is taken whole, in however many steps it is kept.
    """
    word = "redo" if redo else "undo"
    step = ledger.connection.execute(_next(session, undone=redo)).first()
    if step is None:
        raise UserError(f"There is nothing to {word}.")
    named, group = str(step.label), step.id.rpartition(":")[0]
    taken: list[Image] = []
    while step is not None:
        taken += _taken(ledger, step.seq, step.data, redo=redo, label=named)
        step = ledger.connection.execute(_next(session, undone=redo)).first()
        if step is not None and not (group and step.id.startswith(f"{group}:")):
            break
    return named, taken


def _taken(ledger: Ledger, seq: int, data: bytes, *, redo: bool, label: str) -> list[Image]:
    """Turn the rows of one step and mark it; UserError where one has moved on."""
    images = [Image(*fields) for fields in load(zlib.decompress(data).decode())]
    refusal = UserError(
        f"“{label}” cannot be {'redone' if redo else 'undone'}:"
        " what it changed has been changed again since, by other work.",
        hint="Nothing was changed.",
    )
    try:
        for image in images if redo else reversed(images):
            if not _turn(ledger, image, redo=redo):
                raise refusal
    except IntegrityError as error:
        raise refusal from error
    turned = update(UNDO_STEPS).where(UNDO_STEPS.c.seq == seq).values(undone=0 if redo else 1)
    ledger.connection.execute(turned)
    return images


def forget(connection: Connection, rows: Collection[tuple[str, int]]) -> None:
    """Forget every step that holds an image of one of `rows`: for what is purged is purged."""
    gone = set(rows)
    for step in connection.execute(select(UNDO_STEPS.c.seq, UNDO_STEPS.c.data)).all():
        images = load(zlib.decompress(step.data).decode())
        if any((table, seq) in gone for table, seq, *_ in images):
            connection.execute(delete(UNDO_STEPS).where(UNDO_STEPS.c.seq == step.seq))


def _next(session: str, *, undone: bool) -> Select[tuple[int, str, bytes, str]]:
    steps = UNDO_STEPS.c
    query = select(steps.seq, steps.label, steps.data, steps.id).where(
        steps.session == session, steps.undone == int(undone)
    )
    return query.order_by(steps.seq.asc() if undone else steps.seq.desc()).limit(1)


def _turn(ledger: Ledger, image: Image, *, redo: bool) -> bool:
    """Bring one row from what the step left to what it found (redo: the other way); False when it moved on."""
    table = TABLES[image.table]
    if image.imported:
        return _turn_import(ledger, image.seq, redo=redo)
    old, new = (image.before, image.after) if redo else (image.after, image.before)
    row = ledger.rows(table, [image.seq]).get(image.seq)
    if old is None:
        if row is not None or new is None:
            return False
        ledger.insert(table, {"seq": image.seq, **new}, imaged=False)
        return True
    if row is None or any(row[name] != value for name, value in old.items()):
        return False
    if new is None:
        ledger.delete(table, [image.seq], imaged=False)
    else:
        ledger.update(table, [image.seq], new, imaged=False)
    return True


def _turn_import(ledger: Ledger, seq: int, *, redo: bool) -> bool:
    """An article that came by import goes to the trash, and comes back from there."""
    row = ledger.rows(ARTICLES, [seq]).get(seq)
    if row is None or bool(row["trashed_at"]) is not redo:
        return False
    ledger.update(ARTICLES, [seq], {"trashed_at": "" if redo else now()}, imaged=False)
    return True
