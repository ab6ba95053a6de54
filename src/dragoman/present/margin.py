"""What stands in the margin of a text: its records in text order, each with its words' place, sides and status.

Records in, plain fields and marks out; the rows are the table of the reader's page and its CSV.
"""

from dragoman.model.records import Assessment, Event, Records, Statement
from dragoman.present.explaining import spell_level
from dragoman.present.fields import Fields
from dragoman.present.segments import Mark
from dragoman.present.wording import spell_status, spell_voice
from dragoman.text.edtf import spell


def in_text_order(records: Records) -> list[Event | Statement | Assessment]:
    """All records by their place, the longer ones first where several begin."""
    every: list[Event | Statement | Assessment] = [*records.events, *records.statements, *records.assessments]
    return sorted(every, key=lambda record: (record.span[0], -record.span[1], record.id))


def margin_fields(record: Event | Statement | Assessment) -> Fields:
    """One record as a row; `readable` is the status with its voice, or what else the record says, with who says it."""
    kind, what, readable, actors, recipients = _say(record)
    return {
        "kind": kind, "id": record.id, "start": record.span[0], "end": record.span[1], "what": what,
        "readable": readable, "status": record.status if isinstance(record, Event) else "", "voice": record.voice,
        "actors": actors, "recipients": recipients, "date": record.date, "readable_date": spell(record.date),
        "confidence": record.confidence, "thread": record.thread if isinstance(record, Event) else "",
        "quote": record.quote,
    }  # fmt: skip


def mark_of(record: Event | Statement | Assessment, *, shown: bool = True) -> Mark:
    """The words of a record as a mark of its kind; of one that is not shown, only the place that addresses lead to."""
    if not shown:
        return Mark(*record.span, "", anchor=record.id)
    return Mark(*record.span, type(record).__name__.lower(), record.id, record.id)


def _say(record: Event | Statement | Assessment) -> tuple[str, str, str, list[str], list[str]]:
    """Kind, what it is, in whose words, and both sides."""
    if isinstance(record, Event):
        readable = spell_status(record.status, record.voice)
        return "event", record.type, readable, list(record.actors), list(record.recipients)
    if isinstance(record, Statement):
        what = "foretells" if record.foretells else "says"
        return "statement", what, record.speaker, [record.speaker_actor] if record.speaker_actor else [], []
    voice = "the author" if record.voice == "author" else spell_voice(record.voice)
    readable = f"{spell_level(record)}, says {voice}"
    return "assessment", "relation", readable, list(record.parties), []
