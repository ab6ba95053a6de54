"""Which dictionary forms a token may be looked up by, and which tokens can name no act.

In: an analysis, a token. Out: forms, or whether the token is silent: part of a date, a sum or a name, or a noun that
only says what kind of person or thing the next one is ("aid worker"). It must not know what the words mean.
"""

from collections.abc import Iterator

from dragoman.extract.grammar.tree import MODIFIERS
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_NAME_LABELS = frozenset({"PERSON", "WORK_OF_ART", "PRODUCT", "FAC", "LOC"})


def forms_of(an: Analysis, token: int) -> Iterator[str]:
    """Dictionary forms in lower case, the likeliest first; capitalised plurals are folded ("Talks", "Sanctions")."""
    lemma, word = an.lemma[token], an.word[token].lower()
    yield lemma
    if word != lemma:
        yield word
    if an.pos[token] == "PROPN" and word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]
        if word.endswith("ies"):
            yield word[:-3] + "y"
        elif word.endswith("es"):
            yield word[:-2]


def is_in_name(an: Analysis, token: int) -> bool:
    """Whether a capitalised word belongs to a date, a sum or the name of a person, work or place ("March 3")."""
    if an.pos[token] != "PROPN":
        return False
    for first, last, label in an.names:
        if first <= token < last:
            return label.lower() in word_group("time-names") or (label in _NAME_LABELS and last - first > 1)
    return False


def names_a_kind(an: Analysis, token: int) -> bool:
    """Whether a noun only tells what kind of thing the noun after it is ("aid worker", "attack helicopter")."""
    if an.dep[token] not in MODIFIERS or an.pos[token] not in ("NOUN", "PROPN"):
        return False
    head = an.head[token]
    return head > token and not word_group("bearer").isdisjoint((an.lemma[head], an.word[head].lower()))
