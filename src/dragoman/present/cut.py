"""The default cut: from which confidence on a row is shown without being asked for, and how a list says what it hides.

Knows numbers and words only; which rows lie below a cut is the record's business (`Filters.min_confidence`).
"""

from dragoman.model.errors import UsageError
from dragoman.present.wording import count_words

DEFAULT_CUT = 0.55
"""Lists, briefs and exports of tables show rows of at least this confidence; `--all` shows every row.

Confidence means: of a hundred such rows, so many are right in type, both roles and status. The cut leaves all
statements (.6 and more) and assessments (.56 and more). Set on coded texts: the figures stand in `docs/accuracy/`.
"""


def choose_cut(everything: bool, least: float | None) -> float:
    """The cut that the options `--all` and `--min-confidence` ask for, the default if neither is given.

    Raises:
        UsageError: both are given, or the number is not in 0..1.
    """
    if everything and least is not None:
        raise UsageError("--all and --min-confidence exclude each other: choose one.")
    if least is not None and not 0.0 <= least <= 1.0:
        raise UsageError(f"--min-confidence {least:g}: not between 0 and 1. Write it as 0.5; --all shows every row.")
    return 0.0 if everything else DEFAULT_CUT if least is None else least


def describe_hidden(number: int, remedy: str = "--all shows them") -> str:
    """What a cut hides, in words; "" if it hides nothing.

    Example:
        >>> describe_hidden(37)
        '37 less certain rows: --all shows them.'
    """
    return f"{count_words(number, 'less certain row')}: {remedy}." if number else ""


def spell_cut(cut: float) -> str:
    """The option that asks for this cut, with a space before it; "" for the default."""
    return "" if cut == DEFAULT_CUT else f" --min-confidence {cut:g}" if cut else " --all"
