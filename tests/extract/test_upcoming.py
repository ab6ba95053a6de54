"""A journey that one sentence calls planned is planned in the others too, unless the text tells that it was made."""

import pytest

PLANNED = [
    "Angela Merkel is to visit Cuba next month. The visit comes as Havana opens its markets.",
    "Angela Merkel will visit Cuba on 20 November. Visiting Cuba is bound to anger Miami.",
    "Angela Merkel will visit Cuba on Tuesday. Tuesday's visit to Cuba by Angela Merkel comes days after the vote.",
]
MADE = [
    "Angela Merkel is to visit Cuba next month. She visited Cuba on Monday. The visit shows that Havana opens its markets.",
    "Angela Merkel might visit Cuba. The visit to Cuba shows that Havana opens its markets.",
    "Angela Merkel will visit Cuba next month. The visit to Cuba by Sergei Lavrov shows that Havana opens its markets.",
]


def _last_visit(records):
    return [event for event in records.events if event.type == "CONSULT"][-1]


@pytest.mark.parametrize("text", PLANNED)
def test_a_visit_told_in_the_present_lies_ahead_if_the_text_says_so(read_text, text: str) -> None:
    assert _last_visit(read_text(text)[2]).status == "planned"


@pytest.mark.parametrize("text", MADE)
def test_a_visit_of_another_or_one_that_was_made_stays(read_text, text: str) -> None:
    assert _last_visit(read_text(text)[2]).status == "happened"
