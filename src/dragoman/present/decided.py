"""People's decisions in words and as plain fields: for lists, for `show`, and for what a command says it did.

Decisions with their state in, text and fields out; escaping for a medium is the business of whoever shows it.
"""

from typing import TYPE_CHECKING

from dragoman.model.decisions import Change, Decision, Evidence, Opposition
from dragoman.present.fields import Fields
from dragoman.present.wording import count_words

if TYPE_CHECKING:
    from dragoman.flow.refreshing import Refreshed
    from dragoman.flow.reviewing import Reviewed

_DONE = {
    "accept": "accepted", "reject": "rejected", "correct": "corrected", "add": "added",
    "correct-document": "corrected", "join": "joined", "part": "parted", "outcome": "judged", "note": "noted",
    "undo": "undone", "remove": "removed",
}  # fmt: skip


def decision_fields(reviewed: "Reviewed") -> Fields:
    """All of a decision, its state, and what it was matched with."""
    decision = reviewed.decision
    return {
        "id": decision.id, "when": decision.when, "who": decision.who, "action": decision.action,
        "about": [target.id for target in decision.targets], "kind": decision.targets[0].kind,
        "now": [match.found for match in reviewed.matches], "state": reviewed.state, "moved": reviewed.moved,
        "opposed_by": sorted({id for o in reviewed.oppositions for id in o.decisions} - {decision.id}),
        "changes": [spell_change(change) for change in decision.changes], "why": decision.why,
        "document": decision.targets[0].name, "sha256": decision.targets[0].sha256,
        "record": decision.targets[0].record, "says": decision.targets[0].says, "quote": decision.targets[0].quote,
    }  # fmt: skip


def decision_row(reviewed: "Reviewed") -> Fields:
    """A decision as a line of a table."""
    decision = reviewed.decision
    about = " / ".join(spell_target(target) for target in decision.targets)
    changes = "; ".join(map(spell_change, decision.changes))
    notes = [changes, decision.why, f"[{reviewed.moved}]" if reviewed.moved else ""]
    return {
        "id": decision.id[:12], "when": decision.when[:16].replace("T", " "), "who": decision.who,
        "action": decision.action, "state": reviewed.state, "about": about, "says": "; ".join(filter(None, notes)),
    }  # fmt: skip


def spell_decision(reviewed: "Reviewed") -> str:
    """A decision as a sentence of `show`: "rejected by Anna on 2026-01-31: why (x-12345678)"."""
    decision = reviewed.decision
    words = f"{_DONE[decision.action]} by {decision.who} on {decision.when[:10]}"
    changes = "; ".join(map(spell_change, decision.changes))
    if changes:
        words += f", {changes}"
    state = "" if reviewed.state == "in force" else f", {reviewed.state}"
    return f"{words}{f': {decision.why}' if decision.why else ''} ({decision.id}{state})"


def spell_change(change: Change) -> str:
    """A corrected field: "date: 2012-10-04 -> 2012-10-05"."""
    return f"{change.field}: {', '.join(change.was) or '(empty)'} -> {', '.join(change.values) or '(empty)'}"


def spell_target(target: Evidence) -> str:
    """What a decision is about, short: id and words."""
    return f"{target.id[:12]} {target.quote[:60]}".strip() if target.kind != "actor" else target.id


def describe_done(decision: Decision) -> str:
    """What was decided: "Rejected e-0123456789abcdef as x-fedcba9876543210"."""
    about = " and ".join(target.id for target in decision.targets)
    return f"{_DONE[decision.action].capitalize()} {about}, decision {decision.id}."


def describe_refreshed(done: "Refreshed") -> str:
    """What became of the rows after decisions were applied."""
    sentences = []
    if done.documents or not done.removed:
        coded = f", {done.coded:,} of them coded again" if done.coded else ""
        sentences.append(f"Decisions applied to {count_words(len(done.documents), 'document')}{coded}.")
    if done.removed:
        sentences.append(f"{count_words(len(done.removed), 'document')} removed for good.")
    kept = sum(bool(others) for others in done.removed)
    if kept:
        files = count_words(kept, "file")
        sentences.append(f"The bytes of {files} stay under raw/, because other documents stand in the same file.")
    if done.moved:
        moved = count_words(done.moved, "decision")
        sentences.append(f"{moved} found other words than before: `dragoman decisions --unmatched`.")
    if done.broken:
        sentences.append(describe_broken(len(done.broken)))
    return " ".join(sentences)


def describe_opposition(opposition: Opposition) -> str:
    """Two people who differ: "Opposed on date of e-01: 2012-05 (x-1) against 2012-06 (x-2); neither is applied."."""
    sides = " against ".join(
        f"{value} ({id})" for value, id in zip(opposition.values, opposition.decisions, strict=True)
    )
    return f"Opposed on {opposition.field} of {opposition.target}: {sides}; none of them is applied."


def describe_broken(number: int) -> str:
    """Lines of decisions that could not be read."""
    lines = count_words(number, "line")
    return f"{lines} of decisions/ could not be read and {'was' if number == 1 else 'were'} passed over."
