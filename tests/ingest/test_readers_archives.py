"""Web archives: records, damage, digests."""

import base64
import gzip
import hashlib
import io

import pytest
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from dragoman.ingest.page import Page, Source
from dragoman.ingest.readers import read_pages
from dragoman.model.issues import Reject

ARTICLE = "<html><body><article><h1>Talks {0}</h1>" + "<p>The two ministers met again and signed paper {0}.</p>" * 3
DATE = "2014-08-20T10:00:00Z"


def read(data, file="a.warc"):
    return list(read_pages(Source(file, data, "0" * 64)))


def archive(*bodies, compressed=False, kind="text/html; charset=utf-8", status="200 OK", record="response"):
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    for number, body in enumerate(bodies, start=1):
        http = StatusAndHeaders(status, [("Content-Type", kind)], protocol="HTTP/1.1")
        uri = f"http://x.example/{number}"
        writer.write_record(
            writer.create_warc_record(uri, record, payload=io.BytesIO(body), http_headers=http,
                                      warc_headers_dict={"WARC-Date": DATE})
        )  # fmt: skip
    return out.getvalue()


def three(**options):
    return archive(*[ARTICLE.format(number).encode() for number in (1, 2, 3)], **options)


@pytest.mark.parametrize("compressed", [False, True])
def test_each_html_response_is_a_page(compressed):
    pages = read(three(compressed=compressed))
    assert [page.text.partition("\n")[0] for page in pages] == ["Talks 1", "Talks 2", "Talks 3"]
    assert [page.record for page in pages] == ["record 1", "record 2", "record 3"]
    assert [page.name for page in pages] == ["a~1", "a~2", "a~3"]


def test_the_crawl_date_is_never_the_publication_date():
    page = read(three())[0]
    hints = {(hint.field, hint.value) for hint in page.hints}
    assert ("crawled", DATE) in hints
    assert ("url", "http://x.example/1") in hints
    assert not any(field == "published" for field, _ in hints)


@pytest.mark.parametrize(
    "options",
    [{"kind": "image/png"}, {"status": "404 Not Found"}, {"record": "resource"}, {"kind": "application/json"}],
)
def test_other_records_are_passed_over_and_an_archive_of_them_is_a_reject(options):
    (reject,) = read(three(**options))
    assert isinstance(reject, Reject)
    assert "no HTML responses" in reject.reason


def test_a_compressed_archive_damaged_in_the_middle_loses_that_record_only():
    data = bytearray(three(compressed=True))
    second = data.find(b"\x1f\x8b\x08", 5)
    data[second + 30 : second + 60] = b"\x55" * 30
    first, bad, last = read(bytes(data), "a.warc.gz")
    assert (first.text[:7], last.text[:7]) == ("Talks 1", "Talks 3")
    assert isinstance(bad, Reject)
    assert bad.record == "record 2"


def test_a_changed_byte_in_the_middle_is_found_by_the_digest():
    data = three().replace(b"paper 2", b"paper 9")
    first, bad, last = read(data)
    assert (first.text[:7], last.text[:7]) == ("Talks 1", "Talks 3")
    assert isinstance(bad, Reject)
    assert "Digest does not fit" in bad.reason


def test_missing_bytes_in_the_middle_cost_that_record_only():
    data = three().replace(b"<p>The two ministers met again and signed paper 2.</p>", b"", 1)
    results = read(data)
    assert [page.text[:7] for page in results if isinstance(page, Page)] == ["Talks 1", "Talks 3"]
    assert len([item for item in results if isinstance(item, Reject)]) == 1


@pytest.mark.parametrize("compressed", [False, True])
def test_a_truncated_archive_gives_what_is_whole_and_a_reject(compressed):
    results = read(three(compressed=compressed)[:-40])
    assert [page.text[:7] for page in results if isinstance(page, Page)] == ["Talks 1", "Talks 2"]
    (reject,) = [item for item in results if isinstance(item, Reject)]
    assert "ends too early" in reject.reason


def test_an_archive_that_is_one_gzip_member_is_read():
    assert len([page for page in read(gzip.compress(three()), "a.warc.gz") if isinstance(page, Page)]) == 3


def test_chunked_and_compressed_responses_are_unpacked():
    body = gzip.compress(ARTICLE.format(1).encode())
    chunked = f"{len(body):x}\r\n".encode() + body + b"\r\n0\r\n\r\n"
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
    block = http + chunked
    head = f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example\r\nWARC-Date: {DATE}\r\n"
    digest = base64.b32encode(hashlib.sha1(body).digest()).decode()
    head += f"WARC-Payload-Digest: sha1:{digest}\r\nContent-Type: application/http; msgtype=response\r\n"
    (page,) = read(f"{head}Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n")
    assert page.text.startswith("Talks 1")


@pytest.mark.parametrize("data", [b"\xff" * 5000, b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nx",
                                  b"WARC/1.0\r\nContent-Length: 3\r\n\r\nabcdefgh", b"WARC/1.0\r\n" * 20_000,
                                  b"\x1f\x8b\x08" * 20_000])  # fmt: skip
def test_what_is_no_archive_is_rejected(data):
    results = read(data)
    assert results
    assert all(isinstance(item, Reject) and item.remedy for item in results)
