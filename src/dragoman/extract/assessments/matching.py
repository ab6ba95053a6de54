"""Which rows of the relation tables stand at a token.

In: a `Reading` and a token. Out: the row, or None. It compares words and forms; it knows nothing of sides or of what
the rows add up to. Words joined by hyphens ("long-standing", "anti-American") are looked up as one.
"""

from collections.abc import Iterator

from dragoman.extract.grammar.tree import MODIFIERS, subtree
from dragoman.extract.reading import Reading
from dragoman.model.analysis import Analysis
from dragoman.vocab.relations import Needs, RelationNoun, RelationWord

POS = {
    "VERB": "verb", "AUX": "verb", "NOUN": "noun", "PROPN": "noun", "ADJ": "adj", "ADV": "adv", "DET": "adj",
    "PART": "adv",
}  # fmt: skip
"""The kinds of the word table by universal part of speech."""
_GAP = 3
"""How many words may stand between the words of a verb's row ("share similar views", "hit an all-time low")."""
_WIDEST = 12
"""Tokens of a complement at most that a quote takes in."""
_LITTLE = frozenset({"little", "nothing"})
_SUFFIXES = ("type", "like", "style")


def noun_at(reading: Reading, token: int) -> RelationNoun | None:
    """The relation noun whose head is the token; the row of most words wins."""
    if reading.an.pos[token] not in ("NOUN", "PROPN", "VERB"):
        return None
    if reading.an.dep[token] in ("compound", "nmod", "amod"):
        return None
    if reading.an.pos[token] == "VERB" and reading.an.dep[token] not in ("pobj", "dobj", "nsubj"):
        return None
    for key in keys_at(reading.an, token):
        for row in reading.world.relation_nouns.get(key):
            if _stands(reading.an, row, token, gap=0):
                return row if row.reach != "never" else None
    return None


def word_at(reading: Reading, token: int, kinds: tuple[str, ...], needs: Needs) -> RelationWord | None:
    """The relation word at a token, of these kinds: of several the one with most words, then the first kind."""
    an = reading.an
    found: list[RelationWord] = []
    for key in keys_at(an, token):
        for row in reading.world.relation_words.get(key):
            gap = _GAP if row.pos == "verb" else 0
            if row.needs == needs and row.pos in kinds and _stands(an, row, token, gap=gap):
                found.append(row)
        if found and "-" in key:
            break
    return min(found, key=lambda row: (-len(row.words), kinds.index(row.pos)), default=None)


def row_beside(reading: Reading, token: int, *, extra: tuple[str, ...] = ()) -> RelationWord | RelationNoun | None:
    """The row of a word beside the noun: by its part of speech, a participle also as an adjective."""
    an = reading.an
    own = POS.get(an.pos[token])
    kinds = tuple(dict.fromkeys([*extra, *((own,) if own else ())]))
    if an.tag[token] in ("VBN", "VBG"):
        kinds = ("adj", "verb") if an.dep[token] in MODIFIERS | {"acomp"} else ("verb", "adj")
    row = word_at(reading, token, kinds, "relation_noun") if kinds else None
    noun = noun_at(reading, token) if own == "noun" else None
    if noun is None or row is not None and _told(row) >= _told(noun):
        return row
    return noun if noun.level or noun.trend else row


def _told(row: RelationWord | RelationNoun) -> tuple[int, int, bool]:
    """How much a row says: of two, the one that says more is taken."""
    return (len(row.words), bool(row.level) + bool(row.trend), bool(row.level))


def keys_at(an: Analysis, token: int) -> Iterator[str]:
    """The forms under which a token is looked up, the most particular first."""
    joined = _joined(an, token)
    if joined:
        yield joined
        first, _, last = joined.partition("-")
        if last in _SUFFIXES:
            yield first
    word = an.word[token].lower()
    if token + 1 < len(an.word) and an.word[token + 1] in ("-", "–") and an.start[token + 1] == an.end[token]:
        yield f"{word}-"
    yield word
    if an.lemma[token] != word:
        yield an.lemma[token]


def is_compared(an: Analysis, token: int) -> bool:
    """Whether an adjective or adverb stands in the comparative or superlative."""
    return an.tag[token] in ("JJR", "JJS", "RBR", "RBS")


