"""`/pair/A/B`: two sides in a period: how they get on, who says so, what happened and is ahead, what clashes.

What takes long stands on pages of its own (`relation`, `pair_parts`), which this one links to and fetches afterwards.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from starlette.requests import Request

from dragoman.model.records import Assessment
from dragoman.model.resolution import STANDINGS, Standing, Thread
from dragoman.present.clashes import ToldClash, tell_clashes
from dragoman.present.fields import Fields, assessment_fields, thread_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.course import plot_course
from dragoman.present.web.desk import Desk
from dragoman.present.web.kept import Kept
from dragoman.present.web.pair_asked import PairAsk, read_pair
from dragoman.present.web.rendering import capitalise
from dragoman.present.wording import spell_page
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Kind
from dragoman.text.edtf import bounds_of, sort_key

MOST = 200
"""Threads of the page: some 180 KB of HTML; a link leads to the others."""
FEW = 6
"""Voices, plans and contradictions that the page shows; links lead to the others."""
COUNTED_BESIDE: tuple[Kind, ...] = ("assessments", "contradictions")
PLANS: tuple[Standing, Standing] = ("planned", "lapsed")


@dataclass(frozen=True, slots=True)
class Look:
    """What the record has of a pair in a period: how many of each kind, and the rows that the page shows.

    Attributes:
        counts: rows by kind; `hidden`: threads that the cut leaves out.
        threads: by date; `quotes`: the words that tell each, `outlets`: of the texts that judge.
    """

    counts: dict[str, int]
    hidden: int
    threads: tuple[Thread, ...]
    planned: tuple[Thread, ...]
    lapsed: tuple[Thread, ...]
    voices: tuple[Assessment, ...]
    clashes: tuple[ToldClash, ...]
    quotes: dict[str, str]
    outlets: dict[str, str]


_LOOKS: Kept[Look] = Kept(64)


def show_pair(desk: Desk, request: Request) -> Page:
    """The pair in the period that the query asks for."""
    ask = read_pair(desk, request)
    look = _LOOKS.get(desk.folder, (ask.filters, ask.count), lambda: _look_up(desk, ask))
    context = {
        "ask": ask, "look": look, "years": _by_year(look.threads), "legend": _count_standings(look.threads),
        "course": plot_course(look.threads, ask.filters, ask.count),
    }  # fmt: skip
    rows = tuple(thread_fields(thread, look.quotes.get(thread.id, "")) for thread in look.threads)
    data: Fields = {
        "pair": list(ask.pair), "names": [desk.name(code) for code in ask.pair],
        "since": ask.filters.since, "until": ask.filters.until, "count": ask.count, "counts": look.counts,
        "hidden": look.hidden, "threads": list(rows),
        "assessments": [assessment_fields(one) for one in look.voices],
        "contradictions": [one.fields() for one in look.clashes],
    }  # fmt: skip
    title = f"{desk.name(ask.pair[0])} and {desk.name(ask.pair[1])}"
    return Page(capitalise(title), "pair.html.jinja", context, rows, data)


def _look_up(desk: Desk, ask: PairAsk) -> Look:
    with desk.open() as opened:
        total, hidden = opened.count_split("threads", ask.filters)
        counts: dict[str, int] = {"threads": total}
        counts |= {kind: opened.count_matching(kind, ask.filters) for kind in COUNTED_BESIDE}
        heaviest = list(opened.threads(replace(ask.filters, limit=MOST, order=ask.count)))
        planned, lapsed = (_pick(opened, ask, standing, heaviest, counts) for standing in PLANS)
        voices = tuple(opened.assessments(replace(ask.filters, limit=FEW, order="latest")))
        found = opened.contradictions(replace(ask.filters, limit=FEW)) if counts["contradictions"] else ()
        clashes = tell_clashes(opened, found)
        quotes = opened.quotes_of_threads({thread.id for thread in (*heaviest, *planned, *lapsed)})
        pages = opened.sources_of(one.document for one in voices)
    threads = tuple(sorted(heaviest, key=lambda thread: (sort_key(thread.date), thread.id)))
    outlets = {id: spell_page(page) for id, page in pages.items()}
    return Look(counts, hidden, threads, planned, lapsed, voices, clashes, quotes, outlets)


def _pick(
    opened: Dossier, ask: PairAsk, standing: Standing, known: list[Thread], counts: dict[str, int]
) -> tuple[Thread, ...]:
    """The latest threads of a standing; out of those at hand where these are all."""
    if counts["threads"] > len(known):
        return tuple(opened.threads(replace(ask.filters, standing=standing, limit=FEW, order="latest")))
    some = [thread for thread in known if thread.standing == standing]
    return tuple(sorted(some, key=lambda thread: (sort_key(thread.date), thread.id), reverse=True)[:FEW])


def _by_year(threads: Iterable[Thread]) -> list[tuple[str, list[Thread]]]:
    """The threads of each year, the latest first, undated ones last."""
    parted = [(year, list(some)) for year, some in groupby(threads, key=_year_of)]
    return sorted(parted, key=lambda one: (one[0] != "", one[0]), reverse=True)


def _year_of(thread: Thread) -> str:
    first, last = bounds_of(thread.date)
    day = first or last
    return f"{day.year:04d}" if day else ""


def _count_standings(threads: Iterable[Thread]) -> list[tuple[str, int]]:
    counts = Counter(thread.standing for thread in threads)
    return [(standing, counts[standing]) for standing in STANDINGS if counts[standing]]
