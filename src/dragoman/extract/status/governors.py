"""The governor of an act: the row that it is, the complement that speaks for it, and whether the walk passes it.

In: a `Walk`, the governor, the place of the walk's node in it. Out: the judgement changed, and whether a cue was met.
It must not know how the walk goes on.
"""

from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import MODIFIERS, is_verbal
from dragoman.extract.status.grammar import has_subject, has_to, is_definite, part_of
from dragoman.extract.status.modifiers import apply_modifiers
from dragoman.extract.status.negation import negates
from dragoman.extract.status.places import place_of_subject
from dragoman.extract.status.rows import Walk
from dragoman.vocab.cues import StatusCue
from dragoman.vocab.word_groups import word_group

_TRANSPARENT = frozenset({"acomp", "attr", "oprd", "appos", "xcomp", "conj"})
_COMPLEMENTS = frozenset({"acomp", "attr", "prep", "advmod", "oprd", "prt"})
_ANY_KIND = ("adj", "verb", "noun", "adv", "prep")
_TO_COME = frozenset({"planned", "proposed", "possible"})
_DEEDS = frozenset({"CONSULT", "COOPERATE", "AID", "RETREAT", "SUPPORT", "MOBILIZE", "COERCE", "ASSAULT"})
_CALLED_OFF = frozenset({"cancelled", "postponed"})


def apply_governor(walk: Walk, head: int, place: str) -> bool:
    """Apply the row of the governor and what modifies it; True if it is a cue."""
    an, judgement = walk.an, walk.judgement
    if head == judgement.carrier and not _has_particle(walk, head, place):
        if (asking := _asks_for_deed(walk, head, place)) is not None:
            _govern(walk, head, asking)
        else:
            apply_modifiers(walk, head)
        return True
    if _apply_preposition(walk) and judgement.closed:
        return True
    if place in ("subj", "subjpass"):
        return _apply_to_subject(walk, head, place_of_subject(an, head, place))
    cue = _row_of(walk, head, place)
    if cue is None:
        return False
    _govern(walk, head, cue)
    return True


def _is_occasion(walk: Walk, place: str) -> bool:
    """"could not solve it in one meeting": the meeting is where the clause plays, not what it denies or wants."""
    return walk.judgement.type == "CONSULT" and walk.node == walk.trigger and place in ("in", "at", "during")


def _has_particle(walk: Walk, carrier: int, place: str) -> bool:
    """"put off its request": with its particle the light verb is another verb."""
    found = walk.find(carrier, ("verb",), place)
    return found is not None and len(found[1]) > 1


def _asks_for_deed(walk: Walk, carrier: int, place: str) -> StatusCue | None:
    """"demanded the withdrawal", "announced a pullout": a carrier that leaves the deed to come, None for any other."""
    found = walk.find(carrier, ("verb",), place) if place in ("obj", "subjpass") else None
    if found is None or found[0].effect not in _TO_COME or walk.judgement.type not in _DEEDS:
        return None
    return found[0]


def _govern(walk: Walk, head: int, cue: StatusCue) -> None:
    an, judgement = walk.an, walk.judgement
    negated = negates(walk, head)
    judgement.explained = cue.effect != "none" or not has_to(an, head)
    if not negated and _has_lasted(walk, head):
        return
    judgement.apply(cue, negated=negated)
    if cue.denies_by_voice and not negated:
        judgement.denier = head
    if cue.also and not negated:
        walk.note_also(cue, head)
    if not judgement.closed:
        apply_modifiers(walk, head, negation=False)


def _has_lasted(walk: Walk, verb: int) -> bool:
    """"has sought to improve ties since 2008": an effort that lasts is under way."""
    an = walk.an
    if an.lemma[verb] not in word_group("effort") or not any(an.lemma[kid] == "have" for kid in an.children[verb]):
        return False
    kids = (kid for at in (verb, *walk.path) for kid in an.children[at])
    return any(an.dep[kid] == "prep" and an.lemma[kid] == "since" for kid in kids)


def _row_of(walk: Walk, head: int, place: str) -> StatusCue | None:
    """The row of a governor: of its own word, of "be" with it, or of an adjective before a governing noun."""
    an = walk.an
    part = part_of(an, head)
    kinds = ("verb", "adj") if an.tag[head] in ("VBN", "VBG") else ("verb", "aux") if part == "verb" else (part,)
    if an.tag[head] == "MD":
        kinds = ("aux",)
    own = walk.find(head, kinds, place)
    if own is None or len(own[1]) == 1:
        for kid in an.children[head]:
            if an.dep[kid] == "auxpass":
                found = walk.find(kid, ("verb",), place)
                if found and head in found[1]:
                    walk.used.update(found[1])
                    return found[0]
    cue = _row_of_subject(walk, head, place) or walk.take(head, kinds, place)
    if cue is None and place == "ccomp" and an.dep[head] == "advcl":
        cue = walk.take(head, ("conj",), "clause")
    if cue is None and place == "ccomp" and an.lemma[head] == "be":
        return next((row for kid in an.children[head] if (row := _extraposed(walk, kid))), None)
    if cue is None and part == "noun" and place == "xcomp":
        for kid in an.children[head]:
            if an.dep[kid] in MODIFIERS and (cue := walk.take(kid, ("adj",), place)):
                return cue
    return cue


