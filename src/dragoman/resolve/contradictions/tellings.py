"""One record as a telling: what became of the act, when its text was published, and what its own words show.

In: an event and its page. Out: a `Telling`. A date counts as shown only if words of the text gave it; what was inferred
from the day of publication is no ground for a contradiction.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from dragoman.model.records import Event
from dragoman.model.resolution import Clash, Contradiction, SourceDocument
from dragoman.resolve.contradictions.numbers import read_counts
from dragoman.text.edtf import MONTHS, bounds_of
from dragoman.text.hashing import make_id
from dragoman.text.names import same_person
from dragoman.vocab.clash_words import clash_group, groups_of
from dragoman.vocab.cue_table import load_small_words
from dragoman.vocab.groups import load_groups
from dragoman.vocab.organisations import load_organisations
from dragoman.vocab.states import load_states

Outcome = Literal["happened", "planned", "postponed", "off", "denied", "open"]
LEAST_CONFIDENCE = 0.25
"""Below this a record is too often no event at all to hold anything against another."""
_GIVEN_BY_WORDS = re.compile(r'^[a-z_ :]+: "(.+)"$', re.DOTALL)
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)*")
_NAME = re.compile(r"\b[A-Z][\w-]{2,}")
_STEM = 5
_REMEMBERED = 1 << 14
"""Quotes and words whose reading is remembered: one record meets others in several places."""
_ENDING = re.compile(r"(?:ings?|ed|es|s)$")
LIKE_WITH_NAME, LIKE_WITHOUT = 0.3, 0.6
"""Least share of the telling words of the shorter quote. Swept from .2/.4 to .5/.8 on the threads of 3,930 articles:
from .3/.6 on the same two are reported, both real; below it a false date comes in. 118 pairs of our own do not change.
"""


@dataclass(frozen=True, slots=True)
class Telling:
    """An event with its page.

    Attributes:
        outcome: the class of its status; "off" is cancelled, or denied by the author; "denied" by somebody else.
        told: first and last day of publication, None where unknown.
        on: EDTF date as shown by words of the text, "" if it was only inferred; `days` its bounds.
        shown: the words that gave the date.
        names: capitalised words of the quote that are no side, person or word of time, and what it counts.
        stems: beginnings of the words of the quote that tell one occasion from another.
        trigger: in lower case.
    """

    event: Event
    source: SourceDocument
    outcome: Outcome
    told: tuple[date | None, date | None]
    on: str
    days: tuple[date | None, date | None]
    shown: str
    names: frozenset[str]
    stems: frozenset[str]
    trigger: str

    @property
    def rank(self) -> tuple[float, str]:
        """Sort key: the surest first, then by id."""
        return -self.event.confidence, self.event.id

    def told_since(self, day: date | None) -> bool:
        """Whether the text was published on that day or later; False if either is unknown."""
        return self.told[0] is not None and day is not None and self.told[0] >= day

    @property
    def is_known_event(self) -> bool:
        """Whether the trigger is a name that every reader knows, such as that of a war or an operation."""
        return any(reason.why.startswith("known_events.tsv") for reason in self.event.reasons if reason.field == "type")

    def is_kind(self, group: str) -> bool:
        """Whether a word of the trigger belongs to a group of `clash_words.tsv`."""
        words = clash_group(group)
        return self.trigger in words or any(word in words for word in self.trigger.split())


def read_tellings(events: Iterable[Event], sources: Mapping[str, SourceDocument]) -> list[Telling]:
    """The events that can be held against each other, the surest first; readers' comments cannot."""
    usable = (event for event in events if event.voice != "comment" and event.confidence >= LEAST_CONFIDENCE)
    return sorted((read_telling(event, sources) for event in usable), key=lambda telling: telling.rank)


def read_telling(event: Event, sources: Mapping[str, SourceDocument]) -> Telling:
    """One event with what its words show."""
    source = sources.get(event.document) or SourceDocument(event.document)
    shown = date_words(event)
    day = event.date if shown else ""
    return Telling(
        event, source, _outcome(event), safe_bounds(source.published), day, safe_bounds(day), shown,
        _names(event.quote, event.people), stems_of(event.quote) - _stems_of_sides(event),
        " ".join(event.trigger.lower().split()),
    )  # fmt: skip


def kin(a: Telling, b: Telling) -> bool:
    """Whether two triggers may name one act: one word, or two of one group ("met", "talks")."""
    one, other = a.trigger.split(), b.trigger.split()
    if {_stem(word) for word in one} & {_stem(word) for word in other}:
        return True
    return any(words & {a.trigger, *one} and words & {b.trigger, *other} for words in groups_of("kin-"))


