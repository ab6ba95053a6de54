"""Names of pages: the file's name without its last suffix, with the place inside the file where there are many."""

from pathlib import PurePosixPath

from dragoman.ingest.page import Source


def page_name(source: Source) -> str:
    """File name without its last suffix; "stdin" for standard input."""
    return "stdin" if source.file == "-" else PurePosixPath(source.file).stem


def record_name(source: Source, number: int) -> str:
    """Name of the record that stands at place `number` (from 1) and has no id of its own: "FILE~17"."""
    return f"{page_name(source)}~{number}"
