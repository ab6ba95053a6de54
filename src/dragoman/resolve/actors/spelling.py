"""Compares two personal names word by word, and says in which way they are alike.

In: names as written. Out: `PersonName` with the words that count, and a `Likeness`. It knows how scripts are
transliterated (`text.names`), not who anybody is.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import Indel

from dragoman.text.names import PARTICLES, SUFFIXES, fold_name, name_key, same_word

Likeness = Literal["same", "spelled", "longer", "slip", "tail", "turned", "initial"]
"""How two names agree, the surest first.

same: the same words. spelled: every word is a spelling of its partner ("Sergei", "Sergey"). longer: one has more words
between the first and the last, or a usual word in front ("Sergey Viktorovich Lavrov", "Mohammad Ashraf Ghani"). slip: a
word is mistyped. tail: one has more words in front or behind ("Nicolas Maduro Moros"). turned: the family
name stands first in one. initial: a given name is only a letter in one.
"""
LIKENESSES: tuple[Likeness, ...] = ("same", "spelled", "longer", "slip", "tail", "turned", "initial")
_WordLikeness = Literal["same", "spelled", "slip", "initial"]
ALIKE = 0.6
"""Share of letters in common that two spellings of a word must have besides their key: "Alexei" and "Aleksey" have
.61, "Qadhafi" and "Gaddafi" .71; "Kowsari" and "Khoshchehreh", whose keys agree, .42, "Boos" and "Bush" .50."""
_SERVANT = frozenset(("abd", "abdul", "abdel", "abdal", "abdol", "abdool", "abdoul"))
"""Forms of "servant of": one name with the word behind it ("Abdel Rahman", "Abdulrahman")."""
_ARTICLE = frozenset(("al", "el", "ul", "ur", "ar", "as"))
_FAITH = frozenset(("ud", "ad", "al", "ed", "uddin", "eddin", "aldin"))
_DAMAGE = re.compile("[ÃÄÅØÙâ][^a-z ]")
_FIRST_VOWELS = frozenset((frozenset("ei"), frozenset("ou")))
"""First letters that transliterations exchange: "Esmail" and "Ismail", "Osama" and "Usama"."""
_VOWELS = re.compile(r"[aeiouy]+")
_FRONT, _OPEN = frozenset("iy"), frozenset("a")
_COMMON_FRONT = frozenset(name_key(word) for word in ("muhammad", "sayyid", "haji", "mullah"))
"""Words often left out before a name: "(Mohammad) Ashraf Ghani", "(Seyyed) Ali Khamenei"."""

_COMPOUNDING = frozenset(name_key(word) for word in ("muhammad", "ali"))
"""First words that make a name of their own with the next: "Mohammad Reza X" may be the brother of "Mohammad X"."""


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name made ready: `words` folded, without particles; `suffix` a generation mark."""

    words: tuple[str, ...]
    suffix: str = ""

    @property
    def is_full(self) -> bool:
        """Whether there is more than a surname: two words that are no initials."""
        return len([word for word in self.words if len(word) > 1]) > 1

    @property
    def middle(self) -> tuple[str, ...]:
        """The words between the first and the last."""
        return self.words[1:-1]


@lru_cache(maxsize=65536)
def read_name(name: str) -> PersonName:
    """Make a name ready for comparison.

    Example:
        >>> read_name("Abdel-Rahman al-Rashed").words
        ('abdulrahman', 'rashed')
        >>> read_name("George H.W. Bush").words
        ('george', 'h', 'w', 'bush')
    """
    words = fold_name(re.sub(r"\.(?=\w)", ". ", mend_letters(name))).split()
    numbered = len(words) > 1 and words[-1] in SUFFIXES and len(words[-1]) > 1
    suffix = words.pop() if numbered and (words[-1] in ("jr", "sr") or name.split()[-1].isupper()) else ""
    words = _join_servants(_join_faith(words))
    core = [word for word in words if word not in PARTICLES] or words
    return PersonName(tuple(core), "" if suffix in ("jr", "sr") and len(core) > 2 else suffix)


@lru_cache(maxsize=65536)
def mend_letters(name: str) -> str:
    """A name whose UTF-8 letters were once read as Windows-1252, set right; any other name as it is.

    Example:
        >>> mend_letters("Hugo ChÃ¡vez")
        'Hugo Chávez'
    """
    if name.isascii() or not _DAMAGE.search(name):
        return name
    try:
        return name.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return name


