"""Makes the rows of a dossier follow the decisions in its folder: after a decision, and after folders were merged.

Only documents whose decisions came, went or changed are touched. A document whose date, source or borders were
corrected is coded again from its stored text; a removed one is deleted for good.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from dragoman.flow.coding import Coder, is_codable
from dragoman.flow.decided import Decided, Page, arrange
from dragoman.flow.reading import ReadSettings, coder_hash, new_run
from dragoman.flow.resolving import resolve_new
from dragoman.flow.steps import Tools, version_of
from dragoman.model.decisions import BrokenLine, Decision
from dragoman.model.document import Document
from dragoman.model.records import Records
from dragoman.record.decided import Applied, Kept, look_at_files
from dragoman.record.decisions import forget_lines, read_decisions
from dragoman.record.dossier import Dossier
from dragoman.record.writing import Batch, DossierWriter, Maker


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh did.

    Attributes:
        documents: ids of documents whose rows were decided anew, those coded again included.
        coded: how many of them were coded again.
        removed: for each document that was removed, how many others keep its bytes in the dossier.
        moved: decisions on these documents whose evidence has moved or is gone.
        broken: lines that could not be read.
    """

    documents: tuple[str, ...] = ()
    coded: int = 0
    removed: tuple[int, ...] = ()
    moved: int = 0
    broken: tuple[BrokenLine, ...] = ()


def refresh(
    folder: Path,
    tools: Tools,
    *,
    settings: ReadSettings = ReadSettings(),  # noqa: B008  (frozen)
) -> Refreshed:
    """Apply what is new in `decisions/`, undo what is gone from it; nothing to do costs one look at the folder.

    Args:
        folder: an existing dossier.
        tools: the steps, for documents that must be coded again.
        settings: the user's own actors, holders and model, as in `read`.

    Raises:
        LockedError: another process is writing the dossier; the decisions stay, and the next refresh applies them.
    """
    with Dossier(folder) as opened:
        if opened.is_current():
            return Refreshed()
    with DossierWriter(folder) as writer:
        return _Refresh(folder, writer, tools, settings).run()


@dataclass(slots=True)
class _Refresh:
    """The moving parts of one refresh."""

    folder: Path
    writer: DossierWriter
    tools: Tools
    settings: ReadSettings
    coder: Coder | None = None
    maker: Maker | None = None
    coded: int = 0
    moved: int = 0
    decided: Decided = field(default_factory=Decided)

    def run(self) -> Refreshed:
        files = look_at_files(self.folder)
        self.decided = arrange(read_decisions(self.folder))
        wanted = _places_of(self.decided.log.decisions)
        pages = {(sha256, record) for _, sha256, record in wanted ^ self.writer.applied() if sha256}
        removed = self.writer.remove(sorted(pages & self.decided.removed))
        if self._forget(removed):
            files = look_at_files(self.folder)
            self.decided = arrange(read_decisions(self.folder))
            wanted = _places_of(self.decided.log.decisions)
        ids = [id for page in sorted(pages - self.decided.removed) for id in self.writer.find_page(page)]
        for id in ids:
            self._decide(id)
        if self.tools.resolve:
            resolve_new(self.writer, self.tools.resolve, self._make_maker().run)
        self.writer.store_applied(wanted, files)
        return Refreshed(tuple(ids), self.coded, tuple(removed.values()), self.moved, self.decided.log.broken)

    def _forget(self, pages: Iterable[Page]) -> int:
        """Drop the lines on removed documents: their evidence quotes the text."""
        gone = frozenset(pages)
        lines = [
            decision.id
            for decision in self.decided.log.decisions
            if decision.action not in ("remove", "undo") and any(target.page in gone for target in decision.targets)
        ]
        return forget_lines(self.folder, lines, (sha256 for sha256, _ in gone))

    def _decide(self, id: str) -> None:
        """Give a document and its records the form that the decisions want."""
        original, records = self.writer.machine_of(id)
        doc = self.decided.correct(original)
        if _differ(doc, self.writer.document(id)):
            self._code_again(original, doc)
            return
        done = self.decided.settle(original, doc, records)
        self.moved += done.moved
        self.writer.store_decided(done.records, done.kept or Kept(id))

    def _code_again(self, original: Document, doc: Document) -> None:
        done = self.decided.settle(original, doc, self._code(doc))
        batch = Batch(documents=((doc, done.records),), kept=(done.kept,) if done.kept else ())
        self.writer.store_batch(batch, self._make_maker())
        self.coded += 1
        self.moved += done.moved

    def _make_maker(self) -> Maker:
        """What makes the rows of this refresh: one run for all documents that it codes again."""
        if self.maker is None:
            vocabulary = self.tools.hash_vocabulary(self.settings.actors, self.settings.holders)
            coder = coder_hash(self.settings, vocabulary)
            run = new_run(vocabulary, coder)
            self.maker = Maker(run, coder, version_of("make_document"), version_of("extract_records"))
        model = self.coder.pipeline.identity if self.coder else ""
        return replace(self.maker, run=replace(self.maker.run, model=model))

    def _code(self, doc: Document) -> Records:
        if not is_codable(doc):
            return Records(doc.id)
        if self.coder is None:
            pipeline = self.tools.load_pipeline(self.settings.model)
            world = self.tools.load_world(self.settings.actors, self.settings.holders)
            self.coder = Coder(self.tools, pipeline, world)
        ((_, records),) = self.coder.code_documents([doc])
        return records


def _places_of(decisions: Iterable[Decision]) -> frozenset[Applied]:
    return frozenset((decision.id, *target.page) for decision in decisions for target in decision.targets)


def _differ(doc: Document, stored: Document) -> bool:
    """Whether anything that coding looks at is not as stored; doubts come with coding and do not count."""
    fields = ("published", "published_reason", "outlet", "author", "genre", "parts", "comments")
    return any(getattr(doc, name) != getattr(stored, name) for name in fields)
