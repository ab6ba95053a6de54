"""Cuts the text of a page into units, one line each or, where lines are wrapped, one paragraph each.

In: the stored text. Out: `Unit` rows in text order that together cover all that is not white space, each with the
folded form that cues are compared with. It must not know what a unit is for.
"""

import re
import string
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

FOLDED_LENGTH = 400
MAX_LINES = 50_000
"""Lines that are looked at one by one; no article has as many, what follows them is one unit."""
_INKED = re.compile(r"[^\W_]\S*")
_LINE = re.compile(r"[^\n]+")
_LINK = re.compile(r"\[([^\[\]\n]{0,200})\]\([^()\s]{0,400}\)")
_NUMBER = re.compile(r"\d[\d,.]*(?<=\d)|\d")
_SENTENCE_END = re.compile(r"[.!?…。؟۔।][\"'”’»)\]*_]{0,4}\Z")
_HEADING = re.compile(r"#{1,6}[ \t]+")
_DROPPED = str.maketrans(dict.fromkeys(string.punctuation + "“”‘’„«»–—…\x00", " "))
_OUTER = " \t•·*|>»«:.-–—_=~[]"
_WRAPPED_WIDTH = range(50, 91)


@dataclass(frozen=True)
class Unit:
    """One line or paragraph: `start` and half-open `end` in the text, `text` between them without outer spaces."""

    start: int
    end: int
    text: str

    @cached_property
    def folded(self) -> str:
        """First 400 characters in lower case, links and emphasis unmarked, numbers as "#", single spaces."""
        plain = _LINK.sub(r"\1", self.text[:FOLDED_LENGTH]).replace("**", "").replace("`", "")
        return " ".join(_NUMBER.sub("#", plain.replace("’", "'").casefold()).split())

    @cached_property
    def bare(self) -> str:
        """`folded` without bullets, dashes and dots around it."""
        return self.folded.strip(_OUTER)

    @cached_property
    def words(self) -> int:
        """Number of words (runs without white space that hold a letter or digit); at most 400 are counted."""
        return min(len(_INKED.findall(self.text[:4000])), 400)

    @cached_property
    def key(self) -> str:
        """Letters and digits of the first 2,000 characters in lower case, one space between words: equal for copies."""
        return passage_key(self.text[:2000])

    @property
    def is_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(_SENTENCE_END.search(self.text[-6:]))

    @property
    def heading_marks(self) -> int:
        """Length of the Markdown heading marks that it begins with, 0 if none."""
        match = _HEADING.match(self.text[:12])
        return match.end() if match else 0

    @property
    def link_share(self) -> float:
        """Share of the characters that stand inside Markdown links."""
        if "](" not in self.text[:2000]:
            return 0.0
        head = self.text[:2000]
        return sum(m.end() - m.start() for m in _LINK.finditer(head)) / len(head)


def passage_key(passage: str) -> str:
    """A passage's letters and digits in lower case, one space between words: equal for copies."""
    return " ".join(passage.casefold().translate(_DROPPED).split())


def split_units(text: str) -> list[Unit]:
    """The units of `text` in order."""
    found = _LINE.finditer(text)
    lines = [unit for match in islice(found, MAX_LINES) if (unit := _trimmed(text, match.start(), match.end()))]
    beyond = next(found, None)
    if beyond and (rest := _trimmed(text, beyond.start(), len(text))):
        lines.append(rest)
    units = _join_wrapped(text, lines) if _is_wrapped(lines) else lines
    return [half for unit in units for half in _halves(unit)]


def _halves(unit: Unit) -> tuple[Unit, ...]:
    """A line that says the same passage twice ("A b c.A b c.") as two units, any other line as it is."""
    length = len(unit.text)
    middle = (length + 1) // 2
    if not 40 <= length <= 2000 or unit.text[: length - middle] != unit.text[middle:]:
        return (unit,)
    first = unit.text[:middle].rstrip()
    return Unit(unit.start, unit.start + len(first), first), Unit(unit.start + middle, unit.end, unit.text[middle:])


def _trimmed(text: str, start: int, end: int) -> Unit | None:
    line = text[start:end]
    inner = line.strip()
    if not inner:
        return None
    start += len(line) - len(line.lstrip())
    return Unit(start, start + len(inner), inner)


def _is_wrapped(lines: list[Unit]) -> bool:
    """Whether lines were cut at a fixed width: most are about as long as the longest and few end a sentence."""
    if len(lines) < 8:
        return False
    widest = max(unit.end - unit.start for unit in lines)
    if widest not in _WRAPPED_WIDTH:
        return False
    full = [unit for unit in lines if unit.end - unit.start > widest - 18]
    ended = sum(unit.is_sentence for unit in full)
    return len(full) >= len(lines) * 0.5 and ended <= len(full) * 0.3


def _join_wrapped(text: str, lines: list[Unit]) -> list[Unit]:
    widest = max(unit.end - unit.start for unit in lines)
    joined: list[Unit] = []
    for unit in lines:
        last = joined[-1] if joined else None
        tail_length = last.end - text.rfind("\n", 0, last.end) - 1 if last else 0
        if last and text.count("\n", last.end, unit.start) == 1 and tail_length > widest - 18:
            joined[-1] = Unit(last.start, unit.end, text[last.start : unit.end])
        else:
            joined.append(unit)
    return joined
