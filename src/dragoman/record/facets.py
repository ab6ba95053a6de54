"""Counts rows by one of their fields: what lists offer beside themselves, and how many texts there are for each month.

The folder of a dossier and filters in, numbers out; sums only, no record is read.
"""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Literal

from dragoman.record.connection import connect_reader, explained
from dragoman.record.filters import Filters, Kind, conditions_of
from dragoman.record.telling import chunks, marks

Field = Literal["speaker", "speaker_actor", "parties", "outlet", "month", "voice"]
_SQL: dict[Field, str] = {
    "speaker": "speaker",
    "speaker_actor": "speaker_actor",
    "voice": "voice",
    "outlet": "outlet",
    "parties": "min(party_a, party_b) || ' ' || max(party_a, party_b)",
    "month": "CASE WHEN published_first > '0000-00-00' THEN substr(published_first, 1, 7) ELSE '' END",
}
Counts = tuple[tuple[str, int], ...]


def count_values(folder: Path, kind: Kind, field: Field, filters: Filters, *, limit: int = 0) -> Counts:
    """(value, rows) of one field over the rows that meet all filters, most rows first; a limit of 0 is all.

    Raises:
        RecordError: no dossier there, damaged, or of another version.
    """
    conditions = conditions_of(kind, filters)
    where = " AND ".join(condition.sql for condition in conditions) or "1"
    values: list[str | float] = [value for condition in conditions for value in condition.values]
    sql = (
        f"SELECT {_SQL[field]} AS value, count(*) AS rows FROM {kind} WHERE {where}"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
    )
    with explained(folder), closing(connect_reader(folder)) as db:
        return tuple((row[0], row[1]) for row in db.execute(sql, [*values, limit or -1]))


def count_months(folder: Path, filters: Filters) -> Counts:
    """(month, texts) in order, "2012-10", of the documents that meet all filters; undated ones are left out.

    Raises:
        RecordError: no dossier there, damaged, or of another version.
    """
    counts = count_values(folder, "documents", "month", filters)
    return tuple(sorted((month, texts) for month, texts in counts if month))


def count_records(folder: Path, documents: Sequence[str], *, min_confidence: float = 0.0) -> dict[str, int]:
    """How many events, statements and assessments each of these documents has; those without any are left out.

    Raises:
        RecordError: no dossier there, damaged, or of another version.
    """
    found: dict[str, int] = {}
    with explained(folder), closing(connect_reader(folder)) as db:
        for some in chunks(documents):
            for table in ("events", "statements", "assessments"):
                _add_counts(db, table, some, min_confidence, found)
    return found


def _add_counts(db: sqlite3.Connection, table: str, some: Sequence[str], least: float, found: dict[str, int]) -> None:
    sql = (
        f"SELECT document, count(*) FROM {table} WHERE document IN ({marks(some)}) AND confidence >= ?"
        " GROUP BY document"
    )
    for document, number in db.execute(sql, [*some, least]):
        found[document] = found.get(document, 0) + number
