"""Reads imported events out of a dossier: one by one, summed by month, and the list of imports.

A connection and filters in, frozen types of `model` out. Pair, actor, type, since, until and limit count.
"""

import json
import sqlite3
from collections.abc import Iterator

from dragoman.model.event_data import Import, ImportedEvent, ImportedMonth
from dragoman.record.filters import Filters
from dragoman.record.rows import day_bounds

Values = list[str | int]


def has_imports(db: sqlite3.Connection) -> bool:
    """Whether there is any imported event."""
    return db.execute("SELECT 1 FROM imported_events LIMIT 1").fetchone() is not None


def last_imported_day(db: sqlite3.Connection) -> str:
    """The last day of any imported event, "" without one; to the month where that is all that is summed."""
    month = db.execute("SELECT max(month) FROM imported_months").fetchone()[0]
    return f"{month}-28" if month else ""


def select_imports(db: sqlite3.Connection) -> Iterator[Import]:
    """All imports, by name."""
    for row in db.execute("SELECT * FROM imports ORDER BY name"):
        dropped = tuple(json.loads(row["dropped"]).items())
        yield Import(
            row["name"], row["file"], row["map"], row["kept"], row["repeated"], row["rejected"],
            tuple(sorted(dropped, key=lambda item: (-item[1], item[0]))),
        )  # fmt: skip


def select_imported_events(db: sqlite3.Connection, filters: Filters) -> Iterator[ImportedEvent]:
    """Imported events by day, then by actor, recipient and content."""
    where, values = _conditions(filters, "day", 10)
    sql = (
        "SELECT source, key, day, actor, recipient, type, mode, cameo, actor_sector, recipient_sector, score"
        f" FROM imported_events WHERE {where}"
        " ORDER BY day, actor, recipient, type, mode, source, key, cameo, actor_sector, recipient_sector, score"
    )
    for row in _rows(db, *_limited(sql, values, filters)):
        yield ImportedEvent(*row)


def select_imported_months(db: sqlite3.Connection, filters: Filters) -> Iterator[ImportedMonth]:
    """Imported events summed by month, by actor, recipient, month and content; months that the period touches."""
    where, values = _conditions(filters, "month", 7)
    alike = "actor, recipient, month, type, mode, cameo, official, source"
    sql = (
        "SELECT source, month, actor, recipient, type, mode, cameo, official, sum(events),"
        " CASE WHEN sum(scored) THEN sum(score_sum) / sum(scored) END"
        f" FROM imported_months WHERE {where} GROUP BY {alike} ORDER BY {alike}"
    )
    for source, month, actor, recipient, type, mode, cameo, official, events, score in _rows(
        db, *_limited(sql, values, filters)
    ):
        yield ImportedMonth(source, month, actor, recipient, type, mode, cameo, bool(official), events, score)


def _rows(db: sqlite3.Connection, sql: str, values: Values) -> sqlite3.Cursor:
    """Plain tuples: a million rows by name would take twice the time."""
    cursor = db.cursor()
    cursor.row_factory = None
    return cursor.execute(sql, values)


def _conditions(filters: Filters, column: str, width: int) -> tuple[str, Values]:
    """The condition with its values; days are cut to the width of the column."""
    found: list[str] = []
    values: Values = []
    if filters.pair:
        found.append("((actor = ? AND recipient = ?) OR (actor = ? AND recipient = ?))")
        values += [*filters.pair, *reversed(filters.pair)]
    if filters.actor:
        found.append("(actor = ? OR recipient = ?)")
        values += [filters.actor, filters.actor]
    if filters.type:
        found.append("type = ?")
        values.append(filters.type)
    since, until = day_bounds(filters.since)[0], day_bounds(filters.until)[1]
    if since:
        found.append(f"{column} >= ?")
        values.append(since[:width])
    if until:
        found.append(f"{column} <= ?")
        values.append(until[:width])
    return " AND ".join(found) or "1", values


def _limited(sql: str, values: Values, filters: Filters) -> tuple[str, Values]:
    return (f"{sql} LIMIT ?", [*values, filters.limit]) if filters.limit else (sql, values)
