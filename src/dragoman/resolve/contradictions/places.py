"""Places that cannot both be true: one meeting at one time in two cities, or in two states.

In: the tellings of a thread. Out: contradictions. A city agrees with its state; a visit passes through several cities
of its host; a name that the tables do not know is no ground.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.occasions import same_act
from dragoman.resolve.contradictions.pairing import group_by_value, pair_values
from dragoman.resolve.contradictions.tellings import (
    Telling,
    build,
    one_occasion,
    same_outcome,
    share_person,
    told_within,
)
from dragoman.text.edtf import overlaps
from dragoman.vocab.places import Place, load_places
from dragoman.vocab.states import load_states

CITIES = frozenset({"city", "capital"})
_LEADS = frozenset({"in", "at", "to", "near", "outside", "visited", "visits", "visit", "reached", "into"})
_AFTER_LEAD = re.compile(r"\b(?:in|at) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
_LONGEST = 2000
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Locus:
    """A place as the tables know it: `city` in one form, "" for a state; `states` in which it may lie."""

    city: str
    states: frozenset[str]


def find_place_clashes(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of the places in which an act is told to have happened."""
    placed = [t for t in tellings if t.outcome in ("happened", "planned")]
    for pair, values, reason in pair_values(group_by_value(placed, place_of), _clash):
        yield build("place", thread, pair, values, reason)


def read_locus(name: str) -> Locus | None:
    """The place of a name, None if the tables do not know it or it is no city and no state.

    Example:
        >>> read_locus("Islamabad").city, sorted(read_locus("Pakistan").states)
        ('Islamabad', ['PAK'])
    """
    cities = [row for row in load_places().by_name(name) if row.kind in CITIES] or _capital(name)
    if cities:
        return Locus(cities[0].names[0] if cities[0].names else cities[0].name, frozenset(row.state for row in cities))
    if load_places().by_name(name) or load_places().disputed_by_name(name):
        return None
    states = [hit.row.state.code for hit in load_states().hits(name) if hit.row.kind == "name" and not hit.doubtful]
    return Locus("", frozenset(states)) if states else None


def _capital(name: str) -> list[Place]:
    """The capital that "the Brazilian capital" means, none for any other name."""
    if not name.casefold().endswith(" capital"):
        return []
    codes = {hit.row.state.code for hit in load_states().hits(name[: -len(" capital")]) if not hit.doubtful}
    return [row for row in _capitals() if row.state in codes] if len(codes) == 1 else []


@cache
def _capitals() -> tuple[Place, ...]:
    return tuple(row for row in load_places().places if row.kind == "capital")


def differ(a: Locus, b: Locus) -> bool:
    """Whether one act cannot be in both."""
    if a.city and b.city:
        return a.city != b.city
    return not a.states & b.states


def place_of(telling: Telling) -> str:
    """The place that the quote itself names after a word of place; without a field, the only city so named."""
    event = telling.event
    if event.place:
        return event.place if _led(event.quote, event.place) else ""
    found = [m.group(1) for m in _AFTER_LEAD.finditer(event.quote[:_LONGEST])]
    cities = {name for name in found if (locus := read_locus(name)) and locus.city}
    return cities.pop() if len(cities) == 1 else ""


def _led(quote: str, place: str) -> bool:
    """Whether the place stands in the quote after a word of place, "the" between them or not."""
    words, name = _WORD.findall(quote[:_LONGEST]), _WORD.findall(place)
    for at in range(1, len(words) - len(name) + 1):
        if words[at : at + len(name)] == name:
            before = [word.lower() for word in words[max(at - 2, 0) : at]]
            if before[-1] in _LEADS or before[-1] == "the" and before[0] in _LEADS:
                return True
    return False


def _clash(a: Telling, b: Telling) -> str:
    if not same_outcome(a, b) or a.is_kind("recurring") or b.is_kind("recurring"):
        return ""
    here, there = place_of(a), place_of(b)
    one, other = read_locus(here), read_locus(there)
    if one is None or other is None or not differ(one, other) or _passes_through(a, b, one, other):
        return ""
    if _names_place(b, here) or _names_place(a, there):
        return ""
    in_cities = bool(one.city and other.city)
    told_as_one = one_occasion(a, b) or in_cities and (one_ceremony(a, b) or _one_stroke(a, b))
    if not _one_time(a, b) or not told_as_one:
        return ""
    return "one act at one time cannot be in both places"


def _one_stroke(a: Telling, b: Telling) -> bool:
    """One act of one day in other words: a capture, a signing; of strikes there may be several on a day."""
    return a.is_kind("once") and b.is_kind("once") and not a.is_kind("kin-strike") and same_act(a, b, "place")


def _names_place(telling: Telling, place: str) -> bool:
    """Whether the quote has the name as whole words: "Iranian" does not name Iran."""
    words = " ".join(_WORD.findall(telling.event.quote))
    return f" {' '.join(_WORD.findall(place))} " in f" {words} "


def _passes_through(a: Telling, b: Telling, one: Locus, other: Locus) -> bool:
    """A visit leads through several cities of one state."""
    return bool(one.states & other.states) and (a.is_kind("lasting") or b.is_kind("lasting"))


def one_ceremony(a: Telling, b: Telling) -> bool:
    """The same sides on the same day, told in whatever words: a meeting of the same persons, or a signing.

    Two states seldom sign papers in two cities on one day.
    """
    same = (set(a.event.actors), set(a.event.recipients)) == (set(b.event.actors), set(b.event.recipients))
    day = bool(a.on) and a.on == b.on and a.days[0] == a.days[1]
    several = len({*a.event.actors, *a.event.recipients}) > 1
    if not (same and day and several and a.event.type == b.event.type):
        return False
    persons = share_person(a.event, b.event)
    if a.is_kind("kin-meet") and b.is_kind("kin-meet"):
        return persons
    return _is_signing(a) and _is_signing(b) and (persons or not (a.event.people and b.event.people))


def _is_signing(telling: Telling) -> bool:
    """Whether it is told as a binding paper put to hands, not as a mere accord."""
    return telling.event.type in ("SUPPORT", "AGREE") and telling.is_kind("once") and telling.is_kind("kin-sign")


def _one_time(a: Telling, b: Telling) -> bool:
    """The same day by the words, or one of the two undated and both told at one time."""
    if a.on and b.on:
        widths = [(last - first).days for first, last in (a.days, b.days) if first and last]
        return len(widths) == 2 and max(widths) <= 7 and overlaps(a.on, b.on)
    return told_within(a, b, 2)
