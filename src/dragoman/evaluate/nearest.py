"""Which word of a sentence is nearest to given tokens in the parse, and what type the lexicon gives it.

In: an analysis, tokens of the sides of an act, the lexicon. Out: steps in the parse; a PLOVER type, "" if no word of
the sentence has an entry. For sets whose sentences are known to tell an act: the conditions of an entry are not asked.
"""

from collections.abc import Collection, Sequence

from dragoman.extract.grammar.forms import forms_of
from dragoman.model.analysis import Analysis
from dragoman.vocab.predicate_types import Lexicon, PredicatePos

_POS: dict[str, PredicatePos] = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj"}


def nearest_type(an: Analysis, lexicon: Lexicon, ends: Sequence[int], taken: Collection[int]) -> str:
    """The type of the nearest word that has an entry; of equals, the one with the surer entry, then the first.

    Args:
        ends: tokens of the two sides.
        taken: tokens that name the sides and cannot name the act.
    """
    steps = steps_from(an, ends)
    ranked = []
    for token in range(len(an)):
        if token in taken:
            continue
        type_, weight = _entry_of(an, lexicon, token)
        if type_:
            ranked.append((steps[token], -weight, token, type_))
    return min(ranked)[3] if ranked else ""


def steps_from(an: Analysis, ends: Sequence[int]) -> list[int]:
    """For each token the steps to all `ends` together; another sentence is as far as there are tokens."""
    found = [_distances(an, end) for end in ends]
    return [sum(each.get(token, len(an)) for each in found) for token in range(len(an))]


def _entry_of(an: Analysis, lexicon: Lexicon, token: int) -> tuple[str, float]:
    """Type and weight of the token's entry with the fewest conditions, ("", 0) if none names an act."""
    pos = _POS.get(an.pos[token])
    if pos is None:
        return "", 0.0
    entries = next((found for form in forms_of(an, token) if (found := lexicon.of(form, pos))), ())
    acts = [entry for entry in entries if entry.type]
    best = min(acts, key=lambda entry: len(entry.needs), default=None)
    return (best.type or "", best.weight) if best else ("", 0.0)


def _distances(an: Analysis, start: int) -> dict[int, int]:
    """Steps in the parse from a token to every other of its sentence."""
    distances = {start: 0}
    queue = [start]
    for token in queue:
        for other in (an.head[token], *an.children[token]):
            if other not in distances:
                distances[other] = distances[token] + 1
                queue.append(other)
    return distances
