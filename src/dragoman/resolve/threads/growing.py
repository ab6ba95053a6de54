"""Grows groups of tellings from the best pair on, and carries over what nothing new touches.

Fresh tellings in, together with what is known around them; groups out, each with the joins that made it. *What comes
out is what one would get by growing everything anew.* A group that was made earlier follows its old joins in their
order, as long as no fresh telling has joined in. From there on it is open: its links are looked up and it is tried with
all others, and so is whatever the old joins would have brought to it. What is never reached is not even looked at.
"""

import heapq
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import inf
from typing import Protocol

from dragoman.model.resolution import Join, Part
from dragoman.resolve.threads.barring import is_barred
from dragoman.resolve.threads.linking import APART
from dragoman.resolve.threads.told import Telling

LEAST = -1.3
"""Mean log-odds from which two groups are one. Swept on coded texts left out in turn: mean F1 of threads (B-cubed) is
.819 at -1, -1.1, -1.25 and -1.5, with fewer wrong joins at -1 (precision .915) than at -1.5 (.903); with fewer
keys .816 at -.6, .817 at -1 and -1.5, .810 at -2.2. Seeds, bundles and the texts of `thread_pairs.tsv` do not agree on
the best value: the pairs join too little at -1, the seeds too much at -1.5."""
BRIDGE = 0.0
"""Two groups are one only if a link between them is above this. Swept on coded texts left out in turn, mean F1: .806 at
-.75, .810 at -.5, .814 at -.25, .817 at 0, .821 at .25, .814 at .5; with the keys of today .8195 at 0 and .8208 at .25,
where two sets gain, four lose, and the seeds that were fitted on lose (.819, .805): not sure enough to change it."""
MISREAD = 0.3
"""The share of pairs between two groups that may be barred: of many tellings one has a misread date or person.
Swept over 0, .15, .3, .5 and 1 on the same texts: .3 is best for seeds (.761 for .753) and bundles (.808 for .801)."""
Rank = tuple[float, str, str]
"""When two groups are joined, the least first: minus the mean weight of the pairs between them, then their names."""
START: Rank = (-inf, "", "")
Tie = tuple[int, int, int]
"""Of the links between two groups: the sum of their weights, their number, and the best one; weights in thousandths, so
that sums do not depend on their order."""


