"""Pairs gold items with the record's, one to one, the likeliest pair first.

Items with their places in, pairs of indices out. What makes two items alike is the rule of the coding manual's scorer:
triggers that touch, or one passage of one type with a side in common; statements and assessments by their passage.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

from dragoman.evaluate.manual.agreement import fold_name
from dragoman.evaluate.manual.items import CodedAssessment, CodedEvent, CodedStatement, Spans

Item = TypeVar("Item")
Pairs = list[tuple[int, int]]
LONGEST_TRIGGER = 8
"""A record's trigger of more words is a sentence and touches everything in it: it counts as none."""
SAME_PASSAGE, SAME_STATEMENT, SAME_ASSESSMENT = 0.5, 0.5, 0.3


def pair_items(gold: Sequence[Item], found: Sequence[Item], likeness: Callable[[Item, Item], float]) -> Pairs:
    """Pairs (gold index, found index); of equal likeness, those that stand later go first."""
    ranked = sorted(
        ((value, i, j) for i, g in enumerate(gold) for j, f in enumerate(found) if (value := likeness(g, f)) > 0),
        reverse=True,
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    pairs: Pairs = []
    for _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            pairs.append((i, j))
    return pairs


def event_likeness(gold: CodedEvent, found: CodedEvent) -> float:
    """0 for no pair; else touching triggers, type, sides, status and passage, in this order of weight."""
    touch = (
        len(found.trigger.split()) <= LONGEST_TRIGGER
        and share_of_shorter(gold.trigger_places, found.trigger_places) > 0
    )
    passage = share_of_shorter(gold.places, found.places)
    same_type = gold.type == found.type
    common, either = gold.participants & found.participants, gold.participants | found.participants
    if not touch and not (passage >= SAME_PASSAGE and same_type and common):
        return 0.0
    sides = len(common) / max(1, len(either))
    return 2 * touch + 2 * same_type + sides + (gold.status == found.status) + 0.1 * passage


def statement_likeness(gold: CodedStatement, found: CodedStatement) -> float:
    """0 unless half of both passages together is common; a speaker of the same last name adds to it."""
    share = share_of_both(gold.places, found.places)
    return share + 0.5 * (fold_name(gold.speaker) == fold_name(found.speaker)) if share >= SAME_STATEMENT else 0.0


def assessment_likeness(gold: CodedAssessment, found: CodedAssessment) -> float:
    """0 unless a third of the shorter passage is common; the same parties add to it."""
    share = share_of_shorter(gold.places, found.places)
    return share + (gold.parties == found.parties) if share >= SAME_ASSESSMENT else 0.0


def share_of_shorter(gold: Spans, found: Spans) -> float:
    """The largest share of the shorter of two spans that is common, 0..1."""
    return max(
        (_common(a, b) / max(1, min(a[1] - a[0], b[1] - b[0])) for a in gold for b in found if _common(a, b) > 0),
        default=0.0,
    )


def share_of_both(gold: Spans, found: Spans) -> float:
    """The largest share of two spans together that is common, 0..1."""
    return max(
        (_common(a, b) / (max(a[1], b[1]) - min(a[0], b[0])) for a in gold for b in found if _common(a, b) > 0),
        default=0.0,
    )


def _common(a: tuple[int, int], b: tuple[int, int]) -> int:
    return min(a[1], b[1]) - max(a[0], b[0])
