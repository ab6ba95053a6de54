"""`/threads`: events of the world, each once however many texts tell it, by date."""

from starlette.requests import Request

from dragoman.model.records import EVENT_TYPES
from dragoman.model.resolution import STANDINGS
from dragoman.present.fields import thread_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.desk import Desk
from dragoman.present.web.listing import ask_page, count_page


def show_threads(desk: Desk, request: Request) -> Page:
    """A page of the threads that meet the filters of the query."""
    filters, number = ask_page(request)
    with desk.open() as opened:
        listing = count_page(opened, "threads", filters, number)
        threads = list(opened.threads(filters))
        quotes = opened.quotes_of_threads(thread.id for thread in threads)
    rows = tuple(thread_fields(thread, quotes.get(thread.id, "")) for thread in threads)
    context = {"listing": listing, "types": EVENT_TYPES, "standings": STANDINGS}
    return Page("Threads", "threads.html.jinja", context, rows)
