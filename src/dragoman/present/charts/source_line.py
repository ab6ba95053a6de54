"""The line below every picture: what it rests on. Counts and dates in, one sentence or two out."""

from dataclasses import dataclass

import dragoman
from dragoman.present.wording import count_words, join_words
from dragoman.text.edtf import spell


@dataclass(frozen=True, slots=True)
class SourceCount:
    """What a picture rests on.

    Attributes:
        first: EDTF of the earliest publication; `last`: of the latest.
        imported: names of the data sets whose events are in it.
        events: how many imported events are in it.
    """

    documents: int = 0
    sources: int = 0
    first: str = ""
    last: str = ""
    imported: tuple[str, ...] = ()
    events: int = 0


def spell_source_line(counted: SourceCount) -> str:
    """What a picture rests on, and which version made it.

    Example:
        >>> spell_source_line(SourceCount(12, 7, "2012-10-04", "2012-12-13")).partition(" Dragoman")[0]
        'Source: 12 documents of 7 independent sources, published 4 October 2012 to 13 December 2012.'
    """
    parts = []
    if counted.documents:
        parts.append(
            f"{count_words(counted.documents, 'document')} of {count_words(counted.sources, 'independent source')}"
            f"{_spell_dates(counted)}"
        )
    if counted.imported or counted.events:
        number = f"{count_words(counted.events, 'imported event')}" if counted.events else "imported events"
        origin = f" ({join_words(sorted(counted.imported))})" if counted.imported else ""
        parts.append(f"{number}{origin}, no text behind them")
    return f"Source: {'; '.join(parts) or 'nothing in the dossier'}. Dragoman {dragoman.__version__}."


def _spell_dates(counted: SourceCount) -> str:
    if not counted.first:
        return ", undated"
    if counted.first == counted.last:
        return f", published {spell(counted.first)}"
    return f", published {spell(counted.first)} to {spell(counted.last)}"
