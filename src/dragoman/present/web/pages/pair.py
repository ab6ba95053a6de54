"""`/pair/A/B`: two sides in a period: how they get on, who says so, what happened and is ahead, what clashes.

What takes long stands on pages of its own (`relation`, `pair_parts`), which this one links to and fetches afterwards.
"""

from collections import Counter
from dataclasses import replace
from itertools import groupby

from starlette.requests import Request

from dragoman.model.resolution import STANDINGS, Thread
from dragoman.present.fields import Fields, assessment_fields, contradiction_fields, thread_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.course import plot_course
from dragoman.present.web.desk import Desk
from dragoman.present.web.pair_asked import read_pair
from dragoman.present.wording import spell_page
from dragoman.text.edtf import bounds_of, sort_key

MOST = 200
"""Threads of the page: some 180 KB of HTML; a link leads to the others."""
FEW = 8
"""Voices, plans and contradictions that the page shows; links lead to the others."""


def show_pair(desk: Desk, request: Request) -> Page:
    """The pair in the period that the query asks for."""
    ask = read_pair(desk, request)
    few = replace(ask.filters, limit=FEW, order="latest")
    with desk.open() as opened:
        counts = {kind: opened.count_matching(kind, ask.filters) for kind in ("threads", "assessments", "contradictions")}
        hidden = opened.count_hidden("threads", ask.filters)
        threads = list(opened.threads(replace(ask.filters, limit=MOST, order=ask.count)))
        planned = list(opened.threads(replace(few, standing="planned")))
        lapsed = list(opened.threads(replace(few, standing="lapsed")))
        voices = list(opened.assessments(few))
        clashes = list(opened.contradictions(replace(ask.filters, limit=FEW)))
        quotes = opened.quotes_of_threads(thread.id for thread in (*threads, *planned, *lapsed))
        pages = opened.sources_of(one.document for one in voices)
    threads.sort(key=lambda thread: (sort_key(thread.date), thread.id))
    context = {
        "ask": ask, "counts": counts, "hidden": hidden, "years": _by_year(threads), "shown": len(threads),
        "course": plot_course(threads, ask.filters, ask.count), "legend": _count_standings(threads),
        "planned": planned, "lapsed": lapsed, "voices": voices, "clashes": clashes, "quotes": quotes,
        "outlets": {id: spell_page(page) for id, page in pages.items()},
    }  # fmt: skip
    rows = tuple(thread_fields(thread, quotes.get(thread.id, "")) for thread in threads)
    data: Fields = {
        "pair": list(ask.pair), "names": [desk.name(code) for code in ask.pair],
        "since": ask.filters.since, "until": ask.filters.until, "count": ask.count, "counts": counts,
        "hidden": hidden, "threads": list(rows),
        "assessments": [assessment_fields(one) for one in voices],
        "contradictions": [contradiction_fields(one) for one in clashes],
    }  # fmt: skip
    title = f"{desk.name(ask.pair[0])} and {desk.name(ask.pair[1])}"
    return Page(f"{title[:1].upper()}{title[1:]}", "pair.html.jinja", context, rows, data)


def _by_year(threads: list[Thread]) -> list[tuple[str, list[Thread]]]:
    """The threads of each year, the latest first, undated ones last."""
    parted = [(year, list(some)) for year, some in groupby(threads, key=_year_of)]
    return sorted(parted, key=lambda one: (one[0] != "", one[0]), reverse=True)


def _year_of(thread: Thread) -> str:
    first, last = bounds_of(thread.date)
    day = first or last
    return f"{day.year:04d}" if day else ""


def _count_standings(threads: list[Thread]) -> list[tuple[str, int]]:
    counts = Counter(thread.standing for thread in threads)
    return [(standing, counts[standing]) for standing in STANDINGS if counts[standing]]
