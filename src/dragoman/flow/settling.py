"""Makes families and threads anew where something changed: whole groups of what hangs together, each in one piece.

Works inside one transaction, from the overlaps and links that `comparing` left.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.flow.resolve_tools import Link, Pair, ResolveTools, Telling
from dragoman.model.resolution import Contradiction, Family, Overlap, SourceDocument, Thread
from dragoman.record import checking, families, settling
from dragoman.record.joins import pairs_of
from dragoman.record.resolving import Resolution
from dragoman.record.settling import Group
from dragoman.record.telling import StoredTelling, select_sources


@dataclass(frozen=True, slots=True)
class Settler:
    """What it takes to settle: the functions, and the open transaction."""

    tools: ResolveTools
    store: Resolution

    def settle_families(self, limit: int) -> bool:
        """Make the families of some unsettled documents anew; False when there were none."""
        seeds = settling.unsettled_documents(self.store, limit)
        for ids, overlaps in list(settling.group_documents(self.store, seeds)):
            settling.replace_families(self.store, ids, self._find_families(ids, overlaps))
            settling.unsettle_events_of(self.store, ids)
        return bool(seeds)

    def _find_families(self, ids: Sequence[str], overlaps: Sequence[Overlap]) -> Sequence[Family]:
        if len(ids) == 1:
            return ()
        sources = select_sources(self.store.db, ids)
        return self.tools.find_families(overlaps, [sources[id] for id in ids], families.credits_of(self.store.db, ids))

    def settle_threads(self, limit: int) -> bool:
        """Make the threads of some unsettled events anew; False when there were none."""
        seeds = settling.unsettled_events(self.store, limit)
        groups = list(settling.group_events(self.store, seeds, self.tools.find_least()))
        stored = self._load(groups)
        together, apart = (pairs_of(self.store.db, "event", together=wanted) for wanted in (True, False))
        for group in groups:
            self._settle_group(group, {number: stored[number] for number in group.events}, together, apart)
        return bool(seeds)

    def compare_threads(self) -> bool:
        """Hold events whose thread was made anew against those of other threads; there is nothing left to do then."""
        benches = checking.find_benches(self.store)
        several = {bench: held for bench, held in benches.items() if checking.may_clash(bench, held)}
        numbers = sorted({spot.number for held in several.values() for spot in held})
        stored = {one.event.id: one for one in self.store.tellings_at(numbers, reasons=True)}
        found = {clash.id: clash for bench, held in several.items() for clash in self._compare(bench, held, stored)}
        checking.replace_clashes(self.store, benches, [found[id] for id in sorted(found)])
        return False

    def _compare(
        self, bench: checking.Bench, held: Sequence[checking.Spot], stored: Mapping[str, StoredTelling]
    ) -> Iterator[Contradiction]:
        """What clashes on a bench, without what is another bench's to tell."""
        spots = {spot.id: spot for spot in held}
        told = [stored[spot.id] for spot in held]
        sources = {one.source.id: one.source for one in told}
        threads = {spot.id: spot.thread for spot in held}
        for clash in self.tools.compare_threads([one.event for one in told], sources, threads):
            if checking.home_of(clash.clash, *(spots[id] for id in clash.records)) == bench:
                yield clash

    def _load(self, groups: Sequence[Group]) -> dict[int, StoredTelling]:
        """The events of all groups; the reasons only of those that can contradict another."""
        found: dict[int, StoredTelling] = {}
        for several in (True, False):
            numbers = [number for group in groups if (len(group.events) > 1) == several for number in group.events]
            found.update((one.number, one) for one in self.store.tellings_at(numbers, reasons=several))
        return found

    def _settle_group(
        self, group: Group, stored: Mapping[int, StoredTelling], together: Sequence[Pair], apart: Sequence[Pair]
    ) -> None:
        """Make the threads of a group anew; in a group of thousands most come out as they were, and are left alone."""
        told = {t.event.id: self.tools.tell(t.event, t.source, t.voice_actor) for t in stored.values()}
        links = [_link(stored[a].event.id, stored[b].event.id, weight) for a, b, weight in group.links]
        parts = self.tools.part_threads(
            [told[id] for id in sorted(told)],
            sorted(links, key=lambda link: (link.a, link.b)),
            together,
            apart,
        )
        source_of = self._sources_of({t.source.id: t.source for t in stored.values()})
        settled = settling.settled_threads(self.store, group, list(told))
        changed = [part for part in parts if settled.get(tuple(part)) != _count_sources(told, part, source_of)]
        made = [(self.tools.make_thread([told[id] for id in part], source_of), part) for part in changed]
        ids = {id for part in changed for id in part}
        numbers = [number for number, one in sorted(stored.items()) if one.event.id in ids]
        settling.replace_threads(self.store, numbers, sorted(ids), [thread for thread, _ in made])
        for thread, part in made:
            if len(part) > 1:
                self._store_contradictions(thread, [told[id] for id in part])

    def _store_contradictions(self, thread: Thread, told: Sequence[Telling]) -> None:
        sources = {telling.source.id: telling.source for telling in told}
        found = self.tools.find_contradictions(thread, [telling.event for telling in told], sources)
        self.store.store_contradictions(found, "find_contradictions")

    def _sources_of(self, sources: Mapping[str, SourceDocument]) -> Callable[[str], str]:
        """For each document the first of those that are one source with it."""
        if len(sources) == 1:
            return lambda document: document
        db, ids = self.store.db, sorted(sources)
        groups = self.tools.group_sources(
            [sources[id] for id in ids],
            families.families_of(db, ids),
            families.overlaps_among(db, ids),
            families.credits_of(db, ids),
        )
        first = {document: group[0] for group in groups for document in group}
        return lambda document: first[document]


def _count_sources(told: Mapping[str, Telling], part: Sequence[str], source_of: Callable[[str], str]) -> int:
    return len({source_of(told[id].source.id) for id in part})


def _link(a: str, b: str, weight: float) -> Link:
    return Link(min(a, b), max(a, b), weight)
