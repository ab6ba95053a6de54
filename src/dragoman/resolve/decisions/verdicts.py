"""What each person says of each record as a whole: accepted, corrected or rejected. For comparing reviewers.

Decisions in force and the present ids of what they name in, one verdict a person and record out.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

from dragoman.model.decisions import Decision, Evidence
from dragoman.resolve.decisions.force import by_time

Judged = Literal["accepted", "corrected", "rejected"]
JUDGED: tuple[Judged, ...] = ("accepted", "corrected", "rejected")
_SAYS: Mapping[str, Judged] = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


def verdicts_by_person(
    decisions: Iterable[Decision], found: Mapping[Evidence, str]
) -> dict[str, dict[str, Judged]]:
    """By person and record the verdict that holds: a later one replaces an earlier one.

    Who accepts what they corrected before still corrected it.

    Args:
        decisions: in force.
        found: the present id of each record that a decision names; what is not there counts for nothing.
    """
    said: dict[str, dict[str, Judged]] = defaultdict(dict)
    for decision in sorted(decisions, key=by_time):
        verdict = _SAYS.get(decision.action)
        id = found.get(decision.targets[0], "")
        if verdict is None or not id:
            continue
        before = said[decision.who].get(id)
        said[decision.who][id] = "corrected" if (verdict, before) == ("accepted", "corrected") else verdict
    return dict(said)
