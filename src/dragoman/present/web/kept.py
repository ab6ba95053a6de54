"""Keeps what takes seconds to make until somebody writes into the dossier that it was made of."""

from collections.abc import Callable, Hashable
from pathlib import Path
from threading import Lock
from typing import Generic, TypeVar

from dragoman.record.overview import stamp_of

Value = TypeVar("Value")


class Kept(Generic[Value]):
    """Values by folder and key, at most so many; one is made at a time, since each takes a whole processor."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._found: dict[tuple[Path, Hashable], tuple[tuple[int, ...], Value]] = {}
        self._lock = Lock()

    def peek(self, folder: Path, key: Hashable) -> Value | None:
        """The value if it was made, and nobody has written into the dossier since."""
        stamp, value = self._found.get((folder, key), ((), None))
        return value if stamp == stamp_of(folder) else None

    def get(self, folder: Path, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value, made now if need be."""
        with self._lock:
            value = self.peek(folder, key)
            if value is None:
                stamp = stamp_of(folder)
                value = make()
                self._found.pop((folder, key), None)
                while len(self._found) >= self._most:
                    self._found.pop(next(iter(self._found)))
                self._found[folder, key] = (stamp, value)
            return value
