"""Reads threads out of a dossier: by filter, by row, with the words that tell each best.

A connection and filters in, frozen records of `model` out. Nothing is written here.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import cast

from dragoman.model.records import EventType
from dragoman.model.resolution import Standing, Thread
from dragoman.record.filters import Filters
from dragoman.record.queries import select_rows
from dragoman.record.telling import CHUNK, chunks, marks

_STATUS = (
    "CASE threads.standing WHEN 'claimed' THEN 'happened' WHEN 'disputed' THEN 'happened'"
    " WHEN 'did not happen' THEN 'denied' ELSE threads.standing END"
)
"""The status of tellings that agree with a thread's standing."""


def select_threads(db: sqlite3.Connection, filters: Filters) -> Iterator[Thread]:
    """Threads by date, undated ones last; their standing as seen on `filters.as_of`."""
    rows = list(select_rows(db, "threads", filters))
    for start in range(0, len(rows), CHUNK):
        yield from threads_of(db, rows[start : start + CHUNK], filters.as_of)


def threads_of(db: sqlite3.Connection, rows: list[sqlite3.Row], as_of: str) -> Iterator[Thread]:
    """The threads of some rows of the table; a plan whose last day lies before `as_of` has lapsed."""
    ids = [row["id"] for row in rows]
    codes: dict[tuple[str, str], list[str]] = defaultdict(list)
    sql = f"SELECT thread, side, code FROM thread_sides WHERE thread IN ({marks(ids)}) ORDER BY thread, side, place"
    for row in db.execute(sql, ids):
        codes[row["thread"], row["side"]].append(row["code"])
    records: dict[str, list[str]] = defaultdict(list)
    sql = f"SELECT thread, event FROM thread_events WHERE thread IN ({marks(ids)}) ORDER BY event"
    for row in db.execute(sql, ids):
        records[row["thread"]].append(row["event"])
    for row in rows:
        id = row["id"]
        yield _thread(row, tuple(codes[id, "actor"]), tuple(codes[id, "recipient"]), tuple(records[id]), as_of)


def last_day(db: sqlite3.Connection) -> str:
    """The last day on which, as far as is known, a text was published: ISO, "" if no text has a date."""
    return str(db.execute("SELECT max(published_first) FROM documents").fetchone()[0] or "")


def select_quotes(db: sqlite3.Connection, threads: Iterable[str]) -> dict[str, str]:
    """For each thread the words that tell it best: of its standing, in an author's voice, as news, most certain."""
    found: dict[str, str] = {}
    for some in chunks(threads):
        sql = (
            "SELECT t.thread AS thread, e.quote AS quote FROM thread_events AS t JOIN events AS e ON e.id = t.event"
            f" JOIN threads ON threads.id = t.thread WHERE t.thread IN ({marks(some)}) ORDER BY t.thread,"
            f" e.status <> {_STATUS}, e.voice <> 'author', e.background, e.confidence DESC, e.id"
        )
        for row in db.execute(sql, some):
            found.setdefault(row["thread"], row["quote"])
    return found


def _thread(
    row: sqlite3.Row, actors: tuple[str, ...], recipients: tuple[str, ...], records: tuple[str, ...], as_of: str
) -> Thread:
    lapsed = row["standing"] == "planned" and row["date_last"] is not None and row["date_last"] < as_of
    return Thread(
        id=row["id"], type=cast(EventType, row["type"]), actors=actors, recipients=recipients, records=records,
        date=row["date"], place=row["place"], people=tuple(json.loads(row["people"])),
        standing="lapsed" if lapsed else cast(Standing, row["standing"]), reason=row["reason"],
        dissent=tuple(json.loads(row["dissent"])), documents=row["documents"], sources=row["sources"],
        background=bool(row["background"]), confidence=row["confidence"], weight=row["weight"],
    )  # fmt: skip
