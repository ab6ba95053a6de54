"""What has to be gathered from a whole dossier before a page can show a part of it; kept until somebody writes into it.

A folder in, frozen results out. Each is gathered once however many requests ask for it at the same time, and outside of
all of them: a page whose answer takes long says so.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from starlette.requests import Request

from dragoman.present.web.computing import await_result
from dragoman.present.web.kept import Kept
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters

if TYPE_CHECKING:
    from dragoman.flow.commitments import Held
    from dragoman.present.actor_page import ActorsShown
    from dragoman.resolve.sources import SourcePage
    from dragoman.vocab.world import World

Result = TypeVar("Result")
_HELD: "Kept[tuple[Held, ...]]" = Kept(32)
"""Commitments of some pairs: two thousand take some 2 MB."""


class Gathered(Generic[Result]):
    """Keeps what a function makes of a folder, and of one more word, by the stamp of the folder."""

    def __init__(self, name: str, gather: Callable[[Path, str], Result]) -> None:
        """Keep nothing yet; `name` is what is gathered, in the plural."""
        self._name = name
        self._gather = gather

    def of(self, request: Request, folder: Path, word: str = "") -> Result:
        """The result for the folder as it is now.

        Raises:
            UnfinishedError: it is being gathered, and the page that asks for it is one for people.
        """
        return await_result(
            request, (self._name, folder, word), folder, lambda: self._gather(folder, word),
            title=self._name.capitalize(), what=f"list of all {self._name}",
        )  # fmt: skip


@lru_cache(maxsize=1)
def load_vocabulary() -> "World":
    """The vocabulary: it takes a second or two to load."""
    from dragoman.vocab.world import load_world

    return load_world()


def find_held_of_pair(folder: Path, filters: Filters) -> "tuple[Held, ...]":
    """The commitments of a pair, or of a document, whatever their period, standing and confidence; kept for a while."""
    from dragoman.flow.commitments import find_held, widen

    def find() -> "tuple[Held, ...]":
        with Dossier(folder) as opened:
            return find_held(opened, filters)

    return _HELD.get(folder, replace(widen(filters), offset=0), find)


def _gather_actors(folder: Path, _: str) -> "ActorsShown":
    from dragoman.present.actor_page import ActorsShown

    with Dossier(folder) as opened:
        return ActorsShown.load(opened, load_vocabulary())


def _gather_sources(folder: Path, _: str) -> "tuple[SourcePage, ...]":
    from dragoman.flow.sources import gather_sources

    with Dossier(folder) as opened:
        return tuple(gather_sources(opened))


def _gather_held(folder: Path, as_of: str) -> "tuple[Held, ...]":
    from dragoman.flow.commitments import find_held

    with Dossier(folder) as opened:
        return find_held(opened, Filters(as_of=as_of))


ACTORS = Gathered("actors", _gather_actors)
SOURCES = Gathered("sources", _gather_sources)
COMMITMENTS = Gathered("commitments", _gather_held)
"""Of a dossier as of a day."""
