"""What a time expression means as an EDTF date, seen from one day.

In: the words of one expression (codes and values of `times_tokens`), the rule that found them, and a `View`: the day
of publication, the tense, the date told before. Out: EDTF, "" where the words give no hold, None where they are no
expression of time after all. It must not know texts or offsets.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dragoman.extract.times_calendar import named_day
from dragoman.text import edtf


@dataclass(frozen=True, slots=True)
class View:
    """Where an expression is read from.

    Attributes:
        day: of publication, None if unknown: then only absolute dates and those that hang on `last` resolve.
        tense: "past", "future", "present" or "" of the clause.
        last: the date told before, EDTF.
        before: code of the word before the expression, "" at the beginning.
    """

    day: date | None
    tense: str = ""
    last: str = ""
    before: str = ""

    @property
    def told(self) -> date | None:
        """The first day of the date told before, else the day of publication."""
        return edtf.bounds_of(self.last)[0] or self.day


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an expression: a code and a value each."""

    codes: str
    values: tuple[str, ...]

    def get(self, codes: str) -> str:
        """Value of the first word with one of these codes, "" if none has."""
        return next((value for code, value in zip(self.codes, self.values, strict=True) if code in codes), "")

    def numbers(self) -> list[int]:
        """All days and ordinals."""
        return [int(v) for code, v in zip(self.codes, self.values, strict=True) if code in "Do"]

    @property
    def unit(self) -> str:
        """The last unit, in the singular."""
        found = [v for code, v in zip(self.codes, self.values, strict=True) if code in "UQCk"]
        return found[-1].removesuffix("s") if found else ""

    @property
    def count(self) -> int:
        """How many units: 0 if the words do not say ("several")."""
        figure = self.get("naD9") or "1"
        return int(figure) if len(figure) < 6 else 0


Resolver = Callable[[Words, View], str | None]
_WEAK_MONTHS = ("3", "4", "5", "6", "8")
_OPENERS = "iRBFgGuf&-qe,"


def _year_said(words: Words, view: View) -> str | None:
    """The year that the words give: a figure, or "last year"; None if they give none, "" if it is unknown."""
    figure = words.get("Y")
    if figure:
        return figure
    side = words.get("TLXP")
    if not side or words.unit != "year":
        return None
    return str(view.day.year + {"this": 0, "next": 1}.get(side, -1)) if view.day else ""


def _choose_year(month: int, day: int, view: View) -> int | None:
    """The year of a month (day 0) or day without one: by tense, or the nearest to the day of publication."""
    if not view.day:
        return None
    here = view.day
    now = (here.month, here.day if day else 0)
    if view.tense == "past":
        return here.year if (month, day) <= now else here.year - 1
    if view.tense == "future":
        return here.year if (month, day) >= now else here.year + 1
    middle = (month - here.month) * 30 + ((day - here.day) if day else 0)
    return here.year + (1 if middle < -183 else -1 if middle > 183 else 0)


def _make_date(year: str | int | None, month: int, day: int = 0) -> str:
    if not year:
        return ""
    value = f"{year}-{month:02}-{day:02}" if day else f"{year}-{month:02}"
    return edtf.check_edtf(value)


def _month_day(words: Words, view: View) -> str | None:
    month, day = int(words.get("M")), words.numbers()[0]
    if day > edtf.last_day(2000, month).day or not day:
        return None
    year = _year_said(words, view)
    return _make_date(_choose_year(month, day, view) if year is None else year, month, day)


def _days_of_month(words: Words, view: View) -> str | None:
    month, (first, last) = int(words.get("M")), words.numbers()[:2]
    if not first < last <= edtf.last_day(2000, month).day:
        return None
    year = _year_said(words, view) or _choose_year(month, last, view)
    return edtf.join(_make_date(year, month, first), _make_date(year, month, last))


def _month(words: Words, view: View) -> str | None:
    month = words.get("M")
    if month in _WEAK_MONTHS and (not view.before or view.before not in _OPENERS):
        return None
    return _make_date(_choose_year(int(month), 0, view), int(month))


def _month_year(words: Words, view: View) -> str | None:
    return _make_date(_year_said(words, view), int(words.get("M")))


def _turn(words: Words, view: View, at: tuple[int, int]) -> int | None:
    """The year of "last April", "this May", "next Christmas": `at` is month and day (0 for a whole month)."""
    side = "next" if "X" in words.codes else words.get("TLPV")
    here = view.told if side in ("previous", "following") else view.day
    if not here:
        return None
    now = (here.month, here.day if at[1] else 0)
    if side in ("next", "following"):
        return here.year if at > now else here.year + 1
    if side in ("last", "past", "previous") or "L" in words.codes:
        return here.year if at < now else here.year - 1
    return here.year


def _named_month(words: Words, view: View) -> str:
    month = int(words.get("M"))
    return _make_date(_turn(words, view, (month, 0)), month)


def _season(words: Words, view: View) -> str | None:
    season = int(words.get("S"))
    month = edtf.SEASONS[season][1]
    year: str | int | None = _year_said(words, view)
    if year is None:
        named = set(words.codes) & set("TLXPV")
        year = _turn(words, view, (month, 0)) if named else _choose_year(month, 0, view)
    return f"{year}-{season}" if year else ""


