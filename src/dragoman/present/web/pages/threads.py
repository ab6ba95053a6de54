"""`/threads`: events of the world, each once however many texts tell it, by date."""

from dataclasses import replace

from starlette.requests import Request

from dragoman.model.records import EVENT_TYPES
from dragoman.model.resolution import STANDINGS
from dragoman.present.asking import check_filters
from dragoman.present.fields import thread_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import read_number, read_wanted
from dragoman.present.web.desk import Desk


def show_threads(desk: Desk, request: Request) -> Page:
    """A page of the threads that meet the filters of the query."""
    number = max(1, read_number(request, "page", 1))
    filters = check_filters(read_wanted(request))
    filters = replace(filters, offset=(number - 1) * filters.limit)
    with desk.open() as opened:
        total = opened.count_matching("threads", filters)
        hidden = opened.count_hidden("threads", filters)
        threads = list(opened.threads(filters))
        quotes = opened.quotes_of_threads(thread.id for thread in threads)
    rows = tuple(thread_fields(thread, quotes.get(thread.id, "")) for thread in threads)
    context = {
        "total": total, "hidden": hidden, "number": number, "first": filters.offset + 1,
        "more": bool(filters.limit) and total > filters.offset + len(rows),
        "types": EVENT_TYPES, "standings": STANDINGS,
    }  # fmt: skip
    return Page("Threads", "threads.html.jinja", context, rows)
