"""Which threads can be placed in time, where, and how many cannot: undated, too vague, or outside of the period."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.model.resolution import Thread
from dragoman.present.charts.drawing.dates import DayScale, end_of_month
from dragoman.present.wording import count_words
from dragoman.text.edtf import bounds_of, middle_of

_VAGUE_DAYS = 45
_VAGUE_PART = 6
"""A date that spans over 45 days and over a sixth of the period says too little for a place in it."""

_STRAYS = 20


@dataclass(frozen=True, slots=True)
class Moment:
    """A thread with the day at which it is drawn, and the days between which it may have been; None for an open end."""

    thread: Thread
    day: date
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Moments:
    """What can be placed in a period, and how many cannot."""

    shown: tuple[Moment, ...]
    undated: int = 0
    vague: int = 0
    outside: int = 0

    def notes(self) -> tuple[str, ...]:
        """One sentence on what has no place, none if all have."""
        parts = [
            f"{number:,} {words}"
            for number, words in (
                (self.undated, "undated"), (self.vague, "dated too vaguely"), (self.outside, "outside of the period"),
            )
            if number
        ]  # fmt: skip
        return (f"Not shown: {', '.join(parts)}.",) if parts else ()


def choose_period(threads: Iterable[Thread], since: str, until: str) -> tuple[date, date] | None:
    """Whole months around the period that is asked for, or else around what is not told as history; None if nothing is.

    Args:
        since: EDTF, "" for the first that is told; `until` likewise for the last.
    """
    days = [(day, thread.background) for thread in threads if (day := middle_of(thread.date))]
    near = [day for day, background in days if not background] or [day for day, _ in days]
    first, last = bounds_of(since)[0], bounds_of(until)[1]
    if not near and not (first and last):
        return None
    begin = first or _without_strays([day for day in near if not last or day <= last] or [last or near[0]])
    end = last or max(begin, *near)
    return begin.replace(day=1), end_of_month(end)


def _without_strays(days: Sequence[date]) -> date:
    """The first day; or that after the first twentieth of them, where those alone make the axis twice as long."""
    ordered = sorted(days)
    first, later, last = ordered[0], ordered[len(ordered) // _STRAYS], ordered[-1]
    return later if last - later < (last - first) / 2 else first


def place_threads(threads: Iterable[Thread], period: tuple[date, date]) -> Moments:
    """Each thread that has a place in the period, in the order given."""
    first, last = period
    least = timedelta(days=max(_VAGUE_DAYS, (last - first).days + 1))
    shown: list[Moment] = []
    undated = vague = outside = 0
    for thread in threads:
        moment = _moment_of(thread)
        if moment is None:
            undated += 1
        elif moment.first and moment.last and moment.last - moment.first > least:
            vague += 1
        elif not first <= moment.day <= last:
            outside += 1
        else:
            shown.append(moment)
    return Moments(tuple(shown), undated, vague, outside)


def _moment_of(thread: Thread) -> Moment | None:
    day = middle_of(thread.date)
    return Moment(thread, day, *bounds_of(thread.date)) if day else None


def spread_of(moment: Moment, scale: DayScale) -> tuple[float, float]:
    """From where to where a moment may lie, in pixels; an open end reaches a little way."""
    x = scale.middle(moment.day)
    left = scale.place(moment.first) if moment.first else x - 16
    right = scale.end(moment.last) if moment.last else x + 16
    return max(scale.left, left), min(scale.right, right)


def describe_thread(thread: Thread, name: Callable[[str], str], *, sides: bool) -> str:
    """A thread in a few words: who, where; with its sides where `sides` asks for them or nobody is named.

    Example:
        >>> visit = Thread("t-0", "CONSULT", ("RUS",), ("PAK",), ("e-0",), place="Islamabad", people=("A. Envoy",))
        >>> describe_thread(visit, str, sides=True), describe_thread(visit, str, sides=False)
        ('RUS to PAK: A. Envoy, Islamabad', 'A. Envoy, Islamabad')
    """
    people = list(thread.people[:2])
    if len(thread.people) > 2:
        people[1:] = [f"{len(thread.people) - 1} others"]
    words = ", ".join(filter(None, (" and ".join(people), thread.place)))
    doers = thread.actors if thread.recipients else sorted(thread.actors)
    whose = "/".join(map(name, doers)) or "?"
    if thread.recipients:
        whose = f"{whose} to {'/'.join(map(name, thread.recipients))}"
    return ": ".join(filter(None, (whose, words))) if sides or not people else words


def count_left_out(number: int, reason: str) -> tuple[str, ...]:
    """A note on what had no room, none if everything had."""
    return (f"{count_words(number, 'lighter event')} left out: {reason}.",) if number else ()


def sort_moments(moments: Sequence[Moment]) -> list[Moment]:
    """Moments by weight, the heaviest first."""
    return sorted(moments, key=lambda moment: (-moment.thread.weight, moment.day, moment.thread.id))
