"""The signed network as arrays, and the pieces of it that can be divided one by one.

In: ties. Out: `Network`s. Nodes and ties are sorted by code, so that the order of the input does not matter.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.model.errors import UsageError
from dragoman.model.network import Tie

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Network:
    """Sides and their ties with a sign.

    Attributes:
        codes: of the nodes, sorted; a node is known by its place here.
        first, second: the two nodes of each tie, the first one smaller.
        sign: +1 or -1 of each tie.
    """

    codes: tuple[str, ...]
    first: Ints
    second: Ints
    sign: Ints

    def matrix(self) -> Ints:
        """Signs by two nodes, 0 where there is no tie; symmetric."""
        signs = np.zeros((len(self.codes), len(self.codes)), dtype=np.int64)
        signs[self.first, self.second] = signs[self.second, self.first] = self.sign
        return signs

    def is_frustrated(self, division: Ints) -> NDArray[np.bool_]:
        """Which ties go against a division, given as +1 or -1 for each node."""
        against: NDArray[np.bool_] = self.sign * division[self.first] * division[self.second] < 0
        return against


def make_network(ties: Iterable[Tie]) -> Network:
    """The network of those ties that have a sign.

    Raises:
        UsageError: two ties are given for one pair.
    """
    signed = sorted((tie.a, tie.b, tie.sign) for tie in ties if tie.sign)
    for one, other in zip(signed, signed[1:], strict=False):
        if one[:2] == other[:2]:
            raise UsageError(f"Two ties are given for {one[0]}-{one[1]}. Give one.")
    return _network_of(signed)


def find_blocks(network: Network) -> list[Network]:
    """The blocks of a network: no single node holds one together. Each tie is in one block, a bridge is one alone.

    A cycle never leaves its block, so each block can be divided on its own and nothing is lost. Smallest first.

    Source: Hopcroft and Tarjan (1973), algorithm 447: a walk in depth gives a tree, and every other tie leads from a
    node to one of its forebears. A node opens a new block if nothing below it leads back above its parent.
    """
    near = _neighbours(network)
    parents = _walk_in_depth(near)
    number = {node: index for index, node in enumerate(parents)}
    highest = _highest_reached(near, parents, number)
    block_of: dict[int, int] = {}
    for node, parent in parents.items():
        opens = parent < 0 or highest[node] >= number[parent]
        block_of[node] = node if opens else block_of[parent]
    blocks: dict[int, list[tuple[str, str, int]]] = {}
    for a, b, sign in zip(network.first.tolist(), network.second.tolist(), network.sign.tolist(), strict=True):
        lower = max(a, b, key=lambda node: number[node])
        blocks.setdefault(block_of[lower], []).append((network.codes[a], network.codes[b], sign))
    return sorted(map(_network_of, blocks.values()), key=lambda block: (len(block.codes), block.codes))


def _network_of(signed: Sequence[tuple[str, str, int]]) -> Network:
    codes = tuple(sorted({code for a, b, _ in signed for code in (a, b)}))
    place = {code: index for index, code in enumerate(codes)}
    rows = np.array([(place[a], place[b], sign) for a, b, sign in signed], dtype=np.int64).reshape(-1, 3)
    return Network(codes, rows[:, 0], rows[:, 1], rows[:, 2])


def _neighbours(network: Network) -> list[list[int]]:
    near: list[list[int]] = [[] for _ in network.codes]
    for a, b in zip(network.first.tolist(), network.second.tolist(), strict=True):
        near[a].append(b)
        near[b].append(a)
    return near


def _walk_in_depth(near: list[list[int]]) -> dict[int, int]:
    """Each node with the one from which it was reached, -1 for the first of a part; in the order of the walk."""
    parents: dict[int, int] = {}
    ahead = [(node, -1) for node in reversed(range(len(near)))]
    while ahead:
        node, parent = ahead.pop()
        if node not in parents:
            parents[node] = parent
            ahead.extend((other, node) for other in reversed(near[node]) if other not in parents)
    return parents


def _highest_reached(near: list[list[int]], parents: dict[int, int], number: dict[int, int]) -> dict[int, int]:
    """For each node the lowest number that it or any node below it has a tie to, the tie to its parent apart."""
    highest = dict(number)
    for node in reversed(parents):
        for other in near[node]:
            if parents[other] == node:
                highest[node] = min(highest[node], highest[other])
            elif other != parents[node]:
                highest[node] = min(highest[node], number[other])
    return highest
