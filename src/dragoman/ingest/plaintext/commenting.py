"""Finds the readers' comments under an article in a page copied as plain text.

In: the units that follow the first paragraph of the article, with their acts. Out: for each unit from the first comment
on, whether it is comment or furniture, and the comments with their dates. Names of commenters become furniture.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from dragoman.ingest.plaintext.cues import date_of_line, find_acts, words_of
from dragoman.ingest.plaintext.dateforms import end_of_time, find_dates
from dragoman.ingest.plaintext.units import Unit
from dragoman.model.document import Comment
from dragoman.vocab.page_words import load_furniture_cues

HEAD_LENGTH = 140
ENDING_ACTS = frozenset({"legal", "about", "signup"})
DATE_MARK = "\x00"
BUTTON_ACTS = frozenset({"comment-open", "comment-act", "share", "menu"})
OPENER_REACH = 6
"""Lines between "Comments" and the first comment's head line."""
_AGO = r"(?:about |almost |over )?(?:an? |one |\d{1,3} ?)(?:UNITS)\.? ago(?: \(edited\))?"


@dataclass(frozen=True, slots=True)
class Head:
    """The line above a comment: whether its form alone proves it, and the EDTF date that it gives ("" if none)."""

    strong: bool
    date: str
    named: bool


@dataclass(slots=True)
class _Open:
    """The comment that is being read."""

    start: int = -1
    end: int = -1
    date: str = ""


@cache
def _templates() -> tuple[tuple[bool, re.Pattern[str]], ...]:
    units = "|".join(sorted(words_of("ago word")))
    parts = {
        "{name}": "(?P<name>[^\\n:]{1,60}?)", "{place}": "[^\\n]{1,60}?", "{date}": DATE_MARK,
        "{ago}": "(?P<ago>" + _AGO.replace("UNITS", units) + ")",
    }  # fmt: skip
    made = []
    for strength in ("strong", "weak"):
        for cue in load_furniture_cues().other[f"comment-head {strength}"]:
            pattern = re.escape(cue.words).replace(r"\ ", " ")
            for mark, group in parts.items():
                escaped = re.escape(mark)
                pattern = pattern.replace(escaped, group, 1).replace(escaped, "[^\\n]{1,60}?")
            made.append((strength == "strong", re.compile(pattern, re.IGNORECASE)))
    return tuple(made)


def read_head(unit: Unit) -> Head | None:
    """The unit as a line above a comment, None if it does not look like one."""
    if unit.end - unit.start > HEAD_LENGTH or unit.words > 18:
        return None
    line, date = _mark_date(unit.text)
    if line == DATE_MARK or date_of_line(unit):
        return Head(strong=False, date=date, named=False)
    for strong, pattern in _templates():
        match = pattern.fullmatch(line)
        if match and _is_plausible(match):
            named = "name" in match.re.groupindex
            return Head(strong, date, named)
    return None


def _mark_date(line: str) -> tuple[str, str]:
    """The line in single spaces with its first date and time as one mark, and that date as EDTF, "" without a year."""
    dates = find_dates(line)
    if not dates:
        return " ".join(line.split()), ""
    first = dates[0]
    rest = line[end_of_time(line, first.end) :]
    marked = (
        f"{line[: first.start]} {DATE_MARK} {rest}" if rest[:1].isalnum() else f"{line[: first.start]}{DATE_MARK}{rest}"
    )
    return " ".join(marked.split()), first.exact.isoformat() if first.exact else ""


def _is_plausible(match: re.Match[str]) -> bool:
    groups = match.groupdict()
    name = groups.get("name")
    if name is None:
        return True
    words = name.split()
    return len(words) <= 6 and not {word.casefold().strip(".,") for word in words} & words_of("speaker word")


def find_comments(units: Sequence[Unit], acts: Sequence[str]) -> tuple[int, tuple[Comment, ...]]:
    """Where the comments begin and what they are.

    Returns:
        Index of the first unit of the comment section (`len(units)` if there is none) and the comments in order.
    """
    first = _find_first(units, acts)
    if first == len(units):
        return first, ()
    return first, tuple(_read_comments(units[first:], acts[first:]))


def _find_first(units: Sequence[Unit], acts: Sequence[str]) -> int:
    opened = -OPENER_REACH
    strong: list[int] = []
    for index, unit in enumerate(units):
        if "comment-open" in (acts[index], *(find_acts(unit) if acts[index] in BUTTON_ACTS else ())):
            opened = index
        looked_at = acts[index] in ("", "comment-open") and (index - opened < OPENER_REACH or _may_head(unit))
        head = read_head(unit) if looked_at else None
        if head is None or index + 1 >= len(units):
            continue
        if index - opened < OPENER_REACH and (head.strong or head.date or _next_is_date(units, index)):
            return strong[0] if strong else index
        if head.strong:
            strong.append(index)
            if len(strong) > 1:
                return strong[0]
    return len(units)


def _may_head(unit: Unit) -> bool:
    """Whether a line can prove itself the head of a comment: it holds a number or begins with "by" or the like."""
    return unit.end - unit.start <= HEAD_LENGTH and ("#" in unit.folded or unit.folded.startswith(_named_starts()))


@cache
def _named_starts() -> tuple[str, ...]:
    cues = load_furniture_cues().other["comment-head strong"]
    return tuple({cue.words.split("{")[0] for cue in cues if not cue.words.startswith("{")})


def _next_is_date(units: Sequence[Unit], index: int) -> bool:
    head = read_head(units[index + 1]) if index + 1 < len(units) else None
    return head is not None and bool(head.date) and not head.named


def _read_comments(units: Sequence[Unit], acts: Sequence[str]) -> list[Comment]:
    found: list[Comment] = []
    current = _Open()
    for index, unit in enumerate(units):
        if acts[index] in ENDING_ACTS:
            break
        head = read_head(unit)
        if head is not None and _is_head_here(head, current, units, index):
            fresh = current.start < 0
            _close(current, found)
            current = _Open(date=head.date or (current.date if fresh and not head.named else ""))
        elif acts[index] in BUTTON_ACTS or find_acts(unit) & {"comment-act", "comment-open"}:
            _close(current, found)
            current = _Open()
        elif _is_name_line(unit, units, index):
            continue
        else:
            current.start = unit.start if current.start < 0 else current.start
            current.end = unit.end
    _close(current, found)
    return found


def _is_head_here(head: Head, current: _Open, units: Sequence[Unit], index: int) -> bool:
    return head.strong or bool(head.date) or (head.named and _next_is_date(units, index))


def _is_name_line(unit: Unit, units: Sequence[Unit], index: int) -> bool:
    return unit.words <= 4 and not unit.is_sentence and _next_is_date(units, index)


def _close(current: _Open, found: list[Comment]) -> None:
    if current.start >= 0:
        found.append(Comment(current.start, current.end, current.date))
