"""Parts tellings that are linked into threads, so that the members of each agree on average.

Tellings and links in, groups of ids out. The outcome depends on the set of links alone, whether all is parted at once
or what is new is added to what was parted before; `growing` does the work.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.model.resolution import Join, Part
from dragoman.resolve.families.groups import group_linked
from dragoman.resolve.threads.growing import Growth, Known
from dragoman.resolve.threads.linking import Link
from dragoman.resolve.threads.told import Telling

Pair = tuple[str, str]


def part_threads(fresh: Collection[str], known: Known, apart: Iterable[Pair] = ()) -> list[Part]:
    """The groups that fresh records bring about or change, by their first ids; all others stay as they were.

    Args:
        fresh: ids of records that are new, or whose links have changed.
        known: what is known around them.
        apart: pairs that a person has parted; those who were not parted when their groups were made must be fresh.
    """
    growth = Growth(known, fresh, apart)
    growth.grow()
    return growth.parts()


def part_all(
    tellings: Iterable[Telling],
    links: Iterable[Link],
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
) -> list[tuple[str, ...]]:
    """The ids of each thread, sorted, threads by their first id.

    Args:
        tellings: all that are to be parted, each in one thread in the end.
        links: judged pairs among them.
        together: pairs that a person has joined; `apart`: pairs that a person has parted.
    """
    told = {telling.event.id: telling for telling in tellings}
    near: dict[str, dict[str, float]] = {id: {} for id in told}
    for link in links:
        if link.a in near and link.b in near:
            near[link.a][link.b] = near[link.b][link.a] = link.weight
    parts = part_threads(sorted(told), _Given(told, near), apart)
    inside = [(part.records[0], id) for part in parts for id in part.records]
    return group_linked(told, [*inside, *together])


@dataclass(frozen=True, slots=True)
class _Given:
    """All that there is, at hand."""

    told: Mapping[str, Telling]
    near: Mapping[str, Mapping[str, float]]

    def links_of(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        return {id: self.near[id] for id in ids}

    def joins_of(self, ids: Collection[str]) -> Iterable[Sequence[Join]]:  # noqa: ARG002
        return ()

    def tellings_of(self, ids: Collection[str]) -> Mapping[str, Telling]:
        return {id: self.told[id] for id in ids}
