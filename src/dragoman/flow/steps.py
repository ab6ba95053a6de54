"""The explicit list of steps from a path to a record, and the door through which the runner reaches them.

A step is one line: name, function, what it needs, what it gives, version. Functions are named, not imported, so that
nothing heavy is loaded before it is called. Raise a step's version whenever its output for the same input changes:
documents coded by another version are then derived anew. What works across documents is called through `resolve_tools`.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from dragoman.flow.resolve_tools import ResolveTools
from dragoman.ingest.page import Page, Source
from dragoman.model.analysis import Analysis, Mention
from dragoman.model.document import Document
from dragoman.model.errors import UsageError
from dragoman.model.issues import Reject
from dragoman.model.records import Records


@dataclass(frozen=True, slots=True)
class Step:
    """One step: `function` is "module:name"; `needs` and `gives` name the data that go in and come out."""

    name: str
    function: str
    needs: tuple[str, ...]
    gives: str
    version: str


GIVEN = ("paths", "vocabulary files", "model name")
"""What a run starts with."""

STEPS: tuple[Step, ...] = (
    Step("hash_vocabulary", "dragoman.vocab.world:hash_vocabulary", ("vocabulary files",), "vocabulary hash", "1"),
    Step("find_sources", "dragoman.ingest.sources:find_sources", ("paths",), "sources", "1"),
    Step("read_pages", "dragoman.ingest.readers:read_pages", ("sources",), "pages", "1"),
    Step("make_document", "dragoman.ingest.documents:make_document", ("pages", "sources"), "documents", "1"),
    Step("load_world", "dragoman.vocab.world:load_world", ("vocabulary files",), "world", "1"),
    Step("load_pipeline", "dragoman.language.pipeline:load_pipeline", ("model name",), "pipeline", "1"),
    Step("analyse", "dragoman.language.pipeline:Pipeline.analyse", ("pipeline", "documents"), "tokens", "2"),
    Step("find_mentions", "dragoman.language.mentions:find_mentions",
         ("documents", "tokens", "world"), "analyses", "7"),
    Step("extract_records", "dragoman.extract.records:extract_records",
         ("documents", "analyses", "world"), "records", "8"),
    Step("read_document", "dragoman.resolve.families:read_document", ("documents",), "readings", "2"),
    Step("credits_of", "dragoman.resolve.families:credits_of", ("documents",), "credits", "2"),
    Step("fingerprint", "dragoman.resolve.families:fingerprint", ("readings",), "fingerprints", "2"),
    Step("compare_readings", "dragoman.resolve.families:compare_readings",
         ("readings", "fingerprints"), "overlaps", "4"),
    Step("find_families", "dragoman.resolve.families:find_families",
         ("overlaps", "documents", "credits"), "families", "1"),
    Step("group_sources", "dragoman.resolve.independence:group_sources",
         ("documents", "families", "overlaps", "credits"), "independent sources", "1"),
    Step("name_sources", "dragoman.resolve.independence:name_sources",
         ("documents", "families", "credits"), "names of sources", "1"),
    Step("tell", "dragoman.resolve.threads:tell", ("records", "documents"), "tellings", "3"),
    Step("keys_of", "dragoman.resolve.threads:keys_of", ("tellings",), "keys of tellings", "3"),
    Step("link_tellings", "dragoman.resolve.threads:link_pairs", ("tellings", "keys of tellings"), "links", "5"),
    Step("part_threads", "dragoman.resolve.threads:part_threads", ("tellings", "links"), "parted tellings", "5"),
    Step("make_thread", "dragoman.resolve.threads:make_thread",
         ("parted tellings", "independent sources"), "threads", "2"),
    Step("tell_life", "dragoman.resolve.threads:tell_life", ("parted tellings",), "lives", "1"),
    Step("find_contradictions", "dragoman.resolve.contradictions:find_contradictions",
         ("threads", "records", "documents"), "contradictions", "3"),
    Step("check_facts", "dragoman.resolve.contradictions:check_facts",
         ("records", "documents"), "contradictions of facts", "3"),
    Step("compare_threads", "dragoman.resolve.contradictions:compare_threads",
         ("threads", "records", "documents"), "contradictions between threads", "3"),
)  # fmt: skip
CODING = tuple(step for step in STEPS if not step.function.startswith("dragoman.resolve."))
"""The steps that decide what one text is coded as."""
RESOLVING = tuple(step for step in STEPS if step.function.startswith("dragoman.resolve."))
"""The steps across documents: another version of one of them resolves anew, but codes no text again."""


FindMentions = Callable[[Document, Analysis], tuple[Mention, ...]]


class PipelineLike(Protocol):
    """What the runner asks of the language stage."""

    @property
    def identity(self) -> str:
        """Name, version and hash of the model."""

    @property
    def trusted(self) -> bool:
        """Whether the model's hash is a known one."""

    def analyse(self, docs: Iterable[Document], find_mentions: FindMentions | None = None) -> Iterator[Analysis]:
        """One analysis for each document, in order, with the mentions that are found in it."""


