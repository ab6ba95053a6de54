"""Sets of sides compared as wholes: which are tried, which is chosen, and how sure that is."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.events.choosing import (
    LIKELIHOOD,
    Ballot,
    choose_sides,
    features_of_choice,
    kind_of,
    list_options,
)
from dragoman.vocab.side_weights import load_side_choices

CODES = ("CHL", "PER", "BOL", "IGO:OAS", "GRP:MAPUCHE")
NONE = frozenset()
sets = st.frozensets(st.sampled_from(CODES))
chances = st.dictionaries(st.sampled_from(CODES), st.floats(0, 1))


def ballot(role: str, of: dict[str, float], grammar: frozenset[str] = NONE, **more) -> Ballot:
    return Ballot(role, "ACCUSE", of, grammar, more.pop("lent", grammar), frozenset(of), **more)


@pytest.mark.parametrize(
    ("of", "wanted"),
    [({"CHL": 0.9, "PER": 0.8, "BOL": 0.1}, {"CHL", "PER"}), ({"CHL": 0.9, "PER": 0.1}, {"CHL"}), ({}, set())],
)
def test_without_weights_each_is_judged_for_itself(of, wanted):
    assert choose_sides([ballot("party", of)], {})[0] == {"party": frozenset(wanted)}


def test_a_size_that_is_usual_makes_up_for_a_low_chance():
    weights = {"party": {"2 of them": 2.0}}
    assert choose_sides([ballot("party", {"CHL": 0.9, "PER": 0.3, "BOL": 0.2})], weights)[0]["party"] == {"CHL", "PER"}


def test_nobody_may_be_the_likeliest_side():
    weights = {"recipient": {"0 of them, ACCUSE": 3.0}}
    both = [ballot("actor", {"CHL": 0.9, "PER": 0.1}), ballot("recipient", {"CHL": 0.1, "PER": 0.6})]
    assert choose_sides(both, weights)[0] == {"actor": {"CHL"}, "recipient": NONE}


def test_who_shares_a_name_is_chosen_together():
    six = frozenset({"CHL", "PER", "BOL"})
    ((_, chosen),) = choose_sides([ballot("actor", {"CHL": 0.9, "PER": 0.2, "BOL": 0.2}, companies=(six,))], {})[0].items()
    assert chosen in (NONE, six)


def test_a_tie_is_broken_the_same_way_whatever_the_order():
    of = {"CHL": 0.6, "PER": 0.6}
    one = choose_sides([ballot("actor", of), ballot("recipient", of)], {})
    other = choose_sides([ballot("actor", dict(reversed(of.items()))), ballot("recipient", dict(reversed(of.items())))], {})
    assert one == other


@given(chances, chances, sets, sets)
def test_nobody_is_on_both_sides_and_the_chance_is_one(left, right, by_grammar, lent):
    both = [ballot("actor", left, by_grammar, lent=lent), ballot("recipient", right)]
    chosen, sureness = choose_sides(both, load_side_choices())
    assert not chosen["actor"] & chosen["recipient"]
    assert chosen["actor"] <= left.keys() and chosen["recipient"] <= right.keys()
    assert 0 < sureness <= 1 + 1e-9


@given(chances, sets, sets)
def test_nobody_and_what_grammar_has_are_always_tried(of, by_grammar, lent):
    options = list_options(ballot("party", of, by_grammar, lent=lent))
    assert NONE in options and by_grammar & of.keys() in options
    assert len(options) == len(set(options))


@given(chances, sets, sets)
def test_features_are_named_once(of, by_grammar, chosen):
    names = features_of_choice(replace(ballot("actor", of), grammar=by_grammar), chosen)
    assert len(names) == len(set(names)) and LIKELIHOOD not in names


def test_kinds():
    assert [kind_of(code) for code in ("CHL", "IGO:OAS", "GRP:MAPUCHE")] == ["state", "body", "group"]


def test_each_role_has_weights():
    assert load_side_choices().keys() == {"actor", "recipient", "party", "together"}
