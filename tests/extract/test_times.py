"""Time expressions: what is found, what it means on a day of publication, what is no time at all."""

import doctest
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.extract import times as package
from dragoman.extract.times import Time, calendar, find_times, finding, tokens
from dragoman.text.edtf import check_edtf

FRIDAY = "2012-10-05"


def read(text: str, anchor: str = FRIDAY, *, tense: str = "", last: str = "") -> list[Time]:
    return find_times(text, 0, len(text), anchor, tense=lambda offset: tense, last=last)


def pairs(text: str, anchor: str = FRIDAY, *, tense: str = "", last: str = "") -> list[tuple[str, str]]:
    return [(text[t.start : t.end], t.value) for t in read(text, anchor, tense=tense, last=last)]


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(finding).failed == doctest.testmod(calendar).failed == doctest.testmod(tokens).failed == 0
    assert package.find_times is finding.find_times


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("signed on October 4, 2012 in Riga", "October 4, 2012", "2012-10-04"),
        ("signed on Oct. 4 , 2012 in Riga", "Oct. 4 , 2012", "2012-10-04"),
        ("signed on 4 October 2012", "4 October 2012", "2012-10-04"),
        ("signed on the 4th of October, 2012", "the 4th of October, 2012", "2012-10-04"),
        ("signed on Thursday, Oct. 4, 2012", "Thursday, Oct. 4, 2012", "2012-10-04"),
        ("signed on 2012-10-04", "2012-10-04", "2012-10-04"),
        ("signed on 25/12/2011", "25/12/2011", "2011-12-25"),
        ("signed on 4.10.2012", "4.10.2012", "2012-10-04"),
        ("signed on 10/4/2012", "10/4/2012", "2012"),
        ("signed in\nOctober\n2012", "October\n2012", "2012-10"),
        ("signed in May 2010", "May 2010", "2010-05"),
        ("the May 2010 summit", "May 2010", "2010-05"),
        ("in July of last year", "July of last year", "2011-07"),
        ("in 1989", "1989", "1989"),
        ("(2009)", "2009", "2009"),
        ("the 2014 deadline", "2014", "2014"),
        ("in 1998/99", "1998/99", "1998/1999"),
        ("in the 1980s", "the 1980s", "198X"),
        ("in the '80s", "the '80s", "198X"),
        ("in the sixties", "the sixties", "196X"),
        ("in the early 1990s", "the early 1990s", "1990/1993~"),
        ("in the mid-1990s", "the mid-1990s", "1994~/1996~"),
        ("in the 19th century", "the 19th century", "18XX"),
        ("in spring 2011", "spring 2011", "2011-21"),
        ("in the autumn of 2011", "the autumn of 2011", "2011-23"),
        ("in mid-2011", "mid-2011", "2011-05/2011-08"),
        ("in early 2011", "early 2011", "2011-01/2011-03"),
        ("by the end of 2014", "the end of 2014", "2014-12"),
        ("in mid-October 2012", "mid-October 2012", "2012-10-11/2012-10-20"),
        ("the first half of 2010", "the first half of 2010", "2010-01/2010-06"),
        ("the third quarter of 2010", "the third quarter of 2010", "2010-07/2010-09"),
        ("the first week of October 2012", "the first week of October 2012", "2012-10-01/2012-10-07"),
        ("the last three months of 2011", "the last three months of 2011", "2011-10/2011-12"),
        ("the month of May 2011", "the month of May 2011", "2011-05"),
        ("on Christmas Day 2011", "Christmas Day 2011", "2011-12-25"),
        ("after 9/11", "9/11", "2001-09-11"),
        ("the September 11 attacks", "the September 11 attacks", "2001-09-11"),
        ("in nineteen ninety-six", "nineteen ninety-six", "1996"),
        ("in the year two thousand", "the year two thousand", "2000"),
    ],
)
@pytest.mark.parametrize("anchor", [FRIDAY, "2012-10-03/2012-10-07"])
def test_dates_of_the_calendar(text: str, words: str, value: str, anchor: str) -> None:
    assert pairs(text, anchor) == [(words, value)]


