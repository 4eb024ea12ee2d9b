"""JSON read with care, and the fields of its records."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, TypeAlias

from briefing_app.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator

Record: TypeAlias = "dict[str, object]"


def loaded(text: str, name: str) -> object:
    """Return the JSON value of a text; InputError where it is damaged or nested too deeply."""
    try:
        return json.loads(text.lstrip("﻿"))
    except RecursionError as error:
        raise InputError(f"“{name}” is nested too deeply to be read safely.") from error
    except ValueError as error:
        raise InputError(f"“{name}” is damaged JSON and cannot be read; export it anew.") from error


def records(value: object) -> Iterator[Record]:
    """Yield the records of a list, passing over what is none."""
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict):
            yield one


def record(value: object) -> Record:
    """Return a value that is a record, else an empty one."""
    return value if isinstance(value, dict) else {}


def listed(value: object) -> list[object]:
    """Return a list as it is, nothing as an empty one, and anything else as a list of it."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def truth(value: object) -> bool:
    """Return yes for true, 1 and "1"."""
    return value is True or value == 1 or value in ("1", "true")
