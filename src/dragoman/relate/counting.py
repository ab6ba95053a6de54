"""From imported events to acts: sums by month, or single days where periods are weeks.

In: imported months or events, a scale. Out: `Act` records with their number; their id is the name of the data set.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from dragoman.model.event_data import ImportedEvent, ImportedMonth
from dragoman.model.relation import Act
from dragoman.relate.scoring import OFFICIAL
from dragoman.text.edtf import bounds_of
from dragoman.vocab.plover_map import quad_of
from dragoman.vocab.scales import Scale


def score_months(months: Iterable[ImportedMonth], scale: Scale, *, official: bool = True) -> list[Act]:
    """The acts of imported months."""
    rows = list(months)
    share = _share_of(row.source for row in rows)
    # There are many rows, of few months and kinds.
    days_of, score_of = cache(_days_of), cache(scale.score)
    found = []
    for row in rows:
        quad = quad_of(row.type)
        first, last = days_of(row.month)
        if quad and first and (row.official or not official):
            found.append(Act(
                row.source, row.actor, row.recipient, first, last, row.type, row.mode, quad,
                score_of(row.type, row.mode, row.cameo), share, count=row.count,
            ))  # fmt: skip
    return found


def score_events(events: Iterable[ImportedEvent], scale: Scale, *, official: bool = True) -> list[Act]:
    """The acts of single imported events, each on its day."""
    rows = list(events)
    share = _share_of(row.source for row in rows)
    found = []
    for row in rows:
        quad = quad_of(row.type)
        if quad and (not official or {row.actor_sector, row.recipient_sector} <= OFFICIAL):
            found.append(Act(
                row.source, row.actor, row.recipient, row.day, row.day, row.type, row.mode, quad,
                scale.score(row.type, row.mode, row.cameo), share,
            ))  # fmt: skip
    return found


def _days_of(month: str) -> tuple[str, str]:
    first, last = bounds_of(month)
    return (first.isoformat(), last.isoformat()) if first and last else ("", "")


def _share_of(sources: Iterable[str]) -> float:
    """Weight of one event: of several data sets each counts its share, as all tell of the same world."""
    return 1.0 / max(1, len(set(sources)))
