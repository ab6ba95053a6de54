"""The place of a record as the tables know it: a city in one form, or a state.

In: the name of a place, or an event. Out: a `Locus`, and whether two of them can be one.
"""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.model.records import Event
from dragoman.vocab.places import Place, load_places
from dragoman.vocab.states import load_states

CITIES = frozenset({"city", "capital"})
_LEADS = frozenset({"in", "at", "to", "near", "outside", "visited", "visits", "visit", "reached", "into"})
_AFTER_LEAD = re.compile(r"\b(?:in|at) ([A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
_LONGEST = 2000
_NEAR = 100
"""Characters between an act and the city that its place is taken to be where the record has none."""
_WORD = re.compile(r"[\w’'-]+")


@dataclass(frozen=True, slots=True)
class Locus:
    """A place as the tables know it: `city` in one form, "" for a state; `states` in which it may lie."""

    city: str
    states: frozenset[str]


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


def place_of(event: Event) -> str:
    """The place that the quote itself names after a word of place; without a field, the only city so named."""
    if event.place:
        return event.place if _led(event.quote, event.place) else ""
    begin = event.trigger_span[0] - event.span[0]
    near = (m for m in _AFTER_LEAD.finditer(event.quote[:_LONGEST]) if abs(m.start() - begin) <= _NEAR)
    found = [m.group(1) for m in near]
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


def names_place(quote: str, place: str) -> bool:
    """Whether the quote has the name as whole words: "Iranian" does not name Iran."""
    words = " ".join(_WORD.findall(quote))
    return f" {' '.join(_WORD.findall(place))} " in f" {words} "


def same_city(a: Event, b: Event) -> bool:
    """Whether both quotes put the act in one city: "Jerewan" and "the Armenian capital" are one."""
    here, there = (read_locus(place) if (place := place_of(event)) else None for event in (a, b))
    return here is not None and there is not None and here.city != "" and here.city == there.city
