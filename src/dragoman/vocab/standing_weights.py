"""How much a thread of each standing says of a relation, and on which day.

In: `data/standing_weights.tsv`. Out: a rule by standing and quad. It must not know scores or threads.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import get_args

from dragoman.model.relation import Quad
from dragoman.model.resolution import Standing
from dragoman.vocab.tables import Row, read_table

COLUMNS = ("standing", "kind", "weight", "dated", "why")
KINDS = ("cooperation", "conflict")
_STANDINGS = get_args(Standing)


@dataclass(frozen=True, slots=True)
class StandingWeight:
    """How much a thread counts, 0 for not at all, and whether by the day on which it was told."""

    weight: float
    by_telling: bool
    why: str


@cache
def load_standing_weights() -> dict[tuple[str, str], StandingWeight]:
    """Read the table once, by standing and kind.

    Raises:
        VocabError: a row is faulty, stands twice or is missing.
    """
    rows: dict[tuple[str, str], StandingWeight] = {}
    for row in read_table("standing_weights.tsv", COLUMNS):
        key = row["standing"], row["kind"]
        if key[0] not in _STANDINGS or key[1] not in KINDS or key in rows:
            raise row.fault(f"{key} is no standing and kind, or stands twice")
        rows[key] = _read(row)
    for key in ((standing, kind) for standing in _STANDINGS for kind in KINDS):
        if key not in rows:
            raise row.fault(f"the table ends without a row for {key}")
    return rows


def weigh_standing(standing: str, quad: Quad) -> StandingWeight:
    """The rule for a thread.

    Example:
        >>> weigh_standing("claimed", "verbal cooperation").weight
        0.25
    """
    return load_standing_weights()[standing, quad.rpartition(" ")[2]]


def _read(row: Row) -> StandingWeight:
    if row["dated"] not in ("event", "telling"):
        raise row.fault(f"dated {row['dated']!r} is neither event nor telling")
    try:
        weight = float(row["weight"])
    except ValueError:
        raise row.fault(f"weight {row['weight']!r} is no number") from None
    if not 0.0 <= weight <= 1.0:
        raise row.fault(f"weight {weight:g} is not between 0 and 1")
    return StandingWeight(weight, row["dated"] == "telling", row["why"])
