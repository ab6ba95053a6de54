"""Which pairs of tellings are weighed at all, and which can never be of one event. Two tellings in, yes or no out."""

from datetime import date

from dragoman.resolve.threads.likeness import LONGEST_GAP, compare_people, compare_sides, days_between
from dragoman.resolve.threads.told import Telling

LONGEST_NEWS = 540
"""Days between two texts beyond which undated news of each is not the same news; history may be."""
LONGEST_MOVE = 200
"""Days between two dates where one tells a plan: a visit of spring may be moved to autumn."""
_AKIN = frozenset(map(frozenset, (("AGREE", "SUPPORT"), ("COOPERATE", "AID"), ("COOPERATE", "SUPPORT"))))
"""Types between which a trigger of one meaning may be coded either way."""
_DIRECTED = frozenset(
    ("ACCUSE", "THREATEN", "REQUEST", "REJECT", "SANCTION", "COERCE", "ASSAULT", "MOBILIZE", "AID", "CONCEDE")
)
"""Types of which A to B and B to A are two events, unless a telling makes them mutual."""


def may_be_one(a: Telling, b: Telling) -> bool:
    """Whether two tellings are worth weighing: of one type, with a side in common, not years apart."""
    if a.event.type != b.event.type and not _are_akin(a, b):
        return False
    if not a.sides & b.sides and (a.sides or b.sides):
        return False
    if a.event.document != b.event.document and not a.kinds & b.kinds and not a.names & b.names:
        return False
    return not is_barred(a, b)


def is_barred(a: Telling, b: Telling) -> bool:
    """Whether two tellings can never be of one event: told of times too far apart, or of two visitors."""
    if a.first and a.last and b.first and b.last:
        past = a.event.status == b.event.status == "happened"
        if days_between((a.first, a.last), (b.first, b.last)) > (LONGEST_GAP if past else LONGEST_MOVE):
            return True
    if a.event.type in _DIRECTED and a.event.recipients and compare_sides(a, b) == "crossed":
        return True
    history = a.event.background or b.event.background
    if not history and _is_other_news(a, b):
        return True
    return compare_people(a, b) == "others" and "visit" in a.kinds & b.kinds and a.event.type == "CONSULT"


def _is_other_news(a: Telling, b: Telling) -> bool:
    """Whether one is news, and the other was or was news too long before or after it."""
    if not a.recent and not b.recent:
        return False
    one, other = a.recent or _span(a), b.recent or _span(b)
    return one is not None and other is not None and days_between(one, other) > LONGEST_NEWS


def _span(telling: Telling) -> tuple[date, date] | None:
    return (telling.first, telling.last) if telling.first and telling.last else None


def _are_akin(a: Telling, b: Telling) -> bool:
    return frozenset({a.event.type, b.event.type}) in _AKIN and bool(a.kinds & b.kinds) and a.sides == b.sides
