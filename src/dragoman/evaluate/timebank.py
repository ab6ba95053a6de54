"""How well expressions of time are found and resolved: TimeML files such as TimeBank and AQUAINT.

In: a folder of `.tml` files. Out: precision, recall and F1 over TIMEX3 of type DATE and TIME in the text: strict (the
same span), relaxed (spans that overlap, one to one) and value (overlap, and the same value). The date of publication
is each file's own creation time. The files stay where they are; nothing of them is kept here.

Our dates are EDTF, TimeML's are not, so values are compared in a common form. TimeML keeps the unit where we keep days:
"the third quarter" `1989-Q3` is our `1989-07/1989-09`; "early September" is `1989-09` there, with the part told
elsewhere. A time of day counts as its day. PRESENT_REF, PAST_REF and FUTURE_REF stand for words that give no date; ours
are told apart by their rule. Unknown parts ("1998-XX-XX") are dropped.
"""

import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from dragoman.evaluate.measure import Measure
from dragoman.extract.times import Time, find_times
from dragoman.model.errors import EvaluateError
from dragoman.text import edtf

_SCORED = ("DATE", "TIME")
_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_REFERENCES = {"present": "PRESENT_REF", "past": "PAST_REF", "future": "FUTURE_REF"}
_REFERENCES |= {"in the past": "PAST_REF", "ago": "PAST_REF"}
_PARAGRAPH = re.compile(r"\n[ \t]*\n")


@dataclass(frozen=True, slots=True)
class GoldTime:
    """A TIMEX3 of a text: span in code points, its value in the common form."""

    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class TimeText:
    """One file: its name, day of publication (EDTF), text, and the DATE and TIME expressions of the text."""

    name: str
    anchor: str
    text: str
    times: tuple[GoldTime, ...]


@dataclass(frozen=True, slots=True)
class TimebankScore:
    """All files together: same span; overlapping span; overlapping span and same value."""

    documents: int
    strict: Measure
    relaxed: Measure
    value: Measure


def score_timebank(folder: Path) -> TimebankScore:
    """Find the times of every file and compare them with the gold's.

    Args:
        folder: holds `.tml` files, at any depth.

    Raises:
        EvaluateError: there are none, or one cannot be read.
    """
    texts = list(read_timeml(folder))
    strict = relaxed = value = found = gold = 0
    for text in texts:
        times = find_document_times(text)
        pairs = pair_times(text.times, times)
        found += len(times)
        gold += len(text.times)
        relaxed += len(pairs)
        strict += sum((g.start, g.end) == (t.start, t.end) for g, t in pairs)
        value += sum(same_value(g.value, t) for g, t in pairs)
    return TimebankScore(len(texts), *(Measure(right, found, gold) for right in (strict, relaxed, value)))


def read_timeml(folder: Path) -> Iterator[TimeText]:
    """The files of a folder, in order of their paths.

    Raises:
        EvaluateError: there are none, or one is not TimeML.
    """
    paths = sorted(folder.rglob("*.tml"))
    if not paths:
        raise EvaluateError(f"{folder}: no .tml files. Name the folder that holds TimeBank's files")
    for path in paths:
        try:
            yield _read_file(path)
        except (ElementTree.ParseError, AttributeError, KeyError, ValueError) as error:
            raise EvaluateError(f"{path}: not TimeML ({error}). Leave the file out or mend it") from error


def _read_file(path: Path) -> TimeText:
    root = ElementTree.fromstring(path.read_text(encoding="utf-8"))
    created = root.find("DCT/TIMEX3")
    body = root.find("TEXT")
    if created is None or body is None:
        raise ValueError("no creation time or no text")
    pieces: list[str] = []
    times: list[GoldTime] = []
    _walk(body, pieces, times)
    anchor = edtf.check_edtf(created.attrib["value"][:10])
    return TimeText(path.name, anchor, "".join(pieces), tuple(times))


def _walk(element: ElementTree.Element, pieces: list[str], times: list[GoldTime]) -> None:
    """Collect the text and its times; a TIMEX3 inside another is left to the outer one."""
    start = sum(map(len, pieces))
    pieces.append(element.text or "")
    known = len(times)
    for child in element:
        _walk(child, pieces, times)
        pieces.append(child.tail or "")
    end = sum(map(len, pieces))
    if element.tag == "TIMEX3" and element.attrib["type"] in _SCORED and end > start:
        times[known:] = [GoldTime(start, end, fold_timeml(element.attrib.get("value", "")))]


