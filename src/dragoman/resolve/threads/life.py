"""Tells the life of a thread: its tellings as steps, in the order in which they became known."""

from collections.abc import Iterable

from dragoman.model.resolution import Step
from dragoman.resolve.threads.told import Telling
from dragoman.text.edtf import sort_key


def tell_life(tellings: Iterable[Telling]) -> tuple[Step, ...]:
    """Steps by day of telling, then by document and place in it; one that says nothing new is marked as a repeat."""
    steps: list[Step] = []
    seen: set[tuple[str, str, str]] = set()
    for telling in sorted(tellings, key=_order):
        event = telling.event
        said = (event.status, event.voice, event.date)
        steps.append(
            Step(
                record=event.id,
                document=event.document,
                told=telling.source.published,
                date=event.date,
                status=event.status,
                voice=event.voice,
                quote=event.quote,
                repeats=said in seen,
            )
        )
        seen.add(said)
    return tuple(steps)


def _order(telling: Telling) -> tuple[str, str, tuple[int, int], str]:
    return sort_key(telling.source.published), telling.event.document, telling.event.trigger_span, telling.event.id
