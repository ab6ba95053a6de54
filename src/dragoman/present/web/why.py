"""Everything that the desk says of one record: its words in their text, its fields and why, what people decided."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.model.document import Document
from dragoman.model.records import Assessment, Event, Statement
from dragoman.present.citing import Citation, cite
from dragoman.present.decided import spell_decision
from dragoman.present.explaining import (
    Passage,
    facts_of,
    passage_of,
    reason_fields,
    record_fields,
    spell_made,
    title_of,
)
from dragoman.present.fields import Fields
from dragoman.present.margin import margin_fields
from dragoman.record.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Why:
    """One record as a page explains it.

    Attributes:
        row: as in the margin of its text.
        title: what it is, without its status; `facts`: its fields in words.
        reasons: how each field came about.
        made: the step that made it.
        decided: what people decided on it, one sentence each.
    """

    record: Event | Statement | Assessment
    row: Fields
    title: str
    facts: Mapping[str, str]
    reasons: tuple[Fields, ...]
    made: str
    passage: Passage
    citation: Citation
    decided: tuple[str, ...]

    @staticmethod
    def load(opened: Dossier, doc: Document, record: Event | Statement | Assessment, base: str) -> "Why":
        """All of it, from an open dossier; `base` is the address of the desk."""
        from dragoman.flow.reviewing import decisions_on

        return Why(
            record, margin_fields(record), title_of(record), facts_of(record), tuple(reason_fields(record)),
            spell_made(opened.find(record.id)[1]), passage_of(doc, record),
            cite(doc, record, f"{base}document/{doc.id}#{record.id}"),
            tuple(spell_decision(reviewed) for reviewed in decisions_on(opened, record)),
        )  # fmt: skip

    def fields(self) -> Fields:
        """Everything as plain fields."""
        return {**record_fields(self.record), "made_by": self.made, "reasons": list(self.reasons),
                "decisions": list(self.decided)}  # fmt: skip
