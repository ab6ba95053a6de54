"""Clauses that foretell by their predicate: "is going to fail", "is likely to", "war is inevitable", "a danger of war".

In: a statement, a clause. Out: a `Forecast` or None.
"""

from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import child
from dragoman.extract.predictions.acts import is_arranged, is_duty, is_over, is_own_act, is_under_way
from dragoman.extract.predictions.clauses import COMPLEMENTS, infinitive_of, that_clauses
from dragoman.extract.predictions.words import Forecast, Reported
from dragoman.vocab.predictions import PredictionCue

_COPULAS = frozenset({"be", "seem", "look", "appear", "remain", "become"})
_PLACES = frozenset({*COMPLEMENTS, "prep", "advmod", "xcomp", "nsubj"})


def judge_predicate(said: Reported, clause: int) -> Forecast | None:
    """What a clause foretells by its verb or by what its copula joins."""
    if said.tells_past(clause):
        return None
    return _judge_verb(said, clause) or _judge_copula(said, clause)


def _judge_verb(said: Reported, clause: int) -> Forecast | None:
    """"Is going to fail", "is expected to fail", "we expect it to fail", "the row threatens to spoil the talks"."""
    cue, act = said.find("verb", clause), infinitive_of(said.an, clause)
    if cue is None or act is None or child(said.an, clause, "prt") is not None or not _takes_subject(said, clause, cue):
        return None
    if _is_no_forecast(said, act) or cue.certainty == "will" and is_arranged(said, act):
        return None
    return said.forecast(clause, act, cue)


def _is_no_forecast(said: Reported, act: int) -> bool:
    return is_own_act(said, act) or is_under_way(said, act) or is_duty(said, act)


def _takes_subject(said: Reported, clause: int, cue: PredictionCue) -> bool:
    """Whether the subject fits the row: a thing that threatens, the speaker who expects; a passive needs none."""
    an, subjects = said.an, said.subjects(clause)
    if "thing" in cue.places:
        return bool(subjects) and an.pos[subjects[0]] == "NOUN" and said.side.who.mention_at(subjects[0]) is None
    if is_passive(an, clause) or an.tag[clause] == "VBN" or an.lemma[clause] == "go" and an.tag[clause] == "VBG":
        return True
    return "obj" in cue.places and bool(subjects) and said.side.holds(subjects[0])


def _judge_copula(said: Reported, clause: int) -> Forecast | None:
    an = said.an
    if an.lemma[clause] not in _COPULAS:
        return None
    for kid in an.children[clause]:
        if an.dep[kid] not in _PLACES:
            continue
        for word in (kid, *(each for each in an.children[kid] if an.dep[each] == "pobj")):
            found = _judge_adjective(said, clause, kid, word) or _judge_noun(said, clause, word)
            if found:
                return found
    return None


def _judge_adjective(said: Reported, clause: int, complement: int, word: int) -> Forecast | None:
    """"Is likely to fail", "it is likely that it fails", "war is likely"."""
    an = said.an
    cue = said.find("adj", word) if an.dep[complement] != "nsubj" else None
    if cue is None:
        return None
    act = infinitive_of(an, complement, clause, word)
    if act is not None:
        fits = "xcomp" in cue.places and not _is_no_forecast(said, act)
        return said.forecast(clause, act, cue) if fits else None
    content = next(that_clauses(an, clause), None)
    if "ccomp" in cue.places and content is not None and not is_over(said, content):
        return said.forecast(clause, content, cue)
    subject = child(an, clause, "nsubj")
    fits = "subj" in cue.places and subject is not None and an.pos[subject] in ("NOUN", "PROPN")
    return said.forecast(clause, clause, cue) if fits else None


def _judge_noun(said: Reported, clause: int, word: int) -> Forecast | None:
    """"There is a danger of war", "it is a matter of time"."""
    cue = said.find("noun", word)
    if cue is None or ("there" in cue.places) != (child(said.an, clause, "expl") is not None):
        return None
    contents = (kid for kid in said.an.children[word] if said.an.dep[kid] in ("acl", "ccomp"))
    return None if any(is_over(said, each) for each in contents) else said.forecast(clause, word, cue)
