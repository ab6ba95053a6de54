"""How sure a row is: words against a side that nobody is known to say are never sure."""

import pytest

from dragoman.extract.events.confidence import NOBODYS_WORDS, score_confidence

SURE = {"constant": 3.0}


@pytest.mark.parametrize("type_", ["ACCUSE", "REQUEST", "REJECT", "THREATEN"])
def test_words_of_nobody_are_never_sure(type_: str) -> None:
    assert score_confidence({"no actor": 1.0, f"type {type_}": 1.0}, SURE) == NOBODYS_WORDS
    assert score_confidence({f"type {type_}": 1.0}, SURE) > NOBODYS_WORDS


def test_deeds_of_nobody_may_be_sure() -> None:
    assert score_confidence({"no actor": 1.0, "type ASSAULT": 1.0}, SURE) > NOBODYS_WORDS
