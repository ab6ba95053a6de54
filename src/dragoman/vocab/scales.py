"""Scales that say how far an act warms or cools a relation: PLOVER's, Goldstein's, or a table of the user's own.

In: a name or a path. Out: a `Scale` with a score for every type and mode, -10..10. A user's table is tab-separated with
the columns type, mode, score (mode may be left out, every type must be there) or cameo, score.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from dragoman.model.errors import UsageError, VocabError
from dragoman.model.records import EVENT_TYPES
from dragoman.vocab.plover_map import code_of, find_cameo, load_cameo_rows, load_score_rows, read_cameo
from dragoman.vocab.tables import Row, read_table_file

SCALES: tuple[str, ...] = ("plover", "goldstein")
LOWEST, HIGHEST = -10.0, 10.0
KeyT = TypeVar("KeyT")


@dataclass(frozen=True, slots=True)
class Scale:
    """A score for every act.

    Attributes:
        name: "plover", "goldstein", or the name of the user's file.
        by_mode: scores by type and mode; mode "" is the type's. Empty where the scale is by CAMEO code.
        by_cameo: scores by CAMEO code; empty where the scale is by type.
    """

    name: str
    by_mode: dict[tuple[str, str], float]
    by_cameo: dict[str, float]

    def score(self, type: str, mode: str = "", cameo: str = "") -> float:
        """The score of an act.

        A scale by CAMEO code takes the act's own code if it has one, else the code that stands for its type and mode
        in exports; a code without a score has its parent's. A scale by type gives an unknown mode the type's score.

        Raises:
            UsageError: the type is none of PLOVER's.
        """
        found = self._of_code(cameo) if cameo else None
        if found is None:
            found = self._of_code(code_of(type, mode)) if self.by_cameo else self._of_mode(type, mode)
        if found is None:
            raise UsageError(f"Unknown type {type!r}. There are: {', '.join(EVENT_TYPES)}.")
        return found

    def _of_mode(self, type: str, mode: str) -> float | None:
        found = self.by_mode.get((type, mode))
        return self.by_mode.get((type, "")) if found is None else found

    def _of_code(self, cameo: str) -> float | None:
        row = find_cameo(cameo) if self.by_cameo else None
        code = row.cameo if row else ""
        while code and code not in self.by_cameo:
            code = code[:-1]
        return self.by_cameo.get(code)


def load_scale(name: str = "plover") -> Scale:
    """Give a scale by its name, or read the user's own from a path.

    Raises:
        UsageError: neither a name nor a file.
        VocabError: a row is faulty, or a type has no score; the message names file and line.
    """
    if name in SCALES:
        return _shipped(name)
    path = Path(name)
    if not path.is_file():
        raise UsageError(f"No scale and no file {name!r}. Scales: {', '.join(SCALES)}, or the path of your own table.")
    return read_scale(path)


@cache
def _shipped(name: str) -> Scale:
    if name == "plover":
        return Scale(name, {key: row.score for key, row in load_score_rows().items()}, {})
    values = ((code, row.goldstein) for code, row in load_cameo_rows().items())
    return Scale(name, {}, {code: value for code, value in values if value is not None})


def read_scale(path: Path) -> Scale:
    """Read a user's own scale.

    Raises:
        VocabError: file and line of what is wrong, and what to write instead.
    """
    rows = read_table_file(path, ("score",))
    if rows and "cameo" in rows[0].cells:
        return _check_codes(Scale(path.name, {}, _by_cameo(rows)), path)
    if not rows or "type" not in rows[0].cells:
        raise VocabError(f"{path}: no rows with columns type, mode, score (or cameo, score); write a header and rows")
    return _check_types(Scale(path.name, _by_mode(rows), {}), path)


def _by_mode(rows: list[Row]) -> dict[tuple[str, str], float]:
    known = load_score_rows()
    found: dict[tuple[str, str], float] = {}
    for row in rows:
        key = (row.required("type").strip().upper(), row["mode"].strip().lower())
        if key[0] not in EVENT_TYPES:
            raise row.fault(f"type {row['type']!r} is none of {', '.join(EVENT_TYPES)}")
        if key not in known:
            modes = ", ".join(mode for type, mode in known if type == key[0] and mode) or "none"
            raise row.fault(f"mode {row['mode']!r} is no mode of {key[0]}; its modes: {modes}")
        _add(found, key, row)
    return found


def _by_cameo(rows: list[Row]) -> dict[str, float]:
    found: dict[str, float] = {}
    for row in rows:
        known = find_cameo(row.required("cameo"))
        if known is None:
            raise row.fault(f"{row['cameo']!r} is no CAMEO code; write it with its leading zero, as 042")
        if read_cameo(known.cameo) or not known.cameo.startswith("01"):
            _add(found, known.cameo, row)
    return found


def _add(found: dict[KeyT, float], key: KeyT, row: Row) -> None:
    if key in found:
        raise row.fault("scored a second time; leave one of the two rows")
    found[key] = _score(row)


def _score(row: Row) -> float:
    text = row.required("score").strip()
    try:
        score = float(text)
    except ValueError:
        raise row.fault(f"score {text!r} is no number; write one from -10 to 10, as -4.5") from None
    if not LOWEST <= score <= HIGHEST:
        raise row.fault(f"score {text} lies outside -10..10; bring the scale into that range")
    return score


def _check_types(scale: Scale, path: Path) -> Scale:
    missing = [type for type in EVENT_TYPES if (type, "") not in scale.by_mode]
    if missing:
        raise VocabError(f"{path}: no score for {', '.join(missing)}; add a row without a mode for each")
    return scale


def _check_codes(scale: Scale, path: Path) -> Scale:
    missing = [f"{code_of(type)} ({type})" for type in EVENT_TYPES if scale._of_code(code_of(type)) is None]
    if missing:
        raise VocabError(f"{path}: no score for {', '.join(missing)}; add a row for each or for its root category")
    return scale
