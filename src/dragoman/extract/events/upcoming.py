"""A journey or meeting that the text calls planned is so in each of its sentences that tell it in the present.

In: a `Reading` and all drafts of the document. Out: the drafts, some of them turned to planned with a reason. It must
not know how a status is read from a sentence.
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.dates import is_earlier, verb_tense
from dragoman.extract.events.drafts import Draft
from dragoman.extract.grammar.tree import clause_of, is_verbal
from dragoman.extract.reading import Reading
from dragoman.extract.undated import lies_ahead
from dragoman.text.edtf import bounds_of
from dragoman.text.names import same_person


def share_plans(reading: Reading, drafts: Sequence[Draft]) -> None:
    """ "Is to visit Rome this month. ... The visit comes as": one sentence says that it lies ahead, one does not."""
    acts = [draft for draft in drafts if draft.type == "CONSULT"]
    ahead = [draft for draft in acts if len(draft.sides) > 1 and _lies_ahead(reading, draft)]
    for draft in acts:
        if not _is_open(reading, draft):
            continue
        plans = (other for other in ahead if other is not draft and _may_be_same(draft, other))
        plan = next((other for other in plans if not draft.date.value or _is_next_week(draft, other)), None)
        if plan is None or any(_is_done(reading, other, plan) for other in acts):
            continue
        draft.judgement.become("planned", "the text calls it planned: {} -> {}")
        draft.date = replace(plan.date, why="the date of the plan told in the text")


def _lies_ahead(reading: Reading, draft: Draft) -> bool:
    """A plan for a day or term that is named and not over yet."""
    if draft.judgement.status not in ("planned", "happened") or not (draft.date.value and reading.doc.published):
        return False
    if draft.judgement.status == "happened":
        return lies_ahead(draft.date.value, reading.doc.published)
    last, told = bounds_of(draft.date.value)[1], bounds_of(reading.doc.published)[1]
    return last is not None and told is not None and last > told


def _is_open(reading: Reading, draft: Draft) -> bool:
    """A single act of which no word says what became of it, told in no past tense."""
    judgement = draft.judgement
    if judgement.status != "happened" or judgement.steps or judgement.closed or draft.history:
        return False
    if reading.an.tag[draft.token] not in ("NN", "VBG", "NNP") or is_earlier(reading.an, draft.token):
        return False
    return _tense_around(reading, draft.token) != "past"


def _tense_around(reading: Reading, token: int) -> str:
    """The tense of an act's clause; of a subject clause ("visiting Rome is bound to ...") that of the verb above."""
    an = reading.an
    clause = clause_of(an, token)
    return verb_tense(an, an.head[clause] if an.dep[clause] == "csubj" else clause)


def _is_done(reading: Reading, draft: Draft, plan: Draft) -> bool:
    """Whether the text tells the planned act, or another of these days, as done."""
    if draft.judgement.status != "happened" or draft.sides != plan.sides or lies_ahead(
        draft.date.value, reading.doc.published
    ):
        return False
    if _is_next_week(draft, plan):
        return False
    if draft.date.value or draft.judgement.closed:
        return not is_earlier(reading.an, draft.token)
    return is_verbal(reading.an, draft.token) and _tense_around(reading, draft.token) == "past"


def _is_next_week(draft: Draft, plan: Draft) -> bool:
    """ "Tuesday's visit comes as": a bare weekday was read as the last one, and the text plans the act for the next."""
    last, ahead = bounds_of(draft.date.value)[0], bounds_of(plan.date.value)[0]
    if last is None or ahead is None or not draft.date.why.startswith("weekday"):
        return False
    return (ahead - last).days == 7


def _may_be_same(one: Draft, other: Draft) -> bool:
    """Whether nothing speaks against it; one telling may leave a side open ("visiting Rome is bound to ...")."""
    if not one.sides or not one.sides <= other.sides or one.history != other.history:
        return False
    mine, theirs = one.roles.actors.people, other.roles.actors.people
    same = (same_person(a, b) or a.split()[-1] == b.split()[-1] for a in mine for b in theirs)
    return not (mine and theirs) or any(same)
