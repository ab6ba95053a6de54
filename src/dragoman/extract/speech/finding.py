"""Who is made to say what in each sentence: cue words, their speakers, and the span of the content.

In: document, analysis, cue lexicon, who stands behind which token. Out: `Attribution`s, from which statements and the
voices of events are made. Quotations come first (`direct_speech`); then each cue is read by the parse. What is found
is more than the coding manual counts: `recorded` tells which attributions are statements.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.passives import is_passive
from dragoman.extract.grammar.tree import child, conjuncts, is_verbal, path_up, subtree
from dragoman.extract.speech.attribution import Attribution
from dragoman.extract.speech.content_edges import sayings_under, trim
from dragoman.extract.speech.contents import content_of
from dragoman.extract.speech.cue_places import cues_at
from dragoman.extract.speech.direct_speech import QuotationReader
from dragoman.extract.speech.nesting import judge_nested
from dragoman.extract.speech.quotations import Quotation, find_quotations
from dragoman.extract.speech.recording import Recording
from dragoman.extract.speech.sources import can_speak, speakers_of
from dragoman.extract.speech.turns import find_turns
from dragoman.model.analysis import Analysis
from dragoman.model.document import Document
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import AttributionCue
from dragoman.vocab.word_groups import word_group

__all__ = ["Attribution", "find_attributions"]

_SPOKEN = frozenset({"say", "deny", "promise", "report", "write", "perceive"})
_MEASURES = word_group("measured-by")
_LONGEST_SENTENCE = 400
"""A run of more tokens without a stop is a list or a table: its parse says nothing."""
_COVERED = 0.7
"""Share of a content that must lie in quotation marks for the quotation itself to be the statement."""


def find_attributions(doc: Document, an: Analysis, cues: CueIndex[AttributionCue], who: Who) -> list[Attribution]:
    """All attributions of a document, in text order; joint speakers give one each."""
    quotations = find_quotations(doc)
    direct = list(QuotationReader(doc.text, an, cues, who, quotations).attributions())
    direct.extend(find_turns(doc, an, who))
    reader = _CueReader(doc.text, an, cues, who, quotations, direct, Recording(an, cues, who))
    found = [*direct, *reader.attributions()]
    comments = [(part.start, part.end) for part in doc.parts if part.kind == "comment"]
    kept = (each for each in found if not any(start <= each.start < end for start, end in comments))
    return sorted(judge_nested(an, _without_repeats(kept)), key=lambda a: (a.start, a.end))


@dataclass(slots=True)
class _CueReader:
    """Reads the cues of one document by the parse."""

    text: str
    an: Analysis
    cues: CueIndex[AttributionCue]
    who: Who
    quotations: list[Quotation]
    direct: list[Attribution]
    recording: Recording
    borrowed: dict[int, int] = field(default_factory=dict)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    used: frozenset[int] = frozenset()
    strict: bool = False

    def attributions(self) -> Iterator[Attribution]:
        """Attributions by the parse, in the order of their cues."""
        self.direct = sorted(self.direct, key=lambda a: a.start)
        self.ends = [each.end for each in self.direct]
        self.starts = [each.outer_start for each in self.quotations]
        self.used = frozenset(each.cue for each in self.direct)
        short = {n for n, each in enumerate(self.an.sentences) if each.last - each.first <= _LONGEST_SENTENCE}
        for token in range(len(self.an.word)):
            if self.an.sentence[token] not in short:
                continue
            rows = cues_at(self.an, self.cues, token)
            self.strict = any(row.form == "inanimate" for row in rows)
            for entry in rows:
                pieces = list(self._read(entry, token))
                yield from pieces
                if pieces:
                    break

    def _says(self, token: int) -> bool:
        rows = cues_at(self.an, self.cues, token)
        return any(row.pos == "verb" and (row.kind in _SPOKEN or row.kind == "ask" and row.direct_ok) for row in rows)

    def _read(self, entry: AttributionCue, token: int) -> Iterator[Attribution]:
        if entry.pos == "prep":
            if len(entry.words) > 1:
                yield from self._according_to(entry, token)
            return
        if entry.pos not in ("verb", "noun", "adj"):
            return
        content = content_of(self.an, entry, token, self._says)
        if content is None:
            return
        speakers = self._speakers(entry, token)
        self._lend(content, token)
        span = self._characters(content)
        if span is None or self._is_quotation(*span, token):
            return
        if self._inside_direct(token):
            speakers = [each for each in speakers if self._is_other(entry, each)]
            if not speakers:
                return
        mode = self._mode(*span)
        for speaker in speakers or [-1]:
            kept = self.recording.counts(entry, token, speaker, content)
            yield Attribution(token, speaker, *span, mode, entry, kept)

    def _is_other(self, entry: AttributionCue, speaker: int) -> bool:
        """Whether somebody in a quotation is another than who is quoted: a person or actor known by name."""
        if self.recording.is_first_person(speaker):
            return False
        mention = self.who.mention_at(speaker)
        known = bool(mention and (mention.codes or mention.kind == "person") and mention.kind != "pronoun")
        return known or entry.kind == "say" and self.an.pos[speaker] == "NOUN"

    def _speakers(self, entry: AttributionCue, token: int) -> list[int]:
        lender = self.borrowed.get(token)
        if lender is not None:
            rows = [row for row in cues_at(self.an, self.cues, lender) if row.pos == "verb"]
            return self._speakers(rows[0], lender) if rows else []
        return speakers_of(self.an, entry, token, self.who, strict=self.strict)

    def _lend(self, content: tuple[int, int], cue: int) -> None:
        """Verbs of saying that were cut off from the content of a cue share its speaker."""
        for kid in self.an.children[cue]:
            if kid > cue and self.an.dep[kid] in ("ccomp", "xcomp", "dobj"):
                for saying in sayings_under(self.an, kid, cue, self._says):
                    if saying >= content[1] and not is_passive(self.an, saying):
                        self.borrowed.setdefault(saying, cue)

    def _characters(self, content: tuple[int, int]) -> tuple[int, int] | None:
        """Character span of a content, stretched to the marks of a fragment that it cuts."""
        first, last = content
        if last <= first:
            return None
        start, end = self.an.start[first], self.an.end[last - 1]
        for quotation in self._touching(start, end):
            if quotation.outer_start < start and quotation.end > start and start - quotation.outer_start <= 3:
                start = quotation.outer_start
            if quotation.outer_end > end and quotation.outer_end - end <= 3 and quotation.outer_start >= start:
                end = quotation.outer_end
            if quotation.outer_start == start and quotation.outer_end == end:
                start, end = quotation.start, quotation.end
        return start, end

    def _touching(self, start: int, end: int) -> list[Quotation]:
        at = max(0, bisect_left(self.starts, start) - 1)
        found = []
        while at < len(self.quotations) and self.quotations[at].outer_start < end:
            if self.quotations[at].outer_end > start:
                found.append(self.quotations[at])
            at += 1
        return found

    def _mode(self, start: int, end: int) -> str:
        touching = self._touching(start, end)
        if any(each.start <= start and each.end >= end for each in touching):
            return "direct" if any(each.start == start and each.end == end for each in touching) else "indirect"
        return "mixed" if touching else "indirect"

    def _is_quotation(self, start: int, end: int, cue: int) -> bool:
        """Whether most of a content is direct speech that a cue outside of it hands to somebody."""
        at = max(0, bisect_left(self.ends, start))
        inside = 0
        while at < len(self.direct) and self.direct[at].start < end:
            each = self.direct[at]
            if not each.start <= self.an.start[cue] < each.end:
                inside += max(0, min(end, each.end) - max(start, each.start))
            at += 1
        return inside >= _COVERED * (end - start)

    def _inside_direct(self, token: int) -> bool:
        at = bisect_left(self.ends, self.an.end[token])
        return at < len(self.direct) and self.direct[at].start <= self.an.start[token]

    def _according_to(self, entry: AttributionCue, token: int) -> Iterator[Attribution]:
        """ "According to X, ...": the clause without the phrase itself is the content."""
        an = self.an
        last_word = token - entry.head + len(entry.words) - 1
        holder = next((t for t in (last_word, token) if child(an, t, "pobj") is not None), None)
        speaker = child(an, holder, "pobj") if holder is not None else None
        if holder is None or speaker is None or token in self.used or last_word in self.used:
            return
        if an.lemma[speaker] in _MEASURES:
            return
        start, end = subtree(an, holder)
        start, end = min(start, token - entry.head), max(end, last_word + 1)
        span = self._main_clause(token, start, end)
        if span is None or span[1] - span[0] < 3:
            return
        characters = self._characters(span)
        if characters is None:
            return
        for each in conjuncts(an, speaker):
            if an.pos[each] in ("NOUN", "PROPN", "PRON") or can_speak(an, entry, each, self.who):
                yield Attribution(token, each, *characters, self._mode(*characters), entry)

    def _main_clause(self, token: int, start: int, end: int) -> tuple[int, int] | None:
        an = self.an
        clause = next((t for t in path_up(an, token) if is_verbal(an, t) and not start <= t < end), None)
        sentence = an.sentences[an.sentence[token]]
        if clause is None:
            first, last = sentence.first, sentence.last
        else:
            first, last = subtree(an, clause)
            first, last = max(first, sentence.first), min(last, sentence.last)
        if start - first > last - end:
            return trim(an, first, start)
        return trim(an, end, last)


def _without_repeats(found: Iterator[Attribution]) -> list[Attribution]:
    seen: dict[tuple[int, int, int], Attribution] = {}
    for attribution in found:
        key = (attribution.start, attribution.end, attribution.speaker)
        if key not in seen or attribution.recorded and not seen[key].recorded:
            seen[key] = replace(attribution)
    return list(seen.values())
