"""Takes from a dossier what the brief of one pair needs. With `copies`, the only module of the brief that reads it."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import cast

from dragoman.flow.relating import RelationAsk, last_day_of, relation_of
from dragoman.model.document import Document
from dragoman.model.records import Assessment, Event, Statement
from dragoman.model.relation import Period, Relation
from dragoman.model.resolution import Contradiction, Thread
from dragoman.present.brief.context import find_passage
from dragoman.present.brief.copies import describe_copies
from dragoman.present.brief.material import Material, SourceFacts, find_last_day
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.independent import group_independent
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.text.edtf import bounds_of, month_or_span, overlaps

Row = Event | Assessment | Statement
_OPEN = ".."
LAST_YEARS = 5
"""Years of a relation that a brief without a period shows."""
YEARLY_FROM = 8 * 366
"""Days of a period from which a relation is shown by year."""
FEWEST_WORDS = 2
"""Words: a statement of fewer ("information") tells nothing, whoever said it."""


def gather_material(
    dossier: Dossier,
    pair: tuple[str, str],
    *,
    names: Callable[[str], str],
    period: tuple[str, str] = ("", ""),
    cut: float = DEFAULT_CUT,
) -> Material:
    """The records of the pair whose own date, or for an undated record whose text's date, lies in the period.

    Args:
        dossier: where they are.
        pair: two codes.
        names: from a code to the name that people read.
        period: first and last date as EDTF, "" for no limit.
        cut: 0..1; records of less confidence are counted and left out.
    """
    found = _Found(dossier, pair, period)
    everything: tuple[Row, ...] = (*found.events, *found.assessments, *found.statements)
    events = tuple(event for event in found.events if event.confidence >= cut)
    assessments = tuple(item for item in found.assessments if item.confidence >= cut)
    statements = _on_record(found.statements, (*events, *assessments), cut)
    contradictions, clashing = found.clashes(cut)
    shown: tuple[Row, ...] = (*events, *assessments, *statements, *clashing.values())
    cited = {item.document for item in shown}
    readers = tuple(item for item in found.readers if item.confidence >= cut)
    aside = frozenset(item.document for item in readers) - cited
    copies = describe_copies(dossier, cited)
    return Material(
        pair=pair,
        names=names,
        events=events,
        assessments=assessments,
        statements=statements,
        sources={
            id: replace(_facts(doc), **copies.get(id, {})) for id, doc in found.docs.items() if id in cited | aside
        },
        documents=dossier.count("documents"),
        passages={item.id: find_passage(found.docs[item.document], item.span) for item in (*shown, *readers)},
        readers=readers,
        aside=aside,
        cut=cut,
        hidden=sum(item.confidence < cut for item in everything),
        since=period[0],
        until=period[1],
        program=_program(dossier),
        threads=found.threads({event.thread for event in events} - {""}, cited),
        contradictions=contradictions,
        clashing=clashing,
        independent=tuple(group_independent(dossier, dossier.sources_of(cited))),
        relation=_relation(dossier, pair, period, find_last_day(found.docs[id].published for id in cited)),
    )


def _relation(dossier: Dossier, pair: tuple[str, str], period: tuple[str, str], told: str) -> Relation:
    """How the pair gets on in the period, by year where it is long; without one in the years up to the day `told`."""
    last = bounds_of(period[1])[1] or date.fromisoformat(told or last_day_of(dossier) or date.max.isoformat())
    first = bounds_of(period[0])[0] or last.replace(year=max(1, last.year - LAST_YEARS), day=1)
    by: Period = "year" if (last - first).days > YEARLY_FROM else "month"
    return relation_of(dossier, pair, RelationAsk(by, since=first.isoformat(), until=last.isoformat()))


class _Found:
    """All records of a pair in a period, readers' comments apart, and the documents that hold them."""

    def __init__(self, dossier: Dossier, pair: tuple[str, str], period: tuple[str, str]) -> None:
        since, until = period
        self._dossier = dossier
        self._pair, self._until = pair, until
        self._period = f"{since.partition('/')[0] or _OPEN}/{until.rpartition('/')[2] or _OPEN}" if any(period) else ""
        self.docs: dict[str, Document] = {}
        self.readers: list[Event | Assessment] = []
        wanted = Filters(pair=pair)
        self.events = [self._dated(event) for event in dossier.events(wanted) if self._counts(event)]
        self.assessments = [item for item in dossier.assessments(wanted) if self._counts(item)]
        near = {event.document for event in self.events} | {item.document for item in self.assessments}
        self.statements = [said for said in dossier.statements(wanted) if said.document in near and self._tells(said)]

    def threads(self, ids: set[str], documents: Iterable[str]) -> dict[str, Thread]:
        """The threads with these ids, as seen at the end of the period, or when the last of these texts appeared."""
        until = bounds_of(self._until)[1]
        as_of = until.isoformat() if until else find_last_day(self.docs[id].published for id in documents)
        known = {thread.id: thread for thread in self._dossier.threads(Filters(pair=self._pair, as_of=as_of))}
        return {id: known.get(id) or self._dossier.thread(id, as_of=as_of) for id in sorted(ids)}

    def clashes(self, cut: float) -> tuple[tuple[Contradiction, ...], dict[str, Event]]:
        """What cannot both be true among the records that count, and these records by id."""
        known = {event.id: event for event in self.events}
        kept: list[Contradiction] = []
        clashing: dict[str, Event] = {}
        for one in self._dossier.contradictions(Filters(pair=self._pair, min_confidence=cut)):
            if not any(id in known for id in one.records):
                continue
            events = [known.get(id) or cast(Event, self._dossier.find(id)[0]) for id in one.records]
            if not any(_is_reader_s(event, self._document(event.document)) for event in events):
                kept.append(one)
                clashing.update((event.id, event) for event in events)
        return tuple(kept), clashing

    def _counts(self, record: Event | Assessment) -> bool:
        """Whether a record lies in the period and is no reader's; readers' records are laid aside on the way."""
        doc = self._document(record.document)
        date = "" if _is_dated_by_text(record, doc) else record.date
        if self._period and not overlaps(date or doc.published, self._period):
            return False
        from_reader = _is_reader_s(record, doc)
        if from_reader:
            self.readers.append(record)
        return not from_reader

    def _dated(self, event: Event) -> Event:
        """An act dated by its text alone ("not after publication") stands in a brief without a date."""
        return replace(event, date="") if _is_dated_by_text(event, self._document(event.document)) else event

    def _tells(self, said: Statement) -> bool:
        words = len(said.quote.split()) >= FEWEST_WORDS
        return said.role == "official" and words and not _is_reader_s(said, self._document(said.document))

    def _document(self, id: str) -> Document:
        if id not in self.docs:
            self.docs[id] = self._dossier.document(id)
        return self.docs[id]


