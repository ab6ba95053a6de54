"""The list of sources at the foot of a brief: each document with its date, its outlet, and whose text it carries."""

from dragoman.model.records import Assessment, Event
from dragoman.present.brief.material import Material
from dragoman.present.brief.page import SourceLine
from dragoman.text.edtf import sort_key, spell

MOST_SOURCES = 40
"""Documents listed whether a reference leads to them or not."""


def list_sources(material: Material, cited: set[str]) -> tuple[SourceLine, ...]:
    """All documents of the pair by date; of very many only those that a reference leads to."""
    counts: dict[str, int] = {}
    records: tuple[Event | Assessment, ...] = (*material.events, *material.assessments)
    for record in records:
        counts[record.document] = counts.get(record.document, 0) + 1
    few = len(material.sources) <= MOST_SOURCES
    shown = [source for source in material.sources.values() if few or source.id in cited]
    ordered = sorted(shown, key=lambda source: (sort_key(source.published), source.title))
    return tuple(
        SourceLine(
            id=source.id,
            title=source.title,
            outlet=source.outlet,
            carrier=source.carrier,
            author=source.author,
            genre=source.genre,
            published=spell(source.published),
            basis=": ".join(filter(None, (source.basis if source.published else "", source.reason))),
            url=source.url,
            records=counts.get(source.id, 0),
            copy=source.copy or source.copied,
        )
        for source in ordered
    )
