"""Makes families and threads anew where something changed: whole groups of what hangs together, each in one piece.

Works inside one transaction, from the overlaps and links that `comparing` left.
"""

from dataclasses import dataclass

from dragoman.flow.resolve_tools import Link, ResolveTools
from dragoman.model.resolution import SourceDocument
from dragoman.record import families, settling
from dragoman.record.resolving import Resolution
from dragoman.record.settling import Group


@dataclass(frozen=True, slots=True)
class Settler:
    """What it takes to settle: the functions, and the open transaction."""

    tools: ResolveTools
    store: Resolution

    def settle_families(self, limit: int) -> bool:
        """Make the families of some unsettled documents anew; False when there were none."""
        seeds = settling.unsettled_documents(self.store, limit)
        for ids, overlaps in list(settling.group_documents(self.store, seeds)):
            docs = self.store.documents_by_id(ids) if len(ids) > 1 else []
            settling.replace_families(self.store, ids, self.tools.find_families(overlaps, docs) if docs else ())
            settling.unsettle_events_of(self.store, ids)
        return bool(seeds)

    def settle_threads(self, limit: int) -> bool:
        """Make the threads of some unsettled events anew; False when there were none."""
        seeds = settling.unsettled_events(self.store, limit)
        for group in settling.group_events(self.store, seeds):
            self._settle_group(group)
        return bool(seeds)

    def _settle_group(self, group: Group) -> None:
        tellings = {telling.number: telling for telling in self.store.tellings_at(group.events)}
        told = {t.event.id: (t.event, t.source) for t in sorted(tellings.values(), key=lambda t: t.event.id)}
        links = [_link(tellings[a].event.id, tellings[b].event.id, weight) for a, b, weight in group.links]
        parts = self.tools.part_threads(list(told.values()), sorted(links, key=lambda link: (link.a, link.b)))
        sources = self._sources_of({source.id: source for _, source in told.values()})
        made = [(self.tools.make_thread(some, sources), some) for some in ([told[id] for id in part] for part in parts)]
        settling.replace_threads(self.store, group, list(told), [thread for thread, _ in made])
        for thread, some in made:
            events = [event for event, _ in some]
            found = self.tools.find_contradictions(thread, events, {source.id: source for _, source in some})
            self.store.store_contradictions(found, "find_contradictions")

    def _sources_of(self, sources: dict[str, SourceDocument]) -> dict[str, int]:
        """For each document the number of its independent source, from 0."""
        if len(sources) == 1:
            return dict.fromkeys(sources, 0)
        ids = sorted(sources)
        groups = self.tools.group_sources(
            [sources[id] for id in ids],
            families.families_of(self.store.db, ids),
            families.overlaps_among(self.store.db, ids),
        )
        return {document: number for number, group in enumerate(groups) for document in group}


def _link(a: str, b: str, weight: float) -> Link:
    return Link(min(a, b), max(a, b), weight)
