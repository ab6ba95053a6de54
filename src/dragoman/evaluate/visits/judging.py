"""Judges whether a record tells of a visit: sides, person and day; and where it does not, what is wrong with it.

In: visits and the events of dossiers, joined to tellings of one event by their thread. Out: the first telling that is
right, or the nearest one with its faults. A thread is right as a whole: one of its records may give the day, another
the person. It must not know texts; which records stand in a sentence is told by `Sentences`.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.evaluate.visits.gold import USA, Visit
from dragoman.model.records import Event
from dragoman.text.edtf import bounds_of
from dragoman.text.names import same_person

SLACK = timedelta(days=1)
WIDEST = timedelta(days=7)
NOT_HELD = frozenset({"denied", "cancelled"})
NONE = "no record in the sentence"
FAULTS = ("another type", "wrong sides", "without the person", "wrong date", "wide date", "no date", "status")


@dataclass(frozen=True, slots=True)
class Telling:
    """The records of one event: those of a thread, or one record that belongs to none."""

    key: str
    events: tuple[Event, ...]


def group_events(events: Iterable[Event]) -> list[Telling]:
    """Records by their thread, each without one for itself; sorted by key, so that the input's order is all one."""
    groups: dict[str, list[Event]] = defaultdict(list)
    for event in events:
        groups[event.thread or event.id].append(event)
    return [Telling(key, tuple(sorted(groups[key], key=lambda event: event.id))) for key in sorted(groups)]


def index_tellings(tellings: Iterable[Telling]) -> dict[str, list[Telling]]:
    """Tellings by each code that takes part."""
    found: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        for code in sorted({code for event in telling.events for code in (*event.actors, *event.recipients)}):
            found[code].append(telling)
    return found


def find_telling(visit: Visit, tellings: Mapping[str, Sequence[Telling]]) -> Telling | None:
    """The first telling that is right in sides, person and day, None if there is none.

    Args:
        visit: a row of the lists.
        tellings: as `index_tellings` gives them.
    """
    return next((telling for telling in tellings.get(visit.state, ()) if not find_faults(visit, telling)), None)


def find_nearest(visit: Visit, tellings: Iterable[Telling]) -> tuple[Telling | None, tuple[str, ...]]:
    """The telling with the fewest faults, and these in the order of `FAULTS`; `NONE` if there is no telling."""
    ranked = sorted(
        ((find_faults(visit, telling), telling) for telling in tellings), key=lambda pair: (len(pair[0]), pair[1].key)
    )
    return (ranked[0][1], ranked[0][0]) if ranked else (None, (NONE,))


def find_faults(visit: Visit, telling: Telling) -> tuple[str, ...]:
    """What keeps a telling from being this visit, in the order of `FAULTS`; () if it is right.

    A telling of a visit is a CONSULT that was not denied or cancelled; its day lies at most one day outside the visit.
    """
    held = [event for event in telling.events if event.type == "CONSULT"] or list(telling.events)
    sides = {code for event in held for code in (*event.actors, *event.recipients)}
    people = [person for event in held for person in event.people]
    dates = {fault_of_date(event.date, visit.first, visit.last) for event in held}
    found = {
        "another type": all(event.type != "CONSULT" for event in held),
        "wrong sides": not {USA, visit.state} <= sides,
        "without the person": not any(same_person(visit.surname, person) for person in people),
        "wrong date": "" not in dates and "wrong date" in dates,
        "wide date": not dates & {"", "wrong date"} and "wide date" in dates,
        "no date": dates == {"no date"},
        "status": all(event.status in NOT_HELD for event in held),
    }
    return tuple(fault for fault in FAULTS if found[fault])


def fault_of_date(value: str, first: date, last: date) -> str:
    """What is wrong with an EDTF date of a visit that lasted from `first` to `last`, "" if nothing.

    Example:
        >>> fault_of_date("2010-05-09", date(2010, 5, 10), date(2010, 5, 13))
        ''
        >>> fault_of_date("2010-05", date(2010, 5, 10), date(2010, 5, 13))
        'wide date'
    """
    start, end = bounds_of(value)
    if start is None and end is None:
        return "no date"
    if start and end and first - SLACK <= start and end <= last + SLACK and end - start < WIDEST:
        return ""
    touches = (start is None or start <= last + SLACK) and (end is None or first - SLACK <= end)
    return "wide date" if touches and start != end else "wrong date"
