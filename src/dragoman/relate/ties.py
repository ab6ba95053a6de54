"""The level of every pair on one day, as the ties of a network.

In: acts and verdicts of any number of pairs. Out: `Tie` records, with a sign where the interval leaves no doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from dragoman.model.network import Tie
from dragoman.model.relation import Act, Pair, Verdict
from dragoman.relate.levels.estimating import DEFAULTS, SCALE_END, Settings
from dragoman.relate.lines import draw_lines
from dragoman.relate.system import judge_sign
from dragoman.vocab.states import load_states

REACH = 25
"""Years before the day, and after it, of which news still counts: what lies further away moves a level by nothing that
its interval does not swallow."""


def find_ties(
    acts: Sequence[Act], verdicts: Sequence[Verdict], day: str, settings: Settings = DEFAULTS, last: str = ""
) -> tuple[Tie, ...]:
    """A tie for each pair of which enough is told, by codes.

    Args:
        day: ISO day of the network.
        last: ISO day up to which things are known, "" for the last that is told; not before `day`.
    """
    first, after = shift_years(day, -REACH), shift_years(day, REACH)
    known = [act for act in acts if act.actor != act.recipient and first <= act.last and act.first <= after]
    said = [one for one in verdicts if one.a != one.b and first <= one.last and one.first <= after]
    sides = {code for some in (known, said) for each in some for code in _sides_of(each)}
    gone = {code for code in sides if not stood_on(code, day)}
    known = [act for act in known if gone.isdisjoint(_sides_of(act))]
    said = [one for one in said if gone.isdisjoint(_sides_of(one))]
    if not known and not said:
        return ()
    ends = [act.last for act in known] + [verdict.last for verdict in said]
    starts = [act.first for act in known] + [verdict.first for verdict in said]
    lines = draw_lines(
        known, said, "month", max(first, min(*starts, day)), min(after, max(day, last or max(ends))), settings
    )
    at, levels = lines.grid.place_of(day), lines.levels
    return tuple(
        _tie(pair, lines.acts.get(pair, 0), lines.verdicts.get(pair, 0), *(float(each[at, place]) for each in
             (levels.level, levels.half, levels.trend, levels.trend_half)))
        for pair, place in lines.pairs.items()
    )  # fmt: skip


def _tie(pair: Pair, acts: int, verdicts: int, level: float, half: float, trend: float, wide: float) -> Tie:
    """A tie with the sign that its interval leaves."""
    middle, low, high = (max(-SCALE_END, min(SCALE_END, edge)) for edge in (level, level - half, level + half))
    sign = judge_sign(low, high)
    return Tie(*pair, middle, low, high, sign, acts, False, verdicts, trend, trend - wide, trend + wide)


def stood_on(code: str, day: str) -> bool:
    """Whether a state was there on an ISO day; whatever is no state, or of no known dates, was.

    Example:
        >>> stood_on("SUN", "1985-01-01"), stood_on("SUN", "2012-10-04")
        (True, False)
    """
    state = load_states().get(code)
    if state is None:
        return True
    on, period = date.fromisoformat(day), state.period
    return (period.first is None or period.first <= on) and (period.last is None or on <= period.last)


def _sides_of(told: Act | Verdict) -> tuple[str, str]:
    return (told.actor, told.recipient) if isinstance(told, Act) else (told.a, told.b)


def shift_years(day: str, years: int) -> str:
    """The first day of the month so many years later, or earlier.

    Example:
        >>> shift_years("2012-10-04", -25)
        '1987-10-01'
    """
    year = min(date.max.year, max(date.min.year, int(day[:4]) + years))
    return f"{year:04d}-{day[5:7]}-01"
