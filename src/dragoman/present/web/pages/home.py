"""`/`: what the dossier holds, what needs a look, what the latest runs brought, how much there is for each month.

`?since=RUN` shows what came after a run. Nothing is kept here about visits: an island remembers the last run it saw.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from starlette.requests import Request

from dragoman.model.resolution import Thread
from dragoman.present.clashes import tell_clashes
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.fields import Fields, thread_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.desk import Desk
from dragoman.present.web.fresh import KINDS, WORDS, FreshKind, Rows, find_fresh, ids_of, load_rows
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.record.novelty import Novelty
from dragoman.record.overview import Overview, Weightiest

MOST = 12
"""Pairs and outlets that the page lists."""
FEW = 6
"""Contradictions, runs, and new rows of each kind that the page lists."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """What came of one kind: how many, what one and several are called, the first rows."""

    kind: FreshKind
    count: int
    words: tuple[str, str]
    rows: Rows


def show_home(desk: Desk, request: Request) -> Page:
    """The overview."""
    overview = desk.overview()
    since = request.query_params.get("since", "")
    novelty = find_fresh(desk, since) if since else None
    sure = Filters(min_confidence=DEFAULT_CUT, limit=FEW)
    with desk.open() as opened:
        lapsed, unsure = _fetch(opened, overview.lapsed), _fetch(opened, overview.unsure)
        clashes = tell_clashes(opened, opened.contradictions(sure))
        clash_count = opened.count_matching("contradictions", sure)
        quotes = opened.quotes_of_threads(thread.id for thread in (*lapsed, *unsure))
        fresh = tuple(_load_fresh(opened, novelty)) if novelty else ()
    context = {
        "overview": overview, "lapsed": lapsed, "unsure": unsure, "quotes": quotes, "clashes": clashes,
        "clash_count": clash_count, "novelty": novelty, "fresh": fresh, "tables": dict(overview.counts),
        "pairs": overview.pairs[:MOST], "outlets": overview.outlets[:MOST], "runs": overview.runs[:FEW],
        "before": {run.id: before.id for run, before in pairwise(overview.runs)},
        "oldest": overview.runs[-1].id if overview.runs else "",
        "peak": max((texts for _, texts in overview.months), default=1),
    }  # fmt: skip
    rows = tuple(_rows(overview, clash_count))
    data: Fields = {
        "rows": list(rows),
        "contradictions": [one.fields() for one in clashes],
        "lapsed": [thread_fields(thread, quotes.get(thread.id, "")) for thread in lapsed],
        "unsure": [thread_fields(thread, quotes.get(thread.id, "")) for thread in unsure],
    }
    if novelty:
        data["new"] = {part.kind: {"count": part.count, "rows": part.rows.fields(part.kind)} for part in fresh}
    return Page("Home", "home.html.jinja", context, rows, data)


def _load_fresh(opened: Dossier, novelty: Novelty) -> Iterator[Fresh]:
    """The first rows of each kind of which anything came."""
    for kind in KINDS:
        ids = ids_of(novelty, kind)
        if ids:
            yield Fresh(kind, len(ids), WORDS[kind], load_rows(opened, kind, ids[:FEW]))


def _fetch(opened: Dossier, found: Weightiest) -> tuple[Thread, ...]:
    return tuple(opened.thread(id) for id in found.ids)


def _rows(overview: Overview, clashes: int) -> list[Fields]:
    """Every number of the page, one a row."""
    rows: list[Fields] = [_row("holds", table, count) for table, count in overview.counts]
    rows += [_row("published", "first", overview.first), _row("published", "last", overview.last),
             _row("published", "undated", overview.undated)]  # fmt: skip
    rows += [_row("look", "contradictions", clashes), _row("look", "lapsed plans", overview.lapsed.count),
             _row("look", "unsure but told by several", overview.unsure.count)]  # fmt: skip
    rows += [_row("pair", f"{pair.a} {pair.b}", pair.threads) for pair in overview.pairs[:MOST]]
    rows += [_row("outlet", outlet, texts) for outlet, texts in overview.outlets[:MOST]]
    rows += [_row("run", f"{run.started} {run.id}", run.documents) for run in overview.runs[:MOST]]
    return rows + [_row("month", month, texts) for month, texts in overview.months]


def _row(part: str, name: str, value: str | int) -> Fields:
    return {"part": part, "name": name, "value": value}
