"""Who stands behind a word: mentions, owners, companions of a coordination, private people."""

import pytest

from dragoman.extract.grammar.participants import Side, Who, join_sides

BEHIND = [
    ("Russian missiles hit the port.", "missiles", {"RUS"}),
    ("Pakistan's decision hurt.", "decision", {"PAK"}),
    ("India and Pakistan agreed.", "India", {"IND", "PAK"}),
    ("The number of French soldiers fell.", "number", {"FRA"}),
    ("A group of Kenyan officials left.", "group", {"KEN"}),
    ("Three of the Kenyan officials left.", "Three", {"KEN"}),
    ("The former Kenyan minister left.", "minister", set()),
    ("Danish fishermen left.", "fishermen", set()),
    ("The man who leads Chad left.", "man", set()),
    ("Nato member Poland agreed.", "Poland", {"POL"}),
    ("The Lebanese militia Hezbollah agreed.", "militia", {"GRP:HEZBOLLAH"}),
    ("The rain stopped.", "rain", set()),
    ("Peru's president, Daniel Roe, a Paris critic who left early, signed.", "critic", {"PER"}),
    ("The presence of the United States grew.", "presence", {"USA"}),
    ("An Indian fighter strayed over the lake.", "fighter", {"IND"}),
    ("Forty MiG-29 fighters of the Indian air force strayed.", "fighters", {"IND"}),
    ("A Syrian fighter said the town had fallen.", "fighter", {"GRP:SYRIAN-REBELS"}),
    ("The Omani sultan's yacht sank.", "yacht", {"OMN"}),
]


@pytest.fixture(scope="module", autouse=True)
def _read_ahead(read_table):
    read_table((text, "2012-10-05") for text, *_ in [*BEHIND, (PLACE,), (KILLED,)])


def who_of(read_text, world, text: str) -> tuple[Who, dict[str, int]]:
    _, an, _ = read_text(text)
    return Who.of(an, world.speakers), {word: token for token, word in enumerate(an.word)}


@pytest.mark.parametrize(("text", "word", "codes"), BEHIND)
def test_a_word_stands_for_the_actor_behind_it(read_text, world, text: str, word: str, codes: set[str]) -> None:
    who, at = who_of(read_text, world, text)
    assert set(who.side_of(at[word]).codes) == codes


PLACE = "The talks took place in Ankara."
KILLED = "The raid killed two Danish tourists."


def test_a_mere_place_stands_for_its_state_only_as_a_host_or_target(read_text, world) -> None:
    who, at = who_of(read_text, world, PLACE)
    assert who.side_of(at["Ankara"]).codes == ()
    assert who.side_of(at["Ankara"], places=True).codes == ("TUR",)


def test_private_people_stand_for_their_state_only_as_victims(read_text, world) -> None:
    who, at = who_of(read_text, world, KILLED)
    assert who.side_of(at["tourists"]).codes == ()
    assert who.side_of(at["tourists"], nationals=True).codes == ("DNK",)


def test_joined_sides_name_each_code_person_and_reason_once() -> None:
    first = Side(("PER", "CHL"), ("GOV", "MIL"), ("Ana",), (1,), ("row a",))
    second = Side(("CHL", "BOL"), ("GOV", "GOV"), ("Ana", "Luis"), (2,), ("row a", "row b"), True, True)
    assert join_sides([first, second]) == Side(
        ("PER", "CHL", "BOL"), ("GOV", "MIL", "GOV"), ("Ana", "Luis"), (1, 2), ("row a", "row b"), True, True
    )


def test_a_side_without_codes_is_no_side() -> None:
    assert not join_sides([]) and not Side(people=("Ana",)) and Side(("PER",), ("UNK",))
