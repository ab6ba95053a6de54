"""Writes the files of an export, whole or not at all, and says in a sentence when the disk refuses."""

from pathlib import Path

from dragoman.model.errors import UsageError


def make_folder(folder: Path) -> None:
    """Make a folder for output.

    Raises:
        UsageError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(
            f"The folder {folder} cannot be made: {error.strerror or error}. Choose another with --out."
        ) from error


def write_text(path: Path, text: str) -> None:
    """Write a text file in UTF-8 with LF line ends; an older file of that name is replaced at the end.

    Raises:
        UsageError: the file cannot be written.
    """
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, content: bytes) -> None:
    """Write a file; an older one of that name is replaced at the end.

    Raises:
        UsageError: the file cannot be written.
    """
    part = path.with_name(f".{path.name[:100]}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise UsageError(
            f"{path} cannot be written: {error.strerror or error}. Choose another place with --out."
        ) from error
