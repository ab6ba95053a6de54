"""Links between units: all pairs of a component whose names agree, with the weight of what joins them.

In: units sorted by their keys. Out: `Link` values in the order in which they are to be taken. There may be millions in
a large dossier: a link is small, and says why only when asked.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from dragoman.resolve.actors.blocks import pairs_of
from dragoman.resolve.actors.evidence import (
    DOUBTFUL,
    ENOUGH,
    may_turn,
    tell_reasons,
    weigh_circumstances,
    weigh_names,
)
from dragoman.resolve.actors.spelling import LIKENESSES, Likeness, PersonName, compare_names
from dragoman.resolve.actors.units import Unit

_TURNED = LIKENESSES.index("turned")
CERTAIN = 100
"""Weight of a link between two units of one office holder."""


class Link(NamedTuple):
    """Two units by their places, a < b; links sort by weight, the heaviest first, then by likeness and places.

    Attributes:
        lightness: the weight, negated.
        rank: the place of the likeness among `LIKENESSES`.
        family_names: how many different names share the family name, as far as that weighs.
    """

    lightness: int
    rank: int
    a: int
    b: int
    family_names: int = 0

    @property
    def weight(self) -> int:
        """What joins the two, as a whole number."""
        return -self.lightness

    @property
    def likeness(self) -> Likeness:
        """How alike the names are."""
        return LIKENESSES[self.rank]


def find_links(units: Sequence[Unit]) -> tuple[list[Link], list[tuple[int, int]]]:
    """Pairs that are one person unless something speaks against it, in order, and pairs that are left in doubt.

    Units of one known person belong together whatever the names.
    """
    links, doubtful = list(_links_of_known(units)), []
    for weight, rank, a, b, family_names in _weigh_names(units):
        if weight >= ENOUGH:
            links.append(Link(-weight, rank, a, b, family_names))
        elif weight >= DOUBTFUL:
            doubtful.append((a, b))
    return sorted(links), doubtful


def tell_link(units: Sequence[Unit], link: Link) -> tuple[str, ...]:
    """Why a link joins its two units."""
    a, b = units[link.a], units[link.b]
    if link.weight == CERTAIN:
        return (f"office holder: {b.readings[0].reason}",)
    return tell_reasons(a, b, link.likeness, link.family_names)


def _weigh_names(units: Sequence[Unit]) -> Iterator[tuple[int, int, int, int, int]]:
    """Weight, rank, places and family names of all pairs whose names agree: most weigh too little for a link."""
    names: dict[PersonName, int] = {}
    spelled = [names.setdefault(unit.name, len(names)) for unit in units]
    known: dict[tuple[int, int, int], tuple[int, int] | None] = {}  # a few names make up thousands of units
    for a, b, family_names in pairs_of(units):
        one, other = units[a], units[b]
        key = (spelled[a], spelled[b], family_names)
        if key not in known:
            known[key] = _compare(one.name, other.name, family_names)
        alike = known[key]
        if alike is not None and (alike[1] != _TURNED or may_turn(one, other)):
            yield alike[0] + weigh_circumstances(one, other), alike[1], a, b, family_names


def _compare(one: PersonName, other: PersonName, family_names: int) -> tuple[int, int] | None:
    """What two names weigh together, and the rank of their likeness; None where they do not agree."""
    likeness = compare_names(one, other)
    return likeness and (weigh_names(one, other, likeness, family_names), LIKENESSES.index(likeness))


def _links_of_known(units: Sequence[Unit]) -> Iterator[Link]:
    owners: dict[str, list[int]] = defaultdict(list)
    for at, unit in enumerate(units):
        if unit.known:
            owners[unit.known.id].append(at)
    for places in owners.values():
        for place in places[1:]:
            yield Link(-CERTAIN, 0, places[0], place)
