"""Reads visits and meetings (threads of type `CONSULT`) of a month, and how many there are in each month of a year.

The folder of a dossier and what is asked for in, frozen records out. Only the rows of the months asked for are read.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dragoman.model.resolution import Thread
from dragoman.record.connection import connect_reader, explained
from dragoman.record.filters import Filters, conditions_of
from dragoman.record.rows import FIRST, LAST
from dragoman.record.telling import CHUNK
from dragoman.record.threads import last_day, threads_of
from dragoman.text.edtf import last_day as end_of_month

DAYS = 10
"""A date that spans more days than this has no day in the calendar, as in the picture (present/charts/calendar.py)."""
_WITHIN = "threads.id IN (SELECT t.id FROM threads AS t WHERE {})"
"""Dates are looked at in the index alone: long before the month there are many threads, and few that reach into it."""
_PLACED = _WITHIN.format(
    "t.date_first >= ? AND t.date_first <= ? AND t.date_last >= ? AND t.date_last < '9999-00-00'"
    f" AND julianday(t.date_last) - julianday(t.date_first) <= {DAYS}"
)
_VAGUE = _WITHIN.format(
    "t.date_first <= ? AND t.date_last >= ? AND CASE WHEN t.date_first = ? THEN t.date_last <= ?"
    " WHEN t.date_last = ? THEN t.date_first >= ?"
    f" ELSE julianday(t.date_last) - julianday(t.date_first) > {DAYS} END"
)


@dataclass(frozen=True, slots=True)
class Meetings:
    """The visits and meetings of a month.

    Attributes:
        placed: those with a day, or a few, in the month; the weightiest if there are too many, by weight.
        placed_count: how many there are.
        vague: those that may have been in the month, for all that their dates say; `vague_count`: likewise.
        as_of: ISO day of the last text.
    """

    placed: tuple[Thread, ...]
    placed_count: int
    vague: tuple[Thread, ...]
    vague_count: int
    as_of: str


@dataclass(frozen=True, slots=True)
class MonthCount:
    """Visits and meetings with a day in a month ("2012-10"), and how many of them are plans, lapsed or not."""

    month: str
    count: int
    planned: int


def read_month(folder: Path, year: int, month: int, filters: Filters, *, most: int, most_vague: int) -> Meetings:
    """The visits and meetings of a month.

    Args:
        filters: pair, actor and least confidence count.
        most: entries with a day, `most_vague`: others, that are read.

    Raises:
        RecordError: no dossier there, damaged, or of another version.
    """
    where, values = _conditions(filters)
    with explained(folder), closing(connect_reader(folder)) as db:
        as_of = last_day(db)
        placed = f"{where} AND {_PLACED}", (*values, *_placed_bounds(year, month))
        vague = f"{where} AND {_VAGUE}", (*values, *_vague_bounds(year, month))
        return Meetings(*_select(db, *placed, most, as_of), *_select(db, *vague, most_vague, as_of), as_of)


def count_months(folder: Path, months: list[tuple[int, int]], filters: Filters) -> tuple[MonthCount, ...]:
    """How many visits and meetings have a day in each of these months.

    Raises:
        RecordError: no dossier there, damaged, or of another version.
    """
    where, values = _conditions(filters)
    sql = f"SELECT count(*), count(*) FILTER (WHERE standing = 'planned') FROM threads WHERE {where} AND {_PLACED}"
    with explained(folder), closing(connect_reader(folder)) as db:
        return tuple(
            MonthCount(f"{year:04}-{month:02}", *db.execute(sql, (*values, *_placed_bounds(year, month))).fetchone())
            for year, month in months
        )


def last_meeting(folder: Path, filters: Filters) -> str:
    """The month in which the last visit or meeting with a day began that was no plan; "" if there is none.

    Raises:
        RecordError: no dossier there, damaged, or of another version.
    """
    where, values = _conditions(filters)
    sql = (
        f"SELECT substr(date_first, 1, 7) FROM threads WHERE {where} AND date_first > '{FIRST}'"
        f" AND standing <> 'planned' AND julianday(date_last) - julianday(date_first) <= {DAYS}"
        " ORDER BY date_first DESC LIMIT 1"
    )
    with explained(folder), closing(connect_reader(folder)) as db:
        row = db.execute(sql, values).fetchone()
    return str(row[0]) if row else ""


def _conditions(filters: Filters) -> tuple[str, tuple[str | float, ...]]:
    wanted = Filters(type="CONSULT", pair=filters.pair, actor=filters.actor, min_confidence=filters.min_confidence)
    conditions = conditions_of("threads", wanted)
    return " AND ".join(each.sql for each in conditions), tuple(v for each in conditions for v in each.values)


def _placed_bounds(year: int, month: int) -> tuple[str, str, str]:
    """What began on a day of the month, or so shortly before that it can reach into it."""
    first, last = date(year, month, 1), end_of_month(year, month)
    before = first - timedelta(days=DAYS) if first > date(1, 1, DAYS) else first
    return before.isoformat(), last.isoformat(), first.isoformat()


def _vague_bounds(year: int, month: int) -> tuple[str, ...]:
    """What may lie in the month; where one end is open, the other one lies in it."""
    first, last = date(year, month, 1).isoformat(), end_of_month(year, month).isoformat()
    return last, first, FIRST, last, LAST, first


def _select(
    db: sqlite3.Connection, where: str, values: tuple[str | float, ...], most: int, as_of: str
) -> tuple[tuple[Thread, ...], int]:
    """The weightiest threads of a condition, and how many there are."""
    sql = f"SELECT *, count(*) OVER () AS every FROM threads WHERE {where} ORDER BY weight DESC, id LIMIT ?"
    rows = db.execute(sql, (*values, most)).fetchall()
    some = [rows[start : start + CHUNK] for start in range(0, len(rows), CHUNK)]
    found = tuple(thread for each in some for thread in threads_of(db, each, as_of))
    return found, int(rows[0]["every"]) if rows else 0
