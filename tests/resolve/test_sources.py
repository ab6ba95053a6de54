"""Independent sources behind documents, and the page of each outlet."""

from dragoman.model.resolution import Family, Overlap, SourceDocument, WordGiven
from dragoman.resolve.families import Credit
from dragoman.resolve.independence import count_sources, group_sources, read_independence
from dragoman.resolve.sources import describe_sources, find_ahead, judge_words


def doc(name, outlet="", published="2014-03-10", carriers=()):
    return SourceDocument(name, outlet=outlet, published=published, carriers=carriers)


def family(name, *documents):
    return Family(name, documents, documents[0], "the earliest")


def shared(a, b, kind="boilerplate"):
    return Overlap(a, b, kind, 0.2, 0.2, "")


def test_documents_of_one_outlet_are_one_source_whatever_it_is_called():
    docs = [doc("a", "The Associated Press"), doc("b", "AP"), doc("c", "Dawn")]
    assert group_sources(docs, [], []) == [("a", "b"), ("c",)]


def test_a_family_is_one_source_and_its_copyists_keep_their_own_word_elsewhere():
    docs = [doc("a", "BBC"), doc("b", "CNN"), doc("c", "BBC"), doc("d", "CNN")]
    assert group_sources(docs, [family("f-1", "a", "b")], [shared("a", "b", "copy")]) == [("a", "b", "c"), ("d",)]


def test_a_text_credited_to_an_agency_is_the_agencys():
    docs = [doc("a", "Dawn"), doc("b", "Daily Times"), doc("c", "Dawn")]
    found = {name: (Credit("Reuters", "line", (0, 9), True),) for name in "ab"}
    assert group_sources(docs, [], [], found) == [("a", "b"), ("c",)]
    told = {name: (Credit("Reuters", "told", (0, 9), True),) for name in "ab"}
    assert count_sources(docs, [], [], told) == 2


def test_unknown_outlets_with_shared_text_are_never_two():
    docs = [doc("a"), doc("b"), doc("c"), doc("d", "Dawn")]
    assert count_sources(docs, [], []) == 4
    assert group_sources(docs, [], [shared("a", "b", "quotation")]) == [("a", "b"), ("c",), ("d",)]
    assert group_sources(docs, [], [shared("c", "d")]) == [("a",), ("b",), ("c",), ("d",)]


def test_the_first_known_outlet_of_a_family_speaks_for_an_unknown_original():
    docs = [doc("a"), doc("b", "CNN"), doc("c", "CNN")]
    assert group_sources(docs, [family("f-1", "a", "b")], [shared("a", "b", "copy")]) == [("a", "b", "c")]


def test_order_does_not_matter_and_only_the_documents_asked_for_count():
    docs = [doc("a"), doc("b"), doc("c", "CNN"), doc("d", "CNN")]
    families, overlaps = [family("f-1", "c", "a")], [shared("a", "b"), shared("a", "c", "copy")]
    assert group_sources(docs, families, overlaps) == group_sources(docs[::-1], families, overlaps[::-1])
    assert read_independence(docs, families, overlaps).count(["a", "d", "x"]) == 1


def test_a_page_tells_what_was_first_copied_and_who_owns_the_outlet():
    docs = [doc("a", "Xinhua"), doc("b", "Daily Times"), doc("c", "Daily Times"), doc("d", carriers=("example.org",))]
    pages = {page.outlet: page for page in describe_sources(docs, [family("f-1", "a", "b", "d")])}
    assert [page.outlet for page in describe_sources(docs, [])][0] == "Daily Times"
    assert pages["Xinhua"].first == ("f-1",)
    assert (pages["Xinhua"].owner.state, pages["Xinhua"].owner.ownership) == ("CHN", "state")
    assert [(each.document, each.origin) for each in pages["Daily Times"].copied] == [("b", "Xinhua")]
    assert pages["Daily Times"].owner is None
    assert pages["example.org"].copied[0].document == "d"


def word(thread, document, status="happened", voice="author", *, standing="happened"):
    return WordGiven(thread, standing, document, voice, status)


def test_a_word_counts_where_the_outlet_alone_vouched():
    docs = [doc("a", "CNN"), doc("b", "BBC"), doc("c", "CNN"), doc("d")]
    given = [
        word("t-0", "a"), word("t-0", "c"),
        word("t-1", "a", standing="disputed"), word("t-1", "b", "denied", standing="disputed"),
        word("t-2", "a"), word("t-2", "b"),
        word("t-3", "a", voice="Anton Reyle", standing="claimed"),
        word("t-4", "d"),
    ]  # fmt: skip
    found = judge_words(given, read_independence(docs, [], []))
    assert found == {"cnn": {"happened": ["t-0"], "disputed": ["t-1"]}}
    page = describe_sources(docs, [], found)[0]
    assert page.stood == (("disputed", 1), ("happened", 1)) and page.vouched[0] == ("disputed", ("t-1",))


def test_a_source_is_ahead_where_its_text_is_of_an_earlier_day_than_all_others():
    docs = [doc("a", "CNN"), doc("b", "BBC", "2014-03-11"), doc("c", "CNN", "2014-03-11"), doc("d", "BBC", ""), doc("e")]
    told = {"t-0": "ab", "t-1": "bc", "t-2": "ac", "t-3": "ad", "t-4": "eb"}
    given = [word(id, document) for id, ids in told.items() for document in ids]
    found = find_ahead(given, docs, read_independence(docs, [], []))
    assert found == {"cnn": ["t-0"]}
    assert {page.outlet: page.ahead for page in describe_sources(docs, [], ahead=found)}["CNN"] == ("t-0",)
    comments = [word("t-0", "a", voice="comment"), word("t-0", "b")]
    assert find_ahead(comments, docs, read_independence(docs, [], [])) == {}
