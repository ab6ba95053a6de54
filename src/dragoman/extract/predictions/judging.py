"""What a clause foretells, if anything: by its predicate, its auxiliary, or the clause that its thinking verb opens.

In: a statement, a clause of it. Out: a `Forecast` or None.
"""

from dataclasses import replace

from dragoman.extract.predictions.auxiliaries import judge_auxiliary
from dragoman.extract.predictions.certainty import oppose, weaken
from dragoman.extract.predictions.clauses import COMPLEMENTS, is_asserted, that_clauses, with_conjuncts
from dragoman.extract.predictions.predicates import judge_predicate
from dragoman.extract.predictions.words import Forecast, Reported
from dragoman.model.records import Certainty

_DEEPEST = 4
_CARRYING = frozenset({*COMPLEMENTS, "nsubj", "dobj"})
_EMPTY_SUBJECTS = frozenset({"it", "that", "this", "there", "which", "what"})


def judge_clause(said: Reported, clause: int, depth: int = 0) -> Forecast | None:
    """What a clause, or a clause that it opens by a word of thinking, foretells."""
    if depth > _DEEPEST:
        return None
    if said.an.pos[clause] == "NOUN":
        return _judge_below(said, clause, depth)
    if not is_asserted(said.an, clause, doubted=said.doubted):
        return None
    return judge_predicate(said, clause) or judge_auxiliary(said, clause) or _judge_below(said, clause, depth)


def _judge_below(said: Reported, clause: int, depth: int) -> Forecast | None:
    """"I think that it will fail", "it is clear that", "we fear that"."""
    an = said.an
    words = (clause, *(kid for kid in an.children[clause] if an.dep[kid] in _CARRYING))
    carrier = next((cue for each in words if (cue := said.find("carrier", each))), None)
    if carrier is None or said.tells_past(clause) or not _speaks_for_itself(said, clause):
        return None
    contents = (each for content in that_clauses(an, clause) for each in with_conjuncts(an, content))
    for content in contents:
        found = judge_clause(replace(said, weighed=True), content, depth + 1)
        if found:
            return Forecast(found.verb, _weigh(found.certainty, carrier.certainty, said.is_negated(clause)), found.why)
    return None


def _weigh(certainty: Certainty, thought: str, negated: bool) -> Certainty:
    """"I think", "I do not think", "I doubt", "there is no doubt"."""
    if not negated:
        return weaken(certainty, thought)
    return oppose(certainty) if thought == "will" else certainty


def _speaks_for_itself(said: Reported, clause: int) -> bool:
    """Whether the thinking is the speaker's own or nobody's: another's belief is a statement of its own."""
    an, subjects = said.an, said.subjects(clause)
    if not subjects or an.word[subjects[0]].lower() in _EMPTY_SUBJECTS or said.side.holds(subjects[0]):
        return True
    return an.lemma[clause] == "be" and said.side.who.mention_at(subjects[0]) is None
