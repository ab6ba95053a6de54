"""Clauses that foretell by their auxiliary: "will fail", "could spread", "said it would collapse".

In: a statement, a clause. Out: a `Forecast` or None. The same auxiliaries tell plans, guesses about the present, what
can be done and what one would like; the kinds of `acts` and the subject part them.
"""

from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import child
from dragoman.extract.predictions.acts import (
    has_condition,
    is_announced,
    is_arranged,
    is_decreed,
    is_duty,
    is_evaluation,
    is_opinion,
    is_own_act,
    is_purpose,
    is_under_way,
)
from dragoman.extract.predictions.words import Forecast, Reported
from dragoman.vocab.predictions import load_prediction_verbs
from dragoman.vocab.word_groups import word_group

_LIKING = frozenset({"like", "love", "prefer"})
_GUESSES = frozenset({"may", "might", "could"})
_WOULD = frozenset({"would", "'d"})
_RESULTS = word_group("result")


def judge_auxiliary(said: Reported, clause: int) -> Forecast | None:
    """What a clause foretells by its auxiliary."""
    an = said.an
    auxiliaries = (kid for kid in an.children[clause] if an.dep[kid] == "aux")
    cue = next((found for kid in auxiliaries if (found := said.find("aux", kid))), None)
    if cue is None or is_under_way(said, clause) or is_duty(said, clause) or is_own_act(said, clause):
        return None
    return said.forecast(clause, clause, cue) if _foretells(said, clause, cue.cue) else None


def _foretells(said: Reported, verb: int, auxiliary: str) -> bool:
    if not said.subjects(verb) and child(said.an, verb, "expl") is None:
        return False
    if auxiliary in _GUESSES:
        return _foretells_with_may(said, verb, auxiliary)
    if any(told(said, verb) for told in (is_arranged, is_announced, is_decreed, is_opinion, is_purpose)):
        return False
    return auxiliary not in _WOULD or _foretells_with_would(said, verb)


def _foretells_with_may(said: Reported, verb: int, auxiliary: str) -> bool:
    """"May spread", not "may know": what is so already is guessed; and "could be used" tells what can be done."""
    an, verbs = said.an, load_prediction_verbs()
    thing = child(an, verb, "dobj")
    follows = thing is not None and an.lemma[thing] in _RESULTS
    if child(an, verb, "expl") is None and not follows and an.lemma[verb] in verbs["state"] | verbs["stance"]:
        return False
    if auxiliary != "could":
        return True
    only = any(an.lemma[kid] == "only" for kid in an.children[verb])
    able = is_passive(an, verb) and an.lemma[verb] not in verbs["undergone"]
    return not (only or able or is_arranged(said, verb) or said.is_negated(verb))


def _foretells_with_would(said: Reported, verb: int) -> bool:
    """In reported words "would" stands for "will"; else it foretells of a thing, or under a condition that may hold."""
    an, verbs = said.an, load_prediction_verbs()
    if is_evaluation(said, verb) or any(said.side.is_first_person(each) for each in said.subjects(verb)):
        return False
    if said.shifted:
        return an.lemma[verb] not in _LIKING
    if an.lemma[verb] in verbs["stance"] or _is_unreal(said, verb):
        return False
    return an.lemma[verb] not in verbs["state"] or has_condition(said, verb) or _is_of_thing(said, verb)


def _is_of_thing(said: Reported, verb: int) -> bool:
    """"An invasion would be the end": what comes of a thing, not what somebody would be."""
    subjects = said.subjects(verb)
    return bool(subjects) and said.an.pos[subjects[0]] == "NOUN" and said.side.who.mention_at(subjects[0]) is None


def _is_unreal(said: Reported, verb: int) -> bool:
    """"If he were alive, he would weep", "when we came, they would weep": what does not hold, and what once was."""
    an = said.an
    clauses = (kid for kid in an.children[verb] if an.dep[kid] == "advcl")
    return any(an.tag[each] == "VBD" for clause in clauses for each in (clause, *_helpers(said, clause)))


def _helpers(said: Reported, verb: int) -> list[int]:
    return [kid for kid in said.an.children[verb] if said.an.dep[kid] in ("aux", "auxpass")]
