"""Who is on the receiving side though a text names him as doer: hosts of others' talks, the council of a veto."""

import pytest

CASES = [
    ("Kenya hosted talks between Chad and Sudan.", "talks", {"TCD", "SDN"}, {"KEN"}),
    ("Talks between Chad and Sudan were hosted by Kenya.", "Talks", {"TCD", "SDN"}, {"KEN"}),
    ("China vetoed a resolution condemning Chad. The United Nations held another vote.", "vetoed", {"CHN"}, {"IGO:UN"}),
    ("The Malawian president vetoed the bill on Chad, the United Nations said.", "vetoed", {"MWI"}, {"TCD"}),
]


@pytest.mark.parametrize(("text", "word", "actors", "recipients"), CASES)
def test_who_receives(read_text, text, word, actors, recipients):
    (event,) = [event for event in read_text(text)[2].events if event.trigger == word]
    assert (set(event.actors), set(event.recipients)) == (actors, recipients)
