"""What quarters mean: "the third quarter", "the year-ago quarter", "the fiscal year", as intervals of months.

In: the words of one expression and the `View` they are read from. Out: EDTF. It must not know texts or offsets.
"""

from datetime import date

from dragoman.extract.times.view import Resolver, View, Words, year_said
from dragoman.text import edtf


def _quarter(words: Words, view: View) -> str | None:
    number = int(words.get("o"))
    if not 1 <= number <= 4:
        return None
    year: str | int | None = year_said(words, view)
    if year is None and view.day:
        month, here = number * 3 - 2, view.day
        year = here.year
        if view.tense == "future":
            year += month < here.month
        else:
            year -= month > here.month
        year -= bool(set(words.codes) & set("Ab"))
    return edtf.quarter_of(date(int(year), number * 3, 1)) if year else ""


def _is_quarter(value: str) -> bool:
    first, last = edtf.bounds_of(value)
    return bool(first and last and edtf.quarter_of(first) == edtf.interval(first, last))


def _told_quarter(view: View) -> date | None:
    """A day of the quarter last spoken of, else of the last complete one."""
    if view.last and _is_quarter(view.last):
        return view.told
    return edtf.move_day(view.day, -1, "quarter") if view.day else None


def _quarter_before(words: Words, view: View) -> str:
    here = _told_quarter(view)
    return edtf.quarter_of(edtf.move_day(here, -1, "year")) if here else ""


def _here(words: Words, view: View) -> str:
    """ "the quarter", "the fiscal year": the one last spoken of, else the present one."""
    if words.unit in ("quarter", ""):
        here = _told_quarter(view)
        return edtf.quarter_of(here) if here else ""
    return edtf.unit_of(view.day, words.unit) if view.day else ""


QUARTERS: dict[str, Resolver] = {"quarter": _quarter, "quarter of before": _quarter_before, "here": _here}
