"""Finds one row of any kind by the beginning of its id, and says what made it.

A connection and an id in, a frozen record of `model` out. Nothing is written here.
"""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.records import Assessment, Event, Statement
from dragoman.model.resolution import Contradiction, Family, Thread
from dragoman.record.contradictions import contradiction_of
from dragoman.record.families import select_families
from dragoman.record.filters import LAST_CHARACTER, Kind
from dragoman.record.queries import make_document, make_events
from dragoman.record.rows import assessment_of, statement_of
from dragoman.record.threads import last_day, threads_of

Record = Document | Event | Statement | Assessment | Thread | Family | Contradiction
KINDS: tuple[Kind, ...] = (
    "documents", "events", "statements", "assessments", "threads", "families", "contradictions",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a row: the run's id, the step and its version."""

    run: str
    step: str
    version: str


def find_record(
    db: sqlite3.Connection, id: str, kinds: Sequence[Kind] = KINDS, *, as_of: str = ""
) -> tuple[Record, Provenance]:
    """The one record of these kinds whose id is or begins with `id`; the standing of a thread as of that day.

    Raises:
        UsageError: none has that id, or several begin with it.
    """
    found = [(kind, row) for kind in kinds for row in _rows_by_prefix(db, kind, id)]
    exact = [(kind, row) for kind, row in found if row["id"] == id]
    if not found:
        raise UsageError(_nothing(id, kinds))
    if len(found) > 1 and not exact:
        some = ", ".join(row["id"] for _, row in found[:4])
        raise UsageError(f"The id {id!r} is the beginning of several: {some} ... Give more of it.")
    kind, row = (exact or found)[0]
    return _MAKERS[kind](db, row, as_of), Provenance(row["run"], row["step"], row["version"])


def _nothing(id: str, kinds: Sequence[Kind]) -> str:
    if len(kinds) > 1:
        return f"No record has the id {id!r}. `dragoman events`, `statements` and `documents` list ids."
    what = "family" if kinds[0] == "families" else kinds[0].removesuffix("s")
    return f"No {what} has the id {id!r}. `dragoman {kinds[0]}` lists ids."


def _rows_by_prefix(db: sqlite3.Connection, kind: Kind, prefix: str) -> list[sqlite3.Row]:
    sql = f"SELECT * FROM {kind} WHERE id >= ? AND id < ? ORDER BY id LIMIT 5"
    return db.execute(sql, (prefix, prefix + LAST_CHARACTER)).fetchall() if prefix else []


_MAKERS: dict[Kind, Callable[[sqlite3.Connection, sqlite3.Row, str], Record]] = {
    "documents": lambda db, row, _: make_document(db, row),
    "events": lambda db, row, _: next(make_events(db, [row])),
    "statements": lambda db, row, _: statement_of(row),
    "assessments": lambda db, row, _: assessment_of(row),
    "threads": lambda db, row, as_of: next(threads_of(db, [row], as_of or last_day(db))),
    "families": lambda db, row, _: next(select_families(db, [row["id"]])),
    "contradictions": lambda db, row, _: contradiction_of(db, row),
}
