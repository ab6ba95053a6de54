"""How well the day of publication is told from the text alone: PolNeAR's texts, whose file names have the day.

In: a part of PolNeAR (`text/*.txt`, each name with an ISO day). Out: the share of texts that get an answer, and of the
answers those within seven days. The program sees neither name nor metadata. An answer is an interval of at most fifteen
days, so that its middle can be seven days from either end; what is wider or open is no answer.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.evaluate.reports import Report, Share
from dragoman.evaluate.running import Text, read_texts
from dragoman.text.edtf import bounds_of

NEAR_DAYS = 7
_DAY = re.compile(r"(?<!\d)\d{4}-\d\d-\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class DatedText:
    """A text and the day on which it was published."""

    text: str
    day: date


def score_text_dates(folder: Path) -> Report:
    """Shares of texts answered, of answers within seven days and of exact ones; empty if no name has a day.

    Args:
        folder: `train` or `dev` of the corpus.
    """
    texts = read_dated_texts(folder)
    docs = read_texts([Text(str(number), each.text) for number, each in enumerate(texts)])
    return count_answers([each.day for each in texts], [doc.published for doc in docs]) if texts else Report()


def count_answers(days: Sequence[date], published: Sequence[str]) -> Report:
    """Compare EDTF dates with the true days."""
    answers = [(day, middle) for day, value in zip(days, published, strict=True) if (middle := middle_of(value))]
    near = sum(abs((day - middle).days) <= NEAR_DAYS for day, middle in answers)
    matched = {
        "published: within 7 days where answered": Share(near, len(answers)),
        "published: exact where answered": Share(sum(day == middle for day, middle in answers), len(answers)),
    }
    return Report(shares={"published: answered": Share(len(answers), len(days))}, matched=matched)


def middle_of(value: str) -> date | None:
    """The middle day of an EDTF date that is an answer, None if it is open or too wide.

    Example:
        >>> middle_of("2016-09-12/2016-09-16"), middle_of("2016-09"), middle_of("2016-09-12/..")
        (datetime.date(2016, 9, 14), None, None)
    """
    first, last = bounds_of(value)
    if first is None or last is None or (last - first).days > 2 * NEAR_DAYS:
        return None
    return first + (last - first) // 2


def read_dated_texts(folder: Path) -> list[DatedText]:
    """The texts whose names have a day, in order of their names."""
    paths = sorted((folder / "text").glob("*.txt"))
    found = [(path, match) for path in paths if (match := _DAY.search(path.stem))]
    return [DatedText(path.read_text(encoding="utf-8"), date.fromisoformat(match.group())) for path, match in found]
