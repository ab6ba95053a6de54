"""What programs can ask each page for, declared: one row a page.

Whoever adds a page adds a row to `DECLARED`; a test compares it with the pages that there are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from dragoman.model.records import EVENT_TYPES, STATUSES
from dragoman.model.resolution import STANDINGS
from dragoman.present.web.fresh import KINDS as FRESH
from dragoman.record.searching import KINDS

Answer = Literal["rows", "object"]


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
OUTLET = Parameter("outlet", "Published by this outlet.", "Daily Times")
SINCE_RUN = Parameter("since", "Id of a run; what came after it is new. Home lists the runs.")
_SIDES = {"a": "Code or name of one side.", "b": "Code or name of the other."}
_OF_PAIR = (
    SINCE,
    UNTIL,
    ALL,
    LEAST,
    Parameter("count", "What numbers count.", "documents", ("documents", "sources")),
    Parameter("by", "Length of a period.", "year", ("week", "month", "year")),
)
_SAID = (ACTOR, VOICE, SINCE, UNTIL, DOCUMENT, ALL, LEAST, LIMIT, PAGE)

DECLARED: Mapping[str, Described] = {
    "/": Described("What the dossier holds, what is new and what needs a look.", "/", "object", (SINCE_RUN,)),
    "/new": Described(
        "What came after a run, one kind at a time.",
        "/new",
        "rows",
        (SINCE_RUN, Parameter("kind", "What came.", "threads", FRESH), PAGE),
    ),
    "/threads": Described(
        "Events of the world, each once however many texts tell it, by date.",
        "/threads?type=CONSULT",
        "rows",
        (PAIR, ACTOR, TYPE, STANDING, VOICE, SINCE, UNTIL, DOCUMENT, AS_OF, ALL, LEAST, LIMIT, PAGE),
    ),
    "/thread/{id}": Described(
        "The life of one thread: who told it when, in which words, and what contradicts it.",
        "",
        "object",
        (AS_OF,),
        {"id": "Id of a thread, or the beginning of one."},
    ),
    "/calendar": Described(
        "Visits and meetings of a month by day, or their numbers by month if only a year is named.",
        "/calendar?month=2012-10",
        "object",
        (Parameter("month", "The month; else that of the last meeting.", "2012-10"), YEAR, PAIR, ACTOR, ALL, LEAST),
    ),
    "/network": Described(
        "Who stands with whom on a day: ties, camps, triangles, pressures, and what another tie would change.",
        "/network",
        "object",
        (
            Parameter("date", "The day; else the last on which a text was published.", "2012-10-05"),
            Parameter("all_actors", "1 for organisations and armed groups too.", "1", ("1",)),
            Parameter("suppose", "A pair with a level from -10 to 10, several with commas.", "PAK-USA=-6"),
            Parameter("every", "1 to show every tie on the page; the twins always hold all.", "1", ("1",)),
        ),
    ),
    "/outlook/{a}/{b}": Described(
        "What may follow for a pair, with the record of such forecasts.",
        "/outlook/PAK/RUS",
        "object",
        (),
        _SIDES,
    ),
    "/search": Described(
        "Where words stand in texts and quotes, with counts by kind, year and actor.",
        "/search?q=visit",
        "object",
        (
            Parameter("q", 'Words; all must stand there, "several words" as a phrase.', "visit"),
            Parameter("kind", "Hits of one kind only, page by page.", "event", tuple(KINDS)),
            YEAR,
            ACTOR,
            ALL,
            PAGE,
        ),
    ),
    "/pairs": Described(
        "Pairs of which anything is told, the most told first.", "/pairs", "rows", (ACTOR, LIMIT, PAGE)
    ),
    "/pairs/levels": Described("How the same pairs get on.", "/pairs/levels", "rows", (ACTOR, LIMIT, PAGE)),
    "/pair/{a}/{b}": Described("What is told of a pair.", "/pair/PAK/RUS", "object", _OF_PAIR, _SIDES),
    "/pair/{a}/{b}/relation": Described(
        "How a pair gets on over time: level, trend, intervals, changes.",
        "/pair/PAK/RUS/relation",
        "object",
        _OF_PAIR,
        _SIDES,
    ),
    "/pair/{a}/{b}/voices": Described("Who says how they get on.", "/pair/PAK/RUS/voices", "rows", _OF_PAIR, _SIDES),
    "/pair/{a}/{b}/commitments": Described(
        "What each side promised the other.", "/pair/PAK/RUS/commitments", "rows", _OF_PAIR, _SIDES
    ),
    "/pair/{a}/{b}/sources": Described(
        "Which texts tell of a pair.", "/pair/PAK/RUS/sources", "rows", _OF_PAIR, _SIDES
    ),
    "/documents": Described("Texts by date.", "/documents", "rows", (PAIR, ACTOR, SINCE, UNTIL, OUTLET, LIMIT, PAGE)),
    "/document/{id}": Described(
        "A text as stored, with its records.",
        "",
        "object",
        (
            ALL,
            LEAST,
            Parameter("record", "A record whose words are marked."),
            Parameter("q", "Words to mark.", "visit"),
        ),
        {"id": "Id of a document, the beginning of one, or its name."},
    ),
    "/document/{id}/why/{record}": Described(
        "How each field of a record came about.",
        "",
        "object",
        (),
        {"id": "Id of the document.", "record": "Id of the record."},
    ),
    "/statements": Described("Words that texts attribute to somebody.", "/statements", "rows", _SAID),
    "/statement/{id}": Described(
        "One statement with the words around it.", "", "object", (), {"id": "Id of a statement."}
    ),
    "/predictions": Described("Statements about the future.", "/predictions", "rows", _SAID),
    "/assessments": Described("How two sides are said to get on.", "/assessments", "rows", (*_SAID, PAIR)),
    "/actors": Described(
        "Persons, states, organisations and groups under all their spellings.",
        "/actors",
        "rows",
        (
            Parameter("name", "A part of a spelling, or a code.", "Lavrov"),
            Parameter("kind", "Of one kind only.", "person", ("person", "state", "organisation", "group")),
            LIMIT,
            PAGE,
        ),
    ),
    "/actor/{id}": Described(
        "One actor: spellings, offices, what it said and did.",
        "",
        "object",
        (ALL, LEAST),
        {"id": "A code such as PAK, or the id of a person."},
    ),
    "/sources": Described("What each outlet told first and what it copied.", "/sources"),
    "/source/{name:path}": Described("One outlet.", "", "object", (ALL, PAGE), {"name": "Name of the outlet."}),
    "/families": Described("Texts that carry one another.", "/families", "rows", (SINCE, UNTIL, OUTLET, LIMIT, PAGE)),
    "/family/{id}": Described(
        "One family of texts, the likely original first.",
        "",
        "object",
        (
            Parameter("a", "Id of a text to compare."),
            Parameter("b", "Id of the other text."),
            Parameter("whole", "1 to show what is alike as well.", "1", ("1",)),
        ),
        {"id": "Id of a family."},
    ),
    "/contradictions": Described(
        "What cannot both be true.",
        "/contradictions",
        "rows",
        (
            Parameter("clash", "What it is about.", "date"),
            PAIR,
            ACTOR,
            TYPE,
            VOICE,
            SINCE,
            UNTIL,
            ALL,
            LEAST,
            LIMIT,
            PAGE,
        ),
    ),
    "/contradiction/{id}": Described(
        "Both sides of one contradiction.", "", "object", (), {"id": "Id of a contradiction."}
    ),
    "/commitments": Described(
        "What each side announced, promised or proposed, and how it stands.",
        "/commitments",
        "rows",
        (PAIR, ACTOR, Parameter("standing", "How it stands.", "lapsed"), SINCE, UNTIL, AS_OF, ALL, LEAST, LIMIT, PAGE),
    ),
    "/review": Described(
        "The queue of what is worth a look, the most important first.",
        "/review",
        "object",
        (Parameter("record", "Opens one record, thread or contradiction."), PAIR, ACTOR, TYPE, SINCE, UNTIL),
    ),
    "/decisions": Described("What people decided, and what became of it.", "/decisions"),
    "/agreement": Described(
        "How far two reviewers agree.",
        "/agreement",
        "object",
        (Parameter("a", "One reviewer; together with b."), Parameter("b", "The other; together with a.")),
    ),
    "/add": Described("Where articles are added.", "/add"),
    "/add/status": Described("How far reading has come.", "/add/status", "object"),
    "/api": Described("This description; as JSON it is in the form of OpenAPI 3.1.", "/api", "object"),
}
