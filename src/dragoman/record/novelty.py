"""What came into a dossier after a run: texts, threads that only they tell or tell further, contradictions.

The folder of a dossier and a run in, ids out; nothing is noted anywhere, so that looking never writes. A text that a
later program read anew counts as one that came with it.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dragoman.model.errors import UsageError
from dragoman.record.connection import connect_reader, explained
from dragoman.record.filters import Filters, conditions_of

_FRESH = (
    "WITH fresh AS MATERIALIZED (SELECT documents.id FROM documents JOIN runs ON runs.id = documents.run"
    " WHERE (runs.started, documents.number) > (?, ?))"
)
"""Runs that began in one second follow one another by the numbers of their documents."""
_THREADS = (
    f"{_FRESH}, told AS (SELECT t.thread, count(*) AS tellings FROM fresh JOIN events AS e ON e.document = fresh.id"
    " JOIN thread_events AS t ON t.event = e.id GROUP BY t.thread)"
    " SELECT threads.id, tellings < (SELECT count(*) FROM thread_events AS x WHERE x.thread = threads.id) AS older"
    " FROM told JOIN threads ON threads.id = told.thread WHERE confidence >= ? ORDER BY weight DESC, threads.id"
)
_CONTRADICTIONS = (
    f"{_FRESH} SELECT id FROM contradictions WHERE id IN (SELECT x.contradiction FROM fresh"
    " JOIN events AS e ON e.document = fresh.id JOIN contradiction_events AS x ON x.event = e.id) AND {} ORDER BY id"
)
_DOCUMENTS = (
    f"{_FRESH} SELECT id FROM documents WHERE id IN (SELECT id FROM fresh)"
    " ORDER BY coalesce(published_first, '') DESC, id"
)


@dataclass(frozen=True, slots=True)
class Novelty:
    """What came after a run.

    Attributes:
        since: id of the run; `started`: when it began, ISO 8601.
        documents: ids, the last published first.
        threads: those that no earlier text tells, the weightiest first; `told`: those that one did.
        contradictions: in which a record of these texts takes part.
    """

    since: str
    started: str
    documents: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()


def read_novelty(folder: Path, since: str, *, min_confidence: float) -> Novelty:
    """What came after the run `since`; threads and contradictions of at least that confidence.

    Raises:
        UsageError: the dossier knows no such run.
        RecordError: no dossier there, damaged, or of another version.
    """
    with explained(folder), closing(connect_reader(folder)) as db:
        after = _find_end(db, since)
        documents = _ids(db, _DOCUMENTS, after)
        if not documents:
            return Novelty(since, after[0])
        threads = db.execute(_THREADS, (*after, min_confidence)).fetchall()
        (sure,) = conditions_of("contradictions", Filters(min_confidence=min_confidence))
        return Novelty(
            since, after[0], documents,
            tuple(row["id"] for row in threads if not row["older"]),
            tuple(row["id"] for row in threads if row["older"]),
            _ids(db, _CONTRADICTIONS.format(sure.sql), (*after, *sure.values)),
        )  # fmt: skip


def _find_end(db: sqlite3.Connection, run: str) -> tuple[str, int]:
    """When a run began, and the number of its last document."""
    sql = "SELECT started, (SELECT max(number) FROM documents WHERE run = runs.id) AS last FROM runs WHERE id = ?"
    row = db.execute(sql, (run,)).fetchone()
    if row is None:
        raise UsageError(f"This dossier knows no run {run!r}. The first page lists the latest ones.")
    return str(row["started"]), int(row["last"] or 0)


def _ids(db: sqlite3.Connection, sql: str, values: tuple[str | float, ...]) -> tuple[str, ...]:
    return tuple(row["id"] for row in db.execute(sql, values))
