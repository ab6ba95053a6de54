"""Compares new documents and their events with those that the dossier knows, and keeps what they have in common.

Works inside one transaction. Only what shares a key is compared (`record/blocking.py` says how); families and threads
are made afterwards, by `settling`, from the overlaps and links that are left here.
"""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.flow.resolve_tools import Reading, ResolveTools, Telling
from dragoman.model.document import Document
from dragoman.record.blocking import Blocks, Key, Span, place_of
from dragoman.record.resolving import Resolution
from dragoman.record.telling import StoredTelling
from dragoman.text.edtf import middle_of


@dataclass(frozen=True, slots=True)
class Comparer:
    """What it takes to compare: the functions, and the open transaction."""

    tools: ResolveTools
    store: Resolution

    def add_documents(self, docs: Sequence[Document]) -> None:
        """File new documents and their events under their keys, compare both, and say who has to be settled."""
        self._add_pages(docs)
        self._add_events(self.store.tellings_of(doc.id for doc in docs))

    def refill(self, limit: int) -> None:
        """Compare what lies in spans that are no longer too full, since documents have gone; at most `limit` keys."""
        self._compare_pages(_members(self.store.documents, self.store.take_vacated("document", limit)), {})
        events = _members(self.store.events, self.store.take_vacated("event", limit))
        self._link(self._tell(self.store.tellings_at(events)))

    def _add_pages(self, docs: Sequence[Document]) -> None:
        readings = {self.store.number_of(doc.id): (doc, self.tools.read_document(doc)) for doc in docs}
        rows: list[tuple[int, Key, float]] = []
        for number, (doc, reading) in readings.items():
            place = place_of(middle_of(doc.published), doc.id)
            rows += [(number, key, place) for key in self.tools.fingerprint(reading)]
            self.store.store_credits(doc.id, self.tools.credits_of(doc))
        self.store.documents.add(rows)
        known = {number: reading for number, (_, reading) in readings.items()}
        self._compare_pages(readings, known, new={doc.id for doc in docs})
        self.store.drop_overlaps(self.store.documents.closed_spans(_places(rows)))
        self.store.unsettle_documents(doc.id for doc in docs)

    def _compare_pages(
        self, numbers: Iterable[int], readings: Mapping[int, Reading], new: Container[str] = ()
    ) -> None:
        """Compare the documents in these rows with all that share a key; `readings` are those at hand."""
        pairs: set[tuple[int, int]] = set()
        for number in numbers:
            pairs |= {(min(number, other), max(number, other)) for other in self.store.documents.candidates(number)}
        missing = {number for pair in pairs for number in pair} - readings.keys()
        known = dict(readings)
        for doc in self.store.documents_at(sorted(missing)):
            known[self.store.number_of(doc.id)] = self.tools.read_document(doc)
        for a, b in sorted(pairs):
            overlap = self.tools.compare_readings(known[a], known[b])
            if overlap:
                self.store.store_overlaps([overlap], new)

    def _add_events(self, stored: Sequence[StoredTelling]) -> None:
        told = self._tell(stored)
        rows: list[tuple[int, Key, float]] = []
        for number, telling in told.items():
            event, source = telling.event, telling.source
            place = place_of(middle_of(event.date) or middle_of(source.published), event.id)
            rows += [(number, key, place) for key in self.tools.keys_of(telling)]
            self.store.store_contradictions(self.tools.check_facts(event, source), "check_facts")
        self.store.events.add(rows)
        self.store.unsettle_events(told)
        self._link(told, new=told)
        self.store.drop_links(self.store.events.closed_spans(_places(rows)))

    def _link(self, told: Mapping[int, Telling], new: Container[int] = ()) -> None:
        """Judge each of these events with all that share a key; pairs that are too far apart among many are let go."""
        near = {number: self.store.events.candidates(number) for number in told}
        known = self._tell(self.store.tellings_at(sorted(set().union(*near.values()) - near.keys())))
        every = {**known, **told}
        number_of = {telling.event.id: number for number, telling in every.items()}
        pairs = {(min(number, other), max(number, other)) for number, others in near.items() for other in others}
        links = self.tools.link_tellings([(every[a], every[b]) for a, b in sorted(pairs)])
        self.store.store_links(((number_of[link.a], number_of[link.b], link.weight) for link in links), new)

    def _tell(self, stored: Iterable[StoredTelling]) -> dict[int, Telling]:
        """By row number, in the order of the events' ids, so that nothing hangs on the order of arrival."""
        order = sorted(stored, key=lambda one: one.event.id)
        return {one.number: self.tools.tell(one.event, one.source, one.voice_actor) for one in order}


def _places(rows: Iterable[tuple[int, Key, float]]) -> dict[Key, list[float]]:
    places: dict[Key, list[float]] = defaultdict(list)
    for _, key, place in rows:
        places[key].append(place)
    return places


def _members(blocks: Blocks, vacated: Mapping[Key, Sequence[float]]) -> list[int]:
    """Row numbers in the spans that have room again."""
    found: set[int] = set()
    spans: list[tuple[Key, Span]] = list(blocks.reopened_spans(vacated))
    for key, span in spans:
        found.update(blocks.members(key, span))
    return sorted(found)
