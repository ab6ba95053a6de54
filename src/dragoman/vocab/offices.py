"""Titles, honorifics, modifiers and role nouns of news English.

In: `data/offices.tsv`. Out: `Title` values, one for each form, found by phrase. Which state a title belongs to, and
whose name stands beside it, is for the reader of the sentence to say.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, cast, get_args

from dragoman.vocab.tables import Row, read_table

TitleKind = Literal["title", "honorific", "modifier", "agent", "private"]
COLUMNS = ("entry", "forms", "kind", "office", "sector", "rank", "states", "former")
STATE_SECTORS = frozenset({"GOV", "MIL", "SPY", "COP", "LEG", "JUD"})
"""Role nouns of these sectors stand for the state whose nationality they bear; those of others do not."""


@dataclass(frozen=True, slots=True)
class Title:
    """One form of an entry.

    `phrase` is in lower case; `entry` the main form of its entry. `office` and `sector` as in the table ("" and "UNK"
    where none); `rank` 5 to 1, 0 for none. `states` are the codes to which this meaning is limited, () for all.
    `former` says that the title itself tells that the office is over. `line` is its line in `offices.tsv`.
    """

    phrase: str
    entry: str
    kind: TitleKind
    office: str
    sector: str
    rank: int
    states: tuple[str, ...]
    former: bool
    line: int

    @property
    def stands_for_state(self) -> bool:
        """Whether "Russian X" is Russia: an office, or a role noun of government, forces, services or courts."""
        return self.kind in ("title", "agent") and self.sector in STATE_SECTORS and not self.former


class OfficeTable:
    """All titles, by phrase."""

    def __init__(self, titles: tuple[Title, ...]) -> None:
        """Index the forms; entries limited to states come first."""
        self.titles = titles
        self._by_phrase: dict[str, list[Title]] = {}
        for title in sorted(titles, key=lambda t: not t.states):
            self._by_phrase.setdefault(title.phrase, []).append(title)
        self._openings = frozenset(phrase.split()[0] for phrase in self._by_phrase)

    def find(self, phrase: str, code: str = "") -> tuple[Title, ...]:
        """Give the readings of a phrase in any capitals, those for the state `code` first.

        Example:
            >>> load_offices().find("Secretary of State", "USA")[0].office
            'FM'
            >>> [title.office for title in load_offices().find("foreign secretary", "PAK")]
            ['OFFICIAL']
        """
        found = self._by_phrase.get(" ".join(phrase.lower().replace("’", "'").split()), ())
        return tuple(title for title in found if not title.states or not code or code in title.states)

    def may_open(self, word: str) -> bool:
        """Whether some phrase begins with the word."""
        return word.lower().replace("’", "'") in self._openings

    def of_kind(self, kind: TitleKind) -> tuple[Title, ...]:
        """Give all titles of a kind, in the order of the table."""
        return tuple(title for title in self.titles if title.kind == kind)


@lru_cache(maxsize=1)
def load_offices() -> OfficeTable:
    """Read the table once.

    Raises:
        VocabError: a row is faulty.
    """
    return OfficeTable(tuple(title for row in read_table("offices.tsv", COLUMNS) for title in _titles(row)))


def _titles(row: Row) -> tuple[Title, ...]:
    if row["kind"] not in get_args(TitleKind):
        raise row.fault(f"kind {row['kind']!r} is none of {', '.join(get_args(TitleKind))}")
    if not row["rank"].isdigit() or int(row["rank"]) > 5:
        raise row.fault(f"rank {row['rank']!r} is not 0 to 5")
    kind = cast(TitleKind, row["kind"])
    return tuple(
        Title(form, row["entry"], kind, row["office"], row.required("sector"), int(row["rank"]), row.list_of("states"),
              row["former"] == "former", row.line)
        for form in row.list_of("forms")
    )  # fmt: skip
