"""Joins what was read with what was known: the runner of all steps that look across documents.

Runs after the batches of `read`, over whatever is not resolved yet, in transactions of some documents or groups each.
What is done is on disk, what is not done is noted in the dossier itself: after a crash the next `read`, even of nothing
new, does the rest. A new document is compared only with what shares a key with it, and only the families and threads
that it touches are made anew; what comes out depends on the documents in the dossier, not on the order of arrival.
"""

from collections.abc import Callable
from dataclasses import dataclass

from dragoman.flow.comparing import Comparer
from dragoman.flow.resolve_tools import ResolveTools
from dragoman.flow.reviewing import find_links
from dragoman.flow.settling import Settler
from dragoman.flow.steps import RESOLVING
from dragoman.model.run import Run
from dragoman.record.joins import PairKind, Pairs
from dragoman.record.resolving import Resolution
from dragoman.record.writing import DossierWriter
from dragoman.text.hashing import hash_content

DOCUMENTS = 128
"""New documents in one transaction."""
KEYS = 50
SEEDS = 1000
"""Unsettled documents in one transaction; their whole groups are settled with them."""
EVENTS = 10_000
"""Unsettled events in one transaction."""

KINDS: tuple[PairKind, ...] = ("event", "document")

Task = Callable[[Resolution], bool]
"""Something to do in one transaction; whether there was anything."""


def resolving_version() -> str:
    """Hash over the versions of the steps that resolve."""
    return hash_content([[step.name, step.version] for step in RESOLVING])[:16]


def resolve_new(writer: DossierWriter, tools: ResolveTools, run: Run) -> bool:
    """Resolve what is not resolved yet; whether there was anything.

    Raises:
        RecordError: the disk is full or read-only; what was done before stays.
    """
    version, pairs = resolving_version(), _wanted_pairs(writer)
    if not writer.has_unresolved(version, pairs):
        return False
    work = _Work(tools, version, pairs)
    for task in (work.begin, work.refill, work.add, work.settle_families, work.settle_threads, work.compare_threads):
        while _run(writer, run, task):
            pass
    return True


def _wanted_pairs(writer: DossierWriter) -> Pairs:
    """What people want together and apart, by the decisions in the dossier's folder."""
    pairs: dict[tuple[PairKind, str, str], bool] = {}
    for kind in KINDS:
        links = find_links(writer, kind)
        pairs |= {(kind, a, b): True for a, b in links.together}
        pairs |= {(kind, a, b): False for a, b in links.apart}
    return pairs


def _run(writer: DossierWriter, run: Run, task: Task) -> bool:
    with writer.resolving(run, {step.name: step.version for step in RESOLVING}) as store:
        return task(store)


@dataclass(frozen=True, slots=True)
class _Work:
    """The tasks, in the order in which they are done; each is repeated until it finds nothing to do."""

    tools: ResolveTools
    version: str
    pairs: Pairs

    def begin(self, store: Resolution) -> bool:
        store.clear_other_versions(self.version)
        store.renew_pairs(self.pairs)
        store.drop_needless_vacated()
        return False

    def refill(self, store: Resolution) -> bool:
        if not store.has_vacated():
            return False
        Comparer(self.tools, store).refill(KEYS)
        return True

    def add(self, store: Resolution) -> bool:
        docs = store.pending(DOCUMENTS)
        Comparer(self.tools, store).add_documents(docs)
        store.mark_resolved((doc.id for doc in docs), self.version)
        return bool(docs)

    def settle_families(self, store: Resolution) -> bool:
        return Settler(self.tools, store).settle_families(SEEDS)

    def settle_threads(self, store: Resolution) -> bool:
        return Settler(self.tools, store).settle_threads(EVENTS)

    def compare_threads(self, store: Resolution) -> bool:
        return Settler(self.tools, store).compare_threads()
