"""The grammatical places around a word that can name an event, and which tokens fill them.

In: an analysis and the trigger's token. Out: slot name -> tokens, in order of preference. Slot names are those of the
predicate lexicon: subj obj iobj prt mod poss xcomp ccomp and every preposition. For a noun the clause around it also
counts: the verb that carries it lends its subject and its prepositional phrases.
"""

from collections import defaultdict
from dataclasses import dataclass

from dragoman.extract.grammar.amounts import find_amount
from dragoman.extract.grammar.arguments import objects, subjects, surface_subjects, surroundings
from dragoman.extract.grammar.asking import clauses_asked, is_infinitive
from dragoman.extract.grammar.doing import LAID_ON, clauses_of_course, clauses_of_doing, doers_blamed
from dragoman.extract.grammar.passives import is_passive, modifies_noun
from dragoman.extract.grammar.tree import (
    MODIFIERS,
    PASSIVE_SUBJECTS,
    PREDICATIVE,
    SUBJECTS,
    child,
    is_verbal,
    prepositions,
)
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

Slots = dict[str, list[int]]
_CARRYING = frozenset({"in", "into", "to", "on", "for"})
"""Prepositions by which a verb carries the noun after them ("went into talks", "arrived for a stop")."""
_MEANS = (("against", "hits-with"), ("to", "furnishes-with"))
"""Where the object of a verb stands for the noun after its "with", and the verbs."""
LENT = frozenset({
    "with", "between", "among", "against", "to", "from", "on", "in", "at", "for", "over", "into", "by",
    "before", "outside",
})  # fmt: skip
_SCENE = frozenset({"in", "at", "with", "between"})
"""Prepositions by which a clause tells of a noun's place and parties: "the talks, which were held in Oslo"."""


@dataclass(frozen=True, slots=True)
class Slotted:
    """The slots of one trigger: its own, those lent by the words around it, and the verb that carries a noun."""

    own: Slots
    lent: Slots
    carrier: int | None = None

    def get(self, slot: str) -> list[int]:
        """Tokens in a slot: own first, lent ones only if there are no own."""
        return self.own.get(slot) or self.lent.get(slot) or []


def slots_of(an: Analysis, token: int) -> Slotted:
    """The slots of a verb, noun or adjective."""
    return _verb_slots(an, token) if is_verbal(an, token) else _noun_slots(an, token)


def _verb_slots(an: Analysis, verb: int) -> Slotted:
    own: Slots = defaultdict(list)
    lent: Slots = defaultdict(list)
    own["subj"] = subjects(an, verb)
    own["obj"] = objects(an, verb)
    for kid in an.children[verb]:
        label = an.dep[kid]
        if label == "prt":
            own["prt"].append(kid)
        elif label == "dative":
            own["iobj"].append(kid if an.pos[kid] != "ADP" else next(iter(an.children[kid]), kid))
        elif label in ("xcomp", "ccomp") or (label == "advcl" and an.tag[kid] == "VBG"):
            own[label].append(kid)
        elif label in ("attr", "oprd", "acomp"):
            own["attr"].append(kid)
        if label in ("advcl", "ccomp") and any(an.dep[k] == "mark" and an.lemma[k] == "for" for k in an.children[kid]):
            own["for"].append(kid)
    passive = is_passive(an, verb)
    for name, obj in prepositions(an, verb):
        if name != "by" or not passive:
            own[name].append(obj)
    if not own["in"]:
        own["in"].extend(_where(an, verb))
    for kid in own["attr"]:
        if an.pos[kid] in ("ADJ", "ADV", "VERB"):
            for name, inner in prepositions(an, kid):
                lent[name].append(inner)
    for obj in own["obj"]:
        for name, inner in prepositions(an, obj):
            if name in LENT:
                lent[name].append(inner)
    if not own["xcomp"]:
        own["xcomp"] = clauses_asked(an, verb, [noun for name in ("on", "upon", "to") for noun in own[name]])
    joined = an.dep[verb] == "conj" and is_verbal(an, an.head[verb])
    if not joined and not any(own[name] for name in LENT):
        _lend_from_conjunct(an, verb, lent)
    return Slotted(own, lent)


def _where(an: Analysis, verb: int) -> list[int]:
    """ "Amman, where she opened the talks": the place that a relative clause tells of."""
    relative = any(an.lemma[kid] == "where" and an.dep[kid] == "advmod" for kid in an.children[verb])
    return [an.head[verb]] if relative and an.dep[verb] == "relcl" else []


