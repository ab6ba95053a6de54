"""Quotations and their speakers: which words between marks are speech, and which cue beside them names the speaker.

In: analysis, quotations, cue lexicon, who is who. Out: attributions of mode `direct`. Quoted words without a cue go on
with the speaker of the quotation before them, or of the next one in the paragraph. Fragments inside an indirect clause
are left to `speech`.
"""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.extract.grammar.participants import Who
from dragoman.extract.grammar.tree import child, is_verbal
from dragoman.extract.speech.attribution import Attribution
from dragoman.extract.speech.cue_places import cues_at, introduces_quotations
from dragoman.extract.speech.quotations import Quotation
from dragoman.extract.speech.sources import speaker_near, speakers_of
from dragoman.model.analysis import Analysis
from dragoman.vocab.cue_table import CueIndex
from dragoman.vocab.cues import AttributionCue

SHORT_QUOTE = 4
"""Quotations of fewer words are taken as part of the sentence around them (scare quotes, terms)."""
_WINDOW = 28
"""Tokens beside a quotation among which its cue is looked for."""
_DASHES = frozenset({"―", "—", "–", "--", "-"})
_ENDS = ".?!…"
_CLOSING = frozenset({".", ":"})


@dataclass(slots=True)
class Beside:
    """A cue beside a quotation, with its row and speakers."""

    cue: int
    entry: AttributionCue | None
    speakers: list[int]


