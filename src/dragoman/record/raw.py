"""Keeps the bytes of the inputs under `raw/`, each in a file named by its SHA-256, and checks them.

Bytes in, path out. A file appears under its name only when it is whole: written beside, flushed to disk, then renamed.
"""

import os
import tempfile
from pathlib import Path

from dragoman.model.errors import RecordError
from dragoman.text.hashing import hash_bytes


def raw_path(folder: Path, sha256: str) -> Path:
    """Where the bytes with that hash stand in a dossier."""
    return folder / "raw" / sha256[:2] / sha256


def store_raw(folder: Path, data: bytes, sha256: str) -> Path:
    """Write `data` under its hash unless it stands there already; whole or not at all.

    Raises:
        RecordError: the disk is full or read-only.
    """
    path = raw_path(folder, sha256)
    if path.is_file() and path.stat().st_size == len(data):
        return path
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_whole(path, data)
    except OSError as error:
        raise RecordError(
            f"The bytes of an input cannot be stored under {path.parent}: {error.strerror or error}. "
            "Free some space or choose a writable folder with --dossier."
        ) from error
    return path


def _write_whole(path: Path, data: bytes) -> None:
    descriptor, name = tempfile.mkstemp(dir=path.parent, prefix="part-")
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def find_damage(folder: Path, sha256: str) -> str:
    """What is wrong with the stored bytes of one source, "" if nothing."""
    path = raw_path(folder, sha256)
    try:
        data = path.read_bytes()
    except OSError as error:
        return f"raw/{sha256[:2]}/{sha256} cannot be read: {error.strerror or error}"
    if hash_bytes(data) != sha256:
        return f"raw/{sha256[:2]}/{sha256} no longer has the bytes that were read"
    return ""
