"""How sure an event is: a number in 0..1 that means "of a hundred such rows, so many are right in every main field".

In: a draft in its reading. Out: its features, and from them the confidence by the weights of `confidence.tsv`. The
weights are those of a logistic regression fitted on coded texts by `scripts/fit_confidence.py`; right means type, both
roles and status.
"""

import math
from collections.abc import Mapping

from dragoman.extract.events.drafts import Draft
from dragoman.extract.reading import Reading

LONG_SENTENCE = 60
FAR = 20
_BY_WORDS = ("type ACCUSE", "type REQUEST", "type REJECT", "type THREATEN")
NOBODYS_WORDS = 0.3
"""Most that words against a side are worth when nobody is known to say them: of 11 such rows that judges drew from
newspaper articles none was right; mostly people at home speak."""


def features_of(reading: Reading, draft: Draft, voice: str) -> dict[str, float]:
    """Features by name; a yes is 1."""
    an = reading.an
    sentence = an.sentences[an.sentence[draft.token]]
    tokens = [*draft.roles.actors.tokens, *draft.roles.recipients.tokens]
    found = {
        "weight": draft.predicate.weight,
        "sureness": draft.sureness,
        "needs": min(len(draft.predicate.needs), 3) / 3,
        "length": min(sentence.last - sentence.first, LONG_SENTENCE) / LONG_SENTENCE,
        "distance": min(max((abs(t - draft.token) for t in tokens), default=FAR), FAR) / FAR,
        f"sides {min(len(draft.sides), 3)}": 1.0,
        f"from {draft.lent or 'own words'}": 1.0,
        f"type {draft.type}": 1.0,
        f"status {draft.judgement.status}": 1.0,
    }
    if draft.roles.mutual:
        found["mutual"] = 1.0
    if not draft.roles.actors.codes:
        found["no actor"] = 1.0
    if voice == "author":
        found["author's voice"] = 1.0
    for token in tokens:
        mention = reading.who.mention_at(token)
        found[f"side by {mention.kind if mention else 'owner'}"] = 1.0
    return found


def score_confidence(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The confidence of an event, rounded to two places; features without a weight count nothing."""
    total = weights.get("constant", 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())
    chance = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
    if "no actor" in features and any(name in features for name in _BY_WORDS):
        chance = min(chance, NOBODYS_WORDS)
    return round(chance, 2)
