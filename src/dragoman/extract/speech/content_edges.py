"""Where the words of another end: the edges of a content, where the parse gives too much or too little.

In: analysis, a content clause or span of tokens, the cue. Out: tokens (first, last exclusive).

The parse often hangs on the content what belongs to the cue: a second verb of saying ("said A and stressed B"), an
addition ("said A, adding B") or an aside of the author behind a dash. Such ends are cut off here.
"""

from collections.abc import Callable, Iterator

from dragoman.extract.grammar.tree import child, is_verbal, path_up, subtree
from dragoman.model.analysis import Analysis

Cuts = Callable[[int], bool]
"""Whether a verb is itself one of saying, so that it may end the content of another."""
INSERTED = 12
"""Longest clause of saying, in tokens, that may stand inside what is said."""
_DASHES = frozenset({"-", "--", "–", "—", "â€“", "â€”"})
_RELATIVES = frozenset({"which", "who", "whom", "whose", "where", "when"})
_CONTRASTS = frozenset({"while", "although", "though", "whereas"})
_LONGEST_ASIDE = 60
"""Tokens at the end of a content in which the beginning of an aside is looked for."""
_ASIDE = 4
"""A relative clause behind a comma of more tokens is the author's addition where it ends the content."""


def clause_span(an: Analysis, clause: int, cue: int, says: Cuts) -> tuple[int, int]:
    """Tokens of a content clause, without the cue, "that", and what the parse wrongly hung on it."""
    first, last = subtree(an, clause)
    if first <= cue < last:
        own_first, own_last = _own_words(an, cue, clause)
        first, last = (first, own_first) if own_first - first > last - own_last else (own_last, last)
    if clause > cue:
        last = min(last, _cut(an, clause, cue, says, (max(first, clause), last)))
    return trim(an, first, last)


def _own_words(an: Analysis, cue: int, clause: int) -> tuple[int, int]:
    """Tokens of the clause of saying inside its own content: the cue with its subject."""
    first, last = cue, cue + 1
    for kid in an.children[cue]:
        if kid != clause and an.dep[kid] in ("nsubj", "aux", "dobj", "dative", "npadvmod", "prep", "advmod"):
            start, end = subtree(an, kid)
            if not start <= clause < end:
                first, last = min(first, start), max(last, end)
    return first, last


def _cut(an: Analysis, clause: int, cue: int, says: Cuts, span: tuple[int, int]) -> int:
    """First token behind the content: where another verb of saying, an addition or an aside begins."""
    ends = [span[1]]
    for kid in sayings_under(an, clause, cue, says):
        ends.append(left_edge(an, kid))
    ends.extend(asides(an, *span))
    return min(ends)


def sayings_under(an: Analysis, clause: int, cue: int, says: Cuts) -> Iterator[int]:
    """Verbs of saying hung on the content that belong beside the cue: coordinated in its tense, or ", adding"."""
    stack = [clause]
    while stack:
        node = stack.pop()
        for kid in an.children[node]:
            if kid <= clause or not is_verbal(an, kid):
                continue
            if an.dep[kid] == "conj" and child(an, kid, "nsubj", "nsubjpass") is None:
                own = node == clause and _tense(an, clause) == _tense(an, cue) and says(clause)
                if says(kid) and _tense(an, kid) == _tense(an, cue) and not own:
                    yield kid
                else:
                    stack.append(kid)
            elif an.dep[kid] == "advcl" and an.tag[kid] == "VBG" and says(kid) and an.word[kid - 1] == ",":
                yield kid
            elif an.dep[kid] in ("conj", "advcl"):
                stack.append(kid)


def _tense(an: Analysis, verb: int) -> str:
    aux = next((kid for kid in an.children[verb] if an.dep[kid] in ("aux", "auxpass")), None)
    tag = an.tag[aux] if aux is not None else an.tag[verb]
    if tag == "VBN":
        return "VBD"
    return {"VBP": "VBZ"}.get(tag, tag)


def left_edge(an: Analysis, verb: int) -> int:
    """Where the clause of a verb begins, its conjunction included."""
    before = (kid for kid in an.children[verb] if kid < verb and an.dep[kid] in ("aux", "advmod", "neg", "auxpass"))
    first = min([verb, *before])
    while first > 0 and (an.pos[first - 1] in ("CCONJ", "PUNCT") or an.pos[first - 1] == "ADV"):
        first -= 1
    return first


def asides(an: Analysis, first: int, last: int) -> Iterator[int]:
    """Where an aside begins that ends the content: behind a dash, or a relative clause or contrast behind a comma."""
    dashes = 0
    for at in range(last - 1, max(first, last - _LONGEST_ASIDE), -1):
        if _is_dash(an, at):
            dashes += 1
            if dashes == 1:
                yield at
        elif an.word[at] == "," and at + 1 < last and _opens_aside(an, at + 1, last):
            yield at


def _opens_aside(an: Analysis, token: int, last: int) -> bool:
    word = an.word[token].lower()
    if word in _CONTRASTS or word == "even" and an.word[token + 1].lower() == "though":
        return True
    return word in _RELATIVES and last - token >= _ASIDE and subtree(an, an.head[token])[1] >= last - 1 - INSERTED


def _is_dash(an: Analysis, token: int) -> bool:
    """A dash between words, not the hyphen of one."""
    return an.word[token] in _DASHES and 0 < token < len(an.word) - 1 and an.start[token] > an.end[token - 1]


def trim(an: Analysis, first: int, last: int) -> tuple[int, int]:
    """Drop "that", conjunctions and punctuation at the edges."""
    while first < last and (an.pos[first] in ("PUNCT", "SPACE") or _is_opening(an, first)):
        first += 1
    while last > first and (an.pos[last - 1] in ("PUNCT", "SPACE", "CCONJ") or an.word[last - 1] in (",", ".")):
        last -= 1
    return first, last


def with_stray_conjunct(an: Analysis, cue: int, last: int) -> int:
    """The end of a content that goes on with ", and" and a noun, which the parse hangs on a verb above the cue."""
    at = last
    while at < len(an.word) and (an.word[at] == "," or an.pos[at] == "CCONJ"):
        at += 1
    if at == last or at >= len(an.word) or an.sentence[at] != an.sentence[cue]:
        return last
    for verb in path_up(an, cue):
        for kid in an.children[verb]:
            first, end = subtree(an, kid)
            if an.dep[kid] == "conj" and an.pos[kid] == "NOUN" and first == at and is_verbal(an, verb) and verb < cue:
                return trim(an, first, end)[1]
    return last


def _is_opening(an: Analysis, token: int) -> bool:
    word = an.word[token].lower()
    return word == "that" and an.pos[token] == "SCONJ"
