"""The desk as an ASGI application: all pages and all writes, in one explicit list each."""

import mimetypes
from collections.abc import Mapping, Sequence
from pathlib import Path

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.flow.reading import ReadSettings
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
from dragoman.present.web.pages.actor import show_actor
from dragoman.present.web.pages.actors import show_actors
from dragoman.present.web.pages.add import do_add, do_example, show_add, show_status
from dragoman.present.web.pages.api import show_api
from dragoman.present.web.pages.assessments import show_assessments
from dragoman.present.web.pages.brief import show_brief
from dragoman.present.web.pages.calendar import show_calendar
from dragoman.present.web.pages.commitments import show_commitments
from dragoman.present.web.pages.contradiction import show_contradiction
from dragoman.present.web.pages.contradictions import show_contradictions
from dragoman.present.web.pages.decide import do_decide, do_refresh
from dragoman.present.web.pages.decisions import show_agreement, show_decisions
from dragoman.present.web.pages.document import show_document, show_why
from dragoman.present.web.pages.documents import show_documents
from dragoman.present.web.pages.families import show_families
from dragoman.present.web.pages.family import show_family
from dragoman.present.web.pages.home import show_home
from dragoman.present.web.pages.network import show_network
from dragoman.present.web.pages.new import show_new
from dragoman.present.web.pages.outlook import show_outlook
from dragoman.present.web.pages.pair import show_pair
from dragoman.present.web.pages.pair_parts import show_pair_commitments, show_pair_sources, show_voices
from dragoman.present.web.pages.pairs import show_levels, show_pairs
from dragoman.present.web.pages.record import do_record
from dragoman.present.web.pages.relation import show_relation
from dragoman.present.web.pages.review import show_review
from dragoman.present.web.pages.search import show_search
from dragoman.present.web.pages.source import show_source
from dragoman.present.web.pages.sources import show_sources
from dragoman.present.web.pages.statements import show_predictions, show_statement, show_statements
from dragoman.present.web.pages.thread import show_thread
from dragoman.present.web.pages.threads import show_threads
from dragoman.present.web.person import do_who
from dragoman.present.web.rendering import make_environment
from dragoman.present.web.security import Guard, hosts_of
from dragoman.present.web.working import Work

PAGES: Sequence[tuple[str, Show]] = (
    ("/", show_home),
    ("/new", show_new),
    ("/threads", show_threads),
    ("/thread/{id}", show_thread),
    ("/pairs", show_pairs),
    ("/pairs/levels", show_levels),
    ("/pair/{a}/{b}", show_pair),
    ("/pair/{a}/{b}/relation", show_relation),
    ("/pair/{a}/{b}/voices", show_voices),
    ("/pair/{a}/{b}/commitments", show_pair_commitments),
    ("/pair/{a}/{b}/sources", show_pair_sources),
    ("/documents", show_documents),
    ("/document/{id}", show_document),
    ("/document/{id}/why/{record}", show_why),
    ("/statements", show_statements),
    ("/statement/{id}", show_statement),
    ("/predictions", show_predictions),
    ("/assessments", show_assessments),
    ("/actors", show_actors),
    ("/actor/{id}", show_actor),
    ("/sources", show_sources),
    ("/source/{name:path}", show_source),
    ("/families", show_families),
    ("/family/{id}", show_family),
    ("/contradictions", show_contradictions),
    ("/contradiction/{id}", show_contradiction),
    ("/commitments", show_commitments),
    ("/calendar", show_calendar),
    ("/network", show_network),
    ("/outlook/{a}/{b}", show_outlook),
    ("/search", show_search),
    ("/api", show_api),
    ("/review", show_review),
    ("/decisions", show_decisions),
    ("/agreement", show_agreement),
    ("/add", show_add),
    ("/add/status", show_status),
)
SHEETS: Sequence[tuple[str, ShowSheet]] = (("/brief/{a}/{b}", show_brief),)
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
KINDS_OF_FILES: Mapping[str, str] = {".js": "text/javascript", ".css": "text/css"}
"""What our own files are. Windows asks its registry, which programs change: a browser refuses a script called text."""


def make_app(
    folder: Path,
    *,
    token: str,
    port: int,
    settings: ReadSettings = ReadSettings(),  # noqa: B008  (frozen)
) -> Starlette:
    """The application for one dossier.

    Args:
        folder: of the dossier; it need not exist yet.
        token: what requests that write must bring along.
        port: where it is served; part of the names by which it may be called.
        settings: the user's own actors, holders and model, as in `read`.
    """
    for ending, kind in KINDS_OF_FILES.items():
        mimetypes.add_type(kind, ending)
    desk = Desk(folder, token, make_environment(), load_names(), Work(settings))
    routes: list[Route | Mount] = []
    for path, show in PAGES:
        routes += page_routes(desk, path, show, needs_dossier=path not in BEFORE_READING)
    routes += [route for path, show_sheet in SHEETS for route in sheet_routes(desk, path, show_sheet)]
    routes += [write_route(desk, path, do) for path, do in WRITES]
    routes.append(Mount("/static", StaticFiles(directory=STATIC)))
    return Starlette(
        routes=routes,
        middleware=[Middleware(Guard, hosts=hosts_of(port))],
        exception_handlers=error_handlers(desk),
    )
