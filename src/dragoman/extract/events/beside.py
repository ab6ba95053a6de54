"""Acts that stand beside another: "refused" beside the refused act, "said it would strike" beside the strike.

In: a `Reading`, the drafts so far, whose judgements name the cues that are acts themselves. Out: further drafts at
those cues, unless a draft tells them already. The doer is the cue's subject; the other side comes from the inner act.
"""

from typing import cast

from dragoman.extract.dates import find_date
from dragoman.extract.events.drafts import Draft
from dragoman.extract.events.matching import Match
from dragoman.extract.events.roles import Roles
from dragoman.extract.grammar.arguments import subjects
from dragoman.extract.grammar.participants import Side, join_sides
from dragoman.extract.grammar.slots import slots_of
from dragoman.extract.reading import Reading
from dragoman.extract.status import AlsoAct, Judgement
from dragoman.model.records import EventType
from dragoman.vocab.predicate_types import Predicate

_ON_THE_DOER = frozenset({"REQUEST", "ACCUSE"})
"""Types whose other side is the doer of the inner act; of the rest it is whom the inner act is done to."""
_WEIGHT = 0.6


def find_beside(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Acts of cues that no draft tells yet, in text order."""
    taken = {draft.token for draft in drafts}
    found: list[Draft] = []
    for draft in drafts:
        for act in draft.judgement.also:
            if act.token in taken:
                continue
            beside = _beside(reading, draft, act)
            if beside is not None:
                taken.add(act.token)
                found.append(beside)
    return found


def _beside(reading: Reading, inner: Draft, act: AlsoAct) -> Draft | None:
    doer = join_sides(reading.who.side_of(subject) for subject in subjects(reading.an, act.token))
    other = inner.roles.actors if act.type in _ON_THE_DOER else inner.roles.recipients
    other = _without(other, doer)
    if not doer.codes or not other.codes:
        return None
    predicate = Predicate(
        reading.an.lemma[act.token], "verb", (), cast(EventType, act.type), "", "tells", _WEIGHT, "both", "", act.where
    )
    match = Match(predicate, reading.world.lexicon.frames["tells"], slots_of(reading.an, act.token))
    judgement = Judgement(act.type, act.status)
    return Draft(act.token, match, Roles(doer, other, ("subj",)), judgement, find_date(reading, act.token))


def _without(side: Side, other: Side) -> Side:
    keep = [code for code in side.codes if code not in other.codes]
    return Side(tuple(keep), ("UNK",) * len(keep), side.people, side.tokens, side.how)
