"""Which decisions are in force, and what they come to on one record, document or pair.

An undone decision counts for nothing. What one person says later about a thing replaces what they said before. What
several people say is taken together: where they contradict each other, neither is applied and both are named.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from dragoman.model.decisions import Decision, Opposition

RECORD = "record"
"""The field of accepting and rejecting: whether the record is one at all."""
LINK = "link"
"""The field of joining and parting."""
_VERDICTS = {"accept": "accepted", "reject": "rejected", "correct": "corrected"}
_LINKS = {"join": "together", "part": "apart"}


@dataclass(frozen=True, slots=True)
class Claim:
    """What one decision says about one field."""

    field: str
    values: tuple[str, ...]
    decision: Decision


@dataclass(frozen=True, slots=True)
class Settled:
    """What the decisions on one thing come to.

    Attributes:
        claims: by field, the claim that holds; of several that agree the first by time.
        accepted: all decisions that accept the record, by time.
        oppositions: fields on which nothing holds, because people differ.
        replaced: ids of decisions that say nothing any more, because the same person said otherwise later.
    """

    claims: Mapping[str, Claim] = field(default_factory=dict)
    accepted: tuple[Decision, ...] = ()
    oppositions: tuple[Opposition, ...] = ()
    replaced: frozenset[str] = frozenset()

    @property
    def rejected(self) -> bool:
        """Whether it is settled that the record is none."""
        return RECORD in self.claims and self.claims[RECORD].values == ("rejected",)


def select_in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that nobody has undone, without the undoing lines, by time."""
    known = list(decisions)
    undone = {t.id for d in known if d.action == "undo" for t in d.targets}
    return tuple(sorted((d for d in known if d.action != "undo" and d.id not in undone), key=by_time))


def by_time(decision: Decision) -> tuple[str, str]:
    """The order of decisions."""
    return decision.when, decision.id


def settle(target: str, decisions: Sequence[Decision]) -> Settled:
    """What the decisions on one thing come to, whatever their order.

    Args:
        target: id of the thing, for oppositions.
        decisions: in force, all on that thing.
    """
    people: dict[str, dict[str, Claim]] = defaultdict(dict)
    for decision in sorted(decisions, key=by_time):
        _say(people[decision.who], decision)
    standing = {claim.decision.id for claims in people.values() for claim in claims.values()}
    by_field: dict[str, list[Claim]] = defaultdict(list)
    for who in sorted(people):
        for claim in people[who].values():
            by_field[claim.field].append(claim)
    replaced = frozenset(d.id for d in decisions if claims_of(d) and d.id not in standing)
    return _weigh(target, by_field, replaced)


def claims_of(decision: Decision) -> tuple[Claim, ...]:
    """What a decision says, field by field; nothing for notes and removals."""
    found = [Claim(change.field, change.values, decision) for change in decision.changes]
    if decision.action in _VERDICTS:
        found.append(Claim(RECORD, (_VERDICTS[decision.action],), decision))
    if decision.action in _LINKS:
        found.append(Claim(LINK, (_LINKS[decision.action],), decision))
    return tuple(found)


def _say(said: dict[str, Claim], decision: Decision) -> None:
    """Add a person's next decision to what they said before."""
    before = said.get(RECORD)
    if decision.action == "reject":
        said.clear()
    for claim in claims_of(decision):
        keeps = claim.values == ("corrected",) and before is not None and before.values == ("accepted",)
        if not (claim.field == RECORD and keeps):
            said[claim.field] = claim


def _weigh(target: str, by_field: Mapping[str, list[Claim]], replaced: frozenset[str]) -> Settled:
    opposed = {name: claims for name, claims in by_field.items() if _differ(name, claims)}
    against = tuple(_oppose(target, name, claims) for name, claims in sorted(opposed.items()))
    if RECORD in opposed:
        return Settled(oppositions=against, replaced=replaced)
    accepting = (claim.decision for claim in by_field.get(RECORD, ()) if claim.values == ("accepted",))
    agreed = {name: claims for name, claims in by_field.items() if name not in opposed}
    held = {name: min(claims, key=lambda claim: by_time(claim.decision)) for name, claims in agreed.items()}
    return Settled(held, tuple(sorted(accepting, key=by_time)), against, replaced)


def _differ(name: str, claims: Sequence[Claim]) -> bool:
    values = {claim.values for claim in claims}
    if name == RECORD:
        return ("rejected",) in values and len(values) > 1
    return len(values) > 1


def _oppose(target: str, name: str, claims: Sequence[Claim]) -> Opposition:
    ordered = sorted(claims, key=lambda claim: by_time(claim.decision))
    return Opposition(
        target, name, tuple(c.decision.id for c in ordered), tuple(", ".join(c.values) or '""' for c in ordered)
    )
