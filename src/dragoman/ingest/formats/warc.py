"""Web archives (.warc, .warc.gz): every response that is an HTML page; digests are checked.

`WARC-Date` is the day of the crawl, never of publication. A damaged record is an error, the others are read.
"""

import base64
import binascii
import hashlib
import io
from collections.abc import Iterator
from email.message import Message

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord

from dragoman.ingest.containers.warcstream import MAX_RECORD, RawRecord, split_records
from dragoman.ingest.html.read import Carrier, read_html
from dragoman.ingest.naming import record_name
from dragoman.ingest.page import Hint, Page, Source
from dragoman.model.errors import IngestError
from dragoman.text.sanitise import sanitise

READER = "warc/1"
_HTML = ("text/html", "application/xhtml+xml")
_ALGORITHMS = {"sha1": hashlib.sha1, "sha256": hashlib.sha256, "md5": hashlib.md5}


def read_warc(source: Source) -> Iterator[Page | IngestError]:
    """Give each HTML response as a page.

    Raises:
        IngestError: there is neither an HTML response nor a damaged record in it.
    """
    found = False
    for number, raw in enumerate(split_records(source.data), start=1):
        record = f"record {number}"
        try:
            if isinstance(raw, IngestError):
                raise raw
            page = _read_record(raw, record_name(source, number), record)
        except IngestError as error:
            error.record = record
            found = True
            yield error
            continue
        if page:
            found = True
            yield page
    if not found:
        raise IngestError("the archive holds no HTML responses", remedy="Only responses of type text/html are read.")


def _read_record(raw: RawRecord, name: str, record: str) -> Page | None:
    """The page of a successful HTML response, None for any other record."""
    loaded = _load(raw)
    if loaded.rec_type != "response" or not _is_html(loaded):
        return None
    _check_digest(loaded, raw.block)
    try:
        body = loaded.content_stream().read(MAX_RECORD + 1)
    except (ArchiveLoadFailed, OSError, ValueError, EOFError) as error:
        raise IngestError(f"the response cannot be unpacked ({error})", remedy="Fetch the page again.") from error
    if len(body) > MAX_RECORD:
        raise IngestError(f"the page has more than {MAX_RECORD // 2**20} MB", remedy="Save only the article.")
    hints = tuple(_hints(loaded))
    return read_html(body, Carrier(name, record, READER, _charset(loaded), hints))


def _load(raw: RawRecord) -> ArcWarcRecord:
    try:
        return next(iter(ArchiveIterator(io.BytesIO(raw.head + raw.block + b"\r\n\r\n"))))
    except (ArchiveLoadFailed, StopIteration, ValueError, EOFError, AttributeError) as error:
        raise IngestError(f"the record's headers are damaged ({error})", remedy="Fetch the archive again.") from error


def _is_html(record: ArcWarcRecord) -> bool:
    http = record.http_headers
    if http is None or not str(http.get_statuscode() or "").startswith("2"):
        return False
    return _content_type(record).get_content_type() in _HTML


def _content_type(record: ArcWarcRecord) -> "Message[str, str]":
    message: Message[str, str] = Message()
    message["Content-Type"] = str(record.http_headers.get_header("Content-Type") or "application/octet-stream")
    return message


def _charset(record: ArcWarcRecord) -> str:
    return _content_type(record).get_content_charset() or ""


def _hints(record: ArcWarcRecord) -> Iterator[Hint]:
    for name, field in (("WARC-Target-URI", "url"), ("WARC-Date", "crawled")):
        value = sanitise(str(record.rec_headers.get_header(name) or "")).text.strip().strip("<>")
        if value:
            yield Hint("url" if field == "url" else "crawled", value, name)


def _check_digest(record: ArcWarcRecord, block: bytes) -> None:
    """Compare the stated digests: of the whole block, else of the payload after the HTTP header.

    Raises:
        IngestError: the bytes are not those that were archived.
    """
    payload = block.partition(b"\r\n\r\n")[2]
    for name, data in (("WARC-Block-Digest", block), ("WARC-Payload-Digest", payload)):
        stated = str(record.rec_headers.get_header(name) or "")
        if not stated:
            continue
        fits = _fits(stated, data)
        if fits is False and not (name == "WARC-Payload-Digest" and _is_encoded(record)):
            raise IngestError(f"the record is damaged: {name} does not fit", remedy="Fetch the archive again.")
        if fits:
            return


def _is_encoded(record: ArcWarcRecord) -> bool:
    """Crawlers disagree whether the payload's digest is that of the encoded or of the decoded bytes."""
    return any(record.http_headers.get_header(name) for name in ("Transfer-Encoding", "Content-Encoding"))


def _fits(stated: str, data: bytes) -> bool | None:
    """True or False, None for an algorithm or notation that we do not know."""
    name, _, value = stated.partition(":")
    make = _ALGORITHMS.get(name.lower().replace("-", ""))
    if make is None:
        return None
    digest = make(data).digest()
    try:
        known = bytes.fromhex(value) if len(value) == 2 * len(digest) else base64.b32decode(value.upper())
    except (ValueError, binascii.Error):
        return None
    return known == digest
