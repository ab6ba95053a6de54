"""How a standing and a kind of act look in a picture: shape beside colour, so that neither print nor eye needs colour.

Colours are of the palette by Okabe and Ito (2008), which the colour-blind can tell apart.
"""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.model.records import EventType
from dragoman.model.resolution import Standing, Thread
from dragoman.present.charts.drawing.frame import Entry
from dragoman.present.charts.drawing.marks import PAPER, Mark, Symbol

BLUE = "#0072b2"
SKY = "#8cc7ea"
GREEN = "#007a5a"
VERMILION = "#c44e00"
SAND = "#f2b879"
BLACK = "#222222"
DIM = "#767676"

_CROSS = "M-.8,-.8L.8,.8M.8,-.8L-.8,.8"
_BARRED = "M-1,0A1,1,0,1,1,1,0A1,1,0,1,1,-1,0M-.7,.7L.7,-.7"


@dataclass(frozen=True, slots=True)
class Sign:
    """How one standing looks, and its words in a legend."""

    words: str
    shape: str
    fill: str
    stroke: str
    width: float = 1.4


_HAPPENED = Sign("happened", "circle", BLUE, PAPER, 1.0)
_CLAIMED = Sign("claimed", "diamond", PAPER, VERMILION)
_DISPUTED = Sign("disputed", "diamond", VERMILION, VERMILION)
_DENIED = Sign("did not happen", _BARRED, PAPER, BLACK, 1.2)
_PLANNED = Sign("planned", "triangle-up", GREEN, GREEN)
_PROPOSED = Sign("proposed or possible", "triangle-up", PAPER, GREEN)
_DROPPED = Sign("cancelled or postponed", _CROSS, PAPER, BLACK, 2.4)
_LAPSED = Sign("lapsed: no word of it since", "square", PAPER, DIM)
SIGNS: dict[Standing, Sign] = {
    "happened": _HAPPENED, "claimed": _CLAIMED, "disputed": _DISPUTED, "did not happen": _DENIED, "planned": _PLANNED,
    "proposed": _PROPOSED, "possible": _PROPOSED, "postponed": _DROPPED, "cancelled": _DROPPED, "lapsed": _LAPSED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a timeline: kinds of act and what they are called, at length and in short."""

    types: tuple[EventType, ...]
    words: str
    short: str


COOPERATION = (
    Row(("AID",), "aid", "aid"),
    Row(("RETREAT",), "withdrawals, truces", "truces"),
    Row(("COOPERATE",), "joint work, trade", "joint work"),
    Row(("SUPPORT",), "support, treaties", "support"),
    Row(("AGREE", "CONCEDE"), "agreements, promises", "promises"),
    Row(("CONSULT",), "visits, talks", "talks"),
)
CONFLICT = (
    Row(("REQUEST",), "demands", "demands"),
    Row(("ACCUSE",), "accusations", "blame"),
    Row(("REJECT",), "refusals", "refusals"),
    Row(("THREATEN", "PROTEST"), "threats, protests", "threats"),
    Row(("SANCTION",), "sanctions, breaks", "sanctions"),
    Row(("MOBILIZE", "COERCE"), "forces moved, seizures", "seizures"),
    Row(("ASSAULT",), "attacks", "attacks"),
)
"""From deeds to words and from words to deeds, so that the worst stands lowest."""


def draw_sign(standing: Standing, x: float, y: float, radius: float) -> Symbol:
    """The sign of a standing at a place."""
    sign = SIGNS[standing]
    return Symbol(x, y, sign.shape, radius, sign.fill, sign.stroke, sign.width)


def explain_signs(threads: Iterable[Thread]) -> list[Entry]:
    """Legend of the signs that are in use, with how many threads have each."""
    counts = Counter(SIGNS[thread.standing].words for thread in threads)
    shown: dict[str, Standing] = {}
    for standing, sign in SIGNS.items():
        shown.setdefault(sign.words, standing)
    return [_explain(shown[words], f"{words} ({counts[words]:,})") for words in shown if counts[words]]


def _explain(standing: Standing, words: str) -> Entry:
    def sample(x: float, y: float) -> list[Mark]:
        return [draw_sign(standing, x, y, 5.0)]

    return Entry(sample, words)


def weigh_heaviest_first(threads: Iterable[Thread]) -> list[Thread]:
    """Threads by weight, the heaviest first; the order of the input says nothing."""
    return sorted(threads, key=lambda thread: (-thread.weight, thread.date, thread.id))


def choose_radius(thread: Thread, threads: Sequence[Thread]) -> float:
    """Half the width of a thread's sign: 3.4 for one source, up to 6.6 for the heaviest of all."""
    heaviest = max((one.weight for one in threads), default=0.0)
    share = max(0.0, thread.weight - 1.0) / (heaviest - 1.0) if heaviest > 1.0 else 0.0
    return 3.4 + 3.2 * math.sqrt(min(1.0, share))