def _lend_from_conjunct(an: Analysis, verb: int, lent: Slots) -> None:
    """"met and talked with X": the last verb's phrases serve the first one too."""
    for kid in an.children[verb]:
        if an.dep[kid] == "conj" and is_verbal(an, kid) and child(an, kid, *SUBJECTS) is None:
            for name, obj in prepositions(an, kid):
                if name in ("with", "against"):
                    lent[name].append(obj)


def _noun_slots(an: Analysis, noun: int) -> Slotted:
    own: Slots = defaultdict(list)
    lent: Slots = defaultdict(list)
    for kid in an.children[noun]:
        if an.dep[kid] == "poss":
            own["poss"].append(kid)
        elif an.dep[kid] == "amod" and an.lemma[kid] in word_group("led-by") and modifies_noun(an, kid):
            own["by"].extend(subjects(an, kid))
        elif an.dep[kid] in MODIFIERS:
            own[_place_of_modifier(an, kid)].append(kid)
        elif an.dep[kid] in ("acl", "relcl") and is_infinitive(an, kid):
            own["xcomp"].append(kid)
        elif an.dep[kid] == "acl":
            _add_clause(an, kid, own)
        elif an.dep[kid] == "relcl" and is_passive(an, kid):
            own["by"].extend(subjects(an, kid))
    for name, obj in prepositions(an, noun):
        own[name].append(obj)
    for clause in clauses_of_doing(an, noun):
        _add_doing(an, clause, own)
    for name, obj in (each for clause in clauses_of_course(an, noun) for each in prepositions(an, clause)):
        if name in _SCENE and not own[name]:
            own[name].append(obj)
    if an.pos[noun] == "ADJ":
        own["subj"].extend(_bearers(an, noun))
    top = _shared_modifiers(an, noun, own)
    carrier = _lend_from_carrier(an, top, lent)
    if not lent["subj"]:
        lent["ctx"] = surroundings(an, top)
        lent["there"] = _who_is_there(an, top)
    _move_blamed(doers_blamed(an, noun), own, lent)
    return Slotted(own, lent, carrier)


def _move_blamed(blamed: list[int], own: Slots, lent: Slots) -> None:
    """Those to whom an act is laid are its doers, not whom it is done to."""
    for table in (own, lent):
        for name in LAID_ON if blamed else ():
            table[name] = [token for token in table[name] if token not in blamed]
    own["by"].extend(blamed)


def _add_doing(an: Analysis, verb: int, own: Slots) -> None:
    """ "The visit that Ann Roe paid to Chad": doer and phrases of the clause are those of the noun."""
    own["by"].extend(subjects(an, verb))
    for name, obj in prepositions(an, verb):
        if name in LENT and name != "by":
            own[name].append(obj)


def _bearers(an: Analysis, adjective: int) -> list[int]:
    """ "Chad is critical of it", "Chad, critical of it, left", "a visiting minister": of whom the word is said."""
    first = adjective
    while an.dep[first] == "conj" and an.pos[an.head[first]] == "ADJ":
        first = an.head[first]
    head = an.head[first]
    if an.dep[first] in PREDICATIVE and is_verbal(an, head):
        return surface_subjects(an, head)
    behind = head < first and an.word[head + 1 : first].count(",") == 1
    ends_so = an.lemma[adjective].endswith("ing")
    return [head] if an.dep[first] == "amod" and (ends_so or behind) else []


def _place_of_modifier(an: Analysis, modifier: int) -> str:
    """ "anti-American protests", "a pro-Syrian rally": the side named is the target or the cause, not who does it.

    So it is of a journey: "his Asian tour", "the Indian trip".
    """
    if an.lemma[an.head[modifier]] in word_group("tour-noun"):
        return "to"
    before = [word.lower() for word in an.word[max(0, modifier - 2) : modifier]]
    for prefix, place in (("anti", "against"), ("pro", "for")):
        if an.lemma[modifier].startswith(f"{prefix}-") or before == [prefix, "-"]:
            return place
    return "mod"


