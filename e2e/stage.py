"""A stage for single islands: small pages with made-up data, under the frame, the files and the policy of the desk.

What an island needs from a page stands here as a page would write it; `frontend/README.md` says the same in words.
"""

import socket
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from dragoman.present.web.application import STATIC
from dragoman.present.web.rendering import make_environment
from dragoman.present.web.security import Guard, hosts_of

FRAME = '{% extends "desk.html.jinja" %}{% block main %}<h1>Stage</h1>{{ body|safe }}{% endblock %}'
KEPT = (
    "<svg role='img' aria-label='As drawn by the server'></svg>"
    "<table><tr><th scope='col'>Kept</th></tr><tr><td>for all</td></tr></table>"
)
PAGES: Mapping[str, str] = {
    "relation": f'<div data-island="relation" data-source="/data/relation.json" data-label="Months">{KEPT}</div>',
    "timeline": f'<div data-island="timeline" data-source="/data/threads.json">{KEPT}</div>',
    "network": f'<div data-island="network" data-source="/data/network.json">{KEPT}</div>'
               '<p id="day">{{ query.get("date", "today") }}</p>',
    "missing": f'<div data-island="timeline" data-source="/data/nothing.json">{KEPT}</div>',
    "elsewhere": f'<div data-island="timeline" data-source="http://example.org/x.json">{KEPT}</div>',
    "table": '<table data-island="table"><thead><tr><th>Name</th><th>Count</th></tr></thead><tbody><tr><td>b</td>'
             "<td>1,204</td></tr><tr><td>a</td><td>9</td></tr></tbody></table>",
    "review": """
<p id="did">{{ query.get("did", "") }}</p><section data-island="review" aria-label="Queue">
<form method="get"><button name="did" value="undo" data-key="u">Undo</button>
<button name="did" value="accept" data-key="a">Accept</button>
<button name="did" value="reject" data-key="r">Reject</button></form>
<a href="?did=next" data-key="j">Next</a> <a href="?did=previous" data-key="k">Previous</a>
<details><summary data-key="e">Edit</summary><label>Place <input name="place"></label></details>
<details><summary data-key="m">Join</summary><label>With <input name="other"></label></details>
<details><summary data-key="?">Keys</summary><p>These.</p></details></section>""",
    "reader": """
<article data-island="reader" data-ids="e-1 s-1" data-citation="The Post, 4 October 2012" aria-label="Text">
<p><span data-at="0">The minister said </span><span data-at="18" data-records="1">he </span><span data-at="21"
 data-records="0 1">visited Moscow</span><span data-at="35" data-records="1"> in May</span><span
 data-at="42">.<span class="unseen">U+202E</span></span></p><p><span data-at="44">Nothing else.</span></p></article>
<aside aria-label="Why"><div id="why" aria-live="polite"></div></aside>
<details><summary>New record</summary><form data-new-record><label>Words <input name="quote"></label>
<input type="hidden" name="start"><input type="hidden" name="end"></form></details>""",
    "drop": '<form data-island="drop"><label>Files <input type="file" name="files" multiple></label></form>',
}  # fmt: skip


def _relation() -> object:
    points = [
        {"start": f"2012-{month:02}-01", "end": f"2012-{month:02}-28", "direction": "", "level": month / 3 - 2,
         "low": month / 3 - 3, "high": month / 3 - 1, "events": 4, "verbal_cooperation": month % 3,
         "material_cooperation": 1, "verbal_conflict": 1, "material_conflict": month % 2, "documents": 20,
         "sources": 3, "documents_of_pair": 5, "sources_of_pair": 2} for month in range(1, 13)
    ]  # fmt: skip
    return {"points": points, "changes": [{"start": "2012-06-01", "end": "2012-06-28", "size": 2.1}]}


def _threads() -> object:
    standings = ("happened", "claimed", "disputed", "did not happen", "planned", "possible", "cancelled", "lapsed")
    return [
        {"id": f"t-{n}", "type": ("CONSULT", "ACCUSE", "ASSAULT")[n % 3], "date": f"2012-{n % 12 + 1:02}", "sources": 2,
         "readable_date": f"month {n % 12 + 1}", "standing": standings[n % 8], "readable": standings[n % 8],
         "quote": f"words {n}", "weight": 1 + n % 4, "actors": ["RUS"], "recipients": ["PAK"]} for n in range(40)
    ]  # fmt: skip


def _network(day: str) -> object:
    ties = [("IND", "PAK", -1), ("PAK", "RUS", 1), ("CHN", "PAK", 1), ("IND", "RUS", 0), ("CHN", "IND", -1)]
    return {
        "day": day, "first_day": "2012-01-02", "last_day": "2012-12-31", "triangles": [],
        "pressures": [{"a": "IND", "b": "RUS", "words": "It presses."}],
        "camps": [{"first": ["CHN", "PAK", "RUS"], "second": ["IND"]}],
        "ties": [{"a": a, "b": b, "level": 3.0 * sign, "low": 3.0 * sign - 1, "high": 3.0 * sign + 1, "sign": sign,
                  "events": 7} for a, b, sign in ties],
    }  # fmt: skip


def _page(request: Request) -> HTMLResponse:
    environment = make_environment()
    body = environment.from_string(PAGES[request.path_params["name"]]).render(query=request.query_params)
    return HTMLResponse(environment.from_string(FRAME).render(
        title="Stage", path=request.url.path, query=request.query_params, token="", twins=(), body=body))  # fmt: skip


def _data(request: Request) -> JSONResponse:
    makers = {"relation": _relation, "threads": _threads,
              "network": lambda: _network(request.query_params.get("date", "2012-12-31"))}  # fmt: skip
    maker = makers.get(request.path_params["name"])
    return JSONResponse({}, 404) if maker is None else JSONResponse(maker())


def _why(request: Request) -> HTMLResponse:
    return HTMLResponse(f"<p>Because of {request.path_params['record']}</p>")


@contextmanager
def serve_stage() -> Iterator[str]:
    """The stage on a free port; gives its address."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    routes = [
        Route("/stage/{name}", _page), Route("/data/{name}.json", _data), Route("/stage/reader/why/{record}", _why),
        Mount("/static", StaticFiles(directory=STATIC)),
    ]  # fmt: skip
    app = Starlette(routes=routes, middleware=[Middleware(Guard, hosts=hosts_of(port))])
    server = uvicorn.Server(uvicorn.Config(app, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, args=([listening],), daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(5)
