"""Puts the records of one thread that tell one outcome into one group: it happened, lies ahead, or came to nothing.

Events and threads in, groups out. Which records are of one event is the business of `resolve`; nothing is joined here.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2
from typing import Literal

from dragoman.model.records import Event, Status
from dragoman.model.resolution import Standing, Thread
from dragoman.present.brief.kinds import weigh_kind
from dragoman.text.edtf import bounds_of, overlaps
from dragoman.text.names import same_person

Outcome = Literal["happened", "ahead", "off"]
_OUTCOMES: dict[Status, Outcome] = {
    "happened": "happened",
    "planned": "ahead",
    "proposed": "ahead",
    "possible": "ahead",
    "postponed": "off",
    "cancelled": "off",
    "denied": "off",
}
_STANDINGS: dict[Status, Standing] = {
    "happened": "happened",
    "planned": "planned",
    "proposed": "proposed",
    "possible": "possible",
    "postponed": "postponed",
    "cancelled": "cancelled",
    "denied": "did not happen",
}
"""What a text's own word comes to, for an event that no thread holds."""
_CLAIMED: dict[Status, Standing] = {"happened": "claimed", "denied": "disputed"}
_STATUS_WEIGHTS = {
    "happened": 1.0,
    "postponed": 1.0,
    "cancelled": 1.0,
    "planned": 0.9,
    "denied": 0.7,
    "proposed": 0.6,
    "possible": 0.5,
}
WIDE, NARROW = 45, 7
"""Days: a date no wider than these tells when it was; of a wider one an event weighs less."""
MEETING = "CONSULT"
MOST_SOURCES = 8
"""More independent sources than these make nothing weightier."""
_UNKNOWN = 100_000


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one thread with one outcome; `events[0]` tells it best: author's voice, news, closest date."""

    thread: Thread
    events: tuple[Event, ...]

    @property
    def best(self) -> Event:
        """The record that tells it best."""
        return self.events[0]

    @property
    def outcome(self) -> Outcome:
        """Whether it happened, lies ahead, or was put off, called off or denied."""
        return _OUTCOMES[self.best.status]

    @property
    def is_claim(self) -> bool:
        """Whether no text vouches for it in its own voice."""
        return all(event.voice != "author" for event in self.events)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody named as taking part."""
        return gather_people(self.events)

    @property
    def date(self) -> str:
        """When it was: the thread's date where a record of the group gives it and the best one allows it."""
        own, known = self.best.date, self.thread.date
        given = any(event.date == known for event in self.events)
        return known if own and known and given and overlaps(own, known) else own

    @property
    def sources(self) -> int:
        """How many independent sources tell of the thread."""
        return self.thread.sources

    @property
    def confidence(self) -> float:
        """That of its surest record."""
        return max(event.confidence for event in self.events)

    @property
    def weight(self) -> float:
        """How much it matters: type x status x confidence x independent sources, less for what is vague.

        Confidence counts squared, so that a doubtful attack does not stand above a sure visit.
        """
        best = self.best
        kind = weigh_kind(best.type, best.mode, mutual=not best.recipients)
        told = _STATUS_WEIGHTS[best.status] * (0.6 if self.is_claim else 1.0)
        width = date_width(self.date)
        known = 0.7 + 0.1 * bool(self.people) + 0.05 * (width <= WIDE) + 0.15 * (width <= NARROW)
        return kind * told * self.confidence**2 * (1 + 0.3 * log2(min(self.sources, MOST_SOURCES))) * known


def group_events(events: Sequence[Event], threads: Mapping[str, Thread]) -> list[Group]:
    """Groups of the events, by the place of their first record in the input; an event without a thread is its own."""
    shelves: dict[tuple[str, Outcome], list[Event]] = {}
    for event in events:
        shelves.setdefault((event.thread or event.id, _OUTCOMES[event.status]), []).append(event)
    groups = []
    for (id, _), shelf in shelves.items():
        thread = threads.get(id) or _stand_in(shelf[0])
        groups.append(Group(thread, tuple(sorted(shelf, key=lambda event: _rank(event, thread)))))
    return groups


def gather_people(events: Iterable[Event]) -> tuple[str, ...]:
    """Everybody named as taking part, each once: in the fullest spelling, of equally full ones the most frequent."""
    spellings: list[dict[str, int]] = []
    for name in (name for event in events for name in event.people):
        known = next((found for found in spellings if any(same_person(name, other) for other in found)), None)
        if known is None:
            known = {}
            spellings.append(known)
        known[name] = known.get(name, 0) + 1
    return tuple(max(found, key=lambda name: (len(name.split()), found[name], len(name), name)) for found in spellings)


def share_people(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    """Whether two lists name a person in common; None when one of them names nobody."""
    if not a or not b:
        return None
    return any(same_person(x, y) for x in a for y in b)


def date_width(date: str) -> int:
    """Days that a date may mean; very many for an open or missing one."""
    first, last = bounds_of(date)
    return (last - first).days + 1 if first and last else _UNKNOWN


def has_same_sides(a: Event, b: Event) -> bool:
    """Whether the same parties stand on the same sides; a mutual record agrees with either direction."""
    if {*a.actors, *a.recipients} != {*b.actors, *b.recipients}:
        return False
    directed = a.recipients and b.recipients
    return not directed or set(a.actors) == set(b.actors)


def _rank(event: Event, thread: Thread) -> tuple[bool, bool, bool, int, float, str]:
    """The author's word first, then news, then what agrees with the thread's date, the closest date, the surest."""
    strays = bool(event.date and thread.date) and not overlaps(event.date, thread.date)
    return event.voice != "author", event.background, strays, date_width(event.date), -event.confidence, event.id


def _stand_in(event: Event) -> Thread:
    """The thread of an event that stands alone."""
    claim = event.voice != "author"
    standing = _CLAIMED.get(event.status) if claim else None
    return Thread(
        id=event.id,
        type=event.type,
        actors=event.actors,
        recipients=event.recipients,
        records=(event.id,),
        date=event.date,
        place=event.place,
        people=event.people,
        standing=standing or _STANDINGS[event.status],
        background=event.background,
        confidence=event.confidence,
    )
