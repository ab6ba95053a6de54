"""Functions that resolve, for tests: simple enough to see through, and telling nothing of the real ones.

Documents that share a line of 20 characters or more are copies. Events of one type, with the same sides, on one day (or
both without a day) are one event; what one text denies and another tells is a contradiction.
"""

from itertools import combinations
from typing import NamedTuple

from dragoman.flow.resolve_tools import ResolveTools
from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, Credit, Family, Join, Overlap, Part, SourceDocument, Step, Thread
from dragoman.text.hashing import make_id


def resolve_tools():
    return ResolveTools(
        lambda doc: doc, credits_of, fingerprint_document, compare_documents, find_families, group_sources,
        name_sources, Told.of,
        key_event, link_events, part_threads, make_thread, tell_life, find_contradictions, check_facts,
        compare_threads,
    )  # fmt: skip


class Link(NamedTuple):
    a: str
    b: str
    weight: float


class Told(NamedTuple):
    event: Event
    source: SourceDocument

    @classmethod
    def of(cls, event, source, voice_actor):
        return cls(event, source)


def credits_of(doc):
    return (Credit(doc.outlet, "line", (0, 4), True),) if doc.text.startswith("WIRE") else ()


def fingerprint_document(doc):
    return tuple(sorted({line for line in doc.text.splitlines() if len(line) >= 20}))


def compare_documents(a, b):
    a, b = sorted((a, b), key=lambda doc: doc.id)
    mine, theirs = set(fingerprint_document(a)), set(fingerprint_document(b))
    shared = mine & theirs
    if not shared:
        return None
    kind = "quotation" if any(line.startswith('"') for line in shared) else "copy"
    return Overlap(a.id, b.id, kind, len(shared) / len(mine), len(shared) / len(theirs), f"{len(shared)} lines")


def find_families(overlaps, documents, credits):
    if not any(o.kind == "copy" for o in overlaps):
        return []
    ids = sorted((doc.id for doc in documents), key=lambda id: (dates(documents)[id], id))
    return [Family(make_id("f", min(ids)), tuple(ids), ids[0], "the earliest", tuple(overlaps))]


def dates(documents):
    return {doc.id: doc.published or "9999" for doc in documents}


def group_sources(documents, families, overlaps, credits):
    family_of = {id: family.id for family in families for id in family.documents}
    groups = {}
    for doc in documents:
        groups.setdefault(family_of.get(doc.id, doc.id), []).append(doc.id)
    return [tuple(sorted(ids)) for _, ids in sorted(groups.items())]


def name_sources(documents, families, credits):
    family_of = {id: family.id for family in families for id in family.documents}
    return {doc.id: family_of.get(doc.id, doc.id) for doc in documents}


def key_event(told):
    event = told.event
    sides = " ".join(sorted({*event.actors, *event.recipients}))
    return (f"{event.type} {sides}", f"{event.type} {event.date[:7]}")


def link_events(pairs):
    links = []
    for (a, _), (b, _) in pairs:
        if a.type == b.type:
            first, second = sorted((a.id, b.id))
            same = a.actors == b.actors and a.recipients == b.recipients and a.date == b.date
            links.append(Link(first, second, 1.0 if same else -1.0))
    return links


def part_threads(fresh, known, apart=()):
    """What hangs together is one thread, but for the second of two that a person has parted."""
    assert fresh == sorted(fresh)
    alone = {b for a, b in apart}
    parts, seen = [], set()
    for id in fresh:
        waiting, found = [id], set()
        while waiting:
            links = known.links_of([waiting.pop()])
            (one, near), = links.items()
            if one not in seen:
                seen.add(one)
                found.add(one)
                waiting += [other for other, weight in near.items() if weight > 0]
        whole = [tuple(sorted(found - alone)), *((id,) for id in sorted(found & alone))]
        parts += [Part(ids, tuple(Join(ids[0], other, 1.0) for other in ids[1:])) for ids in whole if ids]
    return parts


def make_thread(events, source_of):
    told = [event for event, _ in events]
    ids = tuple(sorted(event.id for event in told))
    statuses = sorted({event.status for event in told})
    denied = tuple(f"denied by {event.voice}" for event in told if event.status == "denied")
    standing = {("happened",): "happened", ("planned",): "planned"}.get(tuple(statuses), "disputed")
    documents = {event.document for event in told}
    return Thread(
        make_id("t", ids[0]), told[0].type, told[0].actors, told[0].recipients, ids, told[0].date,
        people=tuple(sorted({name for event in told for name in event.people})), standing=standing,
        reason=f"{len(told)} tellings: {', '.join(statuses)}", dissent=denied, documents=len(documents),
        sources=len({source_of(id) for id in documents}), confidence=max(event.confidence for event in told),
        weight=float(len(told)),
    )  # fmt: skip


def find_contradictions(thread, events, sources):
    assert {event.document for event in events} == set(sources)
    found = []
    for a, b in combinations(sorted(events, key=lambda event: event.id), 2):
        if {a.status, b.status} == {"happened", "denied"}:
            id = make_id("c", [a.id, b.id])
            found.append(Contradiction(id, "status", thread.id, (a.id, b.id), (a.status, b.status), "both cannot be"))
    return found


def check_facts(event, source):
    if not event.date.startswith("1965"):
        return []
    id = make_id("c", [event.id])
    return [Contradiction(id, "office", "", (event.id,), ("Ayub Khan", "nobody"), "not in office", "facts.tsv 1")]


def tell_life(events):
    steps, said = [], set()
    for event, source in sorted(events, key=lambda one: (one[1].published, one[0].id)):
        says = (event.status, event.voice)
        steps.append(Step(event.id, source.id, source.published, event.date, *says, event.quote, says in said))
        said.add(says)
    return tuple(steps)


def compare_threads(events, sources, thread_of):
    """Events of one type and the same sides, of two threads, that are told of one day and place are at odds."""
    assert {event.document for event in events} == set(sources)
    found = []
    for a, b in combinations(sorted(events, key=lambda event: event.id), 2):
        alike = (a.type, a.actors, a.recipients, a.voice) == (b.type, b.actors, b.recipients, b.voice)
        if alike and thread_of[a.id] != thread_of[b.id] and {a.date, b.date} == {"2012-09-03", "2012-10-01"}:
            id = make_id("c", [a.id, b.id])
            found.append(Contradiction(id, "date", thread_of[a.id], (a.id, b.id), (a.date, b.date), "one day only"))
    return found
