"""Which word a time belongs to where the parse hangs it too low: the signing, not what was signed.

In: an analysis, the token of a time. Out: the token at which it is to be looked for, or that it dates nothing.
It must not know what the time means.
"""

from dragoman.extract.grammar.tree import child, is_verbal
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
_NON_FINITE = frozenset({"VB", "VBG"})
_SIGNED = frozenset({"dobj", "nsubjpass"})
_STEPS = 6
_FAR = 3
"""Words between a participle and a weekday that is that of the sentence: "held by rebels in the east on Monday"."""


def owner_of_weekday(an: Analysis, token: int) -> int:
    """ "Signed a deal to end the war on Tuesday": Tuesday is the day of the signing; any other time is its own.

    News names the weekday of what has happened, and a paper seldom names one.
    """
    if an.word[token].lower() not in _WEEKDAYS:
        return token
    inner = _verb_above(an, token)
    if inner is not None and _is_far_participle(an, inner, token):
        return an.head[an.head[inner]]
    if inner is None or an.tag[inner] not in _NON_FINITE or an.lemma[inner] in word_group("opens"):
        return token
    paper = _paper_above(an, inner)
    verb = an.head[paper]
    told = an.tag[verb] in ("VBD", "VBN") and an.dep[paper] in _SIGNED
    return verb if told and an.lemma[paper] in word_group("signed-paper") else token


def _is_far_participle(an: Analysis, verb: int, token: int) -> bool:
    """ "Freed nine workers held by rebels in the east on Monday": they were freed on Monday."""
    noun = an.head[verb]
    told = an.head[noun]
    far = token - verb > _FAR and an.tag[verb] == "VBN" and an.dep[verb] == "acl"
    return far and an.dep[noun] in _SIGNED and an.tag[told] == "VBD" and is_verbal(an, told)


def _paper_above(an: Analysis, clause: int) -> int:
    """The noun whose contents a clause tells; where the parse hangs "to end the war" on the verb, the verb's object."""
    above = an.head[clause]
    if an.dep[clause] == "pcomp":
        return an.head[above]
    if an.dep[clause] == "advcl" and an.tag[clause] == "VB":
        return next((kid for kid in an.children[above] if an.dep[kid] in _SIGNED), above)
    return above


def dates_the_last_one(an: Analysis, token: int) -> bool:
    """ "The first visit since 1999", "no king had come since 1999": the year is that of another visit."""
    for _ in range(_STEPS):
        lemmas = {an.lemma[kid] for kid in an.children[token]}
        if an.lemma[token] == "first" or "first" in lemmas:
            return True
        subject = child(an, token, "nsubj", "nsubjpass") if is_verbal(an, token) else None
        if subject is not None:
            return any(an.lemma[kid] == "no" and an.dep[kid] == "det" for kid in an.children[subject])
        if an.head[token] == token:
            return False
        token = an.head[token]
    return False


def cleft_above(an: Analysis, verb: int) -> int | None:
    """ "On Friday it was rebels who attacked": the "was" whose time is that of the clause at `verb`."""
    if an.dep[verb] != "relcl":
        return None
    node = an.head[verb]
    for _ in range(_STEPS):
        if is_verbal(an, node):
            subject = child(an, node, "nsubj")
            return node if an.lemma[node] == "be" and subject is not None and an.lemma[subject] == "it" else None
        node = an.head[node]
    return None


def _verb_above(an: Analysis, token: int) -> int | None:
    for _ in range(_STEPS):
        if an.head[token] == token:
            return None
        token = an.head[token]
        if is_verbal(an, token):
            return token
    return None
