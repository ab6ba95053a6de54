"""How wide words are, where lines break, what is cut: for the generic sans-serif font, whichever a viewer has.

Widths are those of the common wide sans-serif faces rounded up, so that what fits here fits there.
"""

import unicodedata
from collections.abc import Iterable

from dragoman.present.escaping import for_picture

TITLE = 16.0
TEXT = 11.0
SMALL = 10.0
LEADING = 1.35
"""Distance of two lines, in sizes of the letters."""

_NARROW = frozenset("ijl.,:;'|!()[] ft-")
_WIDE = frozenset("mwMW@%&—…")


def measure(text: str, size: float, *, bold: bool = False) -> float:
    """Pixels that a line of words takes at most.

    Example:
        >>> measure("Pakistan", 10) > measure("Pakista", 10)
        True
    """
    return sum(map(_width, text)) * size * (1.1 if bold else 1.0)


def _width(character: str) -> float:
    if character in _NARROW:
        return 0.34
    if character in _WIDE or not character.isascii() and unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if not character.isascii() and unicodedata.combining(character):
        return 0.0
    return 0.72 if character.isupper() else 0.57


def fit(text: str, size: float, width: float, *, bold: bool = False) -> str:
    """The words in one line of at most `width` pixels, harmless, cut with an ellipsis if need be."""
    line = for_picture(text)
    if measure(line, size, bold=bold) <= width:
        return line
    kept, used = [], measure("…", size, bold=bold)
    for character in line:
        used += measure(character, size, bold=bold)
        if used > width:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def wrap(text: str, size: float, width: float, *, bold: bool = False, most: int = 6) -> list[str]:
    """The words in lines of at most `width` pixels; at most so many lines, the last cut if need be."""
    lines: list[str] = []
    words = for_picture(text).split()
    while words and len(lines) < most - 1:
        line = words.pop(0)
        while words and measure(f"{line} {words[0]}", size, bold=bold) <= width:
            line = f"{line} {words.pop(0)}"
        lines.append(fit(line, size, width, bold=bold))
    return [*lines, fit(" ".join(words), size, width, bold=bold)] if words else lines


def widest(texts: Iterable[str], size: float) -> float:
    """Pixels of the widest of some lines."""
    return max((measure(text, size) for text in texts), default=0.0)
