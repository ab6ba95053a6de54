"""Reads the timelines that editors made of crises and leaders: for each topic the days that they chose.

In: a folder with `tl17-NAME` (a text file a timeline: a line with the day, sentences, a line of dashes) and
`leaders-dates.json` (name to days). Out: `Topic`s. Only the days are read. It must not know corpora or dossiers.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Literal

from dragoman.model.errors import EvaluateError

Kind = Literal["crisis", "leader"]
_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")
_CRISES = "tl17-"
_LEADERS = "leaders-dates.json"


@dataclass(frozen=True, slots=True)
class Topic:
    """A crisis or a leader.

    Attributes:
        name: with which the ids of its articles begin ("syria", "hamid_karzai").
        kind: whether it is about a person.
        timelines: the days of each timeline.
    """

    name: str
    kind: Kind
    timelines: tuple[frozenset[date], ...]

    @property
    def person(self) -> str:
        """The leader's name in small letters, "" for a crisis."""
        return self.name.replace("_", " ") if self.kind == "leader" else ""


def read_topics(folder: Path) -> list[Topic]:
    """Crises, then leaders, each by name.

    Raises:
        EvaluateError: the folder has neither, or a file of it cannot be read.
    """
    topics = [*_crises(folder), *_leaders(folder / _LEADERS)]
    if not topics:
        raise EvaluateError(f"{folder} holds neither {_CRISES}NAME folders nor {_LEADERS}. Name the timelines' folder.")
    return topics


def _crises(folder: Path) -> Iterator[Topic]:
    for path in sorted(folder.glob(f"{_CRISES}*")):
        timelines = tuple(_days_of(file) for file in sorted(path.glob("*.txt")))
        if any(timelines):
            yield Topic(path.name.removeprefix(_CRISES), "crisis", tuple(days for days in timelines if days))


def _days_of(file: Path) -> frozenset[date]:
    try:
        lines = file.read_text(encoding="utf-8", errors="replace").splitlines()
        return frozenset(date.fromisoformat(line.strip()) for line in lines if _DAY.match(line.strip()))
    except (OSError, ValueError) as error:
        raise EvaluateError(f"{file} is no timeline ({error}).") from error


def _leaders(file: Path) -> Iterator[Topic]:
    if not file.exists():
        return
    try:
        rows = json.loads(file.read_text(encoding="utf-8"))
        for name in sorted(rows):
            yield Topic(name, "leader", (frozenset(date.fromisoformat(day) for day in rows[name]),))
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise EvaluateError(f"{file} does not give a list of days for each name ({error}).") from error
