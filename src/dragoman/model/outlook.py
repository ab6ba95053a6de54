"""What may follow for a pair: what is known month by month, forecasts, and how well such forecasts held.

Derived from levels of relations (`relation.py`), and computed when it is asked for.
"""

from dataclasses import dataclass
from typing import Literal

from dragoman.model.relation import Pair

Direction = Literal["better", "same", "worse"]
DIRECTIONS: tuple[Direction, ...] = ("better", "same", "worse")


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
