"""`/families`: documents that carry one text, by the date of the likely original."""

from dataclasses import replace

from starlette.requests import Request

from dragoman.present.asking import check_filters
from dragoman.present.fields import family_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import read_number, read_wanted
from dragoman.present.web.desk import Desk


def show_families(desk: Desk, request: Request) -> Page:
    """A page of the families with a text that meets the filters."""
    number = max(1, read_number(request, "page", 1))
    filters = check_filters(read_wanted(request))
    filters = replace(filters, offset=(number - 1) * filters.limit)
    with desk.open() as opened:
        total = opened.count_matching("families", filters)
        families = list(opened.families(filters))
        sources = opened.sources_of(family.original for family in families)
    context = {
        "families": families, "sources": sources, "total": total, "number": number, "first": filters.offset + 1,
        "more": bool(filters.limit) and total > filters.offset + len(families),
    }  # fmt: skip
    return Page("Families", "families.html.jinja", context, tuple(family_fields(family) for family in families))
