"""One record in words: what it is, its fields, the text around its quote, and how each field came about.

A record and its document in, plain text and fields out; escaping for a medium is the business of whoever shows it.
"""

from dataclasses import dataclass

from dragoman.model.document import Document
from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.cut import DEFAULT_CUT
from dragoman.present.fields import Fields, assessment_fields, event_fields, statement_fields
from dragoman.present.text_parts import blocks_of
from dragoman.present.wording import spell_sides, spell_status, spell_voice
from dragoman.record.finding import Provenance
from dragoman.text.edtf import spell

CONTEXT = 300
"""Characters of the text shown on either side of a quote."""
LONGEST_QUOTE = 2_000


@dataclass(frozen=True, slots=True)
class Passage:
    """A quote in the text around it; an ellipsis stands where the text goes on."""

    before: str
    quote: str
    after: str


def title_of(record: Event | Statement | Assessment) -> str:
    """What a record is, in one line without its status: "CONSULT RUS -> PAK"."""
    if isinstance(record, Event):
        return f"{record.type} {spell_sides(record)}"
    if isinstance(record, Statement):
        return f"{record.speaker}{f' ({record.speaker_actor})' if record.speaker_actor else ''}"
    return " ".join(record.parties)


def facts_of(record: Event | Statement | Assessment) -> dict[str, str]:
    """The fields of a record by name, in words; empty ones are left out."""
    if isinstance(record, Event):
        facts = {
            "status": spell_status(record.status, record.voice), "trigger": record.trigger,
            "people": ", ".join(record.people), "place": record.place, "mode": record.mode,
        }  # fmt: skip
    elif isinstance(record, Statement):
        facts = {"role": record.role, "mode": record.mode, "cue": record.cue}
    else:
        facts = {"says": f"{spell_level(record)}, says {spell_voice(record.voice)}"}
    facts |= {"date": spell(record.date), "sure": spell_confidence(record.confidence)}
    return {name: value for name, value in facts.items() if value}


def spell_level(record: Assessment) -> str:
    """How two sides get on, and which way that moves: "good improving"."""
    return " ".join(filter(None, (record.level, record.trend)))


def spell_confidence(confidence: float) -> str:
    """How sure a record is, and that lists leave it out where they do."""
    hidden = f", below the cut of {DEFAULT_CUT:.2f}: lists show it with --all" if confidence < DEFAULT_CUT else ""
    return f"confidence {confidence:.2f}{hidden}"


def spell_made(made: Provenance) -> str:
    """The step that made a record, and its run."""
    return f"{made.step} {made.version} in run {made.run}"


def reason_fields(record: Event | Statement | Assessment) -> list[Fields]:
    """How each field came about: the entry, the cue or the rule that decided it."""
    return [{"field": r.field, "value": r.value, "why": r.why} for r in record.reasons]


def record_fields(record: Event | Statement | Assessment) -> Fields:
    """All fields of a record by the coding manual."""
    if isinstance(record, Event):
        return event_fields(record)
    return statement_fields(record) if isinstance(record, Statement) else assessment_fields(record)


def passage_of(doc: Document, record: Event | Statement | Assessment) -> Passage:
    """The quote of a record, a very long one cut, with what stands around it but for names of readers who commented."""
    start, end = record.span
    naming = [block for block in blocks_of(doc) if block.names_reader]
    first = max([start - CONTEXT, 0, *(block.end for block in naming if block.end <= start)])
    last = min([end + CONTEXT, len(doc.text), *(block.start for block in naming if block.start >= end)])
    return Passage(
        before=("…" if first else "") + doc.text[first:start],
        quote=doc.text[start : min(end, start + LONGEST_QUOTE)] + ("…" if end - start > LONGEST_QUOTE else ""),
        after=doc.text[end:last] + ("…" if last < len(doc.text) else ""),
    )
