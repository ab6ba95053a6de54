"""Gathers commitments: from the threads of a dossier to what each side announced, promised or proposed.

An open dossier and filters in, commitments out. Nothing is stored: they are computed when asked, and
remembered while nobody writes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dragoman.model.records import Status
from dragoman.model.resolution import Commitment, CommitmentStanding, Thread
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.resolve.commitments import find_commitments
from dragoman.text.edtf import bounds_of, sort_key

TOLD_AHEAD: tuple[Status, ...] = ("planned", "proposed", "postponed", "cancelled")
"""Only a thread with such a telling can hold a commitment; every event of a dossier has its thread."""


@dataclass(frozen=True, slots=True)
class Held:
    """A commitment, how sure the thread is that tells it, and who says otherwise than the thread as a whole."""

    commitment: Commitment
    confidence: float
    dissent: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Commitments:
    """What a dossier holds of them.

    Attributes:
        shown: those that meet all filters, by the day on which they were announced; undated ones last.
        total: how many these are without a limit.
        hidden: how many more there are below the least confidence.
    """

    shown: tuple[Held, ...]
    total: int
    hidden: int


def gather_commitments(opened: Dossier, filters: Filters, standing: CommitmentStanding | None = None) -> Commitments:
    """The commitments of a dossier that meet the filters.

    Args:
        filters: of threads. A period is met by a commitment that can be due in it or, where no day is told, was
            announced in it; the standing of the thread is not asked for.
        standing: of the commitment on `filters.as_of`, else on the last day of publication; None for any.
    """
    return choose_commitments(find_held(opened, filters), filters, standing)


def find_held(opened: Dossier, filters: Filters) -> tuple[Held, ...]:
    """The commitments of the threads that meet the filters, whatever their period, standing and confidence."""
    threads = {thread.id: thread for thread in opened.threads(widen(filters))}
    found = _find(opened, threads.values(), filters.as_of)
    return tuple(Held(each, threads[each.thread].confidence, threads[each.thread].dissent) for each in found)


def widen(filters: Filters) -> Filters:
    """The filters of threads that may hold a commitment that is asked for."""
    return replace(filters, since="", until="", standing="", min_confidence=0.0, limit=0, told_as=TOLD_AHEAD)


def choose_commitments(
    held: Iterable[Held], filters: Filters, standing: CommitmentStanding | None = None
) -> Commitments:
    """Those of the period, the standing and the confidence that are asked for, as a page of the list."""
    wanted = (each for each in held if standing in (None, each.commitment.standing))
    found = [each for each in wanted if _lies_in(each.commitment, filters)]
    sure = sorted((each for each in found if each.confidence >= filters.min_confidence), key=_place)
    last = filters.offset + filters.limit if filters.limit else None
    return Commitments(tuple(sure[filters.offset : last]), len(sure), len(found) - len(sure))


def _find(opened: Dossier, threads: Iterable[Thread], as_of: str) -> tuple[Commitment, ...]:
    known = list(threads)
    events = list(opened.events_of_threads((thread.id for thread in known), reasons=False))
    documents = opened.sources_of({event.document for event in events})
    day = as_of or opened.last_day()
    return find_commitments(known, events, documents.values(), date.fromisoformat(day) if day else date.min)


def _lies_in(commitment: Commitment, filters: Filters) -> bool:
    """Whether it can be due, or else was announced, between the first and the last day asked for."""
    first, last = bounds_of(commitment.due or commitment.announced)
    since, until = bounds_of(filters.since)[0], bounds_of(filters.until)[1]
    if (since or until) and not (first or last):
        return False
    return not (since and last and last < since) and not (until and first and first > until)


def _place(held: Held) -> tuple[str, str]:
    return sort_key(held.commitment.announced), held.commitment.id
