"""Faults in the data: what could not be read, and what was read with a doubt. Data, not exceptions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reject:
    """An input, or a record of one, that was not read.

    Attributes:
        file: the path as the user gave it, "-" for standard input.
        record: place inside the file ("row 17"), "" for the whole file.
        reason: what is wrong.
        remedy: what the user can do.
        sha256: hash of the file's bytes if they could be read, else "".
    """

    file: str
    record: str
    reason: str
    remedy: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """A doubt about a document that was kept all the same.

    Attributes:
        code: "W" and three digits, documented in `docs/issue-codes.md`.
        message: what is doubtful, and what follows.
        start: where in `Document.text` (code points), -1 for the whole document.
        end: half-open end, -1 for the whole document.
    """

    code: str
    message: str
    start: int = -1
    end: int = -1
