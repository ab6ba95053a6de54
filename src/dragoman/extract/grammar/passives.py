"""Passives: by their auxiliary, their subject, or as a bare participle after or before a noun.

In: an analysis and a verb. Out: whether it is passive, and who stands before a participle as its doer.
"""

from dragoman.extract.grammar.tree import MODIFIERS, PREDICATIVE, child, is_verbal
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

PARTICIPANT_MODIFIERS = frozenset({"npadvmod", "compound", "nsubj", "amod", "nmod", "dobj", "advmod"})


def is_passive(an: Analysis, token: int) -> bool:
    """Whether a verb is in the passive: by its auxiliary, its subject, or as a bare participle after a noun."""
    for kid in an.children[token]:
        if an.dep[kid] in ("auxpass", "nsubjpass", "agent", "csubjpass"):
            return True
    if an.dep[token] == "acl" and an.tag[token] == "VBN" and child(an, token, "aux", "nsubj") is None:
        return True
    if modifies_noun(an, token) or _is_headline_passive(an, token) or is_predicative(an, token):
        return True
    if is_seen(an, token):
        return True
    if an.dep[token] == "conj" and an.tag[token] == "VBN" and child(an, token, "nsubj", "aux", "dobj") is None:
        return is_passive(an, an.head[token])
    return False


def is_predicative(an: Analysis, token: int) -> bool:
    """ "Norway stands accused", "Norway seems opposed to it": a participle said of the subject."""
    return an.tag[token] == "VBN" and an.dep[token] in PREDICATIVE and is_verbal(an, an.head[token])


def is_seen(an: Analysis, token: int) -> bool:
    """ "June saw a soldier killed", "they want him freed": a bare participle said of what is seen, had or wanted."""
    if an.tag[token] not in ("VBN", "VBD") or an.dep[token] not in ("ccomp", "xcomp"):
        return False
    bare = child(an, token, "aux", "auxpass", "dobj", "mark") is None
    return bare and an.lemma[an.head[token]] in word_group("sees")


def modifies_noun(an: Analysis, token: int) -> bool:
    """Whether a past participle stands before its noun with its doer ("US-backed rebels")."""
    return an.dep[token] == "amod" and an.tag[token] == "VBN" and bool(doers_before(an, token))


def doers_before(an: Analysis, participle: int) -> list[int]:
    """The name that is tied to a participle before a noun: "US" in "US-backed", "Saudi" in "Saudi-led"."""
    own = [
        kid for kid in an.children[participle]
        if kid < participle and an.dep[kid] in PARTICIPANT_MODIFIERS and an.word[kid][:1].isupper()
    ]  # fmt: skip
    if own or participle == 0 or an.word[participle - 1] == "-":
        return own
    before = participle - 1
    near = an.head[before] == an.head[participle] and an.tag[before] in ("NNP", "NNPS")
    return [before] if near and an.dep[before] in MODIFIERS else []


def _is_said(an: Analysis, token: int) -> bool:
    """ "Reports of talks denied": what is said, asked or claimed does nothing itself."""
    return any(an.dep[kid] == "nsubj" and an.lemma[kid] in word_group("said-thing") for kid in an.children[token])


def _is_headline_passive(an: Analysis, token: int) -> bool:
    """"Envoys expelled from Rome": a participle without auxiliary carries the sentence."""
    if an.dep[token] != "ROOT" or an.tag[token] not in ("VBN", "VBD"):
        return False
    labels = {an.dep[kid] for kid in an.children[token]}
    if labels & {"aux", "dobj", "ccomp", "xcomp", "dative", "prt"}:
        return False
    if an.tag[token] == "VBN" or _is_said(an, token):
        return "nsubj" in labels
    by = any(an.dep[kid] == "prep" and an.lemma[kid] == "by" for kid in an.children[token])
    return by and all(an.word[kid] != "." for kid in an.children[token])
