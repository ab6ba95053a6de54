"""From assessments to verdicts: what texts say outright of a relation, as points of the scale.

In: assessments, the days on which their texts were published. Out: `Verdict` records. A phrase that copies of one text
repeat counts once; readers' comments do not count. All that one text says of one time of a pair weighs as much as one
phrase: an author who calls ties warm ten times has still looked once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from dragoman.model.records import Assessment
from dragoman.model.relation import Verdict
from dragoman.text.edtf import bounds_of

LEVELS: dict[str, float] = {"good": 4.0, "neutral": 0.0, "bad": -4.0}
"""Points for words. A good relation is one whose acts are visits and agreements (2.5 to 4), a bad one trades threats
and expulsions (-3.5 to -6)."""
DRIFTS: dict[str, float] = {"improving": 0.1, "steady": 0.0, "worsening": -0.1}
"""Points a month: what is called warming for three years goes from neutral to good."""
REACH = 10
"""Years before its end for which an old state of things without a beginning is taken to have lasted."""
WORTH = 3.0
"""Weight of a surely read phrase against one act that took place: whoever sums up a relation errs by 2 points, an act
strays by 3.5. A judgement."""


def read_verdicts(
    assessments: Iterable[Assessment],
    published: Mapping[str, tuple[str, str]],
    source_of: Callable[[str], str] = lambda document: document,
) -> list[Verdict]:
    """Verdicts in the order of the assessments.

    Args:
        published: as in `scoring.Told`.
        source_of: from a document's id to its independent source.
    """
    found: list[Verdict] = []
    heard: set[tuple[str, str]] = set()
    voices: Counter[tuple[object, ...]] = Counter()
    held: list[tuple[object, ...]] = []
    for each in assessments:
        days = _days_of(each, published.get(each.document, ("", "")))
        key = source_of(each.document), " ".join(each.quote.casefold().split())
        if each.voice == "comment" or days is None or key in heard or not (each.level or each.trend):
            continue
        heard.add(key)
        held.append((each.document, frozenset(each.parties), days))
        voices[held[-1]] += 1
        found.append(Verdict(
            each.id, *each.parties, *days, LEVELS.get(each.level), DRIFTS.get(each.trend), WORTH * each.confidence,
        ))  # fmt: skip
    return [replace(one, weight=one.weight / voices[key]) for one, key in zip(found, held, strict=True)]


def _days_of(assessment: Assessment, published: tuple[str, str]) -> tuple[str, str] | None:
    """First and last day that the phrase speaks of, else those of its text.

    An open end lasts until it was told; an open beginning ("until then bad") reaches back for `REACH`.
    """
    first, last = bounds_of(assessment.date)
    if first is None and last is None:
        return published if published[0] else None
    if first is None and last is not None:
        first = last.replace(year=max(1, last.year - REACH), day=1)
    end = last.isoformat() if last else published[1]
    start = first.isoformat() if first else end
    return start, max(start, end)
