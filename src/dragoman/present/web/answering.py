"""Answers requests: one page as HTML, as JSON or as CSV, by the end of its path; a write; an error as a sentence.

Pages know nothing of forms; they give a `Page`. All three forms of it come from the same rows.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from dragoman.model.errors import DragomanError, LockedError, UsageError
from dragoman.present.escaping import for_json
from dragoman.present.export.tables import encode_csv
from dragoman.present.fields import Fields
from dragoman.present.web.computing import UnfinishedError
from dragoman.present.web.desk import Desk, find_examples
from dragoman.present.web.security import HEADERS, POLICY_HEADER, TOKEN_FIELD, TOKEN_HEADER
from dragoman.text.hashing import Plain

FORMS = ("json", "csv")
LARGEST = 200 * 2**20
"""Bytes of a request that writes, the files in it included."""
FAULT = "This is a fault in Dragoman. Please report it with the address; the terminal shows where it happened."


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows.

    Attributes:
        template: name of the file under `templates/`.
        context: what the template needs beside `title` and `rows`.
        rows: the main table, as plain fields.
        data: the JSON of the page; None for the rows alone.
    """

    title: str
    template: str
    context: Mapping[str, object] = field(default_factory=dict)
    rows: tuple[Fields, ...] = ()
    data: Plain | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page for print, whole in itself.

    Attributes:
        html: all of it, with its style inside.
        policy: what such a page may do; it must not run scripts.
        data: the same as JSON.
    """

    html: str
    policy: str
    data: Plain


Show = Callable[[Desk, Request], Page]
ShowSheet = Callable[[Desk, Request], Sheet]
Do = Callable[[Desk, Request, FormData], str | Response]
"""Gives the path to go to, or the whole answer where a cookie goes with it."""


class MissingError(UsageError):
    """The address names something that the dossier does not hold."""


@contextmanager
def missing() -> Iterator[None]:
    """A block in which an unknown id means that there is no such page."""
    try:
        yield
    except UsageError as error:
        raise MissingError(str(error)) from error


def page_routes(desk: Desk, path: str, show: Show, *, needs_dossier: bool = True) -> list[Route]:
    """The routes of a page: its twins first, since the last part of a path may hold a dot.

    Without a dossier a page says how to begin, unless it `needs_dossier` not.
    """

    def endpoint(form: str) -> Callable[[Request], Response]:
        return _endpoint(desk, show, form, needs_dossier)

    twins = [Route(f"{'/home' if path == '/' else path}.{form}", endpoint(form)) for form in FORMS]
    return [*twins, Route(path, endpoint("html"))]


def sheet_routes(desk: Desk, path: str, show: ShowSheet) -> list[Route]:
    """The routes of a sheet: as JSON, and as it is, under its own policy."""

    def answer(request: Request, form: str) -> Response:
        if not desk.has_dossier():
            return _answer(desk, request, _empty_page(desk), form)
        try:
            sheet = show(desk, request)
        except UnfinishedError as unfinished:
            return _answer(desk, request, _waiting_page(unfinished, whole=True), form)
        if form == "json":
            return Response(encode_json(sheet.data), media_type="application/json")
        policy = f"{sheet.policy}; frame-ancestors 'none'"
        return Response(sheet.html, 200, {**HEADERS, POLICY_HEADER: policy}, "text/html")

    return [
        Route(f"{path}.json", lambda request: answer(request, "json")),
        Route(path, lambda request: answer(request, "html")),
    ]


def write_route(desk: Desk, path: str, do: Do) -> Route:
    """The route of a write: it needs the token, in a header or a field of its form, and leads to a page when done."""

    async def endpoint(request: Request) -> Response:
        _check_size(request)
        async with request.form() as form:
            given = request.headers.get(TOKEN_HEADER) or form.get(TOKEN_FIELD)
            if not isinstance(given, str) or not compare_digest(given.encode(), desk.token.encode()):
                raise HTTPException(403, "This form is out of date. Load the page again, then try once more.")
            done = await run_in_threadpool(do, desk, request, form)
            return done if isinstance(done, Response) else RedirectResponse(done, 303)

    return Route(path, endpoint, methods=["POST"])


def _check_size(request: Request) -> None:
    """Refuse what is too large before any of it is taken in; the server holds a client to the length that it gives."""
    length = request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > LARGEST:
        raise HTTPException(413, f"More than {LARGEST // 2**20} MB at once: read it with `dragoman read PATH`.")


def _endpoint(desk: Desk, show: Show, form: str, needs_dossier: bool) -> Callable[[Request], Response]:
    def endpoint(request: Request) -> Response:
        if needs_dossier and not desk.has_dossier():
            return _answer(desk, request, _empty_page(desk), form)
        try:
            page = show(desk, request)
        except UnfinishedError as unfinished:
            page = _waiting_page(unfinished)
        return _answer(desk, request, page, form)

    return endpoint


def _waiting_page(unfinished: UnfinishedError, *, whole: bool = False) -> Page:
    """What a page shows as long as it is being computed; a sheet takes the place of the `whole` of it."""
    return Page(unfinished.title, "waiting.html.jinja", {"what": unfinished.what, "whole": whole})


def _empty_page(desk: Desk) -> Page:
    """What the desk shows as long as nothing was read."""
    return Page("Nothing read yet", "empty.html.jinja", {"folder": str(desk.folder), "examples": find_examples()})


def _answer(desk: Desk, request: Request, page: Page, form: str, status: int = 200) -> Response:
    if form == "csv":
        return Response(encode_csv(page.rows), status, media_type="text/csv")
    if form == "json":
        content = list(page.rows) if page.data is None else page.data
        return Response(encode_json(content), status, media_type="application/json")
    return Response(render(desk, request, page), status, HEADERS, "text/html")


def encode_json(content: Plain) -> str:
    """JSON as the command line writes it."""
    return for_json(json.dumps(content, ensure_ascii=False, indent=1)) + "\n"


def render(desk: Desk, request: Request, page: Page) -> str:
    """The page as HTML; its twins have the same query."""
    path, query = quote(request.scope["path"], safe="/:"), request.url.query
    twins = [(form, f"{'/home' if path == '/' else path}.{form}{f'?{query}' if query else ''}") for form in FORMS]
    template = desk.templates.get_template(page.template)
    return template.render(
        {"twins": twins, "path": path, "query": request.query_params, "token": desk.token, "name": desk.name}
        | dict(page.context) | {"title": page.title, "rows": page.rows}
    )  # fmt: skip


def error_handlers(desk: Desk) -> dict[Any, Callable[[Request, Exception], Response]]:
    """For each kind of error a page with its sentence; never a traceback."""

    def handle(request: Request, error: Exception) -> Response:
        status = _status_of(error)
        sentence = error.detail if isinstance(error, HTTPException) else str(error)
        if not isinstance(error, DragomanError | HTTPException):
            sentence = f"{type(error).__name__}. {FAULT}"
        form = request.url.path.rpartition(".")[2]
        page = Page(f"{status}", "error.html.jinja", {"sentence": sentence, "twins": ()}, ({"error": sentence},))
        answer = _answer(desk, request, page, form if form in FORMS else "html", status)
        answer.headers.update(HEADERS)
        return answer

    return {DragomanError: handle, HTTPException: handle, Exception: handle}


def _status_of(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    if isinstance(error, MissingError):
        return 404
    return 400 if isinstance(error, UsageError) else 503 if isinstance(error, LockedError) else 500
