"""What the address of a page of a pair asks for: the two, the period, what is counted; the same for every part."""

from dataclasses import dataclass, replace
from datetime import date
from urllib.parse import quote, urlencode

from starlette.requests import Request

from dragoman.model.relation import Period
from dragoman.present.actors import find_pair
from dragoman.present.asking import Count, check_by, check_count, check_filters, first_and_last
from dragoman.present.web.answering import missing
from dragoman.present.web.asked import read_wanted
from dragoman.present.web.desk import Desk
from dragoman.record.filters import Filters

KEPT = ("since", "until", "count", "by", "all", "min_confidence")
"""What the pages of a pair hand on to each other."""
YEARLY_FROM = 8 * 366
"""Days of a period from which a relation is shown by year, as in a brief."""


@dataclass(frozen=True, slots=True)
class PairAsk:
    """What is asked for.

    Attributes:
        filters: of the pair and the period, without a limit.
        since: ISO day from which the relation is drawn; that of the first publication if none is asked for.
        until: ISO day, "" for the last; `by`: the length of its periods.
        query: what of the address every part follows, as typed.
    """

    pair: tuple[str, str]
    filters: Filters
    count: Count
    since: str
    until: str
    by: Period
    query: dict[str, str]

    def address(self, part: str = "", **more: str | int) -> str:
        """The address of a part of the pair's pages, with the same period."""
        wanted = {**self.query, **{key: str(value) for key, value in more.items()}}
        query = f"?{urlencode(wanted)}" if wanted else ""
        return f"/pair/{quote(self.pair[0], safe='')}/{quote(self.pair[1], safe='')}{part}{query}"


def read_pair(desk: Desk, request: Request) -> PairAsk:
    """What a page of a pair is asked for.

    Raises:
        MissingError: nobody is called that.
        UsageError: a date, a number or a word is none.
    """
    with missing():
        pair = find_pair([request.path_params["a"], request.path_params["b"]])
    query = {key: text for key in KEPT if (text := request.query_params.get(key, "").strip())}
    wanted = read_wanted(request)
    filters = check_filters(replace(wanted, pair=None, actor=None, limit=0))
    since, until = first_and_last(filters.since, filters.until)
    overview = desk.overview()
    since = since or min(overview.first, until or overview.first)
    by = check_by("by", query["by"]) if "by" in query else _choose_by(since, until or overview.last)
    count = check_count(query.get("count", "sources"))
    return PairAsk(pair, replace(filters, pair=pair), count, since, until, by, query)


def _choose_by(since: str, until: str) -> Period:
    if not (since and until):
        return "month"
    return "year" if (date.fromisoformat(until) - date.fromisoformat(since)).days > YEARLY_FROM else "month"
