"""Collects what a page states about its own date: metadata, address, dateline, byline, date line, copyright line.

In: a `Page`, its parts. Out: `Stamp` rows, the most trusted first. Which of them holds is decided in `dating`.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.ingest.page import Hint, Page
from dragoman.ingest.plaintext.cues import date_of_line, words_of
from dragoman.ingest.plaintext.dateforms import FoundDate, find_dates, is_day
from dragoman.ingest.plaintext.datelines import find_dateline
from dragoman.ingest.plaintext.units import Unit
from dragoman.model.document import Part
from dragoman.text.edtf import bounds_of

DATE_LINE = 160
ORDER = (
    "origin",
    "metadata",
    "dateline",
    "byline",
    "address",
    "guess",
    "page",
    "modified",
    "name",
    "copyright",
    "crawled",
)
WEAKER = {"url": "address", "htmldate": "guess"}
"""Words in a hint's source that make it less than metadata: a date in the address, a guess over the whole page."""
HEAD_FURNITURE = 1500
_CLOCK = re.compile(r" \d\d:\d\d:\d\d(?: [A-Z]{3,4})?(?= \d{4}\b)")
_LINE = re.compile(r"\S[^\n]*")
_URL_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)[/_-]?(0[1-9]|1[0-2])[/_-]?(0[1-9]|[12]\d|3[01])(?!\d)")
_URL_MONTH = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])(?=/)")
_COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright)[^\n]{0,80}?((?:19|20)\d\d)(?:\s?[-–]\s?((?:19|20)\d\d))?", re.IGNORECASE
)
_MODIFIED = re.compile(r"updated|modified|обновлено|actualis|aktualisiert|اپ ڈیٹ", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A date that the page gives itself.

    Attributes:
        kind: "origin", "metadata", "dateline", "byline", "address", "guess", "page", "modified", "name", "copyright" or
            "crawled".
        first: first day it may mean, None where the year is not written.
        last: last day it may mean.
        words: the words or the metadata field, for people to read.
        found: the date as written, None for metadata.
    """

    kind: str
    first: date | None
    last: date | None
    words: str
    found: FoundDate | None = None


def collect_stamps(page: Page, parts: Sequence[Part]) -> tuple[Stamp, ...]:
    """All stamps of a page in order of trust."""
    stamps = [*_hint_stamps(page), *_text_stamps(page.text, parts), *_name_stamps(page)]
    return tuple(sorted(stamps, key=_distrust))


def _distrust(stamp: Stamp) -> int:
    """Place in the order of trust; a month without its day in a byline or address comes after a guess of the day."""
    vague = stamp.first != stamp.last and stamp.kind in ("byline", "address", "dateline")
    return 2 * ORDER.index("guess") + 1 if vague else 2 * ORDER.index(stamp.kind)


def _hint_stamps(page: Page) -> Iterator[Stamp]:
    for hint in page.hints:
        if hint.field in ("published", "modified", "crawled"):
            kind: str = "metadata" if hint.field == "published" else hint.field
            if kind == "metadata":
                kind = next((told for word, told in WEAKER.items() if word in hint.source.casefold()), kind)
            bounds = _hint_bounds(hint)
            if bounds:
                yield Stamp(kind, *bounds, f"{hint.source} says {hint.value.strip()[:40]}")
        elif hint.field == "url":
            yield from _address_stamps(hint.value)


def _hint_bounds(hint: Hint) -> tuple[date, date] | None:
    value = _CLOCK.sub("", hint.value.strip()[:80])
    try:
        first, last = bounds_of(value)
    except ValueError:
        pass
    else:
        return (first, last) if first and last else None
    packed = _URL_DAY.match(value)
    if packed and is_day(*(int(number) for number in packed.groups())):
        day = date(*(int(number) for number in packed.groups()))
        return day, day
    return next((found.bounds for found in find_dates(value) if found.bounds), None)


def _address_stamps(url: str) -> Iterator[Stamp]:
    match = _URL_DAY.search(url[:500])
    if match and is_day(*(int(number) for number in match.groups())):
        day = date(*(int(number) for number in match.groups()))
        yield Stamp("address", day, day, f"the address holds {match.group()}")
        return
    match = _URL_MONTH.search(url[:500])
    if match:
        first = date(int(match.group(1)), int(match.group(2)), 1)
        yield Stamp("address", first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1),
                    f"the address holds {match.group().strip('/')}")  # fmt: skip


def _name_stamps(page: Page) -> Iterator[Stamp]:
    for found in find_dates(page.name[:200].replace("_", "-")):
        if found.exact:
            yield Stamp("name", found.exact, found.exact, f"the name of the file holds {found.exact}", found)
            return


def _text_stamps(text: str, parts: Sequence[Part]) -> Iterator[Stamp]:
    title = next((part.start for part in parts if part.kind == "title"), -1)
    body = next((part.start for part in parts if part.kind == "body"), len(text))
    for part in parts:
        if part.kind == "byline":
            yield from _line_stamps(text, part.start, min(part.end, part.start + 400), "byline")
        elif part.kind == "body" and part.start == body:
            end = min(part.end, part.start + DATE_LINE)
            yield from _line_stamps(text, part.start, part.start + find_dateline(text[part.start : end]), "dateline")
        elif part.kind == "furniture":
            kind = "byline" if title >= 0 and title < part.start < body else "page"
            yield from _furniture_stamps(text, part, kind, body)


def _furniture_stamps(text: str, part: Part, kind: str, body: int) -> Iterator[Stamp]:
    if part.start < body:
        for line in _LINE.finditer(text, part.start, min(part.end, part.start + HEAD_FURNITURE)):
            unit = Unit(line.start(), line.end(), line.group())
            if date_of_line(unit):
                yield from _line_stamps(text, unit.start, unit.end, kind)
    for start in {part.start, max(part.start, part.end - 20000)}:
        for match in _COPYRIGHT.finditer(text, start, min(part.end, start + 20000)):
            year = int(match.group(2) or match.group(1))
            words = f"the copyright line says {year}"
            yield Stamp("copyright", date(int(match.group(1)), 1, 1), date(year, 12, 31), words)
    yield from _published_lines(text, part)


def _line_stamps(text: str, start: int, end: int, kind: str) -> Iterator[Stamp]:
    for found in find_dates(text, start, end):
        if not found.day and kind == "page":
            continue
        line = text[max(text.rfind("\n", 0, found.start) + 1, found.start - DATE_LINE) : found.start]
        real = "modified" if _MODIFIED.search(line) else kind
        first, last = found.bounds or (None, None)
        yield Stamp(real, first, last, f"the {_place(kind)} says {text[found.start : found.end]}", found)


def _place(kind: str) -> str:
    return {
        "byline": "line under the headline or byline",
        "page": "top of the page",
        "origin": "note on the first publication",
    }.get(kind, kind)


def _published_lines(text: str, part: Part) -> Iterator[Stamp]:
    """Lines of the page's own such as "Published: 4 October 2012" and "First published in the Post on May 8, 2023"."""
    for line in _LINE.finditer(text, part.start, min(part.end, part.start + 4000)):
        folded = line.group()[:200].casefold()
        words = folded.split(":", 1)[0].strip()
        if words in words_of("date-word whole") and words:
            yield from _line_stamps(text, line.start(), min(line.end(), line.start() + 120), "byline")
        elif any(phrase in folded for phrase in words_of("origin phrase")):
            yield from _line_stamps(text, line.start(), min(line.end(), line.start() + 200), "origin")
