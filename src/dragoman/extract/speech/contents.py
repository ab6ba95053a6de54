"""What is said: the run of tokens that holds the content of a cue, by the parse and by punctuation as second witness.

In: analysis, lexicon row, cue token. Out: tokens (first, last exclusive). It must not know who speaks.
"""

from dragoman.extract.grammar.tree import child, is_verbal, subtree
from dragoman.extract.speech.attribution import Attribution
from dragoman.extract.speech.content_edges import (
    INSERTED,
    Cuts,
    asides,
    clause_span,
    left_edge,
    sayings_under,
    trim,
    with_stray_conjunct,
)
from dragoman.extract.speech.descriptions import description_of
from dragoman.model.analysis import Analysis
from dragoman.vocab.cues import AttributionCue

_TOPICS = frozenset({"of", "about", "against"})
_LOOSE_CLAUSES = frozenset({"ccomp", "acl", "relcl", "advcl"})
_PERSONS = frozenset({"he", "she", "they", "it", "we"})
_GOVERNED = frozenset({"as", "of", "for", "against", "by", "about"})


def content_of(an: Analysis, entry: AttributionCue, token: int, says: Cuts) -> tuple[int, int] | None:
    """The content of the cue at `token` by the places of its row, None if there is none."""
    if entry.form == "active" and any(an.dep[kid] == "ccomp" and kid < token for kid in an.children[token]):
        return _clause(an, entry, token, says)
    describes = "obj" in entry.takes and bool({"as", "oprd"} & set(entry.takes))
    places = [*(place for place in entry.takes if place != "obj"), "obj"] if describes else entry.takes
    for place in places:
        found = _at_place(an, entry, token, place, says)
        if found is not None and found[1] > found[0]:
            return found[0], with_stray_conjunct(an, token, found[1])
    return None


def _at_place(an: Analysis, entry: AttributionCue, token: int, place: str, says: Cuts) -> tuple[int, int] | None:
    if place in ("quote", "main", "modifies"):
        return None
    if place == "ccomp":
        return _clause(an, entry, token, says)
    if place == "xcomp":
        return _infinitive(an, entry, token, says)
    if place == "oprd":
        return description_of(an, entry, token, "oprd")
    if place == "as" and entry.pos == "noun":
        return None
    if place == "as":
        return description_of(an, entry, token, "as")
    if place == "obj":
        return _object(an, entry, token, says)
    return _behind_preposition(an, entry, token, place, says)


def _clause(an: Analysis, entry: AttributionCue, token: int, says: Cuts) -> tuple[int, int] | None:
    words = range(token - entry.head, token - entry.head + len(entry.words))
    kids = [kid for word in words for kid in an.children[word] if an.dep[kid] == "ccomp" and kid not in words]
    if len(words) > 1 and not kids:
        kids = [kid for word in words for kid in an.children[word] if kid >= words.stop and _is_that_clause(an, kid)]
    if entry.pos == "noun":
        kids += [kid for kid in an.children[token] if an.dep[kid] == "acl" and child(an, kid, "mark") is not None]
    elif entry.pos == "adj" and not kids:
        beside = an.children[an.head[token]]
        kids = [kid for kid in beside if an.dep[kid] == "ccomp" and kid > token and _has_that(an, kid)]
    elif not kids:
        kids = _clauses_nearby(an, token) or _bare_gerunds(an, entry, token)
    if kids:
        best = max(kids, key=lambda kid: _rank(an, kid, token, alone=len(kids) == 1))
        span = clause_span(an, best, token, says)
        span = (_left_of_object(an, best, token, span[0]), _right_of_adjuncts(an, token, span[1]))
        return _with_backshifted(an, token, span, says)
    if entry.pos == "verb" and an.dep[token] in ("parataxis", "ccomp", "advcl") and _is_inserted(an, token):
        return _around(an, token, says)
    return None


def _rank(an: Analysis, kid: int, cue: int, *, alone: bool) -> tuple[bool, bool, int]:
    """Of two clauses the one behind the cue is said: in "they came on Monday, Rome declared the talks were off"."""
    first, last = subtree(an, kid)
    return an.pos[kid] != "PUNCT", alone or kid > cue and is_verbal(an, kid), last - first


def _left_of_object(an: Analysis, clause: int, cue: int, first: int) -> int:
    """ "Warned any attack would fail": the parse takes the subject of the clause for the object of the cue."""
    thing = child(an, cue, "dobj")
    if thing is None or thing < cue or _has_that(an, clause) or child(an, clause, "nsubj", "nsubjpass") is not None:
        return first
    start, end = subtree(an, thing)
    return start if end == first and not _has_to(an, clause) else first


