"""What words that hang on another day mean: "last week", "two days ago", "Thursday", "the next morning", as EDTF.

In: the words of one expression and the `View` they are read from. Out: EDTF, "" where the words give no hold, None
where they are no expression of time after all. It must not know texts or offsets.
"""

from datetime import date

from dragoman.extract.times.calendar import cut_edge
from dragoman.extract.times.view import Resolver, View, Words
from dragoman.text import edtf

_MIDWEEK = 2
"""Until which day of the week "this weekend" may be the one just over: Monday and Tuesday."""


def _ago(words: Words, view: View) -> str:
    count = words.count
    if not view.day or not count:
        return ""
    sign = int(words.get("A"))
    unit = words.unit
    there = edtf.move_day(view.day, sign * count, "day" if unit == "fortnight" else unit)
    if unit == "fortnight":
        there = edtf.move_day(view.day, sign * count * 2, "week")
    value = edtf.unit_of(there, {"decade": "year", "century": "year", "fortnight": "week"}.get(unit, unit))
    rough = unit in ("decade", "century") or ("q" in words.codes and "/" not in value)
    return value + "~" if rough else value


def _shifted(words: Words, view: View) -> str:
    """ "two days later", "a year earlier": from the date told before, as precise as the coarser of date and unit."""
    count, unit = words.count, words.unit
    first, last = edtf.bounds_of(view.last) if view.last else (view.day, view.day)
    if not first or not last or not count or unit == "fortnight":
        return ""
    count *= 1 if "l" in words.codes else -1
    if first == last:
        return edtf.unit_of(edtf.move_day(first, count, unit), "year" if unit == "decade" else unit)
    start, end = edtf.move_day(first, count, unit), edtf.move_day(last, count, unit)
    whole = last == edtf.last_day(last.year, last.month) and unit not in ("day", "week")
    return edtf.interval(start, edtf.last_day(end.year, end.month) if whole else end)


def _counted(words: Words, view: View) -> str:
    """ "the last ten years": from then until publication."""
    count, unit = words.count, words.unit
    if not view.day or not count or unit == "fortnight":
        return ""
    ahead = "X" in words.codes or "V" in words.codes
    there = edtf.move_day(view.day, count if ahead else -count, unit)
    precision = {"week": "day", "quarter": "month", "decade": "year", "century": "year"}.get(unit, unit)
    ends = [edtf.unit_of(day, precision) for day in (view.day, there)]
    return edtf.join(ends[0], ends[1]) if ahead else edtf.join(ends[1], ends[0])


def _weekday(words: Words, view: View) -> str:
    """The nearest such day before or, of what is to come, after publication; the day of publication itself is both."""
    wanted = int(words.get("W")) - 1
    side = next((c for c in "VtPXLT" if c in words.codes), "")
    here = view.told if side and side in "VtP" else view.day
    if not here:
        return ""
    if "U" in words.codes and side:
        here = edtf.move_day(here, {"L": -1, "X": 1}.get(side, 0), words.unit)
        return edtf.move_day(here, wanted - here.weekday(), "day").isoformat()
    if side == "T":
        return edtf.move_day(here, wanted - here.weekday(), "day").isoformat()
    if side == "X" and "T" not in words.codes:
        return edtf.move_day(here, 7 - here.weekday() + wanted, "day").isoformat()
    if not side and view.tense == "future":
        return edtf.move_day(here, (wanted - here.weekday()) % 7, "day").isoformat()
    if side in ("V", "X", "t"):
        return edtf.move_day(here, (wanted - here.weekday() - 1) % 7 + 1, "day").isoformat()
    strictly = 1 if side else 0
    return edtf.move_day(here, -((here.weekday() - wanted - strictly) % 7 + strictly), "day").isoformat()


def is_lasting(words: Words) -> bool:
    """Whether "the last year", "the past week" mean a stretch up to now; "last year" is a calendar year."""
    side = words.get("L")
    stretch = side == "past" or (side == "last" and words.codes.startswith("dL"))
    return stretch and words.unit not in ("", "quarter", "weekend")


def _named_period(words: Words, view: View) -> str | None:
    """ "this week", "last year", "the following month", "that day"; see `_counted` for "the last decade"."""
    side = next((c for c in "VtPXLT" if c in words.codes), "")
    unit = words.unit
    if not unit:
        return ""
    told = side in "VtP" or (side == "X" and unit == "day")
    here = (edtf.bounds_of(view.last)[0] if side == "t" else view.told) if told else view.day
    if words.get("UQCk").endswith("s") or not here:
        return ""
    if unit == "weekend":
        over = side == "T" and here.weekday() < _MIDWEEK and view.tense != "future"
        return _move_weekend(here, -1 if over else {"V": 1, "X": 1, "P": -1, "L": -1}.get(side, 0))
    if is_lasting(words) and view.before != "e":
        return _counted(words, view)
    step = {"V": 1, "X": 1, "P": -1, "L": -1}.get(side, 0)
    if unit == "fortnight":
        return ""
    return edtf.unit_of(edtf.move_day(here, step, unit), unit)


def _move_weekend(here: date, step: int) -> str:
    return edtf.weekend_of(edtf.move_day(here, step, "week"))


def _weekend(words: Words, view: View) -> str:
    """ "the weekend": the coming one if the tense says so, else the last one that has begun."""
    if not view.day:
        return ""
    return _move_weekend(view.day, -1 if view.tense != "future" and view.day.weekday() < 5 else 0)


def _near_day(words: Words, view: View) -> str:
    return edtf.move_day(view.day, int(words.get("y")), "day").isoformat() if view.day else ""


def _named_part(words: Words, view: View) -> str:
    side = words.get("VtXLTP")
    here = view.told if side in ("following", "that", "next", "previous") else view.day
    step = {"following": 1, "next": 1, "last": -1, "past": -1, "previous": -1}.get(side, 0)
    return edtf.move_day(here, step, "day").isoformat() if here else ""


def _time(words: Words, view: View) -> str | None:
    hour = words.get("cDnY").partition(":")[0]
    if int(hour) > 24 and "Y" not in words.codes:
        return None
    if words.codes == "c" and (not view.before or view.before not in "iRuBFg"):
        return None
    there = view.told if view.last and edtf.bounds_of(view.last)[0] == edtf.bounds_of(view.last)[1] else view.day
    return there.isoformat() if there else ""


def _edge_of_unit(words: Words, view: View) -> str:
    """ "year-end", "month's end": the last part of the present one."""
    return cut_edge(_unit(words, view), words.get("N"), narrow=True)


def _unit(words: Words, view: View) -> str:
    unit = words.unit if set(words.codes) & set("UQC") else "day"
    if not view.day:
        return ""
    if unit == "weekend":
        return edtf.weekend_of(view.day)
    return edtf.unit_of(view.day, unit) if unit != "fortnight" else ""


def _nothing(words: Words, view: View) -> str:
    return ""


def _past(words: Words, view: View) -> str | None:
    return "" if words.get("L") == "past" else None


RELATIVE: dict[str, Resolver] = {
    "ago": _ago, "shifted": _shifted, "counted": _counted, "weekday": _weekday, "named period": _named_period,
    "named part": _named_part, "near day": _near_day, "weekend": _weekend, "edge of unit": _edge_of_unit,
    "time": _time, "repeated": _nothing, "reference": _nothing, "in the past": _past, "unit": _unit,
}  # fmt: skip
