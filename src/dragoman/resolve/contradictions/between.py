"""Contradictions between records of two threads: split clashes, and "first since" claims that an earlier act refutes.

Events, their pages and their threads in, contradictions out; each names the thread of its first record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, SourceDocument
from dragoman.resolve.contradictions.across import find_split_contradictions
from dragoman.resolve.contradictions.first_claims import find_first_claims, group_by_document
from dragoman.resolve.contradictions.firsts import check_first_claims


def compare_threads(
    events: Iterable[Event], sources: Mapping[str, SourceDocument], thread_of: Mapping[str, str]
) -> list[Contradiction]:
    """All that cannot both be true among events of different threads, by id."""
    known = sorted(events, key=lambda event: event.id)
    beside = group_by_document(known)
    claims = [
        claim for event in known
        for claim in find_first_claims(event, sources.get(event.document), beside[event.document])
    ]  # fmt: skip
    refuted = [
        replace(one, thread=thread_of.get(one.records[0], ""))
        for one in check_first_claims(claims, known)
        if len({thread_of.get(record, record) for record in one.records}) > 1
    ]
    found = {one.id: one for one in (*find_split_contradictions(known, sources, thread_of), *refuted)}
    return [found[id] for id in sorted(found)]
