"""Compares new documents and their events with those that the dossier knows, and keeps what they have in common.

Works inside one transaction. Only what shares a key is compared (`record/blocking.py` says how); families and threads
are made afterwards, by `settling`, from the overlaps and links that are left here.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.flow.resolve_tools import ResolveTools, Told
from dragoman.model.document import Document
from dragoman.record.blocking import Blocks, Span, place_of
from dragoman.record.resolving import Resolution, Weighed
from dragoman.record.telling import Telling
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
        self._compare_pages(_members(self.store.documents, self.store.take_vacated("document", limit)))
        self._link(self.store.tellings_at(_members(self.store.events, self.store.take_vacated("event", limit))))

    def _add_pages(self, docs: Sequence[Document]) -> None:
        numbers = {doc.id: self.store.number_of(doc.id) for doc in docs}
        rows = []
        for doc in docs:
            place = place_of(middle_of(doc.published), doc.id)
            rows += [(numbers[doc.id], key, place) for key in self.tools.fingerprint_document(doc)]
        self.store.documents.add(rows)
        self._compare_pages(numbers.values())
        self.store.drop_overlaps(self.store.documents.closed_spans(_places(rows)))
        self.store.unsettle_documents(numbers)

    def _compare_pages(self, numbers: Iterable[int]) -> None:
        """Compare the documents in these rows with all that share a key."""
        pairs: set[tuple[int, int]] = set()
        for number in numbers:
            pairs |= {(min(number, other), max(number, other)) for other in self.store.documents.candidates(number)}
        wanted = {number for pair in pairs for number in pair}
        whole = {self.store.number_of(doc.id): doc for doc in self.store.documents_at(sorted(wanted))}
        for pair in sorted(pairs):
            a, b = sorted((whole[number] for number in pair), key=lambda doc: doc.id)
            overlap = self.tools.compare_documents(a, b)
            if overlap:
                self.store.store_overlaps([overlap])

    def _add_events(self, tellings: Sequence[Telling]) -> None:
        rows = []
        for telling in tellings:
            event, source = telling.event, telling.source
            place = place_of(middle_of(event.date) or middle_of(source.published), event.id)
            rows += [(telling.number, key, place) for key in self.tools.key_event(event, source)]
            self.store.store_contradictions(self.tools.check_facts(event, source), "check_facts")
        self.store.events.add(rows)
        self._link(tellings)
        self.store.drop_links(self.store.events.closed_spans(_places(rows)))
        self.store.unsettle_events(telling.number for telling in tellings)

    def _link(self, tellings: Sequence[Telling]) -> None:
        """Judge each of these events with all that share a key; pairs that are too far apart among many are let go."""
        near = {telling.number: self.store.events.candidates(telling.number) for telling in tellings}
        known = self.store.tellings_at(sorted(set().union(*near.values()) - near.keys()))
        number_of = {telling.event.id: telling.number for telling in (*tellings, *known)}
        links = self.tools.link_events(_told(tellings), _told(known))
        judged: list[Weighed] = [(number_of[link.a], number_of[link.b], link.weight) for link in links if link.weight]
        self.store.store_links(
            (a, b, weight) for a, b, weight in judged if b in near.get(a, ()) or a in near.get(b, ())
        )


def _told(tellings: Iterable[Telling]) -> list[Told]:
    """Sorted by id, so that nothing hangs on the order of arrival."""
    return [(t.event, t.source) for t in sorted(tellings, key=lambda t: t.event.id)]


def _places(rows: Iterable[tuple[int, str, float]]) -> dict[str, list[float]]:
    places: dict[str, list[float]] = defaultdict(list)
    for _, key, place in rows:
        places[key].append(place)
    return places


def _members(blocks: Blocks, vacated: Mapping[str, Sequence[float]]) -> list[int]:
    """Row numbers in the spans that have room again."""
    found: set[int] = set()
    spans: list[tuple[str, Span]] = list(blocks.reopened_spans(vacated))
    for key, span in spans:
        found.update(blocks.members(key, span))
    return sorted(found)
