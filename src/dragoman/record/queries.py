"""Reads records out of a dossier: lists by filter, single records by id, what belongs to a document.

A connection and filters in, frozen records of `model` out. Nothing is written here.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.issues import Reject
from dragoman.model.records import Assessment, Event, Records, Statement
from dragoman.model.run import Run
from dragoman.record.filters import LAST_CHARACTER, Filters, Kind, conditions_of
from dragoman.record.rows import assessment_of, document_of, event_of, statement_of

Record = Document | Event | Statement | Assessment
KINDS: tuple[Kind, ...] = ("documents", "events", "statements", "assessments")
_ORDER: dict[Kind, str] = {
    "documents": "published_first IS NULL, published_first, name, number",
    "events": "date_first IS NULL, date_first, date_last, document, start",
    "statements": "document, start",
    "assessments": "date_first IS NULL, date_first, date_last, document, start",
}


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a row: the run's id, the step and its version."""

    run: str
    step: str
    version: str


def select_documents(db: sqlite3.Connection, filters: Filters) -> Iterator[Document]:
    """Documents by date of publication, undated ones last."""
    for row in select_rows(db, "documents", filters):
        yield _whole_document(db, row)


def select_events(db: sqlite3.Connection, filters: Filters) -> Iterator[Event]:
    """Events by date, undated ones last; within a day by document and place in it."""
    rows = list(select_rows(db, "events", filters))
    for start in range(0, len(rows), 500):
        chunk = rows[start : start + 500]
        sides = _sides_of(db, [row["id"] for row in chunk])
        for row in chunk:
            yield event_of(row, tuple(sides[row["id"], "actor"]), tuple(sides[row["id"], "recipient"]))


def select_statements(db: sqlite3.Connection, filters: Filters) -> Iterator[Statement]:
    """Statements by document and place in it."""
    for row in select_rows(db, "statements", filters):
        yield statement_of(row)


def select_assessments(db: sqlite3.Connection, filters: Filters) -> Iterator[Assessment]:
    """Assessments by date, undated ones last."""
    for row in select_rows(db, "assessments", filters):
        yield assessment_of(row)


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
    sql = f"SELECT * FROM {kind} WHERE {where} ORDER BY {_ORDER[kind]}"
    if filters.limit:
        sql += " LIMIT ?"
        values.append(filters.limit)
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
    for condition in conditions_of(kind, filters):
        sql = f"SELECT count(*) FROM {kind} WHERE {condition.sql}"
        counts.append((condition.label, int(db.execute(sql, condition.values).fetchone()[0])))
    return counts


def count_hidden(db: sqlite3.Connection, kind: Kind, filters: Filters) -> int:
    """How many rows meet all other filters, but lie below the least confidence that is asked for."""
    if not filters.min_confidence or kind == "documents":
        return 0
    conditions = conditions_of(kind, replace(filters, min_confidence=0.0))
    where = " AND ".join([*(c.sql for c in conditions), "confidence < ?"])
    values = [*(value for c in conditions for value in c.values), filters.min_confidence]
    return int(db.execute(f"SELECT count(*) FROM {kind} WHERE {where}", values).fetchone()[0])


def count_rows(db: sqlite3.Connection, table: str) -> int:
    """Number of rows of a table of the schema."""
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def find_record(db: sqlite3.Connection, id: str) -> tuple[Record, Provenance]:
    """The one record whose id is or begins with `id`.

    Raises:
        UsageError: none has that id, or several begin with it.
    """
    found = [(kind, row) for kind in KINDS for row in _rows_by_prefix(db, kind, id)]
    exact = [(kind, row) for kind, row in found if row["id"] == id]
    if not found:
        raise UsageError(f"No record has the id {id!r}. `dragoman events`, `statements` and `documents` list ids.")
    if len(found) > 1 and not exact:
        some = ", ".join(row["id"] for _, row in found[:4])
        raise UsageError(f"The id {id!r} is the beginning of several: {some} ... Give more of it.")
    kind, row = (exact or found)[0]
    return _MAKERS[kind](db, row), Provenance(row["run"], row["step"], row["version"])


def find_document(db: sqlite3.Connection, id: str) -> Document:
    """The document with exactly that id.

    Raises:
        UsageError: there is none.
    """
    row = db.execute("SELECT * FROM documents WHERE id = ?", (id,)).fetchone()
    if row is None:
        raise UsageError(f"No document has the id {id!r}.")
    return _whole_document(db, row)


def select_rejects(db: sqlite3.Connection) -> Iterator[Reject]:
    """What was not read, by file and place in it."""
    for row in db.execute("SELECT * FROM rejects ORDER BY file, record, reason"):
        yield Reject(row["file"], row["record"], row["reason"], row["remedy"], row["sha256"])


def select_runs(db: sqlite3.Connection) -> Iterator[Run]:
    """All runs that wrote something, first to last."""
    for row in db.execute("SELECT * FROM runs ORDER BY started, id"):
        steps = tuple((name, version) for name, version in json.loads(row["steps"]))
        yield Run(row["id"], row["started"], row["program"], row["model"], row["vocabulary"], steps)


def _rows_by_prefix(db: sqlite3.Connection, kind: Kind, prefix: str) -> list[sqlite3.Row]:
    sql = f"SELECT * FROM {kind} WHERE id >= ? AND id < ? ORDER BY id LIMIT 5"
    return db.execute(sql, (prefix, prefix + LAST_CHARACTER)).fetchall() if prefix else []


def _whole_document(db: sqlite3.Connection, row: sqlite3.Row) -> Document:
    def belonging(table: str, order: str) -> tuple[sqlite3.Row, ...]:
        return tuple(db.execute(f"SELECT * FROM {table} WHERE document = ? ORDER BY {order}", (row["id"],)))

    return document_of(
        row,
        parts=belonging("parts", "place"),
        comments=belonging("comments", "place"),
        issues=belonging("issues", "number"),
    )


def _sides_of(db: sqlite3.Connection, ids: list[str]) -> dict[tuple[str, str], list[str]]:
    sides: dict[tuple[str, str], list[str]] = defaultdict(list)
    marks = ", ".join("?" * len(ids))
    sql = f"SELECT event, side, code FROM event_sides WHERE event IN ({marks}) ORDER BY event, side, place"
    for row in db.execute(sql, ids):
        sides[row["event"], row["side"]].append(row["code"])
    return sides


def _make_event(db: sqlite3.Connection, row: sqlite3.Row) -> Event:
    sides = _sides_of(db, [row["id"]])
    return event_of(row, tuple(sides[row["id"], "actor"]), tuple(sides[row["id"], "recipient"]))


_MAKERS: dict[Kind, Callable[[sqlite3.Connection, sqlite3.Row], Record]] = {
    "documents": _whole_document,
    "events": _make_event,
    "statements": lambda _, row: statement_of(row),
    "assessments": lambda _, row: assessment_of(row),
}
