"""Infers from the text itself when it was written, where the page states no date.

In: the text, its parts, years that the page hints at. Out: bounds with the reason in words, or None. A past date is a
lower bound, a date to come an upper hint, a dated picture beside "Thursday" or "this week" nearly the day itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.ingest.plaintext.dateforms import FoundDate, find_dates, find_years, is_day
from dragoman.model.document import Part
from dragoman.text.edtf import spell
from dragoman.vocab.page_words import load_date_words, load_time_cues

SCANNED = 60000
YEARS_ON = 6
"""Years after the newest one named in which a weekday may fix a date; weekdays of a date recur after five or six."""
SURE_COUNT = 2
"""Times that a text must name a year before dates without a year are read in it."""
LAG = timedelta(days=6)
"""A news text names the day of its newest dated event within a week; from the sentence rule for weekdays."""
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_BREAK = re.compile(r"[.!?](?=\s+[A-Z\"“‘])|\n")


@dataclass(frozen=True, slots=True)
class Inferred:
    """First and last day of publication that the text supports; `last` is None where nothing bounds it."""

    first: date
    last: date | None
    reason: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A dated mention in the article: its date, whether in a caption, to come, or told as past, and its words."""

    found: FoundDate
    day: date | None
    caption: bool
    future: bool
    past: bool
    words: str


def infer_from_text(text: str, parts: Sequence[Part], years: Sequence[int]) -> Inferred | None:
    """When the article was written as far as its own words tell.

    Args:
        text: the stored text.
        parts: its parts.
        years: years that the page hints at (copyright line, crawl), the most trusted first.
    """
    article = [part for part in parts if part.kind in ("title", "body", "caption", "byline")]
    mentions = [mention for part in article for mention in _mentions(text, part)]
    year, old, sure = _latest_year(text, article, mentions)
    present = _present_words(text, article)
    resolved = [
        one
        for one in (
            _resolve(mention, years, year if sure or mention.caption or mention.found.weekday else 0, present)
            for mention in mentions
        )
        if one is not None
    ]
    anchors = [(day, mention) for day, mention in resolved if not mention.future]
    if anchors:
        newest, mention = max(anchors, key=lambda anchor: anchor[0])
        return _from_anchor(newest, mention, present)
    return _from_year(mentions, old)


def _mentions(text: str, part: Part) -> Iterator[Mention]:
    named = load_time_cues()["named-day"]
    for found in find_dates(text, part.start, min(part.end, part.start + SCANNED)):
        if found.calendar != "month" or (not found.year and f"{found.month:02}-{found.day:02}" in named):
            continue
        before, after = _context(text, found, part)
        future = bool(_cues(before[-60:]) & load_time_cues()["future"]) and part.kind != "caption"
        past = bool(_cues(before + " " + after) & load_time_cues()["past"])
        yield Mention(found, found.exact, part.kind == "caption", future, past, text[found.start : found.end])


def _context(text: str, found: FoundDate, part: Part) -> tuple[str, str]:
    """What stands before and after a mention in its sentence, at most 160 and 100 characters."""
    before = text[max(part.start, found.start - 160) : found.start]
    cut = max((match.end() for match in _BREAK.finditer(before)), default=0)
    after = text[found.end : min(part.end, found.end + 100)]
    stop = _BREAK.search(after)
    return before[cut:], after[: stop.start()] if stop else after


def _cues(words: str) -> set[str]:
    single = [word.casefold() for word in _WORD.findall(words)]
    return set(single) | {f"{a} {b}" for a, b in zip(single, single[1:], strict=False)}


def _latest_year(text: str, article: Sequence[Part], mentions: Sequence[Mention]) -> tuple[int, int, bool]:
    """The newest year spoken of as past or present, the newest of past dates (0 if none), whether the first is sure."""
    past: list[int] = []
    coming: list[int] = []
    for part in article:
        for offset, year in find_years(text, part.start, min(part.end, part.start + SCANNED)):
            cues = _cues(text[max(part.start, offset - 40) : offset])
            (coming if cues & load_time_cues()["future"] else past).append(year)
    full = [mention.found.year for mention in mentions if mention.found.year and not mention.future]
    newest = max(set(past) - set(coming), default=0)
    return newest, max(full, default=0), past.count(newest) >= SURE_COUNT and newest >= max(coming, default=0)


def _resolve(mention: Mention, years: Sequence[int], latest: int, present: "_Present") -> tuple[date, Mention] | None:
    """The day of a mention; a missing year comes from the page, the newest year named, and weekdays."""
    if mention.day:
        return mention.day, mention
    found = mention.found
    if found.year or not found.day or mention.future or not (mention.past or found.weekday or mention.caption):
        return None
    weekdays = {found.weekday} if found.weekday else present.weekdays if mention.caption else frozenset()
    for year in (*years, *(range(latest, latest + YEARS_ON) if latest else ())):
        if is_day(year, found.month, found.day):
            day = date(year, found.month, found.day)
            if not weekdays or day.isoweekday() in weekdays:
                return day, mention
    return None


@dataclass(frozen=True, slots=True)
class _Present:
    """Words of the present that the article holds: weekdays named without a date, and kinds of time cues."""

    weekdays: frozenset[int]
    kinds: frozenset[str]


def _present_words(text: str, article: Sequence[Part]) -> _Present:
    body = [
        text[part.start : min(part.end, part.start + SCANNED)] for part in article if part.kind in ("body", "title")
    ]
    days = {number for name, number in _weekday_names() if any(name in piece for piece in body)}
    said = " ".join(piece.casefold() for piece in body)
    kinds = {
        kind for kind in ("week", "day", "recent") if any(f" {cue}" in f" {said}" for cue in load_time_cues()[kind])
    }
    return _Present(frozenset(days), frozenset(kinds))


@cache
def _weekday_names() -> tuple[tuple[str, int], ...]:
    """Full weekday names of six letters or more, as written with a capital, with their numbers."""
    names = ((name, meaning) for name, meanings in load_date_words().items() for meaning in meanings)
    return tuple((name.capitalize(), one.number) for name, one in names if one.kind == "weekday" and len(name) > 5)


def _from_anchor(newest: date, mention: Mention, present: _Present) -> Inferred:
    if not mention.caption:
        return Inferred(newest, None, f"not before {spell(newest.isoformat())}, the newest past date in the text")
    last = newest + LAG
    reasons = [f"the picture caption is dated {mention.words}"]
    if newest.isoweekday() in present.weekdays:
        reasons.append(f"the text names that {newest:%A} by its weekday alone")
    if "week" in present.kinds:
        last = min(last, newest + timedelta(days=7 - newest.isoweekday()))
        reasons.append('it says "this week"')
    return Inferred(newest, last, ", ".join(reasons))


def _from_year(mentions: Sequence[Mention], old: int) -> Inferred | None:
    """A lower bound from dates that give only month or year."""
    months = [mention for mention in mentions if mention.found.year and not mention.future and mention.found.bounds]
    if not months or not old:
        return None
    newest = max(months, key=lambda mention: mention.found.bounds or (date.min, date.min))
    first = (newest.found.bounds or (date.min, date.min))[0]
    return Inferred(first, None, f"not before {newest.words}, the newest past date in the text")
