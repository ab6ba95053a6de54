"""What the text before, and the rest of the sentence, lend to an event that does not name all of its sides.

In: a `Reading`, a draft, the drafts before it. Out: the draft completed, with a note of what was lent and from where.
Three rules, in order: a definite noun takes up an act told before (`retold.py`); the only other actor of the clause or
sentence is the other side, and talks and deals without parties are those of the two states that the text last named
together (`neighbours.py`); last, whom a side deals with in the whole text (`dealings.py`).
"""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.extract.events.dealings import find_counterparts, use_main_pair
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.neighbours import find_other, find_partner, use_focus, use_pair
from dragoman.extract.events.retold import adopt, is_definite, take_up
from dragoman.extract.events.roles import Roles
from dragoman.extract.grammar.tree import is_verbal
from dragoman.extract.reading import Reading

_ADDRESSED = frozenset(
    {"REJECT", "AGREE", "REQUEST", "THREATEN", "CONCEDE", "SANCTION", "RETREAT", "AID"}
)
_THEATRES = frozenset({"RETREAT", "SANCTION"})
_PAIRED = frozenset({"CONSULT", "COOPERATE", "SUPPORT"})


def lend_sides(reading: Reading, plain: Sequence[Draft]) -> list[Draft]:
    """Copies of the drafts, completed."""
    drafts: list[Draft] = []
    for each in plain:
        draft = replace(each, judgement=replace(each.judgement, steps=list(each.judgement.steps)))
        complete(reading, draft, drafts)
        drafts.append(draft)
    adopt(reading, drafts)
    find_counterparts(drafts)
    use_main_pair(reading, drafts)
    return drafts


def complete(reading: Reading, draft: Draft, drafts: list[Draft]) -> None:
    """Fill what is missing in `draft`."""
    if draft.roles.domestic:
        return
    if not is_verbal(reading.an, draft.token):
        take_up(reading, draft, drafts)
    if draft.type in _THEATRES and not draft.roles.mutual:
        _same_theatre(draft, drafts)
    if not draft.roles.mutual and len(draft.roles.actors.codes) == 1 and not draft.roles.recipients.codes:
        find_other(reading, draft)
        if not draft.roles.recipients.codes and draft.type in _ADDRESSED:
            use_focus(reading, draft, drafts)
    if draft.roles.mutual and len(draft.sides) == 1:
        find_partner(reading, draft)
    if draft.roles.mutual and not draft.sides and draft.type in _PAIRED and is_definite(reading, draft.token):
        use_pair(reading, draft)


def _same_theatre(draft: Draft, drafts: list[Draft]) -> None:
    """A withdrawal without a host, or sanctions without an author, are those of the acts of that type told before."""
    actors, recipients = draft.roles.actors, draft.roles.recipients
    if bool(actors.codes) == bool(recipients.codes):
        return
    for earlier in reversed(drafts):
        if earlier.type != draft.type or not (earlier.roles.actors.codes and earlier.roles.recipients.codes):
            continue
        if actors.codes and not set(actors.codes) & set(earlier.roles.recipients.codes):
            recipients = earlier.roles.recipients
        elif recipients.codes == earlier.roles.recipients.codes:
            actors = earlier.roles.actors
        else:
            continue
        draft.roles = Roles(actors, recipients, draft.roles.gave)
        draft.carried = "as in the act of this type told before"
        draft.lent = "same type"
        return
