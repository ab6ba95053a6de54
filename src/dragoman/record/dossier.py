"""A dossier opened for reading: what can be asked of it.

Everything comes back as frozen records of `model`; the SQL stands in the modules beside this one.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import cast

from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.issues import Reject
from dragoman.model.records import Assessment, Event, Records, Statement
from dragoman.model.relation import ToldEvent
from dragoman.model.resolution import Contradiction, Credit, Family, Overlap, SourceDocument, Thread, WordGiven
from dragoman.model.run import Run
from dragoman.record import contradictions, decided, families, finding, queries, threads
from dragoman.record.acting import select_told_events
from dragoman.record.connection import explained
from dragoman.record.filters import Filters, Kind
from dragoman.record.opened import ANY, Opened
from dragoman.record.searching import ANYWHERE, Hit, Narrowing, count_hidden_hits, search_words
from dragoman.record.telling import select_sources, select_words_given
from dragoman.record.verifying import Damage, verify_dossier


class Dossier(Opened):
    """An open dossier; close it or use it as a context."""

    def documents(self, filters: Filters = ANY) -> Iterator[Document]:
        """Documents by date of publication."""
        with explained(self.folder):
            yield from queries.select_documents(self._db, filters)

    def events(self, filters: Filters = ANY) -> Iterator[Event]:
        """Events by date, each with the id of its thread."""
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

    def find(self, id: str) -> tuple[finding.Record, finding.Provenance]:
        """The record whose id begins with `id`, and what made it; `UsageError` if none or several.

        A record that people rejected is found as the program made it.
        """
        with explained(self.folder):
            try:
                return finding.find_record(self._db, id)
            except UsageError:
                rejected = decided.find_rejected(self._db, id)
                if len(rejected) != 1:
                    raise
                return rejected[0]

    def threads(self, filters: Filters = ANY) -> Iterator[Thread]:
        """Threads by date, each with its standing as of `filters.as_of`."""
        with explained(self.folder):
            yield from threads.select_threads(self._db, self._dated(filters))

    def thread(self, id: str, *, as_of: str = "") -> Thread:
        """The thread whose id begins with `id`, as of a day; `UsageError` if none or several."""
        with explained(self.folder):
            return cast(Thread, finding.find_record(self._db, id, ("threads",), as_of=as_of)[0])

    def events_of_thread(self, id: str) -> list[Event]:
        """The events of the thread with exactly that id, by id."""
        with explained(self.folder):
            return list(queries.select_events_of_threads(self._db, [id]))

    def events_of_threads(self, ids: Iterable[str], *, reasons: bool = True) -> Iterator[Event]:
        """The events of the threads with exactly these ids, each with the id of its thread; faster without reasons."""
        with explained(self.folder):
            yield from queries.select_events_of_threads(self._db, ids, reasons=reasons)

    def told_events(self, threads: Iterable[str]) -> Iterator[ToldEvent]:
        """What the events of these threads say of their sides, without their words."""
        with explained(self.folder):
            yield from select_told_events(self._db, threads)

    def count_sides(self, filters: Filters) -> list[tuple[str, int]]:
        """The sides of the threads that meet the filters, and in how many each takes part, most first."""
        with explained(self.folder):
            return threads.count_sides(self._db, self._dated(filters))

    def words_given(self) -> Iterator[WordGiven]:
        """What each text says became of each thread, without the words, by thread and event."""
        with explained(self.folder):
            yield from select_words_given(self._db)

    def quotes_of_threads(self, ids: Iterable[str]) -> dict[str, str]:
        """For each thread the words that tell it best."""
        with explained(self.folder):
            return threads.select_quotes(self._db, ids)

    def contradictions(self, filters: Filters = ANY) -> Iterator[Contradiction]:
        """Contradictions by date."""
        with explained(self.folder):
            yield from contradictions.select_contradictions(self._db, filters)

    def contradictions_of_thread(self, id: str) -> list[Contradiction]:
        """The contradictions that a record of this thread has a part in."""
        with explained(self.folder):
            return contradictions.contradictions_of_thread(self._db, id)

    def families(self, filters: Filters = ANY) -> Iterator[Family]:
        """Reprint families by the date of their likely originals."""
        with explained(self.folder):
            ids = [row["id"] for row in queries.select_rows(self._db, "families", filters)]
            yield from families.select_families(self._db, ids)

    def family(self, id: str) -> Family:
        """The family whose id begins with `id`; `UsageError` if none or several."""
        with explained(self.folder):
            return cast(Family, finding.find_record(self._db, id, ("families",))[0])

    def families_of(self, documents: Iterable[str]) -> list[Family]:
        """The families that hold one of these documents, by id."""
        with explained(self.folder):
            return families.families_of(self._db, sorted(set(documents)))

    def overlaps_of(self, documents: Iterable[str] | None) -> list[Overlap]:
        """The text that two of these documents, None for all, share, of every kind."""
        with explained(self.folder):
            return families.overlaps_among(self._db, documents)

    def credits_of(self, documents: Iterable[str] | None) -> dict[str, tuple[Credit, ...]]:
        """Whom each of these documents, None for all, credits; documents without a credit are left out."""
        with explained(self.folder):
            return families.credits_of(self._db, documents)

    def sources_of(self, documents: Iterable[str] | None) -> dict[str, SourceDocument]:
        """What is known about the pages of these documents, None for all, without their texts."""
        with explained(self.folder):
            return select_sources(self._db, documents if documents is None else set(documents))

    def last_day(self) -> str:
        """The last day on which, as far as is known, a text was published: ISO, "" if none has a date."""
        with explained(self.folder):
            return threads.last_day(self._db)

    def _dated(self, filters: Filters) -> Filters:
        return filters if filters.as_of else replace(filters, as_of=threads.last_day(self._db))

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

    def search(
        self, words: str, *, limit: int = 20, min_confidence: float = 0.0, narrowed: Narrowing = ANYWHERE
    ) -> list[Hit]:
        """Places where all words stand; records of at least that confidence."""
        with explained(self.folder):
            return search_words(self._db, words, limit=limit, min_confidence=min_confidence, narrowed=narrowed)

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
            return queries.count_by_filter(self._db, kind, self._dated(filters))

    def count_matching(self, kind: Kind, filters: Filters) -> int:
        """How many rows meet all filters; a limit is not heeded."""
        with explained(self.folder):
            return queries.count_matching(self._db, kind, self._dated(filters))

    def count_hidden(self, kind: Kind, filters: Filters) -> int:
        """How many rows meet all filters but the least confidence."""
        with explained(self.folder):
            return queries.count_hidden(self._db, kind, self._dated(filters))

    def count_split(self, kind: Kind, filters: Filters) -> tuple[int, int]:
        """Both `count_matching` and `count_hidden`, for the price of one."""
        with explained(self.folder):
            return queries.count_split(self._db, kind, self._dated(filters))

    def verify(self) -> Iterator[Damage]:
        """Every fault of bytes, quotes and spans."""
        with explained(self.folder):
            yield from verify_dossier(self._db, self.folder)
