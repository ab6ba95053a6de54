"""Writes imported events into a dossier, a file at a time, each file whole or not at all, and takes them out again.

Takes finished events and rejects only. The sums by month are made in the same transaction, so that they are never
behind.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.model.event_data import ImportedEvent
from dragoman.model.issues import Reject
from dragoman.model.run import Run
from dragoman.record.connection import transaction
from dragoman.record.inserting import insert_row
from dragoman.record.rows import run_row
from dragoman.record.writing import DossierWriter

CACHE_KB = 128 * 1024
"""Cache of SQLite while it imports: rows come by day, and the index of pairs is written all over."""
_INSERT = (
    "INSERT INTO imported_events (source, key, day, actor, recipient, type, mode, cameo, actor_sector,"
    " recipient_sector, score) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
    " ON CONFLICT (source, key) WHERE key <> '' DO NOTHING"
)
_SUM = (
    "INSERT INTO imported_months SELECT actor, recipient, substr(day, 1, 7), type, mode, cameo,"
    " actor_sector IN ({marks}) AND recipient_sector IN ({marks}) AS official, source, ?, count(*), count(score),"
    " total(score) FROM imported_events WHERE number >= ? GROUP BY 1, 2, 3, 4, 5, 6, official, source"
)


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """A file to be imported.

    Attributes:
        name: that people may call it by; `file`: the path as given; `sha256`: of its bytes.
        reader: hash over all that decides what its rows are read as; `version`: of the step that reads them.
        map: from CAMEO to types and modes.
        official: sectors that act for their side.
    """

    name: str
    file: str
    sha256: str
    reader: str
    version: tuple[str, str]
    map: str
    official: frozenset[str]


@dataclass(slots=True)
class Tally:
    """What came of the rows of one file; counted while they are stored.

    Attributes:
        events: rows that are events; `kept`: of them new to the dossier.
        dropped: why sound rows were left out, and how many; the caller counts them.
        rejects: what could not be read.
    """

    events: int = 0
    kept: int = 0
    dropped: dict[str, int] = field(default_factory=dict)
    rejects: list[Reject] = field(default_factory=list)


class ImportWriter(DossierWriter):
    """The one writer of a dossier, for event data."""

    def knows_import(self, sha256: str, reader: str) -> bool:
        """Whether the file with these bytes was imported by this reader."""
        sql = "SELECT 1 FROM imports WHERE sha256 = ? AND reader = ?"
        return self._db.execute(sql, (sha256, reader)).fetchone() is not None

    def store_import(self, file: ImportedFile, items: Iterable[ImportedEvent | Reject], tally: Tally, run: Run) -> None:
        """Write the rows of a file; when this returns, they are on disk. `tally` tells what came of them.

        The same bytes that another reader imported go. A file without a single row leaves its rejects only.

        Raises:
            RecordError: the disk is full or read-only; nothing of the file is then in the dossier.
        """
        self._db.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        with transaction(self._db, self.folder) as db:
            insert_row(db, "runs", run_row(run), verb="INSERT OR IGNORE")
            for (number,) in db.execute("SELECT number FROM imports WHERE sha256 = ?", (file.sha256,)).fetchall():
                _delete_import(db, number)
            first = int(db.execute("SELECT coalesce(max(number), 0) + 1 FROM imported_events").fetchone()[0])
            before = db.total_changes
            db.executemany(_INSERT, _event_rows(items, tally))
            tally.kept = db.total_changes - before
            _store_rejects(db, file, tally.rejects, run)
            if tally.events or tally.dropped:
                _store_file(db, file, tally, first, run)

    def remove_import(self, name: str) -> bool:
        """Take the events of an import out again; whether there was one of that name."""
        with transaction(self._db, self.folder) as db:
            row = db.execute("SELECT number FROM imports WHERE name = ?", (name,)).fetchone()
            if row is not None:
                _delete_import(db, row["number"])
        return row is not None


def _event_rows(items: Iterable[ImportedEvent | Reject], tally: Tally) -> Iterator[tuple[str | float | None, ...]]:
    for item in items:
        if isinstance(item, Reject):
            tally.rejects.append(item)
            continue
        tally.events += 1
        yield (
            item.source, item.key, item.day, item.actor, item.recipient, item.type, item.mode, item.cameo,
            item.actor_sector, item.recipient_sector, item.score,
        )  # fmt: skip


def _store_file(db: sqlite3.Connection, file: ImportedFile, tally: Tally, first: int, run: Run) -> None:
    cursor = db.execute(
        "INSERT INTO imports (name, file, sha256, reader, map, kept, repeated, rejected, dropped, first_row, last_row,"
        " run) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            _free_name(db, file.name), file.file, file.sha256, file.reader, file.map, tally.kept,
            tally.events - tally.kept, len(tally.rejects), _plain(tally.dropped), first, first + tally.kept - 1, run.id,
        ),
    )  # fmt: skip
    official = sorted(file.official)
    sql = _SUM.format(marks=", ".join("?" * len(official)))
    db.execute(sql, (*official, *official, cursor.lastrowid, first))


def _plain(dropped: Mapping[str, int]) -> str:
    return json.dumps(dict(sorted(dropped.items())))


def _free_name(db: sqlite3.Connection, name: str) -> str:
    taken = {row["name"] for row in db.execute("SELECT name FROM imports")}
    number = 2
    free = name
    while free in taken:
        free = f"{name}~{number}"
        number += 1
    return free


def _store_rejects(db: sqlite3.Connection, file: ImportedFile, rejects: Iterable[Reject], run: Run) -> None:
    """Put what could not be read in the place of what an earlier attempt at the file said."""
    db.execute("DELETE FROM rejects WHERE sha256 = ? OR (file = ? AND sha256 = '')", (file.sha256, file.file))
    step, version = file.version
    for reject in rejects:
        insert_row(
            db,
            "rejects",
            {
                "file": reject.file, "record": reject.record, "reason": reject.reason, "remedy": reject.remedy,
                "sha256": file.sha256, "run": run.id, "step": step, "version": version,
            },
            verb="INSERT OR REPLACE",
        )  # fmt: skip


def _delete_import(db: sqlite3.Connection, number: int) -> None:
    row = db.execute("SELECT first_row, last_row, sha256 FROM imports WHERE number = ?", (number,)).fetchone()
    db.execute("DELETE FROM imported_months WHERE import = ?", (number,))
    db.execute("DELETE FROM imported_events WHERE number BETWEEN ? AND ?", (row["first_row"], row["last_row"]))
    db.execute("DELETE FROM rejects WHERE sha256 = ?", (row["sha256"],))
    db.execute("DELETE FROM imports WHERE number = ?", (number,))
