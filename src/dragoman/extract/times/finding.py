"""Time expressions: the words of a sentence that say when, resolved to EDTF against the day of publication.

In: a stored text, the span of a sentence or paragraph, the publication date, and what the caller knows of tense and of
the date told before. Out: `Time`s in text order. It must not know the parse, the model or the events. Time grows with
the length of the span only.

How it goes: `tokens` turns words into codes, `grammar` finds expressions among the codes, `absolute`, `relative` and
`quarters` say what they mean, and this file joins ranges ("from 2008 to 2012") and reads the preposition.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from dragoman.extract.times.absolute import CALENDAR
from dragoman.extract.times.calendar import cut_edge, cut_units
from dragoman.extract.times.grammar import Match, find_matches
from dragoman.extract.times.quarters import QUARTERS
from dragoman.extract.times.relative import RELATIVE, is_lasting
from dragoman.extract.times.tokens import Tokens, code_words
from dragoman.extract.times.view import View, Words
from dragoman.text import edtf

RESOLVERS = CALENDAR | RELATIVE | QUARTERS
TimeKind = Literal["date", "time", "duration", "set"]
TimeRole = Literal["", "since", "until", "by", "before", "after", "between"]
Tense = Callable[[int], str]

_WIDEST_ANCHOR = 14
_REACHES = {"ahead": 5, "will": 8}
_MONTHLY = frozenset({"month", "month day", "day month", "days of month", "named day"})
_ROLES: dict[str, TimeRole] = {"u": "until", "B": "before", "F": "after", "V": "after"}
_WORD_ROLES: dict[str, TimeRole] = {"since": "since", "by": "by", "between": "between"}
_NO_YEAR = ("month", "month day", "days of month")
_DATED = ("date", "time")


@dataclass(frozen=True, slots=True)
class Time:
    """One expression of time.

    Attributes:
        start: offset of the expression without its preposition, code points into the stored text.
        end: half-open end.
        value: EDTF, "" when the words give no hold ("recently", "days before").
        kind: "date", "time" (a time of day; the value is its day), "duration" ("the last ten years"; the value is the
            interval up to or from the day of publication), "set" ("every week").
        role: what the preposition says: "since 2001" has the value `2001` and the role "since".
        rule: the rules that made the value, for `explain`.
    """

    start: int
    end: int
    value: str
    kind: TimeKind
    role: TimeRole
    rule: str


@dataclass(frozen=True, slots=True)
class _Found:
    """A `Time` with the tokens that it takes, and its words for a second reading with another year."""

    time: Time
    first: int
    last: int
    rule: str
    dated: bool


def find_times(
    text: str, start: int, end: int, anchor: str, *, tense: Tense | None = None, last: str = ""
) -> list[Time]:
    """The time expressions of `text[start:end]`, in text order, not overlapping.

    Args:
        text: the stored text.
        start: where the sentence or paragraph begins.
        end: its half-open end.
        anchor: EDTF publication date. Of an interval of more than 14 days only what is the same on its first and last
            day resolves; "" leaves relative expressions without a value.
        tense: gives "past", "future", "present" or "" for the clause at an offset; without it words such as
            "scheduled" and "will" before the expression are taken for the future.
        last: the date told before in the text, EDTF, for "two days later" and "that month".

    Raises:
        ValueError: `anchor` or `last` is no EDTF date.

    Example:
        >>> story = "Talks began on Thursday and end early next month."
        >>> [(story[t.start : t.end], t.value) for t in find_times(story, 0, len(story), "2012-10-05")]
        [('Thursday', '2012-10-04'), ('early next month', '2012-11-01/2012-11-10')]
    """
    tokens = code_words(text, start, end)
    days = _anchor_days(anchor)
    edtf.check_edtf(last)
    found: list[_Found] = []
    for match in find_matches(tokens.codes):
        tensed = _settle_tense(tokens, match, tense(tokens.start[match.first]) if tense else "")
        time = _read_time(tokens, match, days, View(None, tensed, last))
        if time:
            explicit = "Y" in tokens.codes[match.first : match.last] or "I" in tokens.codes[match.first : match.last]
            found.append(_Found(time, match.first, match.last, match.rule, explicit))
            last = time.value if _moves_story(tokens, match, time) else last
    return [item.time for item in _join_ranges(tokens, found)]


def _moves_story(tokens: Tokens, match: Match, time: Time) -> bool:
    """Whether "two days later" after this expression counts from it; a look back ("a year earlier") is passed over."""
    backward = match.rule in ("ago", "shifted", "quarter of before") and not set(
        tokens.codes[match.first : match.last]
    ) & set("l")
    return bool(time.value) and time.kind in _DATED and not backward


def _anchor_days(anchor: str) -> tuple[date, date] | None:
    first, last = edtf.bounds_of(anchor)
    return (first, last) if first and last else None


def _settle_tense(tokens: Tokens, match: Match, tensed: str) -> str:
    """The tense for this expression: that of its clause, unless nearer words speak of what is to come.

    "The visit was scheduled for May" is past, its May is not: such a month is read as if the tense were unknown.
    "Wednesday's ruling" is past whatever the verb, unless something comes "before Wednesday's ruling".
    """
    ahead = _looks_ahead(tokens, match)
    role = _role_of(tokens, match)
    if match.rule == "weekday" and tokens.codes[match.last : match.last + 1] == "'" and role != "before":
        return ""
    if tensed == "past":
        return "" if ahead and match.rule in _MONTHLY else "past"
    return "future" if ahead or tensed == "future" or role in ("by", "until") else tensed


def _looks_ahead(tokens: Tokens, match: Match) -> bool:
    """Whether "scheduled", "will" and the like stand shortly before, in the same part of the sentence."""
    for at in range(match.first - 1, max(-1, match.first - 1 - max(_REACHES.values())), -1):
        if tokens.codes[at] in ".,":
            return False
        if tokens.codes[at] == ">":
            return match.first - at <= _REACHES.get(tokens.value[at], 0)
    return False


def _read_time(tokens: Tokens, match: Match, days: tuple[date, date] | None, view: View) -> Time | None:
    view = replace(view, before=tokens.codes[match.first - 1] if match.first else "")
    if match.prefix:
        view = replace(view, before="e")
    value = _resolve(tokens, match, days, view)
    if value is None:
        return None
    kind = _kind_of(tokens, match)
    rule = f"{match.prefix}: {match.rule}" if match.prefix else match.rule
    if match.rule == "reference":
        rule = f"{tokens.value[match.base_first]} reference"
    return Time(tokens.start[match.first], tokens.end[match.last - 1], value, kind, _role_of(tokens, match), rule)


def _resolve(tokens: Tokens, match: Match, days: tuple[date, date] | None, view: View) -> str | None:
    """The value seen from every day that the text may have been published on: one value, or their hull."""
    if not days:
        return _read_value(tokens, match, view)
    first = _read_value(tokens, match, replace(view, day=days[0]))
    if first is None or days[0] == days[1]:
        return first
    last = _read_value(tokens, match, replace(view, day=days[1]))
    if first == last or last is None:
        return first
    near = (days[1] - days[0]).days < _WIDEST_ANCHOR
    return _hull(first, last) if near else ""


def _hull(left: str, right: str) -> str:
    (a, b), (c, d) = edtf.bounds_of(left), edtf.bounds_of(right)
    return edtf.interval(min(a, c), max(b, d)) if a and b and c and d else ""


def _read_value(tokens: Tokens, match: Match, view: View) -> str | None:
    """The value of one expression from one day; impossible dates ("30 February") are no expressions."""
    try:
        value = RESOLVERS[match.rule](_words(tokens, match.base_first, match.base_last), view)
        if value and match.prefix:
            value = _cut(_words(tokens, match.prefix_first, match.base_first), match.prefix, value)
        return edtf.check_edtf(value) if value else value
    except ValueError:
        return None


def _words(tokens: Tokens, first: int, last: int) -> Words:
    return Words(tokens.codes[first:last], tokens.value[first:last])


def _cut(prefix: Words, kind: str, value: str) -> str:
    """What "early", "the first week of" or "earlier" leave of a value."""
    if kind == "within":
        return value
    if kind == "edge":
        return cut_edge(value, prefix.get("eN"), narrow="N" in prefix.codes)
    number = -1 if "L" in prefix.codes else int(prefix.get("o") or 0)
    if number == 0:
        return _cut_week(prefix, value)
    if prefix.get("UQ").endswith("s") and "n" not in prefix.codes:
        return cut_edge(value, "start" if number == 1 else "end", narrow=True)
    unit = "half" if "h" in prefix.codes else prefix.unit
    return cut_units(value, unit, number=number, count=int(prefix.get("n") or 1))


def _cut_week(prefix: Words, value: str) -> str:
    """ "the week of May 3" is a week, "the month of May" the month."""
    first, last = edtf.bounds_of(value)
    return edtf.week_of(first) if first and first == last and prefix.unit == "week" else value


def _kind_of(tokens: Tokens, match: Match) -> TimeKind:
    codes = tokens.codes[match.first : match.last]
    if match.rule == "repeated":
        return "set"
    if match.rule == "time" or match.clocked and set(codes) & set("czO"):
        return "time"
    base = _words(tokens, match.base_first, match.base_last)
    lasting = match.rule == "named period" and is_lasting(base) and not match.prefix
    return "duration" if match.rule == "counted" or lasting else "date"


def _role_of(tokens: Tokens, match: Match) -> TimeRole:
    """The role of the preposition before the expression, over "the" and "about"."""
    at = match.first - 1
    while at >= 0 and tokens.codes[at] in "dq-" and match.first - at < 4:
        at -= 1
    if at < 0:
        return ""
    if tokens.codes[at] == "R":
        return _WORD_ROLES.get(tokens.value[at], "")
    return _ROLES.get(tokens.codes[at], "")


def _join_ranges(tokens: Tokens, found: list[_Found]) -> Iterator[_Found]:
    """Pairs such as "between 1991 and 2001", "from March to May 2012" as one expression, the others as they are."""
    at = 0
    while at < len(found):
        joined = _join_pair(tokens, found[at], found[at + 1]) if at + 1 < len(found) else None
        yield joined or found[at]
        at += 2 if joined else 1


def _join_pair(tokens: Tokens, left: _Found, right: _Found) -> _Found | None:
    link = tokens.codes[left.last : right.first]
    opened = tokens.codes[left.first - 1] if left.first else ""
    between = left.time.role == "between" and link in ("&", "&d")
    ranged = link in ("G", "u", "-", "Gd", "ud") and (opened == "g" or left.rule == right.rule)
    if not (between or ranged) or left.time.kind not in _DATED or right.time.kind not in _DATED:
        return None
    first = left.time.value
    if left.rule in _NO_YEAR and not left.dated and right.dated:
        first = right.time.value[:4] + first[4:]
    value = edtf.join(first, right.time.value)
    if not value:
        return None
    role: TimeRole = "between" if between else left.time.role
    time = Time(left.time.start, right.time.end, value, left.time.kind, role, f"range of {left.rule}, {right.rule}")
    return _Found(time, left.first, right.last, left.rule, dated=True)
