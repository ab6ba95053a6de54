"""Ties two decisions that are one step for whoever takes them: other words for a record, and the old record rejected.

The id of the new record in, words for the reason out; a decision and all others in, the one that goes with it out.
"""

from collections.abc import Iterable

from dragoman.model.decisions import Decision

_STANDS = "other words: {} stands in its place"


def say_replaced(new: str, why: str) -> str:
    """The reason for rejecting a record in whose place the record with the id `new` stands."""
    said = _STANDS.format(new)
    return f"{why} ({said})" if why else said


def find_companions(decision: Decision, decisions: Iterable[Decision]) -> list[Decision]:
    """Decisions of the same person that were taken with this one in one step, and mean nothing without it."""
    others = [other for other in decisions if other.who == decision.who and other.id != decision.id]
    if decision.action == "add":
        return [other for other in others if _replaces(decision, other)]
    return [other for other in others if _replaces(other, decision)]


def _replaces(added: Decision, rejected: Decision) -> bool:
    if added.action != "add" or rejected.action != "reject":
        return False
    return rejected.why.removesuffix(")").endswith(_STANDS.format(added.targets[0].id))
