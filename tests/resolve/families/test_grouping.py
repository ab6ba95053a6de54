"""Families from overlaps: joins, chains, originals, and that order and strangers change nothing."""

import random

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.resolution import Overlap, SourceDocument
from dragoman.resolve.families import Credit, find_families, find_original, pair_candidates
from dragoman.resolve.families.fingerprints import CROWD


def doc(name, published="", outlet=""):
    return SourceDocument(name, published=published, outlet=outlet)


def link(a, b, kind="copy", share_a=0.9, share_b=0.9):
    return Overlap(a, b, kind, share_a, share_b, "same words") if a < b else Overlap(b, a, kind, share_b, share_a, "same")


def members(overlaps, names):
    return [set(family.documents) for family in find_families(overlaps, [doc(name) for name in names])]


def test_copies_join_through_and_through_and_quotations_do_not():
    overlaps = [link("a", "b"), link("b", "c"), link("c", "d", "quotation"), link("d", "e", "boilerplate")]
    assert members(overlaps, "abcde") == [{"a", "b", "c"}]


def test_a_round_up_of_three_stories_does_not_make_one_of_them():
    overlaps = [link(story, "r", "partial", 1.0, 0.2) for story in "xyz"]
    families = members(overlaps, "rxyz")
    assert len(families) == 1
    assert len(families[0]) == 2


def test_one_story_in_many_round_ups_is_one_family():
    overlaps = [link("x", page, "partial", 1.0, 0.2) for page in "pqrs"]
    assert members(overlaps, "pqrsx") == [{"p", "q", "r", "s", "x"}]


def test_a_chain_of_parts_does_not_join_its_ends():
    names = "abcdefgh"
    chain = [link(a, b, "update", 0.5, 0.5) for a, b in zip(names, names[1:], strict=False)]
    families = members(chain, names)
    assert all(len(family) <= 3 for family in families)
    assert not any({"a", "h"} <= family for family in families)


def test_overlaps_of_unknown_documents_are_left_out():
    assert members([link("a", "b")], "a") == []


def test_the_first_named_publisher_is_the_original():
    docs = [doc("a", "2014-03-09", "Daily Times"), doc("b", "2014-03-10", "The Guardian")]
    found = {"a": (Credit("The Guardian", "first", (0, 10), False),)}
    original = find_original(docs, [link("a", "b")], found)
    assert original.document == "b"
    assert "The Guardian" in original.reason


def test_the_credited_agency_comes_before_the_earlier_date():
    docs = [doc("a", "2014-03-09", "Daily Times"), doc("b", "2014-03-10", "Reuters")]
    found = {"a": (Credit("Reuters", "line", (0, 10), True),)}
    assert find_original(docs, [link("a", "b")], found).document == "b"


def test_an_absent_publisher_is_named_and_the_date_decides():
    docs = [doc("a", "2014-03-11", "Daily Times"), doc("b", "2014-03-10", "Dawn")]
    found = {name: (Credit("AFP", "line", (0, 3), True),) for name in "ab"}
    original = find_original(docs, [link("a", "b")], found)
    assert original.document == "b"
    assert "earliest" in original.reason
    assert "AFP, which is not among them" in original.reason


def test_a_vague_date_is_not_the_earliest_and_no_date_comes_last():
    overlaps = [link("a", "b"), link("b", "c"), link("a", "c")]
    docs = [doc("a", "2014"), doc("b", "2014-03-10"), doc("c")]
    assert find_original(docs, overlaps, {}).document == "b"


def test_of_one_day_the_fullest_is_the_original():
    docs = [doc("a", "2014-03-10"), doc("b", "2014-03-10")]
    original = find_original(docs, [link("a", "b", "partial", 1.0, 0.4)], {})
    assert original.document == "b"
    assert "fullest" in original.reason


def test_the_original_comes_first_and_the_others_by_date():
    docs = [doc("a", "2014-03-12"), doc("b", "2014-03-10"), doc("c", "2014-03-11")]
    family = find_families([link("a", "b"), link("b", "c")], docs)[0]
    assert family.documents == ("b", "c", "a")
    assert family.original == "b"


NAMES = [f"d{number:02}" for number in range(14)]
LINKS = st.lists(
    st.tuples(
        st.sampled_from(NAMES), st.sampled_from(NAMES),
        st.sampled_from(["copy", "partial", "update", "retelling", "quotation", "boilerplate"]),
        st.sampled_from([0.1, 0.3, 0.5, 0.9]), st.sampled_from([0.1, 0.3, 0.5, 0.9]),
    ),
    max_size=25, unique_by=lambda row: frozenset(row[:2]),
).map(lambda rows: [link(*row) for row in rows if row[0] != row[1]])  # fmt: skip


@given(LINKS, st.randoms(use_true_random=False))
def test_order_does_not_matter(overlaps, shuffler: random.Random):
    docs = [doc(name, f"2014-03-{number + 1:02}") for number, name in enumerate(NAMES)]
    expected = find_families(overlaps, docs)
    shuffler.shuffle(overlaps)
    shuffler.shuffle(docs)
    assert find_families(overlaps, docs) == expected
    placed = [document for family in expected for document in family.documents]
    assert len(placed) == len(set(placed))


@given(LINKS)
def test_strangers_change_no_family(overlaps):
    docs = [doc(name) for name in NAMES]
    more = [doc("d99"), doc("d98"), doc("c00")]
    strange = [link("d98", "d99"), link("c00", NAMES[0], "boilerplate")]
    families = find_families(overlaps, docs)
    kept = [family for family in find_families([*overlaps, *strange], [*docs, *more]) if "d99" not in family.documents]
    assert kept == families


def test_candidates_of_a_crowd_grow_with_the_documents_only():
    crowd = [f"d{number:04}" for number in range(500)]
    pairs = pair_candidates({1: crowd, 2: ["x", "y"], 3: ["z"]})
    assert ("x", "y") in pairs
    assert len(pairs) < 500 * CROWD + 2
    assert {end for pair in pairs for end in pair} >= set(crowd)
    assert pair_candidates({2: ["y", "x"], 1: crowd[::-1]}) == pairs
