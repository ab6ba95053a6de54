"""What an assessment quotes: the words that judge, with the phrase that they stand in.

In: a `Reading`, a token, what was judged. Out: tokens of a phrase, or the characters of the quote.
"""

from dragoman.extract.assessments.judgement import Judgement
from dragoman.extract.grammar.tree import MODIFIERS, is_verbal, subtree
from dragoman.extract.reading import Reading
from dragoman.vocab.relations import RelationWord

_SIDES = frozenset({"between", "with", "of", "to", "toward", "towards", "for", "among", "against"})
"""Prepositions whose phrases belong to the noun in a quote: they name sides."""
_WIDEST = 12
"""Tokens of a phrase beside the judging word that a quote takes in whole; of a longer one only the head."""
_LONGEST = 40
"""Tokens of a quote at most; longer ones fall back to the noun's own phrase."""


def quote_span(reading: Reading, token: int, judgement: Judgement) -> tuple[int, int]:
    """First and last character of the quote: all that carries the judgement, cut to the sentence."""
    an = reading.an
    sentence = an.sentences[an.sentence[token]]
    first, last = min(judgement.tokens), max(judgement.tokens) + 1
    if last - first > _LONGEST:
        first, last = min(noun_phrase(reading, token)), max(noun_phrase(reading, token)) + 1
    first, last = max(first, sentence.first), min(last, sentence.last)
    while last > first + 1 and an.pos[last - 1] == "PUNCT":
        last -= 1
    while first < last - 1 and an.pos[first] == "PUNCT":
        first += 1
    return an.span(first, last)


def noun_phrase(reading: Reading, token: int) -> tuple[int, int]:
    """First and last token of the noun with its modifiers and prepositional phrases, without clauses."""
    an = reading.an
    first, last = token, token + 1
    for kid in an.children[token]:
        if an.dep[kid] not in MODIFIERS | {"poss", "det", "prep", "npadvmod", "nummod"}:
            continue
        if an.dep[kid] == "prep" and an.word[kid].lower() not in _SIDES:
            continue
        low, high = subtree(an, kid)
        if high - low <= 12:
            first, last = min(first, low), max(last, high)
    return first, last - 1


def word_phrase(reading: Reading, token: int, row: RelationWord) -> tuple[int, int]:
    """A noun with its phrase and the name beside it; else the word with subject and complements."""
    an = reading.an
    if row.pos == "noun":
        first, last = noun_phrase(reading, token)
        beside = [kid for kid in an.children[token] if an.dep[kid] == "appos"]
        if an.dep[token] in ("appos", "compound", "attr"):
            beside.append(an.head[token])
        return min([first, *beside]), max([last, *beside])
    first, last = token, token
    node = token
    for _ in range(4):
        for kid in an.children[node]:
            low, high = subtree(an, kid)
            if an.dep[kid] not in ("advcl", "relcl", "ccomp", "conj", "cc", "punct", "parataxis"):
                if high - low > _WIDEST:
                    low, high = (kid, kid + 1) if an.pos[kid] not in ("ADP", "SCONJ") else (node, node + 1)
                first, last = min(first, low), max(last, high - 1)
        if is_verbal(an, node) or an.head[node] == node:
            break
        node = an.head[node]
        first, last = min(first, node), max(last, node)
    return first, last
