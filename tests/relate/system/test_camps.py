import random
from itertools import combinations, product

import networkx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.errors import UsageError
from dragoman.model.network import Camps
from dragoman.relate.system import find_camps
from dragoman.relate.system.division.network import find_blocks, make_network

ENOUGH = 60.0


def check(nets, signs, camps):
    """What must be true of any camps, proved or not."""
    sides = nets.sides_of(camps)
    assert sorted(sides) == sorted({code for pair, sign in signs.items() if sign for code in pair})
    against = sorted(pair for each in camps for pair in each.frustrated)
    assert against == sorted(pair for pair, sign in signs.items() if sign and sign != sides[pair[0]] * sides[pair[1]])
    for each in camps:
        assert len(each.first) >= len(each.second)
        assert 0 <= each.bound <= each.frustration == len(each.frustrated)
        for code in each.first + each.second:
            turned = sides | {code: -sides[code]}
            same = nets.count_against(signs, turned) == nets.count_against(signs, sides)
            assert same == (code in each.wavering)


def total(camps):
    return sum(each.frustration for each in camps)


def test_equals_brute_force_on_every_network_of_four(nets):
    pairs = list(combinations("ABCD", 2))
    for drawn in product((-1, 0, 1), repeat=len(pairs)):
        signs = dict(zip(pairs, drawn, strict=True))
        camps = find_camps(nets.make_ties(signs), seconds=ENOUGH)
        check(nets, signs, camps)
        assert all(each.proved for each in camps)
        assert total(camps) == nets.by_force(signs)


def test_equals_brute_force_on_every_network_of_five_up_to_names_and_switches(nets):
    """Signs on a spanning tree may all be positive: to switch a node changes no frustration."""
    for graph in networkx.graph_atlas_g():
        if graph.number_of_nodes() == 5 and networkx.is_connected(graph):
            named = networkx.relabel_nodes(graph, dict(enumerate("ABCDE")))
            tree = {tuple(sorted(edge)) for edge in networkx.minimum_spanning_edges(named, data=False)}
            free = sorted({tuple(sorted(edge)) for edge in named.edges} - tree)
            for drawn in product((-1, 1), repeat=len(free)):
                signs = dict.fromkeys(tree, 1) | dict(zip(free, drawn, strict=True))
                camps = find_camps(nets.make_ties(signs), seconds=ENOUGH)
                assert total(camps) == sum(each.bound for each in camps) == nets.by_force(signs)


@st.composite
def networks(draw):
    size = draw(st.integers(2, 9))
    pairs = list(combinations("ABCDEFGHI"[:size], 2))
    return dict(zip(pairs, draw(st.lists(st.sampled_from((-1, 0, 1)), min_size=len(pairs), max_size=len(pairs))), strict=True))


@settings(max_examples=150, deadline=None)
@given(signs=networks())
def test_equals_brute_force_on_random_networks_up_to_nine(nets, signs):
    camps = find_camps(nets.make_ties(signs), seconds=ENOUGH)
    check(nets, signs, camps)
    assert total(camps) == sum(each.bound for each in camps) == nets.by_force(signs)


@settings(max_examples=50, deadline=None)
@given(signs=networks(), seed=st.integers(0, 9))
def test_the_order_of_the_ties_does_not_matter(nets, signs, seed):
    ties = nets.make_ties(signs)
    mixed = random.Random(seed).sample(ties, len(ties))
    assert find_camps(mixed, seconds=ENOUGH) == find_camps(ties, seconds=ENOUGH)


@settings(max_examples=50, deadline=None)
@given(signs=networks())
def test_without_time_the_bounds_are_honest(nets, signs):
    camps = find_camps(nets.make_ties(signs), seconds=0.0)
    check(nets, signs, camps)
    assert sum(each.bound for each in camps) <= nets.by_force(signs) <= total(camps)


def test_a_gap_is_left_where_time_runs_out(nets):
    camps = find_camps(nets.make_ties(nets.draw_signs(30, 1.0, 0.5, 1)), seconds=0.0)
    assert not camps[0].proved
    assert 0 < camps[0].bound < camps[0].frustration


@pytest.mark.parametrize(("share", "noise"), [(0.1, 0.1), (0.15, 0.2), (0.2, 0.15), (1.0, 0.15)])
def test_sixty_states_are_proved_in_time(nets, share, noise):
    signs = nets.draw_signs(60, share, noise, 5)
    camps = find_camps(nets.make_ties(signs), seconds=10.0)
    check(nets, signs, camps)
    assert all(each.proved for each in camps)


def test_the_integer_programme_decides_where_cycles_do_not(nets):
    """Six sides all at odds: a third of each of the 15 ties hits every cycle, which bounds at five; six are needed."""
    signs = dict.fromkeys(combinations("ABCDEF", 2), -1)
    camps = find_camps(nets.make_ties(signs), seconds=ENOUGH)
    assert (camps[0].frustration, camps[0].bound) == (6, 6)


def test_no_ties_no_camps(nets):
    assert find_camps([]) == ()
    assert find_camps(nets.make_ties({("IND", "PAK"): 0})) == ()


def test_parts_are_divided_on_their_own_and_unclear_ties_link_nothing(nets):
    signs = {("A", "B"): 1, ("B", "C"): -1, ("C", "D"): 0, ("E", "F"): -1}
    assert find_camps(nets.make_ties(signs)) == (Camps(("A", "B"), ("C",), 0, 0), Camps(("E",), ("F",), 0, 0))


def test_who_is_on_good_terms_with_all_makes_one_camp(nets):
    assert find_camps(nets.make_ties(dict.fromkeys(combinations("ABC", 2), 1))) == (Camps(("A", "B", "C"), (), 0, 0),)


def test_of_equal_divisions_the_earlier_camps_are_kept(nets):
    """A triangle of bad ties: any of the three may stand alone, at one tie."""
    ties = nets.make_ties(dict.fromkeys(combinations("ABC", 2), -1))
    for pair, alone in (("AB", "C"), ("AC", "B"), ("BC", "A")):
        before = Camps(tuple(pair), (alone,), 1, 1)
        assert find_camps(ties, near=[before])[0].second == (alone,)


def test_a_side_that_could_stand_in_either_camp_wavers(nets):
    """Two at odds and a friend of both: either of the two could leave the camp of all three."""
    camps = find_camps(nets.make_ties({("A", "B"): -1, ("A", "C"): 1, ("B", "C"): 1}))
    assert camps[0].frustration == 1
    assert camps[0].wavering == ("A", "B")


def test_two_ties_of_one_pair_are_refused(nets):
    with pytest.raises(UsageError, match="A-B"):
        find_camps(nets.make_ties({("A", "B"): 1}) * 2)


@settings(max_examples=100, deadline=None)
@given(signs=networks())
def test_blocks_are_those_of_networkx(nets, signs):
    graph = networkx.Graph(pair for pair, sign in signs.items() if sign)
    blocks = find_blocks(make_network(nets.make_ties(signs)))
    expected = sorted(sorted(tuple(sorted(edge)) for edge in block) for block in networkx.biconnected_component_edges(graph))
    found = sorted(
        sorted((block.codes[a], block.codes[b]) for a, b in zip(block.first, block.second, strict=True)) for block in blocks
    )
    assert found == expected
