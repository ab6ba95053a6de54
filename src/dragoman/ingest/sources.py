"""Paths to bytes: every readable file below the given paths, in a fixed order, each read once.

In: files, folders, "-" for standard input. Out: `Source` with all bytes, or `Reject` for what cannot be read. Knows
which names and first bytes have a reader (`readers.find_reader`), nothing of what the bytes mean.
"""

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from dragoman.ingest.page import Source
from dragoman.ingest.readers import HEAD_BYTES, find_reader, known_suffixes
from dragoman.model.issues import Reject
from dragoman.text.hashing import hash_bytes

MAX_BYTES = 512 * 1024 * 1024
"""Largest file that is read: a reader holds the bytes and the text at once, and a laptop has 8 GB."""

_Visited = set[str]


def find_sources(paths: Sequence[str], stdin: BinaryIO | None = None) -> Iterator[Source | Reject]:
    """Read every file that the paths lead to.

    Folders are walked recursively in sorted order; hidden files and folders below a given folder are skipped; a file
    or folder that is reached twice (two paths, a symlink, a loop of symlinks) is read once.

    Args:
        paths: files and folders as the user typed them; "-" is standard input.
        stdin: what "-" reads.

    Yields:
        Sources and rejects in the order found.
    """
    visited: _Visited = set()
    for path in paths:
        if path == "-":
            yield _read_stdin(stdin)
        else:
            yield from _walk(Path(path), visited)


def _walk(path: Path, visited: _Visited) -> Iterator[Source | Reject]:
    if not path.exists():
        yield _reject(path, "there is no such file or folder", "Check the spelling and the folder you are in.")
    elif path.is_dir():
        yield from _walk_folder(path, visited)
    elif _first_visit(path, visited):
        yield _read_file(path)


def _walk_folder(folder: Path, visited: _Visited) -> Iterator[Source | Reject]:
    read = 0
    for item in _files_below(folder, visited):
        result = item if isinstance(item, Reject) else _read_listed(item)
        read += isinstance(result, Source)
        yield result
    if not read:
        yield _reject(folder, "the folder holds no file that can be read", f"Files end in {known_suffixes()}.")


def _files_below(folder: Path, visited: _Visited) -> Iterator[Path | Reject]:
    """Files in sorted order, depth first, without recursion; a folder that cannot be listed is a reject."""
    stack = [folder]
    while stack:
        path = stack.pop()
        if not _first_visit(path, visited):
            continue
        if not path.is_dir():
            yield path
            continue
        try:
            inside = sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))
        except OSError as error:
            yield _reject(path, f"the folder cannot be listed: {error.strerror}", "Check its permissions.")
            continue
        stack.extend(reversed(inside))


def _first_visit(path: Path, visited: _Visited) -> bool:
    try:
        real = str(path.resolve())
    except (OSError, RuntimeError):  # a symlink that leads to itself
        real = str(path.absolute())
    if real in visited:
        return False
    visited.add(real)
    return True


def _read_listed(path: Path) -> Source | Reject:
    """Read a file found in a folder, unless its name and first bytes have no reader."""
    try:
        if not path.is_file():
            return _read_file(path)
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError as error:
        return _unreadable(path, error)
    if head and find_reader(path.name, head) is None:
        return _reject(path, f"no reader for {path.suffix or 'a file without a suffix'}", _kinds_remedy())
    return _read_file(path)


def _read_file(path: Path) -> Source | Reject:
    try:
        if not path.is_file():
            return _reject(path, "not an ordinary file", "Save it as a file first, or pipe it in with '-'.")
        before = path.stat()
        if before.st_size > MAX_BYTES:
            size = f"{before.st_size / 1024**2:,.0f} MB, the limit is {MAX_BYTES // 1024**2} MB"
            return _reject(path, f"the file is too large: {size}", "Split it into smaller files.")
        data = path.read_bytes()
        after = path.stat()
    except OSError as error:
        return _unreadable(path, error)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        return _reject(path, "the file changed while it was read", "Wait until it is written, then read it again.")
    return _source(_shown(path), data)


def _read_stdin(stdin: BinaryIO | None) -> Source | Reject:
    if stdin is None:
        return Reject("-", "", "there is no standard input", "Pipe a text into the command, or name a file.")
    try:
        data = stdin.read(MAX_BYTES + 1)
    except OSError as error:
        return Reject("-", "", f"standard input cannot be read: {error.strerror}", "Save it as a file first.")
    if len(data) > MAX_BYTES:
        return Reject("-", "", f"more than {MAX_BYTES // 1024**2} MB on standard input", "Split it into files.")
    return _source("-", data)


def _source(file: str, data: bytes) -> Source | Reject:
    if not data:
        return Reject(file, "", "the file is empty", "Nothing to do; fetch it again if it should hold a text.")
    return Source(file, data, hash_bytes(data))


def _shown(path: Path) -> str:
    """The path with forward slashes; bytes of a name that are no text are shown as U+FFFD."""
    return os.fsencode(path.as_posix()).decode("utf-8", errors="replace")


def _reject(path: Path, reason: str, remedy: str) -> Reject:
    return Reject(_shown(path), "", reason, remedy)


def _unreadable(path: Path, error: OSError) -> Reject:
    reason = "permission denied" if isinstance(error, PermissionError) else (error.strerror or "cannot be read")
    return _reject(path, f"the file cannot be read: {reason}", "Check its permissions and that no program locks it.")


def _kinds_remedy() -> str:
    return f"Readable files end in {known_suffixes()}; rename it if it is one of these."
