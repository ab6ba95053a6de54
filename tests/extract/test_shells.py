"""Nouns that stand for a whole act told before: "the move", "Norway's decision"."""

import pytest

TAKEN_UP = [
    ("Peru expelled Chile's envoy in Lima on Monday after weeks of talks. The move angered Santiago.", "move", "SANCTION PER>CHL"),
    ("Norway recognised Lithuania. Norway's decision was praised by poets.", "decision", "SUPPORT NOR>LTU"),
    ("Kenya invited the Ugandan president. Diplomats said the gesture was sincere.", "gesture", "AGREE KEN>UGA"),
]
TELLS_ITS_OWN = [
    ("Peru expelled Chile's envoy. A bold move may follow.", "move"),
    ("Peru expelled Chile's envoy. Such a move is rare.", "move"),
    ("Peru expelled Chile's envoy. The decision to build a stadium was popular.", "decision"),
    ("The weather was fine. The move was welcome.", "move"),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((row[0], "2012-10-05") for row in [*TAKEN_UP, *TELLS_ITS_OWN])


@pytest.mark.parametrize(("text", "word", "expected"), TAKEN_UP)
def test_a_bare_noun_takes_up_the_main_act_told_before(read_text, text: str, word: str, expected: str) -> None:
    event = next(e for e in read_text(text)[2].events if e.trigger == word)
    assert f"{event.type} {','.join(event.actors)}>{','.join(event.recipients)}" == expected


@pytest.mark.parametrize(("text", "word"), TELLS_ITS_OWN)
def test_a_noun_that_points_at_nothing_told_is_no_act(read_text, text: str, word: str) -> None:
    assert word not in [e.trigger for e in read_text(text)[2].events]
