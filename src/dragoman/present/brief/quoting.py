"""Cuts quotes to a length that can be read, around the word that matters, and never changes a word of them."""

from dragoman.present.brief.page import Run

LINE = 160
REFERENCE = 300
_ELLIPSIS = "…"


def clip(text: str, limit: int, *, around: tuple[int, int] = (0, 0)) -> str:
    """At most `limit` characters of `text` on one line, cut between words, with the run `around` in view."""
    start, end = _window(text, limit, around)
    cut = " ".join(text[start:end].split())
    return f"{_ELLIPSIS if start else ''}{cut}{_ELLIPSIS if end < len(text.rstrip()) else ''}"


def quote_runs(text: str, trigger: str, offset: int, limit: int = LINE) -> tuple[Run, ...]:
    """A quote in quotation marks with its trigger set apart; `offset` is where the trigger stands in `text`."""
    if not trigger or offset < 0 or text[offset : offset + len(trigger)] != trigger:
        return (Run(f"“{clip(text, limit)}”", "quote"),)
    start, end = _window(text, limit, (offset, offset + len(trigger)))
    before = _fold(text[start:offset], keep_end=True)
    after = _fold(text[offset + len(trigger) : end], keep_start=True)
    lead = _ELLIPSIS if start else ""
    trail = _ELLIPSIS if end < len(text.rstrip()) else ""
    word = " ".join(trigger.split())[:limit]
    return (Run(f"“{lead}{before}", "quote"), Run(word, "trigger"), Run(f"{after}{trail}”", "quote"))


def _window(text: str, limit: int, around: tuple[int, int]) -> tuple[int, int]:
    if len(text) <= limit:
        return 0, len(text)
    middle = (around[0] + min(around[1], around[0] + limit)) // 2
    start = max(0, min(middle - limit // 2, len(text) - limit))
    end = start + limit - 2
    return _next_word(text, start, around[0]), _word_end(text, end, around[1])


def _next_word(text: str, start: int, latest: int) -> int:
    """The first beginning of a word at or after `start` but not after `latest`."""
    if start == 0:
        return 0
    space = text.find(" ", start, latest)
    return space + 1 if space >= 0 else start


def _word_end(text: str, end: int, earliest: int) -> int:
    """The last end of a word at or before `end` but not before `earliest`."""
    if end >= len(text):
        return len(text)
    space = text.rfind(" ", earliest, end + 1)
    return space if space >= 0 else end


def _fold(text: str, *, keep_start: bool = False, keep_end: bool = False) -> str:
    """White space as single spaces; one at the kept edge stays."""
    words = " ".join(text.split())
    lead = " " if keep_start and text[:1].isspace() and words else ""
    trail = " " if keep_end and text[-1:].isspace() and words else ""
    return f"{lead}{words}{trail}"