def _join_servants(words: list[str]) -> list[str]:
    out: list[str] = []
    at = 0
    while at < len(words):
        word, rest = words[at], words[at + 1 :]
        skip = 1 if len(rest) > 1 and rest[0] in _ARTICLE else 0
        if word in _SERVANT and len(rest) > skip:
            out.append("abdul" + rest[skip])
            at += 2 + skip
            continue
        joined = next((form for form in _SERVANT if form != "abd" and word.startswith(form) and word != form), "")
        out.append("abdul" + word[len(joined) :] if joined and len(word) > len(joined) + 2 else word)
        at += 1
    return out


def _join_faith(words: list[str]) -> list[str]:
    """ "Burhan ud-Din" and "Burhanuddin" are one word, "Ehsanul" before another word is "Ehsan ul"."""
    out: list[str] = []
    for at, word in enumerate(words):
        if word in ("din", "deen") and len(out) > 1 and out[-1] in _FAITH:
            out[-2:] = [out[-2] + "uddin"]
        elif at + 1 < len(words) and len(word) > 5 and word.endswith("ul") and not word.startswith("abd"):
            out.append(word[:-2])
        else:
            out.append(word)
    return out


def compare_names(a: PersonName, b: PersonName) -> Likeness | None:
    """Say how two names of at least two words are alike, None if they cannot be one person's by their spelling.

    Example:
        >>> compare_names(read_name("Sergei Lavrov"), read_name("Sergey Viktorovich Lavrov"))
        'longer'
        >>> compare_names(read_name("Nawaz Sharif"), read_name("Shahbaz Sharif")) is None
        True
        >>> compare_names(read_name("George W. Bush"), read_name("George H. W. Bush")) is None
        True
    """
    if not a.words or not b.words or (a.suffix and b.suffix and a.suffix != b.suffix):
        return None
    if a.words == b.words or "".join(a.words) == "".join(b.words):
        return "same"
    short, long = sorted((a.words, b.words), key=lambda words: (len(words), words))
    if len(short) == 1:
        return None
    straight = _compare_straight(short, long)
    return straight or ("turned" if _is_turned(short, long) else None)


def _compare_straight(short: tuple[str, ...], long: tuple[str, ...]) -> Likeness | None:
    middles = short[1:-1]
    if len(short) < len(long) and any(len(word) == 1 for word in middles):
        return None
    found: list[Likeness] = []
    at, places = 0, []
    for word in short:
        while at < len(long) and (kind := _compare_words(word, long[at])) is None:
            at += 1
        if at == len(long) or kind is None:
            return None
        found.append(kind)
        places.append(at)
        at += 1
    if len(short) < len(long):
        found.append(_excess(places, long))
    return max(found, key=LIKENESSES.index)


def _excess(places: list[int], long: tuple[str, ...]) -> Likeness:
    """Where the longer name has its additional words; a usual first word is no great matter."""
    if name_key(long[0]) in _COMPOUNDING and places[0] == 0:
        return "tail"
    begins = places[0] == 0 or (places[0] == 1 and name_key(long[0]) in _COMMON_FRONT)
    return "longer" if begins and places[-1] == len(long) - 1 else "tail"


def _is_turned(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    if len(short) != len(long):
        return False
    turns = (long[1:] + long[:1], long[-1:] + long[:-1])
    return any(
        all(_compare_words(x, y) in ("same", "spelled") for x, y in zip(short, turn, strict=True)) for turn in turns
    )


@lru_cache(maxsize=262144)
def _compare_words(a: str, b: str) -> _WordLikeness | None:
    if a == b:
        return "same"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] else None
    if frozenset((a[0], b[0])) in _FIRST_VOWELS:
        b = a[0] + b[1:]
    if not same_word(a, b) or Indel.normalized_similarity(a, b) < ALIKE:
        return None
    return "spelled" if name_key(a) == name_key(b) and not _vowels_differ(a, b) else "slip"


def _vowels_differ(a: str, b: str) -> bool:
    """Whether an "i" stands against an "a": "Kamil" and "Kamal", "Nasir" and "Nasar" are different names."""
    runs_a, runs_b = _VOWELS.findall(a), _VOWELS.findall(b)
    if len(runs_a) != len(runs_b):
        return False
    return any(
        (set(x) <= _FRONT and set(y) <= _OPEN) or (set(x) <= _OPEN and set(y) <= _FRONT)
        for x, y in zip(runs_a, runs_b, strict=True)
    )


@lru_cache(maxsize=65536)
def are_opposed(a: PersonName, b: PersonName) -> bool:
    """Whether two full names cannot be one person's; a single word opposes nobody."""
    return a.is_full and b.is_full and compare_names(a, b) is None
