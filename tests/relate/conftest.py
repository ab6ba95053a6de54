"""Makers of small threads, events and assessments for the relation of two invented sides."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dragoman.model.records import Assessment
from dragoman.model.relation import Act, ToldEvent
from dragoman.model.resolution import Thread
from dragoman.relate.scoring import Told

EVENT = ToldEvent("t-1", "d-1", "CONSULT", "happened", "author", "", 0.8, False, ("PAK",), ("RUS",), ("GOV",), ("UNK",))
THREAD = Thread("t-1", "CONSULT", ("PAK",), ("RUS",), ("e-1",), date="2012-10-04", confidence=1.0)


@pytest.fixture
def make_told() -> Callable[..., Told]:
    def make(events: tuple[dict[str, object], ...] = ({},), **thread: object) -> Told:
        whole = replace(THREAD, **thread)
        sides = {"type": whole.type, "actors": whole.actors, "recipients": whole.recipients}
        records = [replace(EVENT, **{**sides, **event}) for event in events]
        return Told(whole, records, {"d-1": ("2012-10-05", "2012-10-05"), "d-2": ("2012-11-01", "2012-11-03")})

    return make


@pytest.fixture
def make_act() -> Callable[..., Act]:
    def make(day: str, score: float = 2.5, **fields: object) -> Act:
        plain = Act(f"t-{day}-{score}", "PAK", "RUS", day, day, "CONSULT", "", "verbal cooperation", score)
        return replace(plain, **fields)

    return make


@pytest.fixture
def make_assessment() -> Callable[..., Assessment]:
    def make(quote: str = "warm ties", **fields: object) -> Assessment:
        plain = Assessment(f"a-{quote}", "d-1", quote, (0, len(quote)), ("PAK", "RUS"), "good", confidence=1.0)
        return replace(plain, **fields)

    return make
