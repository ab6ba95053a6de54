"""A dossier opened for reading: the folder, its connection, and what can be asked of it.

Everything comes back as frozen records of `model`; the SQL stands in the modules beside this one.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from dragoman.model.document import Document
from dragoman.model.issues import Reject
from dragoman.model.records import Assessment, Event, Records, Statement
from dragoman.model.run import Run
from dragoman.record import queries
from dragoman.record.connection import connect_reader, explained
from dragoman.record.filters import Filters, Kind
from dragoman.record.named import (
    NamedEvent,
    NamedSpeaker,
    NamedText,
    select_named_events,
    select_named_speakers,
    select_named_texts,
)
from dragoman.record.searching import Hit, count_hidden_hits, search_words
from dragoman.record.verifying import Damage, verify_dossier

ANY = Filters()


class Dossier:
    """An open dossier; close it or use it as a context."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._db: sqlite3.Connection = connect_reader(folder)

    def __enter__(self) -> "Dossier":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection; what was handed out stays valid."""
        self._db.close()

    def documents(self, filters: Filters = ANY) -> Iterator[Document]:
        """Documents by date of publication."""
        with explained(self.folder):
            yield from queries.select_documents(self._db, filters)

    def events(self, filters: Filters = ANY) -> Iterator[Event]:
        """Events by date."""
        with explained(self.folder):
            yield from queries.select_events(self._db, filters)

    def statements(self, filters: Filters = ANY) -> Iterator[Statement]:
        """Statements by document and place in it."""
        with explained(self.folder):
            yield from queries.select_statements(self._db, filters)

    def assessments(self, filters: Filters = ANY) -> Iterator[Assessment]:
        """Assessments by date."""
        with explained(self.folder):
            yield from queries.select_assessments(self._db, filters)

    def ids(self, kind: Kind, filters: Filters = ANY) -> list[str]:
        """Ids of all rows of a kind that meet the filters, sorted; a limit is not heeded."""
        with explained(self.folder):
            return list(queries.select_ids(self._db, kind, filters))

    def named_events(self) -> Iterator[NamedEvent]:
        """What events say of persons and sides, by id."""
        with explained(self.folder):
            yield from select_named_events(self._db)

    def named_speakers(self) -> Iterator[NamedSpeaker]:
        """Speakers of statements, by id."""
        with explained(self.folder):
            yield from select_named_speakers(self._db)

    def named_texts(self) -> Iterator[NamedText]:
        """Texts with their dates, by document id."""
        with explained(self.folder):
            yield from select_named_texts(self._db)

    def rejects(self) -> Iterator[Reject]:
        """What was not read, by file."""
        with explained(self.folder):
            yield from queries.select_rejects(self._db)

    def runs(self) -> Iterator[Run]:
        """All runs, first to last."""
        with explained(self.folder):
            yield from queries.select_runs(self._db)

    def records_of(self, document: str, *, min_confidence: float = 0.0) -> Records:
        """The records of one document, of at least that confidence."""
        with explained(self.folder):
            return queries.select_records(self._db, document, min_confidence)

    def document(self, id: str) -> Document:
        """The document with that id; `UsageError` if there is none."""
        with explained(self.folder):
            return queries.find_document(self._db, id)

    def document_ids(self) -> list[str]:
        """Ids of all documents, by name, file and place in it."""
        with explained(self.folder):
            return queries.list_documents(self._db)

    def find(self, id: str) -> tuple[queries.Record, queries.Provenance]:
        """The record whose id begins with `id`, and what made it; `UsageError` if none or several."""
        with explained(self.folder):
            return queries.find_record(self._db, id)

    def search(self, words: str, *, limit: int = 20, min_confidence: float = 0.0) -> list[Hit]:
        """Places where all words stand; records of at least that confidence."""
        with explained(self.folder):
            return search_words(self._db, words, limit=limit, min_confidence=min_confidence)

    def count_hidden_hits(self, words: str, min_confidence: float) -> int:
        """How many records hold all words, but lie below that confidence."""
        with explained(self.folder):
            return count_hidden_hits(self._db, words, min_confidence)

    def count(self, table: str) -> int:
        """Rows of one table of the schema."""
        with explained(self.folder):
            return queries.count_rows(self._db, table)

    def count_by_filter(self, kind: Kind, filters: Filters) -> list[tuple[str, int]]:
        """How many rows there are, and how many meet each filter alone."""
        with explained(self.folder):
            return queries.count_by_filter(self._db, kind, filters)

    def count_hidden(self, kind: Kind, filters: Filters) -> int:
        """How many rows meet all filters but the least confidence."""
        with explained(self.folder):
            return queries.count_hidden(self._db, kind, filters)

    def verify(self) -> Iterator[Damage]:
        """Every fault of bytes, quotes and spans."""
        with explained(self.folder):
            yield from verify_dossier(self._db, self.folder)
