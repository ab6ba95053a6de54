import networkx
import pytest

from dragoman.model.network import Triangle
from dragoman.relate.system import find_triangles


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize(("size", "share"), [(5, 0.8), (30, 0.2), (60, 0.5), (60, 1.0)])
def test_as_many_as_networkx_finds(nets, size, share, seed):
    signs = nets.draw_signs(size, share, 0.3, seed)
    found = find_triangles(nets.make_ties(signs))
    assert len(found) == sum(networkx.triangles(networkx.Graph(signs.keys())).values()) // 3
    assert len({each.sides for each in found}) == len(found)
    assert list(found) == sorted(found, key=lambda each: each.sides)


def test_balance_is_the_product_of_the_signs(nets):
    signs = {("IND", "PAK"): -1, ("IND", "USA"): 1, ("PAK", "USA"): -1, ("PAK", "RUS"): 0, ("RUS", "USA"): 1}
    assert find_triangles(nets.make_ties(signs)) == (Triangle(("IND", "PAK", "USA"), (-1, 1, -1), True),)
    signs[("PAK", "USA")] = 1
    assert not find_triangles(nets.make_ties(signs))[0].balanced


def test_two_hundred_states_have_many(nets):
    assert len(find_triangles(nets.make_ties(nets.draw_signs(200, 0.3, 0.2, 1)))) > 30_000
