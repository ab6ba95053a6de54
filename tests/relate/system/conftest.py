"""Signed networks for the tests, and the slow way to their frustration: the fixture `nets` gives all of it."""

import random
from itertools import combinations, product
from types import SimpleNamespace

import pytest

from dragoman.model.network import Tie


def make_ties(signs):
    """Ties from signs by pair of codes; 0 is a tie without a clear sign."""
    return [Tie(*sorted(pair), 5.0 * sign, 5.0 * sign - 1, 5.0 * sign + 1, sign) for pair, sign in signs.items()]


def codes_of(size):
    return [f"S{number:03}" for number in range(size)]


def draw_signs(size, share, noise, seed):
    """A random network with two camps planted: each pair has a tie with probability `share`, against them with `noise`."""
    dice = random.Random(seed)
    camp = {code: dice.choice((-1, 1)) for code in codes_of(size)}
    return {
        (a, b): camp[a] * camp[b] * (-1 if dice.random() < noise else 1)
        for a, b in combinations(camp, 2)
        if dice.random() < share
    }


def count_against(signs, sides):
    return sum(sign != sides[a] * sides[b] for (a, b), sign in signs.items() if sign)


def frustration_by_force(signs):
    """The fewest ties against any division, all divisions tried."""
    codes = sorted({code for pair, sign in signs.items() if sign for code in pair})
    if not codes:
        return 0
    tried = product((-1, 1), repeat=len(codes) - 1)
    return min(count_against(signs, dict(zip(codes, (1, *rest), strict=True))) for rest in tried)


def sides_of(camps):
    """+1 for members of first camps, -1 of second ones, over all parts."""
    first = {code: 1 for each in camps for code in each.first}
    return first | {code: -1 for each in camps for code in each.second}


@pytest.fixture(scope="session")
def nets():
    return SimpleNamespace(
        make_ties=make_ties, draw_signs=draw_signs, count_against=count_against, by_force=frustration_by_force,
        sides_of=sides_of,
    )  # fmt: skip
