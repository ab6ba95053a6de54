"""Lines to rows of cells, parted by tabs, commas or semicolons; and cells to days and scores, strictly."""

import csv
import math
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from dragoman.model.errors import IngestError

DELIMITERS = ("\t", ",", ";")
MAX_FIELD = 2**31 - 1
MAX_SPAN = 50
"""Most lines that one quoted row may take; after that the quote counts as broken, and reading goes on behind them."""


def find_delimiter(line: str) -> str:
    """What parts the cells of a first line: a tab if there is one, else what stands most often."""
    return "\t" if "\t" in line else max(DELIMITERS, key=line.count)


def split_rows(lines: Iterator[str], delimiter: str, start: int = 1) -> Iterator[tuple[int, list[str] | IngestError]]:
    """Give each row with the number of its first line; an unclosed quote is an error, and empty lines are passed over.

    In tables parted by tabs a quote never spans lines: event data writes no line ends into them.
    """
    csv.field_size_limit(MAX_FIELD)
    numbered = enumerate(lines, start)
    for number, line in numbered:
        if not line:
            continue
        if '"' not in line:
            yield number, line.split(delimiter)
        elif delimiter == "\t":
            yield number, [_unquoted(cell) for cell in line.split("\t")]
        else:
            yield number, _quoted_row(line, numbered, delimiter)


def _unquoted(cell: str) -> str:
    return cell[1:-1].replace('""', '"') if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell


def _quoted_row(line: str, rest: Iterator[tuple[int, str]], delimiter: str) -> list[str] | IngestError:
    """A row that may go on over the next lines, as long as its quotes do not come in pairs."""
    lines = [line]
    odd = line.count('"') % 2 == 1
    while odd and len(lines) < MAX_SPAN:
        more = next(rest, None)
        if more is None:
            break
        lines.append(more[1])
        odd ^= more[1].count('"') % 2 == 1
    if odd:
        return IngestError("a quote is never closed", remedy="Close the quote or double it.")
    try:
        return next(csv.reader(["\n".join(lines)], delimiter=delimiter), [])
    except csv.Error as error:
        return IngestError(f"the row cannot be parted into cells ({error})", remedy="Close the quote or double it.")


@lru_cache(maxsize=1 << 16)
def read_day(text: str) -> str:
    """An ISO day, from 2012-10-04, 2012-10-04 12:30 or 20121004.

    Raises:
        IngestError: it is no day.
    """
    plain = text.strip()
    if len(plain) == 8 and plain.isdecimal():
        plain = f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"
    elif plain[10:11] in (" ", "T"):
        plain = plain[:10]
    try:
        if len(plain) != 10:
            raise ValueError
        return date.fromisoformat(plain).isoformat()
    except ValueError:
        raise IngestError(f"{text[:40]!r} is no day", remedy="Write days as 2012-10-04 or 20121004.") from None


@lru_cache(maxsize=1 << 12)
def read_score(text: str) -> float | None:
    """A score in -10..10, None for an empty cell.

    Raises:
        IngestError: it is no number, or outside.
    """
    plain = text.strip()
    if plain.upper() in ("", "NULL", "NONE", "NA", "NAN"):
        return None
    try:
        score = float(plain)
    except ValueError:
        score = math.nan
    if not -10.0 <= score <= 10.0:
        raise IngestError(f"score {text[:40]!r} is no number from -10 to 10", remedy="Correct it or leave it empty.")
    return score
