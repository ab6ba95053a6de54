"""Gathers what is known of each outlet of a dossier: a page a source.

An open dossier in, pages out. Nothing is stored: they are computed when asked.
"""

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
    given = list(opened.words_given())
    ahead = find_ahead(given, documents.values(), independence)
    return describe_sources(documents.values(), families, judge_words(given, independence), ahead)


def outlets_of(opened: Dossier, documents: list[str]) -> frozenset[str]:
    """The names under which the pages of these documents stand."""
    return frozenset(name_outlet(source) for source in opened.sources_of(documents).values())