def test_dates_with_a_year_need_no_publication_date() -> None:
    assert pairs("On 4 October 2012, not yesterday", "") == [("4 October 2012", "2012-10-04"), ("yesterday", "")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("met yesterday", "yesterday", "2012-10-04"),
        ("meet tomorrow morning", "tomorrow morning", "2012-10-06"),
        ("met last night", "last night", "2012-10-04"),
        ("met on Thursday", "Thursday", "2012-10-04"),
        ("met on Thursday night", "Thursday night", "2012-10-04"),
        ("met on Friday", "Friday", "2012-10-05"),
        ("met last Friday", "last Friday", "2012-09-28"),
        ("met last Thursday", "last Thursday", "2012-10-04"),
        ("next Thursday", "next Thursday", "2012-10-11"),
        ("this Sunday", "this Sunday", "2012-10-07"),
        ("Monday of last week", "Monday of last week", "2012-09-24"),
        ("this week", "this week", "2012-10-01/2012-10-07"),
        ("last week", "last week", "2012-09-24/2012-09-30"),
        ("last month", "last month", "2012-09"),
        ("next month", "next month", "2012-11"),
        ("last year", "last year", "2011"),
        ("next year", "next year", "2013"),
        ("earlier this month", "earlier this month", "2012-10"),
        ("later this year", "later this year", "2012"),
        ("late last year", "late last year", "2011-10/2011-12"),
        ("the end of the month", "the end of the month", "2012-10-21/2012-10-31"),
        ("the second half of the year", "the second half of the year", "2012-07/2012-12"),
        ("two days ago", "two days ago", "2012-10-03"),
        ("three weeks ago", "three weeks ago", "2012-09-10/2012-09-16"),
        ("five months ago", "five months ago", "2012-05"),
        ("two years ago", "two years ago", "2010"),
        ("nearly two years ago", "nearly two years ago", "2010~"),
        ("a decade ago", "a decade ago", "2002~"),
        ("ten days from now", "ten days from now", "2012-10-15"),
        ("this weekend", "this weekend", "2012-10-06/2012-10-07"),
        ("the week of May 3", "the week of May 3", "2012-04-30/2012-05-06"),
        ("last April", "last April", "2012-04"),
        ("last summer", "last summer", "2012-22"),
        ("last Christmas", "last Christmas", "2011-12-25"),
        ("the first quarter", "the first quarter", "2012-01/2012-03"),
        ("at 10 a.m. Wednesday", "10 a.m. Wednesday", "2012-10-03"),
        ("on Wednesday at 10:30 GMT", "Wednesday at 10:30 GMT", "2012-10-03"),
    ],
)
def test_what_hangs_on_the_day_of_publication(text: str, words: str, value: str) -> None:
    assert pairs(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "tense", "value"),
    [
        ("in September", "past", "2012-09"),
        ("in September", "future", "2013-09"),
        ("in December", "past", "2011-12"),
        ("in December", "future", "2012-12"),
        ("in October", "past", "2012-10"),
        ("in December", "", "2012-12"),
        ("in April", "", "2012-04"),
        ("on Friday", "past", "2012-10-05"),
        ("on Friday", "future", "2012-10-05"),
        ("on Monday", "future", "2012-10-08"),
        ("on Monday", "present", "2012-10-01"),
        ("on November 2", "future", "2012-11-02"),
        ("on October 2", "future", "2012-10-02"),
        ("on October 20", "past", "2012-10-20"),
        ("on February 2", "past", "2012-02-02"),
        ("the weekend", "past", "2012-09-29/2012-09-30"),
        ("the weekend", "future", "2012-10-06/2012-10-07"),
        ("scheduled for November", "past", "2012-11"),
        ("about Wednesday's raid", "future", "2012-10-03"),
        ("in the first quarter", "future", "2013-01/2013-03"),
    ],
)
def test_tense_chooses_what_the_words_leave_out(text: str, tense: str, value: str) -> None:
    assert [t.value for t in read(text, tense=tense)] == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [("Lawmakers will vote on Monday", "2012-10-08"), ("Lawmakers voted on Monday", "2012-10-01"),
     ("open until Monday", "2012-10-08"), ("They will vote. The talks began on Monday", "2012-10-01")],
)  # fmt: skip
def test_without_a_parse_nearby_words_tell_the_future(text: str, value: str) -> None:
    assert [t.value for t in find_times(text, 0, len(text), FRIDAY)] == [value]


