"""Whether a field of a record agrees with the gold's: dates that touch, last names, codes as sets.

Two values in, right or wrong out. The rules are those of the coding manual's scorer; it must not know spans or texts.
"""

import re
from collections.abc import Callable

from dragoman.evaluate.manual.items import CodedEvent

Days = tuple[str, str]
_SEASONS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}
_FIRST, _LAST = "0000-01-01", "9999-12-31"


def fold_name(name: str) -> str:
    """The last word of a name in lower case, by which names are compared; "" if it has none."""
    words = re.findall(r"\w+", name.lower())
    return words[-1] if words else ""


def fold_voice(voice: str) -> str:
    """`author` and `comment` as they are, a speaker by the last name."""
    return voice if voice in ("author", "comment") else fold_name(voice)


def days_of(date: str) -> Days | None:
    """First and last day of an EDTF date as sortable words, every month having 31 days; None if there is none.

    Example:
        >>> days_of("2012-10"), days_of("198X")
        (('2012-10-01', '2012-10-31'), ('1980-01-01', '1989-12-31'))
        >>> days_of("2001/.."), days_of("2012-22")
        (('2001-01-01', '9999-12-31'), ('2012-06-01', '2012-08-31'))
    """
    if not date:
        return None
    first, _, last = re.sub(r"[~?%]", "", date).partition("/")
    last = last if "/" in date else first
    return _day(first, end=False), _day(last, end=True)


def _day(part: str, *, end: bool) -> str:
    if part in ("", ".."):
        return _LAST if end else _FIRST
    pieces = part.replace("X", "9" if end else "0").split("-")
    month = pieces[1] if len(pieces) > 1 else ("12" if end else "01")
    month = _SEASONS[month][end] if month in _SEASONS else month
    day = pieces[2] if len(pieces) > 2 else ("31" if end else "01")
    return f"{pieces[0]:0>4}-{month}-{day}"


def precision_of(date: str) -> int:
    """0 for a year or decade, 1 for a month or season, 2 for a day; of an interval, the finer end's."""
    return max(part.count("-") for part in date.replace("..", "").split("/"))


def dates_agree(gold: str, found: str) -> bool:
    """Both empty, or ranges that touch and whose precision differs by one step at most."""
    wanted, given = days_of(gold), days_of(found)
    if wanted is None or given is None:
        return wanted is given
    touch = wanted[0] <= given[1] and given[0] <= wanted[1]
    return touch and abs(precision_of(gold) - precision_of(found)) <= 1


def _people(event: CodedEvent) -> set[str]:
    return {fold_name(name) for name in event.people}


EVENT_FIELDS: dict[str, Callable[[CodedEvent, CodedEvent], bool]] = {
    "type": lambda gold, found: gold.type == found.type,
    "participants": lambda gold, found: gold.participants == found.participants,
    "actors": lambda gold, found: set(gold.actors) == set(found.actors),
    "recipients": lambda gold, found: set(gold.recipients) == set(found.recipients),
    "status": lambda gold, found: gold.status == found.status,
    "date": lambda gold, found: dates_agree(gold.date, found.date),
    "voice": lambda gold, found: fold_voice(gold.voice) == fold_voice(found.voice),
    "place": lambda gold, found: gold.place.lower() == found.place.lower(),
    "people": lambda gold, found: _people(gold) == _people(found),
}
"""The scored fields of an event, each with its test."""


def fields_agree(gold: CodedEvent, found: CodedEvent, *names: str) -> bool:
    """Whether all named fields agree."""
    return all(EVENT_FIELDS[name](gold, found) for name in names)
