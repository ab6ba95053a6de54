"""JSONL and CSV: one row, one page."""

import json

import pytest

from dragoman.ingest.page import Page, Source
from dragoman.ingest.readers import read_pages
from dragoman.model.issues import Reject


def read(file, data):
    data = data if isinstance(data, bytes) else data.encode("utf-8")
    return list(read_pages(Source(file, data, "0" * 64)))


def hints(page):
    return {hint.field: (hint.value, hint.source) for hint in page.hints}


def lines(*rows):
    return "\n".join(row if isinstance(row, str) else json.dumps(row) for row in rows)


def test_a_json_line_gives_its_text_unchanged_and_its_columns_as_hints():
    row = {"id": "a-1", "title": "Talks", "text": "  Two  spaces\nand a line.\n", "published": "2012-10-04",
           "outlet": "The Post", "author": ["A. One", "B. Two"], "url": "http://x.example/1"}  # fmt: skip
    (page,) = read("f.jsonl", lines(row))
    assert page.text == row["text"]
    assert (page.name, page.record, page.reader) == ("a-1", "row 1", "jsonl/1")
    assert hints(page) == {
        "title": ("Talks", "column title"),
        "published": ("2012-10-04", "column published"),
        "outlet": ("The Post", "column outlet"),
        "author": ("A. One and B. Two", "column author"),
        "url": ("http://x.example/1", "column url"),
    }


def test_html_is_rendered_where_there_is_no_text():
    (page,) = read("f.jsonl", lines({"html": "<h1>Title</h1><p>First.</p><p>Second.</p>"}))
    assert page.text == "Title\n\nFirst.\n\nSecond."
    assert page.name == "f~1"


def test_text_wins_over_html():
    (page,) = read("f.jsonl", lines({"text": "Words.", "html": "<p>Other</p>"}))
    assert page.text == "Words."


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("not json", "not JSON"),
        ('{"text": "cut o', "not JSON"),
        ("[1, 2]", "list, not an object"),
        ('"words"', "str, not an object"),
        ("null", "NoneType, not an object"),
        ('{"title": "no text"}', "no text"),
        ('{"text": ""}', "no text"),
        ('{"text": 7}', "int, not a string"),
        ('{"text": ["a"]}', "list, not a string"),
        ("[" * 100_000, "nested too deep"),
        ('{"html": "<!-- nothing -->"}', "no text"),
    ],
)
def test_a_bad_line_is_a_reject_and_the_others_are_read(line, reason):
    first, bad, last = read("f.jsonl", lines({"text": "One."}, line, {"text": "Three."}))
    assert (first.text, last.text) == ("One.", "Three.")
    assert (first.name, last.name) == ("f~1", "f~3")
    assert isinstance(bad, Reject)
    assert (bad.file, bad.record) == ("f.jsonl", "row 2")
    assert reason in bad.reason or reason == "no text" and "HTML" in bad.reason
    assert bad.remedy


def test_nul_and_lone_surrogates_in_json_are_replaced_and_counted():
    (page,) = read("f.jsonl", '{"text": "a\\u0000b\\ud800c\\ud83d\\ude00"}')
    assert page.text == "a\ufffdb\ufffdc\U0001f600"
    assert (page.repairs.nul, page.repairs.surrogates) == (1, 1)


def test_a_bom_and_windows_line_ends_do_not_disturb():
    first, second = read("f.jsonl", b'\xef\xbb\xbf{"text": "One."}\r\n\r\n{"text": "Two."}\r\n')
    assert (first.text, second.record) == ("One.", "row 3")


def test_a_line_separator_inside_a_string_ends_no_line():
    (page,) = read("f.jsonl", '{"text": "one\u2028two"}')
    assert page.text == "one\u2028two"


def test_duplicate_ids_get_numbers():
    pages = read("f.jsonl", lines(*[{"id": name, "text": "x"} for name in ("a", "a", "a~2", "a")]))
    assert [page.name for page in pages] == ["a", "a~2", "a~2~2", "a~3"]


def test_an_empty_table_is_a_reject():
    for file in ("f.jsonl", "f.csv"):
        (reject,) = read(file, " \n\n")
        assert isinstance(reject, Reject)


def test_a_csv_row_gives_text_and_hints():
    (page,) = read("f.csv", 'id,title,text,published\n7,Talks,"He said ""no"".\nThen he left.",2012-10-04\n')
    assert page.text == 'He said "no".\nThen he left.'
    assert (page.name, page.record) == ("7", "row 1")
    assert hints(page)["published"] == ("2012-10-04", "column published")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_the_separator_is_found(separator):
    (page,) = read("f.csv", separator.join(["ID", "Text"]) + "\n" + separator.join(["1", "Words"]) + "\n")
    assert (page.name, page.text) == ("1", "Words")


def test_a_csv_without_the_columns_says_which_it_found():
    (reject,) = read("f.csv", "headline,body\na,b\n")
    assert isinstance(reject, Reject)
    assert "headline, body" in reject.reason
    assert "published" in reject.remedy


def test_a_csv_row_of_the_wrong_width_is_a_reject():
    good, bad, last = read("f.csv", "id,text\n1,one\n2,two,three\n4,four\n")
    assert (good.text, last.text) == ("one", "four")
    assert isinstance(bad, Reject)
    assert "3 fields, the header 2" in bad.reason


def test_an_unclosed_quote_costs_its_row_only():
    results = read("f.csv", 'id,text\n1,one\n2,"never closed\n3,three\n4,four\n')
    assert [page.text for page in results if isinstance(page, Page)] == ["one", "three", "four"]
    (reject,) = [item for item in results if isinstance(item, Reject)]
    assert "line 3" in reject.reason


def test_many_unclosed_quotes_end():
    results = read("f.csv", "id,text\n" + '1,"abc\n' * 5001)
    assert all(isinstance(item, Reject) for item in results)


def test_a_field_larger_than_pythons_default_is_read():
    (page,) = read("f.csv", "text\n" + "word " * 100_000 + "\n")
    assert len(page.text) == 500_000
