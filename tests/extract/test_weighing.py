"""The sides of an act, all evidence weighed: grammar is seldom overruled, and a civil war has two sides."""

import pytest

from dragoman.vocab.side_weights import load_side_weights


def test_each_role_has_a_constant():
    assert all("constant" in load_side_weights()[role] for role in ("actor", "recipient", "party"))


PLAIN = [
    ("Chile expelled the Peruvian ambassador.", "expelled", ("CHL",), ("PER",)),
    ("Norway gave aid to Malawi while Kenya looked on.", "aid", ("NOR",), ("MWI",)),
    ("Bolivia and Paraguay signed a treaty in Brazil.", "signed", ("BOL", "PRY"), ()),
]


@pytest.mark.parametrize(("text", "word", "actors", "recipients"), PLAIN)
def test_what_grammar_says_plainly_stands(read_text, text, word, actors, recipients):
    (event,) = [event for event in read_text(text)[2].events if event.trigger == word]
    assert (event.actors, event.recipients) == (actors, recipients)


WARS = [
    ("Chad would slide into a civil war, the Kenyan foreign minister said.", "war", {"TCD", "GRP:CHADIAN-REBELS"}),
    ("Fighting went on across Chad. Chadian rebels said they held the airport.", "Fighting",
     {"TCD", "GRP:CHADIAN-REBELS"}),
    ("Norway offered to mediate in the Sri Lankan civil war. The Tamil Tigers welcomed it, and the Tamil Tigers "
     "asked for talks.", "war", {"LKA", "GRP:LTTE"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "word", "parties"), WARS)
def test_a_civil_war_is_between_a_state_and_its_opponents(read_text, text, word, parties):
    (event,) = [event for event in read_text(text)[2].events if event.trigger == word]
    assert set(event.actors) == parties and not event.recipients


def test_a_war_of_two_states_is_no_war_at_home(read_text):
    events = read_text("The war between Chad and Libya went on. Chadian rebels fled.")[2].events
    assert {code for event in events if event.trigger == "war" for code in event.actors} == {"TCD", "LBY"}
