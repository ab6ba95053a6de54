"""Places: cities, capitals, provinces, regions, seas, straits, and territories in dispute.

In: `data/places.tsv` and `data/disputed.tsv`. Out: `Place` rows by surface form, the larger first, and the answer to
whether a name is a disputed territory: a place, never a side. It must not know what happened there.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from dragoman.vocab.periods import ALWAYS, Period
from dragoman.vocab.surface import FormIndex
from dragoman.vocab.tables import Row, read_table

PLACE_COLUMNS = ("name", "names", "kind", "state", "size", "source")
DISPUTED_COLUMNS = ("name", "names", "claimants", "source")
KINDS = frozenset({"city", "capital", "province", "region", "sea", "strait", "river"})
SIZES = frozenset({"", "0", "1", "2", "3"})


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    `state` is the code of the state that it lies in, "" where it is in several or none. `size` is -1 for what is no
    city, 0 below 100,000 inhabitants, 1 from 100,000, 2 from 500,000, 3 from a million.
    """

    name: str
    names: tuple[str, ...]
    kind: str
    state: str
    size: int
    source: str

    @property
    def period(self) -> Period:
        """Places are not dated."""
        return ALWAYS


@dataclass(frozen=True, slots=True)
class DisputedPlace:
    """A territory that more than one state holds or claims; `claimants` are codes, in no order of right."""

    name: str
    names: tuple[str, ...]
    claimants: tuple[str, ...]
    source: str

    @property
    def period(self) -> Period:
        """Disputed places are not dated."""
        return ALWAYS


class PlaceTable:
    """All places, by surface form."""

    def __init__(self, places: tuple[Place, ...], disputed: tuple[DisputedPlace, ...]) -> None:
        """Index the places."""
        self.places = places
        self.disputed = disputed
        self._index = FormIndex((form, row) for row in places for form in (row.name, *row.names))
        self._disputed = FormIndex((form, row) for row in disputed for form in (row.name, *row.names))

    def by_name(self, name: str) -> tuple[Place, ...]:
        """Give the places of a name, capitals and larger cities first.

        Example:
            >>> load_places().by_name("Peshawar")[0].state
            'PAK'
        """
        rows = self._index.rows(name)
        return tuple(sorted(rows, key=lambda row: (row.kind == "capital", row.size), reverse=True))

    def disputed_by_name(self, name: str) -> DisputedPlace | None:
        """Give the disputed territory of a name, None if it is none.

        Example:
            >>> load_places().disputed_by_name("the Crimea").claimants
            ('UKR', 'RUS')
        """
        rows = self._disputed.rows(name)
        return rows[0] if rows else None


@lru_cache(maxsize=1)
def load_places() -> PlaceTable:
    """Read both tables once.

    Raises:
        VocabError: a row is faulty.
    """
    places = tuple(_place(row) for row in read_table("places.tsv", PLACE_COLUMNS))
    disputed = tuple(_disputed(row) for row in read_table("disputed.tsv", DISPUTED_COLUMNS))
    return PlaceTable(places, disputed)


def _place(row: Row) -> Place:
    if row["kind"] not in KINDS:
        raise row.fault(f"kind {row['kind']!r} is none of {', '.join(sorted(KINDS))}")
    if row["size"] not in SIZES:
        raise row.fault(f"size {row['size']!r} is none of 0, 1, 2, 3 or empty")
    size = int(row["size"] or -1)
    return Place(row.required("name"), row.list_of("names"), row["kind"], row["state"], size, row.required("source"))


def _disputed(row: Row) -> DisputedPlace:
    claimants = row.list_of("claimants")
    if not claimants:
        raise row.fault("a disputed territory needs the codes of its claimants")
    return DisputedPlace(row.required("name"), row.list_of("names"), claimants, row.required("source"))
