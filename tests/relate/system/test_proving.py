from math import inf

import numpy as np
import pytest

from dragoman.relate.system.division.bounding import Bound, bound_by_cycles, bound_by_spectrum
from dragoman.relate.system.division.cycles import find_cycles
from dragoman.relate.system.division.network import make_network
from dragoman.relate.system.division.proving import search_better


@pytest.fixture(params=range(8))
def drawn(nets, request):
    """A block of nine with its frustration."""
    signs = nets.draw_signs(9, 0.9, 0.4, request.param)
    return make_network(nets.make_ties(signs)), nets.by_force(signs)


def laplacian(block):
    signs = block.matrix()
    return np.diag(np.abs(signs).sum(axis=0)) - signs


def test_cycles_are_negative_and_each_node_is_passed_once(drawn):
    block, frustration = drawn
    cycles = find_cycles(block, np.zeros(len(block.sign)))
    assert bool(cycles) == bool(frustration)
    for cycle in cycles:
        ties = list(cycle)
        assert block.sign[ties].prod() == -1
        passed = np.concatenate([block.first[ties], block.second[ties]])
        assert set(np.bincount(passed).tolist()) <= {0, 2}


def test_bounds_are_never_above_the_frustration(drawn):
    block, frustration = drawn
    assert 0 <= bound_by_spectrum(np.linalg.eigvalsh(laplacian(block))) <= frustration
    assert 0 < bound_by_cycles(block, frustration, inf).least <= frustration
    assert bound_by_cycles(block, frustration, -inf) == Bound(0)


def test_a_poor_division_is_bettered_and_the_best_one_proved(drawn):
    block, frustration = drawn
    bound = bound_by_cycles(block, len(block.sign), inf)
    poor = np.ones(9, dtype=np.int64)
    better, least = search_better(block, poor, bound, 1e9)
    assert least == block.is_frustrated(better).sum() == frustration
    same, least = search_better(block, better, bound, 1e9)
    assert least == frustration
    assert (same == better).all()


def test_without_time_nothing_is_searched(drawn):
    block, _ = drawn
    division = np.ones(9, dtype=np.int64)
    kept, least = search_better(block, division, Bound(1), -inf)
    assert (kept is division, least) == (True, 1)
