"""One source to its pages: the table of formats, and the loop that turns a reader's faults into rejects.

In: `Source`. Out: `Page` for each article in it, `Reject` for each record that cannot be read. A reader yields pages
and, for a bad record among good ones, an `IngestError`; it raises one if nothing of the file can be read.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from dragoman.ingest.containers.gzip import gunzip, is_gzip
from dragoman.ingest.formats import csv, docx, eml, feed, html, jsonl, mhtml, pdf, plain, warc
from dragoman.ingest.page import Page, Source
from dragoman.model.errors import IngestError
from dragoman.model.issues import Reject
from dragoman.text.sanitise import decode_bytes, is_binary

HEAD_BYTES = 4096
"""How many of the first bytes the choice of a reader may look at."""

Reader = Callable[[Source], Iterator[Page | IngestError]]


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file: the suffixes it goes by, what its first bytes look like, and who reads it."""

    name: str
    suffixes: tuple[str, ...]
    magic: re.Pattern[bytes]
    read: Reader
    binary: bool = False


def _magic(pattern: bytes) -> re.Pattern[bytes]:
    return re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:" + pattern + rb")", re.IGNORECASE)


_XML_HEAD = rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*"

_NEVER = rb"(?!)"
_FEED = _XML_HEAD + rb"<(?:rss|feed|rdf:RDF)\b"
_HTML = _XML_HEAD + rb"<(?:!doctype html|html|head|body)\b"
_MAIL = rb"(?:received|return-path|mime-version|message-id|delivered-to): "

FORMATS: tuple[Format, ...] = (
    Format("pdf", (".pdf",), _magic(rb"%PDF-"), pdf.read_pdf, binary=True),
    Format("docx", (".docx",), re.compile(rb"PK\x03\x04.*word/", re.DOTALL), docx.read_docx, binary=True),
    Format("warc", (".warc", ".warc.gz"), _magic(rb"WARC/\d"), warc.read_warc),
    Format("mhtml", (".mhtml", ".mht"), _magic(rb"From: <Saved by"), mhtml.read_mhtml),
    Format("feed", (".rss", ".atom", ".xml", ".rdf"), _magic(_FEED), feed.read_feed),
    Format("html", (".html", ".htm", ".xhtml"), _magic(_HTML), html.read_html_file),
    Format("jsonl", (".jsonl", ".ndjson"), _magic(rb'\{\s*"'), jsonl.read_jsonl),
    Format("csv", (".csv", ".tsv"), _magic(_NEVER), csv.read_csv),
    Format("eml", (".eml",), _magic(_MAIL), eml.read_eml),
    Format("text", (".txt", ".md", ".markdown", ".text"), _magic(_NEVER), plain.read_plain),
)
_TEXT = FORMATS[-1]


def find_reader(name: str, head: bytes) -> Format | None:
    """Choose the format of a file.

    Args:
        name: file name, "-" for standard input.
        head: its first `HEAD_BYTES` bytes.

    Returns:
        What the first bytes say if they are a binary format's, else what the suffix says, else what the first bytes
        look like; a file without suffix that looks like prose is text. None if nobody reads it.
    """
    magic = next((item for item in FORMATS if item.magic.match(head)), None)
    if magic and magic.binary:
        return magic
    lower = name.lower()
    inner = lower.removesuffix(".gz")
    for item in FORMATS:
        if inner.endswith(item.suffixes) or lower.endswith(item.suffixes):
            return item
    if magic:
        return magic
    suffix = PurePosixPath(inner).suffix
    return _TEXT if not suffix and not is_gzip(head) and not is_binary(decode_bytes(head).text) else None


def known_suffixes() -> str:
    """All suffixes that have a reader, for messages."""
    return " ".join(suffix for item in FORMATS for suffix in item.suffixes)


def read_pages(source: Source, *, split: str | None = None) -> Iterator[Page | Reject]:
    """Read every article of a source.

    Args:
        source: one input file.
        split: a regular expression that matches where an article of a plain-text file begins (`--split`).

    Yields:
        Pages, named uniquely within the source ("x", "x~2"), and rejects, in the order of the file.
    """
    names: Counter[str] = Counter()
    try:
        for item in _records(source, split):
            yield _unique(item, names) if isinstance(item, Page) else _reject(source, item)
    except IngestError as error:
        yield _reject(source, error)


def _records(source: Source, split_at: str | None) -> Iterator[Page | IngestError]:
    chosen = find_reader(source.file, source.data[:HEAD_BYTES])
    if is_gzip(source.data) and (chosen is None or chosen.name != "warc"):
        source = replace(source, data=gunzip(source.data))
        chosen = find_reader(source.file, source.data[:HEAD_BYTES])
    if chosen is None:
        raise IngestError("no reader for this kind of file", remedy=f"Readable files end in {known_suffixes()}.")
    if split_at is not None and chosen is _TEXT:
        yield from plain.read_split(source, pattern=split_at)
    else:
        yield from chosen.read(source)


def _unique(page: Page, names: Counter[str]) -> Page:
    names[page.name] += 1
    if names[page.name] == 1:
        return page
    number = names[page.name]
    while f"{page.name}~{number}" in names:
        number += 1
    names[f"{page.name}~{number}"] += 1
    return replace(page, name=f"{page.name}~{number}")


def _reject(source: Source, error: IngestError) -> Reject:
    return Reject(source.file, error.record, error.reason, error.remedy, source.sha256)
