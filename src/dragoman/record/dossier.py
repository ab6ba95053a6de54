"""A dossier opened for reading: the folder, its connection, and what can be asked of it.

Everything comes back as frozen records of `model`; the SQL stands in the modules beside this one.
"""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType

from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.issues import Reject
from dragoman.model.records import Assessment, Event, Records, Statement
from dragoman.model.run import Run
from dragoman.record import decided, queries
from dragoman.record.connection import connect_reader, explained
from dragoman.record.filters import Filters, Kind
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
        """The record whose id begins with `id`, and what made it; `UsageError` if none or several.

        A record that people rejected is found as the program made it.
        """
        with explained(self.folder):
            try:
                return queries.find_record(self._db, id)
            except UsageError:
                rejected = decided.find_rejected(self._db, id)
                if len(rejected) != 1:
                    raise
                return rejected[0]

    def machine_of(self, document: str) -> tuple[Document, Records]:
        """A document and its records as the program made them, before any decision; `UsageError` if there is none."""
        with explained(self.folder):
            return decided.select_machine(self._db, document)

    def rejected(self) -> Iterator[Event | Statement | Assessment]:
        """Records that people rejected, as the program made them."""
        with explained(self.folder):
            yield from decided.select_rejected(self._db)

    def count_rejected(self, kind: str) -> int:
        """How many records of a kind ("event") people rejected."""
        with explained(self.folder):
            return decided.count_rejected(self._db, kind)

    def find_page(self, page: tuple[str, str]) -> list[str]:
        """Ids of the documents of those bytes (by hash) at that place in the file: one or none."""
        with explained(self.folder):
            return decided.select_pages(self._db, page)

    def is_current(self) -> bool:
        """Whether the rows follow the decisions that stand in the folder now."""
        with explained(self.folder):
            return decided.is_current(self._db, self.folder)

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
