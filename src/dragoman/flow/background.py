"""What is known of all texts of a dossier together: their pages, days and independent sources.

A folder in, one frozen background out. It is made anew only when somebody has written into the dossier, so that asking
for one pair after the other reads it once.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dragoman.model.relation import Coverage
from dragoman.model.resolution import SourceDocument
from dragoman.record.dossier import Dossier
from dragoman.record.overview import stamp_of
from dragoman.resolve.independence import Independence, read_independence
from dragoman.text.edtf import bounds_of

Days = tuple[str, str]
"""First and last ISO day; "" where there is none."""


@dataclass(frozen=True, slots=True)
class Background:
    """What all texts say together.

    Attributes:
        sources: what is known of the page of each text, by id.
        published: when each may have been published.
        order: ids of the texts that have a date, by the first day of it; `days`: those days.
    """

    sources: Mapping[str, SourceDocument]
    independence: Independence
    published: Mapping[str, Days]
    order: tuple[str, ...]
    days: tuple[str, ...]

    def cover(self, start: str, end: str, of_pair: Collection[str]) -> Coverage:
        """How many texts, and independent sources, first appeared within a period; and of some of them."""
        every = self.order[bisect_left(self.days, start) : bisect_right(self.days, end)]
        some = [id for id in every if id in of_pair]
        count = self.independence.count
        return Coverage(len(every), count(every), len(some), count(some))


def background_of(opened: Dossier) -> Background:
    """The background of an open dossier."""
    return _background(opened.folder, stamp_of(opened.folder))


@lru_cache(maxsize=2)
def _background(folder: Path, _stamp: tuple[int, ...]) -> Background:
    with Dossier(folder) as opened:
        sources = opened.sources_of(None)
        independence = read_independence(
            sources.values(), opened.families(), opened.overlaps_of(None), opened.credits_of(None)
        )
    published = {id: _days_of(source.published) for id, source in sources.items()}
    order = sorted((days[0], id) for id, days in published.items() if days[0])
    return Background(
        sources, independence, published, tuple(id for _, id in order), tuple(day for day, _ in order)
    )


@lru_cache(maxsize=20_000)
def _days_of(published: str) -> Days:
    first, last = bounds_of(published)
    start, end = first or last, last or first
    return (start.isoformat(), end.isoformat()) if start and end else ("", "")
