"""Sentences of our own writing, scored as a whole: floors that may only rise, and sentences that hold no event.

A case counts as found if a record's trigger touches the expected one and type, status and both sides agree.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

from dragoman.extract.records import extract_records
from dragoman.language.mentions import find_mentions
from dragoman.language.pipeline import load_pipeline
from dragoman.model.document import Document, Part
from dragoman.model.records import Event
from dragoman.vocab.world import load_world

CASES = Path(__file__).parents[1] / "data" / "event_cases.tsv"
TRIGGER_FLOOR = 95
TYPE_FLOOR = 93
FULL_FLOOR = 84
FALSE_CEILING = 1
"""How many sentences marked "none" may yet yield a confident event; may only fall."""
CONFIDENT = 0.5


class Expected(NamedTuple):
    """One expected event of a case."""

    type: str
    status: str
    actors: frozenset[str]
    recipients: frozenset[str]
    trigger: str


@cache
def _cases() -> list[tuple[list[Expected], tuple[Event, ...]]]:
    world = load_world()
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    docs = [
        Document(id=f"d-{number}", name="x", text=text, parts=(Part("body", 0, len(text)),), sha256="", file="", reader="",
                 published=day, published_basis="stated", language="en")
        for number, (text, day, _) in enumerate(rows)
    ]  # fmt: skip
    analyses = load_pipeline().analyse(docs, lambda doc, an: find_mentions(doc, an, world))
    return [
        (_read(row[2]), extract_records(doc, an, world).events) for row, doc, an in zip(rows, docs, analyses, strict=True)
    ]


def _read(field: str) -> list[Expected]:
    found = []
    for part in [] if field == "none" else field.split(" ; "):
        kind, status, sides, trigger = part.split(" ", 3)
        actors, recipients = (frozenset(side.split(",")) - {""} for side in sides.split(">"))
        found.append(Expected(kind, status, actors, recipients, trigger))
    return found


def _pairs() -> list[tuple[Expected, Event]]:
    """Expected events with the record at their trigger, each record once."""
    found = []
    for expected, events in _cases():
        left = list(events)
        for want in expected:
            got = next((event for event in left if event.trigger in want.trigger or want.trigger in event.trigger), None)
            if got is not None:
                left.remove(got)
                found.append((want, got))
    return found


def _agrees(want: Expected, got: Event) -> bool:
    sides = (frozenset(got.actors), frozenset(got.recipients)) == (want.actors, want.recipients)
    return sides and (got.type, got.status) == (want.type, want.status)


def test_triggers_found_do_not_fall() -> None:
    assert len(_pairs()) >= TRIGGER_FLOOR


def test_types_right_do_not_fall() -> None:
    assert sum(want.type == got.type for want, got in _pairs()) >= TYPE_FLOOR


def test_events_right_in_type_status_and_sides_do_not_fall() -> None:
    assert sum(_agrees(want, got) for want, got in _pairs()) >= FULL_FLOOR


def test_sentences_without_event_yield_none() -> None:
    wrong = [
        event.quote for expected, events in _cases() if not expected for event in events if event.confidence >= CONFIDENT
    ]
    assert len(wrong) <= FALSE_CEILING, wrong
