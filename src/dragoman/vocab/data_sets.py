"""How event data sets call states, organisations and sectors, where the record has other words for them.

In: `data/data_set_codes.tsv`, `data/data_set_sectors.tsv`. Out: the record's codes and sectors. It must not know the
columns of any data set.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from dragoman.vocab.periods import Period, period_of_row
from dragoman.vocab.surface import surface_key
from dragoman.vocab.tables import read_table

SCHEMES = frozenset({"cow", "cameo", "group", "name"})
ORDER = (
    "MIL", "SPY", "COP", "JUD", "LEG", "REB", "UAF", "CRM", "OPP", "PTY", "JRN", "REF", "BUS", "LAB", "EDU", "REL",
    "NGO", "IGO", "GOV", "CVL", "UNK",
)  # fmt: skip
"""Of several sectors the more particular counts: data sets add "Government" to the army, and "Social" to everything."""
OFFICIAL = frozenset({"", "GOV", "MIL", "LEG", "SPY", "IGO"})
"""Sectors that act for their side; "" is the side itself, named without any part."""
_SEPARATORS = re.compile(r"[;,|]")
_WORDS = re.compile(r"[^\w'-]+")


@cache
def load_data_set_codes() -> dict[tuple[str, str], tuple[tuple[Period, str], ...]]:
    """Read the codes once: by scheme and code (names as surface keys), the record's code in each period.

    Raises:
        VocabError: a row is faulty.
    """
    found: dict[tuple[str, str], tuple[tuple[Period, str], ...]] = defaultdict(tuple)
    for row in read_table("data_set_codes.tsv", ("scheme", "code", "target", "from", "to", "source", "note")):
        if row["scheme"] not in SCHEMES:
            raise row.fault(f"scheme {row['scheme']!r} is none of {', '.join(sorted(SCHEMES))}")
        code = surface_key(row.required("code")) if row["scheme"] == "name" else row.required("code")
        found[row["scheme"], code] += ((period_of_row(row), row.required("target")),)
    return dict(found)


def find_data_set_code(scheme: str, code: str, on: str = "") -> str:
    """The record's code for a data set's code or name on an ISO day, "" if there is none.

    Example:
        >>> find_data_set_code("cow", "365", "1985-03-11"), find_data_set_code("name", "Korea, South")
        ('SUN', 'KOR')
    """
    key = surface_key(code) if scheme == "name" else code
    known = load_data_set_codes().get((scheme, key), ())
    return next((target for period, target in known if period.holds_on(on)), "")


@cache
def _load_sectors() -> tuple[dict[str, str], dict[str, str]]:
    """Sectors by word, and those of the words that count inside a longer name too."""
    rows = read_table("data_set_sectors.tsv", ("word", "sector", "match", "source"))
    for row in rows:
        if row["sector"] and row["sector"] not in ORDER:
            raise row.fault(f"sector {row['sector']!r} is none of {', '.join(ORDER)}")
    exact = {_key(row.required("word")): row["sector"] for row in rows}
    within = {_key(row["word"]): row["sector"] for row in rows if row["match"] == "within"}
    return exact, within


def _key(words: str) -> str:
    return " ".join(_WORDS.split(words.lower())).strip()


@cache
def find_sector(words: str) -> str:
    """The sector that a data set's words stand for.

    Args:
        words: one or several, parted by commas, semicolons or bars: "Military,Government", "GOV", "Ministry (Tourism)".

    Returns:
        The record's sector; of several the more particular. "" where nothing is said, "UNK" where nothing is known.

    Example:
        >>> find_sector("Government,Military"), find_sector("Foreign Ministry"), find_sector("Juggler"), find_sector("")
        ('MIL', 'GOV', 'UNK', '')
    """
    exact, within = _load_sectors()
    found: set[str] = set()
    for part in filter(None, map(_key, _SEPARATORS.split(words))):
        if part in exact:
            found.add(exact[part])
            continue
        inside = [sector for word, sector in within.items() if f" {word} " in f" {part} "]
        found.update(inside or ("UNK",))
    found.discard("")
    return min(found, key=ORDER.index, default="")
