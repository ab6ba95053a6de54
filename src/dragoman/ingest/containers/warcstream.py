"""The bytes of a web archive to its single records, past any damage; knows records, not what they hold.

In: the bytes of a `.warc` or `.warc.gz`. Out: each record's bytes, or an error for a stretch that cannot be read; the
search then goes on at the next record. Other readers end at the first damage, or leave records out without a word.
"""

import re
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.ingest.containers.gzip import is_gzip
from dragoman.model.errors import IngestError

MAX_RECORD = 64 * 1024 * 1024
"""Most bytes of one unpacked record; web pages are smaller, a bomb is larger."""
MAX_HEAD = 65_536
"""Longest header of a record in bytes."""
_STEP = 1 << 16
_GZIP = b"\x1f\x8b\x08"
_VERSION = re.compile(rb"WARC/\d\.\d+\r?\n")
_RECORD_GAP = re.compile(rb"[\r\n]{0,8}")
_HEADER_END = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_FETCH = "Fetch the archive again; the records around it were read."


@dataclass(frozen=True, slots=True)
class RawRecord:
    """One record: its header lines, and the block after them."""

    head: bytes
    block: bytes


def split_records(data: bytes) -> Iterator[RawRecord | IngestError]:
    """All records in order, and an error for each damaged stretch."""
    if not is_gzip(data):
        yield from _split_plain(data)
        return
    for member in _members(data):
        if isinstance(member, IngestError):
            yield member
        else:
            yield from _split_plain(member)


def _members(data: bytes) -> Iterator[bytes | IngestError]:
    """Unpack gzip members; after a damaged one, look for the next that begins like a record."""
    at = 0
    while 0 <= at < len(data):
        unpacked, end = _unpack(data, at, MAX_RECORD)
        if end > 0:
            yield unpacked
            at = _skip_zeros(data, end)
            continue
        following = _next_member(data, at + 1)
        cut_off = "ends too early" if end == 0 and following < 0 else "is damaged"
        yield IngestError(f"the gzip data at byte {at:,} {cut_off}", remedy=_FETCH)
        at = following


def _unpack(data: bytes, at: int, limit: int) -> tuple[bytes, int]:
    """The bytes of the member at `at` and where it ends: 0 if the data stop short, -1 if damaged or too big."""
    member = zlib.decompressobj(wbits=31)
    pieces: list[bytes] = []
    size = 0
    while at < len(data):
        step = data[at : at + _STEP]
        try:
            piece = member.decompress(step, limit - size + 1)
        except zlib.error:
            return b"".join(pieces), -1
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            return b"".join(pieces), -1
        at += len(step)
        if member.eof:
            return b"".join(pieces), at - len(member.unused_data)
    return b"".join(pieces), 0


def _next_member(data: bytes, at: int) -> int:
    """Where the next gzip member that holds a record begins, -1 if there is none."""
    while (at := data.find(_GZIP, at)) >= 0:
        try:
            start = zlib.decompressobj(wbits=31).decompress(data[at : at + _STEP], 64)
        except zlib.error:
            start = b""
        if _VERSION.match(start):
            return at
        at += 1
    return -1


def _skip_zeros(data: bytes, at: int) -> int:
    while data[at : at + 1] == b"\0":
        at += 1
    return at


def _split_plain(data: bytes) -> Iterator[RawRecord | IngestError]:
    """Cut records by their stated length, and check that a record's end stands where its length says."""
    at = _next_version(data, 0)
    if at != 0:
        yield IngestError("the data do not begin with a WARC record", remedy=_FETCH)
    while 0 <= at < len(data):
        following = _next_version(data, at + 1, at + MAX_HEAD)
        head_end = _HEADER_END.search(data, at, following if following > 0 else at + MAX_HEAD)
        length = _LENGTH.search(data, at, head_end.end()) if head_end else None
        if head_end is None or length is None:
            yield IngestError(f"the record at byte {at:,} has no length", remedy=_FETCH)
            at = _next_version(data, at + 1)
            continue
        start, end = head_end.end(), head_end.end() + int(length.group(1))
        after = _record_end(data, end)
        if after < 0:
            cut_off = "ends too early" if end > len(data) else "is longer or shorter than its length says"
            yield IngestError(f"the record at byte {at:,} {cut_off}", remedy=_FETCH)
            at = _next_version(data, at + 1)
            continue
        yield RawRecord(data[at:start], data[start:end])
        at = after


def _record_end(data: bytes, end: int) -> int:
    """Where the next record begins if this one ends at `end`: after line ends, or where the data end; else -1."""
    if end > len(data):
        return -1
    match = _RECORD_GAP.match(data, end)
    after = match.end() if match else end
    if after >= len(data):
        return len(data)
    return after if match and match.end() > end and _VERSION.match(data, after) else -1


def _next_version(data: bytes, at: int, end: int = sys.maxsize) -> int:
    """Where the next line begins before `end` that opens a record, -1 if there is none."""
    for match in _VERSION.finditer(data, at, end):
        if match.start() == 0 or data[match.start() - 1 : match.start()] == b"\n":
            return match.start()
    return -1
