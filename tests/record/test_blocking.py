import sqlite3
from datetime import date

import pytest

from dragoman.record import blocking
from dragoman.record.blocking import WHOLE, Blocks, place_of, spans_of


@pytest.fixture
def blocks(monkeypatch):
    monkeypatch.setattr(blocking, "MOST", {"event": 4})
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE event_keys (key TEXT, place REAL, event INTEGER, PRIMARY KEY (key, place, event))")
    return Blocks(db, "event")


def file_days(blocks, days, first=1):
    blocks.add((number, "k", float(day)) for number, day in enumerate(days, first))


def test_rows_of_a_key_that_few_share_are_all_compared(blocks):
    file_days(blocks, [0, 1_000, 200_000, 700_000])
    assert blocks.candidates(1) == {2, 3, 4}


def test_of_many_those_near_in_time_are_compared(blocks):
    file_days(blocks, [100, 101, 5_000, 5_001, 9_000, 9_300])
    assert blocks.candidates(1) == {2}
    assert blocks.candidates(3) == {4}
    assert 6 in blocks.candidates(5)


def test_rows_of_other_keys_are_not_compared(blocks):
    blocks.add([(1, "a", 1.0), (2, "b", 1.0)])
    assert blocks.candidates(1) == set()
    assert not blocks.may_compare(1, 2)


def test_a_pair_is_compared_in_both_directions_or_not_at_all(blocks):
    days = [number * number * 3 % 900 + number / 100 for number in range(60)]
    file_days(blocks, days)
    near = {number: blocks.candidates(number) for number in range(1, 61)}
    for a in near:
        for b in near:
            if a != b:
                assert (b in near[a]) == (a in near[b]) == blocks.may_compare(a, b)


def test_ten_thousand_rows_of_one_day_are_compared_with_some_hundred_each(monkeypatch, blocks):
    monkeypatch.setattr(blocking, "MOST", {"event": 400})
    blocks.add((number, "k", 700_000 + number / 10_000) for number in range(10_000))
    assert 100 < len(blocks.candidates(5_000)) < 800


def test_neighbours_of_one_day_hang_together_however_many_they_are(blocks, monkeypatch):
    monkeypatch.setattr(blocking, "MOST", {"event": 16})
    blocks.add((number, "k", 700_000 + number / 100) for number in range(100))
    assert all(number + 1 in blocks.candidates(number) for number in range(99))


def test_a_span_that_fills_up_is_named_once(blocks):
    file_days(blocks, [1, 2, 3, 4])
    file_days(blocks, [5], first=5)
    assert ("k", WHOLE) in set(blocks.closed_spans({"k": [5.0]}))
    file_days(blocks, [6], first=6)
    assert ("k", WHOLE) not in set(blocks.closed_spans({"k": [6.0]}))


def test_a_span_that_empties_is_named(blocks):
    file_days(blocks, [1, 2, 3, 4])
    assert ("k", WHOLE) in set(blocks.reopened_spans({"k": [5.0]}))
    assert set(blocks.reopened_spans({"other": [5.0]})) == set()


def test_a_place_is_a_day_and_a_fraction_that_the_id_gives():
    day = date(2012, 10, 4)
    assert int(place_of(day, "e-1")) == day.toordinal()
    assert place_of(day, "e-1") != place_of(day, "e-2")
    assert place_of(None, "e-1") < 1


def test_every_span_of_a_place_holds_it():
    for place in (0.0, 0.3, 511.99, 734_779.5):
        assert all(start <= place < end for level in spans_of(place) for start, end in level)
