"""Rolling origin: what would have been said at the end of each past month, knowing only what was known then.

At month t the answers of months up to t-h are known, h being the horizon: those of later months still lie ahead. The
last row is the forecast of today, made by the same machine.

Source: Tashman, Out-of-sample tests of forecasting accuracy, International Journal of Forecasting 16 (2000).
"""

from dataclasses import dataclass

import numpy as np

from dragoman.relate.outlook.baselines import count_rates, expect_no_change, look_back
from dragoman.relate.outlook.calendar import Calendar, Floats
from dragoman.relate.outlook.questions import UNKNOWN, Question
from dragoman.relate.outlook.regression import Fit, fit_model
from dragoman.relate.outlook.traits import measure_traits

LEAST_KNOWN = 24
"""Past answers before the first forecast: two years. Swept 24-48, see docs/outlook.md."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What was said at the end of one month.

    Attributes:
        month: its number in the calendar.
        came: index of the outcome that came about, `UNKNOWN` where it lies ahead or nobody can say.
    """

    month: int
    model: Floats
    no_change: Floats
    base_rate: Floats
    came: int


@dataclass(frozen=True, slots=True)
class Backtest:
    """All sayings by month, the last being today's; the fit behind that, and the traits of today."""

    sayings: tuple[Saying, ...]
    fit: Fit
    traits: Floats


def run_backtest(calendar: Calendar, question: Question, horizon: int) -> Backtest | None:
    """Forecast at the end of each month from the first that has enough behind it; None if not even the last has."""
    traits = measure_traits(calendar, horizon, question.traits)
    behind = look_back(calendar, horizon)
    size = len(question.outcomes)
    sayings: list[Saying] = []
    fit: Fit | None = None
    for month in range(LEAST_KNOWN + horizon - 1, len(calendar)):
        answers = question.answer(calendar, horizon, month)
        known = np.flatnonzero(answers[: month - horizon + 1] != UNKNOWN)
        if len(known) < LEAST_KNOWN:
            continue
        expected = expect_no_change(question, answers[known], behind[known])
        start = fit.weights if fit else np.zeros((traits.shape[1], size))
        fit = fit_model(traits[known], answers[known], expected[behind[known]], horizon, start)
        sayings.append(
            Saying(
                month,
                model=fit.foretell(traits[month], expected[behind[month]]),
                no_change=expected[behind[month]],
                base_rate=count_rates(answers[known], size),
                came=int(answers[month]) if month < len(answers) else UNKNOWN,
            )
        )
    if fit is None or sayings[-1].month < len(calendar) - 1:
        return None
    return Backtest(tuple(sayings), fit, traits[-1])
