"""Places that cannot both be true: one meeting at one time in two cities, or in two states.

In: the tellings of a thread. Out: contradictions. A city agrees with its state; a visit passes through several cities
of its host; a name that the tables do not know is no ground.
"""

from collections.abc import Iterator

from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.loci import Locus, differ, names_place, place_of, read_locus
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


def find_place_clashes(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of the places in which an act is told to have happened."""
    placed = [t for t in tellings if t.outcome in ("happened", "planned")]
    for pair, values, reason in pair_values(group_by_value(placed, lambda t: place_of(t.event)), _clash):
        yield build("place", thread, pair, values, reason)


def _clash(a: Telling, b: Telling) -> str:
    if not same_outcome(a, b) or a.is_kind("recurring") or b.is_kind("recurring"):
        return ""
    here, there = place_of(a.event), place_of(b.event)
    one, other = read_locus(here), read_locus(there)
    if one is None or other is None or not differ(one, other) or _passes_through(a, b, one, other):
        return ""
    if names_place(b.event.quote, here) or names_place(a.event.quote, there):
        return ""
    in_cities = bool(one.city and other.city)
    told_as_one = one_occasion(a, b) or in_cities and (one_ceremony(a, b) or _one_stroke(a, b))
    if not _one_time(a, b) or not told_as_one:
        return ""
    return "one act at one time cannot be in both places"


def _one_stroke(a: Telling, b: Telling) -> bool:
    """One act of one day in other words: a capture, a signing; of strikes there may be several on a day."""
    return a.is_kind("once") and b.is_kind("once") and not a.is_kind("kin-strike") and same_act(a, b, "place")


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
