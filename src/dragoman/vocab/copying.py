"""How texts say where they come from, and what stands under many of them.

In: `credit_cues.tsv` and `standing_cues.tsv`. Out: look-ups, read once and kept. It must not know any document.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast

from dragoman.vocab.tables import Row, read_table

CreditKind = Literal["first", "line", "told"]
_KINDS = ("first", "line", "told", "filler")
_PLACES = ("before", "after", "any")


@dataclass(frozen=True, slots=True)
class CreditCue:
    """Words beside an outlet's name that credit it; `before` if they stand before the name."""

    kind: CreditKind
    before: bool
    words: str


@cache
def load_standing_cues() -> tuple[str, ...]:
    """The words of `standing_cues.tsv`, in file order."""
    return tuple(row.required("cue").strip() for row in read_table("standing_cues.tsv", ("kind", "cue")))


@cache
def load_credit_cues() -> tuple[CreditCue, ...]:
    """The cues of `credit_cues.tsv` in file order, fillers left out."""
    rows = (row for row in _credit_rows() if row["kind"] != "filler")
    return tuple(
        CreditCue(cast(CreditKind, row["kind"]), row["place"] == "before", row.required("cue")) for row in rows
    )


@cache
def load_credit_fillers() -> frozenset[str]:
    """Words that may stand between an outlet's name and a cue."""
    return frozenset(row.required("cue") for row in _credit_rows() if row["kind"] == "filler")


def _credit_rows() -> list[Row]:
    rows = read_table("credit_cues.tsv", ("kind", "place", "cue"))
    for row in rows:
        if row["kind"] not in _KINDS or row["place"] not in _PLACES:
            raise row.fault(f'"{row["kind"]}" with place "{row["place"]}"; the head of the file lists both')
    return rows
