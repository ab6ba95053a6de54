import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.relate.system import build_system, compare_systems, suppose

TWO_CAMPS = {("A", "B"): 1, ("A", "C"): 1, ("B", "C"): 1, ("D", "E"): 1, ("A", "D"): -1, ("B", "E"): -1, ("C", "D"): -1}


def what_if(ties, levels):
    before = build_system("2012-10-05", ties, str)
    after = build_system("2012-10-05", suppose(ties, levels), str, near=before.camps)
    return before, after, compare_systems(before, after)


def test_nothing_is_otherwise_in_the_same_system(nets):
    before, _, difference = what_if(nets.make_ties(TWO_CAMPS), {})
    assert (before.frustration, before.bound) == (0, 0)
    assert difference.frustration == difference.bound == (0, 0)
    assert difference.moved == difference.joined == difference.left == difference.turned == ()
    assert difference.relieved == difference.upset == difference.arisen == difference.gone == ()


def test_a_side_changes_camp(nets):
    _, after, difference = what_if(nets.make_ties(TWO_CAMPS), {("A", "C"): -6, ("B", "C"): -6, ("C", "D"): 6})
    assert difference.moved == ("C",)
    assert after.camps[0].first == ("A", "B") or "C" in after.camps[0].first
    assert difference.frustration == (0, 0)


def test_triangles_are_relieved_upset_arise_and_go(nets):
    ties = nets.make_ties({("A", "B"): 1, ("A", "C"): 1, ("B", "C"): -1, ("B", "D"): 1, ("A", "D"): 1, ("C", "D"): 0})
    _, _, difference = what_if(ties, {("B", "C"): 5})
    assert [each.sides for each in difference.relieved] == [("A", "B", "C")]
    assert difference.frustration == (1, 0)
    _, _, difference = what_if(ties, {("A", "D"): -5, ("C", "D"): 5})
    assert [each.sides for each in difference.upset] == [("A", "B", "D")]
    assert [each.sides for each in difference.arisen] == [("A", "C", "D"), ("B", "C", "D")]
    _, _, difference = what_if(ties, {("A", "B"): 0})
    assert [each.sides for each in difference.gone] == [("A", "B", "C"), ("A", "B", "D")]


def test_a_pressure_turns(nets):
    ties = nets.make_ties({("A", "C"): 1, ("B", "C"): 1})
    _, _, difference = what_if(ties, {("A", "C"): -5})
    ((before, after),) = difference.turned
    assert (before.pair, before.net, after.net) == (("A", "B"), 1, -1)
    _, _, difference = what_if(ties, {("A", "C"): 0})
    ((before, after),) = difference.turned
    assert (before.net, after.net, after.words) == (1, 0, "")


def test_sides_join_camps_and_leave_them(nets):
    ties = nets.make_ties({("A", "B"): 1, ("C", "D"): 0})
    assert what_if(ties, {("C", "D"): -5})[2].joined == ("C", "D")
    assert what_if(ties, {("A", "B"): 0})[2].left == ("A", "B")


def test_parts_that_become_one_move_nobody(nets):
    ties = nets.make_ties({("A", "B"): -1, ("C", "D"): -1})
    for level in (5, -5):
        assert what_if(ties, {("A", "C"): level})[2].moved == ()


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000))
def test_no_side_moves_if_a_tie_is_set_to_what_it_is(nets, seed):
    ties = nets.make_ties(nets.draw_signs(9, 0.6, 0.4, seed))
    level = {(ties[0].a, ties[0].b): ties[0].level}
    assert what_if(ties, level)[2].moved == ()


@pytest.mark.parametrize("seed", range(5))
def test_the_system_does_not_depend_on_the_order_of_the_ties(nets, seed):
    ties = nets.make_ties(nets.draw_signs(20, 0.3, 0.3, seed))
    mixed = random.Random(seed).sample(ties, len(ties))
    assert build_system("2012-10-05", mixed, str) == build_system("2012-10-05", ties, str)


def test_no_ties_no_system():
    system = build_system("2012-10-05", [], str)
    assert (system.camps, system.triangles, system.pressures, system.frustration) == ((), (), (), 0)
