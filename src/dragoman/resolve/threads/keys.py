"""Under which keys a telling is filed: only tellings that share one are compared.

A key depends on its telling alone, so what is compared with what never depends on the order of arrival.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import combinations

from dragoman.resolve.threads.told import Telling
from dragoman.text.names import name_key

LONGEST = 400
"""Days: a date wider than this is filed by the kind of act and not by months."""
MOST_SIDES = 4
"""Of more sides only the first few in the order of their codes make pairs."""


def keys_of(telling: Telling) -> tuple[str, ...]:
    """The keys of a telling, sorted."""
    return tuple(sorted(set(_keys(telling))))


def _keys(telling: Telling) -> Iterator[str]:
    event = telling.event
    yield f"d {event.type} {event.document}"
    for sides in _pairs(telling):
        for when in _times(telling):
            yield from (f"t {event.type} {each} {when}" for each in (_by_kind(telling, sides) or [sides]))
        for name in telling.people:
            for year in _years(telling):
                yield f"p {event.type} {sides} {name_key(name.split()[-1])} {year}"


def _by_kind(telling: Telling, sides: str) -> list[str]:
    """Of a telling that names one side only the kind of act is part of the key: too much is done to one state."""
    return [f"{sides} {kind}" for kind in telling.kinds] if " " not in sides else []


def _pairs(telling: Telling) -> list[str]:
    """Its sides two by two; the only side of a telling that names no other."""
    sides = sorted(telling.sides)[:MOST_SIDES]
    return [f"{a} {b}" for a, b in combinations(sides, 2)] or sides


def _times(telling: Telling) -> Iterator[str]:
    """The months in which it may have been; of one that tells no occasion the kind of act, with others that do not."""
    if telling.first and telling.last and telling.width <= LONGEST:
        yield from _months(telling.first - timedelta(days=1), telling.last + timedelta(days=1))
    elif telling.recent:
        yield from _months(*telling.recent)
    elif telling.first:
        yield from _months(telling.first, telling.first)
    if not telling.days:
        yield from (f"kind {kind}" for kind in telling.kinds)


def _months(first: date, last: date) -> Iterator[str]:
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield f"{number // 12:04}-{number % 12 + 1:02}"


def _years(telling: Telling) -> list[str]:
    """The years at both ends of its date, else those around its publication."""
    ends: list[date] = [day for day in (telling.first, telling.last) if day]
    if telling.recent:
        ends += [telling.recent[0], telling.recent[1] + timedelta(days=90)]
    return sorted({f"{day:%Y}" for day in ends}) or ["-"]
