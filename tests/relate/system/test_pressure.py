import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.model.network import Tie
from dragoman.relate.system import find_pressures, find_triangles, suppose

NAMES = {"CHN": "China", "IND": "India", "IRN": "Iran", "PAK": "Pakistan", "RUS": "Russia", "USA": "the United States"}
SEED = {("IND", "PAK"): -1, ("IND", "USA"): 1, ("PAK", "USA"): -1, ("IND", "RUS"): 1, ("CHN", "RUS"): 1, ("CHN", "PAK"): 1}


def pressures_of(ties):
    return {each.pair: each for each in find_pressures(ties, lambda code: NAMES.get(code, code))}


def test_third_sides_with_like_ties_ask_for_a_good_tie(nets):
    found = pressures_of(nets.make_ties(SEED))
    assert (found["PAK", "RUS"].warmer, found["PAK", "RUS"].cooler, found["PAK", "RUS"].net) == (("CHN",), ("IND",), 0)
    assert (found["PAK", "USA"].warmer, found["PAK", "USA"].cooler, found["PAK", "USA"].net) == ((), ("IND",), -1)
    assert found["CHN", "IND"].sign == 0
    assert ("CHN", "USA") in found


@pytest.mark.parametrize(
    ("signs", "words"),
    [
        pytest.param(
            {("PAK", "RUS"): -1, ("CHN", "PAK"): 1, ("CHN", "RUS"): 1, ("IRN", "PAK"): -1, ("IRN", "RUS"): -1,
             ("IND", "PAK"): -1, ("IND", "RUS"): 1},
            "Pakistan and Russia are on bad terms, with two unbalanced triangles, through China (good with both) and Iran "
            "(bad with both); and one balanced, through India (bad with Pakistan, good with Russia). Good terms would "
            "relieve two and upset one: the triangles press for good terms.",
            id="against the tie",
        ),
        pytest.param(
            {("PAK", "RUS"): 1, ("CHN", "PAK"): 1, ("CHN", "RUS"): 1},
            "Pakistan and Russia are on good terms, with no unbalanced triangle; and one balanced, through China (good with "
            "both). Bad terms would relieve none and upset one: the triangles hold the good terms.",
            id="along with the tie",
        ),
        pytest.param(
            {("PAK", "RUS"): 1, ("CHN", "PAK"): 1, ("CHN", "RUS"): 1, ("IND", "PAK"): -1, ("IND", "RUS"): 1},
            "Pakistan and Russia are on good terms, with one unbalanced triangle, through India (bad with Pakistan, good "
            "with Russia); and one balanced, through China (good with both). Bad terms would relieve one and upset one: "
            "the triangles press neither way.",
            id="as many for as against",
        ),
        pytest.param(
            {("PAK", "RUS"): 0, ("IND", "PAK"): -1, ("IND", "RUS"): 1},
            "It is not clear on what terms Pakistan and Russia are. Good terms would put no triangle in balance; and one "
            "out of balance, through India (bad with Pakistan, good with Russia). Bad terms would do the reverse: the "
            "triangles press for bad terms.",
            id="tie not clear",
        ),
        pytest.param(
            {("CHN", "PAK"): 1, ("CHN", "RUS"): 1, ("IRN", "PAK"): 1, ("IRN", "RUS"): 1},
            "It is not known on what terms Pakistan and Russia are. Good terms would put two triangles in balance, through "
            "China and Iran (good with both); and none out of balance. Bad terms would do the reverse: the triangles "
            "press for good terms.",
            id="no tie",
        ),
    ],
)  # fmt: skip
def test_words_of_each_case(nets, signs, words):
    assert pressures_of(nets.make_ties(signs))["PAK", "RUS"].words == words


def test_a_name_that_begins_a_sentence_has_a_capital(nets):
    ties = nets.make_ties({("USA", "VNM"): 1, ("RUS", "USA"): -1, ("RUS", "VNM"): 1})
    assert pressures_of(ties)["USA", "VNM"].words.startswith("The United States and VNM are on good terms")


def test_a_supposed_tie_is_called_so(nets):
    ties = suppose(nets.make_ties(SEED), {("PAK", "RUS"): 4.0})
    assert "are supposed to be on good terms" in pressures_of(ties)["PAK", "RUS"].words


def test_many_third_sides_are_counted_not_all_named(nets):
    signs = {tuple(sorted((side, f"T{number:02}"))): 1 for number in range(20) for side in ("PAK", "RUS")}
    pressure = pressures_of(nets.make_ties(signs))["PAK", "RUS"]
    assert len(pressure.warmer) == 20
    assert "T04, T05 and 14 more (good with both)" in pressure.words


def test_strongest_come_first_and_of_equals_those_against_the_tie(nets):
    signs = {("A", "B"): 1, ("A", "C"): 1, ("B", "C"): -1, ("D", "E"): 1, ("D", "F"): 1, ("E", "F"): 1}
    found = find_pressures(nets.make_ties(signs), str)
    assert [each.pair for each in found][:3] == [("A", "B"), ("A", "C"), ("B", "C")]
    nets_found = [abs(each.net) for each in find_pressures(nets.make_ties(nets.draw_signs(20, 0.4, 0.3, 2)), str)]
    assert nets_found == sorted(nets_found, reverse=True)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 10_000), share=st.sampled_from((0.3, 0.6, 1.0)))
def test_a_pressure_says_what_a_change_of_the_tie_does_to_balance(nets, seed, share):
    """Unbalanced triangles before and after each pair is set to good, or to bad terms, found the long way."""
    ties = nets.make_ties(nets.draw_signs(8, share, 0.4, seed))
    for pair, pressure in pressures_of(ties).items():
        for level, wrong in ((5.0, pressure.cooler), (-5.0, pressure.warmer)):
            triangles = [each for each in find_triangles(suppose(ties, {pair: level})) if set(pair) <= set(each.sides)]
            unbalanced = {code for each in triangles if not each.balanced for code in each.sides} - set(pair)
            assert unbalanced == set(wrong)
            assert len(triangles) == len(pressure.warmer) + len(pressure.cooler)


def test_a_pair_that_shares_no_third_side_is_not_pressed():
    assert find_pressures([Tie("A", "B", 5.0, 4.0, 6.0, 1)], str) == ()
