"""Keeps the program's own rows beside those that decisions changed, and knows which decisions the rows follow.

A connection and finished records in; nothing here decides anything.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from dragoman.model.document import Comment, Document, Part
from dragoman.model.records import Assessment, Event, Records, Statement
from dragoman.record.decisions import list_files
from dragoman.record.filters import LAST_CHARACTER
from dragoman.record.finding import Provenance
from dragoman.record.queries import find_document, select_records
from dragoman.record.rows import (
    Row,
    assessment_of,
    assessment_row,
    event_of,
    event_row,
    statement_of,
    statement_row,
)

RecordOf = Event | Statement | Assessment
Applied = tuple[str, str, str]
"""A decision and the document it is about: id, hash of the bytes, place in the file."""
FileState = tuple[str, int, int]
"""A file of decisions: name, bytes, time of its last change in nanoseconds."""
_TABLES = {"event": "events", "statement": "statements", "assessment": "assessments"}
ADDING = ("add", "1")
"""Step and version of records that people added."""
_FIELDS = ("published", "published_basis", "published_reason", "outlet", "author", "genre")


@dataclass(frozen=True, slots=True)
class Kept:
    """What the program made of a document, where decisions made something else of it.

    Attributes:
        document: id.
        original: the document before corrections, None if there were none.
        aside: records that were changed or rejected, as they were.
        shown: ids of those of them that stand in the tables all the same.
        added: ids of records that people added.
    """

    document: str
    original: Document | None = None
    aside: tuple[RecordOf, ...] = ()
    shown: frozenset[str] = frozenset()
    added: frozenset[str] = frozenset()


def keep_originals(db: sqlite3.Connection, kept: Kept, made: dict[str, Provenance], otherwise: Provenance) -> None:
    """Write what is kept of a document; `made` says by id what made a row, `otherwise` what made all others."""
    for id in sorted(kept.added):
        db.execute("INSERT OR REPLACE INTO added_records VALUES (?, ?)", (id, kept.document))
        for table in _TABLES.values():
            db.execute(f"UPDATE {table} SET step = ?, version = ? WHERE id = ?", (*ADDING, id))
    rows: list[tuple[str, str, int, str]] = []
    if kept.original is not None:
        rows.append((kept.original.id, "document", 0, json.dumps(_document_content(kept.original))))
    for record in kept.aside:
        rows.append((record.id, _kind(record), int(record.id not in kept.shown), json.dumps(_content(record))))
    for id, kind, rejected, content in rows:
        maker = made.get(id, otherwise)
        db.execute(
            "INSERT OR REPLACE INTO machine_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (id, kind, kept.document, rejected, content, maker.run, maker.step, maker.version),
        )


def find_made(db: sqlite3.Connection, document: str, added: Iterable[str] = ()) -> dict[str, Provenance]:
    """What made each record of a document, those set aside included; records `added` now are put to its own run."""
    (run,) = db.execute("SELECT run FROM documents WHERE id = ?", (document,)).fetchone()
    made = {id: Provenance(run, *ADDING) for id in added}
    for table in (*_TABLES.values(), "machine_rows"):
        for row in db.execute(f"SELECT id, run, step, version FROM {table} WHERE document = ?", (document,)):
            made[row["id"]] = Provenance(row["run"], row["step"], row["version"])
    return made


def clear_decided(db: sqlite3.Connection, document: str, also: Iterable[str]) -> list[str]:
    """Take out the rows of records that were set aside, added, or are in `also`, with their originals; all ids."""
    sql = "SELECT id FROM machine_rows WHERE document = ? AND kind <> 'document'"
    ids = sorted({row["id"] for row in db.execute(sql, (document,))} | _added_to(db, document) | set(also))
    for id in ids:
        for table in (*_TABLES.values(), "machine_rows", "added_records"):
            db.execute(f"DELETE FROM {table} WHERE id = ?", (id,))
    return ids


def select_machine(db: sqlite3.Connection, id: str) -> tuple[Document, Records]:
    """A document and its records as the program made them, before any decision.

    Raises:
        UsageError: there is no such document.
    """
    doc = _without_coding_issues(db, find_document(db, id))
    records = select_records(db, id)
    sql = "SELECT kind, content FROM machine_rows WHERE document = ? ORDER BY id"
    for row in db.execute(sql, (id,)) if has_tables(db) else ():
        content = json.loads(row["content"])
        if row["kind"] == "document":
            doc = _restored(doc, content)
        else:
            records = _put_back(records, _record_of(row["kind"], content))
    return doc, _leave_out(records, _added_to(db, id))


def select_rejected(db: sqlite3.Connection) -> Iterator[RecordOf]:
    """Records that people rejected, as the program made them, by id."""
    if has_tables(db):
        for row in db.execute("SELECT kind, content FROM machine_rows WHERE rejected = 1 ORDER BY kind, id"):
            yield _record_of(row["kind"], json.loads(row["content"]))


def count_rejected(db: sqlite3.Connection, kind: str) -> int:
    """How many records of a kind ("event") people rejected."""
    if not has_tables(db):
        return 0
    sql = "SELECT count(*) FROM machine_rows WHERE rejected = 1 AND kind = ?"
    return int(db.execute(sql, (kind,)).fetchone()[0])


def find_rejected(db: sqlite3.Connection, id: str) -> list[tuple[RecordOf, Provenance]]:
    """Rejected records whose id is or begins with `id`, at most five."""
    if not has_tables(db) or not id:
        return []
    sql = "SELECT * FROM machine_rows WHERE rejected = 1 AND id >= ? AND id < ? ORDER BY id LIMIT 5"
    rows = db.execute(sql, (id, id + LAST_CHARACTER))
    return [
        (_record_of(r["kind"], json.loads(r["content"])), Provenance(r["run"], r["step"], r["version"])) for r in rows
    ]


def _added_to(db: sqlite3.Connection, document: str) -> set[str]:
    """Ids of the records that people added to a document."""
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'added_records'").fetchone() is None:
        return set()
    return {row["id"] for row in db.execute("SELECT id FROM added_records WHERE document = ?", (document,))}


def has_tables(db: sqlite3.Connection) -> bool:
    """Whether the dossier knows decisions; one that an older program made does not until it is written."""
    return db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'machine_rows'").fetchone() is not None


def select_pages(db: sqlite3.Connection, page: tuple[str, str]) -> list[str]:
    """Ids of the documents of those bytes at that place in the file: one or none."""
    return [row["id"] for row in db.execute("SELECT id FROM documents WHERE source = ? AND record = ?", page)]


def select_applied(db: sqlite3.Connection) -> frozenset[Applied]:
    """The decisions that the rows take account of."""
    return frozenset((row["id"], row["sha256"], row["record"]) for row in db.execute("SELECT * FROM applied_decisions"))


def store_applied(db: sqlite3.Connection, applied: Iterable[Applied], files: Sequence[FileState]) -> None:
    """Remember that the rows follow these decisions, out of these files."""
    db.execute("DELETE FROM applied_decisions")
    db.executemany("INSERT INTO applied_decisions VALUES (?, ?, ?)", sorted(applied))
    db.execute("DELETE FROM decision_files")
    db.executemany("INSERT INTO decision_files VALUES (?, ?, ?)", files)


def look_at_files(folder: Path) -> tuple[FileState, ...]:
    """The state of the files of decisions now."""
    stats = ((path.name, path.stat()) for path in list_files(folder))
    return tuple((name, stat.st_size, stat.st_mtime_ns) for name, stat in stats)


def is_current(db: sqlite3.Connection, folder: Path) -> bool:
    """Whether the rows follow the files of decisions as they are now."""
    files = look_at_files(folder)
    if not has_tables(db):
        return not files
    known = db.execute("SELECT name, bytes, changed FROM decision_files ORDER BY name")
    return tuple(tuple(row) for row in known) == files


def _kind(record: RecordOf) -> str:
    return type(record).__name__.lower()


def _content(record: RecordOf) -> dict[str, Any]:
    if isinstance(record, Event):
        return {**event_row(record), "actors": record.actors, "recipients": record.recipients}
    row: Row = statement_row(record) if isinstance(record, Statement) else assessment_row(record)
    return dict(row)


def _record_of(kind: str, content: dict[str, Any]) -> RecordOf:
    row = cast(sqlite3.Row, content)
    if kind == "event":
        return event_of(row, tuple(content["actors"]), tuple(content["recipients"]))
    return statement_of(row) if kind == "statement" else assessment_of(row)


def _document_content(doc: Document) -> dict[str, Any]:
    return {
        **{name: getattr(doc, name) for name in _FIELDS},
        "parts": [[part.kind, part.start, part.end] for part in doc.parts],
        "comments": [[comment.start, comment.end, comment.date] for comment in doc.comments],
    }


def _restored(doc: Document, content: dict[str, Any]) -> Document:
    fields = {name: content[name] for name in _FIELDS}
    parts = tuple(Part(*part) for part in content["parts"])
    comments = tuple(Comment(*comment) for comment in content["comments"])
    return replace(doc, parts=parts, comments=comments, **fields)


def _without_coding_issues(db: sqlite3.Connection, doc: Document) -> Document:
    """The document with the doubts that reading it raised; those of coding come anew."""
    sql = (
        "SELECT i.code, i.start, i.message FROM issues AS i JOIN documents AS d ON d.id = i.document"
        " WHERE d.id = ? AND i.step = d.step"
    )
    own = {tuple(row) for row in db.execute(sql, (doc.id,))}
    return replace(doc, issues=tuple(i for i in doc.issues if (i.code, i.start, i.message) in own))


def _leave_out(records: Records, ids: set[str]) -> Records:
    """The records without those of these ids."""
    if not ids:
        return records
    return replace(
        records,
        events=tuple(e for e in records.events if e.id not in ids),
        statements=tuple(s for s in records.statements if s.id not in ids),
        assessments=tuple(a for a in records.assessments if a.id not in ids),
    )


def _put_back(records: Records, record: RecordOf) -> Records:
    """The records with one as it was, each kind in text order."""
    name = _TABLES[_kind(record)]
    others = [other for other in getattr(records, name) if other.id != record.id]
    changed: dict[str, Any] = {name: tuple(sorted([*others, record], key=lambda other: other.span))}
    return replace(records, **changed)
