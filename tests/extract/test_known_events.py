"""Acts called by a known name: their sides, and where the words themselves say otherwise; who is blamed for an act."""

import pytest

NAMED = [
    ("After 9/11 Norway joined the mission.", "9/11", ("GRP:AL-QAEDA",), ("USA",)),
    ("It was the worst year for the army since the Falklands War.", "War", ("ARG", "GBR"), ()),
    ("Norway opposed the war in Iraq.", "war", ("USA",), ("IRQ",)),
    ("Norway's war in Iraq went on.", "war", ("NOR", "IRQ"), ()),
    ("A Soviet blockade of Berlin was put off until spring.", "blockade", ("SUN",), ("DEU",)),
    ("Pakistan was angry. Norway spoke of the drone strikes.", "strikes", ("USA",), ("PAK",)),
]
BLAMED = [
    ("Pakistan was angry. Norway condemned the drone strikes.", "condemned", ("NOR",), ("USA",)),
    ("Denmark voiced concern at the killing of Swedish soldiers by Norwegian troops.", "concern", ("DNK",), ("NOR",)),
    ("Denmark condemned the Norwegian raid on Sweden.", "condemned", ("DNK",), ("NOR",)),
    ("Denmark condemned the attack on Sweden.", "attack", (), ("SWE",)),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((text, "2012-10-05") for text, *_ in (*NAMED, *BLAMED))


@pytest.mark.parametrize(("text", "word", "actors", "recipients"), NAMED)
def test_a_known_event_has_its_sides_unless_the_words_name_others(read_text, text, word, actors, recipients):
    (event,) = [event for event in read_text(text)[2].events if event.trigger == word]
    assert (event.actors, event.recipients) == (actors, recipients)


@pytest.mark.parametrize(("text", "word", "actors", "recipients"), BLAMED)
def test_the_doer_of_an_act_is_blamed_for_it_and_whoever_blames_did_not_do_it(
    read_text, text, word, actors, recipients
):
    (event,) = [event for event in read_text(text)[2].events if event.trigger == word]
    assert (event.actors, event.recipients) == (actors, recipients)


def test_what_a_name_calls_to_mind_is_background(read_text):
    records = read_text("Norway opposed the war in Iraq.")[2].events
    assert {event.trigger: event.background for event in records} == {"opposed": False, "war": True}
