"""How few ties can go against any division of a block: bounds that hold, without looking at a single division.

In: a block, what is aimed at, when to stop. Out: a bound, and the negative cycles that carry it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from time import monotonic

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from dragoman.relate.system.division.cycles import Cycle, find_cycles
from dragoman.relate.system.division.network import Floats, Network

TOLERANCE = 1e-6
"""A bound is rounded up to the next whole number, but not for a surplus below this."""
SLACK = 0.3
"""A cycle that weighs more than one by this is dropped. Without dropping, complete networks of 60 with noise of 30 %
take twice as long."""


@dataclass(frozen=True, slots=True)
class Bound:
    """No division leaves fewer ties against it than `least`; `cycles` are those that weigh about one."""

    least: int
    cycles: tuple[Cycle, ...] = ()


def bound_by_spectrum(values: Floats) -> int:
    """A quick bound, good for dense networks without camps: nodes times the smallest eigenvalue, by four.

    Source: Kunegis and others (2010). With L the signed Laplacian and x a division, x'Lx is four times the number of
    ties against x, and at least the smallest eigenvalue times x'x.
    """
    return round_up(len(values) * float(values[0]) / 4)


def bound_by_cycles(block: Network, target: int, deadline: float) -> Bound:
    """The fewest parts of ties that hit each negative cycle: a linear programme, cycles added as they turn out missing.

    Args:
        block: connected.
        target: number of ties against a division that is known; a bound as high as this ends the search.
        deadline: on the monotonic clock; what was reached until then is given.
    """
    bound, weights = Bound(0), np.zeros(len(block.sign))
    highest = 0.0
    while monotonic() < deadline and (missing := find_cycles(block, weights)):
        cycles = sorted(missing.union(bound.cycles))
        solved = _weigh(cycles, len(block.sign), deadline)
        if solved is None:
            break
        weights, value = solved
        if value > highest + TOLERANCE:  # else they might be dropped and found for ever
            cycles = [cycle for cycle in cycles if weights[list(cycle)].sum() < 1 + SLACK]
        highest = max(highest, value)
        bound = Bound(round_up(highest), tuple(cycles))
        if bound.least >= target:
            break
    return bound


def incidence(cycles: Sequence[Cycle], ties: int) -> csr_array:
    """Cycles by ties: 1 where a tie is part of a cycle."""
    rows = np.repeat(np.arange(len(cycles)), [len(cycle) for cycle in cycles])
    columns = np.array([tie for cycle in cycles for tie in cycle], dtype=np.int64)
    return csr_array((np.ones(len(columns)), (rows, columns)), shape=(len(cycles), ties))


def round_up(value: float) -> int:
    """The smallest whole number of ties that is not below a value, and not below 0."""
    return max(0, math.ceil(value - TOLERANCE))


def _weigh(cycles: Sequence[Cycle], ties: int, deadline: float) -> tuple[Floats, float] | None:
    """Weights of the ties, and what no weights can be below in sum; None where time ran out.

    The value is that of the dual prices, made feasible: it holds whatever the solver's tolerances are.
    """
    held = incidence(cycles, ties)
    solved = linprog(
        np.ones(ties), A_ub=-held, b_ub=-np.ones(len(cycles)), bounds=(0, 1), method="highs-ipm",
        options={"time_limit": max(0.01, deadline - monotonic())},
    )  # fmt: skip
    if solved.status != 0:
        return None
    prices = np.maximum(0.0, -solved.ineqlin.marginals)
    overpaid = np.maximum(0.0, held.T @ prices - 1.0)
    return np.asarray(solved.x), float(prices.sum() - overpaid.sum())
