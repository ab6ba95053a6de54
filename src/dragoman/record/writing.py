"""Writes documents and their records into a dossier, a batch at a time, each batch whole or not at all.

Takes finished records only; what is acknowledged is on disk. It must not know how records are made.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from dragoman.model.document import Document
from dragoman.model.errors import RecordError
from dragoman.model.issues import Issue, Reject
from dragoman.model.records import Event, Records
from dragoman.model.run import Run
from dragoman.record import decided
from dragoman.record.connection import connect_writer, explained, take_lock, transaction
from dragoman.record.decided import Applied, FileState, Kept
from dragoman.record.finding import Provenance
from dragoman.record.inserting import insert_row
from dragoman.record.joins import Pairs, pairs_differ
from dragoman.record.queries import count_rows, find_document
from dragoman.record.raw import store_raw
from dragoman.record.removing import purge, remove_document
from dragoman.record.resolving import Resolution, ResolutionMaker, forget_document, has_unresolved
from dragoman.record.rows import Row, assessment_row, document_row, event_row, run_row, statement_row


@dataclass(frozen=True, slots=True)
class Maker:
    """What made the rows of a batch: the run, the hash of the coder, and step and version of each kind of row."""

    run: Run
    coder: str
    reading: tuple[str, str]
    coding: tuple[str, str]


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One input file, to be remembered: its hash, name, size, reader, and whether all of it has been dealt with."""

    sha256: str
    file: str
    bytes: int
    reader: str
    finished: bool


@dataclass(frozen=True, slots=True)
class Batch:
    """What one transaction writes; `kept` holds what the program found where decisions made something else of it."""

    sources: tuple[SourceRow, ...] = ()
    documents: tuple[tuple[Document, Records], ...] = ()
    rejects: tuple[Reject, ...] = ()
    kept: tuple[Kept, ...] = ()


