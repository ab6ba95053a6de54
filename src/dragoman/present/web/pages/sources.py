"""`/sources`: each outlet in numbers: what it told first, what it copied, who owns it, how often its word stood."""

from starlette.requests import Request

from dragoman.flow.sources import outlets_of
from dragoman.present.asking import check_filters
from dragoman.present.fields import source_fields
from dragoman.present.source_page import spell_outlet_name, spell_stood
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import PAGE_SIZE, read_number, read_wanted
from dragoman.present.web.desk import Desk
from dragoman.present.web.gathered import SOURCES

FILTERS = ("pair", "actor", "since", "until")


def show_sources(desk: Desk, request: Request) -> Page:
    """A page of the outlets with a text that meets the filters; the figures are of the whole dossier."""
    filters = check_filters(read_wanted(request))
    found = list(SOURCES.of(request, desk.folder))
    if any(request.query_params.get(key, "").strip() for key in FILTERS):
        with desk.open() as opened:
            kept = outlets_of(opened, opened.ids("documents", filters))
        found = [page for page in found if page.outlet in kept]
    number, limit = max(1, read_number(request, "page", 1)), read_number(request, "limit", PAGE_SIZE)
    first = (number - 1) * limit
    shown = found[first : first + limit if limit else None]
    context = {
        "total": len(found), "number": number, "first": first + 1, "more": len(found) > first + len(shown),
        "shown": [(page, spell_outlet_name(page.outlet), spell_stood(page)) for page in shown],
    }  # fmt: skip
    return Page("Sources", "sources.html.jinja", context, tuple(source_fields(page) for page in shown))
