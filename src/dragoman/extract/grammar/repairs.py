"""Subjects that the parse is known to lose, found again by the order of the words.

In: an analysis and a verb without a subject of its own. Out: the tokens that are its subject after all. It must not
know vocabulary.
"""

from dragoman.model.analysis import Analysis

_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_OPENERS = frozenset({"as", "after", "before", "since", "until", "till"})


def find_split_subject(an: Analysis, verb: int) -> list[int]:
    """ "... as Ann Lee left": the parse took "as" for a preposition and "left" for a coordinated verb."""
    head = an.head[verb]
    if an.tag[verb] not in _FINITE or any(an.dep[kid] == "cc" and head < kid < verb for kid in an.children[head]):
        return []
    lost = (
        kid for kid in an.children[head]
        if head < kid < verb and an.dep[kid] == "prep" and an.word[kid].lower() in _OPENERS
        and all(an.pos[token] == "PUNCT" for token in range(_last_under(an, kid) + 1, verb))
    )  # fmt: skip
    return [obj for kid in lost for obj in an.children[kid] if an.dep[obj] == "pobj"]


def find_listed_subject(an: Analysis, verb: int) -> list[int]:
    """ "Two states - Chad and Niger - left": set off by dashes, the subject is taken for a measure of time or way."""
    before = [kid for kid in an.children[verb] if kid < verb and an.pos[kid] != "PUNCT"]
    if an.tag[verb] not in _FINITE or len(before) != 1 or an.dep[before[0]] != "npadvmod":
        return []
    return before if any(an.dep[kid] == "appos" for kid in an.children[before[0]]) else []


def _last_under(an: Analysis, token: int) -> int:
    while an.children[token] and an.children[token][-1] > token:
        token = an.children[token][-1]
    return token
