"""Floors: the figures once reached on each gold set, below which no later version may fall.

In: `data/floors.json` and the scores of a run. Out: what fell, or the file with its floors raised. A floor is the
figure reached minus an allowance that stands in the file, so that a harmless difference between machines is no fall.
Floors only rise; lowering one takes an explicit permission and is visible in the file's history.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.model.errors import EvaluateError

FILE = Path(__file__).parent / "data" / "floors.json"
Scores = Mapping[str, float]
"""Task to its figure in percent."""


@dataclass(frozen=True, slots=True)
class Floors:
    """Set name to its floors; `allowance` in percentage points is taken off a figure when it becomes a floor."""

    allowance: float
    sets: Mapping[str, Scores]


@dataclass(frozen=True, slots=True)
class Fall:
    """A figure below its floor; None if the task was not scored at all."""

    set: str
    task: str
    floor: float
    score: float | None

    def __str__(self) -> str:
        """One line for a person."""
        now = "not scored" if self.score is None else f"{self.score:.1f}"
        return f"{self.set}, {self.task}: {now}, floor {self.floor:.1f}"


def load_floors(path: Path = FILE) -> Floors:
    """Read the floors.

    Raises:
        EvaluateError: the file is missing or faulty.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        sets = {
            name: {task: float(floor) for task, floor in floors.items()} for name, floors in content["sets"].items()
        }
        return Floors(float(content["allowance"]), sets)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise EvaluateError(f"{path} holds no floors ({type(error).__name__}: {error}).") from error


def save_floors(floors: Floors, path: Path = FILE) -> None:
    """Write the floors, sets by name, tasks in the order of their reports."""
    content = {"allowance": floors.allowance, "sets": {name: dict(floors.sets[name]) for name in sorted(floors.sets)}}
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")


def find_falls(floors: Floors, set_name: str, scores: Scores) -> list[Fall]:
    """The floors of a set that the scores do not reach, in the order of the file.

    Raises:
        EvaluateError: the set has no floors.
    """
    if set_name not in floors.sets:
        raise EvaluateError(f"No floors for {set_name!r}. There are: {', '.join(sorted(floors.sets)) or 'none'}.")
    return [
        Fall(set_name, task, floor, scores.get(task))
        for task, floor in floors.sets[set_name].items()
        if scores.get(task, -1.0) < floor
    ]


def raise_floors(floors: Floors, set_name: str, scores: Scores, *, allow_regression: bool = False) -> Floors:
    """The floors with those of one set raised to what was reached, less the allowance.

    Args:
        floors: as they stand.
        set_name: a new name adds a set.
        scores: what was reached.
        allow_regression: take the figures as they are, lower ones and missing tasks too.

    Raises:
        EvaluateError: a score is below its floor, and `allow_regression` is not given.
    """
    falls = find_falls(floors, set_name, scores) if set_name in floors.sets else []
    if falls and not allow_regression:
        raise EvaluateError(f"Floors only rise. {_list(falls)}. Mend it, or pass --allow-regression and say why.")
    reached = {task: max(0.0, round(score - floors.allowance, 1)) for task, score in scores.items()}
    if not allow_regression:
        before = floors.sets.get(set_name, {})
        reached = {task: max(floor, before.get(task, 0.0)) for task, floor in reached.items()}
    return Floors(floors.allowance, {**floors.sets, set_name: reached})


def _list(falls: Sequence[Fall]) -> str:
    return "; ".join(map(str, falls))
