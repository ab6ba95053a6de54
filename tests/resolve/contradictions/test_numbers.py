"""Counts are read with their bounds, units and roles."""

import pytest

from dragoman.resolve.contradictions.numbers import read_counts

INF = float("inf")


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("killing 24 Pakistani soldiers", [(24, 24, "soldier", "killed")]),
        ("at least twenty-four people were killed", [(24, INF, "people", "killed")]),
        ("left more than 12 dead", [(12, INF, "people", "killed")]),
        ("signed three memorandums of understanding", [(3, 3, "memorandum", "")]),
        ("released 15 British sailors after holding them", [(15, 15, "sailor", "freed")]),
        ("deported 120 Indonesian workers", [(108, 132, "worker", "expelled")]),
        ("a loan of $1.2 billion", [(1.08e9, 1.32e9, "dollar", "")]),
        ("a three-day visit", [(3, 3, "day visit", "")]),
        ("built 12 turbines there", [(12, 12, "turbine", "")]),
        ("up to 30 aircraft", [(0, 30, "aircraft", "")]),
        ("some 20 ships", [(15, 25, "ship", "")]),
    ],
)
def test_counts(quote, expected):
    assert [(count.low, count.high, count.unit, count.role) for count in read_counts(quote)] == expected


@pytest.mark.parametrize(
    "quote",
    [
        "dozens of soldiers were killed", "another three soldiers were killed", "three of the soldiers were killed",
        "between 10 and 20 ships", "the 2008 agreements", "for two days", "a ten-year occupation", "5 percent", "in 1999",
        "three soldiers stood there",
    ],
)  # fmt: skip
def test_what_counts_nothing_whole(quote):
    assert read_counts(quote) == ()
