"""Compressed bytes to bytes, with a limit that no bomb passes. Knows nothing of what is inside."""

import zlib

from dragoman.model.errors import IngestError

MAX_UNPACKED = 512 * 1024 * 1024
"""Most bytes that one compressed file may grow to; a gzip bomb grows a thousandfold."""
_STEP = 1 << 20


def is_gzip(data: bytes) -> bool:
    """True if the bytes begin like a gzip member."""
    return data.startswith(b"\x1f\x8b\x08")


def gunzip(data: bytes, *, limit: int = MAX_UNPACKED) -> bytes:
    """Decompress all gzip members.

    Raises:
        IngestError: damaged, cut off, or larger than `limit` bytes.
    """
    parts: list[bytes] = []
    size = 0
    rest = data
    while rest:
        member = zlib.decompressobj(wbits=31)
        while not member.eof:
            piece = _inflate(member, rest)
            size += len(piece)
            if size > limit:
                raise IngestError(f"more than {limit // 2**20} MB when unpacked", remedy="Unpack and split it first.")
            parts.append(piece)
            rest = member.unconsumed_tail
            if not piece and not rest and not member.eof:
                raise IngestError("the gzip data ends too early", remedy="Fetch or copy the file again.")
        rest = member.unused_data.lstrip(b"\0")
    return b"".join(parts)


def _inflate(member: "zlib._Decompress", rest: bytes) -> bytes:
    try:
        return member.decompress(rest, _STEP)
    except zlib.error as error:
        raise IngestError(f"the gzip data is damaged ({error})", remedy="Fetch or copy the file again.") from error