@dataclass(frozen=True, slots=True)
class Tools:
    """The functions of the steps, as the runner calls them."""

    find_sources: Callable[[Sequence[str], BinaryIO | None], Iterable[Source | Reject]]
    read_pages: Callable[[Source, str | None], Iterable[Page | Reject]]
    make_document: Callable[[Page, Source], Document]
    hash_vocabulary: Callable[[Path | None, Path | None], str]
    load_world: Callable[[Path | None, Path | None], Any]
    load_pipeline: Callable[[str | None], PipelineLike]
    find_mentions: Callable[[Document, Analysis, Any], tuple[Mention, ...]]
    extract_records: Callable[[Document, Analysis, Any], Records]
    resolve: ResolveTools | None = None
    """What works across documents; None leaves that undone."""


def load_tools() -> Tools:
    """The functions of `STEPS`, each imported when it is first called."""
    return Tools(
        find_sources=lambda paths, stdin: find_step("find_sources")(paths, stdin),
        read_pages=lambda source, split: find_step("read_pages")(source, split=split),
        make_document=lambda page, source: find_step("make_document")(page, source),
        hash_vocabulary=_hash_vocabulary,
        load_world=lambda actors, holders: find_step("load_world")(actors=actors, holders=holders),
        load_pipeline=lambda name: find_step("load_pipeline")(name),
        find_mentions=lambda doc, analysis, world: find_step("find_mentions")(doc, analysis, world),
        extract_records=lambda doc, analysis, world: find_step("extract_records")(doc, analysis, world),
        resolve=load_resolve_tools(),
    )


def load_resolve_tools() -> ResolveTools:
    """The functions of `RESOLVING`, each imported when it is first called."""
    functions = {step.name: _called_late(step.name) for step in RESOLVING}
    return ResolveTools(**functions)


def _called_late(name: str) -> Callable[..., Any]:
    found = cache(lambda: find_step(name))
    return lambda *args: found()(*args)


def _hash_vocabulary(actors: Path | None, holders: Path | None) -> str:
    given = [path for path in (actors, holders) if path]
    for path in given:
        if not path.is_file():
            raise UsageError(f"There is no file {path}. Check the spelling, and the folder you are in.")
    return str(find_step("hash_vocabulary")(*given))


def find_step(name: str) -> Callable[..., Any]:
    """Import the function of one step."""
    module, _, function = _step(name).function.partition(":")
    found: Any = import_module(module)
    for part in function.split("."):
        found = getattr(found, part)
    return found  # type: ignore[no-any-return]


def version_of(name: str) -> tuple[str, str]:
    """Name and version of one step, as rows state them."""
    return name, _step(name).version


def _step(name: str) -> Step:
    return next(step for step in STEPS if step.name == name)
