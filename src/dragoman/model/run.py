"""What produced a record: the program's version, the model, the vocabulary and the steps of one `read`."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """One call of `read`.

    Attributes:
        id: "r-" and 16 hex digits.
        started: UTC time, ISO 8601 to the second.
        program: version of Dragoman.
        model: name, version and hash of the language model.
        vocabulary: SHA-256 over all vocabulary files, the user's own included.
        steps: (name, version) of every step, in order.
    """

    id: str
    started: str
    program: str
    model: str
    vocabulary: str
    steps: tuple[tuple[str, str], ...]
