"""The life of a plan in a line or two: what was told of it, when, by whom. Records of one thread in, phrases out.

A text that says the same twice is one step; texts that say the same one after the other share one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.records import Event
from dragoman.present.brief.material import Material, SourceFacts
from dragoman.present.brief.quoting import clip
from dragoman.present.wording import spell_status
from dragoman.text.edtf import overlaps, sort_key, spell

MOST_STEPS = 7
"""Steps of one life that are shown: the first and the last ones."""
FIRST_STEPS = 3
_AHEAD = ("planned", "proposed", "possible")


@dataclass(frozen=True, slots=True)
class Step:
    """What one or more texts say of a plan, one after the other; `date` is for when they have it."""

    status: str
    voice: str
    date: str
    events: tuple[Event, ...]

    def takes(self, event: Event) -> bool:
        """Whether an event says the same as this step."""
        return (self.status, self.voice, self.date) == (event.status, event.voice, event.date)


def find_steps(events: Sequence[Event], material: Material) -> list[Step]:
    """The steps in the order in which they were told."""
    steps: list[Step] = []
    for event in sorted(_leave_out_repeats(events), key=lambda event: _order(event, material)):
        if steps and steps[-1].takes(event):
            steps[-1] = Step(event.status, event.voice, event.date, (*steps[-1].events, event))
        else:
            steps.append(Step(event.status, event.voice, event.date, (event,)))
    return steps


def spell_life(steps: Sequence[Step], material: Material) -> list[str]:
    """Each step in words; of very many the first and the last ones, with "…" between."""
    phrases = [spell_step(step, material) for step in steps]
    if len(phrases) <= MOST_STEPS:
        return phrases
    return [*phrases[:FIRST_STEPS], "…", *phrases[FIRST_STEPS - MOST_STEPS :]]


def spell_step(step: Step, material: Material) -> str:
    """One step: "planned, says a spokesman, for September 2012 (The Gazette, 13 April 2012)"."""
    claim = step.voice != "author"
    due = f"{',' if claim else ''} for {spell(step.date)}" if step.date and step.status in _AHEAD else ""
    texts = dict.fromkeys(spell_text(material.sources[event.document]) for event in step.events)
    return f"{spell_status(step.status, clip(step.voice, 60))}{due} ({'; '.join(texts)})"


def spell_text(source: SourceFacts) -> str:
    """A text by its outlet and day: "The Gazette, 13 April 2012"."""
    return ", ".join(filter(None, (clip(source.teller, 60), spell(source.published) if source.published else "")))


def _leave_out_repeats(events: Sequence[Event]) -> list[Event]:
    """Of each text each status once: of a plan the word that gives a date, else the text's own before a speaker's.

    A second date is a step of its own, and what was put off or called off need not be said not to have happened.
    """
    kept: dict[tuple[str, str], list[Event]] = {}
    for event in sorted(events, key=_telling):
        shelf = kept.setdefault((event.document, event.status), [])
        if not shelf or _is_moved(event, shelf):
            shelf.append(event)
    off = {document for document, status in kept if status in ("postponed", "cancelled")}
    return [event for (id, status), shelf in kept.items() for event in shelf if status != "denied" or id not in off]


def _telling(event: Event) -> tuple[bool, bool, tuple[int, int]]:
    return event.status in _AHEAD and not event.date, event.voice != "author", event.trigger_span


def _is_moved(event: Event, shelf: Sequence[Event]) -> bool:
    """Whether an event gives a plan another time than its text has given it before."""
    dates = [other.date for other in shelf if other.date]
    return event.status in _AHEAD and bool(event.date and dates) and not any(overlaps(event.date, d) for d in dates)


def _order(event: Event, material: Material) -> tuple[str, str, tuple[int, int]]:
    return sort_key(material.told(event)), event.document, event.trigger_span
