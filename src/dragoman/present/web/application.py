"""The desk as an ASGI application: all pages and all writes, in one explicit list each."""

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.present.actors import load_names
from dragoman.present.web.answering import Do, Show, error_handlers, page_routes, write_route
from dragoman.present.web.desk import Desk
from dragoman.present.web.pages.api import show_api
from dragoman.present.web.pages.calendar import show_calendar
from dragoman.present.web.pages.example import do_example
from dragoman.present.web.pages.home import show_home
from dragoman.present.web.pages.network import show_network
from dragoman.present.web.pages.outlook import show_outlook
from dragoman.present.web.pages.search import show_search
from dragoman.present.web.pages.thread import show_thread
from dragoman.present.web.pages.threads import show_threads
from dragoman.present.web.rendering import make_environment
from dragoman.present.web.security import Guard, hosts_of

PAGES: Sequence[tuple[str, Show]] = (
    ("/", show_home),
    ("/threads", show_threads),
    ("/thread/{id}", show_thread),
    ("/calendar", show_calendar),
    ("/network", show_network),
    ("/outlook/{a}/{b}", show_outlook),
    ("/search", show_search),
    ("/api", show_api),
)
WRITES: Sequence[tuple[str, Do]] = (("/example", do_example),)
STATIC = Path(__file__).parent / "static"


def make_app(folder: Path, *, token: str, port: int) -> Starlette:
    """The application for one dossier.

    Args:
        folder: of the dossier; it need not exist yet.
        token: what requests that write must bring along.
        port: where it is served; part of the names by which it may be called.
    """
    desk = Desk(folder, token, make_environment(), load_names())
    routes: list[Route | Mount] = [route for path, show in PAGES for route in page_routes(desk, path, show)]
    routes += [write_route(desk, path, do) for path, do in WRITES]
    routes.append(Mount("/static", StaticFiles(directory=STATIC)))
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts_of(port))],
        exception_handlers=error_handlers(desk),
    )
