"""Visits and meetings whose own words name both sides: nobody else named in the text is weighed as a third.

In: a draft as grammar gives it. Out: how sure its sides are, None where its words leave a side open. "Roe met Lee in
Rome" is complete, however much the text tells of others; "the talks in Rome" is not.
"""

from collections.abc import Iterable

from dragoman.extract.events.drafts import Draft
from dragoman.extract.grammar.participants import Who

_GUESTS = ("subj", "poss", "by")
_HOSTS = ("obj", "to", "in", "into", "at", "for")
_PARTNERS = ("obj", "with", "between")
_VISIT = 0.9
"""How sure guest and host are (right in 36 of 36 on coded texts)."""
_MEETING = 0.75
"""How sure the parties are (right in 10 of 13 on coded texts)."""


def find_sureness(who: Who, draft: Draft) -> float | None:
    """How sure the sides are of a visit or meeting that is told completely, None for any other act."""
    roles = draft.roles
    if draft.type != "CONSULT" or not _names_actor(who, draft, _GUESTS):
        return None
    if draft.match.frame.name == "visits":
        full = bool(roles.actors.codes and roles.recipients.codes) and _names_actor(who, draft, _HOSTS)
        return _VISIT if full else None
    if draft.match.frame.name in ("mutual", "discusses"):
        full = len(draft.sides) > 1 and _names_actor(who, draft, _PARTNERS)
        return _MEETING if full else None
    return None


def _names_actor(who: Who, draft: Draft, slots: Iterable[str]) -> bool:
    """Whether a mention of some actor stands in one of the trigger's own slots."""
    tokens = (token for slot in slots for token in draft.match.slots.own.get(slot, ()))
    return any(mention is not None and bool(mention.codes) for mention in map(who.mention_at, tokens))
