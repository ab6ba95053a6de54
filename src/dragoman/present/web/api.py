"""Describes what can be fetched: the parameters of each page, and from them the OpenAPI description of all twins.

Whoever adds a page adds a row to `DECLARED`; a test compares it with the pages that there are.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

import dragoman
from dragoman.model.records import EVENT_TYPES, STATUSES
from dragoman.model.resolution import STANDINGS
from dragoman.present.fields import Fields
from dragoman.record.searching import KINDS
from dragoman.text.hashing import Plain

Answer = Literal["rows", "object"]
ERRORS = {"400": "A value is not understood; the answer says which and why.", "404": "There is nothing of that id.",
          "503": "Another process is writing the dossier."}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a query.

    Attributes:
        words: what it asks for.
        example: a value.
        values: all values that there are; empty for any.
        type: of JSON Schema.
    """

    name: str
    words: str
    example: str = ""
    values: tuple[str, ...] = ()
    type: Literal["string", "integer", "number"] = "string"


@dataclass(frozen=True, slots=True)
class Described:
    """A page for programs.

    Attributes:
        words: what it shows, in one sentence.
        example: an address that can be opened in any dossier, "" where it takes an id of this one.
        answer: whether the JSON is a list of rows or an object; the CSV is always rows.
        parts: what stands for the parts of the path that are left open.
    """

    words: str
    example: str = ""
    answer: Answer = "rows"
    parameters: tuple[Parameter, ...] = ()
    parts: Mapping[str, str] | None = None


PAIR = Parameter("pair", "Both sides take part.", "PAK RUS")
ACTOR = Parameter("actor", "This side takes part: a code or a name.", "Pakistan")
TYPE = Parameter("type", "What was done.", "CONSULT", tuple(EVENT_TYPES))
STATUS = Parameter("status", "What the voice says became of it.", "cancelled", tuple(STATUSES))
VOICE = Parameter("voice", "Who says so: author, comment, or a part of the speaker's name.", "author")
STANDING = Parameter("standing", "What all sources together make of it.", "planned", tuple(STANDINGS))
SINCE = Parameter("since", "The date can be on or after the first day of this day, month or year.", "2012-10")
UNTIL = Parameter("until", "The date can be on or before the last day of it.", "2012")
DOCUMENT = Parameter("document", "Told by this text: an id, the beginning of one, or a name.")
AS_OF = Parameter("as_of", "The day as of which plans count as lapsed; else that of the last text.", "2012-12-31")
ALL = Parameter("all", "1 for less certain rows too.", "1", ("1",))
LEAST = Parameter("min_confidence", "Rows of at least this confidence, 0 to 1.", "0.7", type="number")
LIMIT = Parameter("limit", "Rows of a page; 0 for all.", "50", type="integer")
PAGE = Parameter("page", "Which page, from 1.", "2", type="integer")
YEAR = Parameter("year", "Four digits.", "2012")

DECLARED: Mapping[str, Described] = {
    "/": Described("What the dossier holds and what needs a look.", "/", "object"),
    "/threads": Described(
        "Events of the world, each once however many texts tell it, by date.", "/threads?type=CONSULT", "rows",
        (PAIR, ACTOR, TYPE, STANDING, VOICE, SINCE, UNTIL, DOCUMENT, AS_OF, ALL, LEAST, LIMIT, PAGE),
    ),
    "/thread/{id}": Described(
        "The life of one thread: who told it when, in which words, and what contradicts it.", "", "object", (AS_OF,),
        {"id": "Id of a thread, or the beginning of one."},
    ),
    "/calendar": Described(
        "Visits and meetings of a month by day, or their numbers by month if only a year is named.",
        "/calendar?month=2012-10", "object",
        (Parameter("month", "The month; else that of the last meeting.", "2012-10"), YEAR, PAIR, ACTOR, ALL, LEAST),
    ),
    "/network": Described(
        "Who stands with whom on a day: ties, camps, triangles, pressures, and what another tie would change.",
        "/network", "object",
        (
            Parameter("date", "The day; else the last on which a text was published.", "2012-10-05"),
            Parameter("all_actors", "1 for organisations and armed groups too.", "1", ("1",)),
            Parameter("suppose", "A pair with a level from -10 to 10, several with commas.", "PAK-USA=-6"),
            Parameter("every", "1 to show every tie on the page; the twins always hold all.", "1", ("1",)),
        ),
    ),
    "/outlook/{a}/{b}": Described(
        "What may follow for a pair, with the record of such forecasts.", "/outlook/PAK/RUS", "object", (),
        {"a": "Code or name of one side.", "b": "Code or name of the other."},
    ),
    "/search": Described(
        "Where words stand in texts and quotes, with counts by kind, year and actor.", "/search?q=visit", "object",
        (
            Parameter("q", 'Words; all must stand there, "several words" as a phrase.', "visit"),
            Parameter("kind", "Hits of one kind only, page by page.", "event", tuple(KINDS)), YEAR, ACTOR, ALL, PAGE,
        ),
    ),
    "/api": Described("This description; as JSON it is in the form of OpenAPI 3.1.", "/api", "object"),
}  # fmt: skip


