"""What stands directly on a word: negation, auxiliaries, adverbs, adjectives, its conjunction, a condition below it.

In: a `Walk` and a token on its path. Out: the judgement changed, from the inside out: negation, auxiliary, the rest.
"""

from dragoman.extract.grammar.tree import PASSIVE_SUBJECTS, SUBJECTS, is_verbal
from dragoman.extract.status.grammar import has_subject, is_definite
from dragoman.extract.status.negation import is_negation, is_none
from dragoman.extract.status.rows import Walk
from dragoman.model.analysis import Analysis
from dragoman.vocab.cues import StatusCue
from dragoman.vocab.word_groups import word_group

_KINDS: dict[str, tuple[str, ...]] = {
    "neg": ("adv",), "aux": ("aux",), "auxpass": ("aux",), "det": ("det",), "preconj": ("det", "adv"),
    "amod": ("adj", "noun"), "compound": ("adj", "noun"), "nmod": ("adj", "noun"), "advmod": ("adv", "adj", "det"),
    "npadvmod": ("adv",), "prep": ("adv",),
}  # fmt: skip
_CONJUNCTIONS = frozenset({"mark", "advmod", "cc"})
WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN"})
_DEEDS = frozenset({"ASSAULT", "COERCE", "SANCTION"})
"""Hostile deeds: "a raid will only make it worse" tells what one would bring, not that one is planned."""
_UNREAL = frozenset({"would", "'d", "could", "may", "might", "can"})
_SHIFT = 3
"""How many words before its first one a conjunction of several words may begin, where the parser split it off."""


def apply_modifiers(walk: Walk, node: int, *, negation: bool = True) -> None:
    """Let the modifiers of a word work; without `negation` where the governing cue has used it up.

    "No details of the talks" denies what is told of them, not the talks.
    """
    an = walk.an
    kids = an.children[node]
    told_of = node != walk.trigger and an.lemma[node] in word_group("word-of-it")
    of_another = told_of or _is_one_of_many(walk, node) or _is_only_called(walk, node)
    if negation and not of_another:
        for kid in kids:
            if is_negation(walk, kid):
                _apply(walk, kid, _KINDS[an.dep[kid]])
            elif _is_participant(walk, node, kid) and is_verbal(an, node) and is_none(walk, kid):
                walk.judgement.become("denied", "no one did: {} -> {}")
    for kid in kids:
        if an.dep[kid] in _KINDS and not is_negation(walk, kid) and not _is_of_the_paper(walk, node, kid):
            _apply(walk, kid, _KINDS[an.dep[kid]])
    if is_verbal(an, node):
        _apply_inversion(walk, node)
        for kid in kids:
            if an.dep[kid] == "advcl":
                _apply_condition(walk, kid)
        if walk.judgement.status in ("planned", "denied") and _is_for_want_of(an, node):
            walk.judgement.become("possible", "for want of something: {} -> {}")


def _is_one_of_many(walk: Walk, node: int) -> bool:
    """ "Is not the first leader to visit Rome": others did so too, and so did he."""
    an, below = walk.an, walk.node
    if an.head[below] != node or an.dep[below] != "attr":
        return False
    return any(an.lemma[kid] in ("first", "only", "last") for kid in an.children[below])


def _is_only_called(walk: Walk, node: int) -> bool:
    """ "The talks were no endless affair", "the war is not a mistake": what it is called is denied, not that it is."""
    an, act = walk.an, walk.trigger
    if an.lemma[node] != "be" or an.head[act] != node or an.dep[act] != "nsubj" or not is_definite(an, act):
        return False
    return any(an.dep[kid] == "attr" and an.pos[kid] == "NOUN" for kid in an.children[node])


def _is_of_the_paper(walk: Walk, node: int, kid: int) -> bool:
    """ "A draft resolution, agreed by Chad", "a long-delayed deal to let troops stay": said of the paper alone."""
    an, act = walk.an, walk.trigger
    if act == node or an.dep[kid] != "amod" or not is_verbal(an, act):
        return False
    if an.lemma[node] not in word_group("signed-paper"):
        return False
    agreed = an.head[act] == node and an.dep[act] == "acl" and an.tag[act] == "VBN"
    return agreed or bool({an.lemma[kid], an.word[kid].lower()} & word_group("slow"))


