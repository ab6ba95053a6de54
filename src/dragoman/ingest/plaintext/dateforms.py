"""Finds dates written in text, in any language of the month table, with digits of any script.

In: a string. Out: `FoundDate` rows in text order: day, month and year as far as written, and a weekday beside them.
It must not know what a date is for: that is `dating`. Every scan is bounded, so hostile input costs linear time.
"""

import re
from dataclasses import dataclass
from datetime import date
from itertools import islice

from dragoman.text.edtf import last_day
from dragoman.vocab.page_words import MonthName, load_date_words

MAX_FOUND = 2000
_WINDOW = 32
_RUN = re.compile(r"\d+")
_WORD = r"[^\s\d,.،؛:;/|()\[\]–—-]+"
_BEFORE = re.compile(rf"({_WORD})[.,،]?[ \t]{{0,2}}\Z")
_BEFORE_TWO = re.compile(rf"({_WORD} {_WORD})[.,،]?[ \t]{{0,2}}\Z")
_AFTER = re.compile(
    rf"(?:st|nd|rd|th|er|º|\.|-го)?[ \t\xa0]{{0,2}}[,،]?[ \t\xa0]{{0,2}}(?:de |of |den |-)?({_WORD})(?: ({_WORD}))?"
)
_YEAR = re.compile(r"[.,،]?[ \t\xa0]{0,2}(?:de |del |of |-)?[,،]?[ \t\xa0]{0,2}(\d{4})(?!\d)")
_DAY_YEAR = re.compile(r"(?:st|nd|rd|th)?[ \t\xa0]{0,2}[,،]?[ \t\xa0]{0,2}(\d{4})(?!\d)")
_DAY_SUFFIX = re.compile(r"(?:st|nd|rd|th)\b")
_ISO = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?!\d)")
_LONE_YEAR = re.compile(r"(?<![\d$£€.,/-])(?:19|20)\d\d(?![\d/]|[.,]\d|-\d)")
_SIGNS = re.compile(r"(\d{4})\s?(?:年|년)\s?(\d{1,2})\s?(?:月|월)\s?(\d{1,2})\s?(?:日|号|號|일)")
_WEEKDAY = re.compile(rf"({_WORD})[.,،|]?[ \t\xa0]{{0,2}}(?:(?:the|le|den|el) )?\Z")
_TIME = re.compile(
    r"(?:[ \t,|-]*(?:at |T)?\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:[ \t]?[ap]\.?m\b\.?)?)?"
    r"(?:[ \t]*\(?(?:GMT|UTC|[BECMP][SD]?T|CES?T|EES?T|MSK|PKT|IST|JST|KST)\b\)?)?[ \t|]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date as written.

    Attributes:
        start: offset of its first character, the weekday included.
        end: half-open end.
        year: 0 if not written.
        month: 0 if not written.
        day: 0 if not written.
        weekday: 1 Monday to 7 Sunday, 0 if not written.
        other: (month, day) of the second reading of "04/10/2012", else ().
        calendar: "month" (the common one), "persian" or "hijri".
    """

    start: int
    end: int
    year: int = 0
    month: int = 0
    day: int = 0
    weekday: int = 0
    other: tuple[int, int] | tuple[()] = ()
    calendar: str = "month"

    @property
    def bounds(self) -> tuple[date, date] | None:
        """First and last day that it can mean; None without a year or in another calendar."""
        if not self.year or self.calendar != "month":
            return None
        if not self.month:
            return date(self.year, 1, 1), date(self.year, 12, 31)
        if not self.day:
            return date(self.year, self.month, 1), last_day(self.year, self.month)
        days = sorted(date(self.year, m, d) for m, d in filter(None, ((self.month, self.day), self.other)))
        return days[0], days[-1]

    @property
    def exact(self) -> date | None:
        """The one day that it means, None if it is not one day."""
        bounds = self.bounds
        return bounds[0] if bounds and bounds[0] == bounds[1] else None


def is_day(year: int, month: int, day: int) -> bool:
    """Whether that day exists (years 1800 to 2099; year 0 stands for a leap year)."""
    if not (year == 0 or 1800 <= year < 2100) or not 1 <= month <= 12:
        return False
    return 1 <= day <= last_day(year or 2000, month).day


def find_dates(text: str, start: int = 0, end: int | None = None) -> tuple[FoundDate, ...]:
    """All dates written in `text[start:end]`, at most 2,000; bare years are not dates (see `find_years`)."""
    stop = len(text) if end is None else min(end, len(text))
    found: list[FoundDate] = []
    done = start
    for run in _RUN.finditer(text, start, stop):
        if run.start() < done or len(found) >= MAX_FOUND or run.end() - run.start() > 4:
            continue
        one = _read_at(text, run.start(), run.end(), max(done, start))
        if one is not None and one.end <= stop:
            found.append(_with_weekday(text, one, max(done, start)))
            done = one.end
    return tuple(found)


def find_years(text: str, start: int = 0, end: int | None = None) -> tuple[tuple[int, int], ...]:
    """(offset, year) of the four-digit years 1900-2099 that stand alone."""
    found = islice(_LONE_YEAR.finditer(text, start, len(text) if end is None else end), MAX_FOUND)
    return tuple((match.start(), int(match.group())) for match in found)


def weekday_of(word: str) -> int:
    """1 Monday to 7 Sunday for a weekday's name, 0 for any other word."""
    for meaning in load_date_words().get(word.casefold().rstrip("."), ()):
        if meaning.kind == "weekday" and not (meaning.capital and not word[:1].isupper()):
            return meaning.number
    return 0


def _read_at(text: str, first: int, last: int, floor: int) -> FoundDate | None:
    """The date whose first number stands at `first`..`last`; words before it are looked at down to `floor`."""
    length = last - first
    if length == 4:
        return _read_iso(text, first) or _read_month_year(text, first, last, floor)
    if length > 2 or (first and (text[first - 1] == "_" or text[first - 1].isalpha())):
        return None
    return (
        _read_numeric(text, first)
        or _read_month_before(text, first, last, floor)
        or _read_month_after(text, first, last)
    )


def _read_iso(text: str, first: int) -> FoundDate | None:
    for pattern, groups in ((_ISO, (1, 3, 4)), (_SIGNS, (1, 2, 3))):
        match = pattern.match(text, first)
        if match:
            year, month, day = (int(match.group(g)) for g in groups)
            if is_day(year, month, day):
                return FoundDate(first, match.end(), year, month, day)
    return None


def _read_numeric(text: str, first: int) -> FoundDate | None:
    match = _NUMERIC.match(text, first)
    if not match or (first and text[first - 1] in "/.-$"):
        return None
    a, b, year = int(match.group(1)), int(match.group(3)), int(match.group(4))
    if len(match.group(4)) == 2:
        if match.group(2) != "/":
            return None
        year += 2000 if year < 50 else 1900
    orders = ((b, a),) if match.group(2) == "." else ((b, a), (a, b))
    readings = [(m, d) for m, d in orders if is_day(year, m, d)]
    if not readings:
        return None
    other = readings[1] if len(readings) == 2 and readings[0] != readings[1] else ()
    return FoundDate(first, match.end(), year, readings[0][0], readings[0][1], other=other)


def _month_of(words: str) -> MonthName | None:
    for meaning in load_date_words().get(words.casefold().rstrip("."), ()):
        if meaning.kind in ("month", "persian", "hijri") and not (meaning.capital and not words[:1].isupper()):
            return meaning
    return None


def _read_month_before(text: str, first: int, last: int, floor: int) -> FoundDate | None:
    """October 4, 2012; Oct. 4; اکتوبر 4."""
    window = text[max(floor, first - _WINDOW) : first]
    for pattern in (_BEFORE_TWO, _BEFORE):
        match = pattern.search(window)
        month = _month_of(match.group(1)) if match else None
        if match is None or month is None:
            continue
        at = first - len(window) + match.start(1)
        tail = _DAY_YEAR.match(text, last) or _DAY_SUFFIX.match(text, last)
        return _made(at, last, month, text[first:last], tail)
    return None


def _read_month_after(text: str, first: int, last: int) -> FoundDate | None:
    """4 October 2012; 4th of October, 2012; 4 de octubre de 2012; 13 دسمبر، 2012."""
    match = _AFTER.match(text, last, last + 2 * _WINDOW)
    if not match:
        return None
    ends = ((match.group(2) and f"{match.group(1)} {match.group(2)}", match.end(2)), (match.group(1), match.end(1)))
    for words, end in ends:
        month = _month_of(words) if words else None
        if month is not None:
            return _made(first, end, month, text[first:last], _YEAR.match(text, end))
    return None


def _made(at: int, end: int, month: MonthName, day: str, tail: re.Match[str] | None) -> FoundDate | None:
    year = int(tail.group(1)) if tail and tail.re.groups else 0
    if month.kind != "month" or 1300 <= year < 1500:
        calendar = month.kind if month.kind != "month" else "hijri"
        return FoundDate(at, tail.end() if tail else end, year, month.number, int(day), calendar=calendar)
    if year and not 1800 <= year < 2100:
        year, tail = 0, None
    if not is_day(year, month.number, int(day)):
        return None
    return FoundDate(at, tail.end() if tail else end, year, month.number, int(day))


def _read_month_year(text: str, first: int, last: int, floor: int) -> FoundDate | None:
    """October 2012, Oct. 2012, октябрь 2012."""
    window = text[max(floor, first - _WINDOW) : first]
    year = int(text[first:last])
    for pattern in (_BEFORE_TWO, _BEFORE):
        match = pattern.search(window)
        month = _month_of(match.group(1)) if match else None
        if match and month and (1800 <= year < 2100 or month.kind != "month"):
            return FoundDate(first - len(window) + match.start(1), last, year, month.number, calendar=month.kind)
    return None


def _with_weekday(text: str, found: FoundDate, floor: int) -> FoundDate:
    window = text[max(floor, found.start - _WINDOW) : found.start]
    match = _WEEKDAY.search(window)
    number = weekday_of(match.group(1)) if match else 0
    if not match or not number:
        return found
    at = found.start - len(window) + match.start(1)
    return FoundDate(at, found.end, found.year, found.month, found.day, number, found.other, found.calendar)


def end_of_time(text: str, at: int) -> int:
    """Offset after the time of day and zone that follow a date at `at` ("at 3:30 pm EDT"), `at` if none do."""
    match = _TIME.match(text, at)
    return match.end() if match else at
