"""Draws pages of the desk for a site: the same functions and templates, in the frame of a site, with its rules.

A dossier and an address of the desk in, markup out. Unless whole texts are asked for, no run of a document's words is
longer than what may be made public: the filters by which words reach a template see to that.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jinja2 import ChoiceLoader, DictLoader, Environment
from markupsafe import Markup
from starlette.requests import Request
from starlette.routing import compile_path

from dragoman.present.actors import load_names
from dragoman.present.brief.quoting import REFERENCE, clip
from dragoman.present.cut import choose_cut
from dragoman.present.escaping import for_terminal
from dragoman.present.web.answering import MissingError, Page, Show, render
from dragoman.present.web.application import PAGES
from dragoman.present.web.computing import PATIENT
from dragoman.present.web.desk import Desk
from dragoman.present.web.rendering import isolate, make_environment, mark_unseen
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.text.edtf import bounds_of

POLICY = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'"
"""The policy of every page: the style sheet beside it, and nothing else; no script."""
POLICY_OF_SEARCH = POLICY.replace("style-src", "script-src 'self'; style-src")
"""That of the one page that searches: it also runs the script and the index beside it."""
SEARCH = "/search"
FRAME = "desk.html.jinja"
FRAME_OF_SITE = "site.html.jinja"
MEETINGS = "CONSULT"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a site shows: `texts`, whole texts, for its owner's own use; `everything`, less certain rows as well."""

    texts: bool = False
    everything: bool = False

    @property
    def cut(self) -> float:
        """The least confidence of a row that is listed."""
        return choose_cut(self.everything, None)


@dataclass(frozen=True, slots=True)
class Drawing:
    """Draws the pages of one dossier.

    Attributes:
        years: with a visit or meeting, in order.
    """

    desk: Desk
    wanted: Wanted
    years: tuple[str, ...]

    @staticmethod
    def prepare(folder: Path, wanted: Wanted) -> "Drawing":
        """For the dossier of a folder."""
        years = find_years(folder, wanted.cut)
        return Drawing(Desk(folder, "", make_site_environment(wanted, years), load_names()), wanted, years)

    def draw(self, address: str) -> str | None:
        """The page at an address of the desk; None if the dossier has nothing there."""
        parts = urlsplit(address)
        path = unquote(parts.path)
        if path == SEARCH:
            page = Page("Search", "site_search.html.jinja", {"policy": POLICY_OF_SEARCH})
            return render(self.desk, _ask(path, {}, ""), page)
        show, words = _find_page(path)
        quoted = path.startswith("/document/") and not self.wanted.texts
        every = "all=1" if self.wanted.everything or quoted else ""
        request = _ask(path, words, "&".join(filter(None, (parts.query, every))))
        try:
            return render(self.desk, request, show(self.desk, request))
        except MissingError:
            return None


def make_site_environment(wanted: Wanted, years: Sequence[str]) -> Environment:
    """The environment of the desk with the frame of a site, and with words cut short if they are for the public."""
    environment = make_environment()
    assert environment.loader is not None
    frame = environment.loader.get_source(environment, FRAME_OF_SITE)[0]
    environment.loader = ChoiceLoader([DictLoader({FRAME: frame}), environment.loader])
    environment.globals.update(
        live=False, texts=wanted.texts, cut=wanted.cut, years=years, policy=POLICY, longest=REFERENCE
    )
    if not wanted.texts:
        environment.filters.update(
            isolate=_shorten_for(isolate), unseen=_shorten_for(mark_unseen), plain=_shorten_for(for_terminal)
        )
    return environment


def shorten(text: str) -> str:
    """At most as many characters of a document's words as may be made public at once."""
    return text if len(text) <= REFERENCE else clip(text, REFERENCE)


def find_years(folder: Path, cut: float) -> tuple[str, ...]:
    """The years in which a visit or meeting of at least that confidence begins or ends."""
    with Dossier(folder) as opened:
        found = opened.threads(Filters(type=MEETINGS, min_confidence=cut))
        days = [day for thread in found for day in bounds_of(thread.date) if day]
    return tuple(sorted({f"{day.year:04}" for day in days}))


def _shorten_for(filter: Callable[[str], str | Markup]) -> Callable[[str], str | Markup]:
    return lambda text: filter(shorten(text))


_SHOWN = tuple((compile_path(pattern)[0], show) for pattern, show in PAGES)


def _find_page(path: str) -> tuple[Show, dict[str, str]]:
    """The function of a page, and what stands for the open parts of its path."""
    return next((show, found.groupdict()) for pattern, show in _SHOWN if (found := pattern.fullmatch(path)))


def _ask(path: str, words: dict[str, str], query: str) -> Request:
    """What a browser would ask the desk for."""
    return Request({
        "type": "http", "method": "GET", "scheme": "http", "server": ("site", 80), "root_path": "", "path": path,
        "query_string": query.encode("ascii"), "headers": [], "path_params": words,
        PATIENT: True,
    })  # fmt: skip
