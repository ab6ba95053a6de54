"""Reads records out of a dossier: lists by filter, single records by id, what belongs to a document.

A connection and filters in, frozen records of `model` out. Nothing is written here.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.issues import Reject
from dragoman.model.records import Assessment, Event, Records, Statement
from dragoman.model.run import Run
from dragoman.record.filters import Filters, Kind, Order, conditions_of
from dragoman.record.rows import assessment_of, document_of, event_of, statement_of
from dragoman.record.telling import CHUNK, EVENT_WITHOUT_REASONS, chunks, marks

_ORDER: dict[Kind, str] = {
    "documents": "published_first IS NULL, published_first, name, number",
    "events": "date_first IS NULL, date_first, date_last, document, start",
    "statements": "document, start",
    "assessments": "date_first IS NULL, date_first, date_last, document, start",
    "threads": "date_first IS NULL, date_first, date_last, id",
    "contradictions": "(SELECT coalesce(min(e.date_first), '~') FROM contradiction_events AS c"
    " JOIN events AS e ON e.id = c.event WHERE c.contradiction = contradictions.id), id",
    "families": "(SELECT coalesce(d.published_first, '~') FROM documents AS d WHERE d.id = original), id",
}
_OTHER_ORDER: dict[Order, str] = {
    "latest": "date_first IS NULL, CASE date_last WHEN '9999-99-99' THEN date_first ELSE date_last END DESC,"
    " date_first DESC, id",
    "documents": "documents DESC, weight DESC, id",
    "sources": "weight DESC, id",
    "weight": "weight DESC, id",
}


def select_documents(db: sqlite3.Connection, filters: Filters) -> Iterator[Document]:
    """Documents by date of publication, undated ones last."""
    for row in select_rows(db, "documents", filters):
        yield make_document(db, row)


def select_events(db: sqlite3.Connection, filters: Filters) -> Iterator[Event]:
    """Events by date, undated ones last; within a day by document and place in it."""
    rows = list(select_rows(db, "events", filters))
    for start in range(0, len(rows), 500):
        yield from make_events(db, rows[start : start + 500])


def select_statements(db: sqlite3.Connection, filters: Filters) -> Iterator[Statement]:
    """Statements by document and place in it."""
    for row in select_rows(db, "statements", filters):
        yield statement_of(row)


def select_assessments(db: sqlite3.Connection, filters: Filters) -> Iterator[Assessment]:
    """Assessments by date, undated ones last."""
    for row in select_rows(db, "assessments", filters):
        yield assessment_of(row)


def select_events_of_threads(
    db: sqlite3.Connection, threads: Iterable[str], *, reasons: bool = True
) -> Iterator[Event]:
    """The events of these threads, by id within at most 500 threads; reasons, which are long, unless not wanted."""
    wanted = "*" if reasons else EVENT_WITHOUT_REASONS
    for some in chunks(threads):
        told = f"SELECT t.event FROM thread_events AS t WHERE t.thread IN ({marks(some)})"
        sql = f"SELECT {wanted} FROM events WHERE id IN ({told}) ORDER BY id"
        rows = db.execute(sql, some).fetchall()
        for start in range(0, len(rows), CHUNK):
            yield from make_events(db, rows[start : start + CHUNK])


def list_documents(db: sqlite3.Connection) -> list[str]:
    """Ids of all documents by name, file and place in it: an order that does not depend on when they were read."""
    return [row["id"] for row in db.execute("SELECT id FROM documents ORDER BY name, file, record, id")]


def select_records(db: sqlite3.Connection, document: str, min_confidence: float = 0.0) -> Records:
    """The records of one document of at least that confidence, each kind in text order."""
    wanted = Filters(document=document, min_confidence=min_confidence)

    return Records(
        document,
        tuple(sorted(select_events(db, wanted), key=lambda event: event.span)),
        tuple(sorted(select_statements(db, wanted), key=lambda statement: statement.span)),
        tuple(sorted(select_assessments(db, wanted), key=lambda assessment: assessment.span)),
    )


def select_rows(db: sqlite3.Connection, kind: Kind, filters: Filters) -> Iterator[sqlite3.Row]:
    """The rows of one table that meet all filters, in the order of that kind."""
    conditions = conditions_of(kind, filters)
    where = " AND ".join(c.sql for c in conditions) or "1"
    values: list[str | float] = [value for c in conditions for value in c.values]
    order = _OTHER_ORDER[filters.order] if filters.order else _ORDER[kind]
    sql = f"SELECT * FROM {kind} WHERE {where} ORDER BY {order}"
    if filters.limit:
        sql += " LIMIT ? OFFSET ?"
        values += [filters.limit, filters.offset]
    yield from db.execute(sql, values)


def select_ids(db: sqlite3.Connection, kind: Kind, filters: Filters) -> Iterator[str]:
    """Ids of the rows that meet all filters but the limit, sorted."""
    conditions = conditions_of(kind, filters)
    where = " AND ".join(c.sql for c in conditions) or "1"
    values = [value for c in conditions for value in c.values]
    for row in db.execute(f"SELECT id FROM {kind} WHERE {where} ORDER BY id", values):
        yield row["id"]


def count_by_filter(db: sqlite3.Connection, kind: Kind, filters: Filters) -> list[tuple[str, int]]:
    """How many rows there are at all, and how many meet each filter taken alone: (label, rows)."""
    counts = [(f"all {kind}", count_rows(db, kind))]
    least = filters.min_confidence
    others = conditions_of(kind, replace(filters, min_confidence=0.0))
    for condition in (*others, *conditions_of(kind, Filters(min_confidence=least))):
        sql = f"SELECT count(*) FROM {kind} WHERE {condition.sql}"
        counts.append((condition.label, int(db.execute(sql, condition.values).fetchone()[0])))
    return counts


def count_hidden(db: sqlite3.Connection, kind: Kind, filters: Filters) -> int:
    """How many rows meet all other filters, but lie below the least confidence that is asked for."""
    return count_split(db, kind, filters)[1]


def count_split(db: sqlite3.Connection, kind: Kind, filters: Filters) -> tuple[int, int]:
    """How many rows meet all filters, and how many all but the least confidence; both in one pass over the rows."""
    if not filters.min_confidence or kind in ("documents", "families"):
        return count_matching(db, kind, filters), 0
    others = conditions_of(kind, replace(filters, min_confidence=0.0))
    (sure,) = conditions_of(kind, Filters(min_confidence=filters.min_confidence))
    where = " AND ".join(c.sql for c in others) or "1"
    values = [*sure.values, *(value for c in others for value in c.values)]
    every, matching = db.execute(f"SELECT count(*), total({sure.sql}) FROM {kind} WHERE {where}", values).fetchone()
    return int(matching), int(every - matching)


def count_matching(db: sqlite3.Connection, kind: Kind, filters: Filters) -> int:
    """How many rows meet all filters; a limit is not heeded."""
    conditions = conditions_of(kind, filters)
    where = " AND ".join(c.sql for c in conditions) or "1"
    values = [value for c in conditions for value in c.values]
    return int(db.execute(f"SELECT count(*) FROM {kind} WHERE {where}", values).fetchone()[0])


def count_rows(db: sqlite3.Connection, table: str) -> int:
    """Number of rows of a table of the schema."""
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def find_document(db: sqlite3.Connection, id: str) -> Document:
    """The document with exactly that id.

    Raises:
        UsageError: there is none.
    """
    row = db.execute("SELECT * FROM documents WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise UsageError(f"No document has the id {id!r}.")
    return make_document(db, row)


def select_rejects(db: sqlite3.Connection) -> Iterator[Reject]:
    """What was not read, by file and place in it."""
    for row in db.execute("SELECT * FROM rejects ORDER BY file, record, reason"):
        yield Reject(row["file"], row["record"], row["reason"], row["remedy"], row["sha256"])


def select_runs(db: sqlite3.Connection) -> Iterator[Run]:
    """All runs that wrote something, first to last."""
    for row in db.execute("SELECT * FROM runs ORDER BY started, id"):
        steps = tuple((name, version) for name, version in json.loads(row["steps"]))
        yield Run(row["id"], row["started"], row["program"], row["model"], row["vocabulary"], steps)


def make_document(db: sqlite3.Connection, row: sqlite3.Row) -> Document:
    """The document of a row, with all that belongs to it."""

    def belonging(table: str, order: str) -> tuple[sqlite3.Row, ...]:
        return tuple(db.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY {order}", (row["id"],)))

    return document_of(
        row,
        parts=belonging("parts", "place"),
        comments=belonging("comments", "place"),
        issues=belonging("issues", "number"),
    )


def make_events(db: sqlite3.Connection, rows: Sequence[sqlite3.Row]) -> Iterator[Event]:
    """The events of at most 500 rows, each with the id of its thread."""
    ids = [row["id"] for row in rows]
    sides = _sides_of(db, ids)
    sql = f"SELECT event, thread FROM thread_events WHERE event IN ({', '.join('?' * len(ids))})"
    threads = {row["event"]: row["thread"] for row in db.execute(sql, ids)}
    for row in rows:
        actors, recipients = sides[row["id"], "actor"], sides[row["id"], "recipient"]
        yield event_of(row, tuple(actors), tuple(recipients), thread=threads.get(row["id"], ""))


def _sides_of(db: sqlite3.Connection, ids: list[str]) -> dict[tuple[str, str], list[str]]:
    sides: dict[tuple[str, str], list[str]] = defaultdict(list)
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT event, side, code FROM event_sides WHERE event IN ({marks}) ORDER BY event, side, place"
    for row in db.execute(sql, ids):
        sides[row["event"], row["side"]].append(row["code"])
    return sides
