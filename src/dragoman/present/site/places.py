"""Which pages of the desk stand on a site, and the file of each: an address of the desk in, a place out.

File names hold ids and codes of ours and numbers only; any other word (the name of an outlet) stands as its digest, so
that no document has a say in a path, and the names hold on Windows too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from starlette.routing import compile_path

from dragoman.model.resolution import STANDINGS
from dragoman.present.escaping import for_file_name

ON_SITE: Mapping[str, tuple[str, ...]] = {
    "/": (),
    "/pairs": (),
    "/pair/{a}/{b}": (),
    "/pair/{a}/{b}/relation": (),
    "/pair/{a}/{b}/voices": (),
    "/pair/{a}/{b}/commitments": (),
    "/pair/{a}/{b}/sources": (),
    "/threads": ("pair", "actor", "standing"),
    "/thread/{id}": (),
    "/contradictions": ("pair",),
    "/contradiction/{id}": (),
    "/actors": (),
    "/actor/{id}": ("said", "did"),
    "/sources": (),
    "/source/{name:path}": ("stood",),
    "/families": (),
    "/family/{id}": (),
    "/calendar": ("year", "month"),
    "/network": ("date",),
    "/commitments": (),
    "/predictions": (),
    "/statements": ("actor",),
    "/assessments": ("pair",),
    "/documents": (),
    "/document/{id}": (),
    "/search": (),
}
"""The pages that are written, and what of a query makes a page of its own, one at a time, beside its number."""
LEFT_OUT = (
    "/pairs/levels",  # stands inside /pairs
    "/new",  # what came since a visit: a site has one moment
    "/document/{id}/why/{record}", "/statement/{id}",  # how a record was read: for whoever can correct it
    "/outlook/{a}/{b}", "/api",  # answers to questions
    "/review", "/decisions", "/agreement", "/add", "/add/status",  # work on the dossier
)  # fmt: skip
"""The pages that are not: each page of the desk is named here or above."""
FILES = (
    "desk.css", "search.js", "data/threads.csv", "data/threads.json", "data/events.csv", "data/events.json",
    "data/statements.csv", "data/statements.json",
)  # fmt: skip
"""What stands beside the pages, by the same name in an address of the desk's kind: "/desk.css"."""
_VIEW = ("all", "limit", "record", "q", "a", "b", "whole")
"""Parts of a query that change how a page looks: a file looks one way."""
_ONE_PAGE = ("/document/{id}", "/family/{id}")
"""Pages that a site does not part: all records of a text are on one."""
_FIRST = (("said", "1"), ("did", "1"))
"""What is the same as not asking."""
_STANDINGS = ("standing", "stood")
_ROUTES = tuple((pattern, compile_path(pattern)[0]) for pattern in ON_SITE)
_OWN_WORD = re.compile(r"[A-Z][A-Z0-9]{1,15}|[a-z]-[0-9a-f]{8,64}|[0-9]{4}(-[0-9]{2}){0,2}")


@dataclass(frozen=True, slots=True)
class Place:
    """One page of a site.

    Attributes:
        route: the pattern of its path on the desk.
        words: what stands for the open parts of it, in order.
        asked: (key, value) of the query, or nothing.
        number: of the page of a list, from 1.
    """

    route: str
    words: tuple[tuple[str, str], ...] = ()
    asked: tuple[tuple[str, str], ...] = ()
    number: int = 1

    @property
    def path(self) -> str:
        """The path on the desk, unquoted."""
        given = dict(self.words)
        return "/" + "/".join(given.get(name, part) for name, part in _parts(self.route))

    @property
    def address(self) -> str:
        """The address on the desk."""
        query = [*self.asked, *([("page", str(self.number))] if self.number > 1 else [])]
        return quote(self.path) + (f"?{urlencode(query)}" if query else "")

    @property
    def file(self) -> str:
        """The file on the site, relative to its folder: "thread/t-0123456789abcdef.html"."""
        given = dict(self.words)
        pieces = [name_word(given[name]) if name in given else part for name, part in _parts(self.route)]
        pieces += [f"{key}-{_name_value(key, value)}" for key, value in self.asked]
        pieces += [str(self.number)] if self.number > 1 else []
        return "/".join(filter(None, pieces)) + ".html" if any(pieces) else "index.html"


def find_place(address: str) -> Place | None:
    """The place that an address of the desk leads to, without its `#`; None if a site has no such page."""
    parts = urlsplit(address)
    for route, pattern in _ROUTES:
        found = pattern.fullmatch(unquote(parts.path))
        if found:
            asked = _read_query(route, parse_qsl(parts.query))
            return None if asked is None else Place(route, _order(found.groupdict()), *asked)
    return None


def find_search(address: str) -> str:
    """What stands behind the `#` of the page of search where an address of the desk asks for words; else ""."""
    parts = urlsplit(address)
    words = dict(parse_qsl(parts.query)).get("q", "")
    return f"#{urlencode({'q': words})}" if parts.path == "/search" and words else ""


def name_word(word: str) -> str:
    """A word as a part of a file name: codes, ids and dates of ours as they stand, others as their digest.

    Example:
        >>> name_word("PAK"), name_word("../x")
        ('PAK', 'x-9f3e8f6de2d9ed7afd1ff5b7')
    """
    if _OWN_WORD.fullmatch(word) and for_file_name(word) == word:
        return word
    return f"x-{sha256(word.encode('utf-8')).hexdigest()[:24]}"


def _name_value(key: str, value: str) -> str:
    """What is asked for as a part of a file name: "AFG-PAK", "did-not-happen"."""
    if key in _STANDINGS and value in STANDINGS:
        return "-".join(value.split())
    return "-".join(map(name_word, value.split(" ")))


def _read_query(route: str, query: Sequence[tuple[str, str]]) -> tuple[tuple[tuple[str, str], ...], int] | None:
    """What is asked for and the number of the page; None if no file answers it."""
    wanted = {key: value for key, value in query if value and key not in _VIEW}
    number = wanted.pop("page", "1")
    if route in _ONE_PAGE:
        return None if wanted else ((), 1)
    known = all(key in ON_SITE[route] for key in wanted) and len(wanted) < 2
    if not known or not (number.isascii() and number.isdigit() and 0 < len(number) < 7):
        return None
    asked = {key: " ".join(sorted(value.split())) if key == "pair" else value for key, value in wanted.items()}
    return tuple((key, value) for key, value in asked.items() if (key, value) not in _FIRST), max(1, int(number))


def _order(words: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The open parts of a path; a pair is one however its two sides are ordered."""
    if words.keys() >= {"a", "b"}:
        first, second = sorted((words["a"], words["b"]))
        return ("a", first), ("b", second)
    return tuple(words.items())


def _parts(route: str) -> list[tuple[str, str]]:
    """The parts of a pattern as (name, part): (id, "") for an open one, ("", part) for a fixed one."""
    parts = route.strip("/").split("/")
    return [(part[1:-1].partition(":")[0], "") if part.startswith("{") else ("", part) for part in parts]
