"""What can be found on a site: every text, and every quote of a record, as a row to show and the words that lead to it.

A dossier in; out come places, numbered in the order given: texts first, then events, statements and assessments. What
may not be made public is cut here as on the pages: quotes to a length, and what names readers who commented is no text.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dragoman.model.document import Document
from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.escaping import split_unseen
from dragoman.present.site.drawing import Wanted, shorten
from dragoman.present.site.places import Place
from dragoman.present.text_parts import blocks_of
from dragoman.present.web.pages.search import tell
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters, Kind
from dragoman.record.searching import KINDS, TABLES
from dragoman.text.edtf import bounds_of, spell

MOST_RECORDS = 300_000
"""Quotes of records that can be searched: with 20,000 texts beside them the index has some 100 MB."""
LESS_SURE = 0.01
"""Step by which the least confidence rises until no more records are left than may be searched."""


@dataclass(frozen=True, slots=True)
class Found:
    """One place.

    Attributes:
        row: what is shown of it: a text as (file, title, outlet, date), a record as (number of its text, id, what it
            is, date, confidence, quote).
        words: in which it is searched.
        year: "2012", in which a text was published or in which that lies which a record tells; "" if unknown.
    """

    row: tuple[str | int, ...]
    words: str
    year: str


@dataclass(slots=True)
class Places:
    """The places of a dossier.

    Attributes:
        cut: the least confidence of a record that is searched.
        counts: how many there are by kind, once they were gone through.
    """

    opened: Dossier
    wanted: Wanted
    cut: float
    counts: dict[str, int] = field(default_factory=dict)

    @staticmethod
    def of(opened: Dossier, wanted: Wanted) -> "Places":
        """Those of a dossier: of very many records the surest."""
        cut = wanted.cut
        while sum(opened.count_matching(kind, Filters(min_confidence=cut)) for kind in _RECORDS) > MOST_RECORDS:
            cut = round(cut + LESS_SURE, 2)
        return Places(opened, wanted, cut)

    def __iter__(self) -> Iterator[Found]:
        numbers: dict[str, int] = {}
        for doc in self.opened.documents():
            numbers[doc.id] = len(numbers)
            yield _find_text(doc)
        self.counts["document"] = len(numbers)
        for kind in KINDS[1:]:
            count = 0
            for count, record in enumerate(self._records(kind), 1):  # noqa: B007  (the last one counts)
                yield self._find_record(record, numbers)
            self.counts[kind] = count

    def texts(self) -> Iterator[str]:
        """The text of each document, in the same order."""
        return (plain(readable_text(doc)) for doc in self.opened.documents())

    def _records(self, kind: str) -> Iterator[Event | Statement | Assessment]:
        filters = Filters(min_confidence=self.cut)
        if kind == "event":
            return self.opened.events(filters)
        return self.opened.statements(filters) if kind == "statement" else self.opened.assessments(filters)

    def _find_record(self, record: Event | Statement | Assessment, numbers: Mapping[str, int]) -> Found:
        quote = plain(record.quote if self.wanted.texts else shorten(record.quote))
        told = plain(shorten(tell(record).replace(" -> ", " → ")))
        sure = f"{record.confidence:.2f}"
        row = (numbers[record.document], record.id, told, spell(record.date), sure, quote)
        return Found(row, quote, _year_of(record.date))


_RECORDS: tuple[Kind, ...] = tuple(TABLES[kind] for kind in KINDS[1:])


def readable_text(doc: Document) -> str:
    """The text without what names readers who commented."""
    return "".join(doc.text[block.start : block.end] for block in blocks_of(doc) if not block.names_reader)


def plain(text: str) -> str:
    """One line; what turns the text around or cannot be seen stands there as its code.

    Example:
        >>> plain("a\\u202eb\\n c")
        'a[U+202E]b c'
    """
    pieces = split_unseen(" ".join(text.split()))
    return "".join(f"[U+{ord(piece):04X}]" if unseen else piece for piece, unseen in pieces)


def _find_text(doc: Document) -> Found:
    title = plain(shorten(doc.title or doc.name))
    outlet = doc.outlet or ", ".join(doc.carriers) or "outlet not named"
    file = Place("/document/{id}", (("id", doc.id),)).file
    row = (file, title, plain(shorten(outlet)), spell(doc.published))
    return Found(row, f"{title} {readable_text(doc)}", _year_of(doc.published))


def _year_of(date: str) -> str:
    """The year in which a time begins, or at least ends."""
    day = next(filter(None, bounds_of(date)), None)
    return f"{day.year:04}" if day else ""