class Known(Protocol):
    """What is known around fresh tellings; asked for only where it is needed."""

    def links_of(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """For each of these records those that it is linked with, and the weights."""

    def joins_of(self, ids: Collection[str]) -> Iterable[Sequence[Join]]:
        """The joins of each group that one of these records was in, each group once; "" for who is there no more."""

    def tellings_of(self, ids: Collection[str]) -> Mapping[str, Telling]:
        """The tellings of these records."""


class Growth:
    """Groups while they grow, each named by its smallest id.

    Ties are complete for open groups. Between two that are not open there are none: their old joins say what they do.
    """

    def __init__(self, known: Known, fresh: Collection[str], apart: Iterable[tuple[str, str]] = ()) -> None:
        self.known = known
        self.home = {id: id for id in sorted(fresh)}
        self.members = {id: [id] for id in self.home}
        self._open = set(self.home)
        self._torn: set[str] = set()
        self._waiting: list[str] = []
        self._ties: dict[str, dict[str, Tie]] = defaultdict(dict)
        self._links: dict[str, Mapping[str, float]] = {}
        self._told: dict[str, Telling] = {}
        self._apart: dict[str, set[str]] = defaultdict(set)
        for a, b in apart:
            self._apart[a].add(b)
            self._apart[b].add(a)
        self._queue: list[Rank] = []
        self._plans: list[tuple[Rank, int, Iterator[Join]]] = []
        self._planned = 0
        self._level = START
        self._levels: dict[str, Rank] = {}
        self._done: list[tuple[Rank, Join]] = []
        self._recall(fresh)
        self._tie(sorted(self._open))

    def grow(self) -> None:
        """Join the best two groups as long as two are good enough; old joins take their turn among the new ones."""
        while self._waiting or self._plans or self._queue:
            if self._waiting:
                self._wake(self._waiting.pop())
                continue
            planned = bool(self._plans) and (not self._queue or self._plans[0][0] <= self._queue[0])
            rank = self._plans[0][0] if planned else self._queue[0]
            self._level = max(self._level, rank)
            if planned:
                _, _, rest = heapq.heappop(self._plans)
                self._follow(rank)
                self._plan(rest)
            else:
                self._try(heapq.heappop(self._queue))

    def parts(self) -> list[Part]:
        """The groups that hold fresh tellings or were reached by them, by their first ids."""
        joins: dict[str, list[Join]] = defaultdict(list)
        for _, join in sorted(self._done, key=lambda done: done[0]):
            joins[self.home[join.kept]].append(join)
        return [Part(tuple(sorted(self.members[name])), tuple(joins[name])) for name in sorted(self._open)]

    def _meet(self, ids: Iterable[str]) -> None:
        """Take in tellings that are not known yet, with the groups that they were in."""
        new = sorted({id for id in ids if id not in self.home})
        self._recall(new)
        for id in new:
            self._place(id)

    def _recall(self, ids: Collection[str]) -> None:
        """Plan the joins of old groups; those whose time has passed are made at once."""
        for joins in self.known.joins_of(ids):
            for join in joins:
                self._place(join.kept)
                self._place(join.gone)
            rest = iter(joins)
            for join in rest:
                rank = _rank_of(join)
                if rank > self._level:
                    self._push_plan(rank, rest)
                    break
                self._follow(rank)

    def _place(self, id: str) -> None:
        if id and id not in self.home:
            self.home[id] = id
            self.members[id] = [id]

    def _plan(self, rest: Iterator[Join]) -> None:
        join = next(rest, None)
        if join:
            self._push_plan(_rank_of(join), rest)

    def _push_plan(self, rank: Rank, rest: Iterator[Join]) -> None:
        self._planned += 1
        heapq.heappush(self._plans, (rank, self._planned, rest))

    def _follow(self, rank: Rank) -> None:
        """Join as before if both groups are as they were; else the one that is has to be tried with all others."""
        named = (name for name in rank[1:] if name in self.members)
        whole = [name for name in named if name not in self._open and name not in self._torn]
        if len(whole) == 2:
            self._join(rank)
        else:
            self._torn.update(whole)
            self._waiting += whole

    def _wake(self, name: str) -> None:
        """Open a group, unless it has been opened or has become part of another by now."""
        self._torn.discard(name)
        if name in self.members and name not in self._open:
            self._open.add(name)
            self._tie([name])

    def _tie(self, names: Collection[str]) -> None:
        """Tie groups that were just opened to all that they are linked with."""
        new = set(names)
        members = [id for name in names for id in self.members[name]]
        self._links.update(self.known.links_of(members))
        self._meet(other for id in members for other in self._links[id])
        for id in members:
            name = self.home[id]
            for other, weight in self._links[id].items():
                home = self.home[other]
                if home in new and name < home or home not in self._open:
                    self._add_tie(name, home, _in_thousandths(weight))
        for name in names:
            for other in self._ties[name]:
                if other not in new or name < other:
                    self._push(name, other)

    def _add_tie(self, a: str, b: str, weight: int) -> None:
        known = self._ties[a].get(b, (0, 0, weight))
        self._ties[a][b] = self._ties[b][a] = _sum_up(known, (weight, 1, weight))

    def _try(self, rank: Rank) -> None:
        """Join two groups, unless the entry is stale or they can never be of one event."""
        _, a, b = rank
        if a not in self.members or b not in self.members or b not in self._ties[a] or self._rank(a, b) != rank:
            return
        if self._barred(a, b):
            return
        self._wake(a)
        self._wake(b)
        self._join(rank)

    def _join(self, rank: Rank) -> None:
        """Make one group of two. Its level is the rank at which all that led to it could be made."""
        worth, kept, gone = rank
        self._levels[kept] = max(rank, self._levels.get(kept, START), self._levels.get(gone, START))
        self._done.append((self._levels[kept], Join(kept, gone, -worth)))
        for id in self.members[gone]:
            self.home[id] = kept
        self.members[kept] += self.members.pop(gone)
        self._open.discard(gone)
        for other, tie in self._ties.pop(gone, {}).items():
            del self._ties[other][gone]
            if other != kept:
                known = self._ties[kept].get(other)
                self._ties[kept][other] = self._ties[other][kept] = _sum_up(known, tie) if known else tie
        for other in self._ties[kept]:
            self._push(kept, other)

    def _push(self, a: str, b: str) -> None:
        if self._ties[a][b][2] > BRIDGE * 1000:
            rank = self._rank(min(a, b), max(a, b))
            if -rank[0] > LEAST:
                heapq.heappush(self._queue, rank)

    def _rank(self, a: str, b: str) -> Rank:
        weight, number, _ = self._ties[a][b]
        pairs = len(self.members[a]) * len(self.members[b])
        return -round((weight + APART * 1000 * (pairs - number)) / pairs / 1000, 6), a, b

    def _barred(self, a: str, b: str) -> bool:
        """Whether a person parted two members, one of each group, or too many pairs can never be of one event.

        Such pairs have no link, so that only those without one are looked at.
        """
        ours, theirs = (self.members[name] for name in ((a, b) if a in self._open else (b, a)))
        if self._apart and any(self._apart[x].intersection(theirs) for x in ours if x in self._apart):
            return True
        pairs = len(ours) * len(theirs)
        most = int(MISREAD * pairs)
        if pairs - self._ties[a][b][1] <= most:
            return False
        told = self._tell([*ours, *theirs])
        barred = 0
        for x in ours:
            for y in theirs:
                barred += y not in self._links[x] and is_barred(told[x], told[y])
                if barred > most:
                    return True
        return False

    def _tell(self, ids: Collection[str]) -> Mapping[str, Telling]:
        missing = [id for id in ids if id not in self._told]
        if missing:
            self._told.update(self.known.tellings_of(missing))
        return self._told


def _rank_of(join: Join) -> Rank:
    return -join.worth, join.kept, join.gone


def _sum_up(a: Tie, b: Tie) -> Tie:
    return a[0] + b[0], a[1] + b[1], max(a[2], b[2])


def _in_thousandths(weight: float) -> int:
    return round(weight * 1000)
