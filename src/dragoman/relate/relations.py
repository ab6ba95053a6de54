"""From acts and verdicts on one pair to its relation: the line, its two directions, change points, or what is lacking.

In: acts, verdicts, coverage by period. Out: `Relation`. How an act got its score is not known here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from dragoman.model.relation import Act, Coverage, Pair, Period, Relation, RelationPoint, Verdict
from dragoman.relate.levels import Cells, Grid, Levels, estimate_levels, fill_cells, make_grid
from dragoman.relate.levels.changes import find_changes
from dragoman.relate.levels.estimating import DEFAULTS, SCALE_END, Settings

LEAST_THREADS = 8
LEAST_SOURCES = 2
"""Below these there is no line, only the records."""
BOTH, FORTH, BACK = range(3)


@dataclass(frozen=True, slots=True)
class Window:
    """What part of a relation is asked for.

    Attributes:
        since: ISO day, "" for the first act; `until`: the last day, "" for the last act.
    """

    period: Period = "month"
    since: str = ""
    until: str = ""
    scale: str = "plover"


@dataclass(frozen=True, slots=True)
class Witnesses:
    """Who tells what.

    Attributes:
        count_sources: ids of acts to the number of independent sources among the texts that tell them.
        imported: names of data sets among the ids; whoever made one drew on many sources that nobody can count.
        coverage: first and last day of a period to who could have spoken in it.
    """

    count_sources: Callable[[Sequence[str]], int]
    coverage: Callable[[str, str], Coverage] = field(default=lambda start, end: Coverage())
    imported: tuple[str, ...] = ()


def draw_relation(
    pair: Pair, acts: Sequence[Act], verdicts: Sequence[Verdict], window: Window, witnesses: Witnesses,
    settings: Settings = DEFAULTS,
) -> Relation:  # fmt: skip
    """The relation of a pair over a window; what is known of the time before it helps to place its beginning."""
    inside = [act for act in acts if _meets(act, window)]
    threads = sum(act.count for act in inside)
    sources = witnesses.count_sources(list(dict.fromkeys(act.id for act in inside)))
    imported = tuple(sorted(set(witnesses.imported) & {act.id for act in inside}))
    lacks = describe_lack(threads, max(sources, LEAST_SOURCES) if imported else sources)
    if lacks:
        return Relation(
            pair, window.period, window.scale, threads=threads, sources=sources, lacks=lacks, imported=imported
        )
    grid = _grid_of([act.first for act in acts] + [verdict.first for verdict in verdicts], acts, window)
    cells = fill_cells(grid, 3, acts, verdicts, lambda actor, other: _series_of(pair, actor, other))
    levels = estimate_levels(cells, grid.months, settings)
    shown = range(max(0, grid.place_of(window.since)) if window.since else _first_of(grid, inside), grid.count)
    falling = _file_by_period(grid, acts)
    both, forth, back = (
        tuple(_point(grid, cells, levels, place, series, witnesses, falling) for place in shown)
        for series in (BOTH, FORTH, BACK)
    )
    changes = find_changes(grid, levels.jump[:, BOTH], levels.jump_half[:, BOTH], acts, levels.level[:, BOTH])
    first = shown.start
    return Relation(
        pair, window.period, window.scale, both,
        forth if cells.counts[FORTH] else (), back if cells.counts[BACK] else (),
        tuple(change for change in changes if grid.place_of(change.start) >= first), threads, sources,
        imported=imported,
    )  # fmt: skip


def describe_lack(threads: int, sources: int) -> str:
    """Why there is no line, in words; "" where there may be one."""
    if threads >= LEAST_THREADS and sources >= LEAST_SOURCES:
        return ""
    events = "1 event" if threads == 1 else f"{threads} events"
    told = f"{events} of {sources} independent {'source' if sources == 1 else 'sources'}"
    return f"too little for a line: {told}; it takes {LEAST_THREADS} events and {LEAST_SOURCES} sources"


def _meets(act: Act, window: Window) -> bool:
    return (not window.since or act.last >= window.since) and (not window.until or act.first <= window.until)


def _grid_of(starts: Sequence[str], acts: Sequence[Act], window: Window) -> Grid:
    first = min([*starts, window.since] if window.since else starts)
    return make_grid(window.period, first, window.until or max(act.last for act in acts))


def _first_of(grid: Grid, acts: Sequence[Act]) -> int:
    return max(0, min(grid.place_of(act.first) for act in acts))


def _series_of(pair: Pair, actor: str, other: str) -> tuple[int, ...]:
    if (actor, other) == pair:
        return BOTH, FORTH
    if (other, actor) == pair:
        return BOTH, BACK
    return ()


def _file_by_period(grid: Grid, acts: Sequence[Act]) -> dict[int, tuple[str, ...]]:
    """Ids of acts by each period that they may lie in, weightiest first."""
    found: dict[int, list[Act]] = defaultdict(list)
    for act in sorted(acts, key=lambda act: (-act.weight, act.id)):
        for place in range(max(0, grid.place_of(act.first)), min(grid.count - 1, grid.place_of(act.last)) + 1):
            found[place].append(act)
    return {place: tuple(dict.fromkeys(act.id for act in some)) for place, some in found.items()}


def _point(
    grid: Grid, cells: Cells, levels: Levels, place: int, series: int, witnesses: Witnesses,
    falling: dict[int, tuple[str, ...]],
) -> RelationPoint:  # fmt: skip
    start, end = grid.bounds_of(place)
    level, half = float(levels.level[place, series]), float(levels.half[place, series])
    trend, wide = float(levels.trend[place, series]), float(levels.trend_half[place, series])
    quads = np.rint(cells.acts[place, series]).astype(int)
    return RelationPoint(
        start, end, _cut(level), _cut(level - half), _cut(level + half), trend, trend - wide, trend + wide,
        int(np.rint(cells.acts[place, series].sum())),
        (int(quads[0]), int(quads[1]), int(quads[2]), int(quads[3])),
        witnesses.coverage(start, end) if series == BOTH else Coverage(),
        falling.get(place, ()) if series == BOTH else (),
    )  # fmt: skip


def _cut(value: float) -> float:
    """A level within the scale."""
    return min(SCALE_END, max(-SCALE_END, value))
