"""Finds the persons behind the namings of many documents, at once or document by document.

In: namings in any order, the vocabulary, what people decided. Out: `PersonActors`. Adding namings recomputes only the
components that they touch, and gives the same as finding all anew.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from dragoman.model.resolution import ActorEntry
from dragoman.resolve.actors.blocks import block_keys, find_components
from dragoman.resolve.actors.entries import make_entries
from dragoman.resolve.actors.grouping import Pair, group_units
from dragoman.resolve.actors.known import KnownPersons, Reading
from dragoman.resolve.actors.naming import Naming, NamingKey
from dragoman.resolve.actors.units import make_units
from dragoman.vocab.world import World


@dataclass(frozen=True, slots=True)
class Component:
    """Namings that can concern each other, with what they came to; `keys` are their block keys."""

    keys: frozenset[str]
    readings: tuple[Reading, ...]
    entries: tuple[ActorEntry, ...]
    actors: Mapping[NamingKey, str]


@dataclass(frozen=True, slots=True)
class PersonActors:
    """All persons.

    Attributes:
        components: in the order of their first naming.
        together: pairs of namings that somebody has joined; `apart`: parted.
    """

    components: tuple[Component, ...]
    together: tuple[Pair, ...] = ()
    apart: tuple[Pair, ...] = ()

    @property
    def entries(self) -> tuple[ActorEntry, ...]:
        """All entries, by id."""
        return tuple(sorted((entry for part in self.components for entry in part.entries), key=lambda e: e.id))

    @property
    def actors(self) -> dict[NamingKey, str]:
        """The id of the actor of each naming."""
        return {key: id for part in self.components for key, id in part.actors.items()}


def find_actors(
    namings: Iterable[Naming], world: World, *, together: Iterable[Pair] = (), apart: Iterable[Pair] = ()
) -> PersonActors:
    """Find the persons of all namings.

    Args:
        namings: in any order; of several with one key the namings are taken as one.
        world: holders, titles, names.
        together: pairs of namings that are one person by somebody's decision; `apart`: that are not.
    """
    empty = PersonActors((), tuple(sorted(together)), tuple(sorted(apart)))
    return add_namings(empty, namings, world)


def add_namings(actors: PersonActors, namings: Iterable[Naming], world: World) -> PersonActors:
    """The same persons with further namings; only components that share a block key with these are recomputed."""
    persons = KnownPersons(world)
    added = [persons.read(naming) for naming in merge_namings(namings)]
    keys = {key for reading in added for key in block_keys(reading)}
    tied = _tied_keys(actors, added)
    own = {reading.naming.key for reading in added}
    kept: list[Component] = []
    again = list(added)
    for part in actors.components:
        if part.keys & keys or part.actors.keys() & (tied | own):
            again += [reading for reading in part.readings if reading.naming.key not in own]
        else:
            kept.append(part)
    fresh = [_resolve(readings, actors) for readings in find_components(again, actors.together)]
    ordered = sorted([*kept, *fresh], key=lambda part: part.readings[0].naming.key)
    return replace(actors, components=tuple(ordered))


def _tied_keys(actors: PersonActors, added: Iterable[Reading]) -> set[NamingKey]:
    """Namings that somebody has joined with one of those added."""
    new = {reading.naming.key for reading in added}
    return {other for a, b in actors.together for one, other in ((a, b), (b, a)) if one in new}


def _resolve(readings: list[Reading], actors: PersonActors) -> Component:
    alone = frozenset(key for pair in actors.apart for key in pair)
    units = make_units(readings, alone)
    grouping = group_units(units, actors.together, actors.apart)
    entries, owners = make_entries(units, grouping)
    keys = frozenset(key for reading in readings for key in block_keys(reading))
    return Component(keys, tuple(readings), tuple(entries), owners)


def merge_namings(namings: Iterable[Naming]) -> list[Naming]:
    """One naming for each document and name, in the order of their keys; what several say is put together."""
    found: dict[NamingKey, Naming] = {}
    for naming in sorted(namings, key=_content):
        known = found.get(naming.key)
        found[naming.key] = naming if known is None else _put_together(known, naming)
    return [found[key] for key in sorted(found)]


def _content(naming: Naming) -> tuple[object, ...]:
    return (
        naming.key, naming.published, naming.code, naming.sides, naming.before, naming.after, naming.companions,
        naming.mentions,
    )  # fmt: skip


def _put_together(a: Naming, b: Naming) -> Naming:
    return replace(
        a, published=a.published or b.published, code=a.code or b.code, sides=tuple(sorted({*a.sides, *b.sides})),
        before=a.before or b.before, after=a.after or b.after,
        companions=tuple(sorted({*a.companions, *b.companions})), mentions=a.mentions + b.mentions,
    )  # fmt: skip
