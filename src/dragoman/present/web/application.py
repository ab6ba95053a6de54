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
from dragoman.present.web.pages.add import do_add, do_example, show_add, show_status
from dragoman.present.web.pages.decide import do_decide, do_record, do_refresh
from dragoman.present.web.pages.decisions import show_agreement, show_decisions
from dragoman.present.web.pages.home import show_home
from dragoman.present.web.pages.review import show_review
from dragoman.present.web.pages.thread import show_thread
from dragoman.present.web.pages.threads import show_threads
from dragoman.present.web.person import do_who
from dragoman.present.web.rendering import make_environment
from dragoman.present.web.security import Guard, hosts_of

PAGES: Sequence[tuple[str, Show]] = (
    ("/", show_home),
    ("/threads", show_threads),
    ("/thread/{id}", show_thread),
    ("/review", show_review),
    ("/decisions", show_decisions),
    ("/agreement", show_agreement),
    ("/add", show_add),
    ("/add/status", show_status),
)
BEFORE_READING = ("/add", "/add/status")
"""Pages that say something also where there is no dossier yet."""
WRITES: Sequence[tuple[str, Do]] = (
    ("/add/files", do_add),
    ("/example", do_example),
    ("/who", do_who),
    ("/decide", do_decide),
    ("/record", do_record),
    ("/refresh", do_refresh),
)
STATIC = Path(__file__).parent / "static"


def make_app(folder: Path, *, token: str, port: int) -> Starlette:
    """The application for one dossier.

    Args:
        folder: of the dossier; it need not exist yet.
        token: what requests that write must bring along.
        port: where it is served; part of the names by which it may be called.
    """
    desk = Desk(folder, token, make_environment(), load_names())
    routes: list[Route | Mount] = []
    for path, show in PAGES:
        routes += page_routes(desk, path, show, needs_dossier=path not in BEFORE_READING)
    routes += [write_route(desk, path, do) for path, do in WRITES]
    routes.append(Mount("/static", StaticFiles(directory=STATIC)))
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts_of(port))],
        exception_handlers=error_handlers(desk),
    )
