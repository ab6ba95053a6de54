"""Checks that a dossier is what was read: the stored bytes, every quote and every span, and SQLite's own structure.

A connection and a folder in, one `Damage` for each fault out. Nothing is mended.
"""

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.record.raw import find_damage

_SPANS = {
    "event": "SELECT id, quote, start, end, trigger_word, trigger_start, trigger_end FROM events WHERE document = ?",
    "statement": "SELECT id, quote, start, end FROM statements WHERE document = ?",
    "assessment": "SELECT id, quote, start, end FROM assessments WHERE document = ?",
}


@dataclass(frozen=True, slots=True)
class Damage:
    """One fault: what is damaged (an id, a file) and how."""

    what: str
    how: str


def verify_dossier(db: sqlite3.Connection, folder: Path) -> Iterator[Damage]:
    """All faults: of the database file, of the raw bytes, of quotes and spans, in that order."""
    yield from _check_database(db)
    for row in db.execute("SELECT sha256, file FROM sources WHERE stored = 1 ORDER BY sha256"):
        how = find_damage(folder, row["sha256"])
        if how:
            yield Damage(row["file"], how)
    for row in db.execute("SELECT id, text FROM documents ORDER BY number"):
        yield from _check_document(db, row["id"], row["text"])


def _check_database(db: sqlite3.Connection) -> Iterator[Damage]:
    for row in db.execute("PRAGMA quick_check(10)"):
        if row[0] != "ok":
            yield Damage("dossier.db", str(row[0]))
    for row in db.execute("PRAGMA foreign_key_check"):
        yield Damage(f"{row[0]} row {row[1]}", f"belongs to a row of {row[2]} that is missing")


def _check_document(db: sqlite3.Connection, document: str, text: str) -> Iterator[Damage]:
    for kind, sql in _SPANS.items():
        for row in db.execute(sql, (document,)):
            if text[row["start"] : row["end"]] != row["quote"]:
                yield Damage(f"{kind} {row['id']}", f"the quote is not the text at {row['start']}-{row['end']}")
            elif kind == "event" and text[row["trigger_start"] : row["trigger_end"]] != row["trigger_word"]:
                yield Damage(f"event {row['id']}", f"the trigger is not the text at {row['trigger_start']}")
    for table in ("parts", "comments"):
        sql = f"SELECT start, end FROM {table} WHERE document = ? AND (start < 0 OR end < start OR end > ?)"
        for row in db.execute(sql, (document, len(text))):
            yield Damage(f"document {document}", f"{table}: {row['start']}-{row['end']} lies outside the text")
