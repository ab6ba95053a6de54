"""Which runs of a document are read, and where one ends."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.paragraphs import paragraphs_of
from dragoman.model.document import Document, Part

LONG = "The envoy said on the first day of the long talks that his country"


def make_document(text: str, *parts: Part) -> Document:
    return Document(id="d-1", name="case", text=text, parts=parts, sha256="", file="case.txt", reader="test")


def read(text: str, kind: str = "body") -> list[str]:
    return [text[p.start : p.end] for p in paragraphs_of(make_document(text, Part(kind, 0, len(text))))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("One line.\n\n\n\tAnother line.  \n", ["One line.", "Another line."]),
        (f"{LONG}\nwould wait.", [f"{LONG}\nwould wait."]),
        (f"{LONG},\n\nhowever, would wait.", [f"{LONG},\n\nhowever, would wait."]),
        (f"{LONG}\nWould wait.", [LONG, "Would wait."]),
        (f"{LONG}.\nwould wait.", [f"{LONG}.", "would wait."]),
        ("A short line\nstays alone", ["A short line", "stays alone"]),
        ("", []),
        ("\n\n", []),
    ],
)
def test_lines_are_paragraphs_unless_a_sentence_runs_on(text: str, expected: list[str]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(
    ("kind", "is_read"),
    [("title", True), ("body", True), ("caption", True), ("comment", True), ("byline", False), ("furniture", False)],
)
def test_furniture_and_bylines_are_not_read(kind: str, is_read: bool) -> None:
    assert bool(read("Share this page.", kind)) is is_read


def test_titles_never_run_on() -> None:
    assert read(f"{LONG}\nwould wait", "title") == [LONG, "would wait"]


def test_each_paragraph_knows_its_part() -> None:
    doc = make_document("Head\nBody.", Part("title", 0, 4), Part("body", 5, 10))
    assert [(p.start, p.end, p.part) for p in paragraphs_of(doc)] == [(0, 4, "title"), (5, 10, "body")]


WORDS = st.text(alphabet="aB,.é", min_size=1, max_size=12)
LINES = st.lists(WORDS, max_size=9).map(" ".join) | WORDS.map("  {}\t\xa0".format)


@given(st.lists(LINES, max_size=8).map("\n".join))
def test_paragraphs_are_ordered_trimmed_and_leave_no_word_out(text: str) -> None:
    found = list(paragraphs_of(make_document(text, Part("body", 0, len(text)))))
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
    assert all(text[p.start : p.end] == text[p.start : p.end].strip() != "" for p in found)
    assert "".join("".join(text[p.start : p.end].split()) for p in found) == "".join(text.split())