def _is_participant(walk: Walk, node: int, kid: int) -> bool:
    """A subject; of the act itself also whom or what it is done to ("no envoy was expelled", "signed no treaty")."""
    label = walk.an.dep[kid]
    return label in SUBJECTS or node == walk.trigger and (label in PASSIVE_SUBJECTS or label == "dobj")


def _apply(walk: Walk, at: int, kinds: tuple[str, ...]) -> None:
    cue = walk.take(at, kinds, "modifies")
    if cue is not None and cue.pos == "det" and cue.effect == "possible":
        walk.weak = cue
    elif cue is not None:
        walk.judgement.apply(cue)
        walk.judgement.explained |= cue.pos == "aux"
        if cue.also:
            walk.note_also(cue, at)


def apply_auxiliaries(walk: Walk, verb: int) -> None:
    """A coordinated or dependent clause shares the future, mood and modality of `verb`, not its negation."""
    for kid in walk.an.children[verb]:
        if walk.an.dep[kid] == "aux":
            _apply(walk, kid, ("aux",))


def share_with_subject(walk: Walk, noun: int, verb: int) -> None:
    """What the mood of a verb that is no cue tells of the act that is its subject.

    "An attack would cause outrage" is a thought, and so is "any raid will"; "talks will help" lie ahead; "the talks
    would cover trade" tells nothing of whether they are held, and an accusation was made whatever it may lead to.
    """
    an, judgement = walk.an, walk.judgement
    if judgement.status != "happened" or judgement.type in WORDS:
        return
    moods = {an.lemma[kid] for kid in an.children[verb] if an.dep[kid] == "aux"}
    thought = moods & (_UNREAL if judgement.type not in _DEEDS else _UNREAL | {"will"})
    if is_definite(an, noun):
        if judgement.type == "CONSULT" and noun == walk.trigger and not moods & _UNREAL:
            apply_auxiliaries(walk, verb)
    elif _is_single(an, noun) and thought:
        judgement.become("possible", "subject of a thought: {} -> {}")
    else:
        apply_auxiliaries(walk, verb)


def _is_single(an: Analysis, noun: int) -> bool:
    return any(an.lemma[kid] in ("a", "an", "any") for kid in an.children[noun])


def apply_conjunction(walk: Walk, verb: int) -> str:
    """Apply what opens the clause of `verb`, of several the row of most words; gives its effect, "" without one."""
    an = walk.an
    kids = (walk.find(kid, ("conj",), "clause") for kid in an.children[verb] if an.dep[kid] in _CONJUNCTIONS)
    found = [each for each in kids if each]
    if (found or an.dep[verb] == "conj" or has_subject(an, verb)) and (split := _split_conjunction(walk, verb)):
        found.append(split)
    if not found:
        return ""
    cue, tokens = max(found, key=lambda each: len(each[1]))
    walk.used.update(tokens)
    walk.judgement.apply(cue)
    return cue.effect


def _split_conjunction(walk: Walk, verb: int) -> tuple[StatusCue, list[int]] | None:
    """A conjunction of several words that the parser hung on several heads ("as soon as")."""
    an = walk.an
    first = _leftmost(an, verb)
    for at in range(max(0, first - _SHIFT), min(first + _SHIFT, verb)):
        found = walk.find(at, ("conj",), "clause")
        if found is None or len(found[1]) == 1 or _has_object(an, found[1][-1], verb):
            continue
        if found[1][-1] - found[1][0] < len(found[1]) and found[1][0] >= first - _SHIFT:
            return found
    return None


def _has_object(an: Analysis, word: int, verb: int) -> bool:
    """"instead of attacking, it should sign": a preposition with an object of its own opens no clause of `verb`."""
    return any(an.dep[kid] in ("pobj", "pcomp") and kid != verb for kid in an.children[word])


