"""The two camps: the division of a signed network that leaves the fewest ties against it, proved where time allows.

In: ties, seconds. Out: `Camps` for each part of the network. The number of ties against the division is the network's
frustration index, or line index of balance.

Sources: Harary (1959) for the index; Aref, Mason and Wilson (2020) for computing it exactly.
"""

from collections.abc import Iterable, Mapping, Sequence
from time import monotonic

import numpy as np

from dragoman.model.network import Camps, Tie
from dragoman.model.relation import Pair
from dragoman.relate.system.division.bounding import Bound, bound_by_cycles, bound_by_spectrum
from dragoman.relate.system.division.network import Ints, Network, find_blocks, make_network
from dragoman.relate.system.division.proving import search_better
from dragoman.relate.system.division.switching import find_division, spread

SECONDS = 10.0
"""Time for the proof, if nobody says otherwise."""


def find_camps(ties: Iterable[Tie], *, seconds: float = SECONDS, near: Sequence[Camps] = ()) -> tuple[Camps, ...]:
    """Two camps for each part of the network that no tie links to the rest, largest part first.

    Often many divisions are equally good, and one of them is given: see `find_division`; `wavering` names the sides
    that alone could stand elsewhere. The same ties give the same camps in whatever order they come, if the proof is
    done in time or no better division is found on the way to it.

    Args:
        ties: those without a sign are left out.
        seconds: time for proving, from 0; the search before it, well under a second for 60 sides, always runs.
        near: camps of an earlier system; where they are as good as any other they are kept.
    """
    deadline = monotonic() + seconds
    network = make_network(ties)
    blocks = find_blocks(network)
    divided = [_divide(block, deadline, near) for block in blocks]
    parts = _join(blocks, [division for division, _ in divided])
    bounds = [(block.codes[0], bound) for block, (_, bound) in zip(blocks, divided, strict=True)]
    camps = [_describe(network, sides, sum(bound for code, bound in bounds if code in sides)) for sides in parts]
    return tuple(sorted(camps, key=lambda each: (-len(each.first) - len(each.second), each.first)))


def _divide(block: Network, deadline: float, near: Sequence[Camps]) -> tuple[Ints, int]:
    """A division of a block, and how few ties must go against any."""
    signs = block.matrix()
    division = spread(signs, {0: 1})
    if not block.is_frustrated(division).any():
        return division, 0
    values, spectrum = np.linalg.eigh(np.diag(np.abs(signs).sum(axis=0)) - signs)
    division = find_division(block, spectrum, near)
    found = int(block.is_frustrated(division).sum())
    quick = max(1, bound_by_spectrum(values))  # a block that no division suits leaves at least one tie
    bound = bound_by_cycles(block, found, deadline) if quick < found else Bound(quick)
    if (least := max(quick, bound.least)) >= found:
        return division, found
    return search_better(block, division, Bound(least, bound.cycles), deadline)


def _join(blocks: Sequence[Network], divisions: Sequence[Ints]) -> list[dict[str, int]]:
    """The sides of each part of the network: its blocks are turned so that they agree on the sides that they share."""
    links: dict[str, list[tuple[str, int]]] = {}
    for block, division in zip(blocks, divisions, strict=True):
        for code, side in zip(block.codes[1:], (division[1:] * division[0]).tolist(), strict=True):
            links.setdefault(block.codes[0], []).append((code, side))
            links.setdefault(code, []).append((block.codes[0], side))
    parts: list[dict[str, int]] = []
    placed: set[str] = set()
    for code in sorted(links):
        if code not in placed:
            parts.append(_follow(links, code))
            placed.update(parts[-1])
    return parts


def _follow(links: Mapping[str, Sequence[tuple[str, int]]], start: str) -> dict[str, int]:
    sides = {start: 1}
    ahead = [start]
    for code in ahead:  # grows while it is walked through
        for other, side in links[code]:
            if other not in sides:
                sides[other] = sides[code] * side
                ahead.append(other)
    return sides


def _describe(network: Network, sides: Mapping[str, int], bound: int) -> Camps:
    """The camps of one part; of equal ones the first one holds the first code."""
    groups = [tuple(sorted(code for code in sides if sides[code] == side)) for side in (1, -1)]
    first, second = sorted(groups, key=lambda group: (-len(group), group))
    frustrated: list[Pair] = []
    excess = dict.fromkeys(sides, 0)  # ties that go against the division, less those that suit it
    for a, b, sign in zip(network.first.tolist(), network.second.tolist(), network.sign.tolist(), strict=True):
        pair = network.codes[a], network.codes[b]
        if pair[0] in sides:
            against = sign != sides[pair[0]] * sides[pair[1]]
            if against:
                frustrated.append(pair)
            for code in pair:
                excess[code] += 1 if against else -1
    wavering = tuple(sorted(code for code in excess if excess[code] == 0))
    return Camps(first, second, len(frustrated), bound, tuple(frustrated), wavering)
