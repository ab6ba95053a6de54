"""Who deals with whom in a whole text, lent to acts that name one side or none.

In: all drafts of a document. Out: the same drafts, completed where that is plain, with a note.
"""

from collections import Counter
from dataclasses import replace

from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.retold import roles_as_in
from dragoman.extract.events.roles import Roles
from dragoman.extract.grammar.participants import Side
from dragoman.extract.reading import Reading

MAIN_PAIR_WEIGHT = 0.65
"""How surely a word must name an act to be given the document's main pair."""
_ALONE = frozenset({"MOBILIZE", "PROTEST", "ASSAULT", "AID", "REJECT", "THREATEN", "SUPPORT", "ACCUSE"})


def use_main_pair(reading: Reading, drafts: list[Draft]) -> None:
    """A plain act that names nobody is between the two that the document tells of most."""
    pairs = Counter(draft.sides for draft in drafts if len(draft.sides) == 2 and draft.lent != "deals with")
    if not pairs:
        return
    for draft in drafts:
        if draft.sides or draft.predicate.weight < MAIN_PAIR_WEIGHT or draft.type == "ASSAULT":
            continue
        same = [other for other in drafts if other.type == draft.type and len(other.sides) == 2]
        model = min(same, key=lambda other: abs(other.token - draft.token)) if same else None
        main = pairs.most_common(1)[0][0]
        model = model or next(other for other in drafts if other.sides == main)
        draft.roles = _unnamed(roles_as_in(reading, model, draft))
        draft.carried = "the two sides that the text tells of most"
        draft.lent = "main pair"


def _unnamed(roles: Roles) -> Roles:
    """The same sides without persons: who the two are is lent, who took part is not."""
    actors, recipients = replace(roles.actors, people=()), replace(roles.recipients, people=())
    return replace(roles, actors=actors, recipients=recipients)


def find_counterparts(drafts: list[Draft]) -> None:
    """An act of one known side is towards whom that side mostly deals with in the document, if that is plain."""
    dealings = Counter(draft.sides for draft in drafts if len(draft.sides) == 2)
    for draft in drafts:
        if len(draft.sides) != 1 or draft.type in _ALONE:
            continue
        (known,) = draft.sides
        partners = Counter({other: n for pair, n in dealings.items() if known in pair for other in pair - {known}})
        if not partners:
            continue
        (partner, times), *rest = partners.most_common(2)
        if times < 2 or (rest and 2 * rest[0][1] > times):
            continue
        side = Side((partner,), ("UNK",), (), (), (f"{known} deals mostly with {partner} in this text",))
        roles = draft.roles
        if roles.mutual or roles.actors.codes:
            draft.roles = Roles(roles.actors, side, roles.gave, roles.mutual)
        else:
            draft.roles = Roles(side, roles.recipients, roles.gave)
        draft.carried = "whom that side mostly deals with in this text"
        draft.lent = "deals with"