def _row_of_subject(walk: Walk, head: int, place: str) -> StatusCue | None:
    """"the goal was to withdraw": the noun that the infinitive is said to be speaks for it."""
    if place != "xcomp" or walk.an.lemma[head] != "be":
        return None
    subject = next((kid for kid in walk.an.children[head] if walk.an.dep[kid] == "nsubj"), -1)
    return walk.take(subject, ("noun",), place) if subject >= 0 else None


def _extraposed(walk: Walk, kid: int) -> StatusCue | None:
    """"it is unlikely that": the adjective beside "be" speaks for the clause."""
    return walk.take(kid, ("adj",), "ccomp") if walk.an.dep[kid] == "acomp" else None


def _apply_to_subject(walk: Walk, head: int, place: str) -> bool:
    """An act as subject: also of the infinitive below its verb, and of verbs coordinated with it."""
    an = walk.an
    if walk.node != walk.trigger and walk.judgement.status in _CALLED_OFF:
        return False
    below = next((kid for kid in an.children[head] if an.dep[kid] == "xcomp" and has_to(an, kid)), None)
    done = False
    if below is not None:
        walk.node, kept = below, walk.node
        inner = _apply_to_subject(walk, below, "subjpass" if is_passive(an, below) else "subj")
        if inner:
            cue = _row_of(walk, head, "xcomp")
            if cue is not None:
                _govern(walk, head, cue)
            else:
                apply_modifiers(walk, head)
            return True
        walk.node = kept
        if an.lemma[head] in word_group("purposeful"):
            return False
    cue = _row_of(walk, head, place) or _ending_row(walk, head, place)
    if cue is not None and cue.effect == "happened" and _is_topic(walk):
        return True
    if cue is not None:
        _govern(walk, head, cue)
        done = True
    else:
        done = _apply_complement(walk, head)
    for kid in an.children[head]:
        shares = an.dep[kid] == "conj" and is_verbal(an, kid) and not has_subject(an, kid)
        cue = _ending_row(walk, kid, place) if shares else None
        if cue is not None:
            _govern(walk, kid, cue)
            done = True
    return done


def _is_topic(walk: Walk) -> bool:
    """"talks on a withdrawal": the walk's node is about the act, not the act."""
    return walk.node != walk.trigger and walk.judgement.status == "proposed"


def _ending_row(walk: Walk, verb: int, place: str) -> StatusCue | None:
    """"talks postponed over islets": an act does not call off anything, it is called off."""
    if any(walk.an.dep[kid] == "dobj" for kid in walk.an.children[verb]):
        return None
    found = walk.find(verb, ("verb",), "subjpass")
    return found[0] if found and found[0].effect in _CALLED_OFF else None


def _apply_complement(walk: Walk, head: int) -> bool:
    """"the visit is unlikely", "the talks remain on hold"."""
    an = walk.an
    to_be = an.lemma[head] == "be"
    kinds = _ANY_KIND if to_be else ("adj",)
    for kid in an.children[head]:
        if _tells_of_another_act(walk, kid):
            continue
        if an.dep[kid] in _COMPLEMENTS and (to_be or an.dep[kid] not in ("advmod", "prt")):
            cue = walk.take(kid, kinds, "subj") if to_be or an.dep[kid] != "prep" else None
            if cue is None and an.dep[kid] == "prep":
                cue = next((row for obj in an.children[kid] if (row := walk.take(obj, kinds, "subj"))), None)
            if cue is not None:
                _govern(walk, head, cue)
                return True
    return False


def _tells_of_another_act(walk: Walk, complement: int) -> bool:
    """ "The visit is likely to anger Rome": the adjective speaks of the anger, in "likely to be held" of the visit."""
    an = walk.an
    if an.pos[complement] != "ADJ":
        return False
    for kid in an.children[complement]:
        if an.dep[kid] == "xcomp" and has_to(an, kid):
            place = "subjpass" if is_passive(an, kid) else "subj"
            return an.lemma[kid] not in word_group("occurs") and walk.find(kid, ("verb",), place) is None
    return False


def _apply_preposition(walk: Walk) -> bool:
    """A preposition of one or several words over the node: "without", "instead of", "in the event of"."""
    an = walk.an
    prep = an.head[walk.node]
    if an.dep[walk.node] not in ("pobj", "pcomp"):
        return False
    for at in range(prep, max(-1, prep - 4), -1):
        found = walk.find(at, ("prep",), "obj")
        if found and found[1][-1] == prep and prep - found[1][0] < len(found[1]):
            walk.used.update(found[1])
            walk.judgement.apply(found[0])
            walk.judgement.explained |= found[0].effect != "none"
            return True
    return False


def carries(walk: Walk, node: int, head: int, place: str) -> bool:
    """Whether the walk goes on past a governor that is no cue.

    An indefinite object of any verb does: where nobody signed anything, or wants to, there is no treaty. A definite one
    ("avenged the raid") is taken for granted.
    """
    an = walk.an
    if walk.node != walk.trigger and walk.judgement.status in _CALLED_OFF:
        return False
    if place == "as" and walk.node != walk.trigger:
        return False
    if place in _TRANSPARENT or (place == "subj" and an.lemma[head] == "be"):
        return True
    if place in ("obj", "subjpass"):
        return not is_definite(an, node)
    if is_verbal(an, head):
        if an.dep[node] in ("pobj", "pcomp") and (walk.judgement.status == "denied" or _is_occasion(walk, place)):
            return False
        return an.tag[head] in ("VB", "VBG") and an.dep[node] in ("pobj", "pcomp") and not is_definite(an, node)
    return place in ("of", "compound")