def find_document_times(text: TimeText) -> list[Time]:
    """Our DATE and TIME expressions, read paragraph by paragraph; each paragraph knows the date told before it."""
    found: list[Time] = []
    last = ""
    start = 0
    for gap in (*(m.span() for m in _PARAGRAPH.finditer(text.text)), (len(text.text),) * 2):
        for time in find_times(text.text, start, gap[0], text.anchor, last=last):
            if time.kind in ("date", "time"):
                found.append(time)
                last = time.value or last
        start = gap[1]
    return found


def pair_times(gold: tuple[GoldTime, ...], found: list[Time]) -> list[tuple[GoldTime, Time]]:
    """Overlapping pairs in text order, each expression used once; the same span goes first."""
    exact = {(t.start, t.end): t for t in found}
    pairs = [(g, exact[g.start, g.end]) for g in gold if (g.start, g.end) in exact]
    used_gold, used = {id(g) for g, _ in pairs}, {id(t) for _, t in pairs}
    for g in gold:
        if id(g) in used_gold:
            continue
        near = next((t for t in found if id(t) not in used and t.start < g.end and g.start < t.end), None)
        if near:
            used.add(id(near))
            pairs.append((g, near))
    return pairs


def fold_timeml(value: str) -> str:
    """A TimeML value in the common form.

    Example:
        >>> fold_timeml("1998-02-12T19:15"), fold_timeml("1998-12-XX"), fold_timeml("199"), fold_timeml("1998-SU")
        ('1998-02-12', '1998-12', '199X', '1998-22')
        >>> fold_timeml("19"), fold_timeml("1989-W44-WE"), fold_timeml("2000-W7")
        ('19XX', '1989-W44-WE', '2000-W07')
    """
    value = re.sub(r"T.*", "", value) if value[:1].isdigit() else value
    value = re.sub(r"-(?:XX|WXX|QX|HX).*", "", value)
    value = re.sub(r"-W([0-9])(?![0-9])", r"-W0\1", value)
    head, dash, part = value.partition("-")
    if part in _SEASONS:
        return f"{head}-{_SEASONS[part]}"
    if head.isdigit() and len(head) < 4 and not dash:
        return head + "X" * (4 - len(head))
    return value


def same_value(gold: str, time: Time) -> bool:
    """Whether our time means the gold's value."""
    return gold in name_values(time)


def name_values(time: Time) -> tuple[str, ...]:
    """Our value in the common form, more than one where TimeML knows two forms for it.

    Example:
        >>> name_values(Time(0, 9, "1989-07/1989-09", "date", "", "quarter"))
        ('1989-Q3',)
        >>> name_values(Time(0, 9, "1989-10-23/1989-10-29", "date", "", "named period"))
        ('1989-W43',)
        >>> name_values(Time(0, 9, "1989-01/1989-03", "date", "", "edge: year"))
        ('1989-01/1989-03', '1989')
    """
    if not time.value:
        return (_REFERENCES.get(time.rule.removesuffix(" reference"), "no value"),)
    value = time.value.replace("~", "")
    first, last = edtf.bounds_of(value)
    if time.rule.startswith("edge"):
        return (value, _container(value))
    if "/" not in value or not first or not last:
        return (value,)
    if edtf.quarter_of(first) == value:
        return (f"{first.year}-Q{(first.month + 2) // 3}",)
    if last - first in (timedelta(days=1), timedelta(days=6)) and last.isoweekday() == 7:
        return (_name_week(first) + ("-WE" if last - first == timedelta(days=1) else ""),)
    if value in (f"{first.year}-01/{first.year}-06", f"{first.year}-07/{first.year}-12"):
        return (f"{first.year}-H{1 if first.month == 1 else 2}",)
    return (_container(value), first.isoformat())


def _container(value: str) -> str:
    """The smallest week, month, year or decade that holds more than the date itself; a day stays a day."""
    first, last = edtf.bounds_of(value)
    if not first or not last:
        return value
    if first != last and edtf.week_of(first) == edtf.week_of(last):
        return _name_week(first)
    for unit in ("month", "year", "decade"):
        whole = edtf.unit_of(first, unit)
        if first != last and whole == edtf.unit_of(last, unit) and whole != value:
            return whole
    return value


def _name_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02}"
