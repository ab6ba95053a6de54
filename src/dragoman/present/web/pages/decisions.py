"""`/decisions`: what people decided, by time, with what has become of each; `/agreement`: how far two of them agree."""

from collections import Counter

from starlette.requests import Request

from dragoman.evaluate.reviewers import FEW, compare_verdicts
from dragoman.flow.reviewing import Reviewed, find_verdicts, review_decisions
from dragoman.model.decisions import ACTIONS
from dragoman.model.errors import UsageError
from dragoman.present.decided import (
    decision_fields,
    describe_broken,
    describe_opposition,
    spell_change,
)
from dragoman.present.fields import Fields
from dragoman.present.web.answering import Page
from dragoman.present.web.asked import PAGE_SIZE, read_number
from dragoman.present.web.desk import Desk
from dragoman.present.web.links import with_query
from dragoman.present.web.person import who_of
from dragoman.resolve.decisions.verdicts import JUDGED

STATES = ("in force", "opposed", "unmatched", "replaced", "undone")
FINAL = ("undo", "remove")
"""Actions that no undoing brings back."""


def show_decisions(desk: Desk, request: Request) -> Page:
    """A page of the decisions that meet the filters, the latest first."""
    query = request.query_params
    who, action, state = (query.get(key, "").strip() for key in ("who", "action", "state"))
    number, size = max(1, read_number(request, "page", 1)), read_number(request, "limit", PAGE_SIZE) or PAGE_SIZE
    with desk.open() as opened:
        review, current = review_decisions(opened), opened.is_current()
    found = [each for each in reversed(review.decisions) if _meets(each, who, action, state)]
    shown = found[(number - 1) * size : number * size]
    people = sorted({each.decision.who for each in review.decisions})
    context = {
        "shown": shown, "total": len(found), "number": number, "more": len(found) > number * size, "people": people,
        "actions": ACTIONS, "states": STATES, "counts": Counter(each.state for each in review.decisions),
        "broken": describe_broken(len(review.broken)) if review.broken else "", "current": current,
        "spell_change": spell_change, "describe_opposition": describe_opposition, "final": FINAL,
        "back": with_query(request.url.path, query, done=""), "who": who_of(request),
    }  # fmt: skip
    return Page("Decisions", "decisions.html.jinja", context, tuple(map(decision_fields, shown)))


def show_agreement(desk: Desk, request: Request) -> Page:
    """Two people's verdicts on the records that both have judged."""
    a, b = (request.query_params.get(key, "").strip() for key in ("a", "b"))
    with desk.open() as opened:
        verdicts = find_verdicts(opened)
    people = sorted(verdicts)
    for name in filter(None, (a, b)):
        if name not in verdicts:
            raise UsageError(f"{name!r} has judged no record. There are: {', '.join(people) or 'nobody yet'}.")
    if a and a == b:
        raise UsageError("Choose two different people.")
    of_a, of_b = (verdicts[a], verdicts[b]) if a and b else ({}, {})
    both = sorted(of_a.keys() & of_b.keys())
    found = compare_verdicts(((of_a[id], of_b[id]) for id in both), JUDGED)
    rows: tuple[Fields, ...] = tuple({"record": id, "a": of_a[id], "b": of_b[id]} for id in both)
    context = {"people": people, "a": a, "b": b, "found": found, "few": FEW, "chosen": bool(a and b),
               "differ": [row for row in rows if row["a"] != row["b"]]}  # fmt: skip
    data: Fields = {
        "a": a, "b": b, "categories": list(found.categories), "counts": [list(row) for row in found.counts],
        "records": found.total, "agreed": found.agreed, "kappa": "" if found.kappa is None else found.kappa,
        "interval": list(found.interval or ()), "rows": list(rows),
    }  # fmt: skip
    return Page("Agreement", "agreement.html.jinja", context, rows, data)


def _meets(reviewed: Reviewed, who: str, action: str, state: str) -> bool:
    decision = reviewed.decision
    return decision.who == (who or decision.who) and decision.action == (action or decision.action) and (
        reviewed.state == (state or reviewed.state)
    )  # fmt: skip