def _quarter(words: Words, view: View) -> str | None:
    number = int(words.get("o"))
    if not 1 <= number <= 4:
        return None
    year: str | int | None = _year_said(words, view)
    if year is None and view.day:
        month, here = number * 3 - 2, view.day
        year = here.year
        if view.tense == "future":
            year += month < here.month
        else:
            year -= month > here.month
        year -= bool(set(words.codes) & set("Ab"))
    return edtf.quarter_of(date(int(year), number * 3, 1)) if year else ""


def _is_quarter(value: str) -> bool:
    first, last = edtf.bounds_of(value)
    return bool(first and last and edtf.quarter_of(first) == edtf.interval(first, last))


def _told_quarter(view: View) -> date | None:
    """A day of the quarter last spoken of, else of the last complete one."""
    if view.last and _is_quarter(view.last):
        return view.told
    return edtf.move_day(view.day, -1, "quarter") if view.day else None


def _quarter_before(words: Words, view: View) -> str:
    here = _told_quarter(view)
    return edtf.quarter_of(edtf.move_day(here, -1, "year")) if here else ""


def _here(words: Words, view: View) -> str:
    """ "the quarter", "the fiscal year": the one last spoken of, else the present one."""
    if words.unit in ("quarter", ""):
        here = _told_quarter(view)
        return edtf.quarter_of(here) if here else ""
    return edtf.unit_of(view.day, words.unit) if view.day else ""


def _years(words: Words, view: View) -> str | None:
    first, last = words.values[0], words.values[2]
    if len(last) == 2 or (words.codes[2] == "D" and len(last) == 1):
        last = last.zfill(2)
        if last <= first[2:]:
            return f"{first}-{last}" if "01" <= last <= "12" else None
        last = first[:2] + last
    return edtf.join(first, last) or None if len(last) == 4 else None


def _decade(words: Words, view: View) -> str:
    figure = words.get("E")
    return f"{figure if len(figure) == 4 else '19' + figure}"[:3] + "X"


def _century(words: Words, view: View) -> str | None:
    number = int(words.get("o"))
    return f"{number - 1:02}XX" if 1 < number <= 22 else None


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
    if side in ("V", "X", "t") or (not side and view.tense == "future"):
        return edtf.move_day(here, (wanted - here.weekday() - 1) % 7 + 1, "day").isoformat()
    strictly = 1 if side else 0
    return edtf.move_day(here, -((here.weekday() - wanted - strictly) % 7 + strictly), "day").isoformat()


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
        return _move_weekend(here, {"V": 1, "X": 1, "P": -1, "L": -1}.get(side, 0))
    if words.get("L") == "past" or (words.codes.startswith("dL") and unit in ("decade", "century")):
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


def _named_day(words: Words, view: View) -> str:
    code = words.get("v")
    if len(code) == 10 and code[:4].isdigit():
        return code
    year: str | int | None = _year_said(words, view)
    if year is None and view.day:
        there = named_day(code, view.day.year)
        named = set(words.codes) & set("TLXPV")
        choose = _turn(words, view, (there.month, there.day)) if named else _choose_year(there.month, there.day, view)
        year = choose
    return named_day(code, int(year)).isoformat() if year else ""


def _year(words: Words, view: View) -> str | None:
    year = words.get("Y")
    plain = "1700" <= year <= "2199" or (view.before and view.before in "iRuBFg&")
    return year if plain else None


def _spelled_year(words: Words, view: View) -> str | None:
    """ "nineteen ninety-six", "two thousand five"."""
    parts = [int(v) for code, v in zip(words.codes, words.values, strict=True) if code == "n"]
    if parts[0] == 2000 and parts[-1] < 100:
        return str(2000 + parts[-1])
    if not 15 <= parts[0] <= 20 or not 10 <= parts[1] < 100 or (len(parts) == 3 and parts[2] > 9):
        return None
    return str(parts[0] * 100 + sum(parts[1:]))


def _time(words: Words, view: View) -> str | None:
    hour = words.get("cDnY").partition(":")[0]
    if int(hour) > 24 and "Y" not in words.codes:
        return None
    if words.codes == "c" and (not view.before or view.before not in "iRuBFg"):
        return None
    there = view.told if view.last and edtf.bounds_of(view.last)[0] == edtf.bounds_of(view.last)[1] else view.day
    return there.isoformat() if there else ""


def _figures(words: Words, view: View) -> str | None:
    return edtf.check_edtf(words.get("I"))


def _unit(words: Words, view: View) -> str:
    unit = words.unit if set(words.codes) & set("UQC") else "day"
    if not view.day:
        return ""
    return edtf.weekend_of(view.day) if unit == "weekend" else edtf.unit_of(view.day, unit) if unit != "fortnight" else ""


def _nothing(words: Words, view: View) -> str:
    return ""


def _past(words: Words, view: View) -> str | None:
    return "" if words.get("L") == "past" else None


RESOLVERS: dict[str, Resolver] = {
    "days of month": _days_of_month, "month day": _month_day, "day month": _month_day, "figures": _figures,
    "month year": _month_year, "named month": _named_month, "season year": _season, "named season": _season,
    "quarter": _quarter, "quarter of before": _quarter_before, "years": _years, "decade": _decade,
    "century": _century, "ago": _ago, "shifted": _shifted, "counted": _counted, "weekday": _weekday,
    "named period": _named_period, "named part": _named_part, "near day": _near_day, "weekend": _weekend,
    "named day": _named_day, "edge of unit": _unit, "here": _here, "year": _year, "spelled year": _spelled_year,
    "time": _time, "repeated": _nothing, "month": _month, "reference": _nothing, "in the past": _past, "unit": _unit,
}  # fmt: skip
