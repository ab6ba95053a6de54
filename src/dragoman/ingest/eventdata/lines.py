"""A file to the lines of the tables in it: plain, gzip, or a zip archive with several. It knows nothing of columns.

Lines are read one at a time, so that a file of any size fits in memory; limits stop bombs.
"""

import gzip
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from dragoman.model.errors import IngestError

MAX_LINE = 1 << 20
"""Longest line in bytes; the longest rows of event data have some thousands."""
MAX_UNPACKED = 16 << 30
"""Most bytes that one table may have when unpacked; GDELT of forty years has less."""
SKIPPED = ("__MACOSX/", ".")


@dataclass(frozen=True, slots=True)
class Member:
    """A table in a file: its name inside an archive, "" outside one, and its lines without their ends."""

    name: str
    lines: Iterator[str]


def open_members(path: Path) -> Iterator[Member]:
    """Give each table of a file, to be read before the next is asked for.

    Raises:
        IngestError: the file cannot be opened, is damaged, encrypted or too large when unpacked.
    """
    with _explained():
        with path.open("rb") as file:
            head = file.read(4)
        if head.startswith(b"PK\x03\x04"):
            with zipfile.ZipFile(path) as archive:
                names = [info.filename for info in archive.infolist() if not info.is_dir()]
                for name in sorted(name for name in names if not name.startswith(SKIPPED)):
                    with archive.open(name) as file:
                        yield Member(name, _read_lines(file))
        elif head.startswith(b"\x1f\x8b"):
            with gzip.open(path, "rb") as packed:
                yield Member("", _read_lines(packed))
        else:
            with path.open("rb") as file:
                yield Member("", _read_lines(file))


def _read_lines(file: IO[bytes] | gzip.GzipFile) -> Iterator[str]:
    size = 0
    with _explained():
        while line := file.readline(MAX_LINE + 1):
            if len(line) > MAX_LINE:
                raise IngestError("a line of more than 1 MB", remedy="This is no table of events; check the file.")
            size += len(line)
            if size > MAX_UNPACKED:
                raise IngestError("more than 16 GB when unpacked", remedy="Unpack and split it first.")
            text = line.decode("utf-8", errors="replace")
            yield text.rstrip("\r\n") if size > len(line) else text.lstrip("\ufeff").rstrip("\r\n")


@contextmanager
def _explained() -> Iterator[None]:
    """Say in a sentence what the disk or an unpacker complained about."""
    again = "Fetch or copy the file again."
    try:
        yield
    except (zlib.error, EOFError, gzip.BadGzipFile, zipfile.BadZipFile) as error:
        raise IngestError(f"the packed data is damaged ({error})", remedy=again) from error
    except (RuntimeError, NotImplementedError) as error:
        raise IngestError(f"the archive cannot be opened ({error})", remedy="Unpack it by hand first.") from error
    except OSError as error:
        reason = f"the file cannot be read: {error.strerror or error}"
        raise IngestError(reason, remedy="Check its permissions.") from error
