"""Whether a better division of a block exists: an integer programme, solved by HiGHS.

In: a block, a division, a bound with its cycles, when to stop. Out: a better division if there is one, and the bound
that holds then.
"""

from time import monotonic

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack

from dragoman.relate.system.division.bounding import Bound, incidence, round_up
from dragoman.relate.system.division.network import Ints, Network

_INFEASIBLE = 2
"""HiGHS' status, as scipy gives it, where no solution exists."""


def search_better(block: Network, division: Ints, bound: Bound, deadline: float) -> tuple[Ints, int]:
    """The best division, and how few ties must go against any; what was known where time runs out.

    Source: Aref, Mason and Wilson (2020). A variable for each node, 0 or 1 for its camp, the node of most ties in
    camp 0; one for each tie, 1 if it goes against the division; at least one tie of each negative cycle does. Only
    better divisions are asked for, and only the nodes' variables must be whole, for the others then are: each of the
    two halves the time on random networks of 60 sides with 8 and 12 ties each.
    """
    known = int(block.is_frustrated(division).sum())
    left = deadline - monotonic()
    if left <= 0:
        return division, bound.least
    ties, nodes = len(block.sign), len(block.codes)
    highest = np.ones(ties + nodes)
    highest[ties + int(np.abs(block.matrix()).sum(axis=0).argmax())] = 0
    solved = milp(
        np.concatenate([np.ones(ties), np.zeros(nodes)]), integrality=np.concatenate([np.zeros(ties), np.ones(nodes)]),
        bounds=Bounds(np.zeros(ties + nodes), highest), constraints=_constrain(block, bound, known - 1),
        options={"time_limit": left},
    )  # fmt: skip
    if solved.status == _INFEASIBLE:
        return division, known
    if solved.x is None:
        return division, bound.least
    return np.where(solved.x[ties:] > 0.5, -1, 1), max(bound.least, round_up(solved.mip_dual_bound))


def _constrain(block: Network, bound: Bound, most: int) -> list[LinearConstraint]:
    ties, nodes = len(block.sign), len(block.codes)
    against, none = eye_array(ties), np.zeros(ties)
    numbers, ones = np.arange(ties), np.ones(ties)
    first = csr_array((ones, (numbers, block.first)), shape=(ties, nodes))
    second = csr_array((block.sign * ones, (numbers, block.second)), shape=(ties, nodes))
    # a positive tie: against >= |first - second|; a negative one: against >= |1 - first - second|
    one_way = LinearConstraint(hstack([against, second - first]), np.where(block.sign > 0, none, -1.0))
    other_way = LinearConstraint(hstack([against, first - second]), np.where(block.sign > 0, none, 1.0))
    held = incidence(bound.cycles, ties)
    cycles = LinearConstraint(hstack([held, csr_array((len(bound.cycles), nodes))]), 1.0)
    total = LinearConstraint(np.concatenate([ones, np.zeros(nodes)])[None, :], bound.least, most)
    return [one_way, other_way, cycles, total]
