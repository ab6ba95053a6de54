"""The conditions that a row of the lexicon may set: tense, voice, whose act it is, what the act hangs on.

In: a `Walk`, the word that the row stands at, the place of the act. Out: whether the condition holds.
"""

from collections.abc import Callable, Iterator

from dragoman.extract.grammar.arguments import subjects
from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import SUBJECTS, is_verbal
from dragoman.extract.status.grammar import is_definite, is_reported
from dragoman.extract.status.negation import negates
from dragoman.extract.status.step import Walk
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_PAST_TAGS = frozenset({"VBD", "VBN"})
_PRESENT_TAGS = frozenset({"VBZ", "VBP"})
_TIMES = frozenset({"DATE", "TIME"})
_DEPENDENT = frozenset({"aux", "auxpass", "advmod", "npadvmod", "neg", "mark", "prep"})


def holds(walk: Walk, at: int, place: str, name: str) -> bool:
    """Whether a condition of a row holds at its word."""
    an = walk.an
    verb = walk.node if place == "clause" else an.head[at] if an.dep[at] in _DEPENDENT else at
    return _CONTEXTS[name](walk, verb, place)


def _auxiliaries(an: Analysis, verb: int) -> Iterator[int]:
    return (kid for kid in an.children[verb] if an.dep[kid] in ("aux", "auxpass"))


def _is_past(walk: Walk, verb: int, place: str) -> bool:
    an = walk.an
    return an.tag[verb] in _PAST_TAGS and not _is_present(walk, verb, place) or any(
        an.lemma[kid] == "have" or an.tag[kid] == "VBD" for kid in _auxiliaries(an, verb)
    )


def _is_present(walk: Walk, verb: int, place: str) -> bool:
    an = walk.an
    return an.tag[verb] in _PRESENT_TAGS or any(
        an.tag[kid] in _PRESENT_TAGS and an.lemma[kid] != "have" for kid in _auxiliaries(an, verb)
    )


def _is_future(walk: Walk, verb: int, place: str) -> bool:
    return any(walk.an.lemma[kid] in ("will", "shall", "would") for kid in _auxiliaries(walk.an, verb))


def _is_future_act(walk: Walk, verb: int, place: str) -> bool:
    """Nothing tells the act as past: it is still a plan, an infinitive, or a noun without a clause in the past."""
    an, act = walk.an, walk.trigger
    if walk.judgement.status != "happened":
        return True
    if is_verbal(an, act):
        return an.tag[act] in ("VB", "VBG")
    return not any(an.dep[kid] == "relcl" and an.tag[kid] == "VBD" for kid in an.children[act])


def _is_announced(walk: Walk, verb: int, place: str) -> bool:
    """"announced that it would": the verb above makes a plan of its object."""
    above = verb
    while walk.an.dep[above] in ("conj", "xcomp") and walk.an.head[above] != above:
        above = walk.an.head[above]
    rows = walk.cues.get(walk.an.lemma[walk.an.head[above]])
    return any(row.pos == "verb" and row.effect == "planned" and "obj" in row.scope for row in rows)


def _is_anothers(walk: Walk, verb: int, place: str) -> bool:
    """"does not want Kyiv to join": the act is another's, with a subject of its own."""
    return any(walk.an.dep[kid] in SUBJECTS for kid in walk.an.children[walk.node])


def _is_definite(walk: Walk, at: int, place: str) -> bool:
    """The noun of the row; below a verb, and behind "to" ("objections to the visit"), the noun that carries the act."""
    an = walk.an
    return is_definite(an, walk.node if is_verbal(an, at) or place == "to" else at)


def _is_dated(walk: Walk, verb: int, place: str) -> bool:
    """The sentence names a time behind the verb, which is no perfect."""
    an = walk.an
    if any(an.lemma[kid] == "have" for kid in _auxiliaries(an, verb)):
        return False
    last = an.sentences[an.sentence[verb]].last
    return any(label in _TIMES and verb < first < last for first, _, label in an.names)


def _is_ranked(walk: Walk, verb: int, place: str) -> bool:
    """ "The best effort yet to ...": a superlative among the words that hang on the verb, or on a noun of it."""
    an = walk.an
    near = [each for kid in an.children[verb] for each in (kid, *an.children[kid])]
    return any(an.tag[each] in ("JJS", "RBS") for node in near for each in (node, *an.children[node]))


def _is_of_paper(walk: Walk, verb: int, place: str) -> bool:
    return _has_subject_of(walk, verb, "signed-paper")


def _is_of_plan(walk: Walk, verb: int, place: str) -> bool:
    return _has_subject_of(walk, verb, "plan-paper")


def _has_subject_of(walk: Walk, verb: int, group: str) -> bool:
    """The subject itself, or what its parts are of ("key elements of the plan include")."""
    an, known = walk.an, word_group(group)
    for subject in subjects(an, verb):
        of = (each for kid in an.children[subject] if an.lemma[kid] == "of" for each in an.children[kid])
        if an.lemma[subject] in known or any(an.lemma[each] in known for each in of):
            return True
    return False


def _is_performed(walk: Walk, verb: int, place: str) -> bool:
    """"I want to thank", "offers its condolences": who wishes or offers such words has spoken them."""
    return walk.node == walk.trigger and walk.an.lemma[walk.node] in word_group("performed-words")


def _is_voted(walk: Walk, verb: int, place: str) -> bool:
    an = walk.an
    return "vote" in (an.lemma[verb], an.lemma[an.head[verb]], an.lemma[an.head[an.head[verb]]])


def _shares_subject(walk: Walk, verb: int, place: str) -> bool:
    found = subjects(walk.an, verb)
    return not found or walk.an.dep[verb] == "xcomp" or walk.an.pos[found[0]] == "PRON"


def _has_subjunctive(walk: Walk, verb: int, place: str) -> bool:
    an = walk.an
    return any(
        an.dep[kid] == "ccomp" and (an.tag[kid] == "VB" or any(an.lemma[aux] == "should" for aux in an.children[kid]))
        for kid in an.children[verb]
    )


def _hangs_on_report(walk: Walk, verb: int, place: str) -> bool:
    """The act hangs on a noun of saying ("reports of a raid"), or is the clause itself."""
    if place == "ccomp":
        return True
    if walk.node == walk.trigger:
        return False
    return any(row.pos == "noun" and "ccomp" in row.scope for row in walk.cues.get(walk.an.lemma[walk.node]))


def _is_passive(walk: Walk, verb: int, place: str) -> bool:
    return is_passive(walk.an, verb)


def _is_dative(walk: Walk, verb: int, place: str) -> bool:
    return any(walk.an.dep[kid] == "dative" for kid in walk.an.children[verb])


def _is_negated(walk: Walk, verb: int, place: str) -> bool:
    return negates(walk, verb)


def _is_reported_clause(walk: Walk, verb: int, place: str) -> bool:
    return is_reported(walk.an, verb)


_CONTEXTS: dict[str, Callable[[Walk, int, str], bool]] = {
    "passive": _is_passive,
    "past": _is_past,
    "present": _is_present,
    "future": _is_future,
    "negated": _is_negated,
    "reported": _is_reported_clause,
    "announced": _is_announced,
    "other": _is_anothers,
    "definite": _is_definite,
    "dated": _is_dated,
    "superlative": _is_ranked,
    "paper": _is_of_paper,
    "plan": _is_of_plan,
    "voted": _is_voted,
    "performed": _is_performed,
    "self": _shares_subject,
    "dative": _is_dative,
    "future_act": _is_future_act,
    "subjunctive": _has_subjunctive,
    "report": _hangs_on_report,
}