def _right_of_adjuncts(an: Analysis, cue: int, last: int) -> int:
    """ "Hopes are high, despite the raids, says Ms Berg": what the parse hangs on a cue behind what is said."""
    before = [kid for kid in an.children[cue] if last <= kid < cue and an.pos[kid] != "PUNCT"]
    adjuncts = [kid for kid in before if an.dep[kid] in ("prep", "advcl", "npadvmod") and an.word[kid - 1] == ","]
    for kid in adjuncts:
        first, end = subtree(an, kid)
        if kid == before[0] and end < cue and an.word[end] == "," and first == last + 1:
            return end
    return last


def _with_backshifted(an: Analysis, cue: int, content: tuple[int, int], says: Cuts) -> tuple[int, int]:
    """ "Said it would send food, but would not open the border": behind a past tense of saying, "would" goes on."""
    if an.tag[cue] != "VBD" or content[0] < cue:
        return content
    for kid in an.children[cue]:
        would = child(an, kid, "aux")
        if an.dep[kid] != "conj" or would is None or an.word[would].lower() != "would" or says(kid):
            continue
        first, last = subtree(an, kid)
        if content[1] <= first <= content[1] + 3:
            return content[0], trim(an, content[0], last)[1]
    return content


def _clauses_nearby(an: Analysis, token: int) -> list[int]:
    """A that-clause that the parse hung on the object or particle of the verb ("told the envoy that …")."""
    if an.pos[token] not in ("VERB", "AUX"):
        return []
    found = []
    for kid in an.children[token]:
        if an.dep[kid] == "prep" and an.lemma[kid] in _GOVERNED:
            continue
        if kid > token and an.dep[kid] in ("dobj", "dative", "acomp", "oprd", "prep", "npadvmod", "prt", "pobj"):
            inner = [kid, *(grand for grand in an.children[kid] if an.dep[grand] == "pobj")]
            found += [
                grand for node in inner for grand in an.children[node]
                if an.dep[grand] in _LOOSE_CLAUSES and (_has_that(an, grand) or _is_told(an, kid, grand))
            ]  # fmt: skip
        elif kid > token and an.dep[kid] == "advcl" and _has_that(an, kid):
            found.append(kid)
    return found


def _bare_gerunds(an: Analysis, entry: AttributionCue, token: int) -> list[int]:
    """ "Argues cutting taxes is a mistake": what the parser takes for a gerund under the verb of saying."""
    if entry.kind != "say" or entry.form or "xcomp" in entry.takes:
        return []
    kids = [kid for kid in an.children[token] if an.dep[kid] == "xcomp" and kid > token and not _has_to(an, kid)]
    return [kid for kid in kids if child(an, kid, "ccomp") is not None]


def _is_told(an: Analysis, hearer: int, clause: int) -> bool:
    """ "Told the envoy he was tired": a clause behind the hearer with a personal subject and no relative pronoun."""
    subject = child(an, clause, "nsubj")
    return (
        an.dep[hearer] == "dobj"
        and an.dep[clause] == "relcl"
        and subject is not None
        and an.word[subject].lower() in _PERSONS
    )


def _is_that_clause(an: Analysis, token: int) -> bool:
    return is_verbal(an, token) and _has_that(an, token)


def _has_that(an: Analysis, clause: int) -> bool:
    return any(an.dep[kid] == "mark" and an.lemma[kid] == "that" for kid in an.children[clause])


def _is_inserted(an: Analysis, token: int) -> bool:
    """ "The ties, analysts say, will grow": a short clause of saying inside or after what is said."""
    first, last = _own_span(an, token)
    marks = [an.lemma[kid] for kid in an.children[token] if an.dep[kid] == "mark"]
    if an.dep[token] == "advcl" and "as" not in marks and not _ends_sentence(an, token, last):
        return False
    return last - first <= INSERTED and an.head[token] != token and child(an, token, "ccomp", "dobj", "xcomp") is None


def _own_span(an: Analysis, token: int) -> tuple[int, int]:
    """Tokens of a clause of saying from its subject on: what the parse hangs on it before a comma is what is said."""
    first, last = subtree(an, token)
    subject = child(an, token, "nsubj")
    edge = first if subject is None else subtree(an, subject)[0]
    return (edge if first < edge < token and an.word[edge - 1] == "," else first), last


