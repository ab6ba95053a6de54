"""Parts of dates: early, mid and late, the first week of a month, halves; and the days of feasts.

In: EDTF dates and words of `time_words.tsv`. Out: EDTF dates. It must not know how the words were found.

"Early", "mid" and "late" have no borders in the language. We take days 1-10, 11-20 and the rest of a month; January to
March, May to August, October to December of a year; years 0-3, 4-6 and 7-9 of a decade, with a rough inner border
("early 1990s" is `1990/1993~`). "The beginning" and "the end" of a year are its first and last month.
"""

from datetime import date, timedelta

from dragoman.text import edtf

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = {"start": (1, 3), "mid": (5, 8), "end": (10, 12)}
_DAYS = {"start": (1, 10), "mid": (11, 20), "end": (21, 31)}
_YEARS = {"start": "{0}0/{0}3~", "mid": "{0}4~/{0}6~", "end": "{0}7~/{0}9"}
_CENTURY = {"start": "{0}00/{0}30~", "mid": "{0}40~/{0}60~", "end": "{0}70~/{0}99"}


def cut_edge(value: str, side: str, *, narrow: bool = False) -> str:
    """The early, middle or late part of a date; `narrow` for "the beginning" and "the end" of it.

    Args:
        value: EDTF.
        side: "start", "mid" or "end".
        narrow: the words were nouns: "the end of 2012" is nearer to its border than "late 2012".

    Example:
        >>> cut_edge("2011", "mid"), cut_edge("2012-10", "end"), cut_edge("199X", "start")
        ('2011-05/2011-08', '2012-10-21/2012-10-31', '1990/1993~')
        >>> cut_edge("2012", "end", narrow=True), cut_edge("2012-10-04", "start")
        ('2012-12', '2012-10-04')
    """
    first, last = edtf.bounds_of(value)
    if not first or not last or first == last:
        return value
    if "X" in value:
        return (_CENTURY if value.endswith("XX") else _YEARS)[side].format(value.rstrip("X"))
    if len(value.rstrip("~")) == 4:
        months = {"start": (1, 1), "end": (12, 12)}.get(side, _MONTHS[side]) if narrow else _MONTHS[side]
        return edtf.interval(date(first.year, months[0], 1), edtf.last_day(first.year, months[1]))
    if (first.year, first.month) == (last.year, last.month) and last.day > 27 and first.day == 1:
        begin, end = _DAYS[side]
        return edtf.interval(first.replace(day=begin), last.replace(day=min(end, last.day)))
    return _cut_third(first, last, side)


def _cut_third(first: date, last: date, side: str) -> str:
    """About a third of a week, season or quarter; whole months where the third is a month."""
    length = (last - first).days + 1
    if length > 80 and first.day == 1:
        start = edtf.move_day(first, {"start": 0, "mid": 1, "end": 2}[side], "month")
        return edtf.unit_of(start, "month")
    third = timedelta(days=(length + 2) // 3 - 1)
    if side == "mid":
        middle = first + timedelta(days=length // 2)
        return edtf.interval(middle - third / 2, middle + third / 2)
    return edtf.interval(first, first + third) if side == "start" else edtf.interval(last - third, last)


def cut_units(value: str, unit: str, *, number: int, count: int = 1) -> str:
    """The n-th unit or half of a date, "" where it has none: the first week of October, the second half of 2010.

    Args:
        value: EDTF.
        unit: day, week, month, quarter, year, decade or half.
        number: from 1; -1 is the last.
        count: how many units ("the first three months").

    Example:
        >>> cut_units("2012-10", "week", number=1), cut_units("2010", "half", number=2)
        ('2012-10-01/2012-10-07', '2010-07/2010-12')
        >>> cut_units("2012", "month", number=1, count=3), cut_units("2012-10", "day", number=-1)
        ('2012-01/2012-03', '2012-10-31')
    """
    first, last = edtf.bounds_of(value)
    if not first or not last or not number or not 0 < count < 1000:
        return ""
    if unit == "half":
        return _cut_half(first, last, second=number != 1)
    if number < 0:
        start = edtf.move_day(edtf.move_day(last, 1, "day"), -count, unit)
    else:
        start = edtf.move_day(first, number - 1, unit)
    end = edtf.move_day(edtf.move_day(start, count, unit), -1, "day")
    if start < first or start > last:
        return ""
    return edtf.interval(start, min(end, last))


def _cut_half(first: date, last: date, *, second: bool) -> str:
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    middle = edtf.move_day(first, months // 2, "month") if months % 2 == 0 else first + (last - first) // 2
    return edtf.interval(middle, last) if second else edtf.interval(first, middle - timedelta(days=1))


def named_day(code: str, year: int) -> date:
    """The day of a feast in a year, from the `value` column of `time_words.tsv`.

    Raises:
        ValueError: the code cannot be read.

    Example:
        >>> named_day("12-25", 2012), named_day("11 thursday 4", 2012), named_day("easter 0", 2012)
        (datetime.date(2012, 12, 25), datetime.date(2012, 11, 22), datetime.date(2012, 4, 8))
    """
    if code.startswith("easter "):
        return _easter(year) + timedelta(days=int(code.split()[1]))
    if " " not in code:
        month, day = code.split("-")
        return date(year, int(month), int(day))
    head, name, *rest = code.split()
    if name == "election":
        return _nth_weekday(year, int(head), (0, 1)) + timedelta(days=1)
    return _nth_weekday(year, int(head), (_WEEKDAYS.index(name), int(rest[0])))


def _nth_weekday(year: int, month: int, which: tuple[int, int]) -> date:
    """The n-th weekday of a month; n = -1 is the last."""
    weekday, number = which
    if number < 0:
        last = edtf.last_day(year, month)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (number - 1))


def _easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar.

    Source: the anonymous Gregorian computus, Nature, 20 April 1876.
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (a + 11 * h) // 319
    n = (2 * e + 2 * i - k - h + m + 32) % 7
    month = (h - m + n + 90) // 25
    return date(year, month, (h - m + n + month + 19) % 32)
