"""Tells in which language the body of a page is written, by its script and its commonest words.

In: text and parts. Out: an ISO 639-1 code, "" if there are too few words to tell. English is the language that is
coded, so it is never denied on thin evidence.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from dragoman.model.document import Part
from dragoman.vocab.page_words import load_language_words

SAMPLE = 3000
SCRIPT_SAMPLE = 1200
SCRIPT_STEP = 5
MIN_WORDS = 8
MARGIN = 1.3
"""How many times more common words another Latin language must show than English; set by hand on short samples."""
FEW, LEAD = 40, 2
"""In a text of so few words, another language must show so many common words more; set by hand on single sentences."""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SCRIPTS = {"CJK": "Han", "HIRAGANA": "Kana", "KATAKANA": "Kana", "HANGUL": "Hangul"}


def tell_language(text: str, parts: Iterable[Part], told: str = "") -> str:
    """Language of the title and body; `told` (a code from metadata) decides only where the text does not."""
    sample = " ".join(text[p.start : min(p.end, p.start + SAMPLE)] for p in parts if p.kind in ("body", "title"))
    sample = (sample or text)[:SAMPLE]
    return judge_language(sample) or told.strip().casefold()[:2]


def judge_language(sample: str) -> str:
    """Language of a sample of text, "" if it cannot be told."""
    scripts = Counter(_script(letter) for letter in sample[:SCRIPT_SAMPLE:SCRIPT_STEP] if letter.isalpha())
    if not scripts:
        return ""
    script = "Kana" if scripts["Kana"] * 10 > scripts["Han"] > 0 else scripts.most_common(1)[0][0]
    candidates = [row for row in load_language_words() if row.script == script]
    words = Counter(_WORD.findall(sample.casefold()))
    if len(candidates) == 1:
        return candidates[0].language
    hits = {row.language: sum(words[word] for word in row.words & words.keys()) for row in candidates}
    if not hits or (words.total() < MIN_WORDS and max(hits.values()) < 2):
        return ""
    best = max(hits, key=lambda language: hits[language])
    if hits[best] < max(2, words.total() * 0.04):
        return ""
    near = hits.get("en", 0) * MARGIN >= hits[best] or (words.total() < FEW and hits[best] - hits.get("en", 0) < LEAD)
    return "en" if script == "Latin" and near else best


def _script(letter: str) -> str:
    if letter < "\u0250":
        return "Latin"
    first = unicodedata.name(letter, "").split(" ", 1)[0]
    return _SCRIPTS.get(first, first.capitalize())
