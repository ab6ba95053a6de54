"""Which state belonged to which organisation, and when.

In: `data/memberships.tsv`. Out: `Membership` rows by organisation and state, and whether the list of an organisation is
whole. It must not know texts, nor what an organisation is called.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from dragoman.text.edtf import bounds_of, spell
from dragoman.vocab.tables import Row, read_table

FILE = "memberships.tsv"
COLUMNS = ("organisation", "member", "status", "joined", "left", "source")
STATUSES = frozenset({"member", "observer"})
REST = "rest"


@dataclass(frozen=True, slots=True)
class Membership:
    """One stay of a state in an organisation.

    `joined` and `left` are EDTF; an interval reaches from the signature to the day of effect; `left` is "" for a stay
    that lasts. `source` names where the fact comes from, `file` and `line` where it stands.
    """

    organisation: str
    member: str
    status: str
    joined: str
    left: str
    source: str
    file: str
    line: int

    @property
    def told(self) -> str:
        """The stay in words: "member from 1955 to 1979"."""
        end = f" to {spell(self.left)}" if self.left else ""
        return f"{self.status} from {spell(self.joined)}{end}" if end else f"{self.status} since {spell(self.joined)}"

    @property
    def where(self) -> str:
        """The row, for a reason: source, file and line."""
        return f"{self.source} ({self.file}:{self.line})"

    def may_hold_on(self, on: str) -> bool:
        """Whether any day that `on` may mean lies between the signature and the last day; "" is every day."""
        first, last = bounds_of(on)
        start, end = bounds_of(self.joined)[0], bounds_of(self.left)[1]
        return (last is None or start is None or start <= last) and (first is None or end is None or first <= end)


class MembershipTable:
    """All stays, by organisation and member."""

    def __init__(self, rows: tuple[Membership, ...], whole: frozenset[str]) -> None:
        """Index the rows; `whole` are the organisations whose list of members lacks nobody."""
        self.rows = rows
        self.whole = whole
        self._by_pair: dict[tuple[str, str], list[Membership]] = defaultdict(list)
        for row in rows:
            self._by_pair[row.organisation, row.member].append(row)

    def stays(self, organisation: str, member: str) -> tuple[Membership, ...]:
        """Give the stays of a state in an organisation, in the order of the table.

        Example:
            >>> [stay.told for stay in load_memberships().stays("IGO:CENTO", "PAK")]
            ['member from 1955 to 1979']
        """
        return tuple(self._by_pair.get((organisation, member), ()))

    def knows(self, organisation: str, member: str) -> bool:
        """Whether the table can tell if the state was a member: it has a row, or nobody is missing."""
        return organisation in self.whole or (organisation, member) in self._by_pair


@lru_cache(maxsize=1)
def load_memberships() -> MembershipTable:
    """Read the table once.

    Raises:
        VocabError: a row is faulty, with file and line.
    """
    rows = read_table(FILE, COLUMNS)
    whole = frozenset(row["organisation"] for row in rows if row["member"] == REST)
    return MembershipTable(tuple(_membership(row) for row in rows if row["member"] != REST), whole)


def _membership(row: Row) -> Membership:
    if row["status"] not in STATUSES:
        raise row.fault(f"status {row['status']!r} is none of {', '.join(sorted(STATUSES))}")
    _check_order(row)
    return Membership(
        row.required("organisation"), row.required("member"), row["status"], row["joined"], row["left"],
        row.required("source"), row.file, row.line,
    )  # fmt: skip


def _check_order(row: Row) -> None:
    try:
        joined = bounds_of(row.required("joined"))[0]
        left = bounds_of(row["left"])[1]
    except ValueError as error:
        raise row.fault(f"{error}; write YYYY, YYYY-MM, YYYY-MM-DD or two of them joined by /") from error
    if joined and left and left < joined:
        raise row.fault(f"it ends ({row['left']}) before it begins ({row['joined']})")
