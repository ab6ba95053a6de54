"""How much a common word says."""

import pytest

from dragoman.vocab.rarity import RAREST, STEM, load_rarity, weigh_words


def test_rare_words_weigh_more_than_plain_ones() -> None:
    assert weigh_words({"gypsum"}) == RAREST > weigh_words({"embass"}) > weigh_words({"people"}) > 0


def test_words_add_up_in_any_order() -> None:
    assert weigh_words(["embass", "people"]) == weigh_words(["people", "embass"])
    assert weigh_words(["embass", "people"]) == pytest.approx(weigh_words(["embass"]) + weigh_words(["people"]))
    assert weigh_words(()) == 0


def test_the_table_has_beginnings_of_words_only() -> None:
    table = load_rarity()
    assert len(table) > 5000
    assert all(0 < len(word) <= STEM and word == word.casefold() and 0 < table[word] < RAREST for word in table)