@pytest.mark.parametrize(
    ("text", "last", "value"),
    [
        ("two days later", "2011-11-26", "2011-11-28"),
        ("the next day", "2011-11-26", "2011-11-27"),
        ("the following month", "2011-11-26", "2011-12"),
        ("the previous day", "2011-11-26", "2011-11-25"),
        ("a year earlier", "2011-11-26", "2010"),
        ("a year earlier", "2011-07/2011-09", "2010-07/2010-09"),
        ("that month", "2011-11-26", "2011-11"),
        ("the same day", "2011-11-26", "2011-11-26"),
        ("later that year", "2011-11-26", "2011"),
        ("that evening", "2011-11-26", "2011-11-26"),
        ("the following Monday", "2011-11-26", "2011-11-28"),
        ("at 10 p.m.", "2011-11-26", "2011-11-26"),
        ("that day", "", ""),
        ("the next day", "", "2012-10-06"),
    ],
)
def test_what_hangs_on_the_date_told_before(text: str, last: str, value: str) -> None:
    assert [t.value for t in read(text, last=last)] == [value]


def test_each_date_is_the_ground_of_the_next() -> None:
    text = "On Nov. 26, 2011 the raid came. A year earlier talks had failed. Two days later the road was closed."
    assert [value for _, value in pairs(text)] == ["2011-11-26", "2010", "2011-11-28"]


@pytest.mark.parametrize(
    ("text", "words", "value", "role"),
    [
        ("since 2001", "2001", "2001", "since"),
        ("by 2014", "2014", "2014", "by"),
        ("until 1989", "1989", "1989", "until"),
        ("before the 1990s", "the 1990s", "199X", "before"),
        ("after last week", "last week", "2012-09-24/2012-09-30", "after"),
        ("post-2001", "2001", "2001", "after"),
        ("following last month's raid", "last month", "2012-09", "after"),
        ("between 1991 and 2001", "1991 and 2001", "1991/2001", "between"),
        ("from 2008 to 2012", "2008 to 2012", "2008/2012", ""),
        ("in 2008-2012", "2008-2012", "2008/2012", ""),
        ("in 1979-89", "1979-89", "1979/1989", ""),
        ("from March to May 2012", "March to May 2012", "2012-03/2012-05", ""),
        ("on Oct. 2-3", "Oct. 2-3", "2012-10-02/2012-10-03", ""),
        ("on 3-7 October 2012", "3-7 October 2012", "2012-10-03/2012-10-07", ""),
        ("between Monday and Thursday", "Monday and Thursday", "2012-10-01/2012-10-04", "between"),
        ("from Sept. 30 to Oct. 4", "Sept. 30 to Oct. 4", "2012-09-30/2012-10-04", ""),
    ],
)
def test_prepositions_and_ranges(text: str, words: str, value: str, role: str) -> None:
    (found,) = read(text)
    assert (text[found.start : found.end], found.value, found.role) == (words, value, role)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("in the last ten years", "duration", "2002/2012"),
        ("for the past three months", "duration", "2012-07/2012-10"),
        ("in the past few years", "duration", ""),
        ("in the last decade", "duration", "2002/2012"),
        ("over the last year", "duration", "2011/2012"),
        ("over the next five years", "duration", "2012/2017"),
        ("every year", "set", ""),
        ("each July", "set", ""),
        ("at 1400 GMT", "time", "2012-10-05"),
        ("are now allies", "date", ""),
        ("has recently improved", "date", ""),
        ("several years ago", "date", ""),
        ("in the past", "date", ""),
    ],
)
def test_kinds(text: str, kind: str, value: str) -> None:
    assert [(t.kind, t.value) for t in read(text)] == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "They may march in the second round.",
        "May they succeed; March on, said April Smith.",
        "It cost $2012, or 1,990 rupees, for 1990 people.",
        "Call 555-2012 or +44 20 7946 2012.",
        "Resolution 1973, resolutions 1929 and 1973, No. 1989 and page 2001",
        "the 50th anniversary, aged 45, in his 80s, 3 percent, 1.5 million",
        "on the eve of the visit, days before the talks, ten days after the raid",
        "30 February 2012x, 31 September",
        "Jan Smith and Mar Kovacs read the Sunday Times about Theresa May",
        "a second time, the third man, to fall, to spring, the sun and the sat-nav",
        "Russia Today, the People's Daily and Today's Zaman on the Arab Spring",
        "Ramadan, in hours, a matter of days, for decades, for the first time",
        "",
    ],
)
def test_what_is_no_time(text: str) -> None:
    assert pairs(text) == []


