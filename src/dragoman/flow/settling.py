"""Makes families and threads anew where something changed: families in whole groups, threads as far as it reaches.

Works inside one transaction, from the overlaps and links that `comparing` left.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.flow.around import Around, Witnesses
from dragoman.flow.resolve_tools import ResolveTools
from dragoman.model.resolution import Contradiction, Family, Overlap
from dragoman.record import checking, families, settling
from dragoman.record.joins import pairs_of
from dragoman.record.resolving import Resolution
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
            found = self._find_families(ids, overlaps)
            settling.replace_families(self.store, ids, found)
            settling.renew_sources(self.store, self._name_sources(ids, found))
        return bool(seeds)

    def _name_sources(self, ids: Sequence[str], found: Sequence[Family]) -> Mapping[str, str]:
        sources = select_sources(self.store.db, ids)
        return self.tools.name_sources([sources[id] for id in ids], found, families.credits_of(self.store.db, ids))

    def _find_families(self, ids: Sequence[str], overlaps: Sequence[Overlap]) -> Sequence[Family]:
        if len(ids) == 1:
            return ()
        sources = select_sources(self.store.db, ids)
        return self.tools.find_families(overlaps, [sources[id] for id in ids], families.credits_of(self.store.db, ids))

    def settle_threads(self, limit: int) -> bool:
        """Make the threads of some unsettled events anew, and what that touches; False when there were none."""
        seeds = settling.unsettled_events(self.store, limit)
        if not seeds:
            return False
        around = Around(self.tools, self.store, seeds)
        together, apart = (pairs_of(self.store.db, "event", together=wanted) for wanted in (True, False))
        parts = self.tools.part_threads(around.fresh, around, apart)
        around.rows.keep(parts)
        united = around.unite(parts, together)
        settled = settling.settled_threads(self.store, [id for ids in united for id in ids])
        self._make_threads(around, [ids for ids in united if ids not in settled])
        return True

    def _make_threads(self, around: Around, threads: Sequence[Sequence[str]]) -> None:
        """Write threads anew; what contradicts itself within one of them is noted."""
        told = around.tellings_of([id for ids in threads for id in ids])
        pages = [{told[id].source.id: told[id].source for id in ids} for ids in threads]
        witnesses = Witnesses(self.tools, self.store, (id for held in pages if len(held) > 1 for id in held))
        made = [
            self.tools.make_thread([told[id] for id in ids], witnesses.source_of(held))
            for ids, held in zip(threads, pages, strict=True)
        ]
        numbers = sorted(around.rows.number_of(id) for id in told)
        settling.replace_threads(self.store, numbers, sorted(told), made)
        for thread, ids, held in zip(made, threads, pages, strict=True):
            if len(ids) > 1:
                found = self.tools.find_contradictions(thread, [told[id].event for id in ids], held)
                self.store.store_contradictions(found, "find_contradictions")

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
