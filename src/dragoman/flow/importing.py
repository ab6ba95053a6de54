"""The runner of `import`: files of event data in, imported events in a dossier, and a summary of what came of them.

Each file is one transaction: what the summary counts is on disk, and a file that is cut off leaves nothing behind.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from dragoman.flow.reading import new_run
from dragoman.ingest.eventdata.graph import COMPANIONS
from dragoman.ingest.eventdata.outcomes import Drop, Settings
from dragoman.ingest.eventdata.reading import FORMATS, read_events
from dragoman.model.errors import UsageError
from dragoman.model.event_data import Import, ImportedEvent
from dragoman.model.issues import Reject
from dragoman.record.dossier import Dossier
from dragoman.record.importing import ImportedFile, ImportWriter, Tally
from dragoman.text.edtf import check_edtf
from dragoman.text.hashing import hash_content
from dragoman.vocab.data_sets import OFFICIAL
from dragoman.vocab.plover_map import MAPS

STEP = ("import_events", "1")
"""Name and version of the step; a new version imports the same bytes anew."""
STRIDE = 50_000
"""Rows between two reports."""
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class ImportSummary:
    """What a run has done so far; what counts as kept is on disk but for the file in hand.

    Attributes:
        files: dealt with; `skipped`: of them known to the dossier.
        rows: read; `kept`: of them new events; `repeated`: that an earlier import had under the same id.
        rejects: what could not be read, files and rows, those of skipped files included.
        dropped: why sound rows were left out, and how many, most first.
    """

    files: int = 0
    skipped: int = 0
    rows: int = 0
    kept: int = 0
    repeated: int = 0
    rejects: int = 0
    dropped: tuple[tuple[str, int], ...] = ()


Report = Callable[[ImportSummary], None]


def import_into(
    folder: Path,
    paths: Sequence[str],
    settings: Settings = Settings(),  # noqa: B008  (frozen)
    *,
    report: Report = lambda summary: None,
) -> ImportSummary:
    """Import all files that the paths lead to into the dossier at `folder`, made if need be.

    Raises:
        UsageError: the settings name no format, map or day.
        LockedError: another process is writing the dossier.
        RecordError: the disk is full or read-only; the files that were reported before stay.
    """
    _check(settings)
    with ImportWriter(folder) as writer:
        session = _Session(writer, settings, report)
        for found in find_files(paths):
            session.take(found)
    return session.summary


def remove_import(folder: Path, name: str) -> None:
    """Take the events of an import out of a dossier again.

    Raises:
        UsageError: the dossier has no import of that name.
    """
    with ImportWriter(folder) as writer:
        if writer.remove_import(name):
            return
    with Dossier(folder) as opened:
        known = ", ".join(item.name for item in opened.imports()) or "none"
    raise UsageError(f"No import is called {name!r}. There are: {known}.")


def list_imports(folder: Path) -> list[Import]:
    """The imports of a dossier, by name."""
    with Dossier(folder) as opened:
        return opened.imports()


def find_files(paths: Sequence[str]) -> Iterator[Path | Reject]:
    """Every file that the paths lead to, sorted, each once; hidden files and lists of names are passed over."""
    seen: set[Path] = set()
    for text in paths:
        path = Path(text)
        if not path.exists():
            yield Reject(text, "", "there is no such file or folder", "Check the spelling and the folder you are in.")
            continue
        inside = sorted(item for item in path.rglob("*") if item.is_file()) if path.is_dir() else [path]
        for item in inside:
            hidden = any(part.startswith(".") for part in item.relative_to(path).parts)
            if item.resolve() not in seen and not hidden and item.name not in COMPANIONS:
                seen.add(item.resolve())
                yield item


@dataclass(slots=True)
class _Session:
    """The moving parts of one run."""

    writer: ImportWriter
    settings: Settings
    report: Report
    summary: ImportSummary = field(default_factory=ImportSummary)

    def take(self, found: Path | Reject) -> None:
        """Import one file, unless the dossier knows it."""
        try:
            digest = hash_file(found) if isinstance(found, Path) else ""
        except OSError as error:
            reason = f"the file cannot be read: {error.strerror or error}"
            found = Reject(str(found), "", reason, "Check its permissions.")
        if isinstance(found, Reject):
            self._keep_reject(found)
            return
        file = self._describe(found, digest)
        if self.writer.knows_import(digest, file.reader):
            rejects = self.summary.rejects + self.writer.count_rejects(digest)
            self.summary = replace(
                self.summary, files=self.summary.files + 1, skipped=self.summary.skipped + 1, rejects=rejects
            )
        else:
            self._store(found, file)
        self.report(self.summary)

    def _store(self, path: Path, file: ImportedFile) -> None:
        tally, before = Tally(), self.summary
        items = self._count(path, tally, before)
        self.writer.store_import(file, items, tally, new_run("", file.reader))
        self.summary = replace(
            _with_tally(before, tally), files=before.files + 1, kept=before.kept + tally.kept,
            repeated=before.repeated + tally.events - tally.kept,
        )  # fmt: skip

    def _count(self, path: Path, tally: Tally, before: ImportSummary) -> Iterator[ImportedEvent | Reject]:
        """Pass on events and rejects; count what is left out, and report now and then."""
        dropped: Counter[str] = Counter()
        for number, item in enumerate(read_events(path, self.settings), start=1):
            if isinstance(item, Drop):
                dropped[item.value] += 1
            else:
                yield item
            if number % STRIDE == 0:
                tally.dropped = dict(dropped)
                self.report(_with_tally(before, tally))
        tally.dropped = dict(dropped)

    def _keep_reject(self, reject: Reject) -> None:
        file = replace(self._describe(Path(reject.file), ""), file=reject.file)
        self.writer.store_import(file, [reject], Tally(), new_run("", file.reader))
        self.summary = replace(self.summary, files=self.summary.files + 1, rejects=self.summary.rejects + 1)

    def _describe(self, path: Path, digest: str) -> ImportedFile:
        reader = hash_content(
            {
                "step": list(STEP), "format": self.settings.format, "map": self.settings.map,
                "first_day": self.settings.first_day,
            }
        )  # fmt: skip
        return ImportedFile(path.name, path.as_posix(), digest, reader, STEP, self.settings.map, OFFICIAL)


def _with_tally(summary: ImportSummary, tally: Tally) -> ImportSummary:
    dropped = Counter(dict(summary.dropped)) + Counter(tally.dropped)
    rows = tally.events + sum(tally.dropped.values()) + sum(bool(reject.record) for reject in tally.rejects)
    return replace(
        summary, rows=summary.rows + rows, rejects=summary.rejects + len(tally.rejects),
        dropped=tuple(sorted(dropped.items(), key=lambda item: (-item[1], item[0]))),
    )  # fmt: skip


def hash_file(path: Path) -> str:
    """SHA-256 of a file of any size, in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            digest.update(piece)
    return digest.hexdigest()


def _check(settings: Settings) -> None:
    formats = [item.name for item in FORMATS]
    if settings.format and settings.format not in formats:
        raise UsageError(f"Unknown format {settings.format!r}. There are: {', '.join(formats)}.")
    if settings.map not in MAPS:
        raise UsageError(f"Unknown map {settings.map!r}. There are: {', '.join(MAPS)}.")
    try:
        fine = not settings.first_day or len(check_edtf(settings.first_day)) == 10
    except ValueError:
        fine = False
    if not fine:
        raise UsageError(f"--first-day {settings.first_day}: not a day. Write it as 2014-01-01.")
