"""Groups of units that grow by joining, as long as nobody in one opposes anybody in the other.

In: units, the pairs that people parted, those whose link is sure. Out: whether two groups may be one, and the groups. A
group remembers in which ways its units differ: hundreds of units may be alike, and are asked once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.resolve.actors.spelling import PersonName, are_opposed
from dragoman.resolve.actors.units import Unit

MOST_UNITS = 1000
"""Joining costs the product of two groups; a hostile text could else make one group of thousands."""


@dataclass(frozen=True, slots=True)
class _Nature:
    """What decides whether two units oppose each other: name, known person ("" if none), whether it may be several."""

    name: PersonName
    known: str
    unsure: bool

    def opposes(self, other: "_Nature") -> bool:
        """Whether the two cannot be one person."""
        if self.known and other.known:
            return self.known != other.known
        if (self.known and other.unsure) or (other.known and self.unsure):
            return True
        return are_opposed(self.name, other.name)


@dataclass(slots=True)
class _Group:
    """Places of units, their natures, those that stand for a state, and those that people parted from one of them."""

    members: list[int]
    natures: set[_Nature]
    of_states: list[int]
    enemies: set[int] = field(default_factory=set)


class Merging:
    """Groups of one component, each of one unit at first."""

    def __init__(
        self, units: Sequence[Unit], parted: Iterable[tuple[int, int]], sure: Iterable[tuple[int, int]]
    ) -> None:
        """Take the units of one component, and pairs of their places."""
        self._units = units
        self._groups = {at: _make_group(at, unit) for at, unit in enumerate(units)}
        self._root = list(range(len(units)))
        self._refused: dict[tuple[int, int], tuple[int, int]] = {}
        states = [unit.code if ":" not in unit.code else "" for unit in units]
        self._sure = {(a, b) for a, b in sure if states[a] and states[b] and states[a] != states[b]}
        for a, b in parted:
            self._groups[a].enemies.add(b)
            self._groups[b].enemies.add(a)

    def root(self, at: int) -> int:
        """What identifies the group of a unit."""
        return self._root[at]

    def join(self, a: int, b: int, *, by_hand: bool = False) -> bool:
        """Join the groups of two units; False if they are one already or must not be one."""
        first, second = sorted((self._root[a], self._root[b]))
        if first == second:
            return False
        one, other = self._groups[first], self._groups[second]
        if len(one.members) + len(other.members) > MOST_UNITS or not one.enemies.isdisjoint(other.members):
            return False
        if not by_hand:
            sizes = (len(one.members), len(other.members))
            if self._refused.get((first, second)) == sizes:  # neither has grown since
                return False
            if self._oppose(one, other):
                self._refused[first, second] = sizes
                return False
        del self._groups[second]
        for member in other.members:
            self._root[member] = first
        one.members += other.members
        one.natures |= other.natures
        one.of_states += other.of_states
        one.enemies |= other.enemies
        return True

    def groups(self) -> list[list[int]]:
        """The places of each group in order."""
        return [sorted(self._groups[at].members) for at in sorted(self._groups)]

    def _oppose(self, one: _Group, other: _Group) -> bool:
        if any(a.opposes(b) for a in one.natures for b in other.natures):
            return True
        pairs = ((min(a, b), max(a, b)) for a, b in self._of_two_states(one, other))
        return any(pair not in self._sure for pair in pairs)

    def _of_two_states(self, one: _Group, other: _Group) -> Iterator[tuple[int, int]]:
        """Pairs for different states: a third without a state must not bring them together."""
        for a in one.of_states:
            for b in other.of_states:
                if not (self._units[a].known and self._units[b].known) and _speak_for_two(
                    self._units[a], self._units[b]
                ):
                    yield a, b


def _make_group(at: int, unit: Unit) -> _Group:
    nature = _Nature(unit.name, unit.known.id if unit.known else "", unit.is_unsure)
    return _Group([at], {nature}, [at] if unit.code and ":" not in unit.code else [])


def _speak_for_two(a: Unit, b: Unit) -> bool:
    """Whether two units stand for different states."""
    return bool(a.code and b.code and a.code != b.code) and ":" not in a.code + b.code
