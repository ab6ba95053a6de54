"""Deletes a document for good: its bytes, its text and all that was derived from it, also from free space on disk.

What stays is the decision that removed it: a hash, a date and a reason. Bytes that other documents still need stay.
"""

import sqlite3
from pathlib import Path

from dragoman.model.errors import LockedError, RecordError
from dragoman.record.connection import explained, transaction
from dragoman.record.raw import raw_path

_WORD_INDICES = "SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE VIRTUAL TABLE%USING fts5%' ORDER BY name"


def remove_document(db: sqlite3.Connection, folder: Path, page: tuple[str, str]) -> int:
    """Delete the document of those bytes at that place in the file; how many others the same bytes still hold.

    Removing what is not there, or is half gone after a crash, ends in the same state.

    Raises:
        RecordError: the bytes cannot be deleted.
    """
    sha256, _ = page
    db.execute("PRAGMA secure_delete = ON")
    with transaction(db, folder):
        db.execute("DELETE FROM documents WHERE source = ? AND record = ?", page)
        db.execute("DELETE FROM first_readings WHERE document NOT IN (SELECT id FROM documents)")
        others = int(db.execute("SELECT count(*) FROM documents WHERE source = ?", (sha256,)).fetchone()[0])
        if not others:
            db.execute("DELETE FROM rejects WHERE sha256 = ?", (sha256,))
            db.execute("DELETE FROM sources WHERE sha256 = ?", (sha256,))
    if not others:
        _delete_bytes(folder, sha256)
    return others


def purge(db: sqlite3.Connection, folder: Path) -> None:
    """Leave nothing of deleted rows in the files: word indices are built anew, free pages and the log go.

    Raises:
        LockedError: another process reads the dossier, so that the log cannot be cut yet.
    """
    with explained(folder):
        for (table,) in db.execute(_WORD_INDICES).fetchall():
            db.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        db.execute("VACUUM")
        busy = db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
    if busy:
        raise LockedError(
            f"Another process reads {folder}, so the removed text is not yet gone from its files. "
            "Close it; the next command on the dossier finishes the removal."
        )


def _delete_bytes(folder: Path, sha256: str) -> None:
    path = raw_path(folder, sha256)
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise RecordError(
            f"{path} cannot be deleted: {error.strerror or error}. Make it writable and give the command again."
        ) from error
