"""Tells names of persons from other words, and reads what stands beside a name: titles, a given name left behind.

In: a name and the words around its first place. Out: whether it is a person's name, its fuller form, offices. The
words come from the vocabulary; nothing is looked up in a text.
"""

import re

from dragoman.resolve.actors.spelling import mend_letters
from dragoman.text.names import PARTICLES
from dragoman.vocab.gazetteer import fold_word, split_name
from dragoman.vocab.word_groups import word_group
from dragoman.vocab.world import World

MOST_WORDS = 6
_LAST_WORDS = re.compile(r"(?:[\w’'-]+\.?\s+)*[\w’'-]+\.?\s+\Z")
_SENTENCE_END = re.compile(r"[.!?:;,\"“”()\[\]—–|-]\s*\Z")
_PERSONAL_KINDS = frozenset({"person"})


def is_personal(name: str, world: World) -> bool:
    """Whether the words are a person's name: capitalised, no state, body or office, no "the" before them."""
    words = mend_letters(name).split()
    if not 1 <= len(words) <= MOST_WORDS or not all(_is_capital(word) for word in words):
        return False
    lowered = [word.lower().strip(".'’") for word in words]
    if lowered[0] in word_group("no-name") or word_group("institution") & set(lowered):
        return False
    if len(words) == 1 and (words[0].isupper() or len(words[0]) < 3 or not words[0].replace("-", "").isalpha()):
        return False
    return not _names_other(words, world) and not _is_title(lowered, world)


def _is_capital(word: str) -> bool:
    bare = word.strip("'’\"“”")
    low = bare.lower().rstrip(".-")
    if low in PARTICLES or low.split("-")[0] in PARTICLES:
        return bare[:1].isalpha()
    return bare[:1].isupper() and all(c.isalpha() or c in "'’.-" for c in bare)


def _names_other(words: list[str], world: World) -> bool:
    """Whether a state, a body or a place stands at the beginning or is the whole, and no person."""
    folded = [fold_word(word) for word in words]
    hit = world.names.at(folded, 0)
    if hit is None or any(name.kind in _PERSONAL_KINDS for name in hit.names):
        return False
    whole = hit.last == len(folded)
    return whole or any(name.kind in ("state", "adjective", "organisation", "group") for name in hit.names)


def _is_title(lowered: list[str], world: World) -> bool:
    """Whether office words make up the whole, or end it ("Foreign Minister")."""
    hits = (world.titles.at(lowered, at) for at in range(len(lowered)))
    return any(hit.last == len(lowered) and (len(lowered) > 1 or hit.first == 0) for hit in hits if hit)


def strip_titles(name: str, world: World) -> tuple[str, frozenset[str]]:
    """The name without the titles at its head, and their offices: "King Abdullah II" is ("Abdullah II", {"HOS"})."""
    words = name.split()
    offices: set[str] = set()
    while len(words) > 1:
        hit = world.titles.at([fold_word(word).lower() for word in words], 0)
        if hit is None or hit.last >= len(words) or hit.names[0].kind not in ("title", "honorific"):
            break
        offices.update(title.office for title in hit.names if title.office)
        words = words[hit.last :]
    return " ".join(words), frozenset(offices)


def find_fuller(name: str, before: str, world: World) -> str:
    """A bare name with the given name that stands directly before it in the text.

    Args:
        name: as the record has it; a name of several words is given back as it is.
        before: the text up to the name.
        world: tells titles and other names, which are no given names.
    """
    if " " in name.strip():
        return name
    left = _LAST_WORDS.search(before)
    word = left.group().split()[-1] if left else ""
    if _can_be_given(word, world) and not _begins_sentence(before, word):
        return f"{word} {name}"
    return name


def _can_be_given(word: str, world: World) -> bool:
    if len(word) < 2 or not word[0].isupper() or word.isupper() or not all(c.isalpha() or c in "-’'" for c in word):
        return False
    if word.lower() in word_group("no-name") or word.lower().endswith(("'s", "’s")):
        return False
    folded = fold_word(word)
    if world.titles.at([folded.lower()], 0):
        return False
    hit = world.names.at([folded], 0)
    return hit is None or any(entry.kind in _PERSONAL_KINDS for entry in hit.names)


def _begins_sentence(before: str, word: str) -> bool:
    rest = before.rstrip().removesuffix(word)
    return not rest.strip() or bool(_SENTENCE_END.search(rest))


def offices_beside(before: str, after: str, world: World) -> frozenset[str]:
    """Offices named directly before the name or in the description behind it, as codes ("FM", "HOG")."""
    clause = re.split(r"[.;:!?\"“”]\s", before)[-1].split(",")
    lead = split_name(" ".join(clause[-2:] if clause and not clause[-1].strip() else clause[-1:]))[-8:]
    trail = split_name(after.split(",")[1])[:10] if after.lstrip().startswith(",") and "," in after else ()
    return frozenset(office for words in (lead, trail) for office in _offices([w.lower() for w in words], world))


def _offices(words: list[str], world: World) -> set[str]:
    found: set[str] = set()
    after = 0
    for at in world.titles.starts(words):
        hit = world.titles.at(words, at) if at >= after else None
        if hit:
            after = hit.last
            if hit.names[0].kind == "title":
                found.update(title.office for title in hit.names if title.office and title.office != "FORMER")
    return found
