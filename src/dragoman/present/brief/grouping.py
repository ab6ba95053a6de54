"""Puts the records that tell of the same event into one group: same type, sides, outcome, people, and a common date.

Events in, groups out. A cautious rule for the brief's lines, not the resolution of threads across a dossier.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain
from math import log2
from typing import Literal

from dragoman.model.records import Event
from dragoman.present.brief.kinds import weigh_kind
from dragoman.text.edtf import Bounds, bounds_of
from dragoman.text.names import same_person

Outcome = Literal["happened", "ahead", "off"]
_OUTCOMES: dict[str, Outcome] = {
    "happened": "happened",
    "planned": "ahead",
    "proposed": "ahead",
    "possible": "ahead",
    "postponed": "off",
    "cancelled": "off",
    "denied": "off",
}
_STATUS_WEIGHTS = {
    "happened": 1.0,
    "postponed": 1.0,
    "cancelled": 1.0,
    "planned": 0.9,
    "denied": 0.7,
    "proposed": 0.6,
    "possible": 0.5,
}
WIDEST = 45
"""Days: two dates that merely overlap count as one event only if the wider is no wider than this."""
WIDEST_NAMELESS = 7
"""The same where no person is named in both."""
MEETING = "CONSULT"
"""Its records in one text are of one meeting if dates and people allow it, as "the talks lasted an hour" is."""
SAME_WORDS = 0.75
"""Share of common words from which two quotes are copies; a line of 12 words may differ in one or two."""
FEWEST_WORDS = 5
COMPARED = 4
"""Events of a group that newcomers are compared with: its closest dates; more cost time and changed no line."""
MOST_TELLINGS = 8
"""More texts than these make nothing weightier."""
UNKNOWN = 100_000


@dataclass(frozen=True, slots=True)
class Group:
    """Records of one event with one outcome; `events[0]` tells it best: the author's voice, the closest date."""

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
        """Everybody named as taking part, each once, in the longest spelling."""
        found: list[str] = []
        for name in (name for event in self.events for name in event.people):
            match = next((i for i, other in enumerate(found) if same_person(name, other)), None)
            if match is None:
                found.append(name)
            elif len(name) > len(found[match]):
                found[match] = name
        return tuple(found)

    @property
    def tellings(self) -> int:
        """How many texts tell it in words of their own; copies of one sentence count once."""
        quotes: list[str] = []
        told: set[str] = set()
        for event in self.events:
            if len(quotes) == MOST_TELLINGS:
                break
            if event.document not in told and not any(has_same_words(event.quote, other) for other in quotes):
                told.add(event.document)
                quotes.append(event.quote)
        return len(quotes)

    @property
    def confidence(self) -> float:
        """That of its surest record."""
        return max(event.confidence for event in self.events)

    @property
    def weight(self) -> float:
        """How much it matters: type x status x confidence x number of tellings, less for what is vague.

        Confidence counts squared, so that a doubtful attack does not stand above a sure visit.
        """
        best = self.best
        kind = weigh_kind(best.type, best.mode, mutual=not best.recipients)
        told = _STATUS_WEIGHTS[best.status] * (0.6 if self.is_claim else 1.0)
        width = date_width(best.date)
        known = 0.7 + 0.1 * bool(self.people) + 0.05 * (width <= WIDEST) + 0.15 * (width <= WIDEST_NAMELESS)
        return kind * told * self.confidence**2 * (1 + 0.3 * log2(self.tellings)) * known


def group_events(events: Sequence[Event]) -> list[Group]:
    """Groups of the events, by the place of their first record in the input."""
    order = {event.id: place for place, event in enumerate(events)}
    shelves: dict[tuple[str, frozenset[str], Outcome], _Shelf] = {}
    for event in sorted(events, key=lambda e: (date_width(e.date), order[e.id])):
        sides = frozenset((*event.actors, *event.recipients))
        shelves.setdefault((event.type, sides, _OUTCOMES[event.status]), _Shelf()).add(event)
    groups = [growing.events for shelf in shelves.values() for growing in shelf.groups]
    made = [Group(tuple(sorted(group, key=lambda e: _rank(e, order[e.id])))) for group in groups]
    return sorted(made, key=lambda group: min(order[event.id] for event in group.events))


@dataclass(slots=True)
class _Growing:
    """A group while it grows; its first events are what newcomers are compared with."""

    events: list[Event] = field(default_factory=list)
    directions: set[frozenset[str]] = field(default_factory=set)
    people: dict[str, None] = field(default_factory=dict)
    documents: set[str] = field(default_factory=set)

    def takes(self, event: Event) -> bool:
        """Whether an event is the same as one of the group's, and at odds with none over direction or people."""
        alike = [other for other in self.events[:COMPARED] if is_same_event(event, other)]
        if any(has_same_words(event.quote, other.quote) for other in alike):
            return True
        if event.recipients and self.directions - {frozenset(event.actors)}:
            return False
        return bool(alike) and share_people(event.people, tuple(self.people)) is not False

    def add(self, event: Event) -> None:
        """Take the event in."""
        self.events.append(event)
        self.documents.add(event.document)
        self.people.update(dict.fromkeys(event.people))
        if event.recipients:
            self.directions.add(frozenset(event.actors))


