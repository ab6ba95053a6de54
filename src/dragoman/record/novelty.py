"""What came into a dossier after a run: texts, threads that only they tell or tell further, contradictions.

The folder of a dossier and a run in, ids out; nothing is noted anywhere, so that looking never writes. A text that was
there before and was only read anew, by a later program say, stands apart: nothing of it counts as new.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dragoman.model.errors import UsageError
from dragoman.record.connection import connect_reader, explained
from dragoman.record.filters import Filters, conditions_of

_READ = (
    "SELECT documents.id FROM documents JOIN runs ON runs.id = documents.run"
    " WHERE (runs.started, documents.number) > (?, ?)"
)
"""Runs that began in one second follow one another by the numbers of their documents."""
_KNOWN = (
    "SELECT document FROM first_readings JOIN runs AS earlier ON earlier.id = first_readings.run"
    " WHERE (earlier.started, first_readings.number) <= (?, ?)"
)
"""What the run asked for, or one before it, had read."""
_NONE_KNOWN = "SELECT '' WHERE ? = ?"
"""The same where nothing was ever read anew."""
_FRESH = f"WITH fresh AS MATERIALIZED ({_READ} AND documents.id NOT IN ({{known}}))"
_THREADS = (
    f"{_FRESH}, told AS (SELECT t.thread, count(*) AS tellings FROM fresh JOIN events AS e ON e.document = fresh.id"
    " JOIN thread_events AS t ON t.event = e.id GROUP BY t.thread)"
    " SELECT threads.id, tellings < (SELECT count(*) FROM thread_events AS x WHERE x.thread = threads.id) AS older"
    " FROM told JOIN threads ON threads.id = told.thread WHERE confidence >= ? ORDER BY weight DESC, threads.id"
)
_CONTRADICTIONS = (
    f"{_FRESH} SELECT id FROM contradictions WHERE id IN (SELECT x.contradiction FROM fresh"
    " JOIN events AS e ON e.document = fresh.id JOIN contradiction_events AS x ON x.event = e.id)"
    " AND {sure} ORDER BY id"
)
_LATEST = "ORDER BY coalesce(published_first, '') DESC, id"
_DOCUMENTS = f"{_FRESH} SELECT id FROM documents WHERE id IN (SELECT id FROM fresh) {_LATEST}"
_ANEW = f"SELECT id FROM documents WHERE id IN ({_READ}) AND id IN ({{known}}) {_LATEST}"


@dataclass(frozen=True, slots=True)
class Novelty:
    """What came after a run.

    Attributes:
        since: id of the run; `started`: when it began, ISO 8601.
        documents: ids, the last published first.
        threads: those that no earlier text tells, the weightiest first; `told`: those that one did.
        contradictions: in which a record of these texts takes part.
        anew: ids of documents that were there before and were read anew, the last published first.
    """

    since: str
    started: str
    documents: tuple[str, ...] = ()
    threads: tuple[str, ...] = ()
    told: tuple[str, ...] = ()
    contradictions: tuple[str, ...] = ()
    anew: tuple[str, ...] = ()


def read_novelty(folder: Path, since: str, *, min_confidence: float) -> Novelty:
    """What came after the run `since`; threads and contradictions of at least that confidence.

    Raises:
        UsageError: the dossier knows no such run.
        RecordError: no dossier there, damaged, or of another version.
    """
    with explained(folder), closing(connect_reader(folder)) as db:
        has_anew = _has_anew(db)
        began, last = _find_end(db, since, has_anew)
        known = _KNOWN if has_anew else _NONE_KNOWN
        after = (began, last, *((began, last) if has_anew else (0, 1)))
        anew = _ids(db, _ANEW.format(known=known), after)
        documents = _ids(db, _DOCUMENTS.format(known=known), after)
        if not documents:
            return Novelty(since, began, anew=anew)
        threads = db.execute(_THREADS.format(known=known), (*after, min_confidence)).fetchall()
        (sure,) = conditions_of("contradictions", Filters(min_confidence=min_confidence))
        return Novelty(
            since, began, documents,
            tuple(row["id"] for row in threads if not row["older"]),
            tuple(row["id"] for row in threads if row["older"]),
            _ids(db, _CONTRADICTIONS.format(known=known, sure=sure.sql), (*after, *sure.values)),
            anew,
        )  # fmt: skip


def _has_anew(db: sqlite3.Connection) -> bool:
    """Whether the dossier knows of texts read anew; one that no writer has opened of late does not."""
    return db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'first_readings'").fetchone() is not None


def _find_end(db: sqlite3.Connection, run: str, has_anew: bool) -> tuple[str, int]:
    """When a run began, and the number of its last document, also of those that were read anew since."""
    row = db.execute("SELECT started FROM runs WHERE id = ?", (run,)).fetchone()
    if row is None:
        raise UsageError(f"This dossier knows no run {run!r}. The first page lists the latest ones.")
    tables = ("documents", "first_readings") if has_anew else ("documents",)
    last = [db.execute(f"SELECT max(number) FROM {table} WHERE run = ?", (run,)).fetchone()[0] for table in tables]
    return str(row["started"]), max(number or 0 for number in last)


def _ids(db: sqlite3.Connection, sql: str, values: tuple[str | float, ...]) -> tuple[str, ...]:
    return tuple(row["id"] for row in db.execute(sql, values))