class DossierWriter:
    """The one writer of a dossier. Use it as a context; it makes the folder, and holds the lock until the end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Self:
        _make_folders(self.folder)
        self._lock = take_lock(self.folder)
        try:
            self._db = connect_writer(self.folder)
        except BaseException:
            self._lock.close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        with explained(self.folder):
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()
        self._lock.close()

    def knows_source(self, sha256: str, coder: str) -> bool:
        """Whether all of the file with these bytes was dealt with by this coder."""
        sql = "SELECT 1 FROM sources WHERE sha256 = ? AND coder = ? AND finished = 1"
        return self._db.execute(sql, (sha256, coder)).fetchone() is not None

    def knows_document(self, id: str, coder: str) -> bool:
        """Whether this coder has coded that document."""
        return (
            self._db.execute("SELECT 1 FROM documents WHERE id = ? AND coder = ?", (id, coder)).fetchone() is not None
        )

    def has_unresolved(self, version: str, pairs: Pairs) -> bool:
        """Whether `resolving` has anything to do, for steps of that version and what people want together and apart."""
        with explained(self.folder):
            return has_unresolved(self._db, version) or pairs_differ(self._db, pairs)

    @contextmanager
    def resolving(self, run: Run, versions: Mapping[str, str]) -> Iterator[Resolution]:
        """One transaction over what holds across documents; when the block ends, it is on disk.

        Raises:
            RecordError: the disk is full or read-only; nothing of the block is then in the dossier.
        """
        with transaction(self._db, self.folder) as db:
            insert_row(db, "runs", run_row(run), verb="INSERT OR IGNORE")
            yield Resolution(db, ResolutionMaker(run.id, versions))

    def count(self, table: str) -> int:
        """Rows of one table of the schema."""
        return count_rows(self._db, table)

    def count_rejects(self, sha256: str) -> int:
        """Number of rejects of the file with these bytes."""
        return int(self._db.execute("SELECT count(*) FROM rejects WHERE sha256 = ?", (sha256,)).fetchone()[0])

    def knows_reject(self, reject: Reject) -> bool:
        """Whether that very reject is in the dossier."""
        sql = "SELECT 1 FROM rejects WHERE file = ? AND record = ? AND reason = ? AND sha256 = ?"
        values = (reject.file, reject.record, reject.reason, reject.sha256)
        return self._db.execute(sql, values).fetchone() is not None

    def store_bytes(self, data: bytes, sha256: str) -> None:
        """Keep the bytes of an input under `raw/`."""
        store_raw(self.folder, data, sha256)

    def store_batch(self, batch: Batch, maker: Maker) -> None:
        """Write a batch; when this returns, it is on disk.

        Rows of the same documents by another coder, and rows of a finished source that it no longer yields, go.

        Raises:
            RecordError: the disk is full or read-only; nothing of the batch is then in the dossier.
        """
        with transaction(self._db, self.folder) as db:
            insert_row(db, "runs", run_row(maker.run), tail="ON CONFLICT (id) DO UPDATE SET model = excluded.model")
            for source in batch.sources:
                _store_source(db, source, maker)
            for doc, records in batch.documents:
                _store_document(db, doc, records, maker)
            for kept in batch.kept:
                decided.keep_originals(db, kept, {}, Provenance(maker.run.id, *maker.coding))
            for reject in batch.rejects:
                _store_reject(db, reject, _made(maker, maker.reading))
            for source in batch.sources:
                if source.finished:
                    db.execute("DELETE FROM documents WHERE source = ? AND coder <> ?", (source.sha256, maker.coder))

    def document(self, id: str) -> Document:
        """The document with that id as it is shown; `UsageError` if there is none."""
        return find_document(self._db, id)

    def machine_of(self, id: str) -> tuple[Document, Records]:
        """A document and its records as the program made them, before any decision."""
        return decided.select_machine(self._db, id)

    def store_decided(self, records: Records, kept: Kept) -> None:
        """Put a document's decided records in the place of those that are there; each keeps the run that made it.

        The document itself stays as it is.
        """
        with transaction(self._db, self.folder) as db:
            made = decided.find_made(db, kept.document, kept.added)
            changed = decided.clear_decided(db, kept.document, {record.id for record in kept.aside} | kept.added)
            if changed:
                forget_document(db, kept.document)
            for id in changed:
                _store_records(db, _only(records, id), _row_of(made[id]))
            decided.keep_originals(db, replace(kept, original=None), made, Provenance("", "", ""))

    def find_page(self, page: tuple[str, str]) -> list[str]:
        """Ids of the documents of those bytes at that place in the file: one or none."""
        return decided.select_pages(self._db, page)

    def applied(self) -> frozenset[Applied]:
        """The decisions that the rows take account of."""
        return decided.select_applied(self._db)

    def store_applied(self, applied: Iterable[Applied], files: Sequence[FileState]) -> None:
        """Remember that the rows follow these decisions, out of these files."""
        with transaction(self._db, self.folder) as db:
            decided.store_applied(db, applied, files)

    def remove(self, pages: Iterable[tuple[str, str]]) -> dict[tuple[str, str], int]:
        """Delete documents for good; for each, how many others keep its bytes in the dossier.

        Raises:
            LockedError: another process reads the dossier, so that the files cannot be cleaned yet.
        """
        left = {page: remove_document(self._db, self.folder, page) for page in pages}
        if left:
            purge(self._db, self.folder)
        return left


def _make_folders(folder: Path) -> None:
    try:
        for name in ("raw", "decisions"):
            (folder / name).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise RecordError(
            f"The dossier folder {folder} cannot be made: {error.strerror or error}. "
            "Choose a writable folder with --dossier."
        ) from error


def _store_source(db: sqlite3.Connection, source: SourceRow, maker: Maker) -> None:
    known = db.execute("SELECT coder FROM sources WHERE sha256 = ?", (source.sha256,)).fetchone()
    if known is not None and known["coder"] != maker.coder:
        db.execute("DELETE FROM rejects WHERE sha256 = ?", (source.sha256,))
    db.execute("DELETE FROM rejects WHERE file = ? AND sha256 = ''", (source.file,))
    row: Row = {
        "sha256": source.sha256, "file": source.file, "bytes": source.bytes, "reader": source.reader,
        "coder": maker.coder, "finished": int(source.finished), "stored": int(bool(source.reader)),
        **_made(maker, maker.reading),
    }  # fmt: skip
    names = [name for name in row if name != "sha256"]
    changes = ", ".join(f"{name} = excluded.{name}" for name in names)
    insert_row(db, "sources", row, tail=f"ON CONFLICT (sha256) DO UPDATE SET {changes}")


def _store_reject(db: sqlite3.Connection, reject: Reject, made: Row) -> None:
    row: Row = {
        "file": reject.file, "record": reject.record, "reason": reject.reason, "remedy": reject.remedy,
        "sha256": reject.sha256, **made,
    }  # fmt: skip
    insert_row(db, "rejects", row, verb="INSERT OR REPLACE")


def _store_document(db: sqlite3.Connection, doc: Document, records: Records, maker: Maker) -> None:
    db.execute("DELETE FROM documents WHERE id = ?", (doc.id,))
    insert_row(db, "documents", {**document_row(doc), "coder": maker.coder, **_made(maker, maker.reading)})
    for place, part in enumerate(doc.parts):
        insert_row(
            db, "parts", {"document": doc.id, "place": place, "kind": part.kind, "start": part.start, "end": part.end}
        )
    for place, comment in enumerate(doc.comments):
        row: Row = {
            "document": doc.id,
            "place": place,
            "start": comment.start,
            "end": comment.end,
            "date": comment.date,
        }
        insert_row(db, "comments", row)
    _store_records(db, records, _made(maker, maker.coding))
    _store_issues(db, doc.id, doc.issues, _made(maker, maker.reading))
    _store_issues(db, doc.id, records.issues, _made(maker, maker.coding))


def _store_records(db: sqlite3.Connection, records: Records, made: Row) -> None:
    """Two records of one id are the same record: the second is not written."""
    for event in records.events:
        insert_row(db, "events", {**event_row(event), **made}, verb="INSERT OR IGNORE")
        _store_sides(db, event)
    for statement in records.statements:
        insert_row(db, "statements", {**statement_row(statement), **made}, verb="INSERT OR IGNORE")
    for assessment in records.assessments:
        insert_row(db, "assessments", {**assessment_row(assessment), **made}, verb="INSERT OR IGNORE")


def _only(records: Records, id: str) -> Records:
    return Records(
        records.document,
        tuple(e for e in records.events if e.id == id),
        tuple(s for s in records.statements if s.id == id),
        tuple(a for a in records.assessments if a.id == id),
    )


def _row_of(made: Provenance) -> Row:
    return {"run": made.run, "step": made.step, "version": made.version}


def _store_sides(db: sqlite3.Connection, event: Event) -> None:
    for side, codes in (("actor", event.actors), ("recipient", event.recipients)):
        for place, code in enumerate(codes):
            row: Row = {"event": event.id, "side": side, "place": place, "code": code}
            insert_row(db, "event_sides", row, verb="INSERT OR IGNORE")


def _store_issues(db: sqlite3.Connection, document: str, issues: Iterable[Issue], made: Row) -> None:
    for issue in issues:
        row: Row = {"document": document, "code": issue.code, "message": issue.message}
        insert_row(db, "issues", {**row, "start": issue.start, "end": issue.end, **made})


def _made(maker: Maker, step: tuple[str, str]) -> Row:
    return {"run": maker.run.id, "step": step[0], "version": step[1]}