def test_only_the_span_is_read_and_offsets_are_into_the_text() -> None:
    text = "Yesterday. — “In May 2011” he said. Tomorrow."
    start, end = text.index("“"), text.index("”") + 1
    (found,) = find_times(text, start, end, FRIDAY)
    assert text[found.start : found.end] == "May 2011"


@pytest.mark.parametrize(
    ("text", "anchor", "value"),
    [
        ("yesterday", "2012-10-04/2012-10-05", "2012-10-03/2012-10-04"),
        ("on Wednesday", "2012-10-04/2012-10-05", "2012-10-03"),
        ("last month", "2012-10-01/2012-10-14", "2012-09"),
        ("last month", "2012-10", "2012-09"),
        ("last year", "2012", "2011"),
        ("yesterday", "2012-10", ""),
        ("this week", "2012", ""),
        ("yesterday", "2012-10-05/..", ""),
    ],
)
def test_an_uncertain_day_of_publication_widens_or_empties_the_value(text: str, anchor: str, value: str) -> None:
    assert [t.value for t in read(text, anchor)] == [value]


def test_a_faulty_anchor_is_refused() -> None:
    with pytest.raises(ValueError, match="not a date"):
        read("yesterday", "soon")


@pytest.mark.parametrize("words", ["by the weekend", "this week", "last week", "next week", "the last quarter", "yesterday", "tomorrow", "the last day of 9999", "the last ten days of 9999"])
@pytest.mark.parametrize("anchor", ["9999-12-31", "0001-01-01"])
def test_the_ends_of_the_calendar_are_no_fault(words: str, anchor: str) -> None:
    for item in find_times(words, 0, len(words), anchor):
        check_edtf(item.value)


PIECES = st.sampled_from(
    ["the", "a", "in", "of", "on", "at", "since", "by", "until", "between", "and", "from", "to", "-", ",", ".", "'", "(", "1", "2", "31", "99", "2012", "1999", "10:30", "a.m.", "GMT", "Oct.", "May", "October", "Monday", "Sun", "spring", "year", "years", "day", "week", "quarter", "century", "ago", "earlier", "later", "this", "that", "last", "past", "previous", "next", "following", "early", "late", "mid", "end", "first", "third", "half", "two", "few", "yesterday", "tonight", "now", "morning", "weekend", "Christmas", "9/11", "1980s", "'80s", "every", "daily", "fiscal", "period", "about", "scheduled", "will", "2012-10-04", "13/13/2012", "0/0/0000", "9999", "troops\n"]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=25), st.sampled_from(["", FRIDAY, "2012-10-01/2012-10-09", "2012", "0001-01-01", "9999-12-31"]))
def test_any_words_of_time_give_valid_dates_in_order(words: list[str], anchor: str) -> None:
    text = " ".join(words)
    found = find_times(text, 0, len(text), anchor)
    for item in found:
        check_edtf(item.value)
        assert text[item.start : item.end].strip()
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    for item in find_times(text, 0, len(text), FRIDAY):
        check_edtf(item.value)


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2199, 12, 31)))
def test_a_written_date_comes_back(day: date) -> None:
    for form in ("%B %d, %Y", "%d %B %Y", "%Y-%m-%d", "%A, %B %d, %Y", "%d.%m.%Y"):
        text = f"They met on {day.strftime(form)} in Riga."
        assert [t.value for t in read(text)] == [day.isoformat()], form


@pytest.mark.parametrize("piece", ["in the last ", "Oct. 4 , 2012 to ", "1/", "4-", "the first week of ", "9:59:", "'s", "a"])
def test_endless_repetition_is_read_to_its_end(piece: str) -> None:
    """A pattern that tried every way of cutting such a text would never come back; `bench/growth.py` has the times."""
    text = piece * 20_000
    for item in find_times(text, 0, len(text), FRIDAY):
        check_edtf(item.value)
