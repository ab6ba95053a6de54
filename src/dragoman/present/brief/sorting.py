"""Sorts the material into what the brief is made of: news, plans, claims, disputes, history. Pure.

Each thread has one place, by its standing; only one that was put off and then came about is both plan and news.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.records import Assessment
from dragoman.present.brief.grouping import Group, group_events
from dragoman.present.brief.material import Material
from dragoman.present.brief.plans import Dispute, Plan, is_plan, make_dispute, make_plan

CROWD = 0.6
"""The share of its weight that an event keeps that is not between the two alone."""
OLD = 0.4
"""The share of its weight that news keeps when it is four years old."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The groups of one brief by the part they play.

    Attributes:
        threads: number of threads that are not history.
        news: what happened, or did not, as all sources together have it.
        plans: what lay ahead, with what became of it.
        claims: what rests on somebody's word alone and nobody denies.
        disputes: asserted by one, denied by another.
        history: groups told as background.
        assessments: how the two get on now; `former` how they once did.
    """

    threads: int
    news: tuple[Group, ...]
    plans: tuple[Plan, ...]
    claims: tuple[Group, ...]
    disputes: tuple[Dispute, ...]
    history: tuple[Group, ...]
    assessments: tuple[Assessment, ...]
    former: tuple[Assessment, ...]


def sort_material(material: Material) -> Sorted:
    """Group the events and part news from history; an act without a doer is not between the two and left out."""
    between = [event for event in material.events if event.actors]
    by_thread: dict[str, list[Group]] = {}
    for group in group_events(between, material.threads):
        by_thread.setdefault(group.thread.id, []).append(group)
    current = [groups for groups in by_thread.values() if not _is_history(groups, material)]
    told = [_pick_told(groups) for groups in current if not _is_only_plan(groups)]
    return Sorted(
        threads=len(current),
        news=tuple(group for group in told if _is_news(group)),
        plans=tuple(make_plan(groups) for groups in current if is_plan(groups)),
        claims=tuple(group for group in told if not _is_news(group)),
        disputes=_find_disputes(current, material),
        history=tuple(_pick_told(groups) for groups in by_thread.values() if _is_history(groups, material)),
        assessments=_pick(material, former=False),
        former=_pick(material, former=True),
    )


def _find_disputes(threads: Sequence[Sequence[Group]], material: Material) -> tuple[Dispute, ...]:
    """The disputes, the weightiest first."""
    found = [make_dispute(groups) for groups in threads if groups[0].thread.standing == "disputed"]
    return tuple(sorted(found, key=lambda dispute: -max(weigh(group, material) for group in dispute.groups)))


def _is_history(groups: Sequence[Group], material: Material) -> bool:
    """Whether every text tells a thread as history: of what happened, whatever is told of its having been planned."""
    told = _pick_told(groups)
    looked_at = (told,) if _is_news(told) else groups
    return all(material.is_history(event) for group in looked_at for event in group.events)


def _is_only_plan(groups: Sequence[Group]) -> bool:
    """Whether a thread is told among plans or disputes and nowhere else."""
    return groups[0].thread.standing == "disputed" or (is_plan(groups) and not _is_news(_pick_told(groups)))


def _pick_told(groups: Sequence[Group]) -> Group:
    """Of the groups of a thread the one that goes with its standing, else the first."""
    wanted = "happened" if groups[0].thread.standing in ("happened", "claimed", "disputed") else "off"
    return next((group for group in groups if group.outcome == wanted), groups[0])


def _is_news(group: Group) -> bool:
    """Whether all sources together have it as the group tells it; a claim that nothing bears out stays a claim."""
    if group.thread.standing == "did not happen":
        return group.best.status == "denied"
    return group.thread.standing == group.outcome == "happened"


def weigh(group: Group, material: Material) -> float:
    """A group's weight for this pair on the day of the brief: recent news counts more, a crowd of parties less."""
    others = {*group.best.actors, *group.best.recipients} - {*material.pair}
    return group.weight * (OLD + (1 - OLD) * material.recency(group.best)) * (CROWD if others else 1.0)


def weigh_plan(plan: Plan, material: Material) -> float:
    """The weight of a plan's weightiest group, and more where its fate is told."""
    return max(weigh(group, material) for group in plan.groups) * len(plan.groups)


def same_words(items: Sequence[Assessment], material: Material) -> list[tuple[Assessment, ...]]:
    """Assessments of the same sentence, or of the same words in copies of one text, put together; the surest first."""
    shelves: dict[str, list[Assessment]] = {}
    for item in items:
        shelves.setdefault(" ".join(material.passage(item).text.casefold().split()), []).append(item)
    return [tuple(sorted(shelf, key=lambda item: -item.confidence)) for shelf in shelves.values()]


def _pick(material: Material, *, former: bool) -> tuple[Assessment, ...]:
    return tuple(
        item for item in material.assessments if item.voice != "comment" and material.is_history(item) == former
    )
