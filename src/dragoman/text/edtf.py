"""Dates as EDTF (ISO 8601-2) strings: days, months, years, seasons, decades, intervals, open ends, approximations.

In: strings such as "2012-10-04", "2012-10", "198X", "2012-21", "2012-10-03/2012-10-07", "2001/..", "2003~".
Out: bounds as `datetime.date`, comparisons, and the way an officer writes a date. "" is "no hold" everywhere.
"""

import calendar
import re
from datetime import date, timedelta

MONTHS = ("January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December")  # fmt: skip
SEASONS = {21: ("spring", 3), 22: ("summer", 6), 23: ("autumn", 9), 24: ("winter", 12)}
_PART = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2}))?(?:-(\d{2}))?([~?%]?)\Z")

_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_WIDTH = {"day": 10, "month": 7, "year": 4}

Bounds = tuple[date | None, date | None]


def check_edtf(value: str) -> str:
    """Give `value` back if it is a date this module understands.

    Raises:
        ValueError: with the part that cannot be read.
    """
    bounds_of(value)
    return value


def bounds_of(value: str) -> Bounds:
    """First and last day that `value` may mean; None for an open or unknown end, (None, None) for "".

    Raises:
        ValueError: `value` is no EDTF date, or no such day exists.
    """
    if not value:
        return None, None
    first, _, last = value.partition("/")
    if not last and "/" in value:
        raise ValueError(f"not a date: {value!r}")
    start = _part_bounds(first)[0]
    end = _part_bounds(last or first)[1]
    if start and end and start > end:
        raise ValueError(f"interval ends before it begins: {value!r}")
    return start, end


def _part_bounds(part: str) -> Bounds:
    if part in ("", ".."):
        return None, None
    match = _PART.match(part)
    if not match:
        raise ValueError(f"not a date: {part!r}")
    year, month, day = match.group(1), match.group(2), match.group(3)
    if "X" in year:
        return date(int(year.replace("X", "0")), 1, 1), date(int(year.replace("X", "9")), 12, 31)
    if not month:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    if int(month) in SEASONS:
        return _season_bounds(int(year), int(month))
    if day:
        exact = date(int(year), int(month), int(day))
        return exact, exact
    return date(int(year), int(month), 1), last_day(int(year), int(month))


def _season_bounds(year: int, season: int) -> Bounds:
    month = SEASONS[season][1]
    if month == 12:
        return date(year, 12, 1), date(year, 12, 31)
    return date(year, month, 1), last_day(year, month + 2)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def interval(first: date, last: date) -> str:
    """The shortest EDTF for the days `first` to `last`, both included; whole months and years are named as such.

    Example:
        >>> interval(date(2012, 10, 1), date(2012, 10, 31)), interval(date(2007, 10, 1), date(2007, 12, 31))
        ('2012-10', '2007-10/2007-12')
        >>> interval(date(1991, 1, 1), date(2001, 12, 31)), interval(date(2012, 9, 29), date(2012, 10, 2))
        ('1991/2001', '2012-09-29/2012-10-02')
    """
    if first == last:
        return first.isoformat()
    width = 10
    if first.day == 1 and last == last_day(last.year, last.month):
        width = 4 if first.month == 1 and last.month == 12 else 7
    start, end = first.isoformat()[:width], last.isoformat()[:width]
    return start if start == end else f"{start}/{end}"


def week_of(day: date) -> str:
    """The ISO week (Monday to Sunday) that holds `day`, as an interval.

    Raises:
        ValueError: the week is cut by the end of the calendar (the years 1 to 9999).
    """
    monday = move_day(day, -day.weekday(), "day")
    return f"{monday.isoformat()}/{move_day(monday, 6, 'day').isoformat()}"


def weekend_of(day: date) -> str:
    """Saturday and Sunday of the ISO week that holds `day`.

    Raises:
        ValueError: they lie beyond the end of the calendar (the years 1 to 9999).
    """
    saturday = move_day(day, 5 - day.weekday(), "day")
    return interval(saturday, move_day(saturday, 1, "day"))


def quarter_of(day: date) -> str:
    """The three months of the quarter that holds `day`, as an interval of months.

    Example:
        >>> quarter_of(date(2012, 10, 5))
        '2012-10/2012-12'
    """
    month = (day.month - 1) // 3 * 3 + 1
    return interval(date(day.year, month, 1), last_day(day.year, month + 2))


def decade_of(year: int) -> str:
    """The decade that holds `year`: 1987 gives "198X"."""
    return f"{year // 10:03}X"


