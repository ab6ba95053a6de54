"""From assessments to verdicts: what texts say outright of a relation, as points of the scale.

In: assessments, the days on which their texts were published. Out: `Verdict` records. A phrase that copies of one text
repeat counts once; readers' comments do not count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from dragoman.model.records import Assessment
from dragoman.model.relation import Verdict
from dragoman.text.edtf import bounds_of

LEVELS: dict[str, float] = {"good": 4.0, "neutral": 0.0, "bad": -4.0}
"""Points for words. A good relation is one whose acts are visits and agreements (2.5 to 4), a bad one trades threats and
expulsions (-3.5 to -6)."""
DRIFTS: dict[str, float] = {"improving": 0.4, "steady": 0.0, "worsening": -0.4}
"""Points a month: "warming" said for ten months takes a relation from neutral to good."""
WORTH = 1.0
"""Weight of a surely read phrase against one act that took place."""


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
    found, heard = [], set()
    for each in assessments:
        days = _days_of(each, published.get(each.document, ("", "")))
        key = source_of(each.document), " ".join(each.quote.casefold().split())
        if each.voice == "comment" or days is None or key in heard or not (each.level or each.trend):
            continue
        heard.add(key)
        found.append(Verdict(
            each.id, *each.parties, *days, LEVELS.get(each.level), DRIFTS.get(each.trend), WORTH * each.confidence,
        ))  # fmt: skip
    return found


def _days_of(assessment: Assessment, published: tuple[str, str]) -> tuple[str, str] | None:
    """First and last day that the phrase speaks of, else those of its text; an open end lasts until it was told."""
    first, last = bounds_of(assessment.date)
    if first is None:
        return published if published[0] and last is None else None
    end = last.isoformat() if last else published[1]
    return first.isoformat(), max(first.isoformat(), end)
