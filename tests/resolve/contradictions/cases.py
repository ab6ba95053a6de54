"""Events and pages for the tests of contradictions, made without the language model."""

from collections.abc import Sequence

from dragoman.model.records import Event, Reason
from dragoman.model.resolution import Contradiction, SourceDocument, Thread
from dragoman.resolve.contradictions import find_contradictions
from dragoman.text.hashing import make_id


def event(quote: str, trigger: str, published: str = "2014-05-20", **fields: object) -> tuple[Event, SourceDocument]:
    """An event on a page of its own; `shown` are the words that gave the date, `cue` the cue of its status."""
    shown, cue = fields.pop("shown", ""), fields.pop("cue", "")
    date = str(fields.get("date", ""))
    document = make_id("d", [quote, published])
    at = quote.index(trigger)
    defaults: dict[str, object] = {
        "type": "CONSULT", "status": "happened", "actors": ("TUR", "IRN"), "recipients": (), "confidence": 0.8,
        "reasons": (
            Reason("actors", "", "slots subj and with: states.tsv: TUR"),
            Reason("status", "", f"{cue}: happened -> denied (status_cues.tsv:1)" if cue else "told as a fact"),
            Reason("date", date, f'day month: "{shown}"' if shown else "no time in the sentence"),
        ),
    }  # fmt: skip
    made = Event(
        id=make_id("e", [quote, published]), document=document, quote=quote, span=(0, len(quote)), trigger=trigger,
        trigger_span=(at, at + len(trigger)), **{**defaults, **fields},  # type: ignore[arg-type]
    )  # fmt: skip
    return made, SourceDocument(document, published=published)


def clashes(rows: Sequence[tuple[Event, SourceDocument]]) -> list[Contradiction]:
    """The contradictions of one thread that holds these events."""
    events = [made for made, _ in rows]
    thread = Thread("t-case", events[0].type, (), (), tuple(made.id for made in events))
    return find_contradictions(thread, events, {source.id: source for _, source in rows})
