"""Clauses beside the path that tell what became of the act: relative clauses below a noun, and sequels.

In: a `Walk`. Out: the judgement changed. "The visit, which was postponed"; "was to visit in May, but it was postponed";
"was ordered to attack, and did so".
"""

from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import is_verbal
from dragoman.extract.status.grammar import has_to, is_content_clause
from dragoman.extract.status.modifiers import apply_modifiers
from dragoman.extract.status.negation import negates
from dragoman.extract.status.places import gap_of
from dragoman.extract.status.rows import Walk
from dragoman.model.analysis import Analysis
from dragoman.vocab.cues import StatusCue
from dragoman.vocab.word_groups import word_group

_OUTCOMES = frozenset({"cancelled", "postponed", "denied"})


def apply_clauses_below(walk: Walk, noun: int) -> None:
    """Relative clauses and participles on the noun, or on the last noun of its phrase, where the parser hung them."""
    an = walk.an
    for kid in an.children[noun]:
        if an.dep[kid] in ("relcl", "acl") and is_verbal(an, kid):
            _apply_clause(walk, kid)
        elif an.dep[kid] == "prep":
            for inner in (each for obj in an.children[kid] for each in an.children[obj]):
                if an.dep[inner] == "relcl" and any(an.tag[grand] == "WDT" for grand in an.children[inner]):
                    _apply_clause(walk, inner)


def _apply_clause(walk: Walk, clause: int) -> None:
    an = walk.an
    if is_content_clause(an, clause):
        return
    if an.dep[clause] == "acl" and has_to(an, clause):
        if is_passive(an, clause):
            walk.judgement.become("planned", "to be done: {} -> {}")
        return
    chain = _verbs_down(an, clause)
    place = gap_of(an, clause, chain[-1])
    if not place:
        return
    found = None
    for verb in reversed(chain):
        cue = walk.take(verb, ("verb",), place)
        if cue is None and verb == chain[-1] and place == "subj":
            return
        if cue is not None:
            walk.judgement.apply(cue, negated=negates(walk, verb))
            walk.judgement.closed = False
            found = cue
        if found is not None or len(chain) > 1:
            apply_modifiers(walk, verb, negation=cue is None)
        place = "xcomp"


def _verbs_down(an: Analysis, verb: int) -> list[int]:
    """A verb and the infinitives that hang on it, one below the other."""
    chain = [verb]
    while len(chain) < 5:
        below = next((kid for kid in an.children[chain[-1]] if an.dep[kid] == "xcomp" and has_to(an, kid)), None)
        if below is None:
            break
        chain.append(below)
    return chain


def apply_sequels(walk: Walk) -> None:
    """What a coordinated clause tells of an act that was still open."""
    an, judgement = walk.an, walk.judgement
    for verb in walk.path:
        if not is_verbal(an, verb):
            continue
        for clause in an.children[verb]:
            later = an.dep[clause] == "conj" and clause > walk.trigger and is_verbal(an, clause)
            if later and judgement.status != "happened" and not judgement.closed:
                _apply_sequel(walk, clause)


def _apply_sequel(walk: Walk, clause: int) -> None:
    an, judgement = walk.an, walk.judgement
    negated = negates(walk, clause)
    before = judgement.status
    if _stands_for_verb(an, clause):
        judgement.become("denied" if negated else "happened", "told by the next clause: {} -> {}")
        return
    if before == "planned" and judgement.type == "CONSULT" and _stays_away(an, clause):
        judgement.become("cancelled", "who was to come stayed away: {} -> {}")
        return
    judgement.status = "planned"
    cue = _sequel_cue(walk, clause)
    judgement.status = before
    if cue is None:
        return
    outcome = cue.outcome("planned", negated=negated)
    if outcome in _OUTCOMES:
        judgement.become(outcome, f"next clause, {cue.cue}: {{}} -> {{}} ({cue.where})")


def _stays_away(an: Analysis, clause: int) -> bool:
    """"but stayed at home", "but remained behind": the traveller never left."""
    if an.lemma[clause] not in word_group("stays") or any(an.tag[kid] == "MD" for kid in an.children[clause]):
        return False
    near = [grand for kid in an.children[clause] for grand in (kid, *an.children[kid])]
    return any(an.lemma[token] in word_group("staying") for token in near)


def _stands_for_verb(an: Analysis, clause: int) -> bool:
    """"and did so", "but never did": the verb takes up the act."""
    if an.lemma[clause] != "do" or any(an.tag[kid] == "MD" for kid in an.children[clause]):
        return False
    return all(an.lemma[kid] in ("so", "it", "that", "this") for kid in an.children[clause] if an.dep[kid] == "dobj")


def _sequel_cue(walk: Walk, clause: int) -> StatusCue | None:
    an = walk.an
    for kid in an.children[clause]:
        place = {"nsubjpass": "subjpass", "dobj": "obj", "nsubj": "subj"}.get(an.dep[kid], "")
        if place and _points_back(an, kid):
            walk.node = kid
            found = walk.find(clause, ("verb",), place)
            if found:
                return found[0]
    return None


def _points_back(an: Analysis, noun: int) -> bool:
    """"it", "the trip": a pronoun or a definite noun of which nothing else is said."""
    if an.lemma[noun] in ("it", "this", "that", "which"):
        return True
    kids = [kid for kid in an.children[noun] if an.dep[kid] != "punct"]
    return bool(kids) and all(an.lemma[kid] in word_group("definite") for kid in kids)
