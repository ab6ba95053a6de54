"""Counts that cannot both be true: two numbers of one unit for one act.

In: the tellings of a thread. Out: contradictions. A toll that rises from one day to the next is an update; "at least
20" is a bound; "3 soldiers" and "5 civilians" count different people.
"""

from collections.abc import Iterator
from datetime import timedelta

from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.loci import differ, read_locus
from dragoman.resolve.contradictions.numbers import Count, read_counts
from dragoman.resolve.contradictions.occasions import same_act
from dragoman.resolve.contradictions.pairing import pair_values
from dragoman.resolve.contradictions.tellings import (
    Telling,
    build,
    one_occasion,
    same_outcome,
    share_person,
    told_within,
)
from dragoman.text.edtf import overlaps

SETTLED = timedelta(days=10)
"""For so long after the act, or after the first telling, a toll may still rise."""
NEAR_IN_TIME, LATER = 4, 15
"""Days between two texts on one undated attack, and on one undated act of another kind."""
DECISIONS = frozenset({"SANCTION", "AGREE", "SUPPORT", "COOPERATE", "CONSULT"})
"""Types of acts whose numbers do not grow as news comes in."""

_DAY = 10
"""Characters of a day in EDTF."""
Key = tuple[str, str]


def find_count_clashes(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of numbers, one unit and role after the other."""
    by_key: dict[Key, dict[str, list[Telling]]] = {}
    counts: dict[tuple[Key, str], Count] = {}
    of: dict[tuple[Key, str], str] = {}
    for telling in tellings:
        if telling.outcome not in ("happened", "planned"):
            continue
        for key, count in _single_counts(telling).items():
            by_key.setdefault(key, {}).setdefault(count.words, []).append(telling)
            counts[key, count.words] = count
            of[key, telling.event.id] = count.words
    for key in sorted(by_key):
        def judge(a: Telling, b: Telling, key: Key = key) -> str:
            one, other = counts[key, of[key, a.event.id]], counts[key, of[key, b.event.id]]
            return _clash(a, b, one, other)

        for pair, values, reason in pair_values(by_key[key], judge):
            yield build("count", thread, pair, values, reason)


def _single_counts(telling: Telling) -> dict[Key, Count]:
    """The counts of a quote that gives one number only for their unit and role."""
    found: dict[Key, list[Count]] = {}
    for count in read_counts(telling.event.quote):
        found.setdefault((count.unit, count.role), []).append(count)
    return {key: counts[0] for key, counts in found.items() if len(counts) == 1}


def _clash(a: Telling, b: Telling, one: Count, other: Count) -> str:
    if one.low <= other.high and other.low <= one.high or one.of and other.of and one.of != other.of:
        return ""
    decision = _is_decision(a, b)
    if not same_outcome(a, b) or not (decision and one.of == other.of or _one_act(a, b, one, other)):
        return ""
    if _may_rise(one) and not decision and _is_update(a, b, one, other):
        return ""
    return f"two numbers of one thing ({_unit(one)}) for one act"


def _unit(count: Count) -> str:
    return f"{count.unit}, {count.role}" if count.role else count.unit


def _may_rise(count: Count) -> bool:
    """Numbers that grow as news comes in: tolls, and what was destroyed; who was sent or seized is soon known."""
    if count.role in ("held", "freed", "sent", "expelled"):
        return False
    return count.unit not in ("day visit", "day talks", "memorandum", "year contract", "point")


def _is_decision(a: Telling, b: Telling) -> bool:
    """Whether both tell of one day and the same sides, of an act done at a stroke: an expulsion, a contract."""
    one, other = a.event, b.event
    same = (one.type, one.date, one.actors, one.recipients) == (other.type, other.date, other.actors, other.recipients)
    return same and a.event.type in DECISIONS and len(a.event.date) == _DAY


def _is_update(a: Telling, b: Telling, one: Count, other: Count) -> bool:
    """Whether the text that came later has the larger number, while the count could still rise."""
    if a.told[0] is None or b.told[0] is None:
        return True
    (early, small), (late, large) = sorted(((a, one), (b, other)), key=lambda item: item[0].told[0])  # type: ignore[arg-type,return-value]
    if early.told[0] == late.told[0] or early.told[0] is None:
        return False
    starts = early.days[0] or early.told[0]
    return large.low > small.high and early.told[0] - starts <= SETTLED


def _one_act(a: Telling, b: Telling, one: Count, other: Count) -> bool:
    """The same day, or told at one time of one place or person; two places are two acts."""
    if not (one_occasion(a, b) or _one_stroke(a, b)) or _two_places(a, b):
        return False
    if a.on and b.on:
        return overlaps(a.on, b.on)
    if set(a.event.actors) != set(b.event.actors):
        return False
    if not a.is_kind("kin-strike"):
        return told_within(a, b, LATER)
    counted = {*one.words.split(), *other.words.split()}
    tied = share_person(a.event, b.event) or bool(a.names & b.names - counted)
    return tied and told_within(a, b, NEAR_IN_TIME)


def _one_stroke(a: Telling, b: Telling) -> bool:
    """A seizure, a release or an expulsion of one day between the same sides, in other words or as another type."""
    one, other = a.event, b.event
    same = (set(one.actors), set(one.recipients)) == (set(other.actors), set(other.recipients)) and one.recipients
    return bool(same) and not a.is_kind("kin-strike") and not b.is_kind("kin-strike") and same_act(a, b, "count")


def _two_places(a: Telling, b: Telling) -> bool:
    one, other = (read_locus(t.event.place) if t.event.place else None for t in (a, b))
    return one is not None and other is not None and differ(one, other)
