"""Finds the sentence around a quote, so that a clause can be read out of its text. Document and span in, passage out.

The sentence is cut at the edges of its part of the page and at blank lines; one that is too long gives the bare quote.
"""

import re

from dragoman.model.document import Document
from dragoman.present.brief.material import Passage
from dragoman.present.brief.quoting import REFERENCE

_END = re.compile(r"""(?<=[a-z\d"”’)\]]{3})[.!?]+["”’)\]]*(?=\s)|\n[ \t]*\n""")
"""An end of sentence: a mark after three small letters or digits (so not "Mr." or "U.S."), or a blank line."""
REACH = 400
"""Characters looked at on either side of the quote."""


def find_passage(doc: Document, span: tuple[int, int]) -> Passage:
    """The sentence or sentences that hold the span, at most 300 characters, else the span alone."""
    low, high = _part_bounds(doc, span)
    before = doc.text[low : span[0]]
    ends = [match.end() for match in _END.finditer(before + doc.text[span[0] : span[0] + 1])]
    start = low + (ends[-1] if ends else 0)
    finish = _END.search(doc.text, max(span[0], span[1] - 3), high)
    end = max(span[1], finish.end() if finish else high)
    text = doc.text[start:end]
    lead = len(text) - len(text.lstrip())
    sentence = text.strip()
    too_long = len(sentence) > REFERENCE or (not ends and low > 0 and doc.part_at(low - 1) == doc.part_at(low))
    if too_long:
        return Passage(doc.text[span[0] : span[1]], 0)
    return Passage(sentence, span[0] - start - lead)


def _part_bounds(doc: Document, span: tuple[int, int]) -> tuple[int, int]:
    """The part that holds the span, as far as it is within reach."""
    part = next((part for part in doc.parts if part.start <= span[0] < part.end), None)
    low, high = (part.start, max(part.end, span[1])) if part else span
    return max(low, span[0] - REACH), min(high, span[1] + REACH)
