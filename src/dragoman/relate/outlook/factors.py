"""What moves the model's figure today, in words and as log-odds.

A trait's weight times its standardised value is what it adds to an outcome. For the relation that is told twice where
both matter: towards better or worse, and towards a change or none.
"""

import math
from collections.abc import Callable

from dragoman.relate.outlook.calendar import Floats
from dragoman.relate.outlook.questions import BETTER, NONE, SAME, VISIT, WORSE, Question
from dragoman.relate.outlook.regression import Fit
from dragoman.relate.outlook.traits import LONGEST_WAIT

LEAST_TOLD = 0.05
"""Log-odds: what shifts the odds by less than a twentieth is not worth a line."""


def tell_factors(question: Question, fit: Fit, traits: Floats) -> tuple[tuple[str, float], ...]:
    """Words that name the trait's value and where it points, and how far; largest first."""
    pushes = fit.standardise(traits)[:, None] * fit.weights
    factors = []
    for name, value, push in zip(question.traits, traits.tolist(), pushes.tolist(), strict=True):
        for towards, against, size in _directions(question, push):
            if abs(size) >= LEAST_TOLD:
                factors.append((f"{_WORDS[name](value)}: towards {towards if size > 0 else against}", abs(size)))
    return tuple(sorted(factors, key=lambda factor: (-factor[1], factor[0])))


def _directions(question: Question, push: list[float]) -> list[tuple[str, str, float]]:
    if question.name == "visit":
        return [("a visit", "no visit", push[VISIT] - push[NONE])]
    change = push[SAME] - (push[BETTER] + push[WORSE]) / 2
    return [("better", "worse", push[BETTER] - push[WORSE]), ("no change", "a change", change)]


def _tell_gap(value: float) -> str:
    return f"the level is {abs(value):.1f} points {'above' if value > 0 else 'below'} its mean so far"


def _tell_drift(value: float) -> str:
    return f"the level drifts by {value:+.2f} points a month"


def _tell_spread(value: float) -> str:
    return f"the level is known to about {value:.1f} points"


def _tell_acts(value: float) -> str:
    return f"{math.exp(value):.1f} times as many acts in the last three months as is usual in the last twelve"


def _tell_conflict(value: float) -> str:
    points = f"{abs(value) * 100:.0f} points {'larger' if value > 0 else 'smaller'}"
    return f"the share of conflict in the last three months is {points} than in the last twelve"


def _tell_since(value: float) -> str:
    months = round(math.expm1(value))
    if months >= LONGEST_WAIT:
        return f"no visit in {LONGEST_WAIT} months or more"
    return "a visit in this month" if months == 0 else f"no visit in {months} month{'s' if months > 1 else ''}"


def _tell_visits(value: float) -> str:
    count = round(math.expm1(value))
    return f"{count} visit{'' if count == 1 else 's'} in the last twelve months"


def _tell_yearly(value: float) -> str:
    return f"{'a' if value > 0 else 'no'} visit in the same months a year ago"


_WORDS: dict[str, Callable[[float], str]] = {
    "gap": _tell_gap,
    "drift": _tell_drift,
    "spread": _tell_spread,
    "acts": _tell_acts,
    "conflict": _tell_conflict,
    "since": _tell_since,
    "visits": _tell_visits,
    "yearly": _tell_yearly,
}
