import pytest

from dragoman.model.errors import UsageError
from dragoman.present.actors import find_code, find_pair, load_names, look_up


@pytest.mark.parametrize(
    "words",
    [["PAK", "RUS"], ["PAK-RUS"], ["PAK/RUS"], ["Pakistan Russia"], ["pakistan", "russia"], ["Pakistan", "-", "Russia"],
     ["Pakistan/Russia"], ["Pakistan and Russia"], ["PAK – RUS"], ["Islamabad", "Moscow"]],
)  # fmt: skip
def test_a_pair_can_be_written_in_many_ways(words):
    assert find_pair(words) == ("PAK", "RUS")


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        (["South", "Korea", "Japan"], ("KOR", "JPN")),
        (["United States China"], ("USA", "CHN")),
        (["Guinea-Bissau", "Portugal"], ("GNB", "PRT")),
        (["IGO:NATO", "RUS"], ("IGO:NATO", "RUS")),
        (["GRP:TALIBAN/USA"], ("GRP:TALIBAN", "USA")),
        (["RUS", "PAK"], ("RUS", "PAK")),
    ],
)
def test_names_of_several_words_and_other_codes_are_understood(words, codes):
    assert find_pair(words) == codes


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["Pakistn", "Russia"], "Pakistn.*Did you mean Pakistan"),
        (["PAK"], "only one side"),
        (["PAK", "Pakistan"], "both PAK"),
        (["Qqqqq", "Zzzzz"], "names no pair"),
        ([""], "names no pair"),
    ],
)
def test_a_pair_that_is_none_is_refused_with_a_hint(words, sentence):
    with pytest.raises(UsageError, match=sentence):
        find_pair(words)


def test_an_unknown_actor_is_refused():
    with pytest.raises(UsageError, match="No actor is called 'Atlantis'"):
        find_code("Atlantis")


def test_codes_are_shown_as_names():
    name = load_names()
    assert (name("PAK"), name("USA")) == ("Pakistan", "the United States")
    assert name("GRP:SOME-BAND") == "Some Band"


def test_a_look_up_names_the_row():
    rows = look_up("the Kremlin", "1985-03-11")
    assert rows[0]["code"] == "SUN" and ".tsv:" in str(rows[0]["row"])
