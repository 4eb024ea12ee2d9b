"""Exports that are tables: Pocket, Instapaper, Readwise. Told apart by their first row."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from briefing_app.domain.collection import Collection, Item, Quoted
from briefing_app.errors import InputError
from briefing_app.ingest.collections.values import address, bounded, day, labels, moment, people, sound, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Row = dict[str, str]

LARGEST_FIELD = 4 << 20
"""Most characters of one field."""
_READWISE_BESIDES = frozenset({"title", "book title", "author", "book author", "url", "note", "location", "date"})


def table_kind(text: str) -> str:
    """Return which table a text is by its first row: pocket, instapaper, readwise, or nothing."""
    line = text.lstrip("﻿").split("\n", 1)[0]
    if len(line) > 2000 or "," not in line:
        return "readwise" if line.strip().strip('"').casefold() == "highlight" else ""
    columns = {one.strip().strip('"').casefold() for one in line.split(",")}
    if {"url", "time_added"} <= columns:
        return "pocket"
    if {"url", "selection"} <= columns:
        return "instapaper"
    if "highlight" in columns and columns & _READWISE_BESIDES:
        return "readwise"
    return ""


def read_table(text: str, name: str) -> Collection:
    """Read the table of whichever of the three kinds it is."""
    readers: dict[str, Callable[[Iterable[Row]], Collection]] = {
        "pocket": _pocket,
        "instapaper": _instapaper,
        "readwise": _readwise,
    }
    return readers[table_kind(text)](list(_rows(text, name)))


def _rows(text: str, name: str) -> Iterator[Row]:
    csv.field_size_limit(LARGEST_FIELD)
    reader = csv.reader(io.StringIO(text.lstrip("﻿").replace("\0", "")), strict=False)
    try:
        columns = [one.strip().casefold() for one in next(reader)]
        for number, fields in enumerate(reader, 1):
            bounded(number, name)
            if any(one.strip() for one in fields):
                yield {key: sound(value) for key, value in zip(columns, fields, strict=False)}
    except csv.Error as error:
        raise InputError(f"“{name}” is a damaged table: {error}.", hint="Export it anew.") from error


def _pocket(rows: Iterable[Row]) -> Collection:
    items = tuple(
        Item(
            title=words(row.get("title")),
            url=address(row.get("url")),
            saved=moment(row.get("time_added")),
            tags=labels(row.get("tags", "").split("|")),
            archived=row.get("status", "").casefold() == "archive",
            read=row.get("status", "").casefold() == "archive",
        )
        for row in rows
    )
    return Collection("Pocket export", "", items)


def _instapaper(rows: Iterable[Row]) -> Collection:
    """A row is a bookmark, its selection a highlight; rows of one address are one item."""
    grouped: dict[str, list[Row]] = {}
    for number, row in enumerate(rows):
        grouped.setdefault(address(row.get("url")) or f"row {number}", []).append(row)
    return Collection("Instapaper export", "", tuple(_instapaper_item(group) for group in grouped.values()))


def _instapaper_item(rows: list[Row]) -> Item:
    folders = [row.get("folder", "").strip() for row in rows]
    kept = [one for one in folders if one.casefold() not in ("unread", "archive", "starred", "")]
    tags = [tag for row in rows for tag in row.get("tags", "").strip("[]").replace('"', "").split(",")]
    quotes = (row.get("selection", "").strip() for row in rows)
    return Item(
        title=words(rows[0].get("title")),
        url=address(rows[0].get("url")),
        saved=moment(rows[0].get("timestamp")),
        tags=labels([*kept, *tags]),
        highlights=tuple(Quoted(quote) for quote in dict.fromkeys(quotes) if quote),
        archived="archive" in (one.casefold() for one in folders),
        starred="starred" in (one.casefold() for one in folders),
    )


def _readwise(rows: Iterable[Row]) -> Collection:
    """A row is a highlight; those of one title, author and address are one item."""
    grouped: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        title = words(row.get("title") or row.get("book title"))
        author = people([row.get("author") or row.get("book author")])
        grouped.setdefault((title, author, address(row.get("url") or row.get("source url"))), []).append(row)
    items = []
    for (title, author, url), group in grouped.items():
        quotes = tuple(_readwise_quote(row) for row in group if row.get("highlight", "").strip())
        tags = labels(tag for row in group for tag in row.get("document tags", "").split(","))
        saved = day(group[0].get("date") or group[0].get("highlighted at"))
        items.append(Item(title=title, url=url, author=author, saved=saved, tags=tags, highlights=quotes))
    return Collection("Readwise export", "", tuple(items))


def _readwise_quote(row: Row) -> Quoted:
    return Quoted(
        row["highlight"].strip(),
        note=row.get("note", "").strip(),
        tags=labels(row.get("tags", "").split(",")),
        created=moment(row.get("highlighted at") or row.get("date")),
    )
