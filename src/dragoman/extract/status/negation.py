"""Negation: which words turn an act into its opposite, as the lexicon says.

In: a `Walk` and a token. Out: whether it negates, or is negated. It must not know what negation does to a status.
"""

from dragoman.extract.grammar.tree import SUBJECTS, is_verbal
from dragoman.extract.status.step import Walk
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_HARDLY = word_group("hardly-any")
_LABELS = frozenset({"neg", "advmod", "det", "preconj"})


def negates(walk: Walk, node: int) -> bool:
    """Whether a word is negated: by an adverb or determiner of its own, or by its subject ("no envoy came").

    "Little sign", "scant hope" are as good as none.
    """
    an = walk.an
    return any(
        is_negation(walk, kid)
        or (an.dep[kid] in SUBJECTS and is_none(walk, kid))
        or (an.dep[kid] == "amod" and an.lemma[kid] in _HARDLY and not is_verbal(an, node))
        for kid in an.children[node]
    )


def is_negation(walk: Walk, token: int) -> bool:
    """Whether a modifier turns an act into its opposite."""
    if walk.an.dep[token] not in _LABELS:
        return False
    found = walk.find(token, ("adv", "det"), "modifies")
    return found is not None and found[0].effect == "denied" and found[0].outcome("denied") == "happened"


def is_none(walk: Walk, noun: int) -> bool:
    """"nobody", "no president": a negated subject."""
    an = walk.an
    found = walk.find(noun, ("noun", "det"), "modifies")
    if found is not None and found[0].effect == "denied":
        return True
    return any(
        is_negation(walk, kid) and not _is_bound(an, kid) for kid in an.children[noun] if an.dep[kid] != "advmod"
    )


def _is_bound(an: Analysis, negation: int) -> bool:
    """ "No fewer than ten men were seized": a number at its least, and no negation."""
    after = negation + 1
    return after < len(an.word) and an.word[after].lower() in ("fewer", "less", "more")
