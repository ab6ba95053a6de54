"""Assent withheld: who "does not accept" or "will not agree to" something refuses it, and has done so by saying it.

In: an analysis, a trigger, its match and what became of it. Out: the match as a refusal, or None. It must not know who
the sides are.
"""

from dataclasses import replace

from dragoman.extract.events.matching import Match
from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.status import Judgement
from dragoman.model.analysis import Analysis
from dragoman.vocab.predicate_types import Lexicon
from dragoman.vocab.word_groups import word_group

_ASSENTS = word_group("assents")
_STANCE = frozenset({"do", "will", "would", "can", "could"})


def find_refusal(an: Analysis, lexicon: Lexicon, verb: int, match: Match, judgement: Judgement) -> Match | None:
    """A refusal, if a stance is told: "does not agree with", "would no longer accept"; a deal missed is none."""
    if judgement.status != "denied" or an.lemma[verb] not in _ASSENTS or match.predicate.type != "AGREE":
        return None
    kids = an.children[verb]
    refused = any(an.dep[kid] == "neg" or an.lemma[kid] in ("longer", "long") and kid < verb for kid in kids)
    stance = any(an.dep[kid] == "aux" and an.lemma[kid] in _STANCE and an.word[kid].lower() != "did" for kid in kids)
    over_what = any(an.dep[kid] == "dobj" for kid in kids) or any(
        an.dep[kid] == "prep" and an.lemma[kid] in ("with", "to") for kid in kids
    )
    if not (refused and stance and over_what) or is_passive(an, verb):
        return None
    predicate = replace(match.predicate, type="REJECT", mode="", frame="tells")
    return replace(match, predicate=predicate, frame=lexicon.frames["tells"])
