""""Anti-Taliban factions", "pro-Syrian parties", "anti-American protesters": who people are for or against.

In: an analysis, the mentions by head. Out: whether a noun of people is told by whom it is for or against, who is then
not who it is. Of a thing ("anti-American speeches") the other side is told so; `slots.py` reads that.
"""

from collections.abc import Mapping

from dragoman.model.analysis import Analysis, Mention
from dragoman.vocab.word_groups import word_group

_TURNING = (["anti", "-"], ["pro", "-"])
_CAMPS = word_group("camp")


def is_turned(an: Analysis, adjective: int) -> bool:
    """Whether "anti-" or "pro-" stands before an adjective, and people after it."""
    before = [word.lower() for word in an.word[max(0, adjective - 2) : adjective]]
    return before in _TURNING and an.lemma[an.head[adjective]] in _CAMPS


def is_of_other_camp(an: Analysis, by_head: Mapping[int, Mention], mention: Mention) -> bool:
    """Whether a role has its codes from whom it is for or against."""
    if mention.kind != "role":
        return False
    named = ((kid, by_head.get(kid)) for kid in an.children[mention.head])
    return any(
        other is not None and set(other.codes) == set(mention.codes) and is_turned(an, kid) for kid, other in named
    )
