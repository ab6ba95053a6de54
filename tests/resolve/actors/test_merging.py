"""Links and merging: the same weight and the same verdicts, whether units are asked one by one or as groups."""

from itertools import combinations

import pytest

from dragoman.resolve.actors import Naming
from dragoman.resolve.actors.evidence import find_circumstances, tell_reasons, weigh_circumstances, weigh_pair
from dragoman.resolve.actors.known import KnownPersons
from dragoman.resolve.actors.links import find_links, tell_link
from dragoman.resolve.actors.merging import Merging
from dragoman.resolve.actors.units import make_units

NAMES = ("Taras Orlenko", "Taras Bohdan Orlenko", "T. Orlenko", "Petro Orlenko", "Taras Orlenko Jr")


@pytest.fixture
def units(world):
    """Thirty namings of a family, with and without a state, over twenty years."""
    persons = KnownPersons(world)
    namings = [
        Naming(NAMES[at % 5], f"d-{at:02}", f"{1990 + at}-05-01", ("UKR", "", "POL", "")[at % 4], ("UKR", "RUS")[: at % 3],
               companions=("Ihor Marchuk",) if at % 2 else ()) for at in range(30)
    ]  # fmt: skip
    return make_units([persons.read(naming) for naming in namings])


def test_links_come_in_order_and_say_why(units):
    links, doubtful = find_links(units)
    assert links == sorted(links) and links and doubtful
    for link in links:
        a, b = units[link.a], units[link.b]
        assert link.weight == weigh_pair(a, b, link.likeness, link.family_names)
        assert tell_link(units, link) == tell_reasons(a, b, link.likeness, link.family_names)


def test_circumstances_weigh_as_much_as_what_is_told_of_them(units):
    told = {(a.key, b.key): sum(weight for weight, _ in find_circumstances(a, b)) for a, b in combinations(units, 2)}
    assert told == {(a.key, b.key): weigh_circumstances(a, b) for a, b in combinations(units, 2)}
    assert len(set(told.values())) > 4


def test_a_group_refuses_whoever_one_of_its_members_opposes(units):
    merging = Merging(units, [(0, 1)], [(link.a, link.b) for link in find_links(units)[0]])
    assert not merging.join(0, 1) and not merging.join(0, 1, by_hand=True)
    for a, b in combinations(range(len(units)), 2):
        merging.join(a, b)
    for group in merging.groups():
        assert not {0, 1} <= set(group)
        words = {units[at].name.words for at in group}
        assert not {("taras", "orlenko"), ("petro", "orlenko")} <= words


def test_a_third_without_a_state_joins_no_two_states(units):
    of = {}
    for at, unit in enumerate(units):
        if unit.name.words == ("taras", "orlenko") and not unit.name.suffix:
            of.setdefault(unit.code, at)
    merging = Merging(units, [], [])
    assert merging.join(of["UKR"], of[""]) and not merging.join(of["POL"], of[""])
