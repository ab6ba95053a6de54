"""Who is subject and object of a word in meaning: own, shared, controlled, relative, turned round in a passive.

All functions take the analysis and token numbers and give token numbers. Passives are turned round here, and control,
relative clauses and coordination are followed, so that "logical" subjects and objects come out.
"""

from dragoman.extract.grammar.passives import doers_before, is_passive, is_predicative, is_seen, modifies_noun
from dragoman.extract.grammar.repairs import find_listed_subject, find_split_subject
from dragoman.extract.grammar.tree import (
    MODIFIERS,
    PASSIVE_SUBJECTS,
    SUBJECTS,
    antecedent,
    child,
    is_verbal,
    objects_of,
    prepositions,
)
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group


def subjects(an: Analysis, verb: int, depth: int = 0) -> list[int]:
    """Logical subjects of a verb: own, by-phrase of a passive, shared, controlled or relative."""
    if depth > 6:
        return []
    own = [antecedent(an, kid) for kid in an.children[verb] if an.dep[kid] in SUBJECTS]
    passive = is_passive(an, verb)
    if own and not passive:
        return own
    if passive:
        return _own_bearers(an, verb) or _agents(an, verb)
    return _inherited_subjects(an, verb, depth)


def _own_bearers(an: Analysis, verb: int) -> list[int]:
    """ "Norway is committed to building roads": of whom a passive that needs no doer is said."""
    if an.lemma[verb] not in word_group("own-state") or _agents(an, verb):
        return []
    above = an.head[verb] if is_predicative(an, verb) else verb
    return [antecedent(an, kid) for kid in an.children[above] if an.dep[kid] in SUBJECTS | PASSIVE_SUBJECTS]


def _agents(an: Analysis, verb: int) -> list[int]:
    """The doer of a passive: after "by", before a participle, or that of the passive it is coordinated with."""
    if modifies_noun(an, verb):
        return doers_before(an, verb)
    kids = [kid for kid in an.children[verb] if an.dep[kid] in ("agent", "prep") and an.lemma[kid] == "by"]
    found = [obj for kid in kids for _, obj in objects_of(an, kid, "by")]
    if found:
        return found
    last = [kid for kid in an.children[verb] if an.dep[kid] == "conj" and is_verbal(an, kid) and is_passive(an, kid)]
    return [agent for kid in last for agent in _agents(an, kid)]


def _inherited_subjects(an: Analysis, verb: int, depth: int) -> list[int]:
    label, head = an.dep[verb], an.head[verb]
    if head == verb:
        return find_listed_subject(an, verb)
    if label == "conj" and is_verbal(an, head):
        return find_split_subject(an, verb) or surface_subjects(an, head, depth + 1)
    if label == "amod" and an.tag[verb] == "VBG":
        return [head]
    if label == "xcomp" and is_verbal(an, head):
        return _controller(an, head, depth)
    if label == "advcl" and child(an, verb, "mark") is None and is_verbal(an, head):
        return (_asked(an, head) if an.tag[verb] == "VB" else []) or surface_subjects(an, head, depth + 1)
    if label == "acl":
        return _subject_of_noun_clause(an, verb, head, depth)
    if label == "relcl" and (child(an, verb, "dobj", "nsubj") is None or _is_task(an, verb)):
        return [head]
    if label == "pcomp":
        return _subject_of_gerund(an, head, depth)
    if label == "ccomp" and an.tag[verb] in ("VB", "VBG") and is_verbal(an, head):
        return _controller(an, head, depth)
    if an.pos[head] in ("ADJ",) and label == "xcomp":
        return _inherited_from_adjective(an, head, depth)
    return []


def _is_task(an: Analysis, verb: int) -> bool:
    """ "The first state to recognise it": an infinitive with an object of its own is what the noun before it does."""
    return an.tag[verb] == "VB" and child(an, verb, "nsubj") is None and child(an, verb, "dobj") is not None


def _inherited_from_adjective(an: Analysis, adjective: int, depth: int) -> list[int]:
    own = [antecedent(an, kid) for kid in an.children[adjective] if an.dep[kid] in SUBJECTS]
    head = an.head[adjective]
    return own or (surface_subjects(an, head, depth + 1) if is_verbal(an, head) else [head])


def _controller(an: Analysis, governor: int, depth: int) -> list[int]:
    if an.lemma[governor] in word_group("steers-object"):
        found = objects(an, governor, depth + 1)
        if found:
            return found
    return _asked(an, governor) or surface_subjects(an, governor, depth + 1)


def _asked(an: Analysis, governor: int) -> list[int]:
    """ "Called on Chad to leave", "renewed an appeal to them to stop": who is asked stands after a preposition."""
    around = list(prepositions(an, governor))
    if an.lemma[governor] in word_group("asks-by-preposition"):
        return [obj for name, obj in around if name in ("on", "upon", "to", "with")]
    asking = word_group("asking-noun")
    words = [kid for kid in an.children[governor] if an.dep[kid] == "dobj" and an.lemma[kid] in asking]
    around.extend(each for word in words for each in prepositions(an, word))
    return [obj for name, obj in around if name in ("on", "upon", "to")] if words else []


