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


def foretell_stay(rates: Floats) -> Floats:
    """The relation stays, with the frequency with which it has; the rest is even between better and worse."""
    chances = np.full(len(rates), (1 - rates[SAME]) / (len(rates) - 1))
    chances[SAME] = rates[SAME]
    return chances


def foretell_repeat(answers: Ints, before: Ints, now: int, outcomes: int) -> Floats:
    """The months ahead are as those behind: frequencies after past months that had, or had not, a visit behind them.

    Args:
        answers: outcomes of past months; `before`: whether a visit was in the months before each.
        now: the same of the month of asking.
    """
    return count_rates(answers[before == now], outcomes)


def look_back(calendar: Calendar, horizon: int) -> Ints:
    """1 where a visit took place in the last `horizon` months, else 0."""
    return (sum_until(calendar.visits, horizon) > 0).astype(np.int64)


def foretell_no_change(question: Question, answers: Ints, before: Ints, now: int) -> Floats:
    """No change, as the question means it."""
    if question.name == "relation":
        return foretell_stay(count_rates(answers, len(question.outcomes)))
    return foretell_repeat(answers, before, now, len(question.outcomes))
