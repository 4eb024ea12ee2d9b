"""Domain values to plain JSON data and back: what crosses between processes and lies in the library's columns."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

T = TypeVar("T")
Plain = Union[None, bool, int, float, str, "list[Plain]", "dict[str, Plain]"]


def to_plain(value: object) -> Plain:
    """Return ``value`` as JSON data: dataclasses become objects, tuples and sets lists, enums their values."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, Enum):
        return to_plain(value.value)
    if isinstance(value, str):
        return value
    if is_dataclass(value) and not isinstance(value, type):
        return {name: to_plain(getattr(value, name)) for name in _names(type(value))}
    if isinstance(value, Mapping):
        return {str(key): to_plain(one) for key, one in value.items()}
    if isinstance(value, (frozenset, set)):
        return sorted((to_plain(one) for one in value), key=str)
    if isinstance(value, (tuple, list)):
        return [to_plain(one) for one in value]
    message = f"no plain form for {type(value).__name__}"
    raise TypeError(message)


def from_plain(kind: type[T], data: object) -> T:
    """Return the ``kind`` that ``to_plain`` made ``data`` of; unknown keys are passed over, missing ones default."""
    return typing.cast("T", _reader(typing.cast("typing.Hashable", kind))(data))


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(one.name for one in fields(kind))


@cache
def _reader(kind: object) -> Callable[[typing.Any], object]:
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in (Union, types.UnionType):
        inner = next(one for one in arguments if one is not type(None))
        read = _reader(inner)
        return lambda data: None if data is None else read(data)
    if origin is tuple:
        return _tuple_reader(arguments)
    if origin in (frozenset, list):
        read_one = _reader(arguments[0])
        return lambda data: origin(read_one(one) for one in data)
    if origin is dict:
        read_value = _reader(arguments[1])
        return lambda data: {key: read_value(one) for key, one in data.items()}
    if isinstance(kind, typing.NewType):
        return _reader(kind.__supertype__)
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_reader(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    return lambda data: data


def _tuple_reader(arguments: tuple[object, ...]) -> Callable[[typing.Any], object]:
    if len(arguments) == 2 and arguments[1] is Ellipsis:
        read = _reader(arguments[0])
        return lambda data: tuple(read(one) for one in data)
    readers = tuple(_reader(one) for one in arguments)
    return lambda data: tuple(read(one) for read, one in zip(readers, data, strict=True))


def _dataclass_reader(kind: type) -> Callable[[typing.Any], object]:
    hints = get_type_hints(kind)
    readers = {name: _reader(hints[name]) for name in _names(kind)}

    def read(data: dict[str, object]) -> object:
        return kind(**{name: readers[name](data[name]) for name in readers if name in data})

    return read
