"""The one list of the desk's pages for the browser: how each finds an address that exists, and which are still to come.

A route of `dragoman.present.web.application` that is missing here fails a test. So does one that is named as still to
come though it answers.
"""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from desks import Desk

from dragoman.record.dossier import Dossier

Find = Callable[[Desk], str]
PAIR = "USA/CHN"


def _by_id(path: str, table: str) -> Find:
    return lambda desk: path + quote(desk.first(table), safe="")


def _at(path: str) -> Find:
    return lambda _: path


def _why(desk: Desk) -> str:
    with Dossier(desk.folder) as opened:
        event = next(opened.events())
    return f"/document/{quote(event.document, safe='')}/why/{quote(event.id, safe='')}"


def _source(desk: Desk) -> str:
    with Dossier(desk.folder) as opened:
        return "/source/" + quote(next(doc.outlet for doc in opened.documents() if doc.outlet), safe="")


PAGES: Mapping[str, Find] = {
    "/": _at("/"),
    "/new": _at("/new"),
    "/threads": _at("/threads"),
    "/thread/{id}": _by_id("/thread/", "threads"),
    "/pairs": _at("/pairs"),
    "/pairs/levels": _at("/pairs/levels"),
    "/pair/{a}/{b}": _at(f"/pair/{PAIR}"),
    "/pair/{a}/{b}/relation": _at(f"/pair/{PAIR}/relation"),
    "/pair/{a}/{b}/voices": _at(f"/pair/{PAIR}/voices"),
    "/pair/{a}/{b}/commitments": _at(f"/pair/{PAIR}/commitments"),
    "/pair/{a}/{b}/sources": _at(f"/pair/{PAIR}/sources"),
    "/documents": _at("/documents"),
    "/document/{id}": _by_id("/document/", "documents"),
    "/document/{id}/why/{record}": _why,
    "/statements": _at("/statements"),
    "/statement/{id}": _by_id("/statement/", "statements"),
    "/predictions": _at("/predictions"),
    "/assessments": _at("/assessments"),
    "/actors": _at("/actors"),
    "/actor/{id}": _at("/actor/CHN"),
    "/sources": _at("/sources"),
    "/source/{name}": _source,
    "/families": _at("/families"),
    "/family/{id}": _by_id("/family/", "families"),
    "/contradictions": _at("/contradictions"),
    "/contradiction/{id}": _by_id("/contradiction/", "contradictions"),
    "/commitments": _at("/commitments"),
    "/calendar": _at("/calendar"),
    "/network": _at("/network"),
    "/outlook/{a}/{b}": _at(f"/outlook/{PAIR}"),
    "/search": _at("/search?q=visit"),
    "/api": _at("/api"),
    "/brief/{a}/{b}": _at(f"/brief/{PAIR}"),
    "/review": _at("/review"),
    "/decisions": _at("/decisions"),
    "/agreement": _at("/agreement"),
    "/add": _at("/add"),
    "/add/status": _at("/add/status"),
}
PENDING: Mapping[str, str] = {}
"""Pages that are still to come, each with the reason."""
READY = tuple(route for route in PAGES if route not in PENDING)
DRAWN = (
    "/", "/new", "/threads", "/thread/{id}", "/pairs", "/pair/{a}/{b}", "/document/{id}", "/statements", "/actor/{id}",
    "/source/{name}", "/family/{id}", "/calendar", "/network", "/outlook/{a}/{b}", "/search", "/brief/{a}/{b}",
    "/review", "/add",
)  # fmt: skip
"""Pages of which `make screenshots` keeps pictures; each of the others looks like one of these."""


PAINTED = ("/", "/pair/{a}/{b}", "/thread/{id}", "/document/{id}", "/search")
"""Pages whose first paint is measured: those that an analyst opens all day."""


def name_of(route: str) -> str:
    """A name for a file: "pair-voices" of "/pair/{a}/{b}/voices", "home" of "/"."""
    return "-".join(part for part in route.split("/") if part and "{" not in part) or "home"
