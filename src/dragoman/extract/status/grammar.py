"""Small questions of grammar that the walk asks of the parse.

In: an analysis and a token. Out: yes or no, or a name. It knows no cue.
"""

from dragoman.extract.grammar.tree import SUBJECTS, is_verbal
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_GROUNDS = frozenset({"under", "despite", "since", "following", "through", "thanks"})
"""Behind these stands what is there already: "under an agreement signed in May"."""
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
    """"reports that it had left", "reports it had left": a finite clause behind a noun, without a gap."""
    if an.dep[verb] not in ("acl", "relcl") or not has_subject(an, verb):
        return False
    if an.dep[verb] == "acl":
        return not has_to(an, verb)
    kids = an.children[verb]
    full = any(an.dep[kid] == "dobj" for kid in kids) and not any(an.tag[kid] in ("WDT", "WP", "WRB") for kid in kids)
    return full or any(an.dep[kid] == "mark" for kid in kids)


def lift_conjunct(an: Analysis, noun: int, first: int) -> int:
    """The noun that a later member of a list belongs with, where the parser hung it on the nearest one.

    "a ban on flights over Libya and sanctions": a thing, no name beside Libya; "an end to raids and the release of".
    """
    upper = an.head[an.head[first]]
    if an.dep[first] != "pobj" or an.pos[noun] != "NOUN" or an.pos[upper] != "NOUN":
        return first
    alike = _has_article(an, noun) and _has_article(an, upper) and not _has_article(an, first)
    return lift_conjunct(an, noun, upper) if alike or an.tag[first] in ("NNP", "NNPS") else first


def _has_article(an: Analysis, noun: int) -> bool:
    return any(an.lemma[kid] in ("a", "an", "the") for kid in an.children[noun])


def is_of_unreal(an: Analysis, node: int, noun: int) -> bool:
    """"a resolution that includes a ban": what an indefinite noun, or a paper, is said to do is as real as the noun."""
    if an.tag[node] == "VBD" or is_verbal(an, noun) or an.pos[noun] == "PROPN":
        return False
    if any(an.tag[kid] == "WP" for kid in an.children[node]):
        return False
    if an.tag[node] == "VBN" and an.dep[noun] == "pobj" and an.lemma[an.head[noun]] in _GROUNDS:
        return False
    if an.lemma[noun] in word_group("paper") and an.tag[node] == "VBG":
        return True
    return not is_definite(an, noun) and any(an.lemma[kid] in ("a", "an", "any", "no") for kid in an.children[noun])


def is_means_of_done(an: Analysis, node: int, upper: int) -> bool:
    """"sought to please him by meeting him", "signalled its will to fight by sending troops": the means was used."""
    if an.dep[node] != "pcomp" or an.word[an.head[node]].lower() != "by" or not has_to(an, upper):
        return False
    above = an.head[upper]
    if an.dep[upper] == "xcomp":
        return an.tag[above] in ("VBD", "VBN") and an.lemma[above] in word_group("effort")
    verb = an.head[above]
    return an.dep[upper] == "acl" and an.tag[verb] in ("VBD", "VBN") and an.lemma[verb] in word_group("showing")


def has_subject(an: Analysis, verb: int) -> bool:
    """Whether a verb has a subject of its own, that of a passive included."""
    return any(an.dep[kid] in SUBJECTS or an.dep[kid] == "nsubjpass" for kid in an.children[verb])
