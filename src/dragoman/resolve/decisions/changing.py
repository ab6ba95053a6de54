"""A record with fields changed or vouched for by people, each with a reason that says who, when and why.

A record and settled claims in, a new record out; ids, quotes and spans stay.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from dragoman.model.decisions import Decision, Opposition
from dragoman.model.records import Reason
from dragoman.resolve.decisions.evidence import Record, say_content
from dragoman.resolve.decisions.fields import LISTS, TRUTHS
from dragoman.resolve.decisions.force import RECORD, Claim, Settled, by_time


def set_fields(record: Record, claims: Iterable[Claim]) -> Record:
    """The record with the values that people gave; claims on whether it is a record at all are passed over."""
    for claim in sorted(claims, key=lambda claim: claim.field):
        if claim.field != RECORD:
            reason = Reason(claim.field, ", ".join(claim.values), explain_decision(claim.decision))
            values: dict[str, Any] = {claim.field: _typed(claim.field, claim.values)}
            record = replace(record, reasons=(*record.reasons, reason), **values)
    return record


def vouch(record: Record, decision: Decision) -> Record:
    """The record with full confidence: a person has looked at it."""
    reason = Reason("confidence", "1.00", explain_decision(decision, "accepted"))
    return replace(record, confidence=1.0, reasons=(*record.reasons, reason))


def explain_decision(decision: Decision, done: str = "decided") -> str:
    """Who decided it, when and why."""
    why = f": {decision.why}" if decision.why else ""
    return f"{done} by {decision.who} on {decision.when[:10]}{why}"


def accepted_says(decision: Decision) -> str:
    """What a record said when it was accepted."""
    return decision.targets[0].says


def contest(record: Record, settled: Settled) -> Settled:
    """Set against each other: one person's correction and another's acceptance of what it corrects.

    Only what acceptance is about counts (type, status, sides; speaker; parties and judgement); a corrected date leaves
    it standing. Neither the acceptance nor those corrections are applied.
    """
    claims = [c for c in settled.claims.values() if c.field != RECORD]
    telling = [c for c in claims if say_content(set_fields(record, [c])) != say_content(record)]
    authors = {claim.decision.who for claim in telling}
    against = [d for d in settled.accepted if accepted_says(d) == say_content(record) and d.who not in authors]
    if not telling or not against:
        return settled
    sides = sorted(
        [(by_time(d), d.id, f"accepted as {accepted_says(d)}") for d in against]
        + [(by_time(c.decision), c.decision.id, f"{c.field} {', '.join(c.values)}") for c in telling]
    )
    opposition = Opposition(record.id, RECORD, tuple(id for _, id, _ in sides), tuple(said for _, _, said in sides))
    return replace(
        settled,
        claims={name: claim for name, claim in settled.claims.items() if claim not in telling},
        accepted=tuple(d for d in settled.accepted if d not in against),
        oppositions=(*settled.oppositions, opposition),
    )


def _typed(field: str, values: tuple[str, ...]) -> object:
    if field in LISTS:
        return values
    return values[0] == "true" if field in TRUTHS else values[0]
