"""What kind of act a verb tells: the speaker's own, a decreed, an arranged, one under way, an opinion of one.

In: a statement, a verb. Out: yes or no. None of these is a forecast, whatever the auxiliary; what a verb of each kind
is stands in `prediction_verbs.tsv`.
"""

from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import child
from dragoman.extract.predictions.clauses import COMPLEMENTS, infinitive_of
from dragoman.extract.predictions.words import Reported
from dragoman.vocab.predictions import load_prediction_verbs

_CONDITIONS = frozenset({"if", "unless", "once", "without"})
_PHASES = frozenset({"start", "begin"})
_ENDURES = frozenset({"hold", "stand"})
"""Without an object these say that something lasts ("the truce will hold")."""
_EMPTY_SUBJECTS = frozenset({"it", "that", "this", "which", "what"})


def is_own_act(said: Reported, verb: int) -> bool:
    """Whether the speaker's own side does it: a plan or a promise, unless it is something that befalls one."""
    if is_passive(said.an, verb) or said.an.lemma[verb] in load_prediction_verbs()["befalls"]:
        return False
    return any(said.side.holds(each) for each in said.subjects(verb))


def is_announced(said: Reported, verb: int) -> bool:
    """Whether a spokesman or a paper plainly says what somebody will do: the plan of him that does it."""
    if said.weighed or any(said.adverbs(verb)) or has_condition(said, verb):
        return False
    if is_passive(said.an, verb) or said.an.lemma[verb] in load_prediction_verbs()["befalls"]:
        return False
    return any(said.side.may_announce(each) for each in said.subjects(verb))


def is_decreed(said: Reported, verb: int) -> bool:
    """Whether an official says what will be done, not by whom: his side's plan ("the base will be closed")."""
    an = said.an
    if not said.side.can_decree or not is_passive(an, verb) or child(an, verb, "agent") is not None:
        return False
    return an.lemma[verb] not in load_prediction_verbs()["undergone"]


def is_arranged(said: Reported, verb: int) -> bool:
    """Whether a verb tells what is fixed beforehand, alone or with the word behind it ("take place").

    Who weighs what will come ("predicted that they will sign") announces nothing by it.
    """
    an, arranged = said.an, load_prediction_verbs()["arranged"]
    if said.weighed:
        return False
    if an.lemma[verb] in _PHASES and child(an, verb, "xcomp") is not None:
        return False
    if an.lemma[verb] in _ENDURES and child(an, verb, "dobj") is None and not is_passive(an, verb):
        return False
    beside = [kid for kid in an.children[verb] if an.dep[kid] in ("dobj", "prt", "advmod", "prep", "acomp")]
    if any(f"{an.lemma[verb]} {an.lemma[kid]}" in arranged for kid in beside):
        return True
    return an.lemma[verb] in arranged and not any(an.dep[kid] == "prt" for kid in beside)


def is_under_way(said: Reported, verb: int) -> bool:
    """"Will have left", "may be planning": done or doing."""
    an = said.an
    auxiliaries = {an.lemma[kid] for kid in an.children[verb] if an.dep[kid] == "aux"}
    return "have" in auxiliaries or an.tag[verb] == "VBG" and "be" in auxiliaries


def is_over(said: Reported, clause: int) -> bool:
    """Whether a clause that is called likely tells of what was, or goes on already ("it is unlikely that it was")."""
    an = said.an
    words = (clause, *(kid for kid in an.children[clause] if an.dep[kid] in ("aux", "auxpass")))
    return is_under_way(said, clause) or any(an.tag[each] == "VBD" for each in words)


def is_duty(said: Reported, verb: int) -> bool:
    """"Will have to leave": what must be done."""
    return said.an.lemma[verb] in load_prediction_verbs()["duty"] and infinitive_of(said.an, verb) is not None


def is_purpose(said: Reported, verb: int) -> bool:
    """"His priority will be to", "the talks will be a forum": what is meant."""
    an = said.an
    if an.lemma[verb] != "be":
        return False
    nouns = [*said.subjects(verb), *(kid for kid in an.children[verb] if an.dep[kid] == "attr")]
    return any(an.lemma[each] in load_prediction_verbs()["purpose"] for each in nouns)


def is_opinion(said: Reported, verb: int) -> bool:
    """"He would be wise to", "it will be good to": what one thinks of an act."""
    an = said.an
    complements = [kid for kid in an.children[verb] if an.dep[kid] in (*COMPLEMENTS, "dobj")]
    if an.lemma[verb] not in ("be", "make") or infinitive_of(an, verb, *complements) is None:
        return False
    return _is_judged(said, complements)


def is_evaluation(said: Reported, verb: int) -> bool:
    """"It would be hard to leave", "that would be good": an opinion of what is only thought of."""
    an = said.an
    if an.lemma[verb] != "be":
        return False
    complements = [kid for kid in an.children[verb] if an.dep[kid] in COMPLEMENTS]
    if not said.shifted and _is_judged(said, complements):
        return True
    subject = child(an, verb, "nsubj", "csubj")
    empty = subject is not None and an.word[subject].lower() in _EMPTY_SUBJECTS
    return empty and infinitive_of(an, verb, *complements) is not None


def _is_judged(said: Reported, complements: list[int]) -> bool:
    return any(said.an.lemma[each] in load_prediction_verbs()["opinion"] for each in complements)


def has_condition(said: Reported, verb: int) -> bool:
    """"If it rains", "without aid": a condition stands with a verb."""
    an = said.an
    for kid in an.children[verb]:
        opens = [kid] if an.dep[kid] == "prep" else an.children[kid] if an.dep[kid] == "advcl" else ()
        if any(an.lemma[each] in _CONDITIONS for each in opens):
            return True
    return False