def describe_api(paths: Iterable[str]) -> Fields:
    """The OpenAPI description of the twins of these pages.

    Args:
        paths: of pages, as routes name them; those that are not declared are described by their path alone.
    """
    found: Fields = {}
    for path in paths:
        for form in ("json", "csv"):
            found[f"{_open(path)}.{form}"] = {"get": _operation(path, form)}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Dragoman: the dossier at hand", "version": dragoman.__version__,
            "description": "Every page of the desk as JSON and as CSV, for programs of the same machine. No request "
            "changes anything. Dates are EDTF (ISO 8601-2); a status is what its voice says.",
        },
        "paths": found,
    }  # fmt: skip


def list_parameters(paths: Iterable[str]) -> list[Fields]:
    """Every parameter of every page, one a row; a page without any has one row."""
    rows: list[Fields] = []
    for path in paths:
        described = DECLARED.get(path, Described(path))
        parameters = [*_parts(path), *described.parameters] or [Parameter("", "")]
        rows += [
            {"path": path, "page": described.words, "parameter": each.name, "words": each.words,
             "example": each.example, "values": list(each.values)}
            for each in parameters
        ]  # fmt: skip
    return rows


def _operation(path: str, form: str) -> Fields:
    described = DECLARED.get(path, Described(path))
    words = re.sub(r"\W+", " ", _open(path)).split() or ["home"]
    return {
        "operationId": "".join(each.capitalize() for each in (*words, form)),
        "summary": described.words,
        "parameters": [_parameter(each, "path") for each in _parts(path)]
        + [_parameter(each, "query") for each in described.parameters],
        "responses": {
            "200": {"description": described.words, "content": _content(form, described.answer)},
            **{status: {"description": why} for status, why in ERRORS.items()},
        },
    }


def _content(form: str, answer: Answer) -> Fields:
    if form == "csv":
        return {"text/csv": {"schema": {"type": "string"}}}
    rows: Fields = {"type": "array", "items": {"type": "object"}}
    return {"application/json": {"schema": rows if answer == "rows" else {"type": "object"}}}


def _parameter(one: Parameter, place: str) -> Fields:
    schema: dict[str, Plain] = {"type": one.type}
    if one.values:
        schema["enum"] = list(one.values)
    given: Fields = {"name": one.name, "in": place, "required": place == "path", "description": one.words,
                     "schema": schema}  # fmt: skip
    return {**given, "example": _typed(one)} if one.example else given


def _typed(one: Parameter) -> Plain:
    return int(one.example) if one.type == "integer" else float(one.example) if one.type == "number" else one.example


def _parts(path: str) -> list[Parameter]:
    """The open parts of a path."""
    told = DECLARED.get(path, Described(path)).parts or {}
    return [Parameter(name, told.get(name, "")) for name in re.findall(r"\{(\w+)", path)]


def _open(path: str) -> str:
    """The path as OpenAPI writes it, with the name that its twins have."""
    return "/home" if path == "/" else re.sub(r"\{(\w+):\w+\}", r"{\1}", path)
