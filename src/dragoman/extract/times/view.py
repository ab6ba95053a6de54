"""Where an expression of time is read from, its words, and the choice of a year that they leave out.

In: codes and values of `tokens`; the day of publication, the tense, the date told before. Out: `View`, `Words` and the
few questions that all resolvers ask of them. It must not know the rules.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from dragoman.text import edtf

_FARTHEST_AHEAD = 100
_FARTHEST_DAY = 270

@dataclass(frozen=True, slots=True)
class View:
    """Where an expression is read from.

    Attributes:
        day: of publication, None if unknown: then only absolute dates and those that hang on `last` resolve.
        tense: "past", "future", "present" or "" of the clause.
        last: the date told before, EDTF.
        before: code of the word before the expression, "" at the beginning.
    """

    day: date | None
    tense: str = ""
    last: str = ""
    before: str = ""

    @property
    def told(self) -> date | None:
        """The first day of the date told before, else the day of publication."""
        return edtf.bounds_of(self.last)[0] or self.day


@dataclass(frozen=True, slots=True)
class Words:
    """The words of an expression: a code and a value each."""

    codes: str
    values: tuple[str, ...]

    def get(self, codes: str) -> str:
        """Value of the first word with one of these codes, "" if none has."""
        return next((value for code, value in zip(self.codes, self.values, strict=True) if code in codes), "")

    def numbers(self) -> list[int]:
        """All days and ordinals."""
        return [int(v) for code, v in zip(self.codes, self.values, strict=True) if code in "Do"]

    @property
    def unit(self) -> str:
        """The last unit, in the singular."""
        found = [v for code, v in zip(self.codes, self.values, strict=True) if code in "UQCk"]
        return found[-1].removesuffix("s") if found else ""

    @property
    def count(self) -> int:
        """How many units: 0 if the words do not say ("several")."""
        figure = self.get("naD9") or "1"
        return int(figure) if len(figure) < 6 else 0


Resolver = Callable[[Words, View], str | None]


def year_said(words: Words, view: View) -> str | None:
    """The year that the words give: a figure, or "last year"; None if they give none, "" if it is unknown."""
    figure = words.get("Y")
    if figure:
        return figure
    side = words.get("TLXP")
    if not side or words.unit != "year":
        return None
    return str(view.day.year + {"this": 0, "next": 1}.get(side, -1)) if view.day else ""


def choose_year(month: int, day: int, view: View) -> int | None:
    """The year of a month (day 0) or day without one, by tense.

    A day without a year is never more than 270 days away, whatever the tense. Without a tense a date is the next one if
    that is at most 100 days ahead, else the last one: news without a year looks back further than ahead. Swept 0 to 183
    days on TimeBank and AQUAINT: value F1 .775 at 0, .792 at 30, .797 from 75 to 150, .789 at 183.
    """
    if not view.day:
        return None
    here = view.day
    now = (here.month, here.day if day else 0)
    to_come = here.year + ((month, day) < now)
    gone = here.year - ((month, day) > now)
    ahead = ((month - here.month) * 30 + ((day - here.day) if day else 0)) % 365
    if view.tense == "past":
        return to_come if day and 0 < ahead < 365 - _FARTHEST_DAY else gone
    if view.tense == "future":
        return gone if day and ahead > _FARTHEST_DAY else to_come
    return to_come if ahead <= _FARTHEST_AHEAD else gone


def make_date(year: str | int | None, month: int, day: int = 0) -> str:
    """A checked EDTF month or day, "" without a year.

    Raises:
        ValueError: there is no such day.
    """
    if not year:
        return ""
    value = f"{int(year):04}-{month:02}"
    return edtf.check_edtf(f"{value}-{day:02}" if day else value)


def choose_turn(words: Words, view: View, at: tuple[int, int]) -> int | None:
    """The year of "last April", "this May", "next Christmas": `at` is month and day (0 for a whole month)."""
    side = "next" if "X" in words.codes else words.get("TLPV")
    here = view.told if side in ("previous", "following") else view.day
    if not here:
        return None
    now = (here.month, here.day if at[1] else 0)
    if side in ("next", "following"):
        return here.year if at > now else here.year + 1
    if side in ("last", "past", "previous") or "L" in words.codes:
        return here.year if at < now else here.year - 1
    return here.year
