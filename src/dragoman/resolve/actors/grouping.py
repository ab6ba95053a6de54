"""Joins units into persons: the weightiest links first, and never two that oppose each other.

In: the units of one component, what people decided. Out: groups of places of units, the links that made them, and the
pairs left unsure. The result does not depend on the order of the input: links are sorted by what they say.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.resolve.actors.links import Link, find_links
from dragoman.resolve.actors.merging import Merging
from dragoman.resolve.actors.naming import NamingKey
from dragoman.resolve.actors.spelling import LIKENESSES, Likeness, are_opposed
from dragoman.resolve.actors.units import Unit

Pair = tuple[NamingKey, NamingKey]
LEAD = 2
"""By how much the best of several opposed partners of a short name must lead, to be its owner."""
_PARTIAL: tuple[Likeness, ...] = ("longer", "tail", "initial")
_PARTIAL_RANKS = frozenset(map(LIKENESSES.index, _PARTIAL))


@dataclass(slots=True)
class Grouping:
    """The outcome for one component; places are those of the list of units."""

    groups: list[list[int]]
    joined: list[Link]
    unsure: list[tuple[int, int]]


def group_units(units: Sequence[Unit], together: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> Grouping:
    """Group units that are one person.

    Args:
        units: of one component, sorted by key.
        together: namings that somebody has joined; `apart`: those that somebody has parted.
    """
    of = {reading.naming.key: at for at, unit in enumerate(units) for reading in unit.readings}
    ties = sorted({tuple(sorted((of[a], of[b]))) for a, b in together if a in of and b in of and of[a] != of[b]})
    parted = [(of[a], of[b]) for a, b in apart if a in of and b in of]
    links, doubtful = find_links(units)
    merging = Merging(units, parted, ((link.a, link.b) for link in links))
    for a, b in ties:
        merging.join(a, b, by_hand=True)
    torn = _torn_links(units, links)
    joined: list[Link] = []
    refused: set[tuple[int, int]] = set()
    for link in links:
        roots = (merging.root(link.a), merging.root(link.b))
        if roots[0] == roots[1]:
            continue
        if link not in torn and merging.join(link.a, link.b):
            joined.append(link)
        else:
            refused.add(roots)
    unsure = {(merging.root(a), merging.root(b)) for pairs in (refused, doubtful) for a, b in pairs}
    return Grouping(merging.groups(), joined, sorted((a, b) for a, b in unsure if a != b))


def _torn_links(units: Sequence[Unit], links: Sequence[Link]) -> set[Link]:
    """Links of a short name to longer ones that oppose each other, none of which leads clearly."""
    partners: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.rank in _PARTIAL_RANKS:
            short = min((link.a, link.b), key=lambda at: (len(units[at].name.words), units[at].key))
            partners[short].append(link)
    torn: set[Link] = set()
    for short, found in partners.items():
        best = max(found, key=lambda link: (link.weight, -link.a, -link.b))
        rivals = [link for link in found if _oppose(units, _other(best, short), _other(link, short))]
        if any(best.weight - link.weight < LEAD for link in rivals):
            torn.update(found)
        torn.update(rivals)
    return torn


def _other(link: Link, place: int) -> int:
    return link.b if link.a == place else link.a


def _oppose(units: Sequence[Unit], a: int, b: int) -> bool:
    known_a, known_b = units[a].known, units[b].known
    if known_a and known_b:
        return known_a.id != known_b.id
    return are_opposed(units[a].name, units[b].name)