def _subject_of_noun_clause(an: Analysis, verb: int, noun: int, depth: int) -> list[int]:
    if child(an, verb, "aux") is None and an.tag[verb] != "VB":
        return [noun]
    asked = [obj for name, obj in prepositions(an, noun) if name in ("on", "upon", "to")]
    if asked and an.lemma[noun] in word_group("asking-noun"):
        return asked
    owner = child(an, noun, "poss")
    if owner is not None:
        return [owner]
    named = [kid for kid in an.children[noun] if an.dep[kid] in MODIFIERS and an.tag[kid] in ("JJ", "NNP", "NNPS")]
    return named or surroundings(an, noun, depth + 1)


def _comes_to(an: Analysis, verb: int) -> bool:
    """ "They agree when it comes to condemning it": the subject is that of the clause above."""
    words = {an.word[kid].lower() for kid in an.children[verb]}
    return an.lemma[verb] == "come" and {"when", "it", "to"} <= words and an.dep[verb] == "advcl"


def _subject_of_gerund(an: Analysis, prep: int, depth: int) -> list[int]:
    governor = an.head[prep]
    if is_verbal(an, governor):
        if _comes_to(an, governor):
            governor = an.head[governor]
        if an.lemma[governor] == "join" and an.word[prep].lower() == "in":
            return [*surface_subjects(an, governor, depth + 1), *objects(an, governor, depth + 1)]
        turns = an.word[prep].lower() in ("of", "for", "from", "into", "against")
        if turns and an.lemma[governor] in word_group("steers-object"):
            found = objects(an, governor, depth + 1)
            if found:
                return found
        return surface_subjects(an, governor, depth + 1)
    owner = child(an, governor, "poss")
    if owner is not None:
        return [owner]
    return surroundings(an, governor, depth + 1)


def surroundings(an: Analysis, noun: int, depth: int = 0) -> list[int]:
    """Subjects of the clause in which a noun stands; used when the noun names no doer of its own."""
    token = noun
    for _ in range(8):
        head = an.head[token]
        if head == token:
            return []
        if is_verbal(an, head):
            if an.dep[token] in SUBJECTS | PASSIVE_SUBJECTS:
                return []
            return surface_subjects(an, head, depth + 1)
        owner = child(an, head, "poss")
        if owner is not None and owner != token:
            return [owner]
        token = head
    return []


def surface_subjects(an: Analysis, verb: int, depth: int = 0) -> list[int]:
    """Grammatical subjects, a passive one included ("was supposed to be")."""
    own = [antecedent(an, kid) for kid in an.children[verb] if an.dep[kid] in SUBJECTS | PASSIVE_SUBJECTS]
    return own or ([] if depth > 6 else subjects(an, verb, depth + 1))


def objects(an: Analysis, verb: int, depth: int = 0) -> list[int]:
    """Logical objects of a verb: own, subject of a passive, shared with a coordinated verb, or relative."""
    if depth > 6:
        return []
    own = (kid for kid in an.children[verb] if an.dep[kid] in ("dobj", "dative") and an.pos[kid] != "ADP")
    found = [antecedent(an, kid) for kid in own]
    if found:
        return found
    if is_passive(an, verb):
        if _own_bearers(an, verb):
            return []
        patients = [antecedent(an, kid) for kid in an.children[verb] if an.dep[kid] in PASSIVE_SUBJECTS]
        patients = patients or _subjects_of_auxiliary(an, verb)
        if patients:
            return patients
        if an.dep[verb] in ("acl", "amod"):
            return [an.head[verb]]
        if an.dep[verb] == "ROOT":
            return [kid for kid in an.children[verb] if an.dep[kid] in SUBJECTS]
        if is_seen(an, verb):
            seen = [kid for kid in an.children[verb] if an.dep[kid] in SUBJECTS]
            return seen or objects(an, an.head[verb], depth + 1)
        if an.dep[verb] == "conj":
            return surface_subjects(an, an.head[verb], depth + 1)
        if an.dep[verb] == "xcomp" or is_predicative(an, verb):
            return surface_subjects(an, an.head[verb], depth + 1)
        return []
    if an.dep[verb] == "relcl" and child(an, verb, *SUBJECTS) is not None:
        pronoun = next((kid for kid in an.children[verb] if an.tag[kid] in ("WDT", "WP")), None)
        if pronoun is None or an.dep[pronoun] not in SUBJECTS:
            return [an.head[verb]]
    for kid in an.children[verb]:
        if an.dep[kid] == "conj" and is_verbal(an, kid) and kid - verb < 6 and child(an, kid, *SUBJECTS) is None:
            return objects(an, kid, depth + 1)
    return []


def _subjects_of_auxiliary(an: Analysis, verb: int) -> list[int]:
    """ "The Danes are opposed to it": the parse may hang the subject on the auxiliary."""
    auxiliaries = (kid for kid in an.children[verb] if an.dep[kid] == "auxpass")
    return [kid for each in auxiliaries for kid in an.children[each] if an.dep[kid] in SUBJECTS | PASSIVE_SUBJECTS]
