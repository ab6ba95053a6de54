"""When, or by when, what is foretold is to come about.

In: the times of the sentence, a forecast, the day of publication. Out: an EDTF date that lies ahead, "" without one.
A time belongs to a forecast if it stands in its statement and no nearer verb of another clause takes it.
"""

import re
from datetime import date

from dragoman.extract.reading import Reading
from dragoman.extract.times.tokens import code_words
from dragoman.model.records import Statement
from dragoman.text.edtf import bounds_of, check_edtf, interval, move_day, unit_of

_TERM = re.compile(r"i[jq]?(?P<count>[anD])(?P<unit>[UQC])")
"""Codes of `times.tokens`: in or within, about, a number, a unit."""
_WITHIN = frozenset({"within", "inside"})
_FARTHEST = 200


def find_horizon(reading: Reading, statement: Statement, verb: int) -> str:
    """EDTF of the time by which the act of `verb` is foretold."""
    an = reading.an
    sentence = an.sentence[verb]
    first, last = an.sentences[sentence].first, an.sentences[sentence].last
    start = max(statement.span[0], an.start[first])
    end = min(statement.span[1], an.end[last - 1])
    found = [
        (time.start, value)
        for time in reading.times.get(sentence, ())
        if start <= time.start < end and (value := _ahead(time.value, time.role, reading.doc.published))
    ]
    found += _terms(reading, start, end)
    if not found:
        return ""
    at = an.start[verb]
    return min(found, key=lambda each: (each[0] < at, abs(each[0] - at)))[1]


def _ahead(value: str, role: str, published: str) -> str:
    """The value with its preposition if it reaches beyond the day of publication."""
    last = bounds_of(value)[1]
    told = bounds_of(published)[1]
    if not value or last is None or told is None or last <= told:
        return ""
    if role in ("by", "before", "until") and "/" not in value:
        return f"../{value}"
    if role in ("since", "after") and "/" not in value:
        return f"{value}/.."
    return value


def _terms(reading: Reading, start: int, end: int) -> list[tuple[int, str]]:
    """"Within two years", "in ten days": terms that count from the day of publication."""
    told = bounds_of(reading.doc.published)[1]
    if told is None:
        return []
    tokens = code_words(reading.doc.text, start, end)
    found = []
    for match in _TERM.finditer(tokens.codes):
        first, at = match.start(), match.start("count")
        unit = tokens.value[match.start("unit")].removesuffix("s")
        within = reading.doc.text[tokens.start[first] : tokens.end[first]].lower() in _WITHIN
        value = _count(told, tokens.value[at], unit, within=within)
        if value:
            found.append((tokens.start[at], value))
    return found


def _count(told: date, figure: str, unit: str, *, within: bool) -> str:
    if not figure.isdigit() or not 0 < int(figure) <= _FARTHEST:
        return ""
    try:
        then = move_day(told, int(figure), unit)
        return check_edtf(interval(told, then) if within else unit_of(then, unit))
    except ValueError:
        return ""