def positive_of(an: Analysis, token: int) -> str:
    """The positive form of a compared adjective that the tagger left as it is ("frostiest": "frosty")."""
    word = an.word[token].lower()
    for ending, instead in (("iest", "y"), ("ier", "y"), ("est", ""), ("er", "")):
        if word.endswith(ending):
            return word.removesuffix(ending) + instead
    return word


def _joined(an: Analysis, token: int) -> str:
    """The hyphenated word that ends at a token, "" if it is none."""
    first = token
    while first >= 2 and an.word[first - 1] == "-" and an.end[first - 2] + 1 == an.start[first]:
        first -= 2
    return "".join(an.word[first : token + 1]).lower() if first < token else ""


def words_at(reading: Reading, row: RelationNoun | RelationWord, token: int) -> tuple[int, ...]:
    """The tokens of a row that stands at its look-up word."""
    return _find_words(reading.an, row, token, gap=_GAP if isinstance(row, RelationWord) and row.pos == "verb" else 0)


def _stands(an: Analysis, row: RelationNoun | RelationWord, token: int, *, gap: int) -> bool:
    return bool(_find_words(an, row, token, gap=gap))


def _find_words(an: Analysis, row: RelationNoun | RelationWord, token: int, *, gap: int) -> tuple[int, ...]:
    """Where the words of a row stand around its look-up word, () if one is missing; a gap is allowed only behind it.

    A verb's row does not end within a noun's phrase: "be close" does not stand in "are close allies".
    """
    start = token - row.head
    if start < 0 or any(not _is(an, start + i, row.words[i]) for i in range(row.head)):
        return ()
    at = token
    found = [*range(start, token + 1)]
    for word in row.words[row.head + 1 :]:
        window = range(at + 1, min(at + 2 + gap, len(an.word)))
        at = next((i for i in window if _is(an, i, word)), -1)
        if at < 0 or an.sentence[at] != an.sentence[token]:
            return ()
        found.append(at)
    cut = gap and an.dep[at] == "amod" and an.head[at] > at and len(row.words) > 1
    return () if cut or _skips_object(an, found[row.head :]) else tuple(found)


def _skips_object(an: Analysis, found: list[int]) -> bool:
    """Whether between a verb and its particle stands a noun that is its object: "get news on" is not "get on"."""
    if len(found) < 2 or an.pos[found[1]] != "ADP":
        return False
    return any(an.dep[each] == "dobj" and an.pos[each] in ("NOUN", "PROPN") for each in range(found[0] + 1, found[1]))


def _is(an: Analysis, token: int, word: str) -> bool:
    if word == an.word[token].lower():
        return True
    return word == an.lemma[token] and not is_compared(an, token) or "-" in word and word == _joined(an, token)


def is_denied(reading: Reading, verb: int) -> bool:
    """Whether a verb is negated, or little is done towards it; "not only", "not just" deny nothing."""
    an = reading.an
    above = an.head[verb]
    done = [above] if an.lemma[above] in _LITTLE and an.lemma[an.head[above]] == "do" else []
    if an.lemma[above] == "do" and an.dep[verb] in ("advcl", "xcomp"):
        done = [kid for kid in an.children[above] if an.dep[kid] == "dobj" and an.lemma[kid] in _LITTLE]
    if any(kid < verb for kid in done):
        return True
    denials = [kid for kid in an.children[verb] if an.dep[kid] == "neg"]
    after = (an.lemma[kid + 1] for kid in denials if kid + 1 < len(an.word))
    return bool(denials) and not any(word in ("only", "just", "merely") for word in after)


def told_with(an: Analysis, verb: int) -> set[int]:
    """The verb with the first and last tokens of its telling complements, for the quote."""
    tokens = {verb}
    for kid in an.children[verb]:
        if an.dep[kid] in ("aux", "auxpass", "neg", "prt", "acomp", "attr", "dobj", "advmod", "xcomp", "prep"):
            first, last = subtree(an, kid)
            if last - first <= _WIDEST:
                tokens |= {first, last - 1}
    return tokens
