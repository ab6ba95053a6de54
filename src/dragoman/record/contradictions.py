"""Reads contradictions out of a dossier.

A connection and filters in, frozen records of `model` out. Nothing is written here.
"""

import sqlite3
from collections.abc import Iterator
from typing import cast

from dragoman.model.resolution import Clash, Contradiction
from dragoman.record.filters import Filters
from dragoman.record.queries import select_rows


def select_contradictions(db: sqlite3.Connection, filters: Filters) -> Iterator[Contradiction]:
    """Contradictions by the date of what they are about, undated ones last."""
    for row in select_rows(db, "contradictions", filters):
        yield contradiction_of(db, row)


def contradictions_of_thread(db: sqlite3.Connection, thread: str) -> list[Contradiction]:
    """Contradictions of one thread: among its records, and of its records against facts."""
    sql = (
        "SELECT DISTINCT c.* FROM contradictions AS c JOIN contradiction_events AS x ON x.contradiction = c.id"
        " JOIN thread_events AS t ON t.event = x.event WHERE t.thread = ? ORDER BY c.thread IS NULL, c.clash, c.id"
    )
    return [contradiction_of(db, row) for row in db.execute(sql, (thread,)).fetchall()]


def contradiction_of(db: sqlite3.Connection, row: sqlite3.Row) -> Contradiction:
    """The contradiction of a row."""
    sql = "SELECT event FROM contradiction_events WHERE contradiction = ? ORDER BY place"
    records = tuple(found["event"] for found in db.execute(sql, (row["id"],)))
    values = (row["value_a"], row["value_b"])
    clash = cast(Clash, row["clash"])
    return Contradiction(row["id"], clash, row["thread"] or "", records, values, row["reason"], row["source"])
