"""Compares names of persons as news writes them.

In: names as strings ("Sergey Viktorovich Lavrov", "Lavrov", "S. Lavrov", "Mr Sergei Lavrov's" without the title).
Out: folded forms for look-up, a transliteration key for each word, and a judgement whether two names can be one person.
It must not know who anybody is, which titles exist or which office a person holds: that is the vocabulary's business.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii
from rapidfuzz.distance import DamerauLevenshtein

PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "bin",
        "ibn",
        "bint",
        "ben",
        "abu",
        "abd",
        "de",
        "del",
        "della",
        "da",
        "das",
        "di",
        "do",
        "dos",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "ten",
        "zu",
        "y",
        "e",
        "st",
        "san",
    ]
)
"""Words that belong to the word after them ("de Gaulle", "bin Laden", "al-Assad"); a closed class, not a lexicon."""

SUFFIXES = frozenset(
    ["jr", "sr", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi"]
)
"""Generation marks that are no family name ("John Smith Jr", "Abdullah II")."""

_APOSTROPHES = re.compile(r"['’‘ʻʼʿʾ`´]")
_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")
_NOT_WORD = re.compile(r"[^a-z0-9]+")

_KEY_RULES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^e(?=[iy])|^y(?=e)", ""),
        (r"shch|sch|sh|ch|tch|cz", "s"),
        (r"dzh|dj|zh|j", "g"),
        (r"kh|gh|q|ck", "k"),
        (r"^k(?=h)|(?<=[bdt])h", ""),
        (r"ph|v|w(?=[aeiouy])", "f"),
        (r"ks", "x"),
        (r"c(?=[eiy])|z", "s"),
        (r"c", "k"),
        (r"g", "k"),
        (r"ou|oo|o|w", "u"),
        (r"(?<=.)[aeiy]+", "a"),
        (r"h(?=[^aeiouy]|$)", ""),
        (r"(.)\1+", r"\1"),
    )
)
"""Merges what romanisations of Russian, Arabic, Persian, Urdu, Turkic and Chinese names disagree about."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """A name split for comparison; all words folded (see `fold_name`).

    `given` are all words before the family name in order, `family` the last word with its particles,
    `suffix` a generation mark or an empty string.
    """

    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str


@lru_cache(maxsize=65536)
def fold_name(name: str) -> str:
    """Fold a name to lower-case ASCII words with single spaces.

    Accents, apostrophes, dots and a possessive ending go; hyphens become spaces.

    Example:
        >>> fold_name("Recep Tayyip Erdoğan’s")
        'recep tayyip erdogan'
        >>> fold_name("Bashar al-Assad")
        'bashar al assad'
    """
    text = _POSSESSIVE.sub("", name.strip())
    text = _APOSTROPHES.sub("", text)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join(c for c in decomposed if not unicodedata.combining(c))
        text = text if text.isascii() else anyascii(text)
        text = text.replace("'", "")
    return _NOT_WORD.sub(" ", text.lower()).strip()


@lru_cache(maxsize=65536)
def name_key(word: str) -> str:
    """Reduce one folded word to a key that spelling variants of one name share.

    Example:
        >>> name_key("sergei") == name_key("sergey")
        True
        >>> name_key("hussain") == name_key("husein")
        True
        >>> name_key("karzai") == name_key("kasuri")
        False
    """
    key = word
    for pattern, replacement in _KEY_RULES:
        key = pattern.sub(replacement, key)
    return key or word


def name_parts(name: str) -> NameParts:
    """Split a name written in Western order into given names, family name and suffix.

    Example:
        >>> name_parts("Osama bin Laden").family
        ('bin', 'laden')
    """
    words = fold_name(name).split()
    suffix = words.pop() if len(words) > 1 and words[-1] in SUFFIXES else ""
    if not words:
        return NameParts((), (), suffix)
    start = len(words) - 1
    while start > 1 and words[start - 1] in PARTICLES:
        start -= 1
    if start == 1 and words[0] in PARTICLES:
        start = 0
    return NameParts(tuple(words[:start]), tuple(words[start:]), suffix)


def same_word(a: str, b: str) -> bool:
    """Say whether two folded words are spellings of one name: an initial, the same key, or a slip in a long word.

    One slip from six letters on, two from eight on ("Validimir").
    """
    if a == b:
        return True
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if a[0] != b[0] and name_key(a)[0] != name_key(b)[0]:
        return False
    if name_key(a) == name_key(b) and min(len(a), len(b)) > 2:
        return True
    slips = 2 if min(len(a), len(b)) >= 8 else 1 if min(len(a), len(b)) >= 6 else 0
    return slips > 0 and DamerauLevenshtein.distance(a, b, score_cutoff=slips) <= slips


def same_person(a: str, b: str) -> bool:
    """Say whether two names can belong to one person, going by their spelling alone.

    The family names must agree; given names must agree as far as both state them (initials, missing patronymics and
    a missing given name are no conflict). A single word agrees with the first or last word of a full name.

    Example:
        >>> same_person("Sergei Lavrov", "Sergey Viktorovich Lavrov")
        True
        >>> same_person("Nawaz Sharif", "Shehbaz Sharif")
        False
    """
    words_a, words_b = _core_words(a), _core_words(b)
    if not words_a or not words_b:
        return False
    if words_a == words_b or "".join(words_a) == "".join(words_b):
        return True
    short, long = sorted((words_a, words_b), key=lambda words: (len(words), words))
    if len(short) == 1:
        return len(short[0]) > 1 and any(len(w) > 1 and same_word(short[0], w) for w in (long[-1], long[0]))
    if not _ends_agree(short, long):
        return False
    return _is_subsequence(short, long)


def _core_words(name: str) -> tuple[str, ...]:
    """Give the words that count: no particles, no generation mark (unless it is all that tells kings apart)."""
    words = fold_name(name).split()
    core = tuple(w for w in words if w not in PARTICLES)
    return core or tuple(words)


def _ends_agree(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Last words agree, or the family name comes first in both."""
    if len(long[-1]) > 1 and same_word(short[-1], long[-1]) and len(short[-1]) > 1:
        return True
    return len(short[0]) > 1 and len(long[0]) > 1 and same_word(short[0], long[0]) and short[-1] in long


def _is_subsequence(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Every word of the shorter name agrees with a later and later word of the longer one."""
    at = 0
    for word in short:
        while at < len(long) and not same_word(word, long[at]):
            at += 1
        if at == len(long):
            return False
        at += 1
    return True