def _ends_sentence(an: Analysis, token: int, last: int) -> bool:
    """ "They will meet on Friday, agencies report": a clause without a conjunction behind the last comma."""
    subject = child(an, token, "nsubj")
    if subject is None or an.tag[token] not in ("VBZ", "VBP", "VBD") or child(an, token, "mark", "dobj") is not None:
        return False
    edge = subtree(an, subject)[0]
    return last >= an.sentences[an.sentence[token]].last - 1 and edge > 0 and an.word[edge - 1] == ","


def _around(an: Analysis, token: int, says: Cuts) -> tuple[int, int]:
    first, last = subtree(an, an.head[token])
    own_first, own_last = _own_span(an, token)
    if an.head[token] < own_first or own_first - first >= last - own_last:
        return trim(an, first, own_first)
    return trim(an, own_last, last)


def _infinitive(an: Analysis, entry: AttributionCue, token: int, says: Cuts) -> tuple[int, int] | None:
    """ "Urged them to leave": hearer and infinitive; "believed to be ill": the infinitive."""
    kid = child(an, token, "xcomp")
    gerund = entry.kind == "deny" and kid is not None and an.tag[kid] == "VBG"
    if kid is None or entry.form == "" and not gerund and not _has_to(an, kid) and entry.kind != "think":
        return None
    first, last = clause_span(an, kid, token, says)
    hearer = child(an, token, "dobj", "dative")
    if entry.kind == "ask" and hearer is not None and token < hearer < first:
        first = subtree(an, hearer)[0]
    return first, last


def _has_to(an: Analysis, verb: int) -> bool:
    return any(an.lemma[kid] == "to" and an.dep[kid] in ("aux", "mark") for kid in an.children[verb])


def _object(an: Analysis, entry: AttributionCue, token: int, says: Cuts) -> tuple[int, int] | None:
    """The noun phrase that is denied, expressed, noted or criticised."""
    if entry.pos != "verb" or entry.kind == "think":
        return None
    kid = child(an, token, "dobj")
    if kid is None or an.pos[kid] == "PRON" or kid < token:
        return None
    first, last = subtree(an, kid)
    ends = [left_edge(an, each) for each in sayings_under(an, kid, token, says)]
    return trim(an, first, min([last, *ends, *asides(an, kid, last)]))


def _behind_preposition(
    an: Analysis, entry: AttributionCue, token: int, place: str, says: Cuts
) -> tuple[int, int] | None:
    """ "Warned of a war", "accused them of lying": what the preposition governs."""
    wide = (
        entry.words[-1] == place
        or entry.pos == "adj"
        or entry.pos == "verb"
        and (place in _TOPICS or entry.takes[0] == place)
    )
    thing = child(an, token, "dobj")
    below = an.children[thing] if thing is not None and entry.pos == "verb" else ()
    for kid in (*an.children[token], *below):
        if an.word[kid].lower() != place or an.dep[kid] not in ("prep", "prt", "agent") or not an.children[kid]:
            continue
        inner = next((grand for grand in an.children[kid] if an.dep[grand] in ("pobj", "pcomp")), None)
        if inner is None or not (wide or is_verbal(an, inner)):
            continue
        first, last = subtree(an, inner)
        ends = [left_edge(an, each) for each in sayings_under(an, inner, token, says)]
        if place == "for" and thing is not None and thing < kid:
            first = subtree(an, thing)[0]
        return trim(an, first, min([last, *ends, *asides(an, inner, last)]))
    return None


def subject_before(an: Analysis, attribution: Attribution) -> tuple[int, int] | None:
    """ "The raid, officials said, was led by ...": a subject that an inserted clause of saying cuts off."""
    cue = attribution.cue
    if cue < 0 or an.start[cue] > attribution.start:
        return None
    at = cue + 1
    while at < len(an.start) and an.start[at] < attribution.start:
        at += 1
    verb = at
    while verb < len(an.start) and an.end[verb] <= attribution.end and not is_verbal(an, verb):
        verb += 1
    if verb >= len(an.start) or an.end[verb] > attribution.end:
        return None
    verb = an.head[verb] if an.dep[verb] in ("aux", "auxpass") else verb
    subject = child(an, verb, "nsubj", "nsubjpass")
    if subject is None or an.sentence[subject] != an.sentence[cue] or an.dep[verb] in ("relcl", "acl"):
        return None
    first, last = subtree(an, subject)
    return (first, last) if last <= cue and not first <= cue < last else None
