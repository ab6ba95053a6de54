"""Joins units into persons: the weightiest links first, and never two that oppose each other.

In: the units of one component, what people decided. Out: groups of places of units, the links that made them, and the
pairs left unsure. The result does not depend on the order of the input: links are sorted by what they say.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.resolve.actors.blocks import pairs_of
from dragoman.resolve.actors.evidence import DOUBTFUL, ENOUGH, Link, weigh_pair
from dragoman.resolve.actors.naming import NamingKey
from dragoman.resolve.actors.spelling import LIKENESSES, Likeness, are_opposed
from dragoman.resolve.actors.units import Unit

Pair = tuple[NamingKey, NamingKey]
MOST_UNITS = 1000
"""Joining costs the product of two groups; a hostile text could else make one group of thousands."""
LEAD = 2
"""By how much the best of several opposed partners of a short name must lead, to be its owner."""
_PARTIAL: frozenset[Likeness] = frozenset(("longer", "tail", "initial"))


@dataclass(slots=True)
class Grouping:
    """The outcome for one component; places are those of the list of units."""

    groups: list[list[int]]
    joined: list[Link] = field(default_factory=list)
    unsure: list[tuple[int, int]] = field(default_factory=list)


def group_units(units: Sequence[Unit], together: Iterable[Pair] = (), apart: Iterable[Pair] = ()) -> Grouping:
    """Group units that are one person.

    Args:
        units: of one component, sorted by key.
        together: namings that somebody has joined; `apart`: those that somebody has parted.
    """
    of = {reading.naming.key: at for at, unit in enumerate(units) for reading in unit.readings}
    ties = sorted({tuple(sorted((of[a], of[b]))) for a, b in together if a in of and b in of and of[a] != of[b]})
    parted = {tuple(sorted((of[a], of[b]))) for a, b in apart if a in of and b in of}
    links = find_links(units)
    sure = {(link.a, link.b) for link in links if link.weight >= ENOUGH}
    merging = _Merging(units, {(a, b) for a, b in parted}, sure)
    for a, b in ties:
        merging.join(a, b, by_hand=True)
    torn = _torn_links(units, links)
    result = Grouping([])
    for link in sorted(links, key=lambda link: (-link.weight, LIKENESSES.index(link.likeness), link.a, link.b)):
        if link.weight >= ENOUGH and link not in torn and merging.join(link.a, link.b):
            result.joined.append(link)
        elif link.weight >= DOUBTFUL:
            result.unsure.append((link.a, link.b))
    result.groups = merging.groups()
    result.unsure = [(a, b) for a, b in result.unsure if merging.root(a) != merging.root(b)]
    return result


def find_links(units: Sequence[Unit]) -> list[Link]:
    """All pairs whose names agree, with their weight; units of one known person belong together whatever the names."""
    links = [
        Link(a, b, weighed[0], weighed[1], weighed[2])
        for a, b, names in pairs_of(units)
        if (weighed := weigh_pair(units[a], units[b], names)) is not None
    ]
    return links + _links_of_known(units)


def _links_of_known(units: Sequence[Unit]) -> list[Link]:
    owners: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        if unit.known:
            owners[unit.known.id].append(at)
    return [
        Link(places[0], place, 100, "same", (f"office holder: {units[place].readings[0].reason}",))
        for places in owners.values()
        for place in places[1:]
    ]


def _torn_links(units: Sequence[Unit], links: Sequence[Link]) -> set[Link]:
    """Links of a short name to longer ones that oppose each other, none of which leads clearly."""
    partners: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if link.likeness in _PARTIAL and link.weight >= ENOUGH:
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


def _speak_for_two(a: Unit, b: Unit) -> bool:
    """Whether two units stand for different states: a third without a state must not bring them together."""
    return bool(a.code and b.code and a.code != b.code) and ":" not in a.code + b.code


class _Merging:
    """Groups that grow by joining, as long as nobody in one opposes anybody in the other."""

    def __init__(self, units: Sequence[Unit], parted: set[tuple[int, int]], sure: set[tuple[int, int]]) -> None:
        self._units = units
        self._sure = sure
        self._parted = parted
        self._members = {at: [at] for at in range(len(units))}
        self._root = list(range(len(units)))

    def root(self, at: int) -> int:
        return self._root[at]

    def join(self, a: int, b: int, *, by_hand: bool = False) -> bool:
        """Join the groups of two units; False if they are one already or must not be one."""
        one, other = sorted((self._root[a], self._root[b]))
        if one == other or len(self._members[one]) + len(self._members[other]) > MOST_UNITS:
            return False
        if any(self._forbids(x, y, by_hand) for x in self._members[one] for y in self._members[other]):
            return False
        for member in self._members.pop(other):
            self._root[member] = one
            self._members[one].append(member)
        return True

    def _forbids(self, a: int, b: int, by_hand: bool) -> bool:
        one, other = self._units[a], self._units[b]
        pair = (min(a, b), max(a, b))
        if pair in self._parted or by_hand:
            return pair in self._parted
        if one.known and other.known:
            return one.known.id != other.known.id
        if (one.known and other.is_unsure) or (other.known and one.is_unsure) or _oppose(self._units, a, b):
            return True
        return pair not in self._sure and _speak_for_two(one, other)

    def groups(self) -> list[list[int]]:
        return [sorted(self._members[at]) for at in sorted(self._members)]
