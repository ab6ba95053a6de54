"""Who was at war with whom, where and when: what a reader of the news knows, for acts whose sides are left open.

In: `wars.tsv`. Out: the wars of a day. It must not know texts: which war a text speaks of is decided where events are
read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.vocab.periods import ALWAYS, Period, period_of_row
from dragoman.vocab.tables import Row, read_table

FILE = "wars.tsv"
COLUMNS = ("war", "one", "other", "lands", "from", "to", "source")


@dataclass(frozen=True, slots=True)
class War:
    """Two camps, each of one a foe of each of the other; `lands` are the states where they fight."""

    camps: tuple[frozenset[str], frozenset[str]]
    lands: frozenset[str]
    period: Period = ALWAYS
    where: str = ""

    def foes_of(self, code: str) -> frozenset[str]:
        """The camp against that of an actor, nobody if it has no part in the war."""
        one, other = self.camps
        return other if code in one else one if code in other else frozenset()


@lru_cache(maxsize=1)
def load_wars() -> tuple[War, ...]:
    """Read the table once.

    Raises:
        VocabError: a row is faulty.
    """
    return tuple(_war(row) for row in read_table(FILE, COLUMNS))


def _war(row: Row) -> War:
    row.required("war"), row.required("source")
    one, other, lands = (frozenset(row.list_of(column)) for column in ("one", "other", "lands"))
    if not (one and other and lands) or one & other:
        raise row.fault("a war has two camps, of which nobody is in both, and a land")
    return War((one, other), lands, period_of_row(row), f"{FILE}: line {row.line}")


def wars_on(wars: Sequence[War], day: str) -> tuple[War, ...]:
    """The wars that went on at a date; "" means any day."""
    return tuple(war for war in wars if war.period.holds_on(day))
