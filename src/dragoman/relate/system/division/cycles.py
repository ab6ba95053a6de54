"""Negative cycles: each has an odd number of negative ties, so every division leaves one of its ties against it.

In: a block and a weight for each tie. Out: the cycles that weigh less than one, as numbers of ties.
"""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import dijkstra

from dragoman.relate.system.division.network import Floats, Ints, Network

Cycle = tuple[int, ...]

ENOUGH = 1e-3
"""A cycle that lacks less than this to one is not worth a constraint."""
STEP = 1e-7
"""Weight of a tie on top of its own, so that of cycles with equal weight the shortest one is found."""


def find_cycles(block: Network, weights: Floats) -> set[Cycle]:
    """For each tie the lightest negative cycle through it, if it weighs less than one.

    Source: Barahona and Mahjoub (1986). Each node stands twice, as plus and as minus; a negative tie leads from plus
    to minus and back, a positive one from plus to plus and from minus to minus. A path from a node's plus to its minus
    is a closed walk with an odd number of negative ties.
    """
    size = len(block.codes)
    ends = np.where(block.sign > 0, block.second + size, block.second)  # a path to here and the tie: a negative cycle
    distances, before = dijkstra(_double(block, weights + STEP), indices=np.arange(size), return_predecessors=True)
    weighs = distances[block.first, ends] + weights
    ties = {pair: tie for tie, pair in enumerate(zip(block.first.tolist(), block.second.tolist(), strict=True))}
    cycles: set[Cycle] = set()
    for tie in np.flatnonzero(weighs < 1 - ENOUGH).tolist():
        nodes = _walk_back(before[block.first[tie]], int(ends[tie]), int(block.first[tie]), size)
        if len(set(nodes)) == len(nodes):  # else a smaller cycle is inside, and is found through its own ties
            closed = zip(nodes, nodes[1:] + nodes[:1], strict=True)
            cycles.add(tuple(sorted(ties[min(pair), max(pair)] for pair in closed)))
    return cycles


def _double(block: Network, weights: Floats) -> csr_array:
    """The graph in which each node stands twice: `node` is its plus, `node + size` its minus."""
    size = len(block.codes)
    crosses = np.where(block.sign < 0, size, 0)
    rows = np.concatenate([block.first, block.first + size])
    columns = np.concatenate([block.second + crosses, block.second + size - crosses])
    both = np.concatenate([[rows, columns], [columns, rows]], axis=1).astype(np.int32)  # what earlier scipy asks for
    return csr_array((np.tile(weights, 4), tuple(both)), shape=(2 * size, 2 * size))


def _walk_back(before: Ints, end: int, start: int, size: int) -> list[int]:
    """Nodes of the path that leads from the plus of the start to the end, last one first."""
    nodes = [end % size]
    while end != start:
        end = int(before[end])
        nodes.append(end % size)
    return nodes
