"""Values worth keeping for a while because they take long to make."""

from __future__ import annotations

import threading
from collections import OrderedDict
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")


class Memory(Generic[Key, Value]):
    """The values used last, at most so many, for any thread."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._kept: OrderedDict[Key, Value] = OrderedDict()
        self._turn = threading.Lock()

    def get(self, key: Key) -> Value | None:
        """Return the value of a key, None where it is not remembered."""
        with self._turn:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: Key, value: Value) -> Value:
        """Remember a value, and return it."""
        with self._turn:
            self._kept[key] = value
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        return value

    def forget(self, key: Key) -> None:
        """Forget the value of a key, if it is remembered."""
        with self._turn:
            self._kept.pop(key, None)

    def clear(self) -> None:
        """Forget everything."""
        with self._turn:
            self._kept.clear()
