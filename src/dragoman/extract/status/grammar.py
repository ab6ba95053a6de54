"""Small questions of grammar that the walk asks of the parse.

In: an analysis and a token. Out: yes or no, or a name. It knows no cue.
"""

from dragoman.extract.grammar.tree import SUBJECTS
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_POS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adv", "SCONJ": "conj",
        "ADP": "prep", "DET": "det"}  # fmt: skip


def part_of(an: Analysis, token: int) -> str:
    """The part of speech as the lexicon names it, "" for one that it lacks."""
    return _POS.get(an.pos[token], "")


def is_definite(an: Analysis, noun: int) -> bool:
    """Whether a noun has an owner or a word that points back."""
    known = word_group("definite")
    return any(an.dep[kid] == "poss" or an.lemma[kid] in known for kid in an.children[noun])


def has_to(an: Analysis, verb: int) -> bool:
    """Whether a verb is an infinitive with "to"."""
    return any(an.tag[kid] == "TO" for kid in an.children[verb])


def is_reported(an: Analysis, verb: int) -> bool:
    """Whether a clause is the content of a verb or noun of saying."""
    for _ in range(4):
        if an.dep[verb] == "ccomp" or is_content_clause(an, verb):
            return True
        if an.dep[verb] not in ("conj", "xcomp") or an.head[verb] == verb:
            return False
        verb = an.head[verb]
    return False


def is_content_clause(an: Analysis, verb: int) -> bool:
    """"reports that it had left": a finite clause behind a noun, with a conjunction and no gap."""
    if an.dep[verb] not in ("acl", "relcl"):
        return False
    return any(an.dep[kid] == "mark" for kid in an.children[verb]) and has_subject(an, verb)


def has_subject(an: Analysis, verb: int) -> bool:
    """Whether a verb has a subject of its own, that of a passive included."""
    return any(an.dep[kid] in SUBJECTS or an.dep[kid] == "nsubjpass" for kid in an.children[verb])
