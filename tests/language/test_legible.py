"""The view of a text that the parser reads: other characters, same length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.language.legible import make_legible

FRAGMENTS = st.sampled_from(
    ["-LRB-", "-RRB-", "''", "``", "â€™", "â€œ", "â€\x9d", "â€", "“", "”", "’", "\n", "\xa0", "–", "\u200b", "é", "𝔸", "word", "'", "-"]
)


@pytest.mark.parametrize(
    ("text", "view"),
    [
        ("the minister’s “word”", "the minister's \"word\""),
        ("one\ntwo\tthree\xa0four", "one two three four"),
        ("a -LRB- b -RRB- c", "a (     b )     c"),
        ("``yes''", '" yes" '),
        ("the ministerâ€™s word", "the minister'  s word"),
        ("1990–1995", "1990-1995"),
        ("plain text stays", "plain text stays"),
        ("", ""),
    ],
)
def test_marks_become_plain_ones_of_the_same_width(text: str, view: str) -> None:
    assert make_legible(text) == view


@given(st.text(max_size=200) | st.lists(FRAGMENTS, max_size=30).map("".join))
def test_the_view_has_the_length_of_the_text_and_no_line_breaks(text: str) -> None:
    view = make_legible(text)
    assert len(view) == len(text)
    assert "\n" not in view and "\xa0" not in view


@given(st.text(alphabet=st.characters(codec="ascii", exclude_characters="`'\n\t\r-"), max_size=100))
def test_plain_words_are_left_alone(text: str) -> None:
    assert make_legible(text) == text
