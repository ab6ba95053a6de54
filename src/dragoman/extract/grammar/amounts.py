"""Sums that stand for what is given: "pledged $20m in aid".

In: an analysis and a noun. Out: the sum before it.
"""

from dragoman.extract.grammar.tree import is_verbal
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group


def find_amount(an: Analysis, noun: int) -> int | None:
    """ "Pledged $20m in aid": the sum before "in" stands where the thing given would stand."""
    prep = an.head[noun]
    if an.dep[noun] != "pobj" or an.word[prep].lower() != "in":
        return None
    above = an.head[prep]
    sums = [above]
    if is_verbal(an, above):
        sums = [kid for kid in an.children[above] if an.dep[kid] == "dobj" and kid < prep]
    return next((each for each in reversed(sums) if _is_sum(an, each)), None)


def _is_sum(an: Analysis, token: int) -> bool:
    return an.lemma[token] in word_group("money") or any(an.tag[kid] == "$" for kid in (token, *an.children[token]))
