"""What is known around events whose threads are made anew: links, earlier joins, tellings, and who is one source.

The function that parts threads asks it; it reads from the open transaction what is asked for, tellings only once.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from dragoman.flow.resolve_tools import ResolveTools, Telling
from dragoman.model.resolution import Credit, Family, Join, Overlap, Part
from dragoman.record import families
from dragoman.record.parted import Surroundings
from dragoman.record.resolving import Resolution
from dragoman.record.telling import select_sources


class Around:
    """What is known around some unsettled events, by row number; other unsettled events are not there yet."""

    def __init__(self, tools: ResolveTools, store: Resolution, seeds: Collection[int]) -> None:
        self.tools = tools
        self.store = store
        self.rows = Surroundings(store, seeds)
        self.fresh = self.rows.ids_of(seeds)
        self._told: dict[str, Telling] = {}

    def links_of(self, ids: Collection[str]) -> Mapping[str, Mapping[str, float]]:
        """For each of these events those that it is linked with, and the weights."""
        return self.rows.links_of(ids)

    def joins_of(self, ids: Collection[str]) -> Sequence[Sequence[Join]]:
        """The joins of each group that one of these events was in."""
        return self.rows.joins_of(ids)

    def tellings_of(self, ids: Collection[str]) -> dict[str, Telling]:
        """The tellings of these events; with the first all that are fresh are read: most are needed in the end."""
        missing = {id for id in ids if id not in self._told}
        if missing:
            wanted = missing if self._told else missing.union(self.fresh)
            numbers = sorted(self.rows.number_of(id) for id in wanted)
            for one in self.store.tellings_at(numbers, reasons=True):
                self._told[one.event.id] = self.tools.tell(one.event, one.source, one.voice_actor)
        return {id: self._told[id] for id in ids}

    def unite(self, parts: Sequence[Part], together: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """The records of each part, in one piece with those of the groups that people want together with it."""
        groups = {part.records[0]: part.records for part in parts}
        home = {id: part.records[0] for part in parts for id in part.records}
        pairs = [(a, b) for a, b in together if self.rows.find((a, b)) == sorted((a, b))]
        for id in sorted({id for pair in pairs for id in pair} - home.keys()):
            members = self.rows.members_of(id)
            groups[members[0]] = members
            home.update(dict.fromkeys(members, members[0]))
        near: dict[str, set[str]] = defaultdict(set)
        for a, b in pairs:
            near[home[a]].add(home[b])
            near[home[b]].add(home[a])
        found, seen = [], set[str]()
        for part in parts:
            waiting, united = [part.records[0]], set[str]()
            while waiting:
                name = waiting.pop()
                if name not in seen:
                    seen.add(name)
                    united.update(groups[name])
                    waiting += near[name]
            if united:
                found.append(tuple(sorted(united)))
        return found


class Witnesses:
    """Who speaks independently of whom, among documents that are read once for many threads."""

    def __init__(self, tools: ResolveTools, store: Resolution, documents: Iterable[str]) -> None:
        self.tools = tools
        ids = set(documents)
        found = families.families_of(store.db, sorted(ids))
        self._families: dict[str, Family] = {document: family for family in found for document in family.documents}
        every = sorted(ids | self._families.keys())
        self._sources = select_sources(store.db, every)
        self._credits: Mapping[str, Sequence[Credit]] = families.credits_of(store.db, every)
        self._overlaps: dict[str, list[Overlap]] = defaultdict(list)
        for overlap in families.overlaps_among(store.db, ids):
            self._overlaps[overlap.a].append(overlap)

    def source_of(self, documents: Collection[str]) -> Callable[[str], str]:
        """For each of the documents of a thread one of those that are one source with it, the same for all of these.

        A family is named by all that it holds, also by what tells nothing of that thread.
        """
        if len(documents) == 1:
            return lambda document: document
        held = {family.id: family for id in documents if (family := self._families.get(id))}
        every = sorted({*documents, *(document for family in held.values() for document in family.documents)})
        groups = self.tools.group_sources(
            [self._sources[id] for id in every],
            [held[id] for id in sorted(held)],
            [overlap for id in sorted(documents) for overlap in self._overlaps.get(id, ()) if overlap.b in documents],
            {id: self._credits[id] for id in every if id in self._credits},
        )
        first = {document: group[0] for group in groups for document in group}
        return lambda document: first[document]
