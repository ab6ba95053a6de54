"""What becomes of one row of event data: an event, a reason for leaving it out, or a fault of the row."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from dragoman.model.event_data import ImportedEvent
from dragoman.vocab.plover_map import MapName


class Drop(Enum):
    """Why a sound row is not kept; such rows are counted, not listed."""

    ONE_SIDE = "both sides are of one state or organisation"
    UNKNOWN_SIDE = "a side is no state and no organisation that the record knows"
    NO_ACT = "a remark without an act, which PLOVER does not count"


Outcome = ImportedEvent | Drop
RowReader = Callable[[list[str]], Outcome]
"""Cells of one row in; raises `IngestError` for a row that cannot be read."""


@dataclass(frozen=True, slots=True)
class Settings:
    """How rows are read.

    Attributes:
        format: name of a format, "" to recognise it.
        map: from CAMEO to types and modes.
        first_day: ISO day that a knowledge graph counts as time 0, "" if none is given.
    """

    format: str = ""
    map: MapName = "dragoman"
    first_day: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table about to be read: its file, its name inside an archive ("" outside one), the cells of its first line."""

    path: Path
    member: str
    first: list[str]
    settings: Settings

    @property
    def stem(self) -> str:
        """The name of the table without folder and suffixes."""
        return Path(self.member or self.path.name).name.partition(".")[0]
