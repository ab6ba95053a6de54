"""What has to be gathered from a whole dossier before a page can show a part of it; kept until somebody writes into it.

A folder in, frozen results out. Each is gathered once however many requests ask for it at the same time: a lock each.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Generic, TypeVar

from dragoman.present.web.kept import Kept
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters

if TYPE_CHECKING:
    from dragoman.flow.commitments import Held
    from dragoman.present.actor_page import ActorsShown
    from dragoman.resolve.sources import SourcePage
    from dragoman.vocab.world import World

Result = TypeVar("Result")
MOST = 4
"""Results kept of each kind: of several dossiers, or of several days."""


class Gathered(Generic[Result]):
    """Keeps what a function makes of a folder, and of one more word, by the stamp of the folder."""

    def __init__(self, gather: Callable[[Path, str], Result]) -> None:
        """Keep nothing yet."""
        self._gather = gather
        self._kept: Kept[Result] = Kept(MOST)

    def of(self, folder: Path, word: str = "") -> Result:
        """The result for the folder as it is now."""
        return self._kept.get(folder, word, lambda: self._gather(folder, word))


@lru_cache(maxsize=1)
def load_vocabulary() -> "World":
    """The vocabulary: it takes a second or two to load."""
    from dragoman.vocab.world import load_world

    return load_world()


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


ACTORS = Gathered(_gather_actors)
SOURCES = Gathered(_gather_sources)
COMMITMENTS = Gathered(_gather_held)
"""Of a dossier as of a day."""
