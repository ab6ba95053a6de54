"""Visits and meetings whose own words name both sides: nobody else named in the text is weighed as a third.

In: a draft as grammar gives it. Out: how sure its sides are, None where its words leave a side open. "Roe met Lee in
Rome" is complete, however much the text tells of others; "the talks in Rome" is not.
"""

from collections.abc import Iterable

from dragoman.extract.events.drafts import Draft
from dragoman.extract.grammar.participants import Who
from dragoman.vocab.word_groups import word_group

_GUESTS = ("subj", "poss", "by")
_HOSTS = ("obj", "to", "in", "into", "at", "for")
_PARTNERS = ("obj", "with", "between")
_HOLDING = word_group("holds-talks")
_PLAIN = 0.4
"""How surely a word must name a visit or meeting; "rode", "passed through" and the like may tell of something else."""
_VISIT = 0.9
"""How sure guest and host are (right in 36 of 36 on coded texts)."""
_MEETING = 0.75
"""How sure the parties are (right in 27 of 35 on coded texts; with all evidence weighed in 24)."""


def find_sureness(who: Who, draft: Draft) -> float | None:
    """How sure the sides are of a visit or meeting that is told completely, None for any other act."""
    if draft.type != "CONSULT" or draft.predicate.weight < _PLAIN or draft.predicate.mode == "phone":
        return None  # "called him" may call him names
    roles, slots = draft.roles, draft.match.slots
    if draft.match.frame.name == "visits":
        named = _names_actor(who, _own(draft, _GUESTS)) or _names_actor(who, slots.get("there"))
        full = bool(roles.actors.codes and roles.recipients.codes) and named and _names_actor(who, _own(draft, _HOSTS))
        return _VISIT if full else None
    if draft.match.frame.name in ("mutual", "discusses") and len(draft.sides) > 1:
        one = _names_actor(who, _own(draft, _GUESTS)) or _names_person(who, slots.get("ctx"))
        if slots.carrier is not None and who.an.lemma[slots.carrier] in _HOLDING:
            one = one or _names_actor(who, slots.get("subj"))
        partners = (token for name in _PARTNERS for token in slots.get(name))
        return _MEETING if one and _names_actor(who, partners) else None
    return None


def _own(draft: Draft, names: Iterable[str]) -> Iterable[int]:
    return (token for name in names for token in draft.match.slots.own.get(name, ()))


def _names_actor(who: Who, tokens: Iterable[int]) -> bool:
    """Whether one of the tokens is a mention of some actor."""
    return any(mention is not None and bool(mention.codes) for mention in map(who.mention_at, tokens))


def _names_person(who: Who, tokens: Iterable[int]) -> bool:
    """ "In a talk with Lee, Roe said": somebody named, no state or crowd of whom more is told."""
    return any(mention is not None and mention.kind == "person" for mention in map(who.mention_at, tokens))