@dataclass(slots=True)
class QuotationReader:
    """Reads the quotations of one document."""

    text: str
    an: Analysis
    cues: CueIndex[AttributionCue]
    who: Who
    quotations: list[Quotation]
    ends: list[int] = field(default_factory=list)

    def attributions(self) -> Iterator[Attribution]:
        """Direct speech in text order; joint speakers give one attribution each."""
        found: dict[int, Beside] = {}
        speech = [number for number, each in enumerate(self.quotations) if self.is_speech(each)]
        for number in speech:
            beside = self._after(number) if self._goes_on(number) else None
            beside = beside or self._before(number) or (self._after(number) if not self._goes_on(number) else None)
            if beside is not None:
                found[number] = beside
        yield from self._hand_out(speech, found)

    def is_speech(self, quotation: Quotation) -> bool:
        """Whether quoted words stand as an utterance of their own, not as a part of the author's sentence."""
        words = self._word_count(quotation)
        inside = self.text[quotation.start : quotation.outer_end]
        ended = any(mark in inside[-4:] for mark in ".?!,…")
        before = self.text[max(0, quotation.outer_start - 2) : quotation.outer_start].strip()
        opened = not before or before[-1] in ':,.?!”"-—–)'
        capital = self.text[quotation.start].isupper()
        if words < SHORT_QUOTE:
            return words >= 2 and ended and capital and opened
        return (capital and (opened or ended)) or (opened and ended and before[-1:] in (",", ":"))

    def _hand_out(self, speech: list[int], found: dict[int, Beside]) -> Iterator[Attribution]:
        last: tuple[int, Beside] | None = None
        for at, number in enumerate(speech):
            quotation = self.quotations[number]
            beside = found.get(number)
            if beside is None:
                beside = self._continued(at, speech, found, last)
                if beside is None:
                    continue
                yield from self._make(quotation, beside, None)
            else:
                yield from self._make(quotation, beside, beside.entry)
            last = (number, beside)

    def _make(self, quotation: Quotation, beside: Beside, entry: AttributionCue | None) -> Iterator[Attribution]:
        for speaker in beside.speakers or [-1]:
            yield Attribution(beside.cue, speaker, quotation.start, quotation.end, "direct", entry)

    def _continued(
        self, at: int, speech: list[int], found: dict[int, Beside], last: tuple[int, Beside] | None
    ) -> Beside | None:
        """Speaker of the quotation before in this line or the one before, else of the next one in this line."""
        quotation = self.quotations[speech[at]]
        told = self._told_before(quotation, last)
        if told is not None:
            return told
        if last is not None and quotation.paragraph - self.quotations[last[0]].last_paragraph <= 1:
            return last[1]
        if at + 1 < len(speech) and self.quotations[speech[at + 1]].paragraph == quotation.paragraph:
            return found.get(speech[at + 1])
        return None

    def _told_before(self, quotation: Quotation, last: tuple[int, Beside] | None) -> Beside | None:
        """A person who is the subject of the sentence straight before a quotation that stands by itself."""
        an = self.an
        token = bisect_left(an.start, quotation.outer_start) - 1
        if token < 0 or an.word[token] not in _CLOSING or not self._outside(token):
            return None
        root = next((t for t in range(*_tokens_of(an, token)) if an.head[t] == t), None)
        since = self.quotations[last[0]].outer_end if last is not None else -1
        if root is None or an.start[an.sentences[an.sentence[token]].first] < since or not is_verbal(an, root):
            return None
        subject = child(an, root, "nsubj")
        mention = self.who.mention_at(subject) if subject is not None else None
        if subject is None or mention is None or mention.kind != "person" or mention.head != subject:
            return None
        return Beside(root, None, [subject])

    def _goes_on(self, number: int) -> bool:
        """Whether the sentence goes on behind the quotation: it ends in a comma, or in no stop at all."""
        quotation = self.quotations[number]
        inside = self.text[quotation.end : quotation.outer_end]
        return "," in inside or self.text[quotation.end - 1] not in "." and self._opens_sentence(quotation)

    def _opens_sentence(self, quotation: Quotation) -> bool:
        before = self.text[max(0, quotation.outer_start - 3) : quotation.outer_start].strip()
        return not before or before[-1] in _ENDS

    def _after(self, number: int) -> Beside | None:
        quotation = self.quotations[number]
        first = bisect_left(self.an.start, quotation.outer_end)
        limit = self._start_of(number + 1)
        signed = self._signature(first)
        if signed is not None:
            return signed
        if self.text[quotation.end - 1] == "." and "," not in self.text[quotation.end : quotation.outer_end]:
            return None
        last = first
        while last < len(self.an.word) and last - first < _WINDOW and self.an.start[last] < limit:
            if self.an.word[last] in (".", "?", "!", ";") and last > first:
                break
            last += 1
        for token in range(first, last):
            beside = self._cue_at(token, first, last)
            if beside is not None:
                return beside if self._is_free(token, first, last) else None
        return None

    def _signature(self, token: int) -> Beside | None:
        """A person named behind a dash that follows the quotation ("…" ― Anna Berg)."""
        if token + 1 >= len(self.an.word) or self.an.word[token] not in _DASHES:
            return None
        mention = self.who.mention_at(token + 1)
        if mention is None or mention.kind != "person":
            return None
        behind = mention.last
        ended = behind >= len(self.an.word) or self.an.word[behind] == "." or "\n" in self._gap(behind)
        return Beside(token, None, [mention.head]) if ended else None

    def _gap(self, token: int) -> str:
        return self.text[self.an.end[token - 1] : self.an.start[token]]

    def _is_free(self, token: int, first: int, last: int) -> bool:
        """Whether a cue behind a quotation has no content of its own behind it ("… ?" He said that …)."""
        kid = child(self.an, token, "ccomp")
        return kid is None or kid < first or self.an.word[first].islower() or kid >= last

    def _before(self, number: int) -> Beside | None:
        quotation = self.quotations[number]
        last = bisect_left(self.an.start, quotation.outer_start)
        floor = self.quotations[number - 1].outer_end if number else 0
        first = last
        while first > 0 and last - first < _WINDOW and self.an.start[first - 1] >= floor:
            if self.an.word[first - 1] in (".", "?", "!", ";"):
                break
            first -= 1
        for token in range(last - 1, first - 1, -1):
            beside = self._cue_at(token, first, last)
            if beside is not None:
                return beside
        return None

    def _cue_at(self, token: int, first: int, last: int) -> Beside | None:
        entry = introduces_quotations(self.an, self.cues, token)
        if entry is not None:
            speakers = [each for each in speakers_of(self.an, entry, token, self.who) if self._outside(each)]
            if not speakers and self.an.dep[token] not in ("amod", "acl"):
                speakers = speaker_near(self.an, token, first, last, self.who)
            return Beside(token, entry, speakers) if speakers else None
        if self.an.word[token].lower() == "according":
            rows = [row for row in cues_at(self.an, self.cues, token) if row.pos == "prep"]
            speaker = next((child(self.an, at, "pobj") for at in (token + 1, token) if at < last), None)
            return Beside(token, rows[0], [speaker]) if rows and speaker is not None else None
        return None

    def _outside(self, token: int) -> bool:
        """Whether a token stands outside all quotations."""
        if not self.ends:
            self.ends = [each.outer_end for each in self.quotations]
        at = bisect_left(self.ends, self.an.end[token])
        return at >= len(self.quotations) or not self.quotations[at].outer_start <= self.an.start[token]

    def _start_of(self, number: int) -> int:
        return self.quotations[number].outer_start if number < len(self.quotations) else len(self.text) + 1

    def _word_count(self, quotation: Quotation) -> int:
        first = bisect_left(self.an.start, quotation.start)
        last = bisect_left(self.an.start, quotation.end)
        return sum(1 for at in range(first, last) if self.an.pos[at] != "PUNCT")


def _tokens_of(an: Analysis, token: int) -> tuple[int, int]:
    """First and last (exclusive) token of the sentence of a token."""
    sentence = an.sentences[an.sentence[token]]
    return sentence.first, sentence.last
