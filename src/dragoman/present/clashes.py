"""A contradiction in one line: of whom it tells, and for each side what it says, who vouches for that, and where.

Contradictions and their dossier in, words and fields out; no side is ever told without its voice.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, SourceDocument
from dragoman.present.fields import Fields, contradiction_fields
from dragoman.present.wording import spell_page, spell_sides, spell_voice
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import spell


@dataclass(frozen=True, slots=True)
class ClashSide:
    """One side.

    Attributes:
        value: what it says.
        who: in whose words and where: "says the author, Dawn, 4 October 2012", "a fact known from ...".
        document: where the words stand; `record`: theirs; both "" for a fact.
    """

    value: str
    who: str
    document: str = ""
    record: str = ""


@dataclass(frozen=True, slots=True)
class ToldClash:
    """One contradiction with both sides; `what` is the event of the first: "CONSULT RUS -> PAK"."""

    found: Contradiction
    what: str
    sides: tuple[ClashSide, ClashSide]

    def fields(self) -> Fields:
        """The plain fields, with who says what."""
        first, second = self.sides
        return {**contradiction_fields(self.found), "what": self.what, "who_a": first.who, "who_b": second.who}


def tell_clashes(opened: Dossier, found: Iterable[Contradiction]) -> tuple[ToldClash, ...]:
    """Each with its two sides, in the same order."""
    kept = tuple(found)
    events = {id: event for one in kept for id in one.records if isinstance(event := opened.find(id)[0], Event)}
    sources = opened.sources_of({event.document for event in events.values()}) if events else {}
    return tuple(_tell(one, events, sources) for one in kept)


def _tell(
    one: Contradiction, events: Mapping[str, Event], sources: Mapping[str, SourceDocument]
) -> ToldClash:
    told = [events[id] for id in one.records]
    sides = [_tell_side(value, event, sources[event.document]) for value, event in zip(one.values, told, strict=False)]
    if len(sides) == 1:
        sides.append(ClashSide(one.values[1], f"a fact known from {one.source}"))
    return ToldClash(one, f"{told[0].type} {spell_sides(told[0])}", (sides[0], sides[1]))


def _tell_side(value: str, event: Event, page: SourceDocument) -> ClashSide:
    voice = "the author" if event.voice == "author" else spell_voice(event.voice)
    where = ", ".join(filter(None, (spell_page(page), spell(page.published) if page.published else "")))
    said = "did not happen" if value == "denied" else value
    return ClashSide(said, f"says {voice}, {where}", event.document, event.id)
