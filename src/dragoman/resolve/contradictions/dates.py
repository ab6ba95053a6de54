"""Dates that cannot both be true: one act told as done, or as planned at one time, on two days.

In: the tellings of a thread. Out: contradictions. A plan told anew is a step in a life; "in May" agrees with "on 3
May"; two days of a visit that lasted three are no clash; what is done again and again has many days.
"""

import re
from collections.abc import Iterator

from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.occasions import same_lot
from dragoman.resolve.contradictions.pairing import group_by_value, pair_values
from dragoman.resolve.contradictions.tellings import (
    Telling,
    build,
    likeness,
    one_occasion,
    told_within,
)
from dragoman.text.edtf import MONTHS, spell
from dragoman.vocab.clash_words import clash_group

WIDEST = 31
"""Days that a date may mean: a month, not a year, for an act of one day."""
LONGEST_STAY = 5
"""Two days of an act that lasts are a clash only if they lie further apart."""

_SURE_OF_WEEKDAY = 6
_TOLD_IN_FULL, _SHARED_IN_FULL = 0.75, 5
"""Share and number of telling words that make two strikes more than five days apart one: "the stealth fighter"."""
NEAR_BY = 60
"""A weekday or "yesterday" that lies further from the other date than this belongs to another act."""

_WORD = re.compile(r"[a-z]+")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NAMED_DAYS = "|".join((*_DAYS, *MONTHS))
_DAY_WORD = re.compile(rf"\b(?:{_NAMED_DAYS}|[Yy]esterday|[Tt]oday|[Tt]omorrow|19\d\d|20\d\d)\b(?!['’]s)")
"""Without "yesterday's announcement": that day is the announcement's."""


def find_date_clashes(thread: str, tellings: list[Telling]) -> Iterator[Contradiction]:
    """Clashes of the days on which an act is told to have happened, or is planned."""
    for outcome in ("happened", "planned"):
        dated = [t for t in tellings if t.outcome == outcome and _is_narrow(t)]
        judge = _clash_of_deeds if outcome == "happened" else _clash_of_plans
        for pair, values, reason in pair_values(group_by_value(dated, lambda t: t.on), judge):
            yield build("date", thread, pair, (spell(values[0]), spell(values[1])), reason)


def _is_narrow(telling: Telling) -> bool:
    first, last = telling.days
    if first is None or last is None or "~" in telling.on or "%" in telling.on or not _fixed(telling):
        return False
    return (last - first).days < WIDEST or len(telling.on) == 4


def _fixed(telling: Telling) -> bool:
    """Whether words fix a day by a number, a month or the day of publication: "a decade later" does not.

    Where the quote names other days besides, nobody can be sure which of them belongs to the act.
    """
    found = [word.strip(".,").lower() for word in telling.shown.split()]
    named = any(word in clash_group("near-day") or word.title() in MONTHS for word in found)
    if not (named or _has_number(telling.shown)) or clash_group("vague-day") & set(found):
        return False
    return not (set(_DAY_WORD.findall(telling.event.quote)) - set(_DAY_WORD.findall(telling.shown)))


def _clash_of_deeds(a: Telling, b: Telling) -> str:
    gap = _gap(a, b)
    if 1 <= gap <= WIDEST and same_lot(a, b):
        return f"both tell it of the same persons and the same number, on different days ({a.shown!r}, {b.shown!r})"
    if gap < 1 or a.is_kind("recurring") or b.is_kind("recurring"):
        return ""
    if _may_be_two(a, b, gap):
        return ""
    if not (_knew(a, b) and one_occasion(a, b)):
        return ""
    return f"both tell it as done, on different days ({a.shown!r}, {b.shown!r})"


def _clash_of_plans(a: Telling, b: Telling) -> str:
    gap = _gap(a, b)
    if gap < 1 or _may_be_two(a, b, gap) or not told_within(a, b, 1) or not one_occasion(a, b):
        return ""
    return f"both tell the plan at the same time, for different days ({a.shown!r}, {b.shown!r})"


def _may_be_two(a: Telling, b: Telling, gap: int) -> bool:
    """Whether two dates may be two days of one act, two acts of a war, or one day wrongly resolved."""
    if a.is_known_event or b.is_known_event:
        return True  # "Operation Desert Storm" lasts, and what the words date may be a part of it
    if a.is_kind("kin-strike"):
        told_in_full = likeness(a, b) >= _TOLD_IN_FULL and len(a.stems & b.stems) >= _SHARED_IN_FULL
        known = a.names & b.names or told_in_full or _has_number(a.shown) and _has_number(b.shown)
        if gap > LONGEST_STAY and not told_in_full or not known:
            return True
    if (a.is_kind("lasting") or b.is_kind("lasting")) and not (_is_opening(a) and _is_opening(b)):
        return gap <= LONGEST_STAY
    return _slip_of_a_weekday(a, b, gap)


def _is_opening(telling: Telling) -> bool:
    """Whether the words tell of the beginning of what lasts: "will resume their talks", "sit down again"."""
    return bool(clash_group("opening") & set(_WORD.findall(telling.event.quote.lower())))


def _gap(a: Telling, b: Telling) -> int:
    """Days between two dates, 0 where they can be the same."""
    (a1, a2), (b1, b2) = a.days, b.days
    if a1 is None or a2 is None or b1 is None or b2 is None:
        return 0
    return max((b1 - a2).days, (a1 - b2).days, 0)


def _slip_of_a_weekday(a: Telling, b: Telling, gap: int) -> bool:
    """A night belongs to two days, and a weekday told without a date on that very weekday may be one of two."""
    loose = [t for t in (a, b) if not _has_number(t.shown)]
    if not loose or gap > NEAR_BY:
        return bool(loose)
    return gap == 1 or gap % 7 in (0, 1) and any(_may_be_a_week_off(t) for t in loose)


def _may_be_a_week_off(telling: Telling) -> bool:
    """Whether the day lies almost a week before publication: the weekday may be the one of a week later."""
    first, told = telling.days[0], telling.told[0]
    return first is None or told is None or not 0 <= (told - first).days < _SURE_OF_WEEKDAY


def _has_number(words: str) -> bool:
    return any(character.isdigit() for character in words)


def _knew(a: Telling, b: Telling) -> bool:
    """Both texts came after both days: neither tells of a second occasion that the other could not know."""
    return all(telling.told_since(day) for telling in (a, b) for day in (a.days[0], b.days[0]))