def _add_clause(an: Analysis, clause: int, own: Slots) -> None:
    """"a summit involving X", "an attack launched by Y", "the deal signed with Z"."""
    if an.tag[clause] == "VBN":
        own["by"].extend(subjects(an, clause))
    elif an.lemma[clause] in word_group("involves"):
        own["between"].extend(objects(an, clause))
    elif an.lemma[clause] in word_group("targets"):
        own["against"].extend(objects(an, clause))
    for name, obj in prepositions(an, clause):
        if name in LENT and name != "by":
            own[name].append(obj)


def _shared_modifiers(an: Analysis, noun: int, own: Slots) -> int:
    """A coordinated noun shares possessor, modifiers and later phrases of the others; gives the first conjunct."""
    top = noun
    while an.dep[top] == "conj" and an.head[top] != top and not is_verbal(an, an.head[top]):
        top = an.head[top]
    if top != noun:
        for kid in an.children[top]:
            if an.dep[kid] == "poss" and not own["poss"]:
                own["poss"].append(kid)
            elif an.dep[kid] == "amod" and not own["mod"] and an.word[kid][0].isupper():
                own["mod"].append(kid)
    for kid in an.children[noun]:
        if an.dep[kid] == "conj" and not is_verbal(an, kid):
            for name, obj in prepositions(an, kid):
                if not own[name]:
                    own[name].append(obj)
    return top


def _who_is_there(an: Analysis, noun: int) -> list[int]:
    """ "X said on a visit to Y", "X, ahead of a visit, said", "X returned from a visit": who the phrase tells of."""
    link = an.head[noun]
    if an.dep[noun] != "pobj":
        return []
    word = an.word[link].lower()
    above = an.head[link]
    if word == "of" and an.lemma[above] in word_group("ahead"):
        word, above = an.lemma[above], an.head[above]
        if an.pos[above] == "ADP":
            above = an.head[above]
    goes = an.lemma[above] in word_group("goes")
    if an.lemma[above] == "back":
        above, goes = an.head[above], True
    if word not in word_group("circumstance") and not (goes and word in word_group("going-with")):
        return []
    if is_verbal(an, above):
        return surface_subjects(an, above)
    if an.pos[above] == "NOUN" and goes:
        owners = [kid for kid in an.children[above] if an.dep[kid] == "poss"]
        if owners:
            return owners
        return surroundings(an, above) if an.dep[above] != "pobj" else _who_is_there(an, above)
    return [above] if an.pos[above] == "PROPN" else []


def _lend_to_means(an: Analysis, verb: int, lent: Slots) -> int | None:
    """ "Hit Iran with sanctions", "supplied Chad with arms": the object is whom the noun goes to."""
    towards = next((slot for slot, group in _MEANS if an.lemma[verb] in word_group(group)), "")
    if not towards:
        return None
    lent["subj"] = subjects(an, verb)
    lent[towards] = objects(an, verb)
    return verb


def _lend_from_carrier(an: Analysis, noun: int, lent: Slots) -> int | None:
    """What the verb that carries the noun lends: subject and phrases of "X held talks in Paris with Y"."""
    amount = find_amount(an, noun)
    noun = noun if amount is None else amount
    head, label = an.head[noun], an.dep[noun]
    if head == noun:
        return None
    if is_verbal(an, head):
        if label in ("dobj", "attr", "oprd", "dative"):
            lent["subj"] = subjects(an, head) if label != "attr" else []
            lent["iobj"] = [k for k in an.children[head] if an.dep[k] == "dative" and an.pos[k] != "ADP" and k != noun]
        elif label in SUBJECTS | PASSIVE_SUBJECTS:
            if is_passive(an, head):
                lent["subj"] = subjects(an, head)
            elif label in SUBJECTS:
                lent["iobj"] = []
        else:
            return None
        for name, obj in prepositions(an, head):
            if name in LENT and obj != noun:
                lent[name].append(obj)
        if not lent["in"]:
            lent["in"].extend(_where(an, head))
        return head
    if label == "pobj" and is_verbal(an, an.head[head]) and an.word[head].lower() == "with":
        return _lend_to_means(an, an.head[head], lent)
    if label == "pobj" and is_verbal(an, an.head[head]) and an.word[head].lower() in _CARRYING:
        verb = an.head[head]
        if an.lemma[verb] in word_group("takes-part"):
            lent["subj"] = subjects(an, verb)
            for name, obj in prepositions(an, verb):
                if name in LENT and obj != noun:
                    lent[name].append(obj)
            return verb
    return None

