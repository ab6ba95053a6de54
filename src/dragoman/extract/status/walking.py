"""The walk: from the act to its governor, to the governor's governor, and so on, each cue on the way applied once.

In: the analysis, the trigger, the cue lexicon. Out: a `Judgement`. The treatment is compositional: "denied that it
planned to cancel the visit" is read inside out, visit - cancel - plan - deny, and every word does what its row in
`status_cues.tsv` says. Tense and negation are cues like any other.
"""

from dragoman.extract.grammar.tree import SUBJECTS, child, is_verbal
from dragoman.extract.status.attachment import attach, attach_infinitive, noun_of_content
from dragoman.extract.status.clauses import apply_clauses_below, apply_sequels
from dragoman.extract.status.governors import apply_governor, carries
from dragoman.extract.status.grammar import has_to, is_means_of_done, is_of_unreal, lift_conjunct
from dragoman.extract.status.judgement import Judgement
from dragoman.extract.status.modifiers import (
    WORDS,
    apply_auxiliaries,
    apply_conjunction,
    apply_modifiers,
    apply_proviso,
    share_with_subject,
)
from dragoman.extract.status.places import place_of
from dragoman.extract.status.rows import Walk
from dragoman.model.analysis import Analysis
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import StatusCue
from dragoman.vocab.word_groups import word_group

