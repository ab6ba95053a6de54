"""Finds dates that name their year in a quote: "July 2004", "4 October 2012", "October 4, 2012", "in 1974".

In: a quote. Out: EDTF dates with their offsets. Only such dates may stand against a known fact; what a day of
publication has to complete is for the record's own date.
"""

import re
from dataclasses import dataclass
from functools import cache

from dragoman.text.edtf import MONTHS, check_edtf

_LONGEST = 2000
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Dated:
    """An EDTF date at `start` to `end` of the quote."""

    value: str
    start: int
    end: int


def find_years(quote: str) -> list[Dated]:
    """The dates of a quote that name their year, in order.

    Example:
        >>> [dated.value for dated in find_years("on 4 October 2012, in July 2004, and in 1974 but 1500 soldiers")]
        ['2012-10-04', '2004-07', '1974']
    """
    if not _YEAR.search(quote):
        return []
    return [dated for match in _pattern().finditer(quote[:_LONGEST]) if (dated := _dated(match)) is not None]


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(f"{name}|{name[:3]}\\.?" for name in MONTHS) + r"|Sept\.?"
    year = r"(?P<{}>1[89]\d\d|20\d\d)\b"
    return re.compile(
        rf"\b(?P<d1>\d\d?)(?:st|nd|rd|th)? (?:of )?(?P<m1>{months}),? {year.format('y1')}"
        rf"|\b(?P<m2>{months}) (?:(?P<d2>\d\d?)(?:st|nd|rd|th)?,? |of )?{year.format('y2')}"
        rf"|\b(?P<lead>[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|of|and|to|from|year) {year.format('y3')}(?!\s+[a-z]+s\b(?<!\bas))"
        rf"|(?P<open>\(){year.format('y4')}(?=\))"
    )


def _dated(match: re.Match[str]) -> Dated | None:
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    month, day = match["m1"] or match["m2"], match["d1"] or match["d2"]
    value = year
    if month:
        value += f"-{_month(month):02}" + (f"-{int(day):02}" if day else "")
    try:
        return Dated(check_edtf(value), match.start(), match.end())
    except ValueError:
        return None


def _month(word: str) -> int:
    return next(number for number, name in enumerate(MONTHS, 1) if name.startswith(word.rstrip(".")[:3]))
