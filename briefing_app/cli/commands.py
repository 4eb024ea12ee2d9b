"""The commands that work on a library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from briefing_app.cli import passphrase, rows, work
from briefing_app.cli.library import chosen_path, dossier_made, named_dossier, opened_library
from briefing_app.cli.output import print_json, print_line, print_result, print_rows, say
from briefing_app.domain.position import Stance
from briefing_app.errors import InputError, UsageError
from briefing_app.services.files import read_input, write_whole
from briefing_app.services.opening import Opener
from briefing_app.services.secrets import Keyring

if TYPE_CHECKING:
    from argparse import Namespace

    from briefing_app.services.services import Services

NEED_ANALYSIS = ("party", "issue", "said")
"""Operators of a search that ask for what only the analysis finds."""


def new(options: Namespace) -> int:
    """Make a library."""
    opener = Opener(Keyring())
    path = chosen_path(options)
    store = opener.create(path, passphrase.ask_new() if options.encrypted else None)
    store.close()
    where = "its key is in the system keyring" if opener.key_in_keyring else "it opens by its passphrase alone"
    row = {"library": str(path), "encrypted": options.encrypted}
    made = f"Made the library {path}; {where}." if options.encrypted else f"Made the library {path}."
    print_result(row, made, as_json=options.json)
    return 0


def dossiers(options: Namespace) -> int:
    """List dossiers, add one, or set one from a file."""
    with opened_library(options) as services:
        if options.action == "add":
            changed = dossier_made(services, _needed(options.name, "a name"))[0]
        elif options.action == "set":
            changed = work.set_dossier(services, _described(_needed(options.name, "a file")))
        else:
            listed = (rows.dossier_row(one) for one in services.dossiers.all())
            print_rows(listed, as_json=options.json, columns=("articles", "name"))
            return 0
        print_rows([rows.dossier_row(changed)], as_json=options.json, columns=("id", "name"))
    return 0


def list_(options: Namespace) -> int:
    """List articles, newest first."""
    with opened_library(options) as services:
        with services.store.read() as reader:
            if options.dossier:
                ids = [str(one.id) for one in reader.articles.in_dossier(named_dossier(services, options.dossier).id)]
            else:
                ids = reader.articles.all_ids()
        found = (rows.article_row(services.reading.open_article(one)) for one in ids)
        print_rows(found, as_json=options.json, columns=("id", "date", "source", "title"))
    return 0


def show(options: Namespace) -> int:
    """Show one article whole."""
    with opened_library(options) as services:
        article_id = services.reading.find(options.article).id
        work.catch_up(services, [article_id])
        view = services.reading.open_article(article_id)
        if options.json:
            also = services.figures.elsewhere(article_id)
            print_json(rows.shown_article(view, services.reading.whats_new(article_id), also))
            return 0
        print_line(view.article.title)
        print_line(
            " · ".join(part for part in (view.article.author, view.article.site, view.article.published) if part)
        )
        from briefing_app.domain.visible import visible_paragraphs

        shown = visible_paragraphs(view.version.text, view.version.blocks, view.removals, view.article.title)
        for paragraph in shown:
            print_line(f"\n[{paragraph.block.number}] {paragraph.text}")
    return 0


def search(options: Namespace) -> int:
    """Search articles, passages and notes."""
    with opened_library(options) as services:
        if any(f"{operator}:" in options.query for operator in NEED_ANALYSIS):
            work.catch_up(services)
        hits = services.reading.search(options.query, options.limit, options.rank)
        print_rows((rows.hit_row(hit) for hit in hits), as_json=options.json, columns=("kind", "title", "snippet"))
    return 0


def highlight(options: Namespace) -> int:
    """Make an annotation."""
    with opened_library(options) as services:
        made = work.highlight(services, vars(options))
        print_rows([rows.annotation_row(made)], as_json=options.json, columns=("id", "type", "quote"))
    return 0


def statement(options: Namespace) -> int:
    """Make a confirmed statement."""
    with opened_library(options) as services:
        made = work.statement(services, vars(options))
        print_rows([rows.statement_row(made)], as_json=options.json, columns=("id", "stance", "issue"))
    return 0


def annotations_(options: Namespace) -> int:
    """Export annotations."""
    from briefing_app.export import tables
    from briefing_app.export.annotations_html import annotations_html
    from briefing_app.export.annotations_jsonld import annotations_jsonld
    from briefing_app.services.notes import sources_of

    write = {
        "json": tables.annotations_json,
        "jsonld": annotations_jsonld,
        "csv": tables.annotations_csv,
        "md": tables.annotations_markdown,
        "html": annotations_html,
    }
    with opened_library(options) as services:
        dossier = named_dossier(services, options.dossier) if options.dossier else None
        found = services.annotating.of_dossier(dossier.id if dossier else None)
        with services.store.read() as reader:
            sources = sources_of(reader, [reader.articles.get(one) for one in {note.article for note in found}])
        _put_out(options, write[options.format](found, sources))
    return 0


def positions(options: Namespace) -> int:
    """Print the matrix of a dossier."""
    from briefing_app.export import tables

    write = {"json": tables.positions_json, "csv": tables.positions_csv, "md": tables.positions_markdown}
    with opened_library(options) as services:
        dossier = named_dossier(services, options.dossier)
        work.catch_up_dossier(services, dossier.id)
        _read_otherwise(services, dossier.id, options)
        matrix = services.positions.matrix(dossier.id, options.as_of or "", options.since or "", options.include)
        form = options.format or ("json" if options.json else "md")
        if form == "json" and not options.out:
            for cell in tables.positions_records(matrix):
                print_json(cell)
        else:
            _put_out(options, write[form](matrix))
    return 0


def _read_otherwise(services: Services, dossier: str, options: Namespace) -> None:
    """Override a position, or take that back, if that was asked for."""
    if not options.override and not options.withdraw:
        if options.party or options.issue or options.reason or options.says:
            raise UsageError("Say what to do with the position.", hint="Use --override STANCE or --withdraw.")
        return
    if not options.party or not options.issue:
        raise UsageError("Say whose position on what.", hint="Name both with --party and --issue.")
    if options.withdraw:
        if options.override:
            raise UsageError("A position is either overridden or that is taken back.", hint="Leave one of both away.")
        if not services.positions.withdraw(dossier, options.party, options.issue):
            raise InputError(f"The position of {options.party} on “{options.issue}” is as its statements add up to.")
        return
    given = Stance(options.override), options.reason, options.says
    services.positions.override(dossier, options.party, options.issue, *given)


def note(options: Namespace) -> int:
    """Compose a briefing note and write it to a file."""
    from dataclasses import replace

    with opened_library(options) as services:
        dossier = named_dossier(services, options.dossier)
        work.catch_up_dossier(services, dossier.id)
        blank = services.notes.blank(dossier.name, dossier.id, options.template)
        fields, sections, title = _note_fields(options.set or [])
        composed = replace(
            blank,
            title=title or blank.title,
            fields=fields,
            sections=sections,
            as_of=options.as_of or "",
            include=options.include,
        )
        services.notes.export(composed, options.out)
        briefing = services.notes.compose(composed)
        for warning in briefing.warnings:
            say(f"Check: {warning.message}")
        row = {"out": options.out, "words": briefing.words, "footnotes": len(briefing.footnotes)}
        wrote = f"Wrote {options.out}: {briefing.words} words, {len(briefing.footnotes)} footnotes."
        print_result(row, wrote, as_json=options.json)
    return 0


def _note_fields(assignments: list[str]) -> tuple[dict[str, str], dict[str, str], str]:
    """Return header fields, the user's sections and the title of FIELD=VALUE words."""
    from briefing_app.export.t1.template import PARTS

    sections_of_the_note = {part.key for part in PARTS}
    fields: dict[str, str] = {}
    sections: dict[str, str] = {}
    for assignment in assignments:
        name, equals, value = assignment.partition("=")
        if not equals or not name.strip():
            raise UsageError(f"“{assignment}” is not FIELD=VALUE.")
        (sections if name.strip() in sections_of_the_note else fields)[name.strip()] = value
    return fields, sections, fields.pop("title", "")


def _put_out(options: Namespace, text: str) -> None:
    if options.out:
        write_whole(Path(options.out), text)
    else:
        print_line(text.rstrip("\n"))


def _described(place: str) -> dict[str, object]:
    try:
        described = json.loads(read_input(place).decode("utf-8-sig"))
    except ValueError as error:
        raise InputError(f"{place} is no JSON: {error}.") from error
    if not isinstance(described, dict):
        raise InputError(f"{place} must hold one JSON object that describes a dossier.")
    return described


def _needed(value: str | None, what: str) -> str:
    if not value:
        raise UsageError(f"The command needs {what}.")
    return value
