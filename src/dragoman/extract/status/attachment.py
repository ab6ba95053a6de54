"""The true governor of an act where the parser hung the act on the wrong word, as the lexicon lets one see.

In: a `Walk`, the parser's governor. Out: the governor to go on from. It must not know what a cue does to a status.
"""

from dragoman.extract.grammar.tree import MODIFIERS, is_verbal
from dragoman.extract.status.rows import Walk

_OPEN = frozenset({"possible", "planned", "proposed"})


def attach(walk: Walk, place: str, head: int) -> int:
    """The governor of a phrase that the parser hung on the wrong word.

    In "signed a memorandum on trade" the memorandum, in "the first leader since the war to visit" the leader.
    """
    an = walk.an
    if place == "xcomp" and an.dep[walk.node] == "acl" and an.dep[head] == "pobj":
        upper = an.head[an.head[head]]
        known = any(walk.find(kid, ("adj",), place) for kid in an.children[upper] if an.dep[kid] in MODIFIERS)
        return upper if not walk.find(head, ("noun",), place) and known else head
    if an.dep[walk.node] not in ("pobj", "pcomp") or not is_verbal(an, head):
        return head
    for noun in an.children[head]:
        goes_before = noun < an.head[walk.node] and noun != walk.judgement.carrier
        if an.dep[noun] in ("dobj", "nsubj", "nsubjpass") and goes_before:
            found = walk.find(noun, ("noun",), place)
            if found and found[0].effect != "none":
                return noun
    return _reason_for(walk, place, head)


def _reason_for(walk: Walk, place: str, verb: int) -> int:
    """ "Pushed for sanctions on Iran for defying the council": the noun that the second "for" gives the reason of."""
    an = walk.an
    if place != "for" or an.dep[walk.node] != "pcomp":
        return verb
    for prep in an.children[verb]:
        for noun in an.children[prep]:
            if an.dep[noun] == "pobj" and noun < an.head[walk.node]:
                found = walk.find(noun, ("noun",), place)
                if found and found[0].effect == "closed":
                    return noun
    return verb


def attach_infinitive(walk: Walk, head: int) -> int:
    """The word that an infinitive belongs to where the parser hung it on the nearest verb, as its purpose.

    "given urgency by threats from the rebels, led by X, to strike"; "asked the forces operating there to leave".
    """
    an, node = walk.an, walk.node
    if walk.find(head, ("verb",), "xcomp"):
        return head
    if an.tag[head] == "VBG" and an.dep[head] in ("acl", "xcomp"):
        upper = an.head[an.head[head]] if an.dep[head] == "acl" else an.head[head]
        return upper if is_verbal(an, upper) and walk.find(upper, ("verb",), "xcomp") else head
    if (ranked := _ranked_before(walk)) >= 0:
        return ranked
    before = min(an.children[node]) - 1
    if an.pos[before] == "NOUN" and (found := walk.find(before, ("noun",), "xcomp")) and found[0].effect in _OPEN:
        return before
    phrases = [kid for kid in an.children[head] if an.dep[kid] in ("agent", "prep") and kid < node]
    for noun in (each for kid in (head, *phrases) for each in an.children[kid] if an.dep[each] in ("dobj", "pobj")):
        found = walk.find(noun, ("noun",), "xcomp")
        if found and noun < node and (found[0].effect == "possible" or found[0].also):
            return noun
    return head


def _ranked_before(walk: Walk) -> int:
    """ "Became the first leader ever to visit": the noun before the infinitive if called first or last, else -1."""
    an = walk.an
    noun = min(an.children[walk.node]) - 1
    while an.pos[noun] == "ADV" and noun > 0:
        noun -= 1
    ranks = (kid for kid in an.children[noun] if an.dep[kid] in MODIFIERS)
    return noun if an.pos[noun] == "NOUN" and any(walk.find(kid, ("adj",), "xcomp") for kid in ranks) else -1


def noun_of_content(walk: Walk) -> int:
    """"the possibility of Israel attacking": the noun whose content a participle is, else -1."""
    an, subject = walk.an, walk.an.head[walk.node]
    if an.tag[walk.node] != "VBG" or an.dep[subject] != "pobj" or an.word[an.head[subject]].lower() != "of":
        return -1
    noun = an.head[an.head[subject]]
    found = walk.find(noun, ("noun",), "of")
    return noun if found and found[0].effect in _OPEN else -1
