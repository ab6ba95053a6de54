"""How pairs of states get on over time.

All of it is derived from threads, assessments and imported events, and computed when it is asked for. Levels and scores
run from -10 (war) to +10 (material help); they are intensities of acts, not feelings. Intervals hold 80 %.
"""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.records import EventType, Status

Pair = tuple[str, str]
"""Codes of two sides; where the order says nothing, sorted."""
Quad = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
QUADS: tuple[Quad, ...] = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")
Period = Literal["week", "month", "year"]
PERIODS: tuple[Period, ...] = ("week", "month", "year")


@dataclass(frozen=True, slots=True)
class ToldEvent:
    """What one event says of its sides, without its words; fields as in `Event`, `thread` is the id of its thread."""

    thread: str
    document: str
    type: EventType
    status: Status
    voice: str
    mode: str
    confidence: float
    unofficial: bool
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    actor_sectors: tuple[str, ...]
    recipient_sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """What one thread, or several imported events alike, say of a pair.

    Attributes:
        id: of the thread; for imported events the data set's name.
        first: ISO date of the earliest day on which it may have been; `last`: of the latest.
        actor: code of the doer; `recipient`: of the other side.
        mutual: True where both do it together, so that it counts for both directions.
        score: on the scale in use, -10..10.
        weight: how much it counts, > 0; one plain event by one source is 1.
        count: how many imported events stand behind it, all alike.
    """

    id: str
    actor: str
    recipient: str
    first: str
    last: str
    type: str
    mode: str
    quad: Quad
    score: float
    weight: float = 1.0
    mutual: bool = False
    count: int = 1


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one assessment says of a pair: a level or a drift, as it enters the relation.

    Attributes:
        id: of the assessment; `first`, `last`: as in `Act`.
        level: on the scale, None if it tells only of a change.
        drift: points a month, None if it tells of no change.
        weight: how much it counts, > 0.
    """

    id: str
    a: str
    b: str
    first: str
    last: str
    level: float | None
    drift: float | None
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many could have spoken in a period: documents and independent sources, and those that name both sides."""

    documents: int = 0
    sources: int = 0
    documents_of_pair: int = 0
    sources_of_pair: int = 0


@dataclass(frozen=True, slots=True)
class RelationPoint:
    """A relation in one period.

    Attributes:
        start: ISO date of the period's first day; `end`: of its last.
        level: -10..10; `low`, `high`: its interval.
        trend: points per period; `trend_low`, `trend_high`: its interval.
        acts: how many threads or imported events fall into it; `quads`: the same by quad, in the order of `QUADS`.
        threads: ids of those that may lie in it, weightiest first.
    """

    start: str
    end: str
    level: float
    low: float
    high: float
    trend: float
    trend_low: float
    trend_high: float
    acts: int = 0
    quads: tuple[int, int, int, int] = (0, 0, 0, 0)
    coverage: Coverage = Coverage()
    threads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A period in which the level moved more than its usual drift explains.

    Attributes:
        size: points from the period before to the one after; `low`, `high`: its interval.
        threads: ids of those that made it, weightiest first.
    """

    start: str
    end: str
    size: float
    low: float
    high: float
    threads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """How a pair gets on.

    Attributes:
        pair: the two codes, as asked for.
        points: by time; empty where there is too little to draw a line, and `lacks` says what.
        forth: the same of acts of the first towards the second; `back`: of the second towards the first.
        threads: number of threads or imported events in the window; `sources`: of independent sources.
        imported: names of the data sets that some of it comes from.
    """

    pair: Pair
    period: Period
    scale: str
    points: tuple[RelationPoint, ...] = ()
    forth: tuple[RelationPoint, ...] = ()
    back: tuple[RelationPoint, ...] = ()
    changes: tuple[Change, ...] = ()
    threads: int = 0
    sources: int = 0
    lacks: str = ""
    imported: tuple[str, ...] = ()
