"""Who is credited in a text: "first published in X", "LONDON (X) -", "By X", "- X", "X reported".

In: a document. Out: the outlets named, how, and where. It must not decide who wrote the text.

Only names of `outlets.tsv` count. The opening and the end of the page are read, where credits stand; readers' comments
are left out.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from dragoman.model.document import Document, Part
from dragoman.model.resolution import Credit
from dragoman.resolve.families.cue_places import CueIndex
from dragoman.vocab.copying import CreditCue, load_credit_cues, load_credit_fillers
from dragoman.vocab.page_words import Outlet, fold_outlet, load_outlets

OPENING = 700
"""Characters at the beginning of each part that are read for credits."""
ENDING = 500
"""Characters at its end."""
_LONGEST_NAME = 6
_WORD = re.compile(r"[^\W_]+(?:[-'’.&][^\W_]+)*")
_BRACKETED = re.compile(r"(?:\(|-LRB-)\s*([^\W\d_][^()\n]{0,40}?)\s*(?:\)|-RRB-)")
_DASH = re.compile(r"\s*(?:[-–—]|$|\n)")
_SIGNED = re.compile(r"(?:^|[-–—/\n])[ \t]*([^\W\d_][^-–—/\n()]{0,40}?)[ \t.]*(?=$|\n|/)")
Span = tuple[int, int]


@lru_cache(maxsize=256)
def credits_of(doc: Document) -> tuple[Credit, ...]:
    """The credits of a page in text order; of several for one outlet and kind only the first.

    Of cues inside one another ("published in" in "first published in") the longest counts.
    """
    every = sorted(_find_credits(doc), key=lambda each: (each.span[0], -each.span[1], each.kind))
    found: dict[tuple[str, str], Credit] = {}
    for credit in every:
        if not any(_is_inside(credit.span, each.span) for each in every if each.outlet == credit.outlet):
            found.setdefault((credit.outlet, credit.kind), credit)
    return tuple(found.values())


def _is_inside(inner: Span, outer: Span) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _find_credits(doc: Document) -> Iterator[Credit]:
    for part in doc.parts:
        if part.kind == "comment":
            continue
        for start, end in _read_spans(part):
            yield from _find_cued(doc.text, start, end, part)
            yield from _find_bracketed(doc.text, start, end)
        if part.kind in ("byline", "body"):
            yield from _find_signed(doc.text, part)


def _read_spans(part: Part) -> Iterator[Span]:
    if part.end - part.start <= OPENING + ENDING:
        yield part.start, part.end
    else:
        yield part.start, part.start + OPENING
        yield part.end - ENDING, part.end


def _find_bracketed(text: str, start: int, end: int) -> Iterator[Credit]:
    """Brackets as in "ROME (X) -" or at a paragraph's end; inside a sentence they credit a picture or a detail."""
    for match in _BRACKETED.finditer(text, start, end):
        outlet = load_outlets().get(fold_outlet(match[1]))
        if outlet and _DASH.match(text, match.end()):
            yield Credit(outlet.name, "line", match.span(), outlet.kind == "agency")


def _find_signed(text: str, part: Part) -> Iterator[Credit]:
    """A name behind the last dash of the text, or alone on its line or in its byline."""
    start = max(part.start, part.end - ENDING) if part.kind == "body" else part.start
    for match in _SIGNED.finditer(text, start, part.end):
        outlet = load_outlets().get(fold_outlet(match[1]))
        closes = part.kind == "byline" or not text[match.end() : part.end].strip(" .\n/")
        if outlet and closes and match[1][:1].isupper():
            yield Credit(outlet.name, "line", match.span(1), outlet.kind == "agency")


def _find_cued(text: str, start: int, end: int, part: Part) -> Iterator[Credit]:
    words = list(_WORD.finditer(text, start, end))
    folded = [word[0].lower() for word in words]
    for first, last, cue in _cue_index().find(folded):
        hit = _outlet_after(words, last) if cue.before else _outlet_before(words, first)
        if hit is None or cue.kind == "line" and not _is_line(text, words, first, part):
            continue
        outlet, at_first, at_last = hit
        if cue.kind == "told" and outlet.kind == "official":
            continue
        span = words[min(first, at_first)].start(), words[max(last, at_last) - 1].end()
        if not re.search(r"[.!?]\s|\n\s*\n", text[span[0] : span[1]]):
            yield Credit(outlet.name, cue.kind, span, outlet.kind == "agency")


def _is_line(text: str, words: list[re.Match[str]], first: int, part: Part) -> bool:
    """A credit line begins its line or stands in a byline; "by Reuters" inside a sentence does not count."""
    start = words[first].start()
    return part.kind == "byline" or start == part.start or text[:start].rstrip(" \t([–—-")[-1:] == "\n"


def _outlet_after(words: list[re.Match[str]], at: int) -> tuple[Outlet, int, int] | None:
    """The longest name right there, or behind fillers; "Daily" may be either."""
    while at < len(words):
        for last in range(min(at + _LONGEST_NAME, len(words)), at, -1):
            if outlet := _named(words, at, last):
                return outlet, at, last
        if words[at][0].lower() not in load_credit_fillers():
            return None
        at += 1
    return None


def _outlet_before(words: list[re.Match[str]], at: int) -> tuple[Outlet, int, int] | None:
    for last in _ends_before(words, at):
        for first in range(max(0, last - _LONGEST_NAME), last):
            if outlet := _named(words, first, last):
                return outlet, first, last
    return None


def _ends_before(words: list[re.Match[str]], at: int) -> Iterator[int]:
    """Where a name may end before a cue: right before it, or before fillers."""
    yield at
    while at > 0 and words[at - 1][0].lower() in load_credit_fillers():
        at -= 1
        yield at


def _named(words: list[re.Match[str]], first: int, last: int) -> Outlet | None:
    """The outlet whose name these words are; each name begins with a capital, the first word not a bare article."""
    if not words[first][0][:1].isupper() or first + 1 == last and words[first][0].lower() == "the":
        return None
    return load_outlets().get(fold_outlet(" ".join(word[0] for word in words[first:last])))


@cache
def _cue_index() -> CueIndex[CreditCue]:
    return CueIndex((cue.words.split(), cue) for cue in load_credit_cues())
