"""The runner of `read`: paths in, a dossier with documents and records out, and a summary of what came of it.

The steps come in as `Tools`, so that tests hand in fakes. The language model is loaded only when a new document needs
it. Each batch is committed before the next is begun: what the summary counts is on disk.
"""

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import BinaryIO

from dragoman.flow.coding import FAULT, Coder, is_codable
from dragoman.flow.decided import Decided, load_decided
from dragoman.flow.items import Item, ItemFinder, Removed, Skipped, group_items
from dragoman.flow.resolving import resolve_new
from dragoman.flow.steps import CODING, STEPS, Tools, version_of
from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.issues import Reject
from dragoman.model.records import Records
from dragoman.model.run import Run
from dragoman.record.writing import Batch, DossierWriter, Maker, SourceRow
from dragoman.text.hashing import hash_content, make_id


@dataclass(frozen=True, slots=True)
class ReadSettings:
    """Options of a run.

    Attributes:
        split: pattern that begins each article of a file with many, None for one article a file.
        actors: the user's own actors file.
        holders: the user's own holders file.
        model: name of another language model, None for the pinned one.
        removed_too: read also what people removed from the dossier.
    """

    split: str | None = None
    actors: Path | None = None
    holders: Path | None = None
    model: str | None = None
    removed_too: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run has done so far; all of it is on disk.

    Attributes:
        files: input files dealt with, the skipped ones included.
        skipped: files that the dossier knew already.
        documents: new or newly derived documents.
        events: their events; `statements` and `assessments` likewise.
        rejects: inputs, or records of one, that were not read, those of skipped files included.
        uncoded: documents kept but not coded, because they are not in English.
        faults: documents kept but not coded, because of a fault of ours.
        strange: identity of the language model if its hash is not a known one, else "".
        threads: events of the world that the whole dossier tells of, 0 if this run changed nothing about them.
        families: of reprints, likewise.
        removed: documents, or whole files, passed over because people removed them.
        moved: decisions on what was read whose evidence has moved or is gone.
    """

    files: int = 0
    skipped: int = 0
    documents: int = 0
    events: int = 0
    statements: int = 0
    assessments: int = 0
    rejects: int = 0
    uncoded: int = 0
    faults: int = 0
    strange: str = ""
    threads: int = 0
    families: int = 0
    removed: int = 0
    moved: int = 0


Report = Callable[[Summary], None]


def read_into(
    folder: Path,
    paths: Sequence[str],
    tools: Tools,
    *,
    settings: ReadSettings = ReadSettings(),  # noqa: B008  (frozen)
    stdin: BinaryIO | None = None,
    report: Report = lambda summary: None,
) -> Summary:
    """Read all paths into the dossier at `folder`, made if need be.

    Raises:
        UsageError: the `split` pattern is no regular expression.
        LockedError: another process is writing the dossier.
        RecordError: the disk is full or read-only; what was reported before stays.
    """
    _check_split(settings.split)
    vocabulary = tools.hash_vocabulary(settings.actors, settings.holders)
    coder = coder_hash(settings, vocabulary)
    with DossierWriter(folder) as writer:
        decided = load_decided(folder)
        session = _Session(writer, tools, settings, new_run(vocabulary, coder), coder, decided)
        removed = frozenset() if settings.removed_too else decided.removed
        finder = ItemFinder(tools, writer, coder, settings.split, removed)
        items = finder.find_items(tools.find_sources(paths, stdin))
        for batch in group_items(items):
            session.store(batch)
            report(session.summary)
        session.resolve()
    return session.summary


def coder_hash(settings: ReadSettings, vocabulary: str) -> str:
    """Hash over all that decides what a text is coded as; the model counts by the name that was asked for."""
    return hash_content(
        {
            "program": program_version(),
            "steps": [[step.name, step.version] for step in CODING],
            "vocabulary": vocabulary,
            "model": settings.model or "",
            "split": settings.split or "",
        }
    )


@dataclass(slots=True)
class _Session:
    """The moving parts of one run: the model once it is loaded, and the count of what was stored."""

    writer: DossierWriter
    tools: Tools
    settings: ReadSettings
    run: Run
    hash: str
    decided: Decided
    coder: Coder | None = None
    summary: Summary = field(default_factory=Summary)

    def store(self, items: Sequence[Item]) -> None:
        docs = [item for item in items if isinstance(item, Document)]
        rejects = tuple(item for item in items if isinstance(item, Reject))
        fresh = tuple(reject for reject in rejects if not self.writer.knows_reject(reject))
        coded = self._code([self.decided.correct(doc) for doc in docs])
        settled = [self.decided.settle(doc, *found) for doc, found in zip(docs, coded, strict=True)]
        batch = Batch(
            tuple(item for item in items if isinstance(item, SourceRow)),
            tuple((doc, done.records) for (doc, _), done in zip(coded, settled, strict=True)),
            fresh,
            tuple(done.kept for done in settled if done.kept is not None),
        )
        if batch != Batch():
            self.writer.store_batch(batch, self._maker())
        self.summary = _add(self.summary, items, batch)
        self.summary = replace(self.summary, moved=self.summary.moved + sum(done.moved for done in settled))

    def resolve(self) -> None:
        """Join what is new with what was known, and what an earlier run left undone."""
        if self.tools.resolve and resolve_new(self.writer, self.tools.resolve, self.run):
            threads, families = self.writer.count("threads"), self.writer.count("families")
            self.summary = replace(self.summary, threads=threads, families=families)

    def _code(self, docs: Sequence[Document]) -> tuple[tuple[Document, Records], ...]:
        if self.coder is None and any(is_codable(doc) for doc in docs):
            pipeline = self.tools.load_pipeline(self.settings.model)
            world = self.tools.load_world(self.settings.actors, self.settings.holders)
            self.coder = Coder(self.tools, pipeline, world)
            self.run = replace(self.run, model=pipeline.identity)
            self.summary = replace(self.summary, strange="" if pipeline.trusted else pipeline.identity)
        if self.coder is None:
            return tuple((doc, Records(doc.id)) for doc in docs)
        return tuple(self.coder.code_documents(docs))

    def _maker(self) -> Maker:
        return Maker(self.run, self.hash, version_of("make_document"), version_of("extract_records"))


def _add(summary: Summary, items: Sequence[Item], batch: Batch) -> Summary:
    skipped = [item for item in items if isinstance(item, Skipped)]
    records = [records for _, records in batch.documents]
    rejects = sum(isinstance(item, Reject) for item in items) + sum(item.rejects for item in skipped)
    return Summary(
        files=summary.files + len(skipped) + sum(source.finished for source in batch.sources),
        skipped=summary.skipped + len(skipped),
        documents=summary.documents + len(batch.documents),
        events=summary.events + sum(len(r.events) for r in records),
        statements=summary.statements + sum(len(r.statements) for r in records),
        assessments=summary.assessments + sum(len(r.assessments) for r in records),
        rejects=summary.rejects + rejects,
        uncoded=summary.uncoded + sum(not is_codable(doc) for doc, _ in batch.documents),
        strange=summary.strange,
        faults=summary.faults + sum(issue.code == FAULT for r in records for issue in r.issues),
        removed=summary.removed + sum(isinstance(item, Removed) for item in items),
        moved=summary.moved,
    )


def new_run(vocabulary: str, coder: str) -> Run:
    """A run that begins now."""
    now = datetime.now(UTC)
    id = make_id("r", {"started": now.isoformat(), "process": os.getpid(), "coder": coder})
    steps = tuple((step.name, step.version) for step in STEPS)
    return Run(id, now.isoformat(timespec="seconds"), program_version(), "", vocabulary, steps)


def program_version() -> str:
    """Version of Dragoman; asked for by name, because the package's front door leads to the floors above this one."""
    return str(import_module("dragoman").__version__)


def _check_split(split: str | None) -> None:
    try:
        re.compile(split or "")
    except re.error as error:
        raise UsageError(f"--split {split!r} is no regular expression: {error}.") from error
