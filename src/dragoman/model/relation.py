"""How pairs of states get on over time, the network of all pairs on a day, and what may follow.

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
Direction = Literal["better", "same", "worse"]
DIRECTIONS: tuple[Direction, ...] = ("better", "same", "worse")


@dataclass(frozen=True, slots=True)
class ImportedEvent:
    """An event from somebody else's event data: no text stands behind it.

    Attributes:
        source: name of the data set, as "ICEWS"; `key`: its own id there, "" if it has none.
        day: ISO date.
        actor: code of the doer as in the record; `recipient`: of the other side.
        type: PLOVER type; `mode`: PLOVER mode as in `plover.tsv`, "".
        cameo: CAMEO code as given, "".
        score: a score that the row itself brings (Goldstein, PLOVER intensity), None if it brings none.
    """

    source: str
    key: str
    day: str
    actor: str
    recipient: str
    type: str
    mode: str = ""
    cameo: str = ""
    actor_sector: str = ""
    recipient_sector: str = ""
    score: float | None = None


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
class ImportedMonth:
    """The imported events of a month that are alike.

    Attributes:
        source: name of the data set; several of them may tell the same events, so that they are not to be added up.
        month: ISO month.
        actor: code of the doer; `recipient`: of the other side.
        official: True where both sides act officially: government, forces, parliament, services, IGO.
        count: number of events.
        score: mean of the scores that they bring themselves, None if none does.
    """

    source: str
    month: str
    actor: str
    recipient: str
    type: str
    mode: str
    cameo: str
    official: bool
    count: int
    score: float | None = None


@dataclass(frozen=True, slots=True)
class Import:
    """One imported file: event data without texts.

    Attributes:
        name: by which it can be removed.
        map: from CAMEO to types and modes, as `vocab/plover_map.py` names it.
        kept: rows that became events; `repeated`: that an earlier import had; `rejected`: that could not be read.
        dropped: why sound rows were left out, and how many, most first.
    """

    name: str
    file: str
    map: str
    kept: int
    repeated: int
    rejected: int
    dropped: tuple[tuple[str, int], ...] = ()


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


@dataclass(frozen=True, slots=True)
class Tie:
    """How a pair gets on, on one day.

    Attributes:
        a: code, before `b` in the alphabet.
        sign: +1 or -1 where the interval leaves no doubt which side of zero the level is on, else 0.
        acts: number of threads and imported events behind it; `verdicts`: of assessments.
        supposed: True where somebody set the level to see what would follow.
        trend: points a month; `trend_low`, `trend_high`: its interval.
    """

    a: str
    b: str
    level: float
    low: float
    high: float
    sign: int
    acts: int = 0
    supposed: bool = False
    verdicts: int = 0
    trend: float = 0.0
    trend_low: float = 0.0
    trend_high: float = 0.0


@dataclass(frozen=True, slots=True)
class Triangle:
    """Three sides whose ties all have a sign, codes sorted.

    Attributes:
        signs: of the ties first-second, first-third, second-third.
        balanced: True where the product of the signs is +1.
    """

    sides: tuple[str, str, str]
    signs: tuple[int, int, int]
    balanced: bool


@dataclass(frozen=True, slots=True)
class Camps:
    """The division in two, of sides that hang together by ties, that leaves the fewest ties against it.

    Others may leave as few: one of them is given. Where the second camp is empty, no tie divides them.

    Attributes:
        first: codes of the larger camp, sorted; `second`: of the other.
        frustration: number of ties that go against the division.
        bound: no division has fewer; equal to `frustration` where that is proved.
        frustrated: the ties that go against it.
        wavering: sides that alone could stand in the other camp, and no more ties would go against the division.
    """

    first: tuple[str, ...]
    second: tuple[str, ...]
    frustration: int
    bound: int
    frustrated: tuple[Pair, ...] = ()
    wavering: tuple[str, ...] = ()

    @property
    def proved(self) -> bool:
        """Whether no better division is left to find."""
        return self.bound >= self.frustration


@dataclass(frozen=True, slots=True)
class Pressure:
    """Which way the triangles through a pair press on it.

    Attributes:
        pair: sorted codes; `sign`: of the tie, 0 if unclear or unknown.
        warmer: third sides whose ties ask for a warm tie of the pair; `cooler`: for a cold one.
        words: the same in a sentence.
    """

    pair: Pair
    sign: int
    warmer: tuple[str, ...]
    cooler: tuple[str, ...]
    words: str = ""

    @property
    def net(self) -> int:
        """Above zero where more triangles ask for a warmer tie, below where for a colder one."""
        return len(self.warmer) - len(self.cooler)


@dataclass(frozen=True, slots=True)
class System:
    """The signed network of all pairs that a dossier knows, on one day.

    Attributes:
        ties: sorted by pair.
        camps: two for each part of the network that no tie links to the rest, largest part first. Which camp of one
            part stands with which of another cannot be known. A side without a tie that has a sign is in none.
        triangles: sorted by their sides.
        pressures: strongest first.
    """

    day: str
    ties: tuple[Tie, ...]
    camps: tuple[Camps, ...]
    triangles: tuple[Triangle, ...]
    pressures: tuple[Pressure, ...]

    @property
    def frustration(self) -> int:
        """Number of ties that go against the camps, in all parts together."""
        return sum(camps.frustration for camps in self.camps)

    @property
    def bound(self) -> int:
        """No division has fewer; equal to `frustration` where that is proved."""
        return sum(camps.bound for camps in self.camps)


@dataclass(frozen=True, slots=True)
class Difference:
    """What is otherwise in a second system than in a first one.

    Attributes:
        moved: sides that stand on the other side of those that they stood with before. Camps have no names: of two
            groups that part, the smaller one moved.
        joined: sides that are in a camp only now; `left`: that were in one and are in none now.
        frustration: before and after; `bound`: likewise.
        relieved: triangles that were out of balance and are in balance now, as they are now; `upset`: the other way.
        arisen: triangles that were none before, as a tie had no sign; `gone`: that are none now, as they were before.
        turned: pressures whose direction is another than before, each before and after; one without any third side is
            a pressure without direction.
    """

    moved: tuple[str, ...]
    joined: tuple[str, ...]
    left: tuple[str, ...]
    frustration: tuple[int, int]
    bound: tuple[int, int]
    relieved: tuple[Triangle, ...]
    upset: tuple[Triangle, ...]
    arisen: tuple[Triangle, ...]
    gone: tuple[Triangle, ...]
    turned: tuple[tuple[Pressure, Pressure], ...]


@dataclass(frozen=True, slots=True)
class MonthOfPair:
    """What was known of a pair at the end of one month, nothing later: the outlook's food.

    Attributes:
        month: ISO month.
        level: filtered level at its end, from this month and those before; `spread`: its standard deviation.
        drift: filtered trend in points a month.
        acts: number of acts in the month; `score`: their weighted mean, None without acts; `quads`: as elsewhere.
        visits: high-level visits that took place in the month.
    """

    month: str
    level: float
    spread: float
    drift: float
    acts: int
    score: float | None
    quads: tuple[int, int, int, int]
    visits: int


@dataclass(frozen=True, slots=True)
class CalibrationBin:
    """Forecasts of about the same probability: how many, their mean, and how often it came about."""

    low: float
    high: float
    count: int
    forecast: float
    observed: float


@dataclass(frozen=True, slots=True)
class ForecastScore:
    """How forecasts of past months did.

    Attributes:
        name: model, no change, or base rate.
        brier: mean squared distance between probabilities and what came about, 0 best; summed over the outcomes.
        low, high: interval of the difference to the better baseline, model minus baseline; 0 for a baseline itself.
        months: number of months forecast.
        calibration: by bins of probability.
    """

    name: str
    brier: float
    low: float
    high: float
    months: int
    calibration: tuple[CalibrationBin, ...] = ()


@dataclass(frozen=True, slots=True)
class Forecast:
    """Probabilities for one pair, question and horizon.

    Attributes:
        question: relation or visit.
        horizon: months.
        outcomes: better, same, worse; or visit, none.
        probabilities: as shown, in the order of `outcomes`; from `shown`.
        shown: name of what is shown: the model where it beats both baselines, else the better baseline.
        model: what the model itself says.
        factors: what moves the model's figure, as words and size, largest first.
        scores: of the model and the baselines.
    """

    question: Literal["relation", "visit"]
    horizon: int
    outcomes: tuple[str, ...]
    probabilities: tuple[float, ...]
    shown: str
    model: tuple[float, ...]
    factors: tuple[tuple[str, float], ...]
    scores: tuple[ForecastScore, ...]


@dataclass(frozen=True, slots=True)
class Outlook:
    """What may follow for a pair, from the months up to one.

    Attributes:
        since: ISO month of the first month used; `until`: of the last.
        lacks: what is missing, where no forecast can be made.
    """

    pair: Pair
    since: str
    until: str
    forecasts: tuple[Forecast, ...] = ()
    lacks: str = ""
