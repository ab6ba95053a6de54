"""An office that a person did not hold on that day.

In: an event. Out: contradictions with the term of office that speaks against it. Only sourced rows speak against a text
(docs/office-holders.md). A person is often called by the office that he has when the text is written, and former
presidents keep their title in American usage: neither is an error. It is one where he is told to act in that office
on a day long past: he signs for his state, or stands beside another who did hold his office then.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from dragoman.model.records import Event
from dragoman.model.resolution import Contradiction
from dragoman.resolve.contradictions.facts import against_fact
from dragoman.resolve.contradictions.tellings import date_words, safe_bounds
from dragoman.resolve.contradictions.titles import OWN, Held, read_titles
from dragoman.resolve.contradictions.years import find_years
from dragoman.text.edtf import spell
from dragoman.text.names import fold_name, same_person
from dragoman.vocab.clash_words import clash_group
from dragoman.vocab.holders import Holder, load_holders

MARGIN = timedelta(days=10)
"""Days around a term in which texts may differ: election, oath and handing over."""
WIDEST = 366
_MONTH = len("2000-01")
LEAST_OF_NEWS = 0.2
"""Confidence of a record whose words name no year. On 3,930 articles .2 and .25 give the same; at .1 a text of 2003
that stands under a date of 2011 is reported.
"""
LONG_PAST = timedelta(days=180)
"""Before publication. Only an act so long past is held against the office that somebody has by then."""
NEAR = 60
"""Characters between a name and the date that belongs to it."""
_COURTESY = frozenset({("USA", "HOS"), ("USA", "HOG")})
"""Offices whose title is kept for life, where the words do not say "the US president"."""
WELL_OUTSIDE = timedelta(days=365)
"""How far a sourced term must lie from a day on which only general knowledge has another holder."""
_LONG_WORD = 4
_RULING = frozenset({"HOS", "HOG"})


def find_office_clashes(event: Event, published: str) -> Iterator[Contradiction]:
    """Persons whom the quote gives an office that somebody else held on the day of the event."""
    told = read_titles(event.quote) if date_words(event) or find_years(event.quote) else []
    for each in told:
        held = _placed(each, event)
        on = _day_of(held, event)
        first, last = safe_bounds(on)
        if not held.plain or not held.state or first is None or last is None or (last - first).days > WIDEST:
            continue
        if (held.state, held.office) in _COURTESY and not held.led:
            continue
        acting = _acts_in_office(held, told, event, on)
        other = _other_holder(held, first, last, published, acting=acting)
        if other:
            value = f"{held.name} as {held.title} of {held.state}, {spell(on)}"
            yield against_fact("office", event, value, _told(other), f"{held.name} did not hold that office then",
                               f"{other.source} ({other.file}:{other.line})")  # fmt: skip


def _placed(held: Held, event: Event) -> Held:
    """With the state for which he takes part, where the title names none: "President Ann Roe", known of one state."""
    if held.state not in ("", OWN) or " " not in held.name:
        return held
    codes = {row.code for row in load_holders().find_person(held.name)}
    code = min(codes) if len(codes) == 1 else ""
    return replace(held, state=code) if code in {*event.actors, *event.recipients} else replace(held, state="")


def _acts_in_office(held: Held, told: Sequence[Held], event: Event, on: str) -> bool:
    """Whether the words let him act as what he is called, on a day that they name with its year.

    A minister of then may be called by his later office: who had any office on that day is left out.
    """
    dated = len(on) >= _MONTH and any(found.value[:_MONTH] == on[:_MONTH] for found in find_years(event.quote))
    if not dated or load_holders().in_office(held.name, on):
        return False
    if event.type in ("SUPPORT", "AGREE") and clash_group("kin-sign") & set(event.trigger.lower().split()):
        return any(same_person(held.name, person) for person in event.people) or _has_companion(held, told, on)
    return event.type == "CONSULT" and _has_companion(held, told, on)


def _has_companion(held: Held, told: Sequence[Held], on: str) -> bool:
    """Whether another person told with an office did hold it on that day."""
    return any(
        row.office == other.office
        for other in told if other.plain and other.name != held.name
        for row in load_holders().in_office(other.name, on)
    )  # fmt: skip


def _day_of(held: Held, event: Event) -> str:
    """The date that stands by the name; if the quote names no year, the date that its words gave the event."""
    dated = find_years(event.quote)
    following = [found for found in dated if 0 <= found.start - held.end <= NEAR]
    if following and not _another_clause(event.quote[held.end : following[0].start]):
        return following[0].value
    if len(dated) > 1 or not date_words(event):
        return ""
    sure = dated[0].value[:4] == event.date[:4] if dated else event.confidence >= LEAST_OF_NEWS
    return event.date if sure else ""


def _another_clause(words: str) -> bool:
    return any(mark in words for mark in ";:,()")


def _other_holder(held: Held, first: date, last: date, published: str, *, acting: bool) -> Holder | None:
    """The row that speaks against the office, if the person is known and did not have it on any of those days.

    It is the sourced term of another. Where only general knowledge has the other, it is the person's own sourced term,
    if that lies a year off.
    """
    table = load_holders()
    offices = _RULING if held.office in _RULING else {held.office}
    terms = [row for row in table.find_person(held.name) if row.code == held.state]
    own = [row for row in terms if row.office in offices]
    known = {row.person for row in terms}
    if len(known) != 1 or not (own or any(row.trust for row in terms)):
        return None
    if held.state.startswith("IGO:"):
        return _other_head(held, own, first, last)
    others = [row for office in sorted(offices) for row in table.holders_of(held.state, office, first.isoformat())
              if row.person not in known and row.office == held.office and not _may_be_one(held.name, row)]  # fmt: skip
    sure = [row for row in others if _holds_through(row, first, last)] or _own_term(own, others, first, last)
    if not sure or any(_may_hold(row, first, last, sure[0]) for row in own):
        return None
    if acting and (told := safe_bounds(published)[0]) is not None and told - last > LONG_PAST:
        return sure[0]
    return None if any(_names_him_now(row, published) for row in own) else sure[0]


def _other_head(held: Held, own: Sequence[Holder], first: date, last: date) -> Holder | None:
    """The head of an organisation through those years, known from general knowledge, if the person's lie outside."""
    years = str(first.year), str(last.year)
    outside = own and all(row.start[:4] > years[1] or row.end and row.end[:4] < years[0] for row in own)
    heads = load_holders().holders_of(held.state, held.office, first.isoformat())
    sure = [row for row in heads if row.start[:4] < years[0] and (not row.end or row.end[:4] > years[1])]
    return sure[0] if outside and len(sure) == 1 else None


