"""Where an event took place: the place that its own words, or the clause around it, name.

In: the analysis, the trigger, its slots. Out: the place as written, "" if none is named in the sentence.
"""

from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.slots import Slotted
from dragoman.extract.grammar.tree import is_verbal, prepositions
from dragoman.model.analysis import Analysis

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_OWN = {
    "visits": ("to", "in", "into", "at", "obj"), "hosts": ("in", "at"), "withdraws": ("from", "out", "in"),
    "acts-on": ("in", "of", "near", "on", "at", "into", "over"), "deploys": ("in", "to", "near", "at", "along", "on"),
}  # fmt: skip
_ANYWHERE = ("in", "at", "near", "outside")


def find_place(an: Analysis, who: Who, trigger: int, slots: Slotted, frame: str) -> str:
    """The place of an event, as its words stand in the text with single spaces."""
    for slot in (*_OWN.get(frame, ()), *_ANYWHERE):
        for token in slots.own.get(slot, ()):
            place = _place_at(an, who, token)
            if place:
                return place
    for slot in _ANYWHERE:
        for token in slots.lent.get(slot, ()):
            place = _place_at(an, who, token)
            if place:
                return place
    for verb in _clause_verbs(an, trigger):
        for name, token in prepositions(an, verb):
            if name in _ANYWHERE:
                place = _place_at(an, who, token)
                if place:
                    return place
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
    if an.lemma[token] in ("capital", "territory", "province", "city", "border"):
        mods = [k for k in an.children[token] if an.dep[k] in ("amod", "poss", "compound") and who.mention_at(k)]
        if mods:
            return an.words(min(mods), token + 1)
    return ""
