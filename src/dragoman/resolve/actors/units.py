"""Bundles namings that are spelled alike and stand for one state, with all that is known about them.

In: readings of namings. Out: `Unit` values, the things that are joined or kept apart. A surname, or a name without a
state, is a unit of its own in each document: what joins it to others must be weighed.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.resolve.actors.known import KnownPerson, Reading
from dragoman.resolve.actors.naming import NamingKey
from dragoman.resolve.actors.spelling import PersonName
from dragoman.text.edtf import bounds_of

UnitKey = tuple[tuple[str, ...], str, str, str]


@dataclass(frozen=True, slots=True)
class Unit:
    """Namings of one spelling and one state; without a state, those of one document.

    Attributes:
        key: words, suffix, code, and the known person's id or, for what must stand alone, the document; sorts units.
        years: first and last year of publication, (0, 0) if unknown.
        company: folded full names of others in the same documents, without office holders.
    """

    key: UnitKey
    name: PersonName
    code: str
    readings: tuple[Reading, ...]
    known: KnownPerson | None
    sides: frozenset[str]
    years: tuple[int, int]
    company: frozenset[str]
    offices: frozenset[str]

    @property
    def is_unsure(self) -> bool:
        """Whether it may be one of several holders, and nothing decides which."""
        return any(reading.maybe for reading in self.readings)


def make_units(readings: Iterable[Reading], alone: frozenset[NamingKey] = frozenset()) -> list[Unit]:
    """The units of some readings in the order of their keys.

    Args:
        readings: in any order.
        alone: namings that somebody has set apart from others; each is a unit of its own.
    """
    groups: dict[UnitKey, list[Reading]] = defaultdict(list)
    for reading in readings:
        groups[_key_of(reading, alone)].append(reading)
    return [_make_unit(key, groups[key]) for key in sorted(groups)]


def _key_of(reading: Reading, alone: frozenset[NamingKey]) -> UnitKey:
    naming, name = reading.naming, reading.name
    owner = reading.known.id if reading.known else "" if name.is_full and naming.code else naming.document
    if naming.key in alone:
        owner = f"{naming.document} {naming.name}"
    return name.words, name.suffix, naming.code, owner


def _make_unit(key: UnitKey, readings: list[Reading]) -> Unit:
    if len(readings) == 1:  # most are; what stands in the reading need not stand here again
        return _make_single(key, readings[0])
    ordered = tuple(sorted(readings, key=lambda reading: reading.naming.key))
    namings = [reading.naming for reading in ordered]
    years = [year for naming in namings if (year := _year_of(naming.published))]
    return Unit(
        key=key, name=ordered[0].name, code=key[2], readings=ordered, known=ordered[0].known,
        sides=frozenset(side for naming in namings for side in naming.sides),
        years=(min(years), max(years)) if years else (0, 0),
        company=frozenset(other for reading in ordered for other in reading.company),
        offices=frozenset(office for reading in ordered for office in reading.offices),
    )  # fmt: skip


def _make_single(key: UnitKey, reading: Reading) -> Unit:
    year = _year_of(reading.naming.published)
    return Unit(
        key=key, name=reading.name, code=key[2], readings=(reading,), known=reading.known,
        sides=_sides(reading.naming.sides), years=(year, year), company=frozenset(reading.company),
        offices=reading.offices,
    )  # fmt: skip


@lru_cache(maxsize=65536)
def _sides(codes: tuple[str, ...]) -> frozenset[str]:
    return frozenset(codes)


@lru_cache(maxsize=65536)
def _year_of(published: str) -> int:
    """The first year of a date of publication, 0 if unknown."""
    day = bounds_of(published)[0] if published else None
    return day.year if day else 0
