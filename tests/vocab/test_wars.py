"""The table of wars: its codes are known, nobody fights himself, and a war holds in its time."""

from dragoman.vocab.groups import load_groups
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.rebels import find_rebels, homes_of
from dragoman.vocab.states import load_states
from dragoman.vocab.wars import load_wars, wars_on


def test_every_code_is_known():
    states = load_states()
    codes = {row.code for row in states.states} | {row.code for row in load_organisations().organisations}
    codes |= {row.code for row in load_groups().groups}
    codes |= homes_of((), {row.code: row.adjectives[0].lstrip("?") for row in states.states if row.adjectives}).keys()
    for war in load_wars():
        assert war.camps[0] | war.camps[1] | war.lands <= codes, war.where


def test_a_war_has_foes_in_its_time_only():
    def foes(day):
        return {foe for war in wars_on(load_wars(), day) for foe in war.foes_of("LKA")}

    assert foes("2001-05-04") == {"GRP:LTTE"} and not foes("2012-01-01")


def test_nameless_rebels_fight_their_state_and_a_militia_need_not():
    homes = homes_of((), {"TCD": "Chadian"})
    assert find_rebels("GRP:CHADIAN-REBELS", homes) == "TCD"
    assert not find_rebels("GRP:CHADIAN-MILITIA", homes) and not find_rebels("TCD", homes)
