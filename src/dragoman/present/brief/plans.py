"""Plans with what became of them, and events that some assert and others deny. A thread's groups in, one item out."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.records import Event
from dragoman.model.resolution import Standing, Thread
from dragoman.present.brief.grouping import Group, date_width, gather_people
from dragoman.present.wording import spell_dissent
from dragoman.text.edtf import bounds_of

_PAST: frozenset[Standing] = frozenset(("happened", "claimed", "did not happen", "cancelled", "lapsed"))
"""Standings of a plan that is no longer open."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A thread that was told as ahead, put off or called off: its groups by outcome, at least one of them."""

    ahead: Group | None = None
    off: Group | None = None
    held: Group | None = None

    @property
    def groups(self) -> tuple[Group, ...]:
        """What is told of it: as a plan, that it came to nothing, that it happened."""
        return tuple(group for group in (self.ahead, self.off, self.held) if group)

    @property
    def first(self) -> Group:
        """The group that says what was planned, or else how it ended."""
        return self.groups[0]

    @property
    def fate(self) -> Group:
        """The group that says what became of it, as far as any does."""
        wanted = self.held if self.thread.standing in ("happened", "claimed") else self.off
        goes_on = self.thread.standing in ("planned", "proposed", "possible", "lapsed")
        return (None if goes_on else wanted) or self.first

    @property
    def thread(self) -> Thread:
        """The thread of its records."""
        return self.first.thread

    @property
    def events(self) -> tuple[Event, ...]:
        """All its records."""
        return tuple(event for group in self.groups for event in group.events)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody named as taking part."""
        return gather_people(self.events)

    @property
    def date(self) -> str:
        """For when it was planned: the thread's date if a record gives it, else the closest date of a record."""
        dates = [event.date for event in self.events if event.date]
        return self.thread.date if self.thread.date in dates else min(dates, key=date_width, default="")


@dataclass(frozen=True, slots=True)
class Dispute:
    """One event as told by those who assert it and by those who deny it; either may be out of view, not both."""

    asserted: Group | None
    denied: Group | None

    @property
    def groups(self) -> tuple[Group, ...]:
        """Both sides, as far as there are any."""
        return tuple(group for group in (self.asserted, self.denied) if group)


def make_plan(groups: Sequence[Group]) -> Plan:
    """The plan whose groups these are."""
    by_outcome = {group.outcome: group for group in groups}
    return Plan(by_outcome.get("ahead"), by_outcome.get("off"), by_outcome.get("happened"))


def make_dispute(groups: Sequence[Group]) -> Dispute:
    """The dispute whose groups these are."""
    by_outcome = {group.outcome: group for group in groups}
    asserted = by_outcome.get("happened") or by_outcome.get("ahead")
    return Dispute(asserted, by_outcome.get("off"))


def is_plan(groups: Sequence[Group]) -> bool:
    """Whether the groups of a thread are told under plans.

    What happened is news even if it had been planned, unless it had been put off before. What did not happen is a
    plan's end if it had been told as ahead, put off or called off.
    """
    told = {group.outcome: group for group in groups}
    standing = groups[0].thread.standing
    if standing in ("happened", "claimed") and "happened" in told:
        return "off" in told and any(event.status == "postponed" for event in told["off"].events)
    if standing == "disputed":
        return False
    off = told.get("off")
    return "ahead" in told or (off is not None and any(event.status != "denied" for event in off.events))


def find_dissent(plan: Plan) -> list[str]:
    """Who says otherwise of a plan; that what was put off or called off did not happen is no other word."""
    off = plan.thread.standing in ("postponed", "cancelled", "did not happen")
    return [phrase for phrase in spell_dissent(plan.thread) if not (off and phrase.startswith("did not happen"))]


def is_open(plan: Plan, as_of: str) -> bool:
    """Whether the plan's time is not over on the day `as_of`; a plan without an end must begin after that day."""
    if plan.held or plan.thread.standing in _PAST:
        return False
    first, last = bounds_of(plan.date)
    return bool(as_of) and (
        (last is not None and last.isoformat() >= as_of) or (first is not None and first.isoformat() >= as_of)
    )


def is_over(plan: Plan, as_of: str) -> bool:
    """Whether nothing more is to be expected: it has lapsed, or every time told for it was over on the day `as_of`."""
    ends = [bounds_of(event.date)[1] for event in plan.events if event.date]
    passed = bool(ends) and all(end is not None and end.isoformat() < as_of for end in ends)
    return plan.thread.standing == "lapsed" or passed
