"""Counts what is right in codings of the same documents: tasks, fields, statuses, provenance.

Pairs of (gold, found) codings in, a `Report` out. Each document is compared for itself and the counts added up. It
must not know where the codings come from.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, TypeVar

from dragoman.evaluate.manual.agreement import EVENT_FIELDS, dates_agree, fields_agree, fold_name
from dragoman.evaluate.manual.items import CodedAssessment, CodedEvent, CodedStatement, Coding
from dragoman.evaluate.manual.pairing import (
    Pairs,
    assessment_likeness,
    event_likeness,
    pair_items,
    statement_likeness,
)
from dragoman.evaluate.manual.showing import show_assessment, show_event, show_statement
from dragoman.evaluate.measure import Measure
from dragoman.evaluate.reports import Report, Share
from dragoman.model.records import STATUSES

Shown = Literal["", "events", "statements", "assessments"]
Item = TypeVar("Item", CodedEvent, CodedStatement, CodedAssessment)
Count = tuple[str, int, int, int]
"""A task with how many are right, how many were found, how many there are in gold."""

EVENT_TASKS: dict[str, tuple[str, ...]] = {
    "event trigger": (),
    "event type": ("type",),
    "event type+participants": ("type", "participants"),
    "event type+participants+status": ("type", "participants", "status"),
    "event type+roles+status": ("type", "actors", "recipients", "status"),
    "event type+roles+status+voice": ("type", "actors", "recipients", "status", "voice"),
}
"""Each task and the fields that a paired event must have right."""


def compare_codings(documents: Sequence[tuple[Coding, Coding]], *, show: Shown = "") -> Report:
    """Compare (gold, found) codings of the same documents; `show` lists the errors of one kind."""
    tasks = [count for gold, found in documents for count in _count_tasks(gold, found)]
    fields = [count for gold, found in documents for count in _count_fields(gold, found)]
    provenance = [count for gold, found in documents for count in _count_provenance(gold, found)]
    return Report(
        measures={name: Measure(*numbers) for name, numbers in _add_up(tasks).items()},
        shares={name: Share(right, total) for name, (right, total, _) in _add_up(provenance).items()},
        matched={name: Share(right, total) for name, (right, total, _) in _add_up(fields).items()},
        counts={"documents": len(documents), "quotes lost": sum(found.lost for _, found in documents)},
        lines=tuple(line for gold, found in documents for line in _show(gold, found, show)),
    )


def _add_up(counts: Iterable[Count]) -> dict[str, tuple[int, int, int]]:
    """The sums by name, in order of first appearance."""
    sums: dict[str, tuple[int, int, int]] = {}
    for name, right, found, gold in counts:
        before = sums.get(name, (0, 0, 0))
        sums[name] = (before[0] + right, before[1] + found, before[2] + gold)
    return sums


def _count_tasks(gold: Coding, found: Coding) -> Iterator[Count]:
    pairs = pair_items(gold.events, found.events, event_likeness)
    sizes = len(found.events), len(gold.events)
    for task, names in EVENT_TASKS.items():
        yield task, sum(fields_agree(gold.events[i], found.events[j], *names) for i, j in pairs), *sizes
    pairs = pair_items(gold.statements, found.statements, statement_likeness)
    sizes = len(found.statements), len(gold.statements)
    yield "statement span", len(pairs), *sizes
    yield "statement span+speaker", sum(same_speaker(gold.statements[i], found.statements[j]) for i, j in pairs), *sizes
    pairs = pair_items(gold.assessments, found.assessments, assessment_likeness)
    sizes = len(found.assessments), len(gold.assessments)
    yield "assessment span", len(pairs), *sizes
    right = sum(same_judgement(gold.assessments[i], found.assessments[j]) for i, j in pairs)
    yield "assessment parties+trend", right, *sizes
    yield from _count_statuses(gold.events, found.events)


def _count_statuses(gold: Sequence[CodedEvent], found: Sequence[CodedEvent]) -> Iterator[Count]:
    """By status: right where a pair agrees; events without a partner count against their own status."""
    pairs = pair_items(gold, found, event_likeness)
    right = Counter(gold[i].status for i, j in pairs if gold[i].status == found[j].status)
    theirs, ours = Counter(event.status for event in gold), Counter(event.status for event in found)
    for status in STATUSES:
        yield f"status {status}", right[status], ours[status], theirs[status]


def _count_fields(gold: Coding, found: Coding) -> Iterator[Count]:
    pairs = pair_items(gold.events, found.events, event_likeness)
    for name, agree in EVENT_FIELDS.items():
        right = sum(agree(gold.events[i], found.events[j]) for i, j in pairs)
        yield f"field {name}", right, len(pairs), 0


def _count_provenance(gold: Coding, found: Coding) -> Iterator[Count]:
    yield "document published", dates_agree(gold.published, found.published), 1, 0
    yield "document outlet", gold.outlet.lower() == found.outlet.lower(), 1, 0
    yield "document genre", gold.genre.lower() == found.genre.lower(), 1, 0


def same_speaker(gold: CodedStatement, found: CodedStatement) -> bool:
    """Whether the speakers' last names are the same."""
    return fold_name(gold.speaker) == fold_name(found.speaker)


def same_judgement(gold: CodedAssessment, found: CodedAssessment) -> bool:
    """Whether parties and trend are the same."""
    return gold.parties == found.parties and gold.trend == found.trend


def _show(gold: Coding, found: Coding, show: Shown) -> Iterator[str]:
    if show == "events":
        pairs = pair_items(gold.events, found.events, event_likeness)
        yield from _differences(gold.name, gold.events, found.events, pairs, show_event)
    elif show == "statements":
        spoken = pair_items(gold.statements, found.statements, statement_likeness)
        yield from _differences(gold.name, gold.statements, found.statements, spoken, show_statement)
    elif show == "assessments":
        judged = pair_items(gold.assessments, found.assessments, assessment_likeness)
        yield from _differences(gold.name, gold.assessments, found.assessments, judged, show_assessment)


def _differences(
    name: str, gold: Sequence[Item], found: Sequence[Item], pairs: Pairs, show: Callable[[Item, Item | None], str]
) -> Iterator[str]:
    """Missed (-), spurious (+), and paired but wrong (~)."""
    paired_gold, paired_found = {i for i, _ in pairs}, {j for _, j in pairs}
    yield from (f"- {name} {show(item, None)}" for i, item in enumerate(gold) if i not in paired_gold)
    yield from (f"+ {name} {show(item, None)}" for j, item in enumerate(found) if j not in paired_found)
    lines = (show(gold[i], found[j]) for i, j in pairs)
    yield from (f"~ {name} {line}" for line in lines if line)
