"""Who is at war with whom in a text: somebody of both camps is named, on a day of the war."""

from dragoman.extract.events.choosing import Ballot, features_of_sides
from dragoman.extract.events.foes import find_foes
from dragoman.vocab.world import load_world

NONE = frozenset()


def test_both_camps_must_be_named():
    foes = find_foes(load_world(), {"LKA", "GRP:LTTE", "NOR"}, "2006-08-01")
    assert foes.of == {"LKA": {"GRP:LTTE"}, "GRP:LTTE": {"LKA"}}
    assert not find_foes(load_world(), {"LKA", "NOR"}, "2006-08-01").of
    assert not find_foes(load_world(), {"LKA", "GRP:LTTE"}, "2015-08-01").of


def test_who_fights_beside_whom():
    foes = find_foes(load_world(), {"USA", "GBR", "GRP:TALIBAN"}, "2008-02-01")
    assert foes.beside["GBR"] == {"USA"} and not foes.beside["GRP:TALIBAN"]


def test_nameless_rebels_need_no_row():
    assert find_foes(load_world(), {"TCD", "GRP:CHADIAN-REBELS"}, "").of["TCD"] >= {"GRP:CHADIAN-REBELS"}


def test_sides_that_fight_each_other():
    foes = {"TCD": frozenset({"LBY"}), "LBY": frozenset({"TCD"})}
    ballots = [Ballot(role, "ASSAULT", {}, NONE, NONE, NONE, foes=foes) for role in ("actor", "recipient")]
    of = lambda one, other: features_of_sides(ballots, [frozenset({one}), frozenset({other})])  # noqa: E731
    assert of("TCD", "LBY") == ["all foes", "all foes, ASSAULT"]
    assert of("TCD", "NOR")[0] == "foes of others" and of("NOR", "MWI")[0] == "foes of nobody"
    assert not features_of_sides(ballots, [NONE, frozenset({"LBY"})])
