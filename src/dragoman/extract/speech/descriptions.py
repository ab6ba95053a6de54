"""What somebody is said to call another: the thing described and the description of it.

In: analysis, lexicon row, cue token. Out: tokens (first, last exclusive), or the word that opens the description. It
must not know who speaks.
"""

from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import child, is_verbal, subtree
from dragoman.extract.speech.attribution import Attribution
from dragoman.extract.speech.content_edges import asides, trim
from dragoman.model.analysis import Analysis
from dragoman.vocab.cues import AttributionCue
from dragoman.vocab.word_groups import word_group

_MARKS = frozenset({'"', "“", "”", "''", "``"})
_QUOTED = 30
"""Tokens behind an object in which a quoted description of it must end."""


def description_of(an: Analysis, entry: AttributionCue, token: int, shape: str) -> tuple[int, int] | None:
    """ "Called it a mistake", "described the talks as useful": the thing described and the description."""
    if is_passive(an, token) and entry.form != "passive":
        return None
    if shape == "oprd" and (quoted := quoted_description(an, token)) is not None:
        return quoted
    if shape == "oprd":
        kid = child(an, token, "oprd")
        if kid is None:
            kid = _small_clause(an, entry, token)
    else:
        kid = as_phrase(an, token)
    if kid is None:
        return None
    first, last = subtree(an, kid)
    last = min([last, *asides(an, kid, last)])
    thing = child(an, token, "dobj") if entry.form != "passive" else None
    if thing is not None and token < thing < first:
        first = subtree(an, thing)[0]
    elif shape == "as":
        first += 1
    return trim(an, first, last)


def quoted_description(an: Analysis, token: int) -> tuple[int, int] | None:
    """ "Called the raid "a grave mistake"": the object and the quoted words behind it, however the parse has them."""
    thing = child(an, token, "dobj")
    if thing is None or thing < token:
        return None
    last = min(an.sentences[an.sentence[token]].last, thing + _QUOTED)
    marks = [at for at in range(thing + 1, last) if an.word[at] in _MARKS]
    if len(marks) < 2 or marks[0] > thing + 1 or marks[1] - marks[0] < 2:
        return None
    return subtree(an, thing)[0], marks[1]


def _small_clause(an: Analysis, entry: AttributionCue, token: int) -> int | None:
    """ "Called Obama a liar", as the parser shows it: a clause without a verb."""
    if "oprd" not in entry.takes:
        return None
    for kid in an.children[token]:
        if an.dep[kid] == "ccomp" and kid > token and not is_verbal(an, kid) and child(an, kid, "mark") is None:
            return kid
    return None


def as_phrase(an: Analysis, token: int) -> int | None:
    """The "as" that describes the object of a verb ("described the talks as useful"), None if there is none."""
    for at in range(token + 1, min(len(an.word), token + 25)):
        if an.sentence[at] != an.sentence[token]:
            return None
        if an.word[at].lower() == "as" and an.pos[at] in ("ADP", "SCONJ") and _hangs_on(an, at, token):
            if an.children[at] or an.dep[at] == "prep":
                return at
            return an.head[at] if an.head[at] > at else None
        if is_verbal(an, at) and an.tag[at] in ("VBD", "VBZ", "VBP"):
            return None
    return None


def _hangs_on(an: Analysis, token: int, verb: int) -> bool:
    node = an.head[token]
    for _ in range(6):
        if node == verb:
            return True
        if an.head[node] == node:
            return False
        node = an.head[node]
    return False


def told_by_author(an: Analysis, attribution: Attribution) -> tuple[int, int] | None:
    """Tokens of a content that the author tells: the thing described, what somebody is blamed for or plays down."""
    entry, cue = attribution.entry, attribution.cue
    if entry is None or entry.pos != "verb" or attribution.mode == "direct" or is_passive(an, cue):
        return None
    thing = child(an, cue, "dobj")
    if thing is None or thing < cue or an.pos[thing] == "PRON":
        return None
    first, last = subtree(an, thing)
    if an.lemma[cue] in word_group("plays-down"):
        return _within(an, attribution, first, last)
    opening = as_phrase(an, cue) if "as" in entry.takes else None
    described = opening is not None or "as" in entry.takes and "obj" in entry.takes
    if described and an.start[last - 1] < attribution.end - 1:
        return _within(an, attribution, first, min(last, opening) if opening is not None and opening > thing else last)
    for kid in (*an.children[cue], *an.children[thing]):
        what = child(an, kid, "pobj") if an.dep[kid] == "prep" and an.lemma[kid] == "for" else None
        if what is not None and "for" in entry.takes:
            return _within(an, attribution, *subtree(an, what))
    return None


def _within(an: Analysis, attribution: Attribution, first: int, last: int) -> tuple[int, int] | None:
    inside = attribution.start <= an.start[first] and an.end[last - 1] <= attribution.end
    return (first, last) if first < last and inside else None