def _leftmost(an: Analysis, token: int) -> int:
    while an.children[token] and an.children[token][0] < token:
        token = an.children[token][0]
    return token


def is_inverted(an: Analysis, verb: int) -> bool:
    """Whether an auxiliary stands before the subject: a question, a condition without "if", after "not until"."""
    subject = next((kid for kid in an.children[verb] if an.dep[kid] in SUBJECTS or an.dep[kid] == "nsubjpass"), verb)
    first = next((kid for kid in an.children[verb] if an.dep[kid] in ("aux", "auxpass")), verb)
    return first < subject < verb


def is_condition(an: Analysis, verb: int) -> bool:
    """"Should Baku attack", "had the talks failed": a dependent clause that is inverted."""
    if an.dep[verb] not in ("advcl", "ccomp") or not is_inverted(an, verb) or is_question(an, verb):
        return False
    first = next(kid for kid in an.children[verb] if an.dep[kid] != "punct")
    return an.dep[first] in ("aux", "auxpass") and an.lemma[first] in ("should", "have", "be")


def is_question(an: Analysis, verb: int) -> bool:
    """Whether a clause asks if something is so ("why did it" takes for granted that it did)."""
    last = an.sentences[an.sentence[verb]].last
    if "?" not in an.word[verb:last] or not is_inverted(an, verb):
        return False
    return not any(an.tag[kid] in ("WRB", "WP", "WDT") and kid < verb for kid in an.children[verb])


def _apply_inversion(walk: Walk, verb: int) -> None:
    an, judgement = walk.an, walk.judgement
    if is_condition(an, verb):
        judgement.become("possible", "inverted condition: {} -> {}")
    elif is_inverted(an, verb):
        first = an.sentences[an.sentence[verb]].first
        if is_question(an, verb):
            judgement.become("possible", "question: {} -> {}")
        elif an.head[first] not in (verb, first) and an.dep[first] == "neg":
            _apply(walk, first, ("adv",))
        fronted = (kid for kid in an.children[verb] if kid < verb and an.dep[kid] == "prep")
        if any(is_none(walk, obj) for prep in fronted for obj in an.children[prep]):
            judgement.become("denied", "under no circumstances: {} -> {}")


def apply_proviso(walk: Walk, verb: int) -> None:
    """"The pipeline, if built, could": a condition without a subject is about the subject of its main clause."""
    an = walk.an
    for clause in an.children[verb]:
        if an.dep[clause] != "advcl" or an.tag[clause] != "VBN" or has_subject(an, clause):
            continue
        for mark in (kid for kid in an.children[clause] if an.dep[kid] in _CONJUNCTIONS):
            cue = walk.take(mark, ("conj",), "clause")
            if cue is not None and cue.effect == "possible":
                walk.judgement.apply(cue)


def _is_for_want_of(an: Analysis, verb: int) -> bool:
    """ "Will not send troops without a mandate", "failing a deal it will": what happens hangs on something else."""
    ahead = any(an.dep[kid] == "aux" and an.lemma[kid] in ("will", "shall", "can") for kid in an.children[verb])
    lacks = (kid for kid in an.children[verb] if an.dep[kid] == "prep" and an.lemma[kid] in word_group("lacking"))
    return ahead and any(an.dep[each] == "pobj" for kid in lacks for each in an.children[kid])


def _apply_condition(walk: Walk, clause: int) -> None:
    """"Will strike if ...": what hangs on a condition is possible, not planned."""
    an, judgement = walk.an, walk.judgement
    if judgement.status != "planned":
        return
    if is_condition(an, clause):
        judgement.become("possible", "under an inverted condition: {} -> {}")
    for kid in an.children[clause]:
        if an.dep[kid] in _CONJUNCTIONS:
            row = next((row for row in walk.cues.get(an.lemma[kid]) if row.pos == "conj" and "main" in row.scope), None)
            if row is not None:
                judgement.become("possible", f"{row.cue}: {{}} -> {{}} ({row.where})")
