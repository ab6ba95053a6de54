"""How sure an event is: a number in 0..1 that means "of a hundred such rows, so many are right in every main field".

In: a draft in its reading, and the `Backdrop` of its document. Out: its features, and from them the confidence by the
weights of `confidence.tsv`. The weights are those of a logistic regression fitted on coded texts by
`scripts/fit_confidence.py`; right means type, both roles and status.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.extract.events.drafts import Draft
from dragoman.extract.grammar.tree import clause_of, path_up
from dragoman.extract.reading import Reading

LONG_SENTENCE = 60
FAR = 20
_BY_WORDS = ("type ACCUSE", "type REQUEST", "type REJECT", "type THREATEN")
NOBODYS_WORDS = 0.3
"""Most that words against a side are worth when nobody is known to say them: of 11 such rows that judges drew from
newspaper articles none was right; mostly people at home speak."""
MANY = 10
"""Steps up the tree, and states in a text, from which more say nothing more."""
FEW = 10
"""Namings that are added to a text's own, or a text of one sentence would be all of one actor."""


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What a document is about, seen from any of its acts.

    Attributes:
        told: (type, sides) to how many of its acts have them.
        named: code to how often it is named other than as a place.
    """

    told: Counter[tuple[str, frozenset[str]]]
    named: Counter[str]

    @classmethod
    def of(cls, reading: Reading, drafts: Sequence[Draft]) -> "Backdrop":
        """Count acts and mentions."""
        named = (m for m in reading.an.mentions if m.kind != "place" and not m.former)
        return cls(
            Counter((draft.type, draft.sides) for draft in drafts), Counter(code for m in named for code in m.codes)
        )


def features_of(reading: Reading, draft: Draft, voice: str, backdrop: Backdrop) -> dict[str, float]:
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
        f"frame {draft.match.frame.name}": 1.0,
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
    found.update(_of_place(reading, draft.token))
    found.update(_of_text(draft, backdrop))
    return found


def _of_place(reading: Reading, token: int) -> Iterator[tuple[str, float]]:
    """Where the word stands in its sentence."""
    an = reading.an
    yield f"clause {an.dep[clause_of(an, token)]}", 1.0
    yield "depth", min(sum(1 for _ in path_up(an, token)), MANY) / MANY


def _of_text(draft: Draft, backdrop: Backdrop) -> Iterator[tuple[str, float]]:
    """Whether the text tells like acts, and whether it is about one state or about several."""
    yield f"told {min(backdrop.told[draft.type, draft.sides], 4)} times", 1.0
    if not backdrop.named:
        return
    (most, times), *_ = backdrop.named.most_common(1)
    yield "of one actor", times / (backdrop.named.total() + FEW)
    yield "states", min(sum(":" not in code for code in backdrop.named), MANY) / MANY
    if most in draft.sides:
        yield "the most named takes part", 1.0


def score_confidence(features: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The confidence of an event, rounded to two places; features without a weight count nothing."""
    total = weights.get("constant", 0.0) + sum(weights.get(name, 0.0) * value for name, value in features.items())
    chance = 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
    if "no actor" in features and any(name in features for name in _BY_WORDS):
        chance = min(chance, NOBODYS_WORDS)
    return round(chance, 2)
