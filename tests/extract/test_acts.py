"""Rows that are no act between sides are dropped: what goes on inside one state, with others only named beside it."""

from dataclasses import replace

import pytest

from dragoman.extract.events.acts import Setting, features_of_act, find_chance
from dragoman.extract.events.building import find_events, find_rows
from dragoman.extract.records import begin_reading
from dragoman.vocab.weights import load_act_weights

AT_HOME = (
    "Police in Lusaka arrested four opposition candidates on Monday as voters queued at polling stations. The court "
    "that sentenced a newspaper editor last week was guarded by riot police. Supporters of the party marched to the "
    "parliament and demanded the release of prisoners. The election commission rejected the complaint of a farmer who "
    "said that officials had threatened his family. A retired teacher in the crowd had come home from Kenya that month."
)
BETWEEN = (
    "Peru accused Chile on Monday of sending warships across the sea border. Chile rejected the charge and recalled "
    "its ambassador from Lima. Argentina offered to mediate, and the Brazilian foreign minister urged Peru and Chile to "
    "hold talks. Bolivia condemned Chile. The presidents of Peru and Chile had met in Quito only in May, when they "
    "signed a treaty on trade, and a year before Peru had threatened sanctions against Chile over the same waters."
)


@pytest.fixture(scope="module")
def count_rows(read_text, world):
    """How many rows a text has, and how many it would have if none were dropped."""

    def count(text: str) -> tuple[int, int]:
        doc, analysis, records = read_text(text)
        return len(records.events), len(find_events(begin_reading(doc, analysis, replace(world, act_weights={}))))

    return count


def test_rows_of_a_text_about_one_state_are_dropped(count_rows):
    kept, found = count_rows(AT_HOME)
    assert kept < found / 2


def test_rows_of_a_text_about_several_states_stay(count_rows):
    kept, found = count_rows(BETWEEN)
    assert kept == found > 8


def test_a_short_text_loses_nothing(count_rows):
    kept, found = count_rows("A Kenyan court sentenced a German pupil to two years in prison after a fraud trial.")
    assert kept == found == 1


def test_both_sides_in_the_grammar_of_the_clause_are_enough(read_text):
    events = read_text(f"{AT_HOME} Zambia expelled the Kenyan ambassador.")[2].events
    assert ("ZMB", "KEN") in [(*event.actors, *event.recipients) for event in events]


def test_home_affairs_speak_against_an_act_and_other_states_near_for_it(read_text, world):
    chances = []
    for text in (AT_HOME, BETWEEN):
        doc, analysis, _ = read_text(text)
        reading = begin_reading(doc, analysis, world)
        drafts = find_rows(reading)
        setting = Setting.of(reading, drafts)
        found = [find_chance(world.act_weights, features_of_act(setting, draft)) for draft in drafts]
        chances.append(max(found))
    assert chances[0] < 0.5 < chances[1]


def test_a_row_without_known_features_has_the_chance_of_the_constant():
    weights = load_act_weights()
    assert find_chance(weights, {}) == find_chance({"constant": weights["constant"]}, {"unheard of": 1.0})


NO_ACTS = [
    ("The army of Chad killed at least 30 demonstrators, said France, which called for calm.", "killed"),
    ("The bill has to meet Turkish and Greek concerns about fishing.", "meet"),
    ("The rebel leader Lee could be dead in Kenya, the Ugandan president said.", "be"),
]


@pytest.mark.parametrize(("text", "word"), NO_ACTS)
def test_what_only_looks_like_an_act_is_none(read_text, text, word):
    assert word not in [event.trigger for event in read_text(text)[2].events]


def test_forces_abroad_kill_people_who_are_not_their_own(read_text):
    (event,) = [e for e in read_text("French soldiers killed four people in Mali.")[2].events if e.trigger == "killed"]
    assert (event.actors, event.recipients) == (("FRA",), ("MLI",))


CAMPS = [
    ("Anti-American protesters attacked a bus.", "protesters", ()),
    ("Pro-Syrian politicians threatened Lebanon.", "politicians", ()),
    ("American protesters attacked a bus.", "protesters", ("USA",)),
]


@pytest.mark.parametrize(("text", "word", "codes"), CAMPS)
def test_people_for_or_against_a_state_are_not_that_state(read_text, world, text, word, codes):
    doc, analysis, _ = read_text(text)
    who = begin_reading(doc, analysis, world).who
    assert who.side_of(analysis.word.index(word), nationals=True).codes == codes


def test_half_of_a_word_tells_no_act(read_text):
    events = read_text("Kenya promised aid to war-ravaged Chad.")[2].events
    assert events and all(event.type != "ASSAULT" for event in events)


def test_a_bomber_of_a_state_is_a_plane(read_text):
    (event,) = read_text("A US bomber struck a convoy of the Taliban near Kandahar.")[2].events
    assert (event.actors, event.recipients) == (("USA",), ("GRP:TALIBAN",))
