"""`/api`: what programs can fetch, for people to read; as JSON the OpenAPI description of it."""

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from dragoman.present.web.answering import Page
from dragoman.present.web.api import ERRORS, describe_api, list_parameters
from dragoman.present.web.declared import DECLARED, Described
from dragoman.present.web.desk import Desk


def show_api(desk: Desk, request: Request) -> Page:
    """All pages with their parameters and examples."""
    paths = list_paths(request.app)
    rows = tuple(list_parameters(paths))
    pages = [
        (path, DECLARED.get(path, Described(path)), [row for row in rows if row["path"] == path and row["parameter"]])
        for path in paths
    ]
    context = {"pages": pages, "errors": ERRORS, "folder": str(desk.folder)}
    return Page("For programs", "api.html.jinja", context, rows, describe_api(paths))


def list_paths(app: Starlette) -> list[str]:
    """The paths of the pages that an application serves: all that have both twins."""
    served = [route.path for route in app.routes if isinstance(route, Route)]
    pages = [path.removesuffix(".csv") for path in served if path.endswith(".csv")]
    return ["/" if path == "/home" else path for path in pages]
