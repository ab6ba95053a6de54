"""Follows plans to what became of them, and finds events that some assert and others deny. Groups in, groups linked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from dragoman.model.records import Event
from dragoman.present.brief.grouping import (
    WIDEST_NAMELESS,
    Group,
    date_width,
    has_same_sides,
    is_same_occasion,
    share_people,
)
from dragoman.text.edtf import bounds_of, overlaps, sort_key
from dragoman.text.names import same_person

Told = Callable[[Event], str]
"""When the text of an event was published, as EDTF; "" if unknown."""


def _unknown(_: Event) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan (None if only its end is told), how it was put off or called off, and how it was carried out."""

    ahead: Group | None = None
    off: Group | None = None
    held: Group | None = None

    @property
    def steps(self) -> tuple[Group, ...]:
        """What is told of it, in order."""
        return tuple(step for step in (self.ahead, self.off, self.held) if step)

    @property
    def first(self) -> Group:
        """The earliest step that is told."""
        return self.steps[0]


@dataclass(frozen=True, slots=True)
class Dispute:
    """One event as told by those who assert it and by those who deny it."""

    asserted: Group
    denied: Group


def link_plans(groups: Sequence[Group], told: Told = _unknown) -> list[Plan]:
    """Each plan with what became of it, then each cancellation or delay whose plan is not told.

    Args:
        groups: all groups that are not history.
        told: when the text of an event was published.
    """
    off = [group for group in groups if group.best.status in ("postponed", "cancelled")]
    failed = [group for group in groups if group.best.status == "denied" and not group.is_claim]
    ends = _by_sides([*off, *failed])
    held = _by_sides([group for group in groups if group.outcome == "happened" and not group.is_claim])
    plans = []
    ended: set[str] = set()
    for group in (group for group in groups if group.outcome == "ahead"):
        free = [item for item in ends.get(_sides(group), ()) if item.best.id not in ended]
        end = next((item for item in free if _follows(group, item, told) or _ends_in_time(group, item, told)), None)
        if end:
            ended.add(end.best.id)
        plans.append(Plan(group, end, _follower(end or group, held.get(_sides(group), ()), told)))
    rest = [group for group in off if group.best.id not in ended]
    return plans + [Plan(None, group, _follower(group, held.get(_sides(group), ()), told)) for group in rest]


def is_told(group: Group, plans: Sequence[Plan]) -> bool:
    """Whether a group is, or only repeats, a step of one of the plans."""
    return any(
        group in plan.steps or (group.best.status == "denied" and plan.ahead and _follows(plan.ahead, group, _unknown))
        for plan in plans
    )


def find_disputes(groups: Sequence[Group]) -> list[Dispute]:
    """Events that one group of records asserts and another denies, in another's voice on at least one side."""
    asserted = _by_sides([group for group in groups if group.outcome == "happened"])
    found = []
    for no in (group for group in groups if group.best.status == "denied"):
        for yes in asserted.get(_sides(no), ()):
            if (no.is_claim or yes.is_claim) and yes.best.voice != no.best.voice and _can_be_same(yes.best, no.best):
                found.append(Dispute(yes, no))
                break
    return found


def _sides(group: Group) -> tuple[str, frozenset[str]]:
    return group.best.type, frozenset((*group.best.actors, *group.best.recipients))


def _by_sides(groups: Sequence[Group]) -> dict[tuple[str, frozenset[str]], list[Group]]:
    """Groups by type and parties: only those can be steps of one another."""
    shelves: dict[tuple[str, frozenset[str]], list[Group]] = {}
    for group in groups:
        shelves.setdefault(_sides(group), []).append(group)
    return shelves


def is_open(plan: Plan, as_of: str) -> bool:
    """Whether the plan's time is not over on the day `as_of`; a plan without an end must begin after that day."""
    if plan.held or (plan.off and plan.off.best.status == "cancelled"):
        return False
    first, last = bounds_of(plan.first.best.date)
    return bool(as_of) and (
        (last is not None and last.isoformat() >= as_of) or (first is not None and first.isoformat() >= as_of)
    )


def is_over(plan: Plan, as_of: str) -> bool:
    """Whether the plan's time was over before the day `as_of`; never for one without a date or an end."""
    last = bounds_of(plan.first.best.date)[1]
    return last is not None and last.isoformat() < as_of


def _follower(group: Group, others: Sequence[Group], told: Told) -> Group | None:
    return next((other for other in others if _follows(group, other, told)), None)


def _follows(before: Group, after: Group, told: Told) -> bool:
    """Whether `after` is what became of `before`: the same people as far as the plan names them, or the same thread."""
    plan, outcome = before.best, after.best
    if plan.type != outcome.type or not has_same_sides(plan, outcome):
        return False
    named = all(any(same_person(x, y) for y in after.people) for x in before.people) and bool(before.people)
    if plan.status == "postponed" and outcome.status == "happened":
        since, when = plan.date or told(plan), outcome.date
        return named and _is_as_planned(plan, after) and bool(since and when) and sort_key(when) >= sort_key(since)
    if plan.thread and plan.thread == outcome.thread:
        return True
    nameless_end = not before.people and outcome.status != "happened"
    return bool(plan.date) and is_same_occasion(plan, outcome) and (named or nameless_end)


def _is_as_planned(plan: Event, after: Group) -> bool:
    """Whether a visit that was put off was made up for by a visit, not by talks elsewhere."""
    return plan.mode != "visit" or any(
        (event.mode, event.actors, event.recipients) == ("visit", plan.actors, plan.recipients)
        for event in after.events
    )


def _ends_in_time(before: Group, after: Group, told: Told) -> bool:
    """Whether an undated end was told after the dated plan and before its time was over, of the same act and people."""
    plan, end = before.best, after.best
    alike = (plan.mode, plan.actors, plan.recipients) == (end.mode, end.actors, end.recipients)
    if end.date or not plan.date or not alike or share_people(before.people, after.people) is False:
        return False
    announced, ended, last = bounds_of(told(plan))[0], bounds_of(told(end))[1], bounds_of(plan.date)[1]
    return announced is not None and ended is not None and last is not None and announced <= ended <= last


def _can_be_same(a: Event, b: Event) -> bool:
    people = share_people(a.people, b.people)
    if a.type != b.type or not has_same_sides(a, b) or people is False:
        return False
    if a.date and b.date:
        return overlaps(a.date, b.date) and (
            bool(people) or max(date_width(a.date), date_width(b.date)) <= WIDEST_NAMELESS
        )
    return bool(people) and a.document == b.document
