"""From the months of a pair to its outlook.

In: months as they were known, each at its end. Out: forecasts with their record, or what is missing. The model is shown
only where it beat both baselines beyond doubt; else the better baseline is.
"""

from collections.abc import Sequence

import numpy as np

from dragoman.model.outlook import Forecast, ForecastScore, MonthOfPair, Outlook
from dragoman.model.relation import Pair
from dragoman.relate.outlook.backtest import Backtest, run_backtest
from dragoman.relate.outlook.calendar import Calendar, Floats, lay_out
from dragoman.relate.outlook.factors import tell_factors
from dragoman.relate.outlook.questions import QUESTIONS, UNKNOWN, Question
from dragoman.relate.outlook.scoring import WIDEST, bound_mean, calibrate, score_each

LEAST_MONTHS = 60
"""Months with acts: three years to learn from, and some to be tried on."""
LEAST_GAIN = 0.0005
"""Of the Brier score: what does not show in its third decimal is no gain."""
MODEL, NO_CHANGE, BASE_RATE = "model", "no change", "base rate"


def look_ahead(pair: Pair, months: Sequence[MonthOfPair], horizons: Sequence[int] = (1, 3, 6)) -> Outlook:
    """Say what may follow.

    Args:
        pair: the two codes.
        months: one each, in any order; missing ones are months without news.
        horizons: months ahead, each at least 1.

    Returns:
        An outlook with a forecast for each question and horizon, or with `lacks`.

    Raises:
        ValueError: for a horizon below 1 or a month given twice.
    """
    if min(horizons, default=1) < 1:
        raise ValueError("a horizon is at least one month")
    calendar = lay_out(months)
    if calendar.months_with_acts < LEAST_MONTHS:
        return Outlook(pair, calendar.since, calendar.until, lacks=_tell_lack(pair, calendar))
    made = [(horizon, _forecast(calendar, question, horizon)) for question in QUESTIONS for horizon in horizons]
    short = sorted({horizon for horizon, forecast in made if forecast is None})
    lacks = f"Too few months lie behind for a horizon of {', '.join(map(str, short))} months." if short else ""
    return Outlook(pair, calendar.since, calendar.until, tuple(each for _, each in made if each), lacks)


def _tell_lack(pair: Pair, calendar: Calendar) -> str:
    span = f" between {calendar.since} and {calendar.until}" if len(calendar) else ""
    return (
        f"An outlook needs at least {LEAST_MONTHS} months with acts of {pair[0]} and {pair[1]}; there are "
        f"{calendar.months_with_acts}{span}. Read more texts, or bring event data in with `dragoman import`."
    )


def _forecast(calendar: Calendar, question: Question, horizon: int) -> Forecast | None:
    backtest = run_backtest(calendar, question, horizon)
    if backtest is None:
        return None
    scores = _score(backtest, horizon)
    baseline = min(scores[1:], key=lambda score: score.brier).name
    shown = MODEL if scores[0].high < -LEAST_GAIN else baseline
    today = backtest.sayings[-1]
    said = {MODEL: today.model, NO_CHANGE: today.no_change, BASE_RATE: today.base_rate}
    return Forecast(
        question.name,
        horizon,
        question.outcomes,
        probabilities=tuple(said[shown].tolist()),
        shown=shown,
        model=tuple(today.model.tolist()),
        factors=tell_factors(question, backtest.fit, backtest.traits),
        scores=scores,
    )


def _score(backtest: Backtest, horizon: int) -> tuple[ForecastScore, ...]:
    """The record of the model, then of the baselines, over the months whose outcome is known."""
    known = [saying for saying in backtest.sayings if saying.came != UNKNOWN]
    if not known:
        return tuple(ForecastScore(name, 0.0, -WIDEST, WIDEST, 0) for name in (MODEL, NO_CHANGE, BASE_RATE))
    came = np.array([saying.came for saying in known])
    said: dict[str, Floats] = {
        MODEL: np.array([saying.model for saying in known]),
        NO_CHANGE: np.array([saying.no_change for saying in known]),
        BASE_RATE: np.array([saying.base_rate for saying in known]),
    }
    each = {name: score_each(chances, came) for name, chances in said.items()}
    better = min((NO_CHANGE, BASE_RATE), key=lambda name: float(each[name].mean()))
    interval = {MODEL: bound_mean(each[MODEL] - each[better], horizon)}
    return tuple(
        ForecastScore(
            name, float(each[name].mean()), *interval.get(name, (0.0, 0.0)), len(known), calibrate(chances, came)
        )
        for name, chances in said.items()
    )
