"""What the text before, and the rest of the sentence, lend to an act that does not name all of its sides."""

import pytest

LENT = [
    ("Obama visited Jakarta in May. The visit lasted two days.", "visit", "USA>IDN", "2012-05"),
    ("Peru and Chile held talks with Bolivia. Peru attacked Chile in 1881. The attack was short.", "attack", "PER>CHL", "1881"),
    ("Kenya accused Somalia of a raid. Kenya demanded an apology.", "demanded", "KEN>SOM", None),
    ("Denmark withdrew from Iraq in 2007. The withdrawal took a year.", "withdrawal", "DNK>IRQ", "2007"),
    ("Russia and Japan met in May. The talks were short.", "talks", "JPN,RUS>", None),
    ("Jordan condemned the raid by Israeli planes.", "condemned", "JOR>ISR", None),
]
NOT_LENT = [
    ("The visit lasted two days.", "visit"),
    ("Talks are never easy.", "Talks"),
    ("Kenya demanded an apology.", "demanded"),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((row[0], "2012-10-05") for row in [*LENT, *NOT_LENT])


@pytest.mark.parametrize(("text", "word", "sides", "date"), LENT)
def test_missing_sides_come_from_the_text_around(read_text, text: str, word: str, sides: str, date: str | None) -> None:
    event = next(e for e in read_text(text)[2].events if e.trigger == word)
    assert f"{','.join(sorted(event.actors))}>{','.join(event.recipients)}" == sides
    assert date in (None, event.date)


@pytest.mark.parametrize(("text", "word"), NOT_LENT)
def test_where_nothing_is_lent_no_side_is_guessed(read_text, text: str, word: str) -> None:
    assert not [e for e in read_text(text)[2].events if e.trigger == word and len({*e.actors, *e.recipients}) > 1]


def test_what_was_lent_is_said_in_the_reasons_and_lowers_the_confidence(read_text) -> None:
    first, second = read_text("Obama visited Jakarta in May. The visit lasted two days.")[2].events
    assert [r.why for r in second.reasons if r.field == "sides"] == ['sides of "visited" told before']
    assert second.confidence < first.confidence
