"""Turns of a transcript or interview, and headlines of the same shape: "BERG: We shall wait." at the start of a line.

In: the stored text, its analysis, who is who. Out: one attribution for each line that opens with a name and a colon,
with the colon as cue and the rest of the line as content. A name counts when it is that of a person, or when it opens
several lines in capitals. It must not know cues in words.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator

from dragoman.extract.grammar.participants import Who
from dragoman.extract.speech.attribution import Attribution
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document

_OPENING = re.compile(r"^[\"“”']?((?:[A-Z][\w.'’-]*\s){0,3}[A-Z][\w.'’-]+):[ \t]+(?=\S)", re.MULTILINE)
_SHORTEST = 3
"""Words below which what follows the colon is a label and no turn."""


def find_turns(doc: Document, an: Analysis, who: Who) -> Iterator[Attribution]:
    """Turns of the parts that are read, in text order."""
    lines = [(match, _line_end(doc.text, match.end())) for match in _OPENING.finditer(doc.text)]
    often = Counter(match.group(1) for match, _ in lines)
    for match, end in lines:
        first, colon = bisect_left(an.start, match.start(1)), bisect_left(an.start, match.end(1))
        if colon >= len(an.word) or an.word[colon] != ":" or len(doc.text[match.end() : end].split()) < _SHORTEST:
            continue
        mention = who.mention_at(colon - 1)
        is_person = mention is not None and mention.kind == "person" and first <= mention.head < colon
        if is_person or often[match.group(1)] > 1 and match.group(1).isupper():
            speaker = mention.head if mention is not None and is_person else colon - 1
            yield Attribution(colon, speaker, match.end(), end, "direct", None)


def _line_end(text: str, start: int) -> int:
    found = text.find("\n", start)
    end = found if found >= 0 else len(text)
    return start + len(text[start:end].rstrip())
