import gzip

import pytest

from dragoman.ingest.page import Page, Source
from dragoman.ingest.readers import find_reader, read_pages
from dragoman.model.errors import UsageError
from dragoman.model.issues import Reject


def read(file, data, **options):
    return list(read_pages(Source(file, data, "0" * 64), **options))


@pytest.mark.parametrize(
    "data", [b"One.\n\nTwo.\n", b"\xef\xbb\xbfOne.", b"a\r\nb\rc", "Lahore — ‘talks’\n\n  ".encode()]
)
def test_the_stored_text_is_the_files_own(tmp_path, data):
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    (page,) = read("x/a.b.txt", data)
    assert page.text == path.read_text(encoding="utf-8").removeprefix("\ufeff")
    assert (page.name, page.record, page.parts) == ("a.b", "", ())


@pytest.mark.parametrize("data", [b"\xff" * 5000, b" \n\t\n", b"\x00" * 100])
def test_what_is_no_text_is_a_reject(data):
    (reject,) = read("a.txt", data)
    assert isinstance(reject, Reject)
    assert reject.remedy
    assert reject.sha256 == "0" * 64


def test_a_line_of_twenty_megabytes_is_read():
    (page,) = read("a.txt", b"word " * 4_000_000)
    assert len(page.text) == 20_000_000


def test_a_text_is_split_where_the_pattern_matches():
    text = b"Preface.\n\nARTICLE 1\nOne.\n\nARTICLE 2\nTwo.\n"
    pages = read("all.txt", text, split=r"^ARTICLE \d+$")
    assert [page.text for page in pages] == ["Preface.\n\n", "ARTICLE 1\nOne.\n\n", "ARTICLE 2\nTwo.\n"]
    assert [page.record for page in pages] == ["part 1", "part 2", "part 3"]
    assert [page.name for page in pages] == ["all~1", "all~2", "all~3"]


def test_split_does_not_touch_other_formats():
    (page,) = read("a.jsonl", b'{"text": "ARTICLE 1"}', split="^ARTICLE")
    assert page.text == "ARTICLE 1"


@pytest.mark.parametrize("pattern", ["(", "x*", "^"])
def test_a_pattern_that_cannot_split_is_a_wrong_call(pattern):
    with pytest.raises(UsageError, match="--split"):
        read("a.txt", b"words", split=pattern)


def test_a_pattern_that_matches_nowhere_is_a_reject():
    (reject,) = read("a.txt", b"words", split="^ARTICLE")
    assert isinstance(reject, Reject)
    assert "matches nowhere" in reject.reason


def test_gzip_is_unpacked():
    (page,) = read("a.txt.gz", gzip.compress(b"One.") + gzip.compress(b" Two."))
    assert page.text == "One. Two."


@pytest.mark.parametrize("cut", [slice(0, -9), slice(0, 5)])
def test_a_truncated_gzip_is_a_reject(cut):
    (reject,) = read("a.txt.gz", gzip.compress(b"One. " * 1000)[cut])
    assert isinstance(reject, Reject)
    assert "too early" in reject.reason


def test_a_damaged_gzip_is_a_reject():
    data = bytearray(gzip.compress(bytes(range(256)) * 50))
    data[60:90] = b"\xaa" * 30
    (reject,) = read("a.txt.gz", bytes(data))
    assert isinstance(reject, Reject)
    assert "damaged" in reject.reason or "too early" in reject.reason


def test_a_gzip_bomb_is_a_reject(monkeypatch):
    monkeypatch.setattr("dragoman.ingest.containers.gzip.gunzip.__kwdefaults__", {"limit": 1 << 20})
    (reject,) = read("a.txt.gz", gzip.compress(b"a" * (4 << 20)))
    assert isinstance(reject, Reject)
    assert "when unpacked" in reject.reason


@pytest.mark.parametrize(
    ("name", "head", "expected"),
    [
        ("a.TXT", b"", "text"),
        ("a.md", b"", "text"),
        ("a.htm", b"", "html"),
        ("a.warc.gz", b"\x1f\x8b\x08", "warc"),
        ("a.html.gz", b"\x1f\x8b\x08", "html"),
        ("wrongly.txt", b"%PDF-1.7", "pdf"),
        ("-", b"  <!doctype HTML><p>", "html"),
        ("-", b'\xef\xbb\xbf{"text": "a"}', "jsonl"),
        ("-", b"<?xml version='1.0'?>\n<rss version='2.0'>", "feed"),
        ("-", b"WARC/1.0\r\n", "warc"),
        ("-", b"Received: from a\r\n", "eml"),
        ("-", b"Just words.", "text"),
        ("-", "Просто слова.".encode(), "text"),
        ("-", b"\x00\x01\x02\x03" * 20, None),
        ("picture.png", b"\x89PNG", None),
        ("table.xlsx", b"PK\x03\x04 xl/", None),
    ],
)
def test_the_reader_is_chosen_by_magic_and_suffix(name, head, expected):
    found = find_reader(name, head)
    assert (found.name if found else None) == expected


def test_what_nobody_reads_is_a_reject_with_the_suffixes():
    (reject,) = read("a.png", b"\x89PNG\r\n\x1a\n\0\0\0")
    assert isinstance(reject, Reject)
    assert ".jsonl" in reject.remedy


def test_standard_input_has_a_name():
    (page,) = read("-", b"Words.")
    assert isinstance(page, Page)
    assert page.name == "stdin"
