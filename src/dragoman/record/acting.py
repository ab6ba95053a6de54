"""Reads what events say of how their sides get on, without their words: light enough for a whole dossier at once.

A connection and ids of threads in, frozen records of `model` out. Nothing is written here.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import cast

from dragoman.model.records import EventType, Status
from dragoman.model.relation import ToldEvent
from dragoman.record.telling import chunks, marks

_SQL = (
    "SELECT t.thread, e.id, e.document, e.type, e.status, e.voice, e.mode, e.confidence, e.unofficial,"
    " e.actor_sectors, e.recipient_sectors,"
    " (SELECT json_group_array(code) FROM (SELECT code FROM event_sides WHERE event = e.id AND side = 'actor'"
    " ORDER BY place)) AS actors,"
    " (SELECT json_group_array(code) FROM (SELECT code FROM event_sides WHERE event = e.id AND side = 'recipient'"
    " ORDER BY place)) AS recipients"
    " FROM thread_events AS t JOIN events AS e ON e.id = t.event WHERE t.thread IN ({}) ORDER BY e.id"
)

_LISTS = ("actors", "recipients", "actor_sectors", "recipient_sectors")


def select_told_events(db: sqlite3.Connection, threads: Iterable[str]) -> Iterator[ToldEvent]:
    """The events of these threads, by id within at most some hundreds of threads."""
    for some in chunks(threads):
        for row in db.execute(_SQL.format(marks(some)), some):
            sides = (tuple(json.loads(row[name])) for name in _LISTS)
            yield ToldEvent(
                row["thread"], row["document"], cast(EventType, row["type"]), cast(Status, row["status"]),
                row["voice"], row["mode"], row["confidence"], bool(row["unofficial"]), *sides,
            )  # fmt: skip
