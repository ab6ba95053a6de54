"""Which events, and which documents, are compared with which: those that share a key, near each other in time.

A key that many share would mean comparing everything with everything. So rows of a key are looked at in spans of time:
all time, then 512, 64, 8 days, one day, and parts of a day, each width on two grids that are staggered by half. *Two
rows are compared if some span holds both, and at most `most` rows of that key.* That depends on which rows there are
and never on the order in which they came. When a span fills up or empties, the pairs in it are looked at again; those
are what `closed_spans` and `reopened_spans` give.

Inside one day the place is a fraction made of the id: even ten thousand rows of one day and key are compared with some
hundred each, and neighbouring spans overlap, so that what belongs together still hangs together.
"""

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from math import floor
from typing import Literal

from dragoman.text.hashing import hash_bytes

Kind = Literal["event", "document"]
Span = tuple[float, float]
Key = str | int
Filed = tuple[Key, float]
"""A key and a place in time."""

MOST: dict[Kind, int] = {"event": 120, "document": 24}
"""Rows of one key that are all compared with each other. Two texts take some hundred times as long as two events."""
WHOLE: Span = (-1e9, 1e9)
WIDTHS = (512.0, 64.0, 8.0, 1.0, 1 / 8, 1 / 64)
"""Days; each an eighth of the one before, so that a span lies inside the two wider ones around it."""
_TABLES: dict[Kind, str] = {"event": "event_keys", "document": "fingerprints"}


def place_of(day: date | None, id: str) -> float:
    """The place of a row: its day, as a number, and a fraction of a day from its id; day 0 if it has none."""
    return (day.toordinal() if day else 0) + int(hash_bytes(id.encode("utf-8"))[:8], 16) / 2**32


def spans_of(place: float) -> Iterator[tuple[Span, ...]]:
    """The spans that hold a place, width by width, the widest first."""
    yield (WHOLE,)
    for width in WIDTHS:
        yield _span(place, width, 0.0), _span(place, width, width / 2)


def _span(place: float, width: float, shift: float) -> Span:
    start = floor((place - shift) / width) * width + shift
    return start, start + width


@dataclass(slots=True)
class Blocks:
    """The keys of one kind of row in an open transaction. What was looked up is remembered until `add` changes it."""

    db: sqlite3.Connection
    kind: Kind
    _counts: dict[tuple[Key, Span], int] = field(default_factory=dict)
    _members: dict[tuple[Key, Span], tuple[int, ...]] = field(default_factory=dict)

    @property
    def table(self) -> str:
        """The table of the keys."""
        return _TABLES[self.kind]

    @property
    def most(self) -> int:
        """Rows of one key that are all compared with each other."""
        return MOST[self.kind]

    def add(self, rows: Iterable[tuple[int, Key, float]]) -> None:
        """File rows: (number, key, place)."""
        sql = f"INSERT OR IGNORE INTO {self.table} ({self.kind}, key, place) VALUES (?, ?, ?)"
        self.db.executemany(sql, rows)
        self._counts.clear()
        self._members.clear()

    def candidates(self, number: int) -> set[int]:
        """What a row is compared with, itself left out."""
        found: set[int] = set()
        for key, place in self._filed(number):
            for span in self._open_spans(key, place):
                found.update(self.members(key, span))
        return found - {number}

    def may_compare(self, a: int, b: int) -> bool:
        """Whether two rows are compared."""
        others = dict(self._filed(b))
        for key, place in self._filed(a):
            if key in others and any(
                span[0] <= others[key] < span[1] and self._count(key, span) <= self.most
                for level in spans_of(place)
                for span in level
            ):
                return True
        return False

    def members(self, key: Key, span: Span) -> tuple[int, ...]:
        """Numbers of the rows of a key in a span."""
        known = self._members.get((key, span))
        if known is None:
            sql = f"SELECT {self.kind} FROM {self.table} WHERE key = ? AND place >= ? AND place < ?"
            known = self._members[key, span] = tuple(row[0] for row in self.db.execute(sql, (key, *span)))
        return known

    def closed_spans(self, added: Mapping[Key, Sequence[float]]) -> Iterator[tuple[Key, Span]]:
        """Spans that hold too many rows now, and did not before those places were added to their keys."""
        for key, span, count, change in self._changed(added):
            if count > self.most >= count - change:
                yield key, span

    def reopened_spans(self, removed: Mapping[Key, Sequence[float]]) -> Iterator[tuple[Key, Span]]:
        """Spans that held too many rows before those places were taken away from their keys, and do not now."""
        for key, span, count, change in self._changed(removed):
            if count <= self.most < count + change:
                yield key, span

    def _changed(self, places: Mapping[Key, Sequence[float]]) -> Iterator[tuple[Key, Span, int, int]]:
        """Each span of a key that was ever too full, with its rows and how many of the places lie in it."""
        for key, unsorted in places.items():
            if self._count(key, WHOLE) + len(unsorted) <= self.most:
                continue
            order = sorted(unsorted)
            for span in sorted({span for place in order for level in spans_of(place) for span in level}):
                yield key, span, self._count(key, span), bisect_left(order, span[1]) - bisect_left(order, span[0])

    def _open_spans(self, key: Key, place: float) -> Iterator[Span]:
        for level in spans_of(place):
            found = [span for span in level if self._count(key, span) <= self.most]
            yield from found
            if len(found) == len(level):
                return

    def _count(self, key: Key, span: Span) -> int:
        known = self._counts.get((key, span))
        if known is None:
            sql = f"SELECT count(*) FROM {self.table} WHERE key = ? AND place >= ? AND place < ?"
            known = self._counts[key, span] = int(self.db.execute(sql, (key, *span)).fetchone()[0])
        return known

    def _filed(self, number: int) -> list[Filed]:
        sql = f"SELECT key, place FROM {self.table} WHERE {self.kind} = ?"
        return [(row[0], row[1]) for row in self.db.execute(sql, (number,))]
