"""Which straight quotation marks of a line open and which close, where copying has put them on the wrong side.

In: the text of a line and where its straight marks stand. Out: for each mark whether words are quoted behind it. Copies
lose the breaks between the paragraphs of a long quotation, each of which opened with a mark of its own; whoever then
pairs the marks two by two takes the author's words for quoted ones to the end of the line. So the whole line is read
at once: the cheapest way to take all marks wins, each oddity having its price. It must not know who speaks.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

_STOPS = ".?!"
_OWN_WORDS = re.compile(r"\b(?:I|I'm|I've|[Ww]e|[Oo]ur|us|[Mm]y)\b")
_TELLS = re.compile(
    r"\W*(?:[\w.'’-]+\s){0,5}?(?:said|says|added|told|continued|went on|replied|insisted|warned|declared)\b(?! to )"
)
_UNFINISHED = re.compile(r"(?:^|\s)(?:the|a|an|of|as|to|that|his|her|its|their|called|by|in|for|and|is|was|with)\s*$")
_MANY = 2
"""Marks up to which there is nothing to choose."""
_MENDED = 3.0
"""A line that two by two costs less is left as it is."""
_REOPENED = 1.25
"""Price of a mark that opens a paragraph of a quotation still open."""
_OWN = 3.0
"""Price of a first person outside the marks, for one word and for more than one twice that; not behind the last mark,
where the page itself often speaks."""
_ODD = 4.0
"""Price of a mark that no writer puts there, and of the words of one side on the other."""
_WRONG_SIDE = 0.5
"""Price of a mark that leans on the wrong word: copies do that often."""
_NEVER = 99.0


def open_marks(text: str, marks: Sequence[int], start: int, end: int) -> list[bool] | None:
    """Whether words are quoted behind each mark.

    Args:
        text: the stored text.
        marks: offsets of the straight marks of the line, in order.
        start: first character of the line; `end` exclusive.

    Returns:
        One value a mark, None if taking the marks two by two costs little, so that nothing is to be mended, or if the
        author speaks of himself, so that nothing can be told.

    Example:
        >>> line = 'He said:" We wait. "Then we go, "he added.'
        >>> open_marks(line, [8, 19, 32], 0, len(line))
        [True, True, False]
    """
    if _OWN_WORDS.search(text, start, marks[0] if marks else end):
        return None
    plain = [number % 2 == 0 for number in range(len(marks))]
    if len(marks) <= _MANY or _price(text, marks, plain, start, end) < _MENDED:
        return None
    best = _cheapest(text, marks, start, end)
    return None if best == plain else best


def _cheapest(text: str, marks: Sequence[int], start: int, end: int) -> list[bool]:
    ways: dict[bool, tuple[float, list[bool]]] = {False: (_side(text, start, marks[0], inside=False), [])}
    edges = [*marks, end]
    for mark, following in pairwise(edges):
        found: dict[bool, tuple[float, list[bool]]] = {}
        for opened in (True, False):
            behind = _side(text, mark + 1, following, inside=opened) if following < end or opened else 0.0
            options = [
                (cost + _turn(text, mark, was, opened) + behind, [*path, opened]) for was, (cost, path) in ways.items()
            ]
            found[opened] = min(options)
        ways = found
    return min((cost + (_WRONG_SIDE if opened else 0.0), path) for opened, (cost, path) in ways.items())[1]


def _price(text: str, marks: Sequence[int], path: Sequence[bool], start: int, end: int) -> float:
    price = _side(text, start, marks[0], inside=False)
    was = False
    for mark, following, opened in zip(marks, [*marks[1:], end], path, strict=True):
        price += _turn(text, mark, was, opened)
        if following < end or opened:
            price += _side(text, mark + 1, following, inside=opened)
        was = opened
    return price


def _turn(text: str, mark: int, was: bool, opened: bool) -> float:
    """Price of one mark that leads from quoted or unquoted words to quoted or unquoted ones."""
    before, after = text[max(0, mark - 30) : mark], text[mark + 1 : mark + 3]
    left, right = before.rstrip(" '")[-1:], after.lstrip()[:1]
    if not was and not opened:
        return _NEVER
    if was and opened:
        return _REOPENED if left in _STOPS and right.isupper() else _NEVER
    if opened:
        leans = after[:1].isspace() and not before[-1:].isspace()
        return _WRONG_SIDE * leans + _ODD * (right in ".,;?!)")
    leans = before[-1:].isspace() and not after[:1].isspace()
    return _WRONG_SIDE * leans + _ODD * (left == ":" or bool(_UNFINISHED.search(before)))


def _side(text: str, first: int, last: int, *, inside: bool) -> float:
    """Price of taking a stretch of words as quoted or not: the author says no "we", and nobody quotes "he said"."""
    words = text[first:last]
    if inside:
        return _ODD if _TELLS.match(words) else 0.0
    return _OWN * min(2, len(_OWN_WORDS.findall(words)))
