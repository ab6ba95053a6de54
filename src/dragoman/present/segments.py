"""Cuts a text at the borders of all marks on it, so that marks may overlap in any way.

Spans in, segments out: in order, without gaps, complete. It knows nothing of records or of HTML. The work is linear in
the text's length and the number of marks, but for sorting.
"""

from bisect import insort
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

MOST_NAMED = 12
"""Marks named by one segment, those that end first: however deep hostile marks nest, a page stays small."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of the text that something is said of: half-open, in code points.

    Attributes:
        id: by which the segments under it name it, "" if they need not.
        anchor: by which an address leads to its beginning, "" if none does.
    """

    start: int
    end: int
    kind: str
    id: str = ""
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of the text over which the same marks lie.

    Attributes:
        kinds: of all marks over it.
        ids: of the marks over it, at most `MOST_NAMED`, the one that ends first before the others.
        anchors: of the marks that begin with it, the longest first.
    """

    start: int
    end: int
    kinds: frozenset[str]
    ids: tuple[str, ...]
    anchors: tuple[str, ...]


def cut_segments(length: int, marks: Iterable[Mark], borders: Iterable[int] = ()) -> Iterator[Segment]:
    """The segments of a text of `length` characters, cut at `borders` too; empty and outer marks are left out.

    Example:
        >>> [(s.start, s.end, s.ids) for s in cut_segments(4, [Mark(0, 3, "e", "a"), Mark(2, 4, "e", "b")])]
        [(0, 2, ('a',)), (2, 3, ('a', 'b')), (3, 4, ('b',))]
    """
    lying = sorted((m for m in marks if 0 <= m.start < m.end <= length), key=_order)
    inner = {at for mark in lying for at in (mark.start, mark.end)} | {at for at in borders if 0 < at < length}
    cuts = sorted(inner | {0, length}) if length else []
    named, nameless, place = _Over(), _Over(), 0
    for start, end in zip(cuts, cuts[1:], strict=False):
        named.leave(start)
        nameless.leave(start)
        first = place
        while place < len(lying) and lying[place].start == start:
            (named if lying[place].id else nameless).enter(lying[place])
            place += 1
        anchors = tuple(mark.anchor for mark in lying[first:place] if mark.anchor)
        yield Segment(start, end, named.kinds() | nameless.kinds(), named.ids(), anchors)


class _Over:
    """The marks over one place of the text, the one that ends first before the others."""

    def __init__(self) -> None:
        self._marks: list[tuple[int, str, str]] = []
        self._kinds: Counter[str] = Counter()

    def enter(self, mark: Mark) -> None:
        insort(self._marks, (mark.end, mark.kind, mark.id))
        self._kinds[mark.kind] += 1

    def leave(self, place: int) -> None:
        while self._marks and self._marks[0][0] <= place:
            self._kinds[self._marks.pop(0)[1]] -= 1

    def kinds(self) -> frozenset[str]:
        return frozenset(kind for kind in self._kinds if self._kinds[kind]) if self._marks else frozenset()

    def ids(self) -> tuple[str, ...]:
        return tuple(id for _, _, id in self._marks[:MOST_NAMED])


def _order(mark: Mark) -> tuple[int, int, str, str, str]:
    return mark.start, -mark.end, mark.kind, mark.id, mark.anchor
