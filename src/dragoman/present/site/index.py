"""The search of a site as files beside its pages: which places hold a word, and what is shown of a place.

Nobody answers queries there, and a page from disk may fetch nothing. So the index lies in many small scripts, each one
call with plain data and nothing else, of which a page loads the few that it needs:

    search/all.js   how much there is, the years of all places, into how many parts the words are dealt
    search/w-N.js   words with the numbers of the places that hold them, each as the distance from the one before
    search/p-N.js   what is shown of the places N * PLACES to (N + 1) * PLACES - 1
    search/t-N.js   the text of document N, only where whole texts are wanted

`frontend/src/site/index.ts` reads them, and folds what somebody types as `list_words` folds words.
"""

import json
import re
import unicodedata
from array import array
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dragoman.present.site.drawing import Wanted
from dragoman.present.site.found import Found, Places
from dragoman.record.dossier import Dossier
from dragoman.text.hashing import Plain

PLACES = 200
"""Places of a part: some 50 KB, and a page of hits needs a few of them."""
POSTINGS = 20_000
"""Numbers that a part of the words holds, about: some 60 KB. More parts mean more files, fewer mean longer waits."""
MOST_PARTS = 4_096
COMMON = 50_000
"""Places from which on a word says nothing: it is noted as such, and not looked for."""
MOST_WORDS = 5_000
"""Different words of one text that lead to it; a long article has some 2,000."""
LONGEST = 40
"""Characters of a word that count."""
_WORD = re.compile(r"[^\W_]+")


def list_index(folder: Path, wanted: Wanted) -> Iterator[tuple[str, str]]:
    """File and text of each script."""
    with Dossier(folder) as opened:
        places = Places.of(opened, wanted)
        words: dict[str, array[int]] = {}
        years: list[str] = []
        rows: list[Plain] = []
        for number, found in enumerate(places):
            _note_words(words, number, found)
            years.append(found.year)
            rows.append(found.row)
            if len(rows) == PLACES:
                yield _script(f"p-{number // PLACES}", rows)
                rows = []
        yield _script(f"p-{len(years) // PLACES}", rows)
        yield from _list_words(words)
        if wanted.texts:
            yield from (_script(f"t-{number}", text) for number, text in enumerate(places.texts()))
        yield _script("all", {
            "counts": places.counts, "cut": places.cut, "parts": _count_parts(words), "places": PLACES,
            "texts": wanted.texts, **_years(years),
        })  # fmt: skip


def list_words(text: str) -> Iterator[str]:
    """Its words without case, accents and what exceeds the length that counts, as often as they stand there.

    Small letters and not `casefold`, which no browser has.

    Example:
        >>> list(list_words("São Paulo's visit_2"))
        ['sao', 'paulo', 's', 'visit', '2']
    """
    for found in _WORD.finditer(text):
        word = found.group()
        if not word.isascii():
            word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
        yield word.lower()[:LONGEST]


def deal_word(word: str, parts: int) -> int:
    """The part in which a word stands, by FNV-1a: short to write in any language, and nothing rests on its strength."""
    hash = 2_166_136_261
    for byte in word.encode("utf-8"):
        hash = (hash ^ byte) * 16_777_619 & 0xFFFFFFFF
    return hash % parts


def _note_words(words: "dict[str, array[int]]", number: int, found: Found) -> None:
    """Note the place at each of its words, once; a place that is one too many shows that the word is common."""
    for count, word in enumerate(dict.fromkeys(list_words(found.words))):
        if count == MOST_WORDS:
            return
        numbers = words.setdefault(word, array("I"))
        if len(numbers) <= COMMON:
            numbers.append(number)


def _list_words(words: "Mapping[str, array[int]]") -> Iterator[tuple[str, str]]:
    """The words dealt into parts, in order; common ones without numbers."""
    parts: list[list[Plain]] = [[] for _ in range(_count_parts(words))]
    for word in sorted(words):
        numbers = words[word] if len(words[word]) <= COMMON else ()
        steps = [number - before for before, number in zip((0, *numbers), numbers, strict=False)]
        parts[deal_word(word, len(parts))].append([word, *steps])
    return (_script(f"w-{number}", part) for number, part in enumerate(parts))


def _count_parts(words: "Mapping[str, array[int]]") -> int:
    numbers = sum(len(each) for each in words.values() if len(each) <= COMMON)
    return max(1, min(MOST_PARTS, -(-numbers // POSTINGS)))


def _years(years: Sequence[str]) -> Mapping[str, Plain]:
    """The years that occur, and for each place the number of its own in two digits to the base of 36."""
    known = sorted(set(years))
    if len(known) > 36**2:  # no record of news; the oldest are taken together
        known = known[-(36**2) :]
    numbers = {year: number for number, year in enumerate(known)}
    return {"years": known, "year": "".join(_in_two_digits(numbers.get(year, 0)) for year in years)}


def _in_two_digits(number: int) -> str:
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    return digits[number // 36] + digits[number % 36]


def _script(name: str, content: Plain) -> tuple[str, str]:
    """A file with one call. What it carries is JSON in ASCII alone, so that no word can end the call or the file."""
    data = json.dumps(content, ensure_ascii=True, separators=(",", ":")).replace("<", "\\u003c")
    return f"search/{name}.js", f'dragomanPart("{name}",{data});\n'
