"""From threads to acts: which pairs a thread speaks of, when, with which score and weight.

In: a thread, its records, the days on which their texts were published, a scale. Out: `Act` records, one a pair; as
what kind of act a thread counts is told in `projection`.

- Readers' comments, unofficial parts of a state and sides that are neither government, army, parliament, service nor
  organisation do not count; a side of which the text says nothing more than the state's name does.
- What took place counts on its own day, told as history or not; what was announced, put off or called off on the day on
  which that was told. What has neither does not count.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

from dragoman.model.records import Status
from dragoman.model.relation import Act, ToldEvent
from dragoman.model.resolution import Thread
from dragoman.relate.projection import project_thread
from dragoman.text.edtf import bounds_of
from dragoman.vocab.plover_map import quad_of
from dragoman.vocab.scales import Scale
from dragoman.vocab.standing_weights import weigh_standing

OFFICIAL = frozenset({"GOV", "MIL", "LEG", "SPY", "IGO", "UNK", ""})
SOURCES_WORTH = 0.5
"""What each doubling of independent sources adds to the weight of one: what many tell is surer, and more of an act."""
MOST_WORTH = 2.5
SHARED_BY = 2.0
"""A meeting of n sides counts by 2/n for each pair of them: what is done with everybody says less of each."""
_STATUS_OF: dict[str, Status] = {"claimed": "happened", "disputed": "happened", "did not happen": "denied",
                                 "lapsed": "planned"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Told:
    """A thread with what it rests on.

    Attributes:
        records: its events.
        published: id of a document to the first and last ISO day on which it may have been published, "" if unknown.
    """

    thread: Thread
    records: Sequence[ToldEvent]
    published: Mapping[str, tuple[str, str]]


def score_threads(told: Iterable[Told], scale: Scale, *, official: bool = True) -> list[Act]:
    """The acts of any number of threads, in their order.

    Args:
        official: False also counts firms, parties, crowds and whoever else acts in a state's name or against it.
    """
    return [act for each in told for act in score_thread(each, scale, official=official)]


def score_thread(told: Told, scale: Scale, *, official: bool = True) -> tuple[Act, ...]:
    """The acts of one thread; none where it does not count or has no day."""
    thread = told.thread
    records = [event for event in told.records if event.voice != "comment" and not (official and event.unofficial)]
    quad = quad_of(thread.type)
    if not records or quad is None:
        return ()
    rule = weigh_standing(thread.standing, quad)
    days = _day_told(told, records) if rule.by_telling else _day_of(told, records)
    if not rule.weight or days is None:
        return ()
    among = _official_sides(records)
    acts = [
        act for act in project_thread(thread, records, scale) if not official or {act.actor, act.recipient} <= among
    ]
    weight = rule.weight * thread.confidence * _worth(thread.sources)
    shared = min(1.0, SHARED_BY / max(1, len({code for act in acts for code in (act.actor, act.recipient)})))
    return tuple(
        Act(act.thread, act.actor, act.recipient, *days, act.type, act.mode, act.quad, scale.score(act.type, act.mode),
            weight * (shared if act.mutual else 1.0), act.mutual)
        for act in acts
    )  # fmt: skip


def _worth(sources: int) -> float:
    return min(MOST_WORTH, 1.0 + SOURCES_WORTH * log2(max(1, sources)))


def _official_sides(records: Sequence[ToldEvent]) -> frozenset[str]:
    """Codes that act officially in some record; a group's or an organisation's own sector is the group's own."""
    found: set[str] = set()
    for event in records:
        for codes, sectors in ((event.actors, event.actor_sectors), (event.recipients, event.recipient_sectors)):
            named = dict(zip(codes, sectors, strict=False))
            found.update(code for code in codes if ":" in code or named.get(code, "") in OFFICIAL)
    return frozenset(found)


def _day_of(told: Told, records: Sequence[ToldEvent]) -> tuple[str, str] | None:
    """First and last day of the event itself; for news without a date, the day on which it was told.

    An open beginning ("by May") is news of its end; what goes on still lasts until it was told last.
    """
    first, last = bounds_of(told.thread.date)
    if first is None and last is None:
        return None if told.thread.background else _day_told(told, records)
    if first is None:
        return None if told.thread.background or last is None else (last.isoformat(), last.isoformat())
    end = last.isoformat() if last else max((_published(told, event)[1] for event in records), default="")
    return first.isoformat(), max(first.isoformat(), end)


def _day_told(told: Told, records: Sequence[ToldEvent]) -> tuple[str, str] | None:
    """The day on which the thread's standing was first told."""
    standing = told.thread.standing
    status = _STATUS_OF.get(standing, standing)
    agreeing = [event for event in records if event.status == status] or list(records)
    days = [day for day in (_published(told, event) for event in agreeing) if day[0]]
    return min(days, default=None)


def _published(told: Told, event: ToldEvent) -> tuple[str, str]:
    return told.published.get(event.document, ("", ""))
