"""What a dossier holds at a glance: numbers of rows, dates, outlets, pairs by weight, texts per month, runs.

The folder of a dossier in, one frozen overview out; sums over whole tables only, no record is read.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from dragoman.record.connection import DATABASE, connect_reader, explained
from dragoman.record.filters import LAPSED

COUNTED = ("documents", "events", "statements", "assessments", "threads", "contradictions", "families", "rejects")

MATTERS = 2
"""Independent sources from which on an unsure thread matters: that several tell it speaks for it, the words do not."""
FEW = 6
"""Threads named of each kind that needs a look."""


@dataclass(frozen=True, slots=True)
class PairWeight:
    """How much is told of two sides: threads in which both take part, and the sum of their weights."""

    a: str
    b: str
    threads: int
    weight: float


@dataclass(frozen=True, slots=True)
class RunCount:
    """One run, and how many documents hold what it made."""

    id: str
    started: str
    program: str
    documents: int


@dataclass(frozen=True, slots=True)
class Weightiest:
    """The threads of some kind that weigh most, by id, and how many there are of it."""

    count: int
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The sums.

    Attributes:
        counts: (table, rows) in the order of `COUNTED`.
        first: ISO day of the first publication, `last` of the last; "" if no text has a date.
        undated: texts without a date.
        outlets: (outlet, texts), most texts first; "" for texts without one.
        pairs: the weightiest first.
        months: ("2012-10", texts) in order, months without texts left out.
        runs: the latest first.
        lapsed: plans whose day had passed by `last` without a word of what became of them.
        unsure: threads below `min_confidence` that several independent sources tell.
    """

    counts: tuple[tuple[str, int], ...]
    first: str
    last: str
    undated: int
    outlets: tuple[tuple[str, int], ...]
    pairs: tuple[PairWeight, ...]
    months: tuple[tuple[str, int], ...]
    runs: tuple[RunCount, ...]
    lapsed: Weightiest
    unsure: Weightiest


def read_overview(folder: Path, *, min_confidence: float) -> Overview:
    """The overview of a dossier; `min_confidence` is that of the threads that pairs are weighed by.

    Raises:
        RecordError: no dossier there, damaged, or of another version.
    """
    with explained(folder), closing(connect_reader(folder)) as db:
        counts = tuple((table, _count(db, table)) for table in COUNTED)
        first, last, dated = db.execute(
            "SELECT min(nullif(published_first, '0000-00-00')), max(published_first), count(published_first)"
            " FROM documents"
        ).fetchone()
        return Overview(
            counts, first or "", last or "", dict(counts)["documents"] - dated, _select_outlets(db),
            _select_pairs(db, min_confidence), _select_months(db), _select_runs(db),
            _select_weightiest(db, f"{LAPSED} AND confidence >= ?", (last or "", min_confidence)),
            _select_weightiest(db, "sources >= ? AND confidence < ?", (MATTERS, min_confidence)),
        )  # fmt: skip


def stamp_of(folder: Path) -> tuple[int, ...]:
    """Numbers that change when somebody writes into the dossier; all 0 where there is none."""
    files = (folder / DATABASE, folder / f"{DATABASE}-wal")
    return tuple(number for file in files for number in _look_at(file))


def _look_at(file: Path) -> tuple[int, int]:
    try:
        found = file.stat()
    except OSError:
        return 0, 0
    return (found.st_size, found.st_mtime_ns) if found.st_size else (0, 0)  # an empty log comes and goes with readers


def _count(db: sqlite3.Connection, table: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def _select_outlets(db: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    sql = "SELECT outlet, count(*) FROM documents GROUP BY outlet ORDER BY count(*) DESC, outlet"
    return tuple((row[0], row[1]) for row in db.execute(sql))


def _select_pairs(db: sqlite3.Connection, least: float) -> tuple[PairWeight, ...]:
    sql = (
        "SELECT a, b, count(*), sum(weight) FROM thread_pairs WHERE confidence >= ?"
        " GROUP BY a, b ORDER BY sum(weight) DESC, a, b"
    )
    return tuple(PairWeight(*row) for row in db.execute(sql, (least,)))


def _select_months(db: sqlite3.Connection) -> tuple[tuple[str, int], ...]:
    sql = (
        "SELECT substr(published_first, 1, 7), count(*) FROM documents"
        " WHERE published_first > '0000-00-00' GROUP BY 1 ORDER BY 1"
    )
    return tuple((row[0], row[1]) for row in db.execute(sql))


def _select_runs(db: sqlite3.Connection) -> tuple[RunCount, ...]:
    sql = (
        "SELECT runs.id, started, program, count(documents.id) FROM runs LEFT JOIN documents ON documents.run = runs.id"
        " GROUP BY runs.id ORDER BY started DESC, max(documents.number) DESC, runs.id"
    )
    return tuple(RunCount(*row) for row in db.execute(sql))


def _select_weightiest(db: sqlite3.Connection, where: str, values: tuple[str | float, ...]) -> Weightiest:
    ids = [row[0] for row in db.execute(f"SELECT id FROM threads WHERE {where} ORDER BY weight DESC, id", values)]
    return Weightiest(len(ids), tuple(ids[:FEW]))
