"""What every page of the desk has at hand: the folder of the dossier, names, the token for writing, the templates.

A desk is frozen and shared by all requests; a dossier is opened for reading anew for each.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment

import dragoman
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.web.working import Work
from dragoman.record.dossier import Dossier
from dragoman.record.overview import Overview, read_overview, stamp_of


@dataclass(frozen=True, slots=True)
class Desk:
    """What pages share.

    Attributes:
        folder: of the dossier; there may be none in it yet.
        token: what every request that writes has to bring along; made anew by each `dragoman serve`.
        templates: the environment that renders pages.
        name: from a code to its name in a sentence.
        work: what reads in the background, and the steps with the model once it is loaded.
    """

    folder: Path
    token: str
    templates: Environment
    name: Callable[[str], str]
    work: Work = field(default_factory=Work)

    def open(self) -> Dossier:
        """The dossier, for one request: use it as a context.

        Raises:
            RecordError: there is none, or it is damaged.
        """
        return Dossier(self.folder)

    def has_dossier(self) -> bool:
        """Whether something was ever read into the folder."""
        return (self.folder / "dossier.db").is_file()

    def overview(self, *, min_confidence: float = DEFAULT_CUT) -> Overview:
        """The sums over the dossier; made anew only when somebody wrote into it."""
        return _overview(self.folder, min_confidence, stamp_of(self.folder))


def find_examples() -> Path | None:
    """The folder of example articles; they come with the repository, not with the installed package."""
    folder = Path(dragoman.__file__).parents[2] / "examples" / "news"
    return folder if folder.is_dir() else None


@lru_cache(maxsize=4)
def _overview(folder: Path, min_confidence: float, _stamp: tuple[int, ...]) -> Overview:
    return read_overview(folder, min_confidence=min_confidence)
