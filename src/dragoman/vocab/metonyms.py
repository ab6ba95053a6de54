"""Words that stand for a state or one of its bodies: "the Kremlin", "Foggy Bottom", "the Foreign Office".

In: `data/metonyms.tsv`. Out: `Metonym` rows and an index by surface form.
It must not know which state the context speaks of: a row with `needs_state` leaves that to the caller.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dragoman.vocab.periods import Period, period_of_row
from dragoman.vocab.surface import FormIndex, split_doubtful
from dragoman.vocab.tables import Row, read_table

COLUMNS = ("name", "code", "sector", "from", "to", "needs_state", "source")
SECTORS = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "BUS", "IGO"})
_CODE = re.compile(r"(?:[A-Z]{3}|IGO:[A-Z0-9+-]+)(?:\|(?:[A-Z]{3}|IGO:[A-Z0-9+-]+))*\Z")


@dataclass(frozen=True, slots=True)
class Metonym:
    """One form and what it stands for.

    `code` is a state's or an organisation's, several joined by "|" ("the West"); it is "" where `needs_state`: the form
    then means the body of that `sector` in whichever state the context names.
    """

    name: str
    code: str
    sector: str
    period: Period
    needs_state: bool
    source: str
    doubtful: bool


class MetonymTable:
    """All metonyms, by surface form."""

    def __init__(self, rows: tuple[Metonym, ...]) -> None:
        """Index the rows."""
        self.rows = rows
        self._index = FormIndex(("?" + row.name if row.doubtful else row.name, row) for row in rows)

    def by_name(self, name: str, on: str | None = None) -> tuple[Metonym, ...]:
        """Give the metonyms that `name` may be on a date; see `FormIndex.hits` for order and the meaning of `on`.

        Example:
            >>> [row.code for row in load_metonyms().by_name("the Kremlin", on="1985-03-11")]
            ['SUN']
        """
        return self._index.rows(name, on)


@lru_cache(maxsize=1)
def load_metonyms() -> MetonymTable:
    """Read the table once.

    Raises:
        VocabError: a row is faulty.
    """
    return MetonymTable(tuple(_metonym(row) for row in read_table("metonyms.tsv", COLUMNS)))


def _metonym(row: Row) -> Metonym:
    name, doubtful = split_doubtful(row.required("name"))
    needs_state = row["needs_state"] == "y"
    if row["sector"] not in SECTORS:
        raise row.fault(f"sector {row['sector']!r} is none of {', '.join(sorted(SECTORS))}")
    if needs_state == bool(row["code"]) or not (needs_state or _CODE.match(row["code"])):
        raise row.fault("a metonym has either a code (PAK, IGO:EU) or needs_state y")
    return Metonym(name, row["code"], row["sector"], period_of_row(row), needs_state, row.required("source"), doubtful)
