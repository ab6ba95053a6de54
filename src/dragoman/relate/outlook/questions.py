"""The two questions, and the answers that past months have given to them.

In: a calendar and a horizon h. Out: for each month t whose month t+h is in the calendar, the index of the outcome that
came about, or `UNKNOWN`.

**Relation**: the filtered level at the end of month t+h against that at the end of t. Better or worse is a move by more
than the band, which is the change that a third of the pair's past changes over h months did not reach, as known at the
month of asking. The month's mean score will not do in place of the level: it is mostly noise, a bad month is followed
by a better one by mere chance, and any model would "foretell" that. Where no act fell into the h months nobody can say
whether the relation moved, and the answer is unknown; so it is in the first year, in which the level is still looking
for its place and every move is one of the method's.

**Visit**: at least one high-level visit in the months t+1 to t+h.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

import numpy as np

from dragoman.model.outlook import DIRECTIONS
from dragoman.relate.outlook.calendar import Calendar, Floats, Ints
from dragoman.relate.outlook.windows import sum_after

UNKNOWN = -1
BETTER, SAME, WORSE = range(3)
VISIT, NONE = range(2)

BAND_SHARE = 1 / 3
"""Which share of past changes counts as none: with a third the three outcomes are about even."""
LEAST_BAND = 0.1
"""Points: a smaller move is none on a scale of twenty, however quiet the pair."""
RUN_IN = 12
"""Months at the start whose level is not asked about."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        outcomes: their names, in the order of the indices.
        traits: names of what the model may look at, as in `traits.TRAITS`.
        answer: calendar, horizon and month of asking to the outcomes by month.
    """

    name: Literal["relation", "visit"]
    outcomes: tuple[str, ...]
    traits: tuple[str, ...]
    answer: Callable[[Calendar, int, int], Ints]


def answer_relation(calendar: Calendar, horizon: int, asked: int) -> Ints:
    """Better, same or worse by the band as known at the end of month number `asked`."""
    moves = calendar.level[horizon:] - calendar.level[:-horizon]
    heard = sum_after(calendar.acts, horizon) > 0
    heard[:RUN_IN] = False
    known = max(0, asked - horizon + 1)
    band = find_band(moves[:known][heard[:known]])
    answers = np.where(moves > band, BETTER, np.where(moves < -band, WORSE, SAME))
    return np.where(heard, answers, UNKNOWN)


def find_band(moves: Floats) -> float:
    """The change in points up to which a level counts as the same."""
    return max(LEAST_BAND, float(np.quantile(np.abs(moves), BAND_SHARE))) if len(moves) else LEAST_BAND


def answer_visit(calendar: Calendar, horizon: int, asked: int) -> Ints:
    """Visit or none; the answer does not depend on when one asks."""
    return np.where(sum_after(calendar.visits, horizon) > 0, VISIT, NONE)


RELATION = Question(
    "relation", DIRECTIONS, ("gap", "drift", "spread", "acts", "conflict", "since", "visits"), answer_relation
)
VISITS = Question(
    "visit", ("visit", "none"), ("gap", "drift", "acts", "conflict", "since", "visits", "yearly"), answer_visit
)
QUESTIONS = (RELATION, VISITS)
