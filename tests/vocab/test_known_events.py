"""Names of known events: the table holds, and a name is found where it stands, in its time."""

from dragoman.model.records import EVENT_TYPES
from dragoman.vocab.gazetteer import fold_word
from dragoman.vocab.groups import load_groups
from dragoman.vocab.known_events import load_known_events
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.rebels import homes_of
from dragoman.vocab.states import load_states


def found(text, first=0):
    return [(last, entry.actors, entry.recipients) for last, entry in
            load_known_events().at([fold_word(word) for word in text.split()], first)]  # fmt: skip


def test_every_code_is_known_and_every_row_has_an_act():
    states = load_states()
    codes = {row.code for row in states.states} | {row.code for row in load_organisations().organisations}
    codes |= {row.code for row in load_groups().groups}
    codes |= homes_of((), {row.code: row.adjectives[0].lstrip("?") for row in states.states if row.adjectives}).keys()
    for entry in load_known_events().entries:
        assert entry.sides | entry.theatre <= codes, entry.where
        assert entry.type in EVENT_TYPES and not set(entry.actors) & set(entry.recipients), entry.where


def test_a_name_is_found_with_its_end_and_the_longest_first():
    (first, *_) = found("9/11 attacks changed it")
    assert first == (2, ("GRP:AL-QAEDA",), ("USA",))
    assert found("the Falklands War", 1)[0][0] == 3 and not found("the Falklands War")


def test_capitals_count_where_the_name_has_them():
    assert found("Falklands war") and not found("falklands war")


def test_a_row_holds_in_its_time():
    entries = [entry for _, entry in load_known_events().at(["war", "in", "Iraq"], 0)]
    assert any(entry.period.holds_on("2004-05-01") for entry in entries)
    assert not any(entry.period.holds_on("1999-05-01") for entry in entries)
