"""The functions that resolve, as the runner calls them: what goes in and what comes out.

Each depends on its arguments alone: a pair of documents or events is judged the same whatever else is read. That is
what lets documents come in any order. Readings and tellings are what `resolve` makes of a document or an event; the
runner only hands them on.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from dragoman.model.document import Document
from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, Credit, Family, Join, Overlap, Part, SourceDocument, Step, Thread

Reading = Any
Pair = tuple[str, str]
Credits = Mapping[str, Sequence[Credit]]
"""Id of a document to the outlets that it credits."""


class Telling(Protocol):
    """An event and the page that tells it, ready to be compared."""

    @property
    def event(self) -> Event:
        """The event."""

    @property
    def source(self) -> SourceDocument:
        """The page."""


class LinkLike(Protocol):
    """A judged pair of events: their ids, and how much speaks for their being one."""

    @property
    def a(self) -> str:
        """Id of one event."""

    @property
    def b(self) -> str:
        """Id of the other, a < b."""

    @property
    def weight(self) -> float:
        """How much speaks for it."""


class Known(Protocol):
    """What is known around events that are parted: asked for where it is needed."""

    def links_of(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """For each of these events those that it is linked with, and the weights."""

    def joins_of(self, ids: Collection[str]) -> Iterable[Sequence[Join]]:
        """The joins of each group that one of these events was in; "" for events that are not there any more."""

    def tellings_of(self, ids: Collection[str]) -> Mapping[str, Telling]:
        """The tellings of these events."""


@dataclass(frozen=True, slots=True)
class ResolveTools:
    """The functions of the steps that resolve, by step; `docs/how-it-reads.md` says what each does."""

    read_document: Callable[[Document], Reading]
    credits_of: Callable[[Document], Sequence[Credit]]
    fingerprint: Callable[[Reading], Sequence[str | int]]
    compare_readings: Callable[[Reading, Reading], Overlap | None]
    find_families: Callable[[Sequence[Overlap], Sequence[SourceDocument], Credits], Sequence[Family]]
    group_sources: Callable[
        [Sequence[SourceDocument], Sequence[Family], Sequence[Overlap], Credits], Sequence[Sequence[str]]
    ]
    name_sources: Callable[[Sequence[SourceDocument], Sequence[Family], Credits], Mapping[str, str]]
    tell: Callable[[Event, SourceDocument, str], Telling]
    keys_of: Callable[[Telling], Sequence[str]]
    link_tellings: Callable[[Sequence[tuple[Telling, Telling]]], Sequence[LinkLike]]
    part_threads: Callable[[Sequence[str], Known, Sequence[Pair]], Sequence[Part]]
    make_thread: Callable[[Sequence[Telling], Callable[[str], str]], Thread]
    tell_life: Callable[[Sequence[Telling]], Sequence[Step]]
    find_contradictions: Callable[[Thread, Sequence[Event], Mapping[str, SourceDocument]], Sequence[Contradiction]]
    check_facts: Callable[[Event, SourceDocument], Sequence[Contradiction]]
    compare_threads: Callable[
        [Sequence[Event], Mapping[str, SourceDocument], Mapping[str, str]], Sequence[Contradiction]
    ]
