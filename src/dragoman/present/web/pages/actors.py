"""`/actors`: states, organisations, groups, holders of an office and quoted people, the most often recorded first."""

from starlette.requests import Request

from dragoman.present.actor_page import KINDS, actor_row
from dragoman.present.asking import choose
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import PAGE_SIZE, read_number
from dragoman.present.web.desk import Desk
from dragoman.present.web.gathered import ACTORS


def show_actors(desk: Desk, request: Request) -> Page:
    """A page of the actors that are called so."""
    words, kind = request.query_params.get("name", ""), request.query_params.get("kind", "").strip().lower()
    known = ACTORS.of(request, desk.folder)
    found = known.choose(words, choose("kind", kind, KINDS))
    number, limit = max(1, read_number(request, "page", 1)), read_number(request, "limit", PAGE_SIZE)
    first = (number - 1) * limit
    shown = found[first : first + limit if limit else None]
    rows = tuple(actor_row(entry, known.deeds[entry.id]) for entry in shown)
    context = {
        "total": len(found), "number": number, "first": first + 1, "kinds": KINDS,
        "more": len(found) > first + len(rows),
    }  # fmt: skip
    return Page("Actors", "actors.html.jinja", context, rows)
