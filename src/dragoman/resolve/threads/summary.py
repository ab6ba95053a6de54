"""Sums a thread up: the type, sides, date, place and people that its tellings support best, and its standing.

Tellings in, `Thread` out. A field is what most independent sources support, weighed by confidence, the more precise of
two that agree. Its weight is the number of independent sources; documents, then confidence, decide between equals. A
reader's comment is no source, and the text under which it stands does not vouch for it.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import TypeVar

from dragoman.model.resolution import Standing, Thread
from dragoman.resolve.threads.standing import SourceOf, judge_standing
from dragoman.resolve.threads.told import NARROW, Telling
from dragoman.text.edtf import overlaps
from dragoman.text.hashing import make_id
from dragoman.text.names import same_person

Value = TypeVar("Value", bound=Hashable)
_STATUSES: Mapping[Standing, frozenset[str]] = {
    "happened": frozenset({"happened"}),
    "claimed": frozenset({"happened"}),
    "disputed": frozenset({"happened", "denied"}),
}
"""Whose dates count for a standing; of a plan those of all who tell of it as ahead or off."""


def make_thread(tellings: Iterable[Telling], source_of: SourceOf = lambda document: document) -> Thread:
    """The thread of tellings that are of one event; at least one."""
    known = sorted(tellings, key=lambda telling: telling.event.id)
    verdict = judge_standing(known, source_of)
    weigh = _weights(known, source_of)
    actors, recipients = _best(known, weigh, lambda t: (t.event.actors, t.event.recipients), _sides_key)
    documents = {t.event.document for t in known}
    sources = {source_of(t.event.document) for t in known if t.event.voice != "comment"}
    confidence = max(t.event.confidence for t in known)
    return Thread(
        id=make_id("t", {"first": known[0].event.id}),
        type=_best(known, weigh, lambda t: t.event.type),
        actors=actors,
        recipients=recipients,
        records=tuple(t.event.id for t in known),
        date=choose_date(known, verdict.standing, weigh),
        place=_best([t for t in known if t.event.place] or known, weigh, lambda t: t.event.place, str.casefold),
        people=gather_people(known),
        standing=verdict.standing,
        reason=verdict.reason,
        dissent=verdict.dissent,
        documents=len(documents),
        sources=len(sources),
        background=all(t.event.background for t in known),
        confidence=confidence,
        weight=round(len(sources) + len(documents) / 10 + confidence / 100, 4),
    )


def choose_date(tellings: Sequence[Telling], standing: Standing, weigh: Mapping[str, float]) -> str:
    """The EDTF date that most support; a date supports all that it overlaps, and of those as good the narrowest wins.

    Of a plan the dates told last count, since a plan moves.
    """
    fitting = [t for t in tellings if t.event.status in _STATUSES.get(standing, frozenset((t.event.status,)))]
    dated = [t for t in fitting or tellings if t.event.date]
    if standing not in _STATUSES:
        dated = _last_told(dated)
    if not dated:
        return ""
    values = sorted({t.event.date for t in dated})
    narrow = {t.event.date: t.width for t in dated}

    def support(value: str) -> float:
        return sum(weigh[t.event.id] for t in dated if overlaps(value, t.event.date))

    return min(values, key=lambda value: (-round(support(value), 6), narrow[value], value))


def gather_people(tellings: Iterable[Telling]) -> tuple[str, ...]:
    """Everybody named as taking part, once, in the longest spelling, by family name."""
    found: list[str] = []
    for name in sorted({name for t in tellings for name in t.event.people}, key=lambda name: (-len(name), name)):
        if not any(same_person(name, other) for other in found):
            found.append(name)
    return tuple(sorted(found, key=lambda name: (name.split()[-1], name)))


def _last_told(dated: list[Telling]) -> list[Telling]:
    """Those told within some weeks of the last telling."""
    days = [t.told[1] for t in dated if t.told]
    if not days:
        return dated
    last = max(days)
    return [t for t in dated if t.told is None or (last - t.told[1]).days <= NARROW]


def _weights(tellings: Iterable[Telling], source_of: SourceOf) -> dict[str, float]:
    """Of each telling its confidence, shared out among the tellings of one source, so that copies do not add up."""
    shelves: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        shelves[source_of(telling.event.document)].append(telling)
    return {t.event.id: t.event.confidence / len(shelf) ** 0.5 for shelf in shelves.values() for t in shelf}


def _best(
    tellings: Iterable[Telling],
    weigh: Mapping[str, float],
    value_of: Callable[[Telling], Value],
    key_of: Callable[[Value], Hashable] = lambda value: value,
) -> Value:
    """The value with the greatest weight, in its first form; of equal ones the first in order."""
    totals: dict[Hashable, float] = defaultdict(float)
    forms: dict[Hashable, Value] = {}
    for telling in tellings:
        value = value_of(telling)
        totals[key_of(value)] += weigh[telling.event.id]
        forms.setdefault(key_of(value), value)
    return forms[min(totals, key=lambda key: (-round(totals[key], 6), repr(forms[key])))]


def _sides_key(sides: tuple[tuple[str, ...], tuple[str, ...]]) -> Hashable:
    return frozenset(sides[0]), frozenset(sides[1])
