"""Attributions inside the words of somebody else: which of them still count as statements.

In: attributions of a document with their analysis. Out: the same, those that no longer count marked so. Inside what A
says, "B said that ..." is told of B; but what B sees, wants, is likely to find or promises there is A's own account.
"""

from collections.abc import Iterable
from dataclasses import replace

from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import child
from dragoman.extract.speech.attribution import Attribution
from dragoman.model.analysis import Analysis

_TOLD = frozenset({"say", "deny", "report", "write"})


def judge_nested(an: Analysis, found: Iterable[Attribution]) -> list[Attribution]:
    """All attributions in text order, those inside another's words that tell no words of their own unrecorded."""
    around: list[Attribution] = []
    judged: list[Attribution] = []
    for each in sorted(found, key=lambda a: (a.start, -a.end)):
        around = [outer for outer in around if outer.end > each.start]
        inner = each.recorded and any(_encloses(an, outer, each) for outer in around)
        judged.append(replace(each, recorded=False) if inner and not _is_told(an, each) else each)
        if each.recorded:
            around.append(each)
    return judged


def _encloses(an: Analysis, outer: Attribution, inner: Attribution) -> bool:
    if outer.speaker == inner.speaker or inner.cue < 0 or inner.mode == "direct":
        return False
    return outer.start <= an.start[inner.cue] and inner.end <= outer.end


def _is_told(an: Analysis, inner: Attribution) -> bool:
    """Whether the cue tells words with a clause of their own, and not only a thought, a wish or a thing."""
    entry = inner.entry
    if entry is not None and entry.pos == "noun":
        return entry.kind in _TOLD and any(an.dep[kid] in ("acl", "ccomp", "relcl") for kid in an.children[inner.cue])
    if entry is None or entry.pos not in ("verb", "prep"):
        return entry is None
    if entry.kind == "think":
        return child(an, inner.cue, "ccomp") is not None or is_passive(an, inner.cue)
    return entry.kind in _TOLD