@dataclass(slots=True)
class _Shelf:
    """Groups of one type, the same sides and one outcome, found by month, document, thread, or edges of the quote."""

    groups: list[_Growing] = field(default_factory=list)
    index: dict[tuple[str, str], list[_Growing]] = field(default_factory=dict)

    def add(self, event: Event) -> None:
        """Put the event into the first group that takes it, one of its own text before others, else into a new one."""
        keys = list(_keys(event))
        near = [growing for key in keys for growing in self.index.get(key, ())]
        own = (growing for growing in near if event.document in growing.documents)
        home = next((growing for growing in chain(own, near) if growing.takes(event)), None)
        if home is None:
            home = _Growing()
            self.groups.append(home)
        home.add(event)
        if len(home.events) <= COMPARED:
            for key in keys:
                known = self.index.setdefault(key, [])
                if home not in known[-COMPARED:]:
                    known.append(home)


def _keys(event: Event) -> Iterator[tuple[str, str]]:
    """Under what an event can meet another telling of itself."""
    first, last = bounds_of_date(event.date)
    if first and last and (last - first).days <= WIDEST:
        middle = first + (last - first) / 2
        yield from (("month", month) for month in dict.fromkeys(f"{day:%Y-%m}" for day in (first, middle, last)))
    if not event.date or event.people or event.type == MEETING:
        yield "document", event.document
    if event.thread:
        yield "thread", event.thread
    words = event.quote.casefold().split()
    if len(words) >= FEWEST_WORDS:
        yield "begins", " ".join(words[:3])
        yield "ends", " ".join(words[-3:])


@lru_cache(maxsize=4096)
def bounds_of_date(value: str) -> Bounds:
    """First and last day of an EDTF date; the same dates are asked for over and over."""
    return bounds_of(value)


def is_same_event(a: Event, b: Event) -> bool:
    """Whether two records can be taken for the same event with the same outcome."""
    if a.type != b.type or _OUTCOMES[a.status] != _OUTCOMES[b.status] or not has_same_sides(a, b):
        return False
    if "denied" in (a.status, b.status) and a.status != b.status:
        return False
    return has_same_words(a.quote, b.quote) or is_same_occasion(a, b)


def has_same_words(a: str, b: str) -> bool:
    """Whether two quotes are copies of one sentence, small changes allowed, as a reprint makes them."""
    left, right = _words(a), _words(b)
    return len(left & right) >= SAME_WORDS * len(left | right) and min(len(left), len(right)) >= FEWEST_WORDS


@lru_cache(maxsize=4096)
def _words(quote: str) -> frozenset[str]:
    return frozenset(quote.casefold().split())


def is_same_occasion(a: Event, b: Event) -> bool:
    """Whether people and dates allow two records of one type and the same sides to be of one occasion."""
    people = share_people(a.people, b.people)
    if people is False:
        return False
    if a.thread and a.thread == b.thread:
        return True
    if a.date and b.date:
        widest = max(date_width(a.date), date_width(b.date))
        one_meeting = a.type == MEETING and a.document == b.document
        return can_overlap(a.date, b.date) and widest <= (WIDEST if people or one_meeting else WIDEST_NAMELESS)
    return a.document == b.document and (people is True or (not a.date and not b.date))


def share_people(a: tuple[str, ...], b: tuple[str, ...]) -> bool | None:
    """Whether two lists name a person in common; None when one of them names nobody."""
    if not a or not b:
        return None
    return any(same_person(x, y) for x in a for y in b)


def can_overlap(left: str, right: str) -> bool:
    """Whether two given dates can be the same time."""
    (a, b), (c, d) = bounds_of_date(left), bounds_of_date(right)
    return (a is None or d is None or a <= d) and (c is None or b is None or c <= b)


def date_width(date: str) -> int:
    """Days that a date may mean; very many for an open or missing one."""
    first, last = bounds_of_date(date)
    return (last - first).days + 1 if first and last else UNKNOWN


def has_same_sides(a: Event, b: Event) -> bool:
    """Whether the same parties stand on the same sides; a mutual record agrees with either direction."""
    if {*a.actors, *a.recipients} != {*b.actors, *b.recipients}:
        return False
    directed = a.recipients and b.recipients
    return not directed or set(a.actors) == set(b.actors)


def _rank(event: Event, place: int) -> tuple[bool, int, float, int]:
    return event.voice != "author", date_width(event.date), -event.confidence, place
