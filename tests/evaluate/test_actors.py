from dragoman.evaluate.actors import Mention, judge_mentions, read_mentions, report_verdicts
from dragoman.flow.naming import Actors
from dragoman.resolve.actors import Naming, SideNaming, find_actors, find_coded_actors

IDS = {"one": "d-1", "two": "d-2", "three": "d-3"}


def find(world, *namings, words=()):
    persons = find_actors(namings, world)
    sides = [SideNaming(code, name, document) for (document, name), code in words]
    return Actors(persons, find_coded_actors(sides, {}), {}, dict(words))


def test_a_right_join_counts_for_both(world):
    actors = find(world, Naming("Taras Orlenko", "d-1", code="UKR"), Naming("Taras Orlenko", "d-2", code="UKR"))
    mentions = [Mention(name, "person", "Taras Orlenko", "Taras Orlenko", "UKR") for name in ("one", "two")]
    assert [v.right for v in judge_mentions(mentions, actors, IDS)] == [True, True]


def test_a_part_split_off_is_not_right(world):
    actors = find(world, Naming("Taras Orlenko", "d-1", code="UKR"), Naming("Orlenko", "d-2"))
    mentions = [
        Mention("one", "person", "Taras Orlenko", "Taras Orlenko", "UKR"),
        Mention("two", "person", "Orlenko", "Taras Orlenko", "UKR"),
    ]
    assert [v.right for v in judge_mentions(mentions, actors, IDS)] == [True, False]


def test_two_labels_in_one_entry_are_wrong_joins(world):
    actors = find(world, Naming("Taras Orlenko", "d-1", code="UKR"), Naming("Taras Orlenko", "d-2", code="UKR"))
    mentions = [
        Mention("one", "person", "Taras Orlenko", "Taras Orlenko", "UKR"),
        Mention("two", "person", "Taras Orlenko", "Taras Orlenko the younger", "UKR"),
    ]
    verdicts = judge_mentions(mentions, actors, IDS)
    assert [v.joined_wrongly for v in verdicts] == [True, True]
    assert report_verdicts(verdicts).details["all, all: wrong joins"].value == 1


def test_a_group_is_right_by_its_code(world):
    actors = find(world, words=((("d-1", "the Taliban"), "GRP:TALIBAN"), (("d-2", "EU"), "IGO:EU")))
    mentions = [
        Mention("one", "group", "the Taliban", "GRP:TALIBAN", "GRP:TALIBAN"),
        Mention("two", "group", "EU diplomats", "IGO:EU", "IGO:EU"),
        Mention("three", "group", "the Daily Something", "Daily Something", ""),
    ]
    assert [v.right for v in judge_mentions(mentions, actors, IDS)] == [True, True, True]


def test_the_shipped_set_has_three_hundred_rows_in_two_halves():
    from importlib.resources import files

    mentions = read_mentions(files("dragoman.evaluate").joinpath("data", "actor_mentions.tsv"))
    assert len(mentions) == 300
    assert 120 < sum(mention.part == "final" for mention in mentions) < 180
