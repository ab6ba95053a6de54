"""Statements: the attributions of a document with speaker, role and date, and whose word each passage is.

In: attributions, analysis, who is who. Out: `Statement` records, and `Voices`, which tells for any character of the
text who vouches for it.
"""

from dataclasses import dataclass

from dragoman.extract.attribution import Attribution
from dragoman.extract.cast import Cast
from dragoman.extract.participants import Who
from dragoman.extract.speaker_identity import Speaker, identify_speaker
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document
from dragoman.model.records import Reason, Statement
from dragoman.text.hashing import make_id
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import SpeakerNoun

__all__ = ["Passage", "Speaker", "Voices", "identify_speaker", "make_statements"]

_SHORTEST = 3
"""Characters below which a content is no statement."""
OWN_WORD = frozenset({"ask", "promise", "feel"})
"""Kinds of cues whose content the author reports in the author's own voice (an offer, a demand, a plan)."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of the text that is somebody's word."""

    start: int
    end: int
    voice: str
    why: str


class Voices:
    """Who vouches for a passage: the innermost speaker around it, the commenter, or the author."""

    def __init__(self, doc: Document, passages: list[Passage]) -> None:
        self._comments = [(part.start, part.end) for part in doc.parts if part.kind == "comment"]
        self._passages = sorted(passages, key=lambda p: p.end - p.start)

    def at(self, offset: int) -> tuple[str, str]:
        """(voice, why) of the character at `offset`."""
        if any(start <= offset < end for start, end in self._comments):
            return "comment", "stands in a reader's comment"
        for passage in self._passages:
            if passage.start <= offset < passage.end:
                return passage.voice, passage.why
        return "author", "no speaker"


def make_statements(
    doc: Document, an: Analysis, who: Who, speakers: CueIndex[SpeakerNoun], found: list[Attribution]
) -> tuple[list[Statement], list[Passage]]:
    """Records of all attributions, and the passages that carry another voice than the author's."""
    cast = Cast(an, who, speakers)
    named = {each: cast.name(each) for each in sorted({a.speaker for a in found if a.recorded and a.speaker >= 0})}
    statements: list[Statement] = []
    passages: list[Passage] = []
    for attribution in found:
        speaker = named.get(attribution.speaker)
        if not attribution.recorded or speaker is None or attribution.end - attribution.start < _SHORTEST:
            continue
        statement = _make_statement(doc, an, attribution, speaker)
        statements.append(statement)
        if attribution.entry is None or attribution.entry.kind not in OWN_WORD or attribution.mode == "direct":
            why = f"said by {speaker.name} ({statement.cue})"
            passages.append(Passage(attribution.start, attribution.end, speaker.name, why))
    return statements, passages


def _make_statement(doc: Document, an: Analysis, attribution: Attribution, speaker: Speaker) -> Statement:
    start, end = attribution.start, attribution.end
    quote = doc.text[start:end]
    cue = an.word[attribution.cue] if attribution.cue >= 0 else ""
    where = attribution.entry.where if attribution.entry else "quotation beside another of the same speaker"
    return Statement(
        id=make_id("s", [doc.id, start, end, speaker.name]),
        document=doc.id,
        quote=quote,
        span=(start, end),
        speaker=speaker.name,
        speaker_actor=speaker.actor,
        role=speaker.role,
        mode=attribution.mode,
        cue=cue,
        cue_span=(an.start[attribution.cue], an.end[attribution.cue]) if attribution.cue >= 0 else (-1, -1),
        date=doc.published if len(doc.published) <= 10 else doc.published[:7],
        confidence=0.8 if attribution.entry else 0.6,
        reasons=(Reason("speaker", speaker.name, where),),
    )
