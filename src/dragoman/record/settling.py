"""Replaces families and threads: finds what is unsettled, also what hangs together with it; writes it anew.

A group of documents is everything that overlaps lead to, whole or not at all, so that what comes out never depends on
where one starts. Which events make a thread is found out around them (`parted`). Works inside the transaction of a
`Resolution`.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from dragoman.model.resolution import JOINING_KINDS, Family, Overlap, Thread
from dragoman.record.families import overlaps_at
from dragoman.record.joins import pairs_of
from dragoman.record.resolving import Resolution
from dragoman.record.rows import day_bounds
from dragoman.record.telling import chunks, marks

Node = TypeVar("Node", int, str)


def unsettled_events(store: Resolution, limit: int) -> list[int]:
    """Some events whose thread has to be made anew; events that are gone are struck off the list."""
    store.db.execute("DELETE FROM unsettled_events WHERE event NOT IN (SELECT number FROM events)")
    rows = store.db.execute("SELECT event FROM unsettled_events ORDER BY event LIMIT ?", (limit,))
    return [row["event"] for row in rows]


def unsettled_documents(store: Resolution, limit: int) -> list[str]:
    """Some documents whose family has to be made anew; those that are gone are struck off."""
    store.db.execute("DELETE FROM unsettled_documents WHERE document NOT IN (SELECT id FROM documents)")
    rows = store.db.execute("SELECT document FROM unsettled_documents ORDER BY document LIMIT ?", (limit,))
    return [row["document"] for row in rows]


def group_documents(store: Resolution, seeds: Iterable[str]) -> Iterator[tuple[tuple[str, ...], tuple[Overlap, ...]]]:
    """The documents that share text with the seeds, group by group, each with its overlaps."""
    overlaps: dict[tuple[str, str], Overlap] = {}
    seen = frontier = set(seeds)
    while frontier:
        found = _decide(store, overlaps_at(store.db, frontier), frontier)
        overlaps.update({(o.a, o.b): o for o in found})
        frontier = {id for o in found if o.kind in JOINING_KINDS for id in (o.a, o.b)} - seen
        seen = seen | frontier
    root = join_pairs(seen, [pair for pair, o in overlaps.items() if o.kind in JOINING_KINDS])
    members: dict[str, list[str]] = defaultdict(list)
    for document in sorted(seen):
        members[root[document]].append(document)
    for first, documents in members.items():
        inside = [o for (a, b), o in sorted(overlaps.items()) if root.get(a) == first == root.get(b)]
        yield tuple(documents), tuple(inside)


def _decide(store: Resolution, overlaps: Iterable[Overlap], near: Iterable[str]) -> list[Overlap]:
    """The overlaps as people want them: none between what they parted, a copy between what they joined."""
    apart = set(pairs_of(store.db, "document", together=False))
    touched = frozenset(near)
    joined = [pair for pair in pairs_of(store.db, "document", together=True) if not touched.isdisjoint(pair)]
    found = {(o.a, o.b): o for o in overlaps if (o.a, o.b) not in apart}
    for a, b in joined:
        found[a, b] = Overlap(a, b, "copy", 1.0, 1.0, "joined by a person's decision")
    return list(found.values())


def replace_families(store: Resolution, documents: Sequence[str], families: Iterable[Family]) -> None:
    """Put the families of a group in the place of those that its documents were in."""
    db = store.db
    for some in chunks(documents):
        old = f"SELECT family FROM family_documents WHERE document IN ({marks(some)})"
        db.execute(f"DELETE FROM families WHERE id IN ({old})", some)
    for family in families:
        row = (family.id, family.original, family.reason, *store.maker.made("find_families"))
        db.execute(f"INSERT INTO families VALUES ({marks(row)})", row)
        rows = [(document, family.id, place) for place, document in enumerate(family.documents)]
        db.executemany("INSERT INTO family_documents VALUES (?, ?, ?)", rows)
    db.executemany("DELETE FROM unsettled_documents WHERE document = ?", [(document,) for document in documents])


def renew_sources(store: Resolution, sources: Mapping[str, str]) -> None:
    """Keep which source each of these documents is; where it was another, the threads are to be made anew."""
    known: dict[str, str] = {}
    for some in chunks(sorted(sources)):
        sql = f"SELECT document, source FROM document_sources WHERE document IN ({marks(some)})"
        known.update((row["document"], row["source"]) for row in store.db.execute(sql, some))
    changed = [document for document, source in sorted(sources.items()) if known.get(document) != source]
    rows = [(document, sources[document]) for document in changed]
    store.db.executemany("INSERT OR REPLACE INTO document_sources VALUES (?, ?)", rows)
    store.unsettle_events_of(changed)


def settled_threads(store: Resolution, ids: Sequence[str]) -> set[tuple[str, ...]]:
    """Members of those threads of these events that none of them has to be made anew for."""
    members: dict[str, list[str]] = defaultdict(list)
    unsettled: set[str] = set()
    for some in chunks(ids):
        sql = (
            "SELECT t.event, t.thread, u.event AS changed FROM thread_events AS t JOIN events AS e ON e.id = t.event"
            f" LEFT JOIN unsettled_events AS u ON u.event = e.number WHERE t.event IN ({marks(some)})"
        )
        for event, thread, changed in store.db.execute(sql, some):
            members[thread].append(event)
            if changed is not None:
                unsettled.add(thread)
    sizes = _count_events(store, members)
    kept = (thread for thread, held in members.items() if thread not in unsettled and len(held) == sizes[thread])
    return {tuple(sorted(members[thread])) for thread in kept}


def _count_events(store: Resolution, threads: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for some in chunks(threads):
        sql = f"SELECT thread, count(*) FROM thread_events WHERE thread IN ({marks(some)}) GROUP BY thread"
        found.update((row[0], row[1]) for row in store.db.execute(sql, some))
    return found


def replace_threads(store: Resolution, numbers: Iterable[int], ids: Iterable[str], threads: Iterable[Thread]) -> None:
    """Put threads in the place of those that their events (by number and by id) were in."""
    for some in chunks(ids):
        old = f"SELECT thread FROM thread_events WHERE event IN ({marks(some)})"
        store.db.execute(f"DELETE FROM threads WHERE id IN ({old})", some)
    for thread in threads:
        _store_thread(store, thread)
    rows = [(number,) for number in numbers]
    store.db.executemany("DELETE FROM unsettled_events WHERE event = ?", rows)
    store.db.executemany("INSERT OR IGNORE INTO unchecked_events VALUES (?)", rows)


def _store_thread(store: Resolution, thread: Thread) -> None:
    first, last = day_bounds(thread.date)
    row = (
        thread.id, thread.type, thread.date, first, last, thread.place, json.dumps(thread.people, ensure_ascii=False),
        thread.standing, thread.reason, json.dumps(thread.dissent, ensure_ascii=False), thread.documents,
        thread.sources, int(thread.background), thread.confidence, thread.weight, *store.maker.made("make_thread"),
    )  # fmt: skip
    store.db.execute(f"INSERT INTO threads VALUES ({marks(row)})", row)
    events = [(event, thread.id) for event in thread.records]
    store.db.executemany("INSERT INTO thread_events VALUES (?, ?)", events)
    for side, codes in (("actor", thread.actors), ("recipient", thread.recipients)):
        rows = [(thread.id, side, place, code) for place, code in enumerate(codes)]
        store.db.executemany("INSERT INTO thread_sides VALUES (?, ?, ?, ?)", rows)


def join_pairs(nodes: Iterable[Node], pairs: Iterable[tuple[Node, Node]]) -> dict[Node, Node]:
    """Each node with the smallest one that the pairs lead to."""
    near: dict[Node, list[Node]] = defaultdict(list)
    for a, b in pairs:
        near[a].append(b)
        near[b].append(a)
    root: dict[Node, Node] = {}
    for first in sorted(nodes):
        if first in root:
            continue
        root[first] = first
        waiting = [first]
        while waiting:
            for other in near[waiting.pop()]:
                if other not in root:
                    root[other] = first
                    waiting.append(other)
    return root
