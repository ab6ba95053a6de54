"""`/calendar`: the visits and meetings of a month as days, those without a day beside them; a year by its months."""

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from starlette.requests import Request

from dragoman.model.errors import UsageError
from dragoman.model.resolution import Thread
from dragoman.present.asking import check_filters
from dragoman.present.fields import Fields, thread_fields
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import read_wanted
from dragoman.present.web.desk import Desk
from dragoman.record.filters import Filters
from dragoman.record.meetings import Meetings, MonthCount, count_months, last_meeting, read_month
from dragoman.text.edtf import bounds_of

MOST = 400
"""Visits and meetings with a day that a month shows, the weightiest: some 250 KB of HTML."""
MOST_VAGUE = 40
OPEN = 4
"""Entries of a day that stand open; the others are folded away."""
Month = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Day:
    """One day of the month with what took place on it, or was to; `ahead`: after the last text."""

    day: date
    entries: tuple[Thread, ...]
    ahead: bool


def show_calendar(desk: Desk, request: Request) -> Page:
    """A month of visits and meetings, or a year if only that is named."""
    filters = check_filters(read_wanted(request))
    named = request.query_params.get("month", "").strip()
    year = read_year(request)
    if year and not named:
        return _year_page(desk, year, filters)
    month = read_month_name(named or last_meeting(desk.folder, filters) or "2000-01")
    return _month_page(desk, month, filters)


def read_month_name(text: str) -> Month:
    """A month as "2012-10".

    Raises:
        UsageError: it is none.
    """
    found = re.fullmatch(r"(\d{4})-(\d{2})", text, re.ASCII)
    year, month = (int(found[1]), int(found[2])) if found else (0, 0)
    if not (1 <= year <= 9999 and 1 <= month <= 12):
        raise UsageError(f"month {text!r}: not a month. Write it as 2012-10.")
    return year, month


def read_year(request: Request) -> int:
    """The year of the query, 0 for none.

    Raises:
        UsageError: it is none.
    """
    text = request.query_params.get("year", "").strip()
    if text and not re.fullmatch(r"(?!0000)\d{4}", text, re.ASCII):
        raise UsageError(f"year {text!r}: not a year. Write it as 2012.")
    return int(text or 0)


def _month_page(desk: Desk, month: Month, filters: Filters) -> Page:
    found = read_month(desk.folder, *month, filters, most=MOST, most_vague=MOST_VAGUE)
    months = [_beside(month, -1), *((month[0], number) for number in range(1, 13)), _beside(month, 1)]
    before, *year, after = count_months(desk.folder, [each for each in months if each], filters) \
        if all(months) else (None, *count_months(desk.folder, [each for each in months[1:13] if each], filters), None)
    days = lay_out(month, found)
    vague = [thread for thread in found.vague if not is_within(thread.date, month)]
    context = {
        "month": f"{month[0]:04}-{month[1]:02}", "days": days, "found": found, "year": year, "before": before,
        "after": after, "open": OPEN, "vague": vague, "dayless": [each for each in found.vague if each not in vague],
        "name": desk.name,
    }  # fmt: skip
    rows = tuple(_rows(days, found.vague))
    data: Fields = {
        "month": f"{month[0]:04}-{month[1]:02}", "with_day": found.placed_count, "without_day": found.vague_count,
        "previous": _count_fields(before), "next": _count_fields(after), "rows": list(rows),
    }  # fmt: skip
    return Page("Calendar", "calendar.html.jinja", context, rows, data)


def lay_out(month: Month, found: Meetings) -> list[Day]:
    """The days of a month; what reaches over several days stands on its first one in the month."""
    first, length = date(*month, 1), monthrange(*month)[1]
    entries: list[list[Thread]] = [[] for _ in range(length)]
    for thread in found.placed:
        begin = bounds_of(thread.date)[0] or first
        entries[max(begin, first).day - 1].append(thread)
    days = (first.replace(day=number + 1) for number in range(length))
    return [Day(day, tuple(some), day.isoformat() > found.as_of) for day, some in zip(days, entries, strict=True)]


def is_within(value: str, month: Month) -> bool:
    """Whether a date leaves only the day open, not the month."""
    first, last = bounds_of(value)
    return bool(first and last) and {(each.year, each.month) for each in (first, last) if each} == {month}


def _year_page(desk: Desk, year: int, filters: Filters) -> Page:
    months = count_months(desk.folder, [(year, number) for number in range(1, 13)], filters)
    rows = tuple(_count_fields(each) for each in months)
    context = {"number": year, "months": months, "peak": max(1, *(each.count for each in months))}
    return Page("Calendar", "calendar_year.html.jinja", context, rows, {"year": f"{year:04}", "rows": list(rows)})


def _beside(month: Month, step: int) -> Month | None:
    year, place = divmod(month[0] * 12 + month[1] - 1 + step, 12)
    return (year, place + 1) if 1 <= year <= 9999 else None


def _count_fields(count: MonthCount | None) -> Fields:
    return {"month": count.month, "count": count.count, "planned": count.planned} if count else {}


def _rows(days: Sequence[Day], vague: Sequence[Thread]) -> list[Fields]:
    """All that the page shows, by day; `day` is "" for what has none."""
    placed: list[Fields] = [
        {"day": day.day.isoformat(), **thread_fields(thread)} for day in days for thread in day.entries
    ]
    return placed + [{"day": "", **thread_fields(thread)} for thread in vague]
