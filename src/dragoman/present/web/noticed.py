"""What a page says of the decision that has just been taken on it, as its address names it."""

from dragoman.flow.reviewing import find_oppositions
from dragoman.present.decided import describe_done, describe_opposition
from dragoman.record.decisions import read_decisions
from dragoman.record.dossier import Dossier

Notice = tuple[str, str]
"""A sentence, and the id of the decision where it can be undone, else ""."""


def notices_of(opened: Dossier, done: str) -> list[Notice]:
    """Sentences about the decision with that id; none if there is none."""
    if not done:
        return []
    decision = next((each for each in read_decisions(opened.folder).decisions if each.id == done), None)
    if decision is None:
        return []
    undoable = decision.id if decision.action not in ("undo", "remove") else ""
    opposed = [(describe_opposition(one), "") for one in find_oppositions(opened, decision)]
    return [(describe_done(decision), undoable), *opposed]
