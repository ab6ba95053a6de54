"""Which words of the sentence are quoted for an act: its clause, with the noun that a relative clause is about.

In: an analysis and the trigger. Out: the span of characters. It must not know what the act is.
"""

from dragoman.extract.grammar.tree import CLAUSES, is_verbal, subtree
from dragoman.model.analysis import Analysis

_LONGEST_NOUN = 24
"""Words of the phrase before a relative clause that are quoted with it; a longer one is a sentence by itself."""


def quote_span(an: Analysis, trigger: int) -> tuple[int, int]:
    """The smallest clause around the trigger that also holds its sides; the sentence if that is unclear.

    A clause that hangs on a noun is quoted with the noun: "the two ships handed over in May", not "handed over in May".
    """
    sentence = an.sentences[an.sentence[trigger]]
    token = trigger
    while an.head[token] != token and not _opens_clause(an, token):
        token = an.head[token]
    first, last = subtree(an, token)
    first, last = max(first, sentence.first), min(last, sentence.last)
    while first < last - 1 and an.pos[first] in ("PUNCT", "CCONJ", "SCONJ"):
        first += 1
    while last > first + 1 and an.pos[last - 1] == "PUNCT" and an.word[last - 1] != ".":
        last -= 1
    if not first <= trigger < last:
        first, last = sentence.first, sentence.last
    elif _hangs_on_noun(an, token):
        first = max(_begin_of_noun(an, an.head[token], first), sentence.first)
    return an.span(first, last)


def _opens_clause(an: Analysis, token: int) -> bool:
    return is_verbal(an, token) and an.dep[token] in CLAUSES and not _of_first(an, token)


def _of_first(an: Analysis, verb: int) -> bool:
    """ "She was the first minister to come": the clause of the infinitive alone would not tell what it was."""
    if an.tag[verb] != "VB" or an.dep[verb] not in ("relcl", "acl"):
        return False
    noun = an.head[verb]
    return an.lemma[noun] == "first" or any(an.lemma[kid] in ("first", "last") for kid in an.children[noun])


def _hangs_on_noun(an: Analysis, verb: int) -> bool:
    """Whether the clause tells more of the noun before it: "whom they sent", "signed in May", not "to sign"."""
    return an.dep[verb] in ("relcl", "acl") and an.tag[verb] != "VB" and an.head[verb] < verb


def _begin_of_noun(an: Analysis, noun: int, clause: int) -> int:
    """The first word of the phrase of which the noun is the head; the clause's own where that is too far off."""
    first = min((subtree(an, kid)[0] for kid in an.children[noun] if kid < noun), default=noun)
    return first if clause - _LONGEST_NOUN <= first < clause else clause
