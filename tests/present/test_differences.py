"""The differences of two texts: complete, in order, and never slow."""


from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.present.differences import compare_texts

TEXTS = st.lists(st.sampled_from("abcdef"), max_size=40).map(" ".join)


def kinds(a, b):
    return [(piece.kind, piece.words.strip()) for piece in compare_texts(a, b)]


def test_what_was_exchanged_stands_side_by_side():
    a = "The minister will visit Moscow on Monday, officials said."
    b = "The foreign minister will visit Kazan on Monday, officials said."
    assert kinds(a, b) == [
        ("same", "The"), ("new", "foreign"), ("same", "minister will visit"), ("gone", "Moscow"), ("new", "Kazan"),
        ("same", "on Monday, officials said."),
    ]  # fmt: skip


def test_a_moved_sentence_is_gone_and_new():
    a, b = "One two three four. Five six seven eight nine ten.", "Five six seven eight nine ten. One two three four."
    assert [kind for kind, _ in kinds(a, b)] == ["gone", "same", "new"]


def test_a_common_word_amid_a_rewritten_sentence_does_not_split_it():
    assert [kind for kind, _ in kinds("red green blue the grey pink white end", "cow ewe sow the hen cock drake end")] == [
        "gone", "new", "same",
    ]  # fmt: skip


def test_empty_texts():
    assert compare_texts("", "") == [] and kinds("a", "") == [("gone", "a")] and kinds("", "a") == [("new", "a")]


@settings(deadline=None)
@given(TEXTS, TEXTS)
def test_nothing_is_lost(a, b):
    pieces = compare_texts(a, b)
    assert "".join(p.words for p in pieces if p.kind != "new").split() == a.split()
    assert " ".join(p.words for p in pieces if p.kind != "gone").split() == b.split()


def test_repetition_without_end_is_compared():
    for a, b in (("x " * 20_000, "x " * 20_001), ("x y " * 10_000, "y x " * 10_000), ("a b c " * 7_000, "c b a " * 7_000)):
        assert compare_texts(a, b)
