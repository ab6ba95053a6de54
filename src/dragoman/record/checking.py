"""Finds the events that have to be compared with those of other threads, and keeps what clashes between them.

Works inside the transaction of a `Resolution`. An event can only clash with one of its type that shares a side with it.
"""

from collections.abc import Iterable, Mapping

from dragoman.model.resolution import Contradiction
from dragoman.record.resolving import Resolution
from dragoman.record.telling import StoredTelling

STEP = "compare_threads"
LEAST = 0.4
"""Confidence: less certain records are never held against others of another thread."""
_UNCHECKED = "SELECT e.number, e.id FROM unchecked_events AS u JOIN events AS e ON e.number = u.event"


def unchecked(store: Resolution) -> frozenset[str]:
    """Ids of the events whose thread was made anew."""
    return frozenset(row["id"] for row in store.db.execute(_UNCHECKED))


def near_unchecked(store: Resolution) -> list[StoredTelling]:
    """The unchecked events and all of the same type that share a side with one of them, with their reasons."""
    sql = (
        "SELECT DISTINCT e.number FROM events AS e JOIN event_sides AS s ON s.event = e.id WHERE e.confidence >= ?"
        " AND (e.type, s.code) IN (SELECT DISTINCT x.type, t.code FROM unchecked_events AS u"
        " JOIN events AS x ON x.number = u.event JOIN event_sides AS t ON t.event = x.id WHERE x.confidence >= ?)"
    )
    numbers = sorted(row["number"] for row in store.db.execute(sql, (LEAST, LEAST)))
    return store.tellings_at(numbers, reasons=True)


def threads_of_events(store: Resolution) -> Mapping[str, str]:
    """Thread by event, of all events."""
    return {row["event"]: row["thread"] for row in store.db.execute("SELECT event, thread FROM thread_events")}


def replace_clashes(store: Resolution, checked: frozenset[str], found: Iterable[Contradiction]) -> None:
    """Put what clashes with the checked events in the place of what did; none of them is unchecked any more."""
    old = (
        "SELECT c.id FROM contradictions AS c JOIN contradiction_events AS x ON x.contradiction = c.id"
        " JOIN events AS e ON e.id = x.event JOIN unchecked_events AS u ON u.event = e.number WHERE c.step = ?"
    )
    store.db.execute(f"DELETE FROM contradictions WHERE id IN ({old})", (STEP,))
    store.store_contradictions((one for one in found if not checked.isdisjoint(one.records)), STEP)
    store.db.execute("DELETE FROM unchecked_events")
