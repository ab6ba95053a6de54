"""Statements: the attributions of a document with speaker, role and date, and whose word each passage is.

In: attributions, analysis, who is who. Out: `Statement` records, and `Voices`, which tells for any character of the
text who vouches for it.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush

from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.tree import child
from dragoman.extract.speech.attribution import Attribution
from dragoman.extract.speech.cast import Cast
from dragoman.extract.speech.contents import subject_before
from dragoman.extract.speech.descriptions import told_by_author
from dragoman.extract.speech.speaker_identity import Speaker, identify_speaker
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document
from dragoman.model.records import Reason, Statement
from dragoman.text.edtf import month_or_span
from dragoman.text.hashing import make_id
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import SpeakerNoun
from dragoman.vocab.word_groups import word_group

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
        self._starts, self._innermost = _flatten(passages)

    def at(self, offset: int) -> tuple[str, str]:
        """(voice, why) of the character at `offset`."""
        if any(start <= offset < end for start, end in self._comments):
            return "comment", "stands in a reader's comment"
        at = bisect_right(self._starts, offset) - 1
        passage = self._innermost[at] if at >= 0 else None
        return (passage.voice, passage.why) if passage else ("author", "no speaker")


def _flatten(passages: list[Passage]) -> tuple[list[int], list[Passage | None]]:
    """Cut nested passages into stretches: where each begins, and the shortest passage around it or None."""
    opening = sorted(range(len(passages)), key=lambda n: passages[n].start)
    starts = sorted({edge for passage in passages for edge in (passage.start, passage.end)})
    around: list[tuple[int, int]] = []
    innermost: list[Passage | None] = []
    taken = 0
    for start in starts:
        while taken < len(opening) and passages[opening[taken]].start <= start:
            passage = passages[opening[taken]]
            heappush(around, (passage.end - passage.start, opening[taken]))
            taken += 1
        while around and passages[around[0][1]].end <= start:
            heappop(around)
        innermost.append(passages[around[0][1]] if around else None)
    return starts, innermost


def make_statements(
    doc: Document, an: Analysis, who: Who, speakers: CueIndex[SpeakerNoun], found: list[Attribution]
) -> tuple[list[Statement], list[Passage]]:
    """Records of all attributions, and the passages that carry another voice than the author's."""
    cast = Cast(an, who, speakers)
    speaking = {a.speaker for a in found if a.speaker >= 0 and (a.recorded or _reports_act(an, a))}
    named = {each: cast.name(each) for each in sorted(speaking)}
    statements: list[Statement] = []
    seen: set[str] = set()
    passages: list[Passage] = []
    together = _spoken_together(found, named)
    for attribution in found:
        speaker = named.get(attribution.speaker)
        if speaker is not None and not attribution.recorded and _reports_act(an, attribution):
            why = f"reported by {speaker.name} ({an.word[attribution.cue]})"
            passages.append(Passage(attribution.start, attribution.end, speaker.name, why))
        if not attribution.recorded or speaker is None or attribution.end - attribution.start < _SHORTEST:
            continue
        statement = _make_statement(doc, an, attribution, speaker)
        if statement.id in seen:
            continue
        seen.add(statement.id)
        statements.append(statement)
        if attribution.entry is None or attribution.entry.kind not in OWN_WORD or attribution.mode == "direct":
            voice = together[_place_of(attribution)]
            why = f"said by {voice} ({statement.cue})"
            passages.extend(Passage(start, end, voice, why) for start, end in _vouched(an, attribution))
    return statements, passages


def _reports_act(an: Analysis, attribution: Attribution) -> bool:
    """ "Residents reported clashes": no words of theirs are told, yet it is they who vouch for the clashes."""
    if attribution.cue < 0 or an.lemma[attribution.cue] not in word_group("reports-deeds"):
        return False
    thing = child(an, attribution.cue, "dobj")
    return thing is not None and attribution.start <= an.start[thing] < attribution.end


def _place_of(attribution: Attribution) -> tuple[int, int, int]:
    return attribution.start, attribution.end, attribution.cue


def _spoken_together(found: list[Attribution], named: dict[int, Speaker]) -> dict[tuple[int, int, int], str]:
    """One voice for what several say in one breath ("Accra and Lome said"): all their names."""
    names: dict[tuple[int, int, int], dict[str, None]] = {}
    for attribution in sorted(found, key=lambda each: each.speaker):
        if attribution.recorded and attribution.speaker in named:
            names.setdefault(_place_of(attribution), {})[named[attribution.speaker].name] = None
    return {place: _listed(list(each)) for place, each in names.items()}


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _vouched(an: Analysis, attribution: Attribution) -> Iterator[tuple[int, int]]:
    """The content without its noun where that is what the speaker does ("voiced criticism of the raid").

    What is described, blamed for or played down is the author's word: "called the raid a mistake".
    """
    start, end, entry = attribution.start, attribution.end, attribution.entry
    if (told := told_by_author(an, attribution)) is not None:
        first, last = told
        yield from ((a, b) for a, b in ((start, an.start[first]), (an.end[last - 1], end)) if a < b)
        return
    if (before := subject_before(an, attribution)) is not None:
        yield an.start[before[0]], an.end[before[1] - 1]
    plain = entry is None or entry.pos != "verb" or "as" in entry.takes or attribution.mode == "direct"
    thing = None if plain else child(an, attribution.cue, "dobj")
    if thing is None or not start <= an.start[thing] < end:
        yield start, end
        return
    if an.start[thing] > start:
        yield start, an.start[thing]
    if an.end[thing] < end:
        yield an.end[thing], end


def _make_statement(doc: Document, an: Analysis, attribution: Attribution, speaker: Speaker) -> Statement:
    start, end = attribution.start, attribution.end
    quote = doc.text[start:end]
    cue = an.word[attribution.cue] if attribution.cue >= 0 else ""
    where = attribution.entry.where if attribution.entry else "quotation beside another of the same speaker"
    return Statement(
        id=make_id("s", [doc.id, start, end, speaker.name, attribution.cue]),
        document=doc.id,
        quote=quote,
        span=(start, end),
        speaker=speaker.name,
        speaker_actor=speaker.actor,
        role=speaker.role,
        mode=attribution.mode,
        cue=cue,
        cue_span=(an.start[attribution.cue], an.end[attribution.cue]) if attribution.cue >= 0 else (-1, -1),
        date=doc.published if len(doc.published) <= 10 else month_or_span(doc.published),
        confidence=0.8 if attribution.entry else 0.6,
        reasons=(Reason("speaker", speaker.name, where),),
    )