def _may_be_one(name: str, row: Holder) -> bool:
    """Whether a name and a holder's have a longer word in common: princes of one house are called in many ways."""
    words = {word for word in fold_name(name).split() if len(word) >= _LONG_WORD}
    return any(words & set(fold_name(form).split()) for form in (row.person, *row.spellings))


def _own_term(own: Sequence[Holder], others: Sequence[Holder], first: date, last: date) -> list[Holder]:
    """The sourced term of the person next to those days, if all lie well outside and another is known to follow."""
    years = str(first.year), str(last.year)
    followed = any(row.start[:4] < years[0] and (not row.end or row.end[:4] > years[1]) for row in others)
    spans = [(safe_bounds(row.start)[0], safe_bounds(row.end)[1]) for row in own]
    if not followed or not all(row.trust for row in own):
        return []
    outside = all(
        start is not None and start > last + WELL_OUTSIDE or end is not None and end < first - WELL_OUTSIDE
        for start, end in spans
    )
    return list(own)[:1] if outside else []


def _holds_through(row: Holder, first: date, last: date) -> bool:
    """Whether a sourced term, known to the day at its beginning, holds well before and after those days."""
    start, end = safe_bounds(row.start)[0], safe_bounds(row.end)[0]
    if not row.trust or len(row.start) != 10 or start is None or start > first - MARGIN:
        return False
    return not row.end or end is not None and end >= last + MARGIN


def _may_hold(row: Holder, first: date, last: date, other: Holder) -> bool:
    """Whether the person may have held the office; a term known by years ends where the next one begins."""
    start, end = safe_bounds(row.start)[0], safe_bounds(row.end)[1]
    if len(row.end) == 4 and row.end == other.start[:4]:
        end = safe_bounds(other.start)[0]
    return (start is None or start <= last + MARGIN) and (end is None or end >= first - MARGIN)


def _names_him_now(row: Holder, published: str) -> bool:
    """Whether the person held the office when the text was written, or came to it soon after."""
    first = safe_bounds(published)[0]
    start = safe_bounds(row.start)[0]
    return first is None or start is None or row.holds_on(published) or first <= start <= first + LONG_PAST


def _told(row: Holder) -> str:
    end = f" to {spell(row.end)}" if row.end else ""
    return f"{row.person}, {'from' if end else 'since'} {spell(row.start)}{end}"
