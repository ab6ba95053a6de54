"""One thread as people read it: what it comes to, its life step by step, and what in it cannot both be true.

A dossier and a thread in, lines and fields out; nothing is printed here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction, SourceDocument, Step, Thread
from dragoman.present.escaping import for_terminal
from dragoman.present.fields import Fields, contradiction_fields, step_fields, thread_fields
from dragoman.present.wording import spell_page, spell_reason, spell_sides, spell_status, spell_told
from dragoman.record.dossier import Dossier
from dragoman.text.edtf import spell

STEP_COLUMNS = ("told", "date", "status", "outlet", "record", "quote")
SHORT_ID = 12


@dataclass(frozen=True, slots=True)
class ThreadPage:
    """A thread with its events, their pages, its life and its contradictions."""

    thread: Thread
    events: Mapping[str, Event]
    sources: Mapping[str, SourceDocument]
    steps: tuple[Step, ...]
    contradictions: tuple[Contradiction, ...]

    @staticmethod
    def load(opened: Dossier, thread: Thread) -> "ThreadPage":
        """All that belongs to a thread of an open dossier."""
        from dragoman.flow.steps import load_resolve_tools

        tools = load_resolve_tools()
        events = opened.events_of_thread(thread.id)
        sources = opened.sources_of(event.document for event in events)
        steps = tuple(tools.tell_life([tools.tell(event, sources[event.document], "") for event in events]))
        found = tuple(opened.contradictions_of_thread(thread.id))
        return ThreadPage(thread, {event.id: event for event in events}, sources, steps, found)

    def fields(self) -> Fields:
        """Everything as plain fields."""
        clashes = [contradiction_fields(one) for one in self.contradictions]
        return {**thread_fields(self.thread), "life": list(self.step_fields()), "contradictions": clashes}

    def step_fields(self) -> Iterator[Fields]:
        """All steps in time order."""
        return (step_fields(step, spell_page(self.sources[step.document])) for step in self.steps)

    def step_rows(self, everything: bool) -> Iterator[Fields]:
        """Steps for a table; those that only repeat an earlier one if `everything` is asked for."""
        for step in self.steps:
            if everything or not step.repeats:
                yield {"told": spell(step.told), "date": spell(step.date),
                       "status": spell_status(step.status, step.voice),
                       "outlet": spell_page(self.sources[step.document]), "record": step.record[:SHORT_ID],
                       "quote": step.quote}  # fmt: skip

    def head_lines(self) -> list[str]:
        """What the thread is and what it comes to."""
        thread = self.thread
        facts = {
            "standing": f"{thread.standing}{f': {spell_reason(thread)}' if thread.reason else ''}",
            "dissent": "; ".join(thread.dissent), "date": spell(thread.date), "place": thread.place,
            "people": ", ".join(thread.people), "told by": spell_told(thread),
            "sure": f"confidence {thread.confidence:.2f}",
        }  # fmt: skip
        lines = [f"Thread {thread.id}: {thread.type} {spell_sides(thread)}"]
        return lines + [f"{key:<9}{for_terminal(value)}" for key, value in facts.items() if value]

    def contradiction_lines(self) -> list[str]:
        """What cannot both be true, under a heading."""
        lines = [contradiction_lines(one, self.events, self.sources) for one in self.contradictions]
        return ["Cannot both be true", *(line for some in lines for line in some)]


def contradiction_lines(
    one: Contradiction, events: Mapping[str, Event], sources: Mapping[str, SourceDocument]
) -> list[str]:
    """What clashes and why, then each side with who says it and in which words."""
    lines = [f"{one.id}  {one.clash}: {for_terminal(one.reason)}"]
    for place, value in enumerate(one.values):
        if place < len(one.records):
            event = events[one.records[place]]
            status, page = spell_status(event.status, event.voice), spell_page(sources[event.document])
            who = f'{status}, in {page}, {event.id[:SHORT_ID]}: "{event.quote}"'
        else:
            who = f"known from {one.source}"
        lines.append(f"    {for_terminal(value)}: {for_terminal(who)}")
    return lines
