"""The project's exceptions: one base, one class per stage; each message says what, where and what to do."""


class DragomanError(Exception):
    """Base of everything that Dragoman raises on purpose. `exit_status` is what the command line returns for it."""

    exit_status = 1


class UsageError(DragomanError):
    """The call was wrong: an unknown code, an impossible date, a filter that contradicts another."""

    exit_status = 2


class IngestError(DragomanError):
    """An input cannot be read at all. A reader raises it; the run turns it into a `Reject` and goes on.

    Args:
        reason: what is wrong, in one clause.
        remedy: what the user can do about it.
        record: place inside the file ("row 17", "line 3"), "" for the whole file.
    """

    exit_status = 3

    def __init__(self, reason: str, *, remedy: str, record: str = "") -> None:
        super().__init__(f"{reason}. {remedy}" if remedy else reason)
        self.reason = reason
        self.remedy = remedy
        self.record = record


class VocabError(DragomanError):
    """A vocabulary file is faulty; the message names file and line."""

    exit_status = 2


class LanguageError(DragomanError):
    """The language model is missing or is not the one that was asked for."""


class RecordError(DragomanError):
    """The dossier is damaged, of another version, or cannot be written."""

    exit_status = 5


class LockedError(RecordError):
    """Another process is writing the dossier."""

    exit_status = 6


class EvaluateError(DragomanError):
    """A gold file is missing or cannot be read."""

    exit_status = 2
