"""Axes, letters and placing, by themselves."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.resolution import Thread
from dragoman.present.charts.drawing.dates import DayScale
from dragoman.present.charts.drawing.lettering import fit, measure, wrap
from dragoman.present.charts.drawing.placing import Space, TakenSpace, choose_lanes, part_positions
from dragoman.present.charts.moments import choose_period, place_threads
from dragoman.present.charts.source_line import SourceCount, spell_source_line


@pytest.mark.parametrize(
    ("first", "last", "names"),
    [
        (date(2012, 10, 1), date(2012, 10, 31), ["1 Oct 2012", "8 Oct 2012", "15 Oct 2012", "22 Oct 2012", "29 Oct 2012"]),
        (date(2012, 1, 1), date(2012, 12, 31), ["Jan 2012", "Mar 2012", "May 2012", "Jul 2012", "Sep 2012", "Nov 2012"]),
        (date(1991, 3, 1), date(2016, 12, 31), ["1992", "1994", "1996"]),
        (date(1900, 1, 1), date(2016, 12, 31), ["1900", "1910", "1920"]),
        (date(1, 1, 1), date(9999, 12, 31), ["1", "1001", "2001"]),
    ],
)  # fmt: skip
def test_ticks_have_room_and_begin_a_unit(first, last, names):
    ticks = [name for _, name in DayScale(first, last, 0, 560).ticks()]
    assert ticks[: len(names)] == names


def test_a_day_lies_between_its_ends():
    scale = DayScale(date(2012, 10, 1), date(2012, 10, 10), 100, 200)
    assert (scale.place(date(2012, 10, 1)), scale.end(date(2012, 10, 10))) == (100, 200)
    assert scale.middle(date(2012, 10, 2)) == 115


@given(st.text(max_size=300), st.floats(20, 400))
def test_words_never_grow_wider_than_their_room(text, width):
    assert measure(fit(text, 10, width), 10) <= width + 1e-9
    lines = wrap(text, 10, width, most=3)
    assert len(lines) <= 3
    assert all(measure(line, 10) <= width + 1e-9 for line in lines)


def test_taken_space_is_not_given_twice():
    taken = TakenSpace()
    taken.take(Space(0, 0, 100, 10))
    assert taken.take_first([Space(50, 5, 60, 8), Space(50, 10, 60, 18)]) == Space(50, 10, 60, 18)
    assert taken.take_first([Space(55, 12, 70, 14)]) is None


def test_lanes_and_parted_positions():
    assert choose_lanes([(0, 10), (0, 10), (0, 10)], 2) == [0, 1, -1]
    assert part_positions([50, 50, 50], 10, 0, 60) == [40, 50, 60]


def thread(date, **parts):
    return Thread(f"t-{date}", "CONSULT", ("RUS",), ("PAK",), ("e-1",), date=date, **parts)


def test_the_period_is_what_is_asked_for_or_what_is_told():
    rows = [thread("2012-10-04"), thread("2012-12-13"), thread("1965", background=True)]
    assert choose_period(rows, "", "") == (date(2012, 10, 1), date(2012, 12, 31))
    assert choose_period(rows, "2011-05", "2013") == (date(2011, 5, 1), date(2013, 12, 31))
    assert choose_period(rows, "2013-05", "") == (date(2013, 5, 1), date(2013, 5, 31))
    assert choose_period(rows, "", "2012-11") == (date(2012, 10, 1), date(2012, 11, 30))
    assert choose_period(rows, "", "2011") == (date(2011, 12, 1), date(2011, 12, 31))
    assert choose_period([], "", "") is None


def test_one_stray_in_twenty_does_not_stretch_the_axis():
    rows = [thread(f"2012-10-{day:02}") for day in range(1, 25)]
    assert choose_period([*rows, thread("1947-08-15")], "", "") == (date(2012, 10, 1), date(2012, 10, 31))
    assert choose_period([*rows[:5], thread("1947-08-15")], "", "") == (date(1947, 8, 1), date(2012, 10, 31))


def test_what_has_no_place_is_counted():
    rows = [thread(""), thread("1989/1999"), thread("2011-01-01"), thread("2012-10-04"), thread("../2012-10")]
    placed = place_threads(rows, (date(2012, 10, 1), date(2012, 12, 31)))
    assert len(placed.shown) == 2
    assert placed.notes() == ("Not shown: 1 undated, 1 dated too vaguely, 1 outside of the period.",)


def test_the_source_line_tells_texts_from_imported_events():
    imported = SourceCount(imported=("ICEWS",), events=1204)
    assert "1,204 imported events (ICEWS), no text behind them. Dragoman" in spell_source_line(imported)
    both = spell_source_line(SourceCount(1, 1, "2012-10-04", "2012-10-04", ("GDELT", "A"), 1))
    assert both.startswith("Source: 1 document of 1 independent source, published 4 October 2012; 1 imported event (A and GDELT)")
    assert "nothing in the dossier" in spell_source_line(SourceCount())
