"""Hands out what is known around events that are parted into threads, and keeps how their groups came together.

Works inside the transaction of a `Resolution`. Events go by id outside and by row number inside. Those that wait to be
parted later are not there yet: nobody is told of their links.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from dragoman.model.resolution import Join, Part
from dragoman.record.resolving import Resolution
from dragoman.record.telling import chunks, marks


class Surroundings:
    """What is known around some events: links and earlier joins, read where they are asked for."""

    def __init__(self, store: Resolution, fresh: Collection[int]) -> None:
        self.store = store
        self.fresh = frozenset(fresh)
        rows = store.db.execute("SELECT event FROM unsettled_events")
        self._waiting = {row["event"] for row in rows} - self.fresh
        self._ids: dict[int, str] = {}
        self._numbers: dict[str, int] = {}

    def ids_of(self, numbers: Collection[int]) -> list[str]:
        """Ids of the events that are there, sorted."""
        self._name(numbers)
        return sorted(self._ids[number] for number in numbers if number in self._ids)

    def number_of(self, id: str) -> int:
        """The row number of an event that was handed out."""
        return self._numbers[id]

    def links_of(self, ids: Collection[str]) -> dict[str, dict[str, float]]:
        """For each of these events those that it is linked with, and the weights."""
        wanted = [self._numbers[id] for id in ids]
        rows = list(_links_at(self.store, wanted))
        self._name({number for row in rows for number in row[:2]})
        found: dict[str, dict[str, float]] = {id: {} for id in ids}
        for one, other, weight in rows:
            if other in self._ids:
                found[self._ids[one]][self._ids[other]] = weight
        return found

    def joins_of(self, ids: Collection[str]) -> list[list[Join]]:
        """The joins of each group that one of these events was in; "" for events that are not there."""
        groups = self._groups_of([self._numbers[id] for id in ids])
        self._name({number for joins in groups for kept, gone, _ in joins for number in (kept, gone)})
        return [[Join(self._show(kept), self._show(gone), worth) for kept, gone, worth in joins] for joins in groups]

    def members_of(self, id: str) -> tuple[str, ...]:
        """The group that an event is in, sorted."""
        joins = self.joins_of([id])
        return tuple(sorted({id, *(name for each in joins for join in each for name in (join.kept, join.gone))} - {""}))

    def find(self, ids: Iterable[str]) -> list[str]:
        """Those of these events that are there, sorted."""
        for some in chunks(sorted(set(ids))):
            sql = f"SELECT number FROM events WHERE id IN ({marks(some)})"
            self._name({row["number"] for row in self.store.db.execute(sql, some)})
        return sorted(id for id in set(ids) if id in self._numbers)

    def keep(self, parts: Iterable[Part]) -> None:
        """Put the joins of these parts in the place of those of the groups that their events were in."""
        db, kept = self.store.db, list(parts)
        for some in chunks([self._numbers[id] for part in kept for id in part.records]):
            first = f"SELECT first FROM thread_joins WHERE gone IN ({marks(some)})"
            db.execute(f"DELETE FROM thread_joins WHERE first IN ({first})", some)
            db.execute(f"DELETE FROM thread_joins WHERE first IN ({marks(some)})", some)
        for part in kept:
            number = self._numbers[part.records[0]]
            numbered = ((self._numbers[join.kept], self._numbers[join.gone], join.worth) for join in part.joins)
            rows = [(number, place, *row) for place, row in enumerate(numbered)]
            db.executemany("INSERT INTO thread_joins VALUES (?, ?, ?, ?, ?)", rows)

    def _groups_of(self, numbers: Sequence[int]) -> list[list[tuple[int, int, float]]]:
        firsts: set[int] = set()
        for some in chunks(numbers):
            sql = f"SELECT first FROM thread_joins WHERE gone IN ({marks(some)})"
            firsts.update(row["first"] for row in self.store.db.execute(sql, some))
        groups: dict[int, list[tuple[int, int, float]]] = defaultdict(list)
        for some in chunks(sorted(firsts.union(numbers))):
            sql = f"SELECT first, kept, gone, worth FROM thread_joins WHERE first IN ({marks(some)})"
            for first, kept, gone, worth in self.store.db.execute(f"{sql} ORDER BY first, place", some):
                groups[first].append((kept, gone, worth))
        return list(groups.values())

    def _name(self, numbers: Iterable[int]) -> None:
        """Look up the ids of events; those that wait have none."""
        missing = sorted({number for number in numbers if number not in self._ids} - self._waiting)
        for some in chunks(missing):
            sql = f"SELECT number, id FROM events WHERE number IN ({marks(some)})"
            for number, id in self.store.db.execute(sql, some):
                self._ids[number] = id
                self._numbers[id] = number

    def _show(self, number: int) -> str:
        return self._ids.get(number, "")


def _links_at(store: Resolution, numbers: Iterable[int]) -> Iterator[tuple[int, int, float]]:
    """The links of these events, each from the side of an event that was asked for."""
    for some in chunks(sorted(numbers)):
        for one, other in (("a", "b"), ("b", "a")):
            sql = f"SELECT {one}, {other}, weight FROM event_links WHERE {one} IN ({marks(some)})"
            yield from (tuple(row) for row in store.db.execute(sql, some))
