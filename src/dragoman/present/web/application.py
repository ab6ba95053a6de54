"""The desk as an ASGI application: all pages and all writes, in one explicit list each."""

from collections.abc import Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.present.actors import load_names
from dragoman.present.web.answering import (
    Do,
    Show,
    ShowSheet,
    error_handlers,
    page_routes,
    sheet_routes,
    write_route,
)
from dragoman.present.web.desk import Desk
from dragoman.present.web.pages.assessments import show_assessments
from dragoman.present.web.pages.brief import show_brief
from dragoman.present.web.pages.document import show_document, show_why
from dragoman.present.web.pages.documents import show_documents
from dragoman.present.web.pages.example import do_example
from dragoman.present.web.pages.home import show_home
from dragoman.present.web.pages.pair import show_pair
from dragoman.present.web.pages.pair_parts import show_commitments, show_pair_sources, show_voices
from dragoman.present.web.pages.pairs import show_levels, show_pairs
from dragoman.present.web.pages.relation import show_relation
from dragoman.present.web.pages.statements import show_predictions, show_statement, show_statements
from dragoman.present.web.pages.thread import show_thread
from dragoman.present.web.pages.threads import show_threads
from dragoman.present.web.rendering import make_environment
from dragoman.present.web.security import Guard, hosts_of

PAGES: Sequence[tuple[str, Show]] = (
    ("/", show_home),
    ("/threads", show_threads),
    ("/thread/{id}", show_thread),
    ("/pairs", show_pairs),
    ("/pairs/levels", show_levels),
    ("/pair/{a}/{b}", show_pair),
    ("/pair/{a}/{b}/relation", show_relation),
    ("/pair/{a}/{b}/voices", show_voices),
    ("/pair/{a}/{b}/commitments", show_commitments),
    ("/pair/{a}/{b}/sources", show_pair_sources),
    ("/documents", show_documents),
    ("/document/{id}", show_document),
    ("/document/{id}/why/{record}", show_why),
    ("/statements", show_statements),
    ("/statement/{id}", show_statement),
    ("/predictions", show_predictions),
    ("/assessments", show_assessments),
)
SHEETS: Sequence[tuple[str, ShowSheet]] = (("/brief/{a}/{b}", show_brief),)
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
    routes += [route for path, show in SHEETS for route in sheet_routes(desk, path, show)]
    routes += [write_route(desk, path, do) for path, do in WRITES]
    routes.append(Mount("/static", StaticFiles(directory=STATIC)))
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts_of(port))],
        exception_handlers=error_handlers(desk),
    )