def _is_dated_by_text(record: Event | Assessment, doc: Document) -> bool:
    month = month_or_span(doc.published)
    return isinstance(record, Event) and record.date in (f"../{month}", f"{month}/..")


def _is_reader_s(record: Row, doc: Document) -> bool:
    return record.voice == "comment" or doc.part_at(record.span[0]) == "comment"


def _on_record(
    statements: Iterable[Statement], records: Iterable[Event | Assessment], cut: float
) -> tuple[Statement, ...]:
    """Statements whose words hold one of the pair's events or assessments; of one inside another only the outer."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for record in records:
        spans.setdefault(record.document, []).append(record.trigger_span if isinstance(record, Event) else record.span)
    held = [
        said
        for said in statements
        if said.confidence >= cut and any(_holds(said.span, span) for span in spans.get(said.document, ()))
    ]
    outer = {(said.document, said.span) for said in held}
    return tuple(
        said
        for said in held
        if not any(
            document == said.document and span != said.span and _holds(span, said.span) for document, span in outer
        )
    )


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _facts(doc: Document) -> SourceFacts:
    carrier = doc.carriers[-1] if doc.carriers else ""
    return SourceFacts(
        id=doc.id,
        title=doc.title or doc.name,
        outlet=doc.outlet or carrier,
        carrier=carrier if doc.outlet else "",
        author=doc.author,
        genre=doc.genre,
        published=doc.published,
        basis=doc.published_basis,
        reason=doc.published_reason,
        url=doc.url,
    )


def _program(dossier: Dossier) -> str:
    runs = [run for run in dossier.runs() if run.model]
    return f"Dragoman {runs[-1].program}, language model {runs[-1].model}" if runs else "Dragoman"