def move_day(day: date, count: int, unit: str) -> date:
    """`day` moved by `count` units (day, week, month, quarter, year, decade, century), kept inside its month.

    Raises:
        ValueError: the unit is unknown, or the day falls outside the years 1 to 9999.

    Example:
        >>> move_day(date(2012, 3, 31), -1, "month")
        datetime.date(2012, 2, 29)
    """
    if abs(count) > 40000:
        raise ValueError(f"too far away: {count} {unit}s")
    if unit in ("day", "week"):
        try:
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        except OverflowError as error:
            raise ValueError(f"no such year: {count} {unit}s from {day}") from error
    if unit not in _MONTHS_IN:
        raise ValueError(f"not a unit of time: {unit!r}")
    year, month = divmod(day.year * 12 + day.month - 1 + count * _MONTHS_IN[unit], 12)
    if not 1 <= year <= 9999:
        raise ValueError(f"no such year: {year}")
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def unit_of(day: date, unit: str) -> str:
    """The calendar unit (day, week, month, quarter, year, decade, century) that holds `day`.

    Raises:
        ValueError: the unit is unknown.

    Example:
        >>> [unit_of(date(2012, 10, 5), unit) for unit in ("day", "week", "month", "decade", "century")]
        ['2012-10-05', '2012-10-01/2012-10-07', '2012-10', '201X', '20XX']
    """
    if unit == "week":
        return week_of(day)
    if unit == "quarter":
        return quarter_of(day)
    if unit in ("decade", "century"):
        return decade_of(day.year) if unit == "decade" else f"{day.year // 100:02}XX"
    if unit not in _WIDTH:
        raise ValueError(f"not a unit of time: {unit!r}")
    return day.isoformat()[: _WIDTH[unit]]


def join(first: str, last: str) -> str:
    """The interval from the beginning of one date to the end of another; "" if either is "" or they are reversed.

    Example:
        >>> join("1991", "2001"), join("2012-10", "2012-10"), join("1999", "1997"), join("2001", "..")
        ('1991/2001', '2012-10', '', '2001/..')
    """
    if not first or not last:
        return ""
    value = f"{first.partition('/')[0]}/{last.rpartition('/')[2]}"
    if first == last:
        return first
    try:
        return check_edtf(value)
    except ValueError:
        return ""


def overlaps(left: str, right: str) -> bool:
    """Whether two dates can be the same time. "" overlaps nothing."""
    if not left or not right:
        return False
    (a, b), (c, d) = bounds_of(left), bounds_of(right)
    return (a is None or d is None or a <= d) and (c is None or b is None or c <= b)


def middle_of(value: str) -> date | None:
    """The day in the middle of a date; its only known end if one is open, None if there is none."""
    first, last = bounds_of(value)
    if first and last:
        return first + (last - first) // 2
    return first or last


def month_or_span(value: str) -> str:
    """The month of a date; an interval that reaches over several months as it is, "" for "".

    Example:
        >>> month_or_span("2012-10-04"), month_or_span("2012-06-22/2013-03-16")
        ('2012-10', '2012-06-22/2013-03-16')
    """
    first, last = bounds_of(value)
    if first and last and (first.year, first.month) != (last.year, last.month):
        return value
    return value.replace("../", "").split("/")[0][:7]


def sort_key(value: str) -> str:
    """A string that sorts dates by their beginning; open beginnings by their end, "" last."""
    first, last = bounds_of(value)
    known = first or last
    return known.isoformat() if known else "9999"


def spell(value: str) -> str:
    """A date as an officer writes it: "4 October 2012", "October 2012", "the 1980s", "since 2001", "1-7 October 2012".

    Example:
        >>> spell("2012-10-01/2012-10-07")
        '1-7 October 2012'
        >>> spell("2001/..")
        'since 2001'
        >>> spell("2012-10-04~/2012-10-05~")
        'about 4-5 October 2012'
    """
    if not value:
        return "undated"
    first, slash, last = value.partition("/")
    if first.endswith("~") and last.endswith("~"):
        return f"about {spell(f'{first[:-1]}/{last[:-1]}')}"
    if not slash or first == last:
        return _spell_part(first)
    if last == "..":
        return f"since {_spell_part(first)}"
    if first in ("", ".."):
        return f"by {_spell_part(last)}"
    return _spell_range(first, last)


def _spell_range(first: str, last: str) -> str:
    a, b = _PART.match(first), _PART.match(last)
    if a and b and a.group(3) and b.group(3) and not a.group(4) and not b.group(4) and a.group(1) == b.group(1):
        if a.group(2) == b.group(2):
            return f"{int(a.group(3))}-{_spell_part(last)}"
        return f"{int(a.group(3))} {MONTHS[int(a.group(2)) - 1]} to {_spell_part(last)}"
    return f"{_spell_part(first)} to {_spell_part(last)}"


def _spell_part(part: str) -> str:
    match = _PART.match(part)
    if not match:
        return part
    year, month, day, doubt = match.groups()
    about = "about " if doubt else ""
    if "X" in year:
        return f"{about}the {year.replace('X', '0')}s"
    if not month:
        return about + year
    if int(month) in SEASONS:
        return f"{about}{SEASONS[int(month)][0]} {year}"
    named = f"{MONTHS[int(month) - 1]} {year}"
    return f"{about}{int(day)} {named}" if day else about + named
