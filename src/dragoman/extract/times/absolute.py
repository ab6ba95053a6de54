"""What calendar dates mean: days, months, seasons, years, decades, centuries, feasts, as EDTF.

In: the words of one expression and the `View` they are read from. Out: EDTF, "" where the words give no hold, None
where they are no expression of time after all. It must not know texts or offsets.
"""

from dragoman.extract.times.calendar import named_day
from dragoman.extract.times.view import Resolver, View, Words, choose_turn, choose_year, make_date, year_said
from dragoman.text import edtf

_WEAK_MONTHS = ("3", "4", "5", "6", "8")
_OPENERS = "iRBFVgGuf&-qe,da"

def _month_day(words: Words, view: View) -> str | None:
    month, day = int(words.get("M")), words.numbers()[0]
    if day > edtf.last_day(2000, month).day or not day:
        return None
    year: str | int | None = year_said(words, view)
    if year is None:
        named = set(words.codes) & set("TLXPV")
        year = choose_turn(words, view, (month, day)) if named else choose_year(month, day, view)
    return make_date(year, month, day)


def _days_of_month(words: Words, view: View) -> str | None:
    month, (first, last) = int(words.get("M")), words.numbers()[:2]
    if not first < last <= edtf.last_day(2000, month).day:
        return None
    year = year_said(words, view) or choose_year(month, last, view)
    return edtf.join(make_date(year, month, first), make_date(year, month, last))


def _month(words: Words, view: View) -> str | None:
    month = words.get("M")
    if month in _WEAK_MONTHS and (not view.before or view.before not in _OPENERS):
        return None
    return make_date(choose_year(int(month), 0, view), int(month))


def _month_year(words: Words, view: View) -> str | None:
    return make_date(year_said(words, view), int(words.get("M")))


def _named_month(words: Words, view: View) -> str:
    month = int(words.get("M"))
    return make_date(choose_turn(words, view, (month, 0)), month)


def _season(words: Words, view: View) -> str | None:
    season = int(words.get("S"))
    month = edtf.SEASONS[season][1]
    year: str | int | None = year_said(words, view)
    if year is None:
        named = set(words.codes) & set("TLXPV")
        year = choose_turn(words, view, (month, 0)) if named else choose_year(month, 0, view)
    return f"{int(year):04}-{season}" if year else ""


def _years(words: Words, view: View) -> str | None:
    first, last = words.values[0], words.values[2]
    if len(last) == 2 or (words.codes[2] == "D" and len(last) == 1):
        last = last.zfill(2)
        if last <= first[2:]:
            return f"{first}-{last}" if "01" <= last <= "12" else None
        last = first[:2] + last
    return edtf.join(first, last) or None if len(last) == 4 else None


def _decade(words: Words, view: View) -> str:
    figure = words.get("E")
    return f"{figure if len(figure) == 4 else '19' + figure}"[:3] + "X"


def _century(words: Words, view: View) -> str | None:
    number = int(words.get("o"))
    return f"{number - 1:02}XX" if 1 < number <= 22 else None


def _named_day(words: Words, view: View) -> str:
    code = words.get("v")
    if len(code) == 10 and code[:4].isdigit():
        return code
    year: str | int | None = year_said(words, view)
    if year is None and view.day:
        there = named_day(code, view.day.year)
        at = (there.month, there.day)
        year = choose_turn(words, view, at) if set(words.codes) & set("TLXPV") else choose_year(*at, view)
    return named_day(code, int(year)).isoformat() if year else ""


def _year(words: Words, view: View) -> str | None:
    year = words.get("Y")
    plain = "1700" <= year <= "2199" or (view.before and view.before in "iRuBFg&")
    return year if plain else None


def _spelled_year(words: Words, view: View) -> str | None:
    """ "nineteen ninety-six", "two thousand five"."""
    parts = [int(v) for code, v in zip(words.codes, words.values, strict=True) if code in "na"]
    if parts[0] == 2000 and (len(parts) == 1 or parts[1] < 100):
        return str(2000 + sum(parts[1:]))
    if len(parts) < 2 or not 15 <= parts[0] <= 20 or not 10 <= parts[1] < 100 or (len(parts) == 3 and parts[2] > 9):
        return None
    return str(parts[0] * 100 + sum(parts[1:]))


def _figures(words: Words, view: View) -> str | None:
    return edtf.check_edtf(words.get("I"))


CALENDAR: dict[str, Resolver] = {
    "days of month": _days_of_month, "month day": _month_day, "day month": _month_day, "figures": _figures,
    "month year": _month_year, "named month": _named_month, "season year": _season, "named season": _season,
    "years": _years, "decade": _decade, "century": _century, "named day": _named_day, "year": _year,
    "spelled year": _spelled_year, "month": _month,
}  # fmt: skip
