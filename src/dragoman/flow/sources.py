"""Gathers what is known of each outlet of a dossier: a page a source.

An open dossier in, pages out. Nothing is stored: they are computed when asked.
"""

from collections import defaultdict

from dragoman.model.records import Event
from dragoman.model.resolution import Thread
from dragoman.record.dossier import Dossier
from dragoman.resolve.independence import read_independence
from dragoman.resolve.sources import SourcePage, describe_sources, find_ahead, judge_words, name_outlet


def gather_sources(opened: Dossier) -> list[SourcePage]:
    """A page for each outlet of a dossier, most documents first, then by name."""
    documents = opened.sources_of(opened.document_ids())
    families = list(opened.families())
    independence = read_independence(
        documents.values(), families, opened.overlaps_of(documents), opened.credits_of(documents)
    )
    threads = list(opened.threads())
    told = _tellings_of(opened, threads)
    stood = judge_words(threads, told, independence)
    ahead = find_ahead(threads, told, documents.values(), independence)
    return describe_sources(documents.values(), families, stood, ahead)


def outlets_of(opened: Dossier, documents: list[str]) -> frozenset[str]:
    """The names under which the pages of these documents stand."""
    return frozenset(name_outlet(source) for source in opened.sources_of(documents).values())


def _tellings_of(opened: Dossier, threads: list[Thread]) -> dict[str, list[Event]]:
    found: dict[str, list[Event]] = defaultdict(list)
    for event in opened.events_of_threads(thread.id for thread in threads):
        found[event.thread].append(event)
    return found
