"""Finds what stands before the first sentence of a report and after its last: the dateline and the credit.

In: the text of one paragraph. Out: offsets inside it. It must not know where the paragraph stands.
"""

import re

from dragoman.ingest.plaintext.cues import words_of
from dragoman.ingest.plaintext.dateforms import end_of_time, find_dates
from dragoman.vocab.page_words import fold_outlet, load_outlets

DATELINE_LENGTH = 140
CREDIT_LENGTH = 60
_DASH = re.compile(r"[ \t]*(?:--+|—|–|(?<=\s)-(?![LR]RB-)|(?<=\))-)[ \t]*|:[ \t]+(?=[A-Z])")
_BRACKETS = re.compile(r"(?:\(|-LRB-)\s*([^()]{2,40}?)\s*(?:\)|-RRB-)")
_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_CREDIT = re.compile(r"[.!?…\"”’)][ \t]+(?:-{1,3}|–|—)[ \t]*([A-Z][\w.'’/& ]{1,40}?)[.\s]*\Z")
_ENDING = re.compile(r"(?<=[.!?\"”])\s+([^.!?]{4,200}|(?:\(|-LRB-)[^()]{4,300}(?:\)|-RRB-))[.\s]*\Z")


def find_dateline(text: str) -> int:
    """Length of the dateline that opens a paragraph ("ISLAMABAD, Oct 4 (Agency) - "), 0 if there is none."""
    for dash in _DASH.finditer(text[:DATELINE_LENGTH]):
        if _is_dateline(text[: dash.start()], colon=dash.group().startswith(":")):
            return dash.end()
    return _stamp_length(text)


def _stamp_length(text: str) -> int:
    """Length of a full date with its time that opens a paragraph without a dash after it."""
    dates = find_dates(text, 0, min(len(text), 60))
    if not dates or dates[0].start > 2 or not dates[0].exact or not dates[0].weekday:
        return 0
    end = end_of_time(text, dates[0].end)
    return end if end > dates[0].end + 2 else 0


def _is_dateline(head: str, *, colon: bool) -> bool:
    brackets = _BRACKETS.search(head)
    dates = find_dates(head)
    rest = head
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    rest = _BRACKETS.sub(" ", rest)
    words = _WORD.findall(rest)
    allowed = words_of("date-word whole") | words_of("byline word")
    if len(words) > 10 or any(not word[0].isupper() and word.casefold() not in allowed for word in words):
        return False
    agency = brackets is not None and is_outlet_name(brackets.group(1))
    capitals = [word for word in words if len(word) > 2 and word.isupper()]
    if colon:
        return bool(capitals) and len(capitals) == len(words) and len(words) <= 3 and min(map(len, words)) > 3
    return bool(agency or (dates and words) or (capitals and words[0].isupper() and len(words) <= 5))


def is_outlet_name(name: str) -> bool:
    """Whether words name an outlet: a known one, or capitalised words with one such as "Times" or "Wire" among them."""
    words = name.strip(" .,*_[]").split()
    if fold_outlet(" ".join(words)) in load_outlets():
        return True
    capitals = all(word[:1].isupper() or word in ("of", "the", "and", "&") for word in words)
    return 2 <= len(words) <= 5 and capitals and any(word.casefold() in words_of("outlet word") for word in words)


def find_credit(text: str) -> int:
    """Offset of the credit that closes a paragraph ("– Reuters", "(Reporting by ...)"), its length if there is none."""
    tail = max(0, len(text) - 400)
    match = _CREDIT.search(text, max(0, len(text) - CREDIT_LENGTH))
    if match and (fold_outlet(match.group(1)) in load_outlets() or len(match.group(1).split()) <= 4):
        return match.start() + 1
    ending = _ENDING.search(text, tail)
    if ending and _is_credit(ending.group(1)):
        return ending.start(1)
    return len(text)


def _is_credit(sentence: str) -> bool:
    folded = " ".join(sentence.casefold().split())
    starts = words_of("credit start")
    return folded.startswith(tuple(starts)) or any(cue in folded for cue in words_of("credit inside"))
