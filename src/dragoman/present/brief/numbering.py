"""Hands out the numbers of references in the order in which they are first cited; the same words have one number."""

from collections.abc import Iterable

from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.brief.material import Material
from dragoman.present.brief.page import Reference
from dragoman.present.brief.quoting import REFERENCE, clip
from dragoman.text.edtf import spell

READER = "a reader's comment under "
MOST = 6
"""References of one line: enough to check it, few enough to read on."""


class Numbering:
    """The growing list of references of one brief."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._numbers: dict[tuple[str, str], int] = {}
        self._references: list[Reference] = []

    def cite(self, records: Iterable[Event | Statement | Assessment]) -> tuple[int, ...]:
        """The numbers of these records' words, ascending; one text counts before a second quote of another."""
        seen: dict[str, list[Event | Statement | Assessment]] = {}
        for record in records:
            seen.setdefault(record.document, []).append(record)
        turns = [group[turn] for turn in range(MOST) for group in seen.values() if turn < len(group)]
        return tuple(sorted({self._number(record) for record in turns[:MOST]}))

    def references(self) -> tuple[Reference, ...]:
        """All references cited so far, by number."""
        return tuple(self._references)

    def _number(self, record: Event | Statement | Assessment) -> int:
        key = record.document, " ".join(self._material.passage(record).text.split())
        if key not in self._numbers:
            self._numbers[key] = len(self._references) + 1
            self._references.append(self._reference(record, self._numbers[key]))
        return self._numbers[key]

    def _reference(self, record: Event | Statement | Assessment, number: int) -> Reference:
        source = self._material.sources[record.document]
        passage = self._material.passage(record)
        start, end = record.trigger_span if isinstance(record, Event) else record.span
        shift = passage.offset - record.span[0]
        quote = clip(passage.text, REFERENCE, around=(start + shift, end + shift))
        return Reference(
            number,
            record.id,
            source.id,
            f"{READER if record in self._material.readers else ''}{clip(source.title, 120)}",
            source.outlet,
            spell(source.published),
            source.url,
            quote,
        )
