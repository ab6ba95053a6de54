"""The one map between CAMEO, PLOVER 2021 and our record: into types and modes for imports, back to codes for exports.

In: `data/plover_map.tsv` (a row a CAMEO code) and `data/plover_scores.tsv` (a row a type and mode).
Out: what a code stands for, the code that stands for a type and mode, scores and quads. It must not know events.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from dragoman.model.relation import QUADS, Quad
from dragoman.vocab.tables import Row, read_table

MapName = Literal["dragoman", "plover2021"]
MAPS: tuple[MapName, ...] = ("dragoman", "plover2021")
MAP_COLUMNS = (
    "cameo", "names", "plover2021_type", "plover2021_mode", "type", "mode", "quad", "score", "goldstein",
    "goldstein_others", "turned", "note", "source",
)  # fmt: skip
SCORE_COLUMNS = ("type", "mode", "quad", "score", "printed", "cameo", "cameo2021", "note", "source")
_CODE = re.compile(r"\d{1,5}\Z")
_NOT_LETTERS = re.compile(r"[^a-z]+")


@dataclass(frozen=True, slots=True)
class CameoRow:
    """One code side by side.

    Attributes:
        names: how data sets without codes call it.
        printed: type and mode as printed with PLOVER 2021, "" where it has no row; `ours`: likewise in our record.
        goldstein: the value in use, None where no scale has one.
        turned: True where the sides change places, so that the first is the one who acts.
        note: why ours differs from what is printed.
    """

    cameo: str
    names: tuple[str, ...]
    printed: tuple[str, str]
    ours: tuple[str, str]
    goldstein: float | None
    turned: bool
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What a CAMEO code stands for; see `CameoRow` for `turned`."""

    type: str
    mode: str
    quad: Quad
    turned: bool = False


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """What PLOVER makes of one type and mode.

    Attributes:
        score: -10..10; `printed`: PLOVER's own figure, the same but for misprints.
        cameo: the code that stands for it by our map; `cameo2021`: by the printed one.
    """

    type: str
    mode: str
    quad: Quad
    score: float
    printed: float
    cameo: str
    cameo2021: str
    note: str
    source: str


@cache
def load_cameo_rows() -> dict[str, CameoRow]:
    """Read the map once, by code.

    Raises:
        VocabError: a row is faulty.
    """
    rows: dict[str, CameoRow] = {}
    for row in read_table("plover_map.tsv", MAP_COLUMNS):
        code = row.required("cameo")
        if not _CODE.match(code) or code in rows:
            raise row.fault(f"code {code!r} is no CAMEO code, or stands in the table twice")
        rows[code] = CameoRow(
            code, row.list_of("names"), (row["plover2021_type"], row["plover2021_mode"]), (row["type"], row["mode"]),
            float(row["goldstein"]) if row["goldstein"] else None, row["turned"] == "yes", row["note"],
            row.required("source"),
        )  # fmt: skip
    return rows


@cache
def load_score_rows() -> dict[tuple[str, str], ScoreRow]:
    """Read scores and codes once, by type and mode; mode "" tells the type.

    Raises:
        VocabError: a row is faulty.
    """
    rows = (_score_row(row) for row in read_table("plover_scores.tsv", SCORE_COLUMNS))
    return {(row.type, row.mode): row for row in rows}


def _score_row(row: Row) -> ScoreRow:
    quad = next((quad for quad in QUADS if quad == row["quad"]), None)
    if quad is None:
        raise row.fault(f"quad {row['quad']!r} is none of {', '.join(QUADS)}")
    score = float(row.required("score"))
    printed = float(row["printed"]) if row["printed"] else score
    return ScoreRow(
        row.required("type"), row["mode"], quad, score, printed, row.required("cameo"),
        row.required("cameo2021"), row["note"], row.required("source"),
    )  # fmt: skip


def quad_of(type: str) -> Quad | None:
    """The quad of a PLOVER type, None for an unknown one.

    Example:
        >>> quad_of("SANCTION")
        'material conflict'
    """
    row = load_score_rows().get((type, ""))
    return row.quad if row else None


@cache
def find_cameo(code: str) -> CameoRow | None:
    """The row of a code, of its nearest parent where the code has none, None if neither is known.

    A leading zero that a spreadsheet dropped is put back where that gives a code and nothing else can be meant.

    Example:
        >>> [find_cameo(code).cameo for code in ("042", "42", "0429", "10")]
        ['042', '042', '042', '10']
        >>> find_cameo("99") is None
        True
    """
    rows = load_cameo_rows()
    code = code.strip()
    if not _CODE.match(code):
        return None
    parent = code
    while len(parent) > 1:
        if parent in rows:
            return rows[parent]
        parent = parent[:-1]
    return rows.get("0" + code)


def is_ambiguous(code: str) -> bool:
    """Whether a data set's code may have lost its leading zero: "10" is 010 or the root category 10.

    Example:
        >>> is_ambiguous("10"), is_ambiguous("010"), is_ambiguous("42")
        (True, False, False)
    """
    return len(code) == 2 and code in load_cameo_rows() and "0" + code in load_cameo_rows()


@cache
def read_cameo(code: str, map: MapName = "dragoman") -> Reading | None:
    """What a CAMEO code stands for.

    Args:
        code: as a data set has it; see `find_cameo` for what is put right.
        map: "plover2021" for the map as printed, with its modes as they are; it turns no sides.

    Returns:
        Type, mode and quad; those of the parent category where the code itself has none. None where the code is
        unknown, ambiguous, or stands for no act, as "make a statement".

    Example:
        >>> read_cameo("163").type, read_cameo("163", "plover2021").type, read_cameo("010")
        ('SANCTION', 'COERCE', None)
    """
    row = None if is_ambiguous(code) else find_cameo(code)
    while row is not None:
        type, mode = row.ours if map == "dragoman" else row.printed
        quad = quad_of(type)
        if quad:
            return Reading(type, mode, quad, row.turned and map == "dragoman")
        row = load_cameo_rows().get(row.cameo[:-1])
    return None


@cache
def code_of(type: str, mode: str = "", map: MapName = "dragoman") -> str:
    """The CAMEO code that stands for a type and mode, for the type where the mode is unknown; "" if that is too.

    Example:
        >>> code_of("CONSULT", "visit"), code_of("CONSULT", "dinner")
        ('042', '040')
    """
    rows = load_score_rows()
    row = rows.get((type, mode)) or rows.get((type, ""))
    if row is None:
        return ""
    return row.cameo if map == "dragoman" else row.cameo2021


@cache
def _codes_by_name() -> dict[str, str]:
    return {name_key(name): row.cameo for row in load_cameo_rows().values() for name in row.names}


def find_code_by_name(name: str) -> str:
    """The code of a category's name, in any case and punctuation; "" if nobody calls a category so.

    Example:
        >>> find_code_by_name("make a visit")
        '042'
    """
    return _codes_by_name().get(name_key(name), "")


def name_key(name: str) -> str:
    """A name without case and punctuation."""
    return _NOT_LETTERS.sub(" ", name.lower()).strip()
