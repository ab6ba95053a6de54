"""Numbers that differ between two versions of one sentence: "killed 12 people" and "killed 15 people".

In: two texts seen against each other. Out: the pairs of numbers. It must not know what is counted.
"""

from dragoman.resolve.families.shared import OPENING, Side, spans_of
from dragoman.resolve.families.words import RUN, Words
from dragoman.vocab.page_words import load_date_words

_LONGEST = 6
"""Words of an unshared stretch between two shared ones that is still one place of a sentence."""
_NEAR = 3
_SHORT = 3
"""Letters of words that are no counted thing: "of", "in", "the"."""
_CLOCK = frozenset(("am", "pm", "gmt", "utc", "bst", "est", "edt", "et", "ist", "cet", "updated", "updates"))
_NUMBER_WORDS = frozenset(
    ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "dozen",
     "dozens", "fifteen", "twenty", "thirty", "forty", "fifty", "hundred", "hundreds", "thousand", "thousands",
     "million")
)  # fmt: skip
"""A closed class of words for counts as news writes them; no lexicon."""


def find_changed_numbers(a: Side, b: Side) -> tuple[tuple[str, str], ...]:
    """What one text has where the other has another number, in the order of `a`; times of day and dates left out."""
    places = {value: at for at, value in enumerate(b.words.hashes)}
    found = []
    for start, end in spans_of(a.shared, 0):
        before, after = start - RUN, end
        if end - start > _LONGEST or before < 0 or after >= len(a.words.hashes):
            continue
        left, right = places.get(a.words.hashes[before]), places.get(a.words.hashes[after])
        if left is None or right is None or not 0 <= right - left - RUN <= _LONGEST:
            continue
        ours, theirs = _numbers(a.words, start, end), _numbers(b.words, left + RUN, right)
        if ours and theirs and ours != theirs:
            found.append((" ".join(ours), " ".join(theirs)))
    return tuple(found)


def find_changed_counts(a: Side, b: Side) -> tuple[tuple[str, str], ...]:
    """What the openings count of one thing by other numbers, wherever it stands: "seven miners", "eight miners"."""
    ours, theirs = _counts(a), _counts(b)
    return tuple((ours[thing], theirs[thing]) for thing in ours if theirs.get(thing, ours[thing]) != ours[thing])


def _counts(side: Side) -> dict[str, str]:
    """Counted things in the opening to their numbers, where no shared passage has the number; dates left out."""
    found: dict[str, str] = {}
    folded = side.words.folded
    for at in side.live[:OPENING]:
        before, thing = folded[max(0, at - 1)], folded[min(at + 1, len(folded) - 1)]
        dated = not {before, thing}.isdisjoint(load_date_words()) or thing in _CLOCK
        if side.shared[at] or dated or not thing.isalpha() or len(thing) <= _SHORT:
            continue
        if number := _read_number(folded[at]):
            found.setdefault(thing, number)
    return found


def _read_number(word: str) -> str:
    """The digits of a word, or the word if it is a number word; "" if neither."""
    return "".join(char for char in word if char.isdigit()) or (word if word in _NUMBER_WORDS else "")


def _numbers(words: Words, start: int, end: int) -> tuple[str, ...]:
    """The numbers between two places, none if a date or time of day stands there."""
    near = words.folded[max(0, start - _NEAR) : end + _NEAR]
    if any(word in _CLOCK or word in load_date_words() for word in near):
        return ()
    return tuple(number for number in map(_read_number, words.folded[start:end]) if number)
