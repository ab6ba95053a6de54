"""Names that a state gave up, and when: "Zaire" until 1997.

In: `data/dated_names.tsv`. Out: `DatedName` rows by the code of the state. It must not know texts.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dragoman.vocab.periods import Period, period_of
from dragoman.vocab.tables import read_table

FILE = "dated_names.tsv"


@dataclass(frozen=True, slots=True)
class DatedName:
    """A name, the state that bore it, and the period that ends on the day on which it was given up."""

    name: str
    code: str
    period: Period
    source: str


@cache
def load_dated_names() -> Mapping[str, tuple[DatedName, ...]]:
    """Read the table once; rows by code.

    Raises:
        VocabError: a row is faulty, with file and line.
    """
    found: dict[str, list[DatedName]] = defaultdict(list)
    for row in read_table(FILE, ("name", "code", "last", "source")):
        try:
            period = period_of("", row.required("last"))
        except ValueError as error:
            raise row.fault(f"last {row['last']!r} is no date: {error}") from error
        name = DatedName(row.required("name"), row.required("code"), period, row.required("source"))
        found[name.code].append(name)
    return {code: tuple(names) for code, names in found.items()}
