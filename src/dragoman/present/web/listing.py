"""One page of a list: what the query of the address asks for, how many rows meet it, and what the list offers beside.

Requests in, numbers and filters out; the sums are made anew only when somebody wrote into the dossier.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from starlette.requests import Request

from dragoman.present.asking import check_filters
from dragoman.present.web.asked import read_number, read_wanted
from dragoman.present.web.desk import Desk
from dragoman.present.web.kept import Kept
from dragoman.record.dossier import Dossier
from dragoman.record.facets import Counts, Field, count_months, count_values
from dragoman.record.filters import Filters, Kind
from dragoman.record.overview import stamp_of

_TOTALS: Kept[tuple[int, int]] = Kept(256)
FACETS = 15
"""Values of a field that a list offers."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Where in a list a page stands.

    Attributes:
        filters: with the limit and the offset of the page.
        number: of the page, from 1.
        total: rows that meet the filters; `hidden`: those that would but for the least confidence.
    """

    filters: Filters
    number: int
    total: int
    hidden: int

    @property
    def first(self) -> int:
        """The place of the page's first row in the list, from 1."""
        return self.filters.offset + 1

    @property
    def more(self) -> bool:
        """Whether pages follow."""
        return bool(self.filters.limit) and self.total > self.filters.offset + self.filters.limit

    @property
    def every(self) -> Filters:
        """The filters without the page."""
        return replace(self.filters, limit=0, offset=0)


def ask_page(request: Request, *, foretells: bool = False) -> tuple[Filters, int]:
    """The filters of an address, and the number of its page.

    Raises:
        UsageError: names the word that is wrong and what would be right.
    """
    number = max(1, read_number(request, "page", 1))
    filters = check_filters(read_wanted(request), foretells=foretells)
    return replace(filters, offset=(number - 1) * filters.limit), number


def count_page(opened: Dossier, kind: Kind, filters: Filters, number: int) -> Listing:
    """The page with its numbers; all pages of a list have the same totals."""
    every = replace(filters, limit=0, offset=0)
    total, hidden = _TOTALS.get(opened.folder, (kind, every), lambda: opened.count_split(kind, every))
    return Listing(filters, number, total, hidden)


def find_facets(desk: Desk, kind: Kind, field: Field, filters: Filters) -> Counts:
    """The most frequent values of a field among the rows that meet the filters."""
    return _values(desk.folder, kind, field, filters, stamp_of(desk.folder))


def find_months(desk: Desk, filters: Filters) -> Counts:
    """Texts per month among those that meet the filters."""
    return _months(desk.folder, filters, stamp_of(desk.folder))


@lru_cache(maxsize=64)
def _values(folder: Path, kind: Kind, field: Field, filters: Filters, _stamp: tuple[int, ...]) -> Counts:
    return count_values(folder, kind, field, filters, limit=FACETS)


@lru_cache(maxsize=16)
def _months(folder: Path, filters: Filters, _stamp: tuple[int, ...]) -> Counts:
    return count_months(folder, filters)
