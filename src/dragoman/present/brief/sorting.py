"""Sorts the material into what the brief is made of: news, plans, claims, disputes, history. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.model.records import Assessment
from dragoman.present.brief.grouping import Group, group_events
from dragoman.present.brief.material import Material
from dragoman.present.brief.plans import Dispute, Plan, find_disputes, is_told, link_plans

CROWD = 0.6
"""The share of its weight that an event keeps that is not between the two alone."""
OLD = 0.4
"""The share of its weight that news keeps when it is four years old."""


@dataclass(frozen=True, slots=True)
class Sorted:
    """The groups of one brief by the part they play.

    Attributes:
        groups: all groups that are not history.
        news: told as fact in a text's own voice, that it happened or that it did not.
        plans: what lay ahead, with what became of it.
        claims: what rests on somebody's word alone and nobody denies.
        disputes: asserted by one, denied by another.
        history: groups told as background.
        assessments: how the two get on now; `former` how they once did.
    """

    groups: tuple[Group, ...]
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
    groups = group_events([event for event in between if not material.is_history(event)])
    history = group_events([event for event in between if material.is_history(event)])
    disputes = find_disputes(groups)
    disputed = {group.best.id for dispute in disputes for group in (dispute.asserted, dispute.denied)}
    plans = link_plans(groups, material.told)
    settled = [group for group in groups if group.best.status in ("happened", "denied")]
    return Sorted(
        groups=tuple(groups),
        news=tuple(group for group in settled if not group.is_claim and not _is_fate(group, plans)),
        plans=tuple(plans),
        claims=tuple(group for group in settled if group.is_claim and group.best.id not in disputed),
        disputes=tuple(disputes),
        history=tuple(history),
        assessments=_pick(material, former=False),
        former=_pick(material, former=True),
    )


def _is_fate(group: Group, plans: Sequence[Plan]) -> bool:
    """Whether a text's own denial is told with the plan that came to nothing."""
    return group.best.status == "denied" and is_told(group, plans)


def weigh(group: Group, material: Material) -> float:
    """A group's weight for this pair on the day of the brief: recent news counts more, a crowd of parties less."""
    others = {*group.best.actors, *group.best.recipients} - {*material.pair}
    return group.weight * (OLD + (1 - OLD) * material.recency(group.best)) * (CROWD if others else 1.0)


def weigh_plan(plan: Plan, material: Material) -> float:
    """The weight of a plan's weightiest step, and more where its fate is told."""
    return max(weigh(step, material) for step in plan.steps) * len(plan.steps)


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
