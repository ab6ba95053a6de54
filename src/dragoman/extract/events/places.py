"""Where an event took place: the place that its own words, or the clause around it, name.

In: the analysis, the trigger, its slots. Out: the place as written, "" if none is named in the sentence.
"""

from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.slots import Slotted
from dragoman.extract.grammar.tree import is_verbal, prepositions
from dragoman.model.analysis import Analysis
from dragoman.vocab.word_groups import word_group

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OWN = {
    "visits": ("to", "in", "into", "at", "obj"), "hosts": ("in", "at"), "withdraws": ("from", "out", "in"),
    "acts-on": ("in", "of", "near", "on", "at", "into", "over"), "deploys": ("in", "to", "near", "at", "along", "on"),
}  # fmt: skip
_ANYWHERE = ("in", "at", "near", "outside")
_GOES = word_group("goes")


def find_place(an: Analysis, who: Who, trigger: int, slots: Slotted, frame: str) -> str:
    """The place of an event, as its words stand in the text with single spaces."""
    for slot in (*_OWN.get(frame, ()), *_ANYWHERE):
        for token in slots.own.get(slot, ()):
            place = _place_at(an, who, token) or slot in _ANYWHERE and _place_of_setting(an, who, token)
            if place:
                return place
    if place := _place_before(an, who, trigger):
        return place
    for slot in _ANYWHERE:
        for token in slots.lent.get(slot, ()):
            place = _place_at(an, who, token)
            if place:
                return place
    for verb in _clause_verbs(an, trigger):
        for name, token in prepositions(an, verb):
            if name in _ANYWHERE:
                place = _place_at(an, who, token) or _place_of_setting(an, who, token)
                if place:
                    return place
    return _place_of_journey(an, who, trigger)


def _place_of_setting(an: Analysis, who: Who, noun: int) -> str:
    """ "Met at a summit in Rome": the place of the occasion at which something is done."""
    if an.pos[noun] not in ("NOUN", "PROPN"):
        return ""
    for name, token in prepositions(an, noun):
        place = _place_at(an, who, token) if name in _ANYWHERE else ""
        if not place and name == "of":
            place = _place_of_setting(an, who, token)
        if place:
            return place
    return ""


def _place_before(an: Analysis, who: Who, noun: int) -> str:
    """ "The Rome talks", "the Lockerbie bombing": a place that stands before the noun, no state that acts."""
    if is_verbal(an, noun):
        return ""
    for kid in an.children[noun]:
        mention = who.mention_at(kid)
        if an.dep[kid] == "compound" and (mention is None or mention.kind == "place"):
            place = _place_at(an, who, kid)
            if place:
                return place
    return ""


def _place_of_journey(an: Analysis, who: Who, trigger: int) -> str:
    """ "Visited Rome and signed a treaty", "was in Rome, where he met her": what is done on the spot."""
    if not is_verbal(an, trigger) and an.dep[trigger] != "dobj":
        return ""
    verb = trigger if is_verbal(an, trigger) else an.head[trigger]
    head = an.head[verb]
    if an.dep[verb] == "relcl" and any(an.lemma[kid] == "where" for kid in an.children[verb]):
        return _place_at(an, who, head)
    if an.dep[verb] != "conj" or not is_verbal(an, head):
        return ""
    if an.lemma[head] in ("visit", "tour"):
        return next((_place_at(an, who, kid) for kid in an.children[head] if an.dep[kid] == "dobj"), "")
    if an.lemma[head] in _GOES:
        return next((place for _, token in prepositions(an, head) if (place := _place_at(an, who, token))), "")
    return ""


def _clause_verbs(an: Analysis, trigger: int) -> list[int]:
    """The verb that carries a noun, and the verbs of the infinitive chain above it."""
    verbs: list[int] = []
    token = trigger
    for _ in range(5):
        head = an.head[token]
        if head == token or an.dep[token] in ("ccomp", "relcl", "advcl") or len(verbs) == 2:
            break
        if is_verbal(an, head):
            verbs.append(head)
        token = head
    return verbs


def _place_at(an: Analysis, who: Who, token: int) -> str:
    mention = who.mention_at(token)
    if mention and mention.kind in ("place", "state") and an.pos[mention.last - 1] != "ADJ":
        return an.words(mention.first, mention.last)
    for first, last, label in an.names:
        if first <= token < last and label in _PLACE_LABELS:
            start = first + 1 if an.word[first].lower() == "the" else first
            while last > start + 1 and an.pos[last - 1] in ("ADP", "PUNCT", "CCONJ", "DET"):
                last -= 1
            return an.words(start, last)
    if an.lemma[token] in ("city", "town", "village", "port", "province", "region", "island"):
        of = (kid for name, kid in prepositions(an, token) if name == "of" and kid != token)
        if named := next((place for kid in of if (place := _place_at(an, who, kid))), ""):
            return named
    if an.lemma[token] in ("capital", "territory", "province", "city", "border"):
        mods = [k for k in an.children[token] if an.dep[k] in ("amod", "poss", "compound") and who.mention_at(k)]
        if mods:
            return an.words(min(mods), token + 1)
    return ""
