"""In which place of its governor a token stands: the names that the `scope` column of the lexicon uses.

In: an analysis and a token. Out: place and governor. It knows grammar, no cue.
"""

from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import SUBJECTS, is_verbal
from dragoman.extract.status.grammar import has_to, is_content_clause
from dragoman.model.analysis import Analysis

_NAMES = {
    "dobj": "obj", "nsubjpass": "subjpass", "nsubj": "subj", "csubj": "subj", "csubjpass": "subjpass",
    "xcomp": "xcomp", "ccomp": "ccomp", "compound": "compound", "nmod": "compound", "poss": "poss", "oprd": "xcomp",
    "advcl": "advcl", "relcl": "relcl", "acomp": "acomp", "attr": "attr", "appos": "appos", "parataxis": "parataxis",
    "conj": "conj",
}  # fmt: skip
_CHAINED = frozenset({"prep", "agent", "dative"})
_PARTICLES = frozenset({"advmod", "prt", "oprd"})


def place_of(an: Analysis, node: int) -> tuple[str, int]:
    """The place of a token and its governor, prepositions stepped over; place "" for one that carries nothing."""
    label, head = an.dep[node], an.head[node]
    total = _sum_of(an, node)
    if total >= 0:
        return place_of(an, total)
    if label in ("pobj", "pcomp"):
        return an.word[head].lower(), _above_prepositions(an, head)
    if label in ("ccomp", "acl", "relcl", "advcl"):
        return _place_of_clause(an, node), head
    if label == "oprd" and not is_verbal(an, node):
        return "oprd", head
    if label == "dep" and has_to(an, node):
        return "xcomp", head
    return _NAMES.get(label, ""), head


def _sum_of(an: Analysis, noun: int) -> int:
    """"pledged $5m in aid": the sum of money that stands before "in" and speaks for the noun behind it, else -1."""
    prep = an.head[noun]
    if an.dep[noun] != "pobj" or an.word[prep].lower() != "in":
        return -1
    upper = an.head[prep]
    sums = [upper, *(kid for kid in an.children[upper] if an.dep[kid] in ("dobj", "nsubjpass"))]
    return next((each for each in sums if each == prep - 1 and "$" in an.tag[max(0, each - 2) : prep]), -1)


def _above_prepositions(an: Analysis, prep: int) -> int:
    upper = prep
    while (an.dep[upper] in _CHAINED or an.pos[upper] == "ADP") and an.head[upper] != upper:
        upper = an.head[upper]
        if an.pos[upper] != "ADP":
            break
    if an.pos[upper] in ("ADV", "ADJ") and an.dep[upper] in _PARTICLES and is_verbal(an, an.head[upper]):
        return an.head[upper]
    return upper


def _place_of_clause(an: Analysis, verb: int) -> str:
    """A sentence before a colon stands beside what follows, though the parser takes it for its content."""
    label, head = an.dep[verb], an.head[verb]
    infinitive = an.tag[verb] == "VB" or has_to(an, verb)
    if label == "ccomp" and verb < head and not {":", ";"}.isdisjoint(an.word[verb:head]):
        return "parataxis"
    if label == "ccomp":
        return "xcomp" if infinitive and has_to(an, verb) else "ccomp"
    if label == "advcl":
        return _place_of_adjunct(an, verb, head)
    if is_content_clause(an, verb):
        return "ccomp"
    return "xcomp" if has_to(an, verb) else "relcl"


def _place_of_adjunct(an: Analysis, verb: int, head: int) -> str:
    """"called for Iran to leave" and "put off signing" come as adjuncts from the parser, and are none."""
    marks = [kid for kid in an.children[verb] if an.dep[kid] == "mark"]
    if has_to(an, verb):
        return an.word[marks[0]].lower() if marks and an.pos[marks[0]] in ("ADP", "SCONJ") else "purpose"
    if not marks and an.tag[verb] == "VBG" and 0 < verb - head < 4 and "," not in an.word[head:verb]:
        return "xcomp" if not any(an.dep[kid] == "dobj" for kid in an.children[head]) else "advcl"
    return "advcl"


def place_of_subject(an: Analysis, verb: int, place: str) -> str:
    """A subject's place once the passive is known, that of headlines included."""
    if place == "subj" and is_passive(an, verb):
        return "subjpass"
    return place


def gap_of(an: Analysis, clause: int, bottom: int) -> str:
    """The place that the noun above a relative clause has in it, "" for none; `bottom` is its lowest verb."""
    if is_passive(an, bottom):
        return "subjpass"
    kids = [*an.children[clause], *(an.children[bottom] if bottom != clause else ())]
    relative = [kid for kid in kids if an.tag[kid] in ("WDT", "WP")]
    if any(an.dep[kid] in SUBJECTS for kid in relative):
        return "subj"
    if any(an.dep[kid] == "dobj" and kid not in relative for kid in kids):
        return ""
    if any(an.dep[kid] == "prep" and any(an.tag[grand] in ("WDT", "WP") for grand in an.children[kid]) for kid in kids):
        return ""
    return "obj" if any(an.dep[kid] in SUBJECTS for kid in kids) or an.tag[bottom] == "VBN" else ""
