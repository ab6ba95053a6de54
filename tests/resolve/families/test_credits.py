"""Who is credited: credit lines, datelines, first publication, retold reports."""

import pytest

from dragoman.model.document import Document, Part
from dragoman.resolve.families import credits_of


def credits_in(text, kind="body", byline=""):
    page = f"{byline}\n\n{text}" if byline else text
    parts = [Part("byline", 0, len(byline))] if byline else []
    start = len(page) - len(text)
    doc = Document("d-1", "", page, (*parts, Part(kind, start, len(page))), "", "", "test/1")
    found = credits_of(doc)
    assert all(0 <= each.span[0] < each.span[1] <= len(page) for each in found)
    return [(each.kind, each.outlet) for each in found]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("VELIK (Reuters) - Two ministers met on Monday.", [("line", "Reuters")]),
        ("VELIK -LRB- Reuters -RRB- - Two ministers met on Monday.", [("line", "Reuters")]),
        ("VELIK, Vardia (AP) — Two ministers met on Monday.", [("line", "Associated Press")]),
        ("Two ministers met on Monday.\n\n— AFP", [("line", "AFP")]),
        ("Two ministers met on Monday. - Xinhua", [("line", "Xinhua")]),
        ("By The Associated Press\n\nTwo ministers met on Monday.", [("line", "Associated Press")]),
        ("Source: Xinhua\n\nTwo ministers met on Monday.", [("line", "Xinhua")]),
        ("Two ministers met.\n\nThis article was first published in The Guardian on Monday.", [("first", "The Guardian")]),
        ("Two ministers met.\n\nReprinted with permission from Asia Times.", [("first", "Asia Times")]),
        ("Two ministers met.\n\nThe original source of this article is Daily Times", [("first", "Daily Times")]),
        ("Two ministers met on Monday, Reuters reported.", [("told", "Reuters")]),
        ("Two ministers met on Monday, Interfax news agency later reported.", [("told", "Interfax")]),
        ("According to the Financial Times, two ministers met.", [("told", "Financial Times")]),
        ("Two ministers met, the minister told the BBC.", [("told", "BBC")]),
        ("The picture (Reuters) shows two ministers.", []),
        ("The house was built by Reuters in a quiet street.", []),
        ("Two ministers met on Monday. The agency had nothing to say.", []),
        ("Two ministers met. Reuters. Reported losses were small.", []),
    ],
)
def test_credits_in_a_body(text, expected):
    assert credits_in(text) == expected


def test_a_byline_is_a_credit_line_and_a_comment_is_none():
    assert credits_in("Two ministers met.", byline="AFP") == [("line", "AFP")]
    assert credits_in("Two ministers met.", byline="By Anton Reyle, Reuters") == []
    assert credits_in("VELIK (Reuters) - they always say so", kind="comment") == []
    assert credits_in("Originally published in Dawn", kind="furniture") == [("first", "Dawn")]


def test_the_middle_of_a_long_text_is_not_read():
    long = "The ministers met again and again. " * 80
    assert credits_in(f"{long}Reuters reported. {long}") == []
