"""`batch`: JSON commands on standard input, each acknowledged only after its commit is on disk."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from briefing_app.cli import rows, work
from briefing_app.cli.library import dossier_made, named_dossier, opened_library
from briefing_app.cli.output import print_json, say
from briefing_app.errors import InputError, UserError

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Mapping

    from briefing_app.services.services import Services

    Fields = Mapping[str, object]
    Result = Mapping[str, object]


def batch(options: Namespace) -> int:
    """Run the commands of standard input, one a line; a bad line does not stop the others."""
    failed = False
    with opened_library(options) as services:
        for line in sys.stdin.buffer:
            if not line.strip():
                continue
            answer = _answer(services, line)
            failed = failed or not answer["ok"]
            print_json(answer)
    return 1 if failed else 0


def _answer(services: Services, line: bytes) -> dict[str, object]:
    answer: dict[str, object] = {"id": None}
    try:
        command = json.loads(line.decode("utf-8"))
        if not isinstance(command, dict):
            raise InputError("A command is one JSON object on one line.")
        answer["id"] = command.get("id")
        do = DOES.get(str(command.get("do")))
        if do is None:
            raise InputError(f"There is no command “{command.get('do')}”.", hint=f"There are: {', '.join(DOES)}.")
        return {**answer, "ok": True, "result": do(services, command)}
    except UserError as error:
        return {**answer, "ok": False, "error": str(error)}
    except UnicodeDecodeError:
        return {**answer, "ok": False, "error": "The line is not UTF-8."}
    except ValueError as error:
        return {**answer, "ok": False, "error": f"The line is no JSON command: {error}."}


def _import(services: Services, fields: Fields) -> Result:
    place = work.text(fields, "path") or work.text(fields, "url")
    if not place:
        raise InputError("“import” needs a path or a url.")
    outcome = work.import_one(services, place, work.text(fields, "dossier"))
    if not outcome.outcome.went_in:
        raise InputError(outcome.reason)
    return {"outcome": outcome.outcome.value, "article": outcome.article, "title": outcome.title}


def _dossier(services: Services, fields: Fields) -> Result:
    if "parties" in fields or "issues" in fields:
        dossier = work.set_dossier(services, fields)
    else:
        dossier, _ = dossier_made(services, work.text(fields, "name"))
    return {"dossier": dossier.id, "name": dossier.name}


def _highlight(services: Services, fields: Fields) -> Result:
    made = work.highlight(services, fields)
    return {"annotation": made.id, **rows.annotation_row(made)}


def _statement(services: Services, fields: Fields) -> Result:
    made = work.statement(services, fields)
    return {"statement": made.id, **rows.statement_row(made)}


def _tag(services: Services, fields: Fields) -> Result:
    names = work.texts(fields, "tag", "tags")
    if not names:
        raise InputError("“tag” needs a tag.")
    for name in names:
        services.annotating.add_tag([_id(fields, "annotation")], name)
    return {"annotation": _id(fields, "annotation"), "tags": names}


def _untag(services: Services, fields: Fields) -> Result:
    names = work.texts(fields, "tag", "tags")
    for name in names:
        services.annotating.remove_tag([_id(fields, "annotation")], name)
    return {"annotation": _id(fields, "annotation"), "untagged": names}


def _note(services: Services, fields: Fields) -> Result:
    edited = services.annotating.edit(_id(fields, "annotation"), note=work.text(fields, "note"))
    return {"annotation": edited.id, "note": edited.note}


def _confirm(services: Services, fields: Fields) -> Result:
    services.statements.get(_id(fields, "statement"))
    services.statements.accept([_id(fields, "statement")])
    return {"statement": _id(fields, "statement"), "status": "confirmed"}


def _dismiss(services: Services, fields: Fields) -> Result:
    services.statements.get(_id(fields, "statement"))
    services.statements.dismiss([_id(fields, "statement")])
    return {"statement": _id(fields, "statement"), "status": "rejected"}


def _delete(services: Services, fields: Fields) -> Result:
    if "annotation" in fields:
        services.annotating.get(_id(fields, "annotation"))
        services.annotating.delete([_id(fields, "annotation")])
        return {"annotation": _id(fields, "annotation")}
    if "statement" in fields:
        services.statements.get(_id(fields, "statement"))
        services.statements.delete([_id(fields, "statement")])
        return {"statement": _id(fields, "statement")}
    article = services.reading.find(_id(fields, "article"))
    services.reading.trash([article.id])
    return {"article": article.id, "trashed": True}


def _restore(services: Services, fields: Fields) -> Result:
    article = services.reading.find(_id(fields, "article"))
    services.reading.restore([article.id])
    return {"article": article.id, "trashed": False}


def _move(services: Services, fields: Fields) -> Result:
    article = services.reading.find(_id(fields, "article"))
    target = work.text(fields, "dossier") or work.text(fields, "to")
    if not target:
        raise InputError("“move” needs the dossier to move to.")
    dossier, made = dossier_made(services, target)
    if made:
        say(f"Made the dossier “{dossier.name}”.")
    source = work.text(fields, "from")
    leaving = [named_dossier(services, source).id] if source else []
    services.dossiers.move([article.id], dossier.id, leaving)
    return {"article": article.id, "dossier": dossier.id}


def _undo(services: Services, _fields: Fields) -> Result:
    label = services.store.undo(services.session).label
    services.certainty.settle()
    return {"undone": label}


def _redo(services: Services, _fields: Fields) -> Result:
    label = services.store.redo(services.session).label
    services.certainty.settle()
    return {"redone": label}


def _id(fields: Fields, name: str) -> str:
    value = work.text(fields, name)
    if not value:
        raise InputError(f"The command needs “{name}”.")
    return value


DOES: dict[str, Callable[[Services, Fields], Result]] = {
    "import": _import,
    "dossier": _dossier,
    "highlight": _highlight,
    "tag": _tag,
    "untag": _untag,
    "note": _note,
    "statement": _statement,
    "confirm": _confirm,
    "dismiss": _dismiss,
    "delete": _delete,
    "restore": _restore,
    "move": _move,
    "undo": _undo,
    "redo": _redo,
}
