"""`/contradictions`: what cannot both be true, and what cannot be by known facts, by date."""

from dataclasses import replace

from starlette.requests import Request

from dragoman.model.records import EVENT_TYPES
from dragoman.present.asking import CLASHES, check_filters
from dragoman.present.clashes import tell_clashes
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import read_number, read_wanted
from dragoman.present.web.desk import Desk


def show_contradictions(desk: Desk, request: Request) -> Page:
    """A page of the contradictions that meet the filters."""
    number = max(1, read_number(request, "page", 1))
    filters = check_filters(read_wanted(request))
    filters = replace(filters, offset=(number - 1) * filters.limit)
    with desk.open() as opened:
        total = opened.count_matching("contradictions", filters)
        hidden = opened.count_hidden("contradictions", filters)
        found = tell_clashes(opened, opened.contradictions(filters))
    context = {
        "found": found, "total": total, "hidden": hidden, "number": number, "first": filters.offset + 1,
        "more": bool(filters.limit) and total > filters.offset + len(found), "types": EVENT_TYPES, "clashes": CLASHES,
    }  # fmt: skip
    rows = tuple(one.fields() for one in found)
    return Page("Contradictions", "contradictions.html.jinja", context, rows)