_LONGEST = 14
_OCCASIONS = frozenset({"during", "at", "on", "in", "for", "to", "after"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def judge_status(
    an: Analysis, cues: CueIndex[StatusCue], trigger: int, event_type: str, *, carrier: int | None = None
) -> Judgement:
    """The status of the act that `trigger` names, as its sentence tells it.

    Args:
        an: the analysis.
        cues: the status lexicon.
        trigger: token that names the act.
        event_type: PLOVER type of the act.
        carrier: a light verb that names the act together with a noun; its own row is passed over.
    """
    judgement = Judgement(event_type, carrier=carrier)
    walk = Walk(an, cues, trigger, judgement, trigger, [trigger])
    if an.lemma[trigger] in word_group("plots"):
        judgement.become("planned", "a plot: {} -> {}")
    if not is_verbal(an, trigger):
        apply_clauses_below(walk, trigger)
    apply_modifiers(walk, trigger)
    if an.lemma[trigger] == "be":
        _apply_predicate(walk)
    while len(walk.path) < _LONGEST and not judgement.closed and _climb(walk):
        walk.path.append(walk.node)
    if walk.missed and judgement.status == "planned":
        judgement.become("cancelled", "and was not: {} -> {}")
    apply_sequels(walk)
    _apply_mood(walk)
    if walk.weak is not None and judgement.status == "happened" and not judgement.closed:
        judgement.apply(walk.weak)
    return judgement


def _apply_predicate(walk: Walk) -> None:
    """ "is due in Rome", "is expected in Rome": what the verb "to be" says of somebody who is to be there."""
    for kid in walk.an.children[walk.trigger]:
        if walk.an.dep[kid] == "acomp" and (cue := walk.take(kid, ("adj",), "modifies")) is not None:
            walk.judgement.apply(cue)


def _climb(walk: Walk) -> bool:
    """One step up; False where the walk ends."""
    an, node = walk.an, walk.node
    if is_verbal(an, node):
        effect = apply_conjunction(walk, node)
        if effect in ("closed", "denied", "possible") and an.dep[node] not in ("ccomp", "xcomp", "acl"):
            return False
    if an.head[node] == node:
        return False
    place, upper = place_of(an, node)
    upper = attach(walk, place, upper)
    if place in ("xcomp", "purpose") and _is_too_much(an, upper):
        walk.judgement.become("denied", "too much for it: {} -> {}")
        walk.judgement.explained = True
    if place == "conj":
        upper = lift_conjunct(an, node, upper)
        _share(walk, node, upper)
    elif place == "purpose":
        _pursue(walk, upper)
    elif place == "advcl":
        return _attend(walk, node, upper)
    elif place == "relcl" and is_of_unreal(an, node, upper):
        apply_modifiers(walk, upper)
    elif place == "relcl" and (noun := noun_of_content(walk)) >= 0:
        apply_governor(walk, noun, "of")
        upper = noun
    elif place in ("", "relcl", "parataxis") or is_means_of_done(an, node, upper):
        return False
    elif place == "attr" and walk.judgement.type == "CONSULT" and _miss(walk, upper):
        pass
    elif not apply_governor(walk, upper, place):
        return _leave(walk, node, upper, place)
    walk.node = upper
    return True


def _is_too_much(an: Analysis, word: int) -> bool:
    """ "Too weak to attack", "too embroiled to attack"."""
    if an.pos[word] != "ADJ" and an.tag[word] != "VBN":
        return False
    return any(an.lemma[kid] == "too" and kid < word and an.dep[kid] == "advmod" for kid in an.children[word])


def _miss(walk: Walk, verb: int) -> bool:
    """ "It would have been her first visit": it was to be, and was called off if no word tells that it was put off."""
    moods = [kid for kid in walk.an.children[verb] if walk.an.dep[kid] == "aux"]
    if [walk.an.lemma[kid] for kid in moods] != ["would", "have"]:
        return False
    walk.used.update(moods)
    walk.judgement.become("planned", "what it would have been: {} -> {}")
    walk.missed = True
    return True


def _leave(walk: Walk, node: int, upper: int, place: str) -> bool:
    """At a governor that is no cue: an adjunct or an indefinite noun shares what is said of the clause."""
    an = walk.an
    if place in ("subj", "subjpass") and is_verbal(an, upper) and walk.judgement.type != "AGREE":
        apply_proviso(walk, upper)
    if carries(walk, node, upper, place):
        apply_modifiers(walk, upper)
    elif is_verbal(an, upper) and place in ("subj", "subjpass"):
        if not any(an.pos[each] == "ADJ" for each in walk.path):
            share_with_subject(walk, node, upper)
        return False
    elif is_verbal(an, upper) and place in _OCCASIONS and walk.judgement.status == "happened":
        apply_auxiliaries(walk, upper)
        return False
    else:
        return False
    walk.node = upper
    return True


def _share(walk: Walk, node: int, first: int) -> None:
    """"will visit and sign": a coordinated verb without subject or auxiliary of its own shares those of the first."""
    an = walk.an
    for kid in an.children[first]:
        if an.dep[kid] != "cc" or not first < kid < node:
            continue
        if an.lemma[kid] == "or":
            apply_modifiers(walk, first)
        elif cue := walk.take(kid, ("adv",), "modifies"):
            walk.judgement.apply(cue)
    if not (is_verbal(an, node) and is_verbal(an, first)) or an.tag[node] not in ("VB", "VBN", "VBG"):
        return
    if not any(an.dep[kid] in SUBJECTS or an.dep[kid] in ("aux", "auxpass") for kid in an.children[node]):
        apply_auxiliaries(walk, first)


def _pursue(walk: Walk, upper: int) -> None:
    """"flew in to hold talks": a purpose is meant to follow, unless the verb is a cue ("asked them to leave")."""
    upper = attach_infinitive(walk, upper)
    if not walk.judgement.explained and apply_governor(walk, upper, "xcomp"):
        return
    if walk.judgement.status == "happened" and not _says_so_there(walk, upper):
        walk.judgement.become("planned", "clause of purpose: {} -> {}")
    walk.judgement.explained = True
    apply_auxiliaries(walk, upper)


def _says_so_there(walk: Walk, upper: int) -> bool:
    """ "Took the floor to denounce the raid", "wrote to ask for help": an act of words is done by what is told."""
    an = walk.an
    if walk.judgement.type not in WORDS or walk.node != walk.trigger or an.tag[upper] not in ("VBD", "VBN", "VBZ"):
        return False
    return not any(an.dep[kid] == "neg" or an.tag[kid] == "MD" for kid in an.children[upper])


def _attend(walk: Walk, node: int, upper: int) -> bool:
    """A clause of circumstance shares the future of its main clause ("will visit Rome, meeting the Pope")."""
    if walk.an.tag[node] == "VBD":
        return False
    apply_auxiliaries(walk, upper)
    if any(walk.an.dep[kid] == "mark" for kid in walk.an.children[node]) or walk.an.tag[node] != "VBG":
        return False
    walk.node = upper
    return True


def _apply_mood(walk: Walk) -> None:
    """An infinitive or a bare subjunctive that no cue explains tells no fact; in a headline it tells a plan."""
    an, judgement = walk.an, walk.judgement
    if judgement.explained or judgement.closed or judgement.status != "happened":
        return
    verb = next((node for node in walk.path if is_verbal(an, node) and an.tag[node] == "VB"), None)
    if verb is None or an.dep[verb] == "conj" and not has_to(an, verb) and an.tag[an.head[verb]] in _FINITE:
        return
    if an.dep[verb] == "ROOT" and child(an, verb, "nsubj") is not None and not has_to(an, verb):
        return  # "Ann Roe and Bo Lee shake hands": a present tense, whatever the parse calls it
    if an.dep[verb] == "csubj":
        judgement.become("possible", "an infinitive as subject: {} -> {}")
    elif has_to(an, verb) and an.dep[verb] != "advcl" and not _has_finite_before(an, verb):
        judgement.become("planned", "infinitive of a headline: {} -> {}")
    elif _is_aim(walk, verb):
        if judgement.type not in WORDS:
            judgement.become("planned", "infinitive of an aim: {} -> {}")
    elif has_to(an, verb) or not any(an.dep[kid] in ("aux", "neg") for kid in an.children[verb]):
        judgement.become("proposed", "infinitive or subjunctive without a cue: {} -> {}")


def _is_aim(walk: Walk, verb: int) -> bool:
    """ "Trained men to fight", "was in Rome to ask for help": what somebody does or is somewhere for."""
    an, upper = walk.an, walk.an.head[verb]
    if an.dep[verb] != "xcomp" or not has_to(an, verb) or an.tag[upper] not in ("VBD", "VBN"):
        return False
    if an.lemma[upper] == "be":
        return any(an.dep[kid] == "prep" for kid in an.children[upper] if kid < verb)
    return any(an.dep[kid] == "dobj" for kid in an.children[upper] if upper < kid < verb)


def _has_finite_before(an: Analysis, verb: int) -> bool:
    """Whether a finite verb goes before, or the sentence has a full stop: then it is no headline."""
    sentence = an.sentences[an.sentence[verb]]
    return any(an.tag[token] in _FINITE for token in range(sentence.first, verb)) or an.word[sentence.last - 1] == "."
