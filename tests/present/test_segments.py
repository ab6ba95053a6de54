"""A text is cut at the borders of its marks without losing a character; words are found as the index finds them."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.model.document import Comment, Document, Part
from dragoman.present.found_words import find_words
from dragoman.present.segments import MOST_NAMED, Mark, cut_segments
from dragoman.present.text_parts import blocks_of

spans = st.tuples(st.integers(0, 60), st.integers(0, 60), st.sampled_from(("event", "statement", "")))


@given(st.integers(0, 50), st.lists(spans, max_size=40), st.lists(st.integers(-5, 60), max_size=5))
def test_segments_are_complete_and_know_what_lies_over_them(length, given_spans, borders):
    marks = [Mark(a, b, kind, f"m{n}", f"m{n}") for n, (a, b, kind) in enumerate(given_spans)]
    segments = list(cut_segments(length, marks, borders))
    assert [at for s in segments for at in range(s.start, s.end)] == list(range(length))
    proper = [mark for mark in marks if mark.start < mark.end <= length]
    for segment in segments:
        over = [mark for mark in proper if mark.start <= segment.start and segment.end <= mark.end]
        assert segment.kinds == {mark.kind for mark in over}
        assert set(segment.ids) <= {mark.id for mark in over} and len(segment.ids) == min(len(over), MOST_NAMED)
        assert not any(segment.start < at < segment.end for mark in proper for at in (mark.start, mark.end))
    assert sorted(id for s in segments for id in s.anchors) == sorted(mark.id for mark in proper)


def make_doc(text, *parts, comments=()):
    return Document("d-1", "a", text, tuple(Part(*part) for part in parts), "", "a.txt", "r", comments=comments)


@given(st.text(alphabet="ab \n\t\u202e", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_blocks_and_paragraphs_cover_the_text(text, a, b):
    cut, end = sorted((min(a, len(text)), min(b, len(text))))
    blocks = list(blocks_of(make_doc(text, ("title", 0, cut), ("body", cut, end))))
    covered = [at for block in blocks for p in block.paragraphs for at in range(p.start, p.end)]
    assert covered == list(range(len(text)))
    assert all(not text[p.words_end : p.end].strip() for block in blocks for p in block.paragraphs)


def test_paragraphs_end_at_blank_lines_and_else_at_lines():
    (block,) = blocks_of(make_doc("One\ntwo.\n \nThree.\n", ("body", 0, 19)))
    assert [(p.start, p.words_end) for p in block.paragraphs] == [(0, 8), (11, 17)]
    (block,) = blocks_of(make_doc("One.\nTwo.\n", ("body", 0, 10)))
    assert [(p.start, p.words_end) for p in block.paragraphs] == [(0, 4), (5, 9)]


def test_what_stands_beside_a_comment_names_its_reader():
    doc = make_doc("Menu\nNews.\nJack:\nNo!\nEnd", ("furniture", 0, 4), ("body", 5, 10), ("furniture", 11, 16),
                   ("comment", 17, 20), ("furniture", 21, 24), comments=(Comment(17, 20, "2012-10-09"),))  # fmt: skip
    assert [(block.kind, block.names_reader, block.date) for block in blocks_of(doc)] == [
        ("furniture", False, ""), ("body", False, ""), ("furniture", True, ""), ("comment", False, "2012-10-09"),
        ("furniture", True, ""),
    ]  # fmt: skip


def test_words_are_found_without_case_accents_or_patterns():
    text = "The VISIT to Malmö. .* Visits; New\nDelhi, new delhi."
    found = lambda query: [text[a:b] for a, b in find_words(text, query)]  # noqa: E731
    assert found("visit malmo") == ["VISIT", "Malmö"]
    assert found('"new delhi"') == ["New\nDelhi", "new delhi"]
    assert found(".* ( [") == [] and found("") == []
