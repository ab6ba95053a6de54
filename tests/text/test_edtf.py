"""EDTF dates: bounds, the shortest spelling of intervals, moves by calendar units."""

import doctest
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.text import edtf

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2999, 12, 31))
UNITS = st.sampled_from(["day", "week", "month", "quarter", "year", "decade", "century"])


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(edtf).failed == 0


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2012-10-04", date(2012, 10, 4), date(2012, 10, 4)),
        ("2012-02", date(2012, 2, 1), date(2012, 2, 29)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("18XX", date(1800, 1, 1), date(1899, 12, 31)),
        ("2012-21", date(2012, 3, 1), date(2012, 5, 31)),
        ("2001/..", date(2001, 1, 1), None),
        ("../2014", None, date(2014, 12, 31)),
        ("1990/1993~", date(1990, 1, 1), date(1993, 12, 31)),
        ("", None, None),
    ],
)
def test_bounds_are_the_first_and_last_day(value: str, first: date | None, last: date | None) -> None:
    assert edtf.bounds_of(value) == (first, last)


@pytest.mark.parametrize("value", ["2012-13", "2012-02-30", "soon", "2012/", "2013/2012", "12", "2012-10-4"])
def test_what_is_no_date_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        edtf.check_edtf(value)


@given(DAYS, DAYS)
def test_interval_keeps_its_bounds(one: date, other: date) -> None:
    first, last = min(one, other), max(one, other)
    assert edtf.bounds_of(edtf.interval(first, last)) == (first, last)


@given(DAYS, UNITS)
def test_unit_holds_its_day_and_every_day_of_it_names_it(day: date, unit: str) -> None:
    value = edtf.unit_of(day, unit)
    first, last = edtf.bounds_of(value)
    assert first is not None and last is not None
    assert first <= day <= last
    assert edtf.unit_of(first, unit) == edtf.unit_of(last, unit) == value


@given(DAYS, st.integers(-50, 50), st.sampled_from(["month", "quarter", "year", "decade"]))
def test_move_there_and_back_stays_in_the_month(day: date, count: int, unit: str) -> None:
    back = edtf.move_day(edtf.move_day(day, count, unit), -count, unit)
    assert (back.year, back.month) == (day.year, day.month)
    assert back <= day


@given(DAYS, st.integers(-3000, 3000))
def test_move_by_weeks_is_a_move_by_seven_days(day: date, count: int) -> None:
    assert edtf.move_day(day, count, "week") == day + timedelta(days=7 * count)


@pytest.mark.parametrize(("count", "unit"), [(10**9, "day"), (-2013, "year"), (1, "moon"), (-3000, "year")])
def test_moves_out_of_the_calendar_are_refused(count: int, unit: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        edtf.move_day(date(2012, 10, 5), count, unit)


@given(DAYS)
def test_week_and_weekend_begin_on_monday_and_saturday(day: date) -> None:
    assert (edtf.bounds_of(edtf.week_of(day))[0] or day).isoweekday() == 1
    assert (edtf.bounds_of(edtf.weekend_of(day))[0] or day).isoweekday() == 6


@given(DAYS, DAYS)
def test_join_spans_both_or_nothing(one: date, other: date) -> None:
    joined = edtf.join(edtf.unit_of(one, "month"), edtf.unit_of(other, "month"))
    if joined:
        first, last = edtf.bounds_of(joined)
        assert first == one.replace(day=1)
        assert last == edtf.last_day(other.year, other.month)
    else:
        assert (one.year, one.month) > (other.year, other.month)


@given(DAYS, UNITS)
def test_dates_overlap_themselves_and_sort_by_their_beginning(day: date, unit: str) -> None:
    value = edtf.unit_of(day, unit)
    assert edtf.overlaps(value, value)
    assert edtf.overlaps(value, day.isoformat())
    assert edtf.sort_key(value) <= day.isoformat()
    assert edtf.spell(value) != "undated"


@pytest.mark.parametrize(
    ("value", "words"),
    [("2012-10-04", "4 October 2012"), ("198X", "the 1980s"), ("2001/..", "since 2001"), ("../2014", "by 2014"),
     ("2012-10-03/2012-10-07", "3-7 October 2012"), ("2012-21", "spring 2012"), ("2003~", "about 2003"), ("", "undated")],
)  # fmt: skip
def test_dates_are_spelled_as_an_officer_writes_them(value: str, words: str) -> None:
    assert edtf.spell(value) == words
