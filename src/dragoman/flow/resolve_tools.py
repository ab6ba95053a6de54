"""The functions that resolve, as the runner calls them: what goes in and what comes out.

`key_event`, `link_events` and all others depend on their arguments alone: a pair of events is weighed the same whatever
else stands in the lists. That is what lets documents come in any order.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from dragoman.model.document import Document
from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, Family, Overlap, SourceDocument, Thread

Told = tuple[Event, SourceDocument]
"""An event, and the page that tells it."""


class LinkLike(Protocol):
    """A judged pair of events: their ids, and what speaks for (> 0) or against (< 0) their being one."""

    @property
    def a(self) -> str:
        """Id of one event."""

    @property
    def b(self) -> str:
        """Id of the other."""

    @property
    def weight(self) -> float:
        """How much speaks for it, negative for what speaks against it."""


@dataclass(frozen=True, slots=True)
class Link:
    """A judged pair as it comes back from the record."""

    a: str
    b: str
    weight: float


@dataclass(frozen=True, slots=True)
class ResolveTools:
    """The functions of the steps that resolve.

    Attributes:
        group_sources: documents, their families and overlaps to groups of document ids, one group a source.
        make_thread: the tellings of one event, and for each document the number of its source.
    """

    fingerprint_document: Callable[[Document], Sequence[str]]
    compare_documents: Callable[[Document, Document], Overlap | None]
    find_families: Callable[[Sequence[Overlap], Sequence[Document]], Sequence[Family]]
    group_sources: Callable[[Sequence[SourceDocument], Sequence[Family], Sequence[Overlap]], Sequence[Sequence[str]]]
    key_event: Callable[[Event, SourceDocument], Sequence[str]]
    link_events: Callable[[Sequence[Told], Sequence[Told]], Sequence[LinkLike]]
    part_threads: Callable[[Sequence[Told], Sequence[LinkLike]], Sequence[Sequence[str]]]
    make_thread: Callable[[Sequence[Told], Mapping[str, int]], Thread]
    find_contradictions: Callable[
        [Thread, Sequence[Event], Mapping[str, SourceDocument]], Sequence[Contradiction]
    ]
    check_facts: Callable[[Event, SourceDocument], Sequence[Contradiction]]
