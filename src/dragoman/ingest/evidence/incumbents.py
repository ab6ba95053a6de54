"""Bounds the date of an article by the offices that it gives to people: who is named minister held that office.

In: the text and its parts; the table of office holders. Out: first and last day with the reason, or None. Only a title
that stands directly before a full name counts; the latest beginning of a term is a lower bound, the earliest end of
the terms that run then an upper one. Used where a page gives no closer date.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dragoman.model.document import Part
from dragoman.text.edtf import bounds_of, spell
from dragoman.vocab.holders import Holder, HolderTable, load_holders
from dragoman.vocab.page_words import load_time_cues

SCANNED = 20000
MAX_NAMES = 40
MIN_PERSONS = 3
MAX_WIDTH = timedelta(days=1100)
"""Swept on 555 dated articles of the two corpora and PolNeAR: with one person 37 of 44 spans held, with three 12 of
15; the misses were history told of a former president, and a president about to take office."""
_NAME_AFTER = re.compile(
    r",? ([^\W\d_a-z][\w'’-]+(?: [A-Z]\.| (?:al|bin|ibn|ul|ur|de|da|van|von)(?= ))?(?: [^\W\d_a-z][\w'’-]+){1,3})"
)
_WORD_BEFORE = re.compile(r"(\w+)[ -]\Z")


@dataclass(frozen=True, slots=True)
class Incumbency:
    """The days on which the named persons held, all at once, the offices that the text gives them."""

    first: date
    last: date
    reason: str


@cache
def _holders() -> HolderTable:
    return load_holders()


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    """(title, office), longer titles first, so that "foreign minister" comes before "minister"."""
    kinds = ((kind, cues) for kind, cues in load_time_cues().items() if kind.startswith("office-"))
    rows = [(title, kind.removeprefix("office-")) for kind, cues in kinds for title in cues]
    return tuple(sorted(rows, key=lambda row: (-len(row[0]), row[0])))


def bound_by_offices(text: str, parts: Sequence[Part]) -> Incumbency | None:
    """When the persons whom the article names in office held it together; None if that tells too little."""
    terms = {_key(term): term for term in _terms(text, parts)}
    sure = [term for term in terms.values() if bounds_of(term.start)[0]]
    if not sure:
        return None
    latest = max(sure, key=lambda term: bounds_of(term.start)[0] or date.min)
    first = bounds_of(latest.start)[0] or date.min
    ends = [((bounds_of(term.end)[1] or date.max), term) for term in sure]
    running = [(end, term) for end, term in ends if end > first]
    last, leaver = min(running, key=lambda end: end[0], default=(date.max, latest))
    if len({term.person for _, term in running}) < MIN_PERSONS or last - first > MAX_WIDTH:
        return None
    since = f"{latest.person} is named in an office held since {spell(latest.start)}"
    return Incumbency(first, last, f"{since}, {leaver.person} in one held until {spell(leaver.end)}")


def _key(term: Holder) -> tuple[str, str, str]:
    return term.code, term.office, term.person


def _terms(text: str, parts: Sequence[Part]) -> Iterator[Holder]:
    """The terms that fit a title and name in the article, where table and title leave no choice."""
    named: dict[tuple[str, str], None] = {}
    for part in parts:
        if part.kind in ("title", "body", "caption"):
            named.update(_named_in(text[part.start : min(part.end, part.start + SCANNED)]))
    for office, name in named:
        found = [term for term in _holders().find_person(name) if term.office == office and term.trust > 0]
        if len(found) == 1:
            yield found[0]


def _named_in(passage: str) -> dict[tuple[str, str], None]:
    """(office, name) for each title that stands directly before a full name and is not a former one."""
    folded = passage.casefold()
    named: dict[tuple[str, str], None] = {}
    for title, office in _titles() if len(folded) == len(passage) else ():
        at = folded.find(title)
        while at >= 0 and len(named) < MAX_NAMES:
            match = _NAME_AFTER.match(passage, at + len(title))
            before = _WORD_BEFORE.search(passage[max(0, at - 20) : at])
            if match and (before is None or before.group(1).casefold() not in load_time_cues()["not-now"]):
                named[office, match.group(1)] = None
            at = folded.find(title, at + len(title))
    return named
