"""The index of names: how names are split, which one wins, what passes over hyphens and dots."""

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.vocab import gazetteer
from dragoman.vocab.gazetteer import Gazetteer, Name, fold_word, split_name

PERU = Name("state", ("PER",))
NAMES = Gazetteer([
    ("Peru", PERU),
    ("Republic of Peru", PERU),
    ("Guinea", Name("state", ("GIN",))),
    ("Guinea-Bissau", Name("state", ("GNB",))),
    ("U.S.", Name("state", ("USA",))),
    ("São Tomé", Name("state", ("STP",))),
    ("Kremlin", Name("body", ("SUN",), until="1991-12-25")),
    ("Kremlin", Name("body", ("RUS",), since="1991-12-26")),
    ("Al-Qa'ida", Name("group", ("GRP:AL-QAEDA",))),
    ("", PERU),
])  # fmt: skip


def found(text: str, at: int = 0) -> tuple[int, tuple[str, ...]] | None:
    hit = NAMES.at([fold_word(word) for word in text.split(" ")], at)
    return (hit.last, hit.names[0].codes) if hit else None


def test_examples_in_the_docstrings_hold() -> None:
    assert doctest.testmod(gazetteer).failed == 0


@pytest.mark.parametrize(
    ("word", "folded"),
    [("U.S.", "US"), ("São", "Sao"), ("-", ""), ("us", "us"), ("Al-Shabaab", "AlShabaab"), ("Türkiye", "Turkiye"), (".", "."), ("", "")],
)
def test_a_word_is_folded_without_dots_accents_and_hyphens(word: str, folded: str) -> None:
    assert fold_word(word) == folded


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Republic of Peru", ("Republic", "of", "Peru")),
        ("U.S.", ("US",)),
        ("Guinea-Bissau", ("Guinea", "Bissau")),
        ("Côte d’Ivoire", ("Cote", "d'Ivoire")),
        ("", ()),
    ],
)
def test_a_name_is_split_as_running_text_is(name: str, words: tuple[str, ...]) -> None:
    assert split_name(name) == words


@pytest.mark.parametrize(
    ("text", "at", "expected"),
    [
        ("Peru agreed", 0, (1, ("PER",))),
        ("the Republic of Peru", 1, (4, ("PER",))),
        ("the Republic of Chad", 1, None),
        ("Guinea agreed", 0, (1, ("GIN",))),
        ("Guinea - Bissau agreed", 0, (3, ("GNB",))),
        ("U.S. agreed", 0, (1, ("USA",))),
        ("US agreed", 0, (1, ("USA",))),
        ("us agreed", 0, None),
        ("Sao Tome agreed", 0, (2, ("STP",))),
        ("peru agreed", 0, None),
    ],
)
def test_the_longest_name_that_begins_at_a_word_wins(text: str, at: int, expected: tuple[int, tuple[str, ...]] | None) -> None:
    assert found(text, at) == expected


def test_all_meanings_of_a_name_are_given_and_each_knows_its_days() -> None:
    hit = NAMES.at(["Kremlin"], 0)
    assert hit is not None and [name.codes for name in hit.names] == [("SUN",), ("RUS",)]
    assert [[name.valid_on(day) for name in hit.names] for day in ("1985-01-01", "1991-12-25", "1991-12-26", "")] == [
        [True, False],
        [True, False],
        [False, True],
        [True, True],
    ]


def test_membership_asks_for_the_first_word_of_any_name() -> None:
    assert "Republic" in NAMES and "of" not in NAMES and "" not in NAMES


@given(st.text(max_size=60))
def test_splitting_and_folding_never_fail_and_leave_no_empty_word(text: str) -> None:
    assert all(split_name(text))
    assert "-" not in fold_word(text) and "." not in fold_word(text)[1:]


@given(st.lists(st.sampled_from(["Peru", "Republic", "of", "-", "Guinea", "Bissau", "x", "US"]), min_size=1, max_size=8))
def test_a_hit_lies_inside_the_text(words: list[str]) -> None:
    folded = [fold_word(word) for word in words]
    for at in range(len(folded)):
        hit = NAMES.at(folded, at)
        assert hit is None or hit.first == at < hit.last <= len(folded)
