"""Turns paths into a stream of what a run has to store: documents, rejects, and the end of each input file.

Sources known to the dossier under the present coder are passed over before anything is read or loaded. The stream is
cut into batches here; nothing is coded and nothing is written but the bytes of a source once it yields a page.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from dragoman.flow.steps import Tools
from dragoman.ingest.page import Page, Source
from dragoman.model.document import Document
from dragoman.model.errors import IngestError
from dragoman.model.issues import Reject
from dragoman.record.writing import DossierWriter, SourceRow

BATCH_DOCUMENTS = 32
BATCH_CHARACTERS = 60_000
"""About two seconds of parsing on one core at 7,400 words a second: what a crash can cost at most."""
BATCH_SECONDS = 2.0


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that the dossier knows already, with the number of rejects it gave then."""

    file: str
    rejects: int


@dataclass(frozen=True, slots=True)
class Removed:
    """A file, or a place inside one, that people removed from the dossier: it is passed over."""

    file: str
    record: str = ""


Item = Document | Reject | SourceRow | Skipped | Removed


@dataclass(frozen=True, slots=True)
class ItemFinder:
    """What it takes to turn a source into items: the steps, the dossier, the coder's hash, the `--split` pattern.

    `removed` holds what people removed: hash of the bytes and place inside the file.
    """

    tools: Tools
    writer: DossierWriter
    coder: str
    split: str | None = None
    removed: frozenset[tuple[str, str]] = frozenset()

    def find_items(self, sources: Iterable[Source | Reject]) -> Iterator[Item]:
        """Items of all sources in order; what lies inside the dossier itself is no input."""
        inside = self.writer.folder.resolve()
        for source in sources:
            if _lies_in(source.file, inside):
                continue
            if isinstance(source, Reject):
                yield source
            elif (source.sha256, "") in self.removed:
                yield Removed(source.file)
            elif self.writer.knows_source(source.sha256, self.coder):
                yield Skipped(source.file, self.writer.count_rejects(source.sha256))
            else:
                yield from self._items_of(source)

    def _items_of(self, source: Source) -> Iterator[Item]:
        reader = ""
        for page in self._pages_of(source):
            if isinstance(page, Reject):
                yield page
                continue
            if (source.sha256, page.record) in self.removed:
                yield Removed(source.file, page.record)
                continue
            if not reader:
                reader = page.reader
                self.writer.store_bytes(source.data, source.sha256)
                yield SourceRow(source.sha256, source.file, len(source.data), reader, finished=False)
            item = self._document_of(page, source)
            if isinstance(item, Reject) or not self.writer.knows_document(item.id, self.coder):
                yield item
        yield SourceRow(source.sha256, source.file, len(source.data), reader, finished=True)

    def _pages_of(self, source: Source) -> Iterator[Page | Reject]:
        try:
            yield from self.tools.read_pages(source, self.split)
        except IngestError as error:
            yield Reject(source.file, error.record, error.reason, error.remedy, source.sha256)

    def _document_of(self, page: Page, source: Source) -> Document | Reject:
        try:
            return self.tools.make_document(page, source)
        except IngestError as error:
            return Reject(source.file, error.record or page.record, error.reason, error.remedy, source.sha256)


def _lies_in(file: str, folder: Path) -> bool:
    """Whether a file lies in that folder; standard input and what was sent without a path lie nowhere."""
    path = Path(file)
    return file != "-" and path.exists() and path.resolve().is_relative_to(folder)


def group_items(items: Iterable[Item], *, clock: Callable[[], float] = time.monotonic) -> Iterator[list[Item]]:
    """Cut the stream into batches of at most 32 documents, some 60,000 characters, or two seconds of reading."""
    batch: list[Item] = []
    documents = characters = 0
    started = clock()
    for item in items:
        batch.append(item)
        if isinstance(item, Document):
            documents += 1
            characters += len(item.text)
        if documents >= BATCH_DOCUMENTS or characters >= BATCH_CHARACTERS or clock() - started > BATCH_SECONDS:
            yield batch
            batch, documents, characters, started = [], 0, 0, clock()
    if batch:
        yield batch
