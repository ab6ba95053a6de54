"""Finds which namings can concern each other at all, so that adding a document touches only a few.

In: readings, units. Out: the block keys of each reading (its family name by sound, its known person), the components
of readings that share keys, and the pairs of units worth a comparison. Two components never concern each other.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from dragoman.resolve.actors.known import Reading
from dragoman.resolve.actors.naming import NamingKey
from dragoman.resolve.actors.orders import double_codes, turning_codes
from dragoman.resolve.actors.units import Unit
from dragoman.text.names import name_key

WINDOW = 20
"""Most units of one block, in the order of their words, with which a unit is compared; hostile input has thousands.
20, 30, 40 and 60 gave the same actors of 5 and of 2,072 articles. Of 20,000 made-up ones whose names come from a small
pool 60 takes 1.6 times as long and 40 % more memory, and joins 3 % more."""


def block_keys(reading: Reading) -> tuple[str, ...]:
    """Keys of a reading: its family name by sound, its holder; a surname alone has only its own document and holder."""
    keys = [f"holder {person.id}" for person in (reading.known, *reading.maybe) if person]
    if not reading.name.is_full:
        return (*keys, f"alone {reading.naming.document} {reading.naming.name}")
    return (*keys, *(f"name {word}" for word in family_keys(reading)))


def family_keys(reading: Reading) -> tuple[str, ...]:
    """The words that may be the family name, by sound: the last one, and others where names have another order."""
    return _family_keys(reading.name.words, reading.naming.code)


@lru_cache(maxsize=65536)
def _family_keys(words: tuple[str, ...], code: str) -> tuple[str, ...]:
    found = [words[-1]]
    if code in turning_codes():
        found.append(words[0])
    if len(words) > 2 and code in double_codes():
        found.append(words[-2])
    return tuple(dict.fromkeys(skeleton(word) for word in found))


def skeleton(word: str) -> str:
    """A word's sound without the vowels behind its first letter, which slips of the pen change most.

    Example:
        >>> skeleton("saakashvili") == skeleton("saakashvilli")
        True
    """
    key = name_key(word)
    return key[:1] + key[1:].replace("a", "").replace("u", "")


def find_components(
    readings: Iterable[Reading], ties: Iterable[tuple[NamingKey, NamingKey]] = ()
) -> list[list[Reading]]:
    """Readings that share keys, directly or over others; `ties` are namings that somebody has joined."""
    ordered = sorted(readings, key=lambda reading: reading.naming.key)
    parent = list(range(len(ordered)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    first: dict[str, int] = {}
    place = {reading.naming.key: at for at, reading in enumerate(ordered)}
    for at, reading in enumerate(ordered):
        for key in block_keys(reading):
            parent[root(at)] = root(first.setdefault(key, at))
    for a, b in ties:
        if a in place and b in place:
            parent[root(place[a])] = root(place[b])
    groups: dict[int, list[Reading]] = defaultdict(list)
    for at, reading in enumerate(ordered):
        groups[root(at)].append(reading)
    return list(groups.values())


def pairs_of(units: Sequence[Unit]) -> Iterator[tuple[int, int, int]]:
    """Places of two units to compare, and how many different names share their family name; each pair once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    keys_of = {at: family_keys(unit.readings[0]) for at, unit in enumerate(units) if unit.name.is_full}
    for at, keys in keys_of.items():
        for key in keys:
            blocks[key].append(at)
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        members = blocks[key]
        names = len({units[at].name.words for at in members})
        for place, a in enumerate(members):
            for b in members[place + 1 : place + 1 + WINDOW]:
                if len(keys_of[a]) > 1 and len(keys_of[b]) > 1:  # others never meet in a second block
                    if (a, b) in seen:
                        continue
                    seen.add((a, b))
                yield a, b, names
