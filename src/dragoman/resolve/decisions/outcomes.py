"""What people say became of predictions: true, false, partly, or open. The program never judges this itself.

Decisions and the present ids of their targets in; verdicts by statement out. Where people differ none is given.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dragoman.model.decisions import VERDICTS, Change, Decision, Evidence
from dragoman.model.errors import UsageError
from dragoman.resolve.decisions.force import Settled, select_in_force, settle

OUTCOME = "outcome"
"""The field of a verdict."""


def settle_outcomes(decisions: Iterable[Decision], found: Mapping[Evidence, str]) -> dict[str, Settled]:
    """What the verdicts on each statement come to.

    Args:
        decisions: of any action; only verdicts count.
        found: the present id of what each evidence means; left out is what is not there any more.
    """
    by_statement: dict[str, list[Decision]] = defaultdict(list)
    for decision in select_in_force(decisions):
        if decision.action == OUTCOME and (id := found.get(decision.targets[0])):
            by_statement[id].append(decision)
    return {id: settle(id, on_it) for id, on_it in by_statement.items()}


def verdicts_of(settled: Mapping[str, Settled]) -> dict[str, str]:
    """Id of a statement to the verdict that holds; statements on which people differ are left out."""
    return {id: each.claims[OUTCOME].values[0] for id, each in settled.items() if OUTCOME in each.claims}


def check_verdict(changes: Sequence[Change]) -> None:
    """Whether the changes of a decision are one verdict.

    Raises:
        UsageError: says what would be.
    """
    if len(changes) != 1 or changes[0].field != OUTCOME or len(changes[0].values) != 1:
        raise UsageError("An outcome is one word.")
    if changes[0].values[0] not in VERDICTS:
        raise UsageError(f"outcome {changes[0].values[0]!r} is none of: {', '.join(VERDICTS)}.")
