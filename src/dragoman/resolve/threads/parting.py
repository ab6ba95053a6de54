"""Parts tellings that are linked into threads, so that the members of each agree on average.

Tellings and links in, groups of ids out. Groups grow from the best pair on; two groups become one while the mean weight
of all pairs between them is high enough and few pairs are barred. The outcome depends on the set of links alone.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.resolve.families.groups import group_linked
from dragoman.resolve.threads.likeness import is_barred
from dragoman.resolve.threads.linking import APART, Link
from dragoman.resolve.threads.told import Telling

LEAST = -1.5
"""Mean log-odds from which two groups are one. Swept from -.6 to -1.8 on coded texts left out in turn: mean F1 of
threads (B-cubed) .800, .8045 at -1, .806 from -1.2 on, with the best figure at -1.5; story bundles gain most."""
BRIDGE = 0.0
"""Only a link above this lets two tellings hang together at all, so that what has to be parted at once stays small.
Swept from -.5 to 0 on the same texts: at -.25 the same mean, at -.5 less; what hangs together grows fast below 0."""
MISREAD = 0.3
"""The share of pairs between two groups that may be barred: of many tellings one has a misread date or person.
Swept over 0, .15, .3, .5 and 1 on the same texts: .3 is best for seeds (.761 for .753) and bundles (.808 for .801)."""
Pair = tuple[str, str]


def part_threads(
    tellings: Iterable[Telling],
    links: Sequence[Link],
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[tuple[str, ...]]:
    """The ids of each thread, sorted, threads by their first id.

    Args:
        tellings: all that are to be parted, each in one thread in the end.
        links: judged pairs among them.
        together: pairs that a person has joined; `apart`: pairs that a person has parted.
    """
    by_id = {telling.event.id: telling for telling in tellings}
    known = _inside(find_components(by_id, links), links)
    groups = _Groups(by_id, known, frozenset(frozenset(pair) for pair in apart))
    groups.grow()
    for a, b in sorted(together):
        if a in by_id and b in by_id:
            groups.join(groups.home[a], groups.home[b])
    return sorted(tuple(sorted(members)) for members in groups.members.values())


def find_components(ids: Iterable[str], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """Ids that hang together by links good enough to join two tellings; what is not in one set never meets."""
    return group_linked(ids, ((link.a, link.b) for link in links if link.weight > BRIDGE))


def _inside(components: Iterable[Sequence[str]], links: Iterable[Link]) -> list[Link]:
    """The links between members of one component."""
    home = {id: ids[0] for ids in components for id in ids}
    return [link for link in links if link.a in home and home[link.a] == home.get(link.b)]


class _Groups:
    """Groups while they grow, each named by its smallest id, with the sum and number of the links between two."""

    def __init__(
        self, tellings: Mapping[str, Telling], links: Sequence[Link], apart: frozenset[frozenset[str]]
    ) -> None:
        self.tellings = tellings
        self.apart = apart
        self.home = {id: id for id in tellings}
        self.members: dict[str, list[str]] = {id: [id] for id in tellings}
        self.ties: dict[str, dict[str, tuple[float, int]]] = defaultdict(dict)
        for link in sorted(links, key=lambda link: (link.a, link.b)):
            self.ties[link.a][link.b] = self.ties[link.b][link.a] = (link.weight, 1)

    def grow(self) -> None:
        """Join the best two groups as long as two are good enough; stale entries are passed over."""
        queue = [self._entry(a, b) for a in self.members for b in self.ties[a] if a < b]
        queue = [entry for entry in queue if -entry[0] > LEAST]
        heapq.heapify(queue)
        while queue:
            worth, a, b = heapq.heappop(queue)
            if a not in self.members or b not in self.members or self._entry(a, b)[0] != worth:
                continue
            if self._barred(a, b):
                continue
            home = self.join(a, b)
            for other in sorted(self.ties[home]):
                entry = self._entry(*sorted((home, other)))
                if -entry[0] > LEAST:
                    heapq.heappush(queue, entry)

    def join(self, a: str, b: str) -> str:
        """Make one group of two; its name."""
        first, second = sorted((a, b))
        if first == second:
            return first
        self.members[first] += self.members.pop(second)
        for id in self.members[first]:
            self.home[id] = first
        for other, (weight, number) in self.ties.pop(second, {}).items():
            del self.ties[other][second]
            if other != first:
                known, count = self.ties[first].get(other, (0.0, 0))
                self.ties[first][other] = self.ties[other][first] = (known + weight, count + number)
        return first

    def _entry(self, a: str, b: str) -> tuple[float, str, str]:
        weight, number = self.ties[a].get(b, (0.0, 0))
        pairs = len(self.members[a]) * len(self.members[b])
        return -round((weight + APART * (pairs - number)) / pairs, 6), a, b

    def _barred(self, a: str, b: str) -> bool:
        """Whether a person parted two members, one of each group, or too many pairs can never be of one event."""
        most = int(MISREAD * len(self.members[a]) * len(self.members[b]))
        barred = 0
        for x in self.members[a]:
            for y in self.members[b]:
                if self.apart and frozenset((x, y)) in self.apart:
                    return True
                barred += barred <= most and is_barred(self.tellings[x], self.tellings[y])
        return barred > most
