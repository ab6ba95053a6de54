"""Relative clauses that say no more of a noun than who did it, when and where: "the visit that he paid in May".

In: an analysis and a noun. Out: the verbs of such clauses. It must not know which nouns name acts.
"""

from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import PASSIVE_SUBJECTS, SUBJECTS, antecedent, prepositions
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

LAID_ON = ("to", "on", "upon")
"""Before whom an act is laid to."""
RELATIVE_SUBJECTS = SUBJECTS | PASSIVE_SUBJECTS


def clauses_of_doing(an: Analysis, noun: int) -> list[int]:
    """ "The raid which Chad launched", "the visit that he paid": the clauses that tell doer and day of a noun.

    The parse may hang one on a name between: "the raid on Ann's Land, which Chad launched in May".
    """
    names = [obj for _, obj in prepositions(an, noun) if an.pos[obj] == "PROPN"]
    own = [kid for kid in an.children[noun] if an.lemma[kid] in word_group("carries-out")]
    hung = [kid for name in names for kid in an.children[name] if an.lemma[kid] in word_group("carries-out-only")]
    return [kid for kid in (*own, *hung) if _tells_of_doing(an, kid)]


def _tells_of_doing(an: Analysis, verb: int) -> bool:
    if an.dep[verb] != "relcl" or is_passive(an, verb):
        return False
    doers = [kid for kid in an.children[verb] if an.dep[kid] in SUBJECTS and antecedent(an, kid) == kid]
    things = [kid for kid in an.children[verb] if an.dep[kid] == "dobj" and antecedent(an, kid) == kid]
    return bool(doers) and not things


def doers_blamed(an: Analysis, noun: int) -> list[int]:
    """ "Strikes attributed to Chad", "the raid was blamed on Chad", "blamed the raid on Chad": whose it is said to be.

    The parse may hang what follows "blamed the raid" on the raid.
    """
    verbs = [kid for kid in an.children[noun] if an.dep[kid] == "acl" and an.tag[kid] == "VBN"]
    if an.dep[noun] in PASSIVE_SUBJECTS or an.dep[noun] == "dobj":
        verbs.append(an.head[noun])
    laid = [verb for verb in verbs if an.lemma[verb] in word_group("laid-to")]
    doers = [obj for verb in laid for name, obj in prepositions(an, verb) if name in LAID_ON]
    if laid and not doers and an.dep[noun] == "dobj":
        doers = [obj for name, obj in prepositions(an, noun) if name in LAID_ON][-1:]
    return doers


def clauses_of_course(an: Analysis, noun: int) -> list[int]:
    """ "The talks, which began on Monday", "the summit that was held in Oslo": the clauses that say when it went on."""
    return [
        kid for kid in an.children[noun]
        if an.dep[kid] == "relcl" and an.lemma[kid] in word_group("goes-on")
        and any(an.dep[each] in RELATIVE_SUBJECTS and antecedent(an, each) == noun for each in an.children[kid])
    ]  # fmt: skip
