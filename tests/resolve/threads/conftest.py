"""Makes tellings out of a few words, for the tests of threads."""

from collections.abc import Callable
from typing import Any

import pytest

from dragoman.model.records import Event
from dragoman.model.resolution import SourceDocument
from dragoman.resolve.threads import Telling, tell

MakeTelling = Callable[..., Telling]


@pytest.fixture
def make() -> MakeTelling:
    """A telling by quote and trigger; ids count up; sides are given as "NOR>SWE" or "NOR+SWE"."""
    made: list[Telling] = []

    def telling(quote: str, trigger: str, sides: str, **fields: Any) -> Telling:
        actors, _, recipients = sides.partition(">")
        document = fields.pop("document", "d-1")
        source = SourceDocument(
            document, published=fields.pop("published", "2012-10-05"), outlet=fields.pop("outlet", "")
        )
        start = 1000 * len(made)
        at = quote.index(trigger)
        event = Event(
            id=fields.pop("id", f"e-{len(made):03}"),
            document=document,
            quote=quote,
            span=(start, start + len(quote)),
            trigger=trigger,
            trigger_span=(start + at, start + at + len(trigger)),
            type=fields.pop("type", "CONSULT"),
            status=fields.pop("status", "happened"),
            actors=tuple(actors.split("+")),
            recipients=tuple(recipients.split("+")) if recipients else (),
            people=tuple(fields.pop("people", ())),
            date=fields.pop("date", ""),
            voice=fields.pop("voice", "author"),
            confidence=fields.pop("confidence", 0.7),
        )
        made.append(tell(event, source, fields.pop("voice_actor", "")))
        assert not fields, fields
        return made[-1]

    return telling
