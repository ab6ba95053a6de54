"""One record as a reviewer sees it: its words in their place, why each field is so, its thread, what is near it.

An open dossier and a record in, frozen pieces out; nothing is decided and nothing is escaped here.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from dragoman.flow.deciding import values_of
from dragoman.flow.reviewing import Reviewed, decisions_on
from dragoman.model.decisions import RecordKind
from dragoman.model.document import Document
from dragoman.model.records import Event, Reason, Statement
from dragoman.model.resolution import Contradiction, Thread
from dragoman.present.decided import spell_decision
from dragoman.present.fields import Fields, assessment_fields, event_fields, statement_fields
from dragoman.present.thread_page import ThreadPage
from dragoman.record.dossier import Dossier
from dragoman.record.filters import Filters
from dragoman.record.queue import Queued
from dragoman.resolve.decisions.adding import NEEDED
from dragoman.resolve.decisions.evidence import Record, kind_of
from dragoman.resolve.decisions.fields import DATES, FIELDS, LISTS, choices_of
from dragoman.text.edtf import bounds_of

AROUND = 320
"""Characters shown before and after the words of a record."""
DAYS = 10
"""How far from a record's date the threads lie that it could belong to."""
MOST_NEAR = 8


@dataclass(frozen=True, slots=True)
class EditField:
    """A field that can be corrected: its name, what stands in it, its choices if it has some, whether it is a date.

    Without one that is `needed` there is no record.
    """

    name: str
    value: str
    choices: tuple[str, ...]
    is_list: bool
    is_date: bool
    needed: bool = False


@dataclass(frozen=True, slots=True)
class ReviewPage:
    """A record with all that helps to judge it.

    Attributes:
        pieces: the text before, the words up to the trigger, the trigger, the words after it, the text after; the
            trigger is "" where there is none.
        thread: its thread with all tellings, None for what has none.
        near: other threads of the same sides at about the same time.
        decisions: what people have said of it that still says something.
        rejected: whether people left it out.
    """

    record: Record
    document: Document
    pieces: tuple[str, str, str, str, str]
    thread: ThreadPage | None
    clashes: tuple[Contradiction, ...]
    near: tuple[Thread, ...]
    decisions: tuple[Reviewed, ...]
    rejected: bool

    @property
    def kind(self) -> RecordKind:
        """Event, statement or assessment."""
        return kind_of(self.record)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """How each field came about."""
        return self.record.reasons

    @staticmethod
    def load(opened: Dossier, record: Record) -> "ReviewPage":
        """All that belongs to a record of an open dossier."""
        doc = opened.document(record.document)
        thread = _thread_of(opened, record)
        clashes = tuple(one for one in thread.contradictions if record.id in one.records) if thread else ()
        decisions = decisions_on(opened, record)
        rejected = record.id not in {r.id for r in _shown(opened, record)}
        return ReviewPage(
            record, doc, _cut(doc.text, record), thread, clashes, _near(opened, record), decisions, rejected
        )

    def edit_fields(self) -> tuple[EditField, ...]:
        """Every field that can be corrected."""
        found = []
        for name in FIELDS[self.kind]:
            value = ", ".join(values_of(self.record, name))
            choices = tuple(choices_of(self.kind, name))
            found.append(EditField(name, value, choices, name in LISTS, name in DATES))
        return tuple(found)

    def fields(self) -> Fields:
        """Everything as plain fields."""
        own = record_fields(self.record)
        return {
            **own, "kind": self.kind, "rejected": self.rejected,
            "reasons": [f"{reason.field} {reason.value}: {reason.why}" for reason in self.reasons],
            "decisions": [spell_decision(reviewed) for reviewed in self.decisions],
            "contradictions": [clash.id for clash in self.clashes], "near": [thread.id for thread in self.near],
        }  # fmt: skip


def blank_fields(kind: RecordKind) -> tuple[EditField, ...]:
    """The fields of a record that does not exist yet, those first without which there is none; nothing is chosen."""
    names = sorted(FIELDS[kind], key=lambda name: name not in NEEDED[kind])
    return tuple(
        EditField(name, "", tuple(dict.fromkeys(("", *choices_of(kind, name)))) if choices_of(kind, name) else (),
                  name in LISTS, name in DATES, name in NEEDED[kind])
        for name in names
    )  # fmt: skip


def record_fields(record: Record) -> Fields:
    """A record of any kind as plain fields."""
    if isinstance(record, Event):
        return event_fields(record)
    return statement_fields(record) if isinstance(record, Statement) else assessment_fields(record)


def spell_doubts(queued: Queued, cut: float) -> list[str]:
    """Why a record stands in the queue, in words, the strongest first."""
    words = []
    if queued.clashes:
        words.append("cannot be true together with another record")
    if queued.lapsed:
        words.append("a plan whose day has passed without a word of what became of it")
    if queued.sources > 1:
        words.append(f"its thread is told by {queued.sources} independent sources")
    side = "above" if queued.confidence >= cut else "below"
    return [*words, f"confidence {queued.confidence:.2f}, {side} the cut of {cut:.2f}"]


def _thread_of(opened: Dossier, record: Record) -> ThreadPage | None:
    if not isinstance(record, Event) or not record.thread:
        return None
    return ThreadPage.load(opened, opened.thread(record.thread))


def _shown(opened: Dossier, record: Record) -> Sequence[Record]:
    records = opened.records_of(record.document)
    return (*records.events, *records.statements, *records.assessments)


def _cut(text: str, record: Record) -> tuple[str, str, str, str, str]:
    """The record's words with their surroundings, parted at the trigger."""
    (start, end), (first, last) = record.span, (record.span[1], record.span[1])
    if isinstance(record, Event) and start <= record.trigger_span[0] <= record.trigger_span[1] <= end:
        first, last = record.trigger_span
    return _after_word(text, start), text[start:first], text[first:last], text[last:end], _until_word(text, end)


def _after_word(text: str, end: int) -> str:
    """What stands before, from the beginning of a word on, with an ellipsis where the text goes on."""
    before = text[max(0, end - AROUND) : end]
    if end <= AROUND:
        return before
    cut = before.find(" ") + 1
    return f"…{before[cut:]}"


def _until_word(text: str, start: int) -> str:
    """What stands behind, to the end of a word."""
    after = text[start : start + AROUND]
    if start + AROUND >= len(text):
        return after
    cut = after.rfind(" ")
    return f"{after[:cut] if cut > 0 else after}…"


def _near(opened: Dossier, record: Record) -> tuple[Thread, ...]:
    """Threads of the same sides within some days, for joining by a press of a button."""
    if not isinstance(record, Event) or not record.actors:
        return ()
    first, last = bounds_of(record.date)
    if first is None or last is None:
        return ()
    codes = sorted({*record.actors, *record.recipients})
    wanted = Filters(
        pair=(codes[0], codes[1]) if len(codes) > 1 else None, actor=codes[0] if len(codes) == 1 else "",
        since=(first - timedelta(DAYS)).isoformat(), until=(last + timedelta(DAYS)).isoformat(), limit=MOST_NEAR + 1,
    )  # fmt: skip
    return tuple(thread for thread in opened.threads(wanted) if thread.id != record.thread)[:MOST_NEAR]