def one_occasion(a: Telling, b: Telling) -> bool:
    """Whether the words of two tellings of a thread agree so far that they speak of one occasion.

    A person or a name in both needs little more; without them most of the words must be the same.
    """
    if a.event.type != b.event.type or not kin(a, b):
        return False
    alike, shared = likeness(a, b), len(a.stems & b.stems)
    same_people = share_person(a.event, b.event)
    if a.event.people and b.event.people and not same_people:
        return False
    if same_people or a.names & b.names:
        return alike >= LIKE_WITH_NAME and shared >= 2
    return alike >= LIKE_WITHOUT and shared >= 3


def told_within(a: Telling, b: Telling, days: int) -> bool:
    """Whether both texts were published within so many days; False if either day is unknown."""
    first, second = a.told[0], b.told[0]
    return first is not None and second is not None and abs((first - second).days) <= days


def same_outcome(a: Telling, b: Telling) -> bool:
    """Whether both tell it as done, or both as planned at one time: a plan told anew later is a step in a life."""
    return a.outcome == b.outcome and (a.outcome != "planned" or told_within(a, b, 1))


def safe_bounds(value: str) -> tuple[date | None, date | None]:
    """Bounds of a date; both None for what is no date: stored dates may be a user's."""
    try:
        return bounds_of(value)
    except ValueError:
        return None, None


def date_words(event: Event) -> str:
    """The words that gave the event its date, "" if no words of the text did."""
    why = next((reason.why for reason in reversed(event.reasons) if reason.field == "date"), "")
    match = _GIVEN_BY_WORDS.match(why)
    return match.group(1) if match and event.date else ""


@lru_cache(maxsize=_REMEMBERED)
def stems_of(text: str) -> frozenset[str]:
    """Beginnings of the telling words of a text: "signing" and "signed" are one."""
    plain = clash_group("plain")
    small = load_small_words()
    words = (word for word in _WORD.findall(text.lower()) if len(word) > 3)
    return frozenset(_stem(word) for word in words if word not in plain and word not in small)


def _stems_of_sides(event: Event) -> frozenset[str]:
    """Stems of the names of the organisations that take part: every telling of a thread has them."""
    rows = [load_organisations().get(code) for code in (*event.actors, *event.recipients) if code.startswith("IGO:")]
    return frozenset(stem for row in rows if row for name in row.names for stem in stems_of(name))


def _stem(word: str) -> str:
    return (_ENDING.sub("", word) or word)[:_STEM]


def share_person(a: Event, b: Event) -> bool:
    """Whether somebody takes part in both, by the spelling of the names."""
    return any(same_person(one, other) for one in a.people[:8] for other in b.people[:8])


def likeness(a: Telling, b: Telling) -> float:
    """Share of the telling words of the shorter quote that stand in the other, 0 if there are too few to judge."""
    least = min(len(a.stems), len(b.stems))
    return len(a.stems & b.stems) / least if least >= 3 else 0.0


def build(
    clash: Clash, thread: str, pair: tuple[Telling, Telling], values: tuple[str, str], reason: str
) -> Contradiction:
    """The contradiction of two tellings; the one published first, then of the smaller id, stands first."""
    (a, one), (b, other) = sorted(zip(pair, values, strict=True), key=lambda item: _order(item[0]))
    records = (a.event.id, b.event.id)
    return Contradiction(
        make_id("c", [clash, *records, one, other]), clash, thread, records, (one, other), reason
    )


@lru_cache(maxsize=_REMEMBERED)
def _names(quote: str, people: tuple[str, ...]) -> frozenset[str]:
    """Names and numbers in the quote that may tell an occasion: places, treaties; the sides and the persons do not."""
    persons = {word for name in people for word in name.lower().split()}
    found: set[str] = set()
    for match in _NAME.finditer(quote, 1):
        word = match.group()
        if word.lower() not in persons and word not in _days() and not _is_actor(word):
            found.add(word)
    return frozenset(found | {f"{count.low} {count.unit}" for count in read_counts(quote) if count.low > 1})


@lru_cache(maxsize=_REMEMBERED)
def _is_actor(word: str) -> bool:
    return bool(load_states().by_name(word) or load_organisations().by_name(word) or load_groups().by_name(word))


@cache
def _days() -> frozenset[str]:
    months = {form for name in MONTHS for form in (name, name[:3])}
    return frozenset(months | {day.title() for day in clash_group("near-day")} | {"Sept"})


def _order(telling: Telling) -> tuple[str, str]:
    return telling.source.published or "9999", telling.event.id


def _outcome(event: Event) -> Outcome:
    if event.status == "denied":
        return "off" if event.voice == "author" else "denied"
    if event.status in ("proposed", "possible"):
        return "open"
    return {"happened": "happened", "planned": "planned", "postponed": "postponed"}.get(event.status, "off")  # type: ignore[return-value]
