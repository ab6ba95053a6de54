"""What the words around a name say of its bearer, read from a run of words alone."""

import pytest

from dragoman.language.descriptions import Description, describe, title_at
from dragoman.language.names import find_names
from dragoman.model.analysis import Analysis

RUNS = [
    ("the Pakistani foreign minister", {"FM"}, ("PAK",), "GOV", False),
    ("Pakistan's foreign minister", {"FM"}, ("PAK",), "GOV", False),
    ("president of Peru", {"HOS"}, ("PER",), "GOV", False),
    ("the NATO secretary general", {"IGO"}, ("IGO:NATO",), "IGO", False),
    ("an analyst", set(), (), "UNK", True),
    ("a tall man", set(), (), "UNK", False),
    ("the Greek and Turkish presidents", {"HOS"}, ("GRC", "TUR"), "GOV", False),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((text, "2012-10-05") for text, *_ in RUNS)


def analysed(read_text, text: str) -> Analysis:
    return read_text(text)[1]


@pytest.mark.parametrize(("text", "offices", "codes", "sector", "private"), RUNS)
def test_a_run_of_words_gives_office_and_side(read_text, world, text, offices, codes, sector, private) -> None:
    an = analysed(read_text, text)
    owners = {each.first: each for each in find_names(an, world, "2012-10-05")}
    found = describe(an, world, 0, len(an), owners)
    assert (found.offices, found.codes, found.private) == (offices, codes, private)
    assert found.sector == sector or not offices


def test_an_empty_run_says_nothing(read_text, world) -> None:
    an = analysed(read_text, "a tall man")
    assert describe(an, world, 0, 0, {}) == Description()


@pytest.mark.parametrize(
    ("text", "at", "end"),
    [
        ("the Pakistani foreign minister", 2, 4),
        ("the Pakistani foreign minister", 3, 4),
        ("the Greek and Turkish presidents", 4, 5),
    ],
)
def test_the_longest_title_wins_also_in_the_plural(read_text, world, text: str, at: int, end: int) -> None:
    hit = title_at(analysed(read_text, text), world, at)
    assert hit is not None and hit[0] == end


def test_other_words_are_no_titles(read_text, world) -> None:
    assert title_at(analysed(read_text, "a tall man"), world, 1) is None
