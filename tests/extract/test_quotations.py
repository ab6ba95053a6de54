"""Runs of quoted words: marks of all kinds, damaged copies, several paragraphs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.extract.speech.quotations import find_quotations
from dragoman.model.document import Document, Part

MESSY = st.text(alphabet="aB .,?!:\n'`\"“”„»«â€œ\x9d-()é", max_size=80)


def make_document(text: str, kind: str = "body") -> Document:
    return Document(
        id="d-1", name="case", text=text, parts=(Part(kind, 0, len(text)),), sha256="", file="case.txt", reader="test"
    )


def quoted(text: str) -> list[str]:
    return [text[each.start : each.end] for each in find_quotations(make_document(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('The envoy said: "We shall wait."', ["We shall wait."]),
        ('"We shall wait," he said, "and see."', ["We shall wait", "and see."]),
        ("The envoy spoke of a “long road” and a „cold house”.", ["long road", "cold house"]),
        ("''We shall wait,'' he said.", ["We shall wait"]),
        ("He called it â€œa stepâ€\x9d forward.", ["a step"]),
        ("No marks here; the ministers' talks went on.", []),
        ('A lone mark 5" wide is no quotation.', []),
        ('He added:" We shall wait. "The talks ended.', ["We shall wait."]),
    ],
)
def test_marks_of_all_kinds_enclose_quoted_words(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'He said: "We shall wait." Then we shall see. "Berg said it was a" long road ". She added:" We are tired. "',
            ['We shall wait." Then we shall see.', "long road", "We are tired."],
        ),
        ('"Wait," he said. The envoy left. "We shall see."', ["Wait", "We shall see."]),
        (
            'I met them. "We wait," he said. I asked why. "No idea," he said. We left. "Go," he said.',
            ["We wait", "No idea", "Go"],
        ),
    ],
)
def test_marks_on_the_wrong_side_are_mended_by_the_words_between_them(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_a_quotation_over_paragraphs_is_one_run() -> None:
    text = "“We shall wait.\n\n“Then we shall see,” she said.\n\n“Good.”"
    assert quoted(text) == ["We shall wait.\n\n“Then we shall see", "Good."]


def test_furniture_is_not_read() -> None:
    assert find_quotations(make_document('"Share this page now"', "furniture")) == []


@given(MESSY)
def test_quotations_are_ordered_and_inside_the_text(text: str) -> None:
    found = find_quotations(make_document(text))
    for each in found:
        assert 0 <= each.outer_start < each.start < each.end <= each.outer_end <= len(text)
    assert [each.outer_start for each in found] == sorted(each.outer_start for each in found)
    assert all(a.outer_end <= b.outer_start for a, b in zip(found, found[1:], strict=False))
