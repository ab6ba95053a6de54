"""What anybody could say without a model: no change, and the base rate. Both are made as good as they honestly can be.

A bare "no change, 100 %" would be beaten by anything; here it is as sure of itself as its own past allows.
"""

import numpy as np

from dragoman.relate.outlook.calendar import Calendar, Floats, Ints
from dragoman.relate.outlook.questions import SAME, Question
from dragoman.relate.outlook.windows import sum_until


def count_rates(answers: Ints, outcomes: int) -> Floats:
    """Past frequencies, each outcome counted once more than it came about (Laplace), so that none is impossible."""
    counts = np.bincount(answers, minlength=outcomes) + 1.0
    return np.asarray(counts / counts.sum(), dtype=np.float64)


def look_back(calendar: Calendar, horizon: int) -> Ints:
    """For each month 1 where a visit took place in it or in the horizon - 1 months before, else 0."""
    return (sum_until(calendar.visits, horizon) > 0).astype(np.int64)


def expect_no_change(question: Question, answers: Ints, behind: Ints) -> Floats:
    """Probabilities after months without, and with, a visit behind them: one row each.

    The relation stays, as often as it has stayed, and else is as likely to get better as worse; visits make no
    difference. Visits go on as they did: the frequencies are those after past months with the same behind them.

    Args:
        answers: outcomes of past months; `behind`: what `look_back` says of each.
    """
    size = len(question.outcomes)
    if question.name == "visit":
        return np.array([count_rates(answers[behind == state], size) for state in (0, 1)])
    stays = count_rates(answers, size)[SAME]
    chances = np.full((2, size), (1 - stays) / (size - 1))
    chances[:, SAME] = stays
    return chances
