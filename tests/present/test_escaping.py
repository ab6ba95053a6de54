import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.present.escaping import (
    for_cell,
    for_file_name,
    for_json,
    for_markdown,
    for_markdown_inside,
    for_terminal,
    for_terminal_block,
)

HOSTILE = "\x1b[31mred\x1b]0;title\x07 \u202egnp.exe\u2066 \x9b2J\x00 \r\nnext"


def test_nothing_that_moves_the_cursor_or_turns_the_text_reaches_a_terminal():
    for shown in (for_terminal(HOSTILE), for_terminal_block(HOSTILE)):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", shown)
    assert "\\u202e" in for_terminal(HOSTILE) and "\n" not in for_terminal(HOSTILE)


def test_json_means_the_same_after_escaping():
    import json

    assert json.loads(for_json(json.dumps(HOSTILE, ensure_ascii=False))) == HOSTILE


@pytest.mark.parametrize("cell", ["=cmd()", "+1", "-1", "@SUM(A1)", "\t=x", "\r=x", " =x", "|calc", "\n=1"])
def test_a_formula_is_neutralised(cell):
    assert for_cell(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["", "plain", "a=b", "2012-10-04"])
def test_a_plain_cell_stays(cell):
    assert for_cell(cell) == cell


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../x", ".._.._x"), ("..", "_"), ("", "_"), ("con", "_con"), ("LPT1.txt", "_LPT1.txt"), ("a:b*c?", "a_b_c_"),
        ("end. ", "end"), ("/etc/passwd", "_etc_passwd"), ("C:\\x", "C__x"), ("a\x00b\nc", "a_b_c"), ("Привет", "Привет"),
    ],
)  # fmt: skip
def test_a_file_name_is_safe_everywhere(name, safe):
    assert for_file_name(name) == safe


@given(st.text(max_size=300))
def test_no_name_leads_out_of_its_folder(name):
    safe = for_file_name(name)
    assert safe and not re.search(r'[<>:"/\\|?*\x00-\x1f]', safe)
    assert safe not in (".", "..") and not safe.endswith((".", " ")) and len(safe.encode()) <= 200


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "[x](javascript:y)", "![i](u)", "`code`", "**b**", "| a |",
                                  "https://evil.example", "&lt;b&gt;"])  # fmt: skip
def test_no_markup_survives_in_markdown(text):
    escaped = for_markdown_inside(text)
    assert not re.search(r"(?<!\\)[<>\[\]`*|&!]", escaped)
    assert "https:" not in escaped


@pytest.mark.parametrize("text", ["# head", "- item", "+ item", "1. one", "2) two", "=====", "> quote"])
def test_no_block_begins_in_markdown(text):
    assert re.match(r"\s*(\\|\d+\\)", for_markdown(text))
