"""The one list of the desk's pages for the browser: how each finds an address that exists, and which are still to come.

A route of `dragoman.present.web.application` that is missing here fails a test. So does one that is named as still to
come though it answers.
"""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from desks import Desk

Find = Callable[[Desk], str]
PAIR = "USA/CHN"


def _by_id(path: str, table: str) -> Find:
    return lambda desk: path + quote(desk.first(table), safe="")


def _at(path: str) -> Find:
    return lambda _: path


PAGES: Mapping[str, Find] = {
    "/": _at("/"),
    "/threads": _at("/threads"),
    "/thread/{id}": _by_id("/thread/", "threads"),
    "/pairs": _at("/pairs"),
    "/pair/{a}/{b}": _at(f"/pair/{PAIR}"),
    "/document/{id}": _by_id("/document/", "documents"),
    "/statements": _at("/statements"),
    "/actor/{id}": _at("/actor/CHN"),
    "/sources": _at("/sources"),
    "/source/{outlet}": _at("/source/Reuters"),
    "/family/{id}": _by_id("/family/", "families"),
    "/calendar": _at("/calendar"),
    "/network": _at("/network"),
    "/search": _at("/search?q=visit"),
    "/brief/{a}/{b}": _at(f"/brief/{PAIR}"),
    "/review": _at("/review"),
    "/add": _at("/add"),
}
PENDING: Mapping[str, str] = {
    "/pairs": "the list of pairs is being written",
    "/pair/{a}/{b}": "the page of a pair is being written",
    "/document/{id}": "the reader is being written",
    "/statements": "lists of records are being written",
    "/actor/{id}": "lists of records are being written",
    "/sources": "lists of records are being written",
    "/source/{outlet}": "lists of records are being written",
    "/family/{id}": "lists of records are being written",
    "/calendar": "the calendar is being written",
    "/network": "the network is being written",
    "/search": "search is being written",
    "/brief/{a}/{b}": "the printable page is being written",
    "/review": "review is being written",
    "/add": "adding is being written",
}
READY = tuple(route for route in PAGES if route not in PENDING)


def name_of(route: str) -> str:
    """A name for a file: "pair" of "/pair/{a}/{b}", "home" of "/"."""
    return route.split("/")[1] or "home"
