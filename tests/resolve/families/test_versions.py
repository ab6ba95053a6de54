"""Sentences seen against another text, and what is weighed of copies and versions."""

import pytest

from dragoman.model.document import Document, Part
from dragoman.resolve.families import compare_documents
from dragoman.resolve.families.comparing import read_document
from dragoman.resolve.families.sentences import MOST, read_told
from dragoman.resolve.families.shared import find_later, find_shared, order_sides
from dragoman.resolve.families.versions import KINDS, Pair, weigh_pair
from dragoman.text.hashing import make_id
from dragoman.vocab.weights import load_copy_weights

AGENCY = (
    "The fishery ministers of Norland and Sundmark agreed in Tamsk on Monday on quotas for the shared bank after a night "
    "of talks. Each side may land a fixed weight of cod in the cold months, and boats will carry observers of both. "
    "Norland's minister, Ilse Varn, called the paper sober and fair. Her colleague Oto Reik said that crews on both coasts "
    "had waited too long for a rule that everybody could read. Seven trawlers were boarded in last winter's storms, and "
    "nets were cut near the lighthouse in March. The chambers have until autumn to approve the text."
)
OWN = (
    "Reporters in Tamsk waited on the quay until the delegations left the old customs house before dawn. Cod, which has "
    "set neighbour against neighbour along the bank for a decade, is now to be shared by the book. Shopkeepers in the town "
    "doubted that observers would change much, and a retired skipper shrugged when he was asked about the matter."
)
OTHER = (
    "The railway of Tressia will close its eastern line for the summer, since a bridge has to be rebuilt after the floods. "
    "Passengers are to be carried by bus from the first of June, and goods trains will take the long way round the lake. "
    "Mayors along the line complained that nobody had asked them, and demanded money for the inns that will stay empty."
)
REACTION = (
    "In the evening 40 deputies of the Green League walked out of the chamber in Halm and asked premier Edla Quist to "
    "call an election by June. The League's leader, Pavo Ferrin, said that 3,000 farmers of Holm had signed against it."
)
LONG = f"{AGENCY} {OWN}"


def make_document(body, *, name="", published=""):
    parts = (Part("body", 0, len(body)),)
    return Document(make_id("d", [name or body, published]), name, body, parts, "", "", "test/1", published=published)


def read_sides(first, second):
    a, b = (read_document(doc) for doc in (first, second))
    return find_shared(a.words, b.words)


def read_pair(first, second):
    sides = read_sides(first, second)
    return Pair(*order_sides(sides), 0, find_later(sides))


def test_sentences_are_kept_edited_or_new():
    edited = AGENCY.replace("crews on both coasts had waited too long", "on both coasts too long had crews waited")
    a, b = read_sides(make_document(f"{AGENCY} {REACTION}"), make_document(edited, name="b"))
    told, back = read_told(a, b), read_told(b, a)
    assert [each.had for each in told.sentences[-2:]] == [each.had for each in told.new]
    assert (len(told.new), told.new_top, told.unbroken) == (2, 0.0, 1.0)
    assert told.facts >= 8
    assert (back.new, back.facts) == ((), 0)


def test_days_that_were_moved_do_not_make_a_sentence_new():
    a, b = read_sides(
        make_document(f"{AGENCY} On Monday deputies in Tamsk agreed."),
        make_document(f"{AGENCY} On Tuesday deputies in Tamsk agreed.", name="b"),
    )
    assert read_told(a, b).new == read_told(b, a).new == ()


def test_only_so_many_sentences_are_looked_at():
    page = " ".join(f"Sentence number{at} tells nothing{at} of weather{at}." for at in range(MOST + 50))
    a, b = read_sides(make_document(f"{AGENCY} {page}"), make_document(AGENCY, name="b"))
    assert len(read_told(a, b).sentences) <= MOST


@pytest.mark.parametrize(
    ("first", "second", "more"),
    [("2014-03-10", "2014-03-11", True), ("2014-03-11", "2014-03-10", False), ("2014-03-10", "2014-03-10", False)],
    ids=["the later", "the earlier", "one day"],
)
def test_facts_count_for_news_where_the_later_text_has_them(first, second, more):
    short, full = make_document(LONG, published=first), make_document(f"{LONG} {REACTION}", published=second)
    assert (read_pair(short, full).later_facts > 0) == more
    assert read_pair(short, full).features == read_pair(full, short).features


def test_what_the_later_text_reports_makes_a_version_likelier_than_what_it_lacks():
    cut = make_document(LONG, published="2014-03-11"), make_document(f"{LONG} {REACTION}", published="2014-03-10")
    told_on = make_document(LONG, published="2014-03-10"), make_document(f"{LONG} {REACTION}", published="2014-03-11")
    assert weigh_pair(read_pair(*cut)).version < weigh_pair(read_pair(*told_on)).version
    assert compare_documents(*cut).kind == "copy"


def test_two_reports_with_one_paragraph_in_common_are_apart_and_a_copy_is_not():
    paragraph = " ".join(AGENCY.split(". ")[1:3])
    other = make_document(f"{OTHER} {paragraph}.", published="2014-03-10")
    assert weigh_pair(read_pair(make_document(f"{OWN} {paragraph}."), other)).apart > 0.5
    copy = weigh_pair(read_pair(make_document(LONG), make_document(LONG.replace("sober", "modest"), name="b")))
    assert copy.apart < 0.1 and copy.version < 0.1


def test_every_feature_has_a_weight_for_every_kind():
    features = read_pair(make_document(AGENCY), make_document(AGENCY, name="b")).features
    assert set(load_copy_weights()) == {f"{kind}: {name}" for kind in KINDS for name in features}
