"""`/`: what the dossier holds, what needs a look, what the latest runs brought, how much there is for each month."""

from starlette.requests import Request

from dragoman.model.resolution import Thread
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.fields import Fields, contradiction_fields, thread_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.desk import Desk
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.record.overview import Overview, Weightiest

MOST = 12
"""Pairs, outlets and runs that the page lists."""
FEW = 6
"""Contradictions that the page lists."""

def show_home(desk: Desk, request: Request) -> Page:
    """The overview."""
    overview = desk.overview()
    sure = Filters(min_confidence=DEFAULT_CUT, limit=FEW)
    with desk.open() as opened:
        lapsed, unsure = _fetch(opened, overview.lapsed), _fetch(opened, overview.unsure)
        clashes = tuple(opened.contradictions(sure))
        clash_count = opened.count_matching("contradictions", sure)
        quotes = opened.quotes_of_threads(thread.id for thread in (*lapsed, *unsure))
    context = {
        "overview": overview, "lapsed": lapsed, "unsure": unsure, "quotes": quotes, "clashes": clashes,
        "clash_count": clash_count,
        "pairs": overview.pairs[:MOST], "outlets": overview.outlets[:MOST], "runs": overview.runs[:MOST],
        "peak": max((texts for _, texts in overview.months), default=1),
    }  # fmt: skip
    rows = tuple(_rows(overview, clash_count))
    data: Fields = {
        "rows": list(rows),
        "contradictions": [contradiction_fields(one) for one in clashes],
        "lapsed": [thread_fields(thread, quotes.get(thread.id, "")) for thread in lapsed],
        "unsure": [thread_fields(thread, quotes.get(thread.id, "")) for thread in unsure],
    }
    return Page("Home", "home.html.jinja", context, rows, data)


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
